#include "rules/survival.hpp"

#include <algorithm>
#include <cmath>

namespace mentor::evidence {
namespace {

/// The normal quantile of .975.
constexpr double kZ = 1.959963984540054;

/// P(at most `count`) of a Poisson distribution.
double poisson_sum(long count, double mean) {
  double term = std::exp(-mean), sum = term;
  for (long i = 1; i <= count; ++i) sum += term *= mean / static_cast<double>(i);
  return sum;
}

/// The mean at which P(at most `count`) is `share`; it falls as the mean grows.
double poisson_mean(long count, double share) {
  double low = 0, high = static_cast<double>(count) + 10 + 6 * std::sqrt(static_cast<double>(count) + 1);
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (poisson_sum(count, middle) > share ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// From so many on the normal form is as good, and e^-mean does not vanish.
constexpr long kManyCounts = 500;

}  // namespace

Interval share_interval(long of, long all) {
  if (all <= 0) return {0, 1};
  const auto n = static_cast<double>(all);
  const double share = static_cast<double>(of) / n, scale = 1 + kZ * kZ / n;
  const double middle = (share + kZ * kZ / (2 * n)) / scale;
  const double half = kZ * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n)) / scale;
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Interval count_interval(long count) {
  if (count >= kManyCounts) {
    const auto n = static_cast<double>(count);
    return {n - kZ * std::sqrt(n), n + kZ * std::sqrt(n + 1)};
  }
  return {count == 0 ? 0.0 : poisson_mean(count - 1, .975), poisson_mean(count, .025)};
}

std::vector<SurvivalStep> survival(std::span<Lifetime> lives) {
  std::ranges::sort(lives, {}, &Lifetime::days);
  std::vector<SurvivalStep> steps;
  double share = 1, greenwood = 0;
  for (std::size_t i = 0; i < lives.size();) {
    const auto at_risk = static_cast<long>(lives.size() - i);
    const int day = lives[i].days;
    long ended = 0;
    for (; i < lives.size() && lives[i].days == day; ++i) ended += lives[i].has_ended;
    if (ended == 0) continue;
    share *= 1 - static_cast<double>(ended) / static_cast<double>(at_risk);
    greenwood += static_cast<double>(ended) / (static_cast<double>(at_risk) * static_cast<double>(at_risk - ended));
    steps.push_back({day, at_risk, ended, share, ended == at_risk ? 0 : share * std::sqrt(greenwood)});
  }
  return steps;
}

Interval survival_interval(const SurvivalStep& step) {
  if (step.share <= 0 || step.share >= 1) return {step.share, step.share};
  const double log_share = std::log(step.share);
  const double reach = kZ * step.error / (step.share * std::fabs(log_share));
  return {std::exp(log_share * std::exp(reach)), std::exp(log_share * std::exp(-reach))};
}

}  // namespace mentor::evidence
