// Which phase a relationship is in: as its journal says, else as far as its entries show. The five phases are those of Clutterbuck (2005);
// the four of Kram (1983) are other words for them.
#pragma once
#include <vector>

#include "rules/rule.hpp"

namespace mentor {

struct PhaseFound {
  /// Unset when nothing tells: many meetings and neither agreement, purpose nor goal.
  Phase phase{};
  /// The journal says so; else it is inferred.
  bool is_written = false;
  /// The day from which the entries show it; false where they do not tell.
  Date since;
  /// What it rests on, as the end of a sentence: "no meeting is noted yet".
  Message reason;
  Place place;
};

/// The phase that the entries show, day after day: it goes through the journal once, however many days are asked for. What `phase:` says is
/// left aside, for it has no date.
class PhaseWatch {
 public:
  explicit PhaseWatch(const History& history);
  /// What was known by the end of a day, which must not lie before the one asked last.
  PhaseFound on(Date asof);

 private:
  void look(Date asof);
  PhaseFound find() const;
  PhaseFound moving_on() const;
  PhaseFound winding_down() const;
  PhaseFound with_goal() const;
  /// Whether this journal notes what is done at all.
  bool notes_work() const;

  const History& history_;
  const Relationship& r_;
  Date asof_;
  /// What there is, in the order in which it came to be known, and how much of it was known by the day.
  std::vector<const Slot*> by_known_;
  std::vector<const GoalFacts*> goals_;
  std::size_t slots_known_ = 0, goals_known_ = 0;
  /// Days of the meetings held among it, in their order.
  std::vector<Date> held_;
  /// The first day on which something was done after the first goal was set, and the first on which steps are noted; either may lie ahead.
  Date first_work_, first_note_;
};
/// For one day.
PhaseFound infer_phase(const History& history, Date asof);
/// The phase that is written, else the one inferred.
PhaseFound phase_of(const Case& c);

/// The first two phases take "a few meetings"; so many is our reading.
inline constexpr int kFewMeetings = 3;

/// What to call a phase: a word of Clutterbuck, or the one of Kram that covers it (initiation, cultivation, separation, redefinition).
/// Empty when unset.
std::string_view phase_word(Phase phase, PhaseWords words);

}  // namespace mentor
