// What would change a verdict: acts of the pair, each entered into a copy of its journal, which is then judged again. No claim is made
// that was not seen to come true.
#pragma once
#include <vector>

#include "rules/state.hpp"

namespace mentor {

enum class Act : std::uint8_t {
  book,       // agree on a date ahead
  answer,     // answer the open messages
  tick,       // tick the overdue actions
  meet,       // hold a meeting today
  meet_well,  // hold so many good meetings, on the rhythm
  set_goal,   // set a new goal
  extend,     // agree on a later end
};

/// What an act would lead to.
struct Prospect {
  Act act{};
  /// Of book the date, of meet_well the day of the last meeting, else today.
  Date day;
  int meetings = 0;
  State leads_to{};
};

/// The acts that are open to a pair in trouble or near its end, from the smallest to the largest, those without effect too. Of a pair on
/// its way, paused or closed there are none.
std::vector<Prospect> prospects(const Relationship& relationship, const Programme& programme, const Assessment& now);

}  // namespace mentor
