// When a pair usually meets, and when it is likely to meet next: from its own gaps and the distribution behind S1.
#pragma once
#include "rules/state.hpp"

namespace mentor {

/// The last gaps between held meetings in days that count: the middle one, and the range of the middle half.
struct UsualGap {
  int gaps = 0;
  int middle = 0, low = 0, high = 0;
};
UsualGap usual_gap(const History& history, const Assessment& now);

/// The first meeting that is agreed for `asof` or later, and not noted yet; what is agreed before the relationship begins counts. Null when
/// there is none.
const Booking* agreed_meeting(const History& history, Date asof);

/// The next meeting of a pair that goes on.
struct Forecast {
  /// The agreed date; false when none is agreed.
  Date agreed;
  Place place;
  /// Without one: the day by which half of such pairs have met again, and those by which 1 and 9 of 10 have; days of known breaks are
  /// passed over. False when the pair has never met.
  Date likely, early, late;
};
Forecast forecast(const History& history, const Assessment& now);

/// The day to propose to a pair that has agreed on none.
struct Proposal {
  Date day;
  /// It comes from the pair's rhythm: the likely day, yet not more than a cadence after the last meeting. Where that has passed, or the two
  /// have never met, the day is a week from today.
  bool is_by_rhythm = false;
};
Proposal proposal(const History& history, const Assessment& now);

/// The first day from `day` on that lies in no pause or holiday known on `asof`.
Date free_day(const History& history, Date day, Date asof);

}  // namespace mentor
