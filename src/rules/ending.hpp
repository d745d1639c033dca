// How a relationship ends, as far as its journal tells: the facts on which the way to a good ending and the rules about endings agree.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// What is known of the announcement of the last meeting.
enum class Announced : std::uint8_t {
  unset,    // nothing is noted of it
  in_time,  // before its day, or its day is not noted
  missing,  // the day of the last meeting is noted, that it was announced is not
  late,     // announced on the day or after it
};

/// Why terms and a second chance need not be looked for.
enum class BeyondRepair : std::uint8_t { no, reached, circumstances, one_matter };

enum class SecondChanceState : std::uint8_t { missing, offered, answered, skipped, not_needed };

/// Seen on a day. What was noted in confidence counts as not noted, for all of this is told to both.
class Ending {
 public:
  Ending(const Relationship& relationship, Date today) : r_(relationship), c_(relationship.closing), today_(today) {}

  bool is_known(Date day) const { return day && day <= today_; }
  /// An end is talked about, decided, announced or noted, and was not taken back by a reopening.
  bool is_begun() const;
  /// What there was to reach is reached: all goals are settled, the agreed end has come, or a situational pair has met as often as planned.
  bool is_complete() const;
  /// How many of the meetings planned for a situational pair are still to come, 0 or more; nothing where none are planned.
  std::optional<long> meetings_left() const;
  /// The conversation about it: the day that is noted, else the day on which both agreed; false when neither is.
  Date talked() const;
  /// In words, or because what was to be reached speaks for itself.
  bool has_reason() const { return !c_.reason.empty() || c_.basis == Basis::goals || c_.basis == Basis::agreed_end; }
  Announced announced() const;
  /// The first message or talk after the last meeting; false when none is noted.
  Date word_afterwards() const;
  /// It was closed, and nothing tells that either heard of it from the other.
  bool is_silent() const { return !talked() && !has_reason() && !is_known(c_.last_session.told); }
  /// What this side takes along is noted: in the closing, or as answers to the closing questions.
  bool has_voice(Party party) const { return !c_.learned.of(party).empty() || answers(Text{"closing"}, party) != nullptr; }
  /// The last answers of one side to a set; null when there are none.
  const Answers* answers(Text set, Party party) const;
  BeyondRepair beyond_repair() const;
  /// The furthest that any concern has come. `where` is given the step it rests on; null when it rests on none.
  SecondChanceState second_chance(const SecondChance** where = nullptr) const;

 private:
  const Relationship& r_;
  const Closing& c_;
  Date today_;
};

/// Rules look at an ended relationship for so long only: what lies further back cannot be mended, and old folders would be full of it.
inline constexpr Limit kJudgedAfterClosing{"days-after-closing", 90, "days", "after the closing; later nothing is said of it any more", Origin::judgement};

/// An end is decided or closed, stands, and was not closed longer ago than `judged` says.
bool is_end_judged(const Case& c, const Limit& judged);

}  // namespace mentor
