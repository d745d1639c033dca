// The levels at which the sums of evidence become an alarm, from the false alarms that a programme is willing to have.
#pragma once
#include "journal/programme.hpp"

namespace mentor {

struct Levels {
  /// S1 from which a pair is called stalled, and down to which a stall is held.
  double stalled = 0, hold = 0;
  /// S1 with its share of S2 from which a silent pair is called drifting.
  double both = 0;
  /// S2 from which a pair that means to meet every 30 days is called drifting; that of other rhythms follows.
  double drifting_month = 0;

  /// S2 of a pair with this rhythm: more for those who meet often, for they have more slots a year in which chance can add up.
  double drifting(double cadence_days) const;
};

/// False alarms per 100 healthy pair-years that are allowed at most.
struct Budgets {
  double stalled = 0, drifting = 0;
};

/// As mentor.yaml says, else the defaults of the method.
Budgets budgets(const Programme& programme);

/// stalled = 10 log10(100 x hazard a year / budget): the odds beforehand bound how often a pair that goes on reaches a level; both is the same
/// by the budget of drifting, at twice the odds. drifting = 10 log10(1200 / budget): an alarm of a CUSUM of points h comes at most once in
/// 10^(h/10) observations (Lorden 1971), of which a pair that meets every month has 1200 in 100 years.
Levels levels(const Programme& programme);

}  // namespace mentor
