// How long things last when not all of them have ended yet, and how sure a count of few cases is.
#pragma once
#include <span>
#include <vector>

namespace mentor::evidence {

/// A lower and an upper bound.
struct Interval {
  double low = 0, high = 0;
};

/// 95 % interval of a share `of` / `all`, both >= 0 and `of` <= `all` (Wilson 1927, J. Am. Stat. Assoc. 22). [0, 1] when `all` is 0.
Interval share_interval(long of, long all);

/// Exact 95 % interval of the number that is expected where `count` >= 0 were seen, when they come independently (Garwood 1936,
/// Biometrika 28): quantiles of the chi-square distribution, found from the Poisson sums by bisection.
Interval count_interval(long count);

/// How long one thing lasted, in days > 0; `has_ended` is false when it was still going on when it was last seen.
struct Lifetime {
  int days = 0;
  bool has_ended = false;
};

/// One step of a survival curve: after `days`, a share of `share` is still going.
struct SurvivalStep {
  int days = 0;
  long at_risk = 0, ended = 0;
  double share = 1;
  /// Standard error of the share by Greenwood's formula (1926).
  double error = 0;
};

/// The product-limit estimate (Kaplan and Meier 1958, J. Am. Stat. Assoc. 53): a step for each day on which something ended. What was
/// last seen on the day of an ending was still at risk then. Reorders `lives`.
std::vector<SurvivalStep> survival(std::span<Lifetime> lives);

/// 95 % interval of a step's share on the scale log(-log(share)), which stays within 0 and 1 (Kalbfleisch and Prentice 1980).
Interval survival_interval(const SurvivalStep& step);

}  // namespace mentor::evidence
