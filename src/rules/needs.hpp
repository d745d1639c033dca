// What of a journal a rule needs. What was never written down is never judged; the report says so instead of "all is well".
//
// To add one: an enumerator here, its words and the look for it in needs.cpp.
#pragma once
#include <cstdint>
#include <string_view>

#include "journal/journal.hpp"

namespace mentor {

struct Case;

// One a line, so that two additions touch different lines.
// clang-format off
enum class Needs : std::uint8_t {
  nothing,
  meetings,
  reasons_of_meetings,
  minutes,
  agendas,
  pulses,
  views,
  topics,
  personal_topics,
  learning,
  actions,
  goals,
  goal_details,
  goal_links,
  priorities,
  stages,
  feedback,
  agreement,
  reviews,
  answers,
  contacts,
  events,
  reasons,
  pauses,
  next_dates,
  initiative,
  presence,
  contribution,
  stretches,
  introductions,
  disconnects,
  recommitments,
  concerns,
};
// clang-format on

/// "meetings", "the length of meetings", ...: what the journal does not note.
std::string_view in_words(Needs needs);
/// Happens now and then: a journal without it lacks nothing.
bool is_occasional(Needs needs);

/// What a journal had recorded by a day. A note of a later day does not count.
class Recorded {
 public:
  explicit Recorded(const Case& c);
  bool has(Needs needs) const { return (bits_ >> static_cast<unsigned>(needs) & 1U) != 0; }

 private:
  void add(Needs needs, bool is_there) { bits_ |= std::uint64_t{is_there} << static_cast<unsigned>(needs); }
  void look_at(const Meeting& meeting);
  void look_at(const Goal& goal);

  std::uint64_t bits_ = 0;
};

}  // namespace mentor
