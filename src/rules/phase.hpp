// Which phase a relationship is in: as its journal says, else as far as its entries show. The five phases are those of Clutterbuck (2005);
// the four of Kram (1983) are other words for them.
#pragma once
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

/// What was known by the end of a day shows this phase; what `phase:` says is left aside, for it has no date.
PhaseFound infer_phase(const History& history, Date asof);
/// The phase that is written, else the one inferred.
PhaseFound phase_of(const Case& c);

/// The first two phases take "a few meetings"; so many is our reading.
inline constexpr int kFewMeetings = 3;

/// What to call a phase: a word of Clutterbuck, or the one of Kram that covers it (initiation, cultivation, separation, redefinition).
/// Empty when unset.
std::string_view phase_word(Phase phase, PhaseWords words);

}  // namespace mentor
