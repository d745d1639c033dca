// The figures of the method, each with its meaning. Times are in cadences of the pair unless a name says days. Where no source is named they
// were weighed on simulated relationships whose true state is known, of four kinds, and judged on others.
#pragma once
#include "rules/evidence.hpp"

namespace mentor::method {

// --- rhythm
inline constexpr double kImaginaryGaps = 2.0;  // an agreed cadence counts as so many gaps of exactly one cadence
inline constexpr double kImaginaryGapsUnagreed = 1.0;
inline constexpr int kWindowGaps = 10;  // of the last so many gaps, each from a held meeting to the next agreed one
inline constexpr double kGapCap = 2.5;  // a past stall must not become the norm
inline constexpr double kDefaultCadenceDays = 30.0;
inline constexpr double kShortestCadenceDays = 3.0;
// --- stopping: a third of matches a year end early (30 %, STAR 2018; 38 %, Kupersmidt et al. 2017). Three in five of these tell of it
// in what is noted since the last meeting, which has points of its own; these are the others, that just fall silent.
inline constexpr double kSilentShare = .4;
inline constexpr double kHazardMonth = .031 * kSilentShare;
inline constexpr double kDaysPerMonth = 30.4;
// --- what a programme counts of itself (counting.hpp): from how many relationships on, and how many of average ones the built-in figures weigh
inline constexpr int kFewestCounted = 30;
inline constexpr double kImaginaryRelationships = 30;
// --- absences that nobody wrote down: how often a year, and how many days on average
inline constexpr double kAbsencesPerYear = .30, kAbsenceDays = 30.0;
// --- the clock
inline constexpr int kGraceDays = 10;
inline constexpr double kGraceCadences = .2;
inline constexpr int kDelayDays = 3, kLongestDelayDays = 21;
inline constexpr double kDelayQuantile = .8;
// --- false alarms per 100 healthy pair-years that are allowed at most; the levels of S1 and S2 follow from them (levels.hpp)
inline constexpr double kStalledBudget = 10, kDriftingBudget = 20;
// --- S1, silence: points since the last held meeting
inline constexpr double kHoldBelow = 3.0;  // a stall is held down to half its odds
inline constexpr double kShortestSilence = 1;
// of a pair that slid before it fell silent: so much of S2 counts beside S1, and both together need twice the odds, for S2 is never below 0
inline constexpr double kDriftShare = .42, kBothAbove = 3.0;
inline constexpr double kMissedSlots = 4.0;
inline constexpr int kFirstMeetingDays = 21;
inline constexpr double kNeverMet = 5;    // pairs that never meet are commoner than pairs that stop after one meeting
inline constexpr double kAfterPause = 3;  // twice the odds, for a break that is over: some do not find back
inline constexpr double kUnanswered = 12, kUnansweredCap = 24;
inline constexpr double kNoShowOpen = 3, kNoShowOpenCap = 6;
inline constexpr double kMovedSince = -3, kExternalSince = -4;  // whoever moves a date, or tells of an outside reason, is in touch
inline constexpr int kPassedDays = 4;
inline constexpr double kPassed = 2, kPassedPerDay = 1.0 / 3, kPassedCap = 6;  // of an agreed date: at once, and for each further day
inline constexpr double kBookedAhead = -15, kAnswered = -2, kBookedWithin = 1.5;
// --- S2, drift
struct SignPrior {
  double good, bad;  // Beta(good, bad) of the usual rate
  double factor;     // drift multiplies the rate by this
};
inline constexpr SignPrior kKept{13, 4, .75}, kAgenda{6, 2, .60}, kAction{7, 3, .85}, kGoal{5, 5, .45}, kFeedback{4, 6, .45};
// measured signs: a normal value whose mean falls in a slide. A drop below the pair's own mean is worth slope x (drop - half the fall).
struct MeasuredSign {
  double usual, imaginary;  // the mean before anything is known, as so many values
  double slope, half_fall;  // points per unit; in units
  double low, high;         // points at least and at most
};
inline constexpr MeasuredSign kLength{1, 1.5, 21, .09, -5, 10};  // the share of the planned minutes
inline constexpr MeasuredSign kPulse{4.2, 2, 5.4, .45, -4, 8};   // each person's own
inline constexpr double kLongestLength = 1.2;
inline constexpr int kFirstSlots = 3;  // the first slots always count as usual: no pair slides before it has walked
inline constexpr double kBadCap = 6.0, kHighestRate = .97;
inline constexpr double kExtraNoShow = 4;
inline constexpr double kFullLength = .8;
inline constexpr double kOverdue = 2, kOverdueCap = 4, kActionsLow = -3, kActionsHigh = 6;
inline constexpr double kSlowFactor = 1.55, kSlowLow = -1, kSlowHigh = 4.5, kSlowHighExplained = 2, kSlowShape = 3.0;
inline constexpr double kOpenFactor = 1.7, kOpenHigh = 7.5;  // the gap that is still open
inline constexpr double kSlotCap = 16, kMemoryCap = 10;
inline constexpr double kDriftClear = .4;
inline constexpr int kFewestSlots = 2;
inline constexpr int kShortNoticeMinutes = 24 * 60;
// --- attribution
inline constexpr int kAttributedEntries = 8;
inline constexpr double kAttributedCadences = 5;
inline constexpr int kAttributedDays = 75;
inline constexpr int kUnansweredWeight = 2;  // an unanswered message counts twice: it stands open today
inline constexpr double kNamedAt = .8;
inline constexpr int kBothFrom = 4;
// --- dormant
inline constexpr int kDormantFromDays = 90, kDormantToDays = 180;
inline constexpr double kDormantCadences = 4;
// --- replay
inline constexpr int kLookDays = 7;

}  // namespace mentor::method
