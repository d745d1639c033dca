// The figures of the method, each with its meaning. Times are in cadences of the pair unless a name says days. They are those of the
// reference detector; how they were found and what they reach is told in `mentor explain method`.
#pragma once
#include "rules/evidence.hpp"

namespace mentor::method {

// --- rhythm
inline constexpr double kImaginaryGaps = 2.0;  // an agreed cadence counts as so many gaps of exactly one cadence
inline constexpr double kImaginaryGapsUnagreed = 1.0;
inline constexpr int kWindowGaps = 6;   // of the last so many gaps
inline constexpr double kGapCap = 3.0;  // a past stall must not become the norm
inline constexpr double kDefaultCadenceDays = 30.0;
inline constexpr double kShortestCadenceDays = 3.0;
// --- stopping: 3.3 % a month is 33 % a year (between 30 %, STAR 2018, and 38 %, Kupersmidt et al. 2017)
inline constexpr double kHazardMonth = .033;
inline constexpr double kDaysPerMonth = 30.4;
// --- absences that nobody wrote down: how often a year, and how many days on average
inline constexpr double kAbsencesPerYear = .30, kAbsenceDays = 30.0;
// --- the clock
inline constexpr int kGraceDays = 10;
inline constexpr double kGraceCadences = .4;
inline constexpr int kDelayDays = 3, kLongestDelayDays = 21;
inline constexpr double kDelayQuantile = .8;
// --- S1, silence: points since the last held meeting
inline constexpr double kStalledPoints = 3.0, kWatchPoints = 0.0, kHoldPoints = 4.0;
inline constexpr double kShortestSilence = 1.25;
inline constexpr double kMissedSlots = 4.0;
inline constexpr int kFirstMeetingDays = 21;
inline constexpr double kUnanswered = 7, kUnansweredCap = 14, kNoShowOpen = 5, kCancelOpen = 2, kCancelOpenCap = 6, kPassed = 2, kPassedCap = 4;
inline constexpr double kBookedAhead = -8, kAnswered = -4, kBookedWithin = 1.5;
inline constexpr int kPassedDays = 4;
// --- S2, drift
struct SignPrior {
  double good, bad;  // Beta(good, bad) of the usual rate
  double factor;     // drift multiplies the rate by this
};
inline constexpr SignPrior kKept{17, 3, .70}, kLength{8, 2, .60}, kAgenda{8, 2, .65}, kRating{8.5, 1.5, .65}, kAction{7, 3, .70}, kGoal{5, 5, .55},
    kFeedback{4, 6, .55};
inline constexpr double kBadCap = 6.0, kHighestRate = .97;
inline constexpr double kExtraNoShow = 3, kExtraTiny = 2, kExtraDrop = 3;
inline constexpr double kFullLength = .8, kTinyLength = .6;
inline constexpr double kOverdue = 2, kOverdueCap = 4, kActionsLow = -3, kActionsHigh = 6;
inline constexpr double kSlowFactor = 1.7, kSlowLow = -2, kSlowHigh = 6, kSlowHighExplained = 2, kSlowShape = 4.0;
inline constexpr double kSlotCap = 12, kMemoryCap = 10;
inline constexpr double kDriftPoints = 20, kDriftClear = .35;
inline constexpr int kFewestSlots = 2;
inline constexpr int kShortNoticeMinutes = 24 * 60;
// --- attribution
inline constexpr int kAttributedEntries = 8;
inline constexpr double kAttributedCadences = 6;
inline constexpr int kAttributedDays = 90;
inline constexpr double kNamedAt = .8;
inline constexpr int kBothFrom = 4;
// --- dormant
inline constexpr int kDormantFromDays = 90, kDormantToDays = 180;
inline constexpr double kDormantCadences = 4;
// --- replay
inline constexpr int kLookDays = 7;

}  // namespace mentor::method
