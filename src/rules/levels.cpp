#include "rules/levels.hpp"

#include <algorithm>

#include "rules/evidence.hpp"
#include "rules/method.hpp"
#include "rules/prior.hpp"

namespace mentor {

using namespace method;

double Levels::drifting(double cadence_days) const { return drifting_month + std::clamp(evidence::points(30.0 / cadence_days), -5.0, 7.0); }

Budgets budgets(const Programme& programme) {
  const FalseAlarms& set = programme.false_alarms;
  return {set.stalled.value > 0 ? set.stalled.value : kStalledBudget, set.drifting.value > 0 ? set.drifting.value : kDriftingBudget};
}

Levels levels(const Programme& programme) {
  const Budgets allowed = budgets(programme);
  const double stops_in_100_years = 100 * 12 * prior_of(programme).silent_month;
  const double stalled = evidence::points(stops_in_100_years / allowed.stalled);
  return {stalled, stalled - kHoldBelow, evidence::points(stops_in_100_years / allowed.drifting) + kBothAbove, evidence::points(1200 / allowed.drifting)};
}

}  // namespace mentor
