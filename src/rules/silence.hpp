// S1, silence: the odds that a pair has stopped, after the time since its last held meeting and what happened since. MBG/CNBD-k with its
// prior anchored on the pair's agreed cadence, plus points for the facts of the meantime.
#pragma once
#include <array>

#include "rules/clock.hpp"
#include "rules/evidence.hpp"
#include "rules/history.hpp"
#include "rules/method.hpp"

namespace mentor {

/// The pair's rhythm as known on a day.
struct Rhythms {
  /// Days; agreed, or the pair's own, or the default.
  double cadence = 0;
  bool is_agreed = false;
  double imaginary_gaps = 0;
  /// The last gaps in cadences, capped, each from a held meeting to the next agreed one, whether that was held or not.
  std::array<double, method::kWindowGaps> gaps{};
  int gap_count = 0;
  double gap_total = 0;
  /// How likely each shape of the gap distribution is, given these gaps.
  std::array<double, 4> weights{};
  std::array<evidence::GapTail, 4> tails{};
};

/// The silence on a day.
struct Silence {
  /// Held meetings, and the day of the last (or of the match, when there is none).
  int held = 0;
  bool ever_held = false;
  Date since;
  /// Available days and cadences since then, up to the day that the journal can be trusted to be complete.
  int days = 0;
  double cadences = 0;
  int delay_days = 0;
};

/// The points of S1, each part with its own figure.
struct SilencePoints {
  /// P(a pair that is still going is silent this long), and the odds beforehand that it has stopped.
  double chance = 1, prior = 0;
  /// Of a pair that has never met.
  double never_met = 0;
  /// From these three.
  double base = 0;
  /// Facts since: a pause that is over, unanswered messages, no-shows not made up for, dates that passed; and signs of life, of which
  /// `in_touch` is a date moved or an outside reason given.
  double after_pause = 0, unanswered = 0, open = 0, passed = 0, in_touch = 0, answered = 0, booked_ahead = 0;
  int unanswered_count = 0;
  /// Messages of each side that the other has not answered.
  int unanswered_by_mentor = 0, unanswered_by_mentee = 0;
  double total = 0;
  /// 0 to 1.
  double p_stopped = 0;
};

/// `visible` are the slots known on `asof`, in order of days.
SilencePoints weigh_silence(const History& history, std::span<const Slot* const> visible, const Rhythms& rhythms, const Silence& silence, Date asof);

/// One fact of the meantime by itself. Of several of a kind only so much counts together as SilencePoints says.
struct SilenceFact {
  enum class Kind : std::uint8_t { after_pause, unanswered, open, passed, moved, external, answered, booked_ahead } kind{};
  Date date;
  Place place;
  double points = 0;
};

/// What weigh_silence() counts, fact by fact; of pauses and signs of life, of which one is enough, the last.
std::vector<SilenceFact> facts_since(const History& history, std::span<const Slot* const> visible, const Rhythms& rhythms, const Silence& silence, Date asof);

/// At least as many points as weigh_silence() would give, for a quarter of the work: enough to see that a level is out of reach.
double most_points(const History& history, std::span<const Slot* const> visible, const Rhythms& rhythms, const Silence& silence, Date asof);

/// P(a live pair is silent this long): by its own rhythm, or, rarely, because of an absence that nobody wrote down. `factor` stretches the
/// rhythm: 1 for a pair as usual, more for a slow one.
double chance_of_silence(const Rhythms& rhythms, double cadences, double days, double factor);

/// Points that the open gap adds to the drift sum: how much likelier a slow pair is this silent than a live one. `chance` is that of
/// weigh_silence().
double open_gap_points(const Rhythms& rhythms, const Silence& silence, double chance);

/// The next agreed date after `asof`, as known on it; within `within_days` when that is not negative. Null when there is none.
const Booking* next_booking(const History& history, Date asof, Date since, double within_days = -1);

}  // namespace mentor
