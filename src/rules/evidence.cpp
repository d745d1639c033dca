#include "rules/evidence.hpp"

#include <math.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace mentor::evidence {
namespace {

/// lgamma() writes a global; this one does not, so threads may share it.
double log_gamma(double x) {
  int sign = 0;
  return ::lgamma_r(x, &sign);
}

double beta_fraction(double a, double b, double x) {
  constexpr double kEpsilon = 1e-14, kTiny = 1e-300;
  const auto away_from_zero = [](double v) { return std::fabs(v) < kTiny ? kTiny : v; };
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double h = d;
  for (int m = 1; m < 400; ++m) {
    const double even = m * (b - m) * x / ((a - 1.0 + 2 * m) * (a + 2 * m));
    d = away_from_zero(1.0 + even * d);
    c = away_from_zero(1.0 + even / c);
    d = 1.0 / d;
    h *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1.0 + 2 * m));
    d = away_from_zero(1.0 + odd * d);
    c = away_from_zero(1.0 + odd / c);
    d = 1.0 / d;
    const double step = d * c;
    h *= step;
    if (std::fabs(step - 1.0) < kEpsilon) break;
  }
  return h;
}

}  // namespace

double points(double ratio) { return 10.0 * std::log10(std::max(ratio, 1e-30)); }

double incomplete_beta(double a, double b, double x) { return IncompleteBeta{a, b}(x); }

IncompleteBeta::IncompleteBeta(double a, double b) : a_(a), b_(b), log_beta_(log_gamma(a) + log_gamma(b) - log_gamma(a + b)) {}

double IncompleteBeta::operator()(double x) const {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  const double front = std::exp(a_ * std::log(x) + b_ * std::log1p(-x) - log_beta_);
  if (x < (a_ + 1.0) / (a_ + b_ + 2.0)) return front * beta_fraction(a_, b_, x) / a_;
  return 1.0 - front * beta_fraction(b_, a_, 1.0 - x) / b_;
}

std::array<double, 4> shape_weights(std::span<const double> gaps, double n0, const std::array<double, 4>& prior_logs) {
  std::array<double, 4> logs{};
  double total = 0, log_sum = 0;
  for (const double gap : gaps) {
    total += gap;
    log_sum += std::log(std::max(gap, .1));
  }
  const auto count = static_cast<double>(gaps.size());
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const double k = kShapes[i], r = k * n0;
    logs[i] = prior_logs[i] + (k - 1) * log_sum - count * log_gamma(k) + log_gamma(r + k * count) - log_gamma(r) + r * std::log(n0) -
              (r + k * count) * std::log(n0 + total);
  }
  const double top = *std::ranges::max_element(logs);
  double sum = 0;
  for (double& value : logs) sum += value = std::exp(value - top);
  for (double& value : logs) value /= sum;
  return logs;
}

double probability_of_majority(int of_one, int of_other) { return 1.0 - incomplete_beta(of_one + 1, of_other + 1, .5); }

int most_by_chance(int tries, double rate) {
  constexpr double kBeyond = .05;
  int most = 0;
  while (most < tries && incomplete_beta(most + 1, tries - most, rate) > kBeyond) ++most;
  return most;
}

namespace {

/// Up to so many values the chances of a trend are counted out; their numbers of orders are whole numbers that a double holds.
constexpr std::size_t kCountedOut = 16;

/// How many orders of the values have 0, 1, 2, ... falling pairs.
class Orders {
 public:
  explicit Orders(std::span<const double> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto alike = 1 + std::ranges::count(values.first(i), values[i]);
      add(i + 1, static_cast<std::size_t>(alike));
    }
  }

  /// P(at least `falling` falling pairs).
  double chance_from(int falling) const {
    double sum = 0, all = 0;
    for (std::size_t k = 0; k <= most_; ++k) {
      all += counts_[k];
      if (static_cast<int>(k) >= falling) sum += counts_[k];
    }
    return sum / all;
  }

 private:
  /// The `nth` value, which is the `alike`th of its kind: times 1 + q + ... + q^(nth - 1), by 1 + q + ... + q^(alike - 1).
  void add(std::size_t nth, std::size_t alike) {
    most_ += nth - 1;
    for (std::size_t k = most_; k > 0; --k)
      for (std::size_t i = 1; i < nth && i <= k; ++i) counts_[k] += counts_[k - i];
    for (std::size_t k = 1; k <= most_; ++k)
      for (std::size_t i = 1; i < alike && i <= k; ++i) counts_[k] -= counts_[k - i];
    most_ -= alike - 1;
  }

  std::array<double, kCountedOut*(kCountedOut - 1) / 2 + 1> counts_{1};
  /// The most falling pairs of any order.
  std::size_t most_ = 0;
};

double normal_tail(double z) { return std::erfc(z / std::sqrt(2.0)) / 2; }

}  // namespace

Trend mann_kendall(std::span<const double> values) {
  const auto n = static_cast<double>(values.size());
  Trend trend;
  trend.variance = n * (n - 1) * (2 * n + 5);
  int falling = 0, rising = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i + 1; j < values.size(); ++j) {
      falling += values[i] > values[j];
      rising += values[i] < values[j];
    }
    const auto alike = static_cast<double>(std::ranges::count(values, values[i]));
    trend.variance -= (alike - 1) * (2 * alike + 5);
  }
  trend.variance /= 18;
  trend.score = rising - falling;
  if (falling + rising == 0) return trend;
  if (values.size() <= kCountedOut) {
    const Orders orders{values};
    trend.chance_of_fall = orders.chance_from(falling);
    trend.chance_of_rise = orders.chance_from(rising);
  } else {
    const double deviation = std::sqrt(trend.variance);
    trend.chance_of_fall = normal_tail((-trend.score - 1) / deviation);
    trend.chance_of_rise = normal_tail((trend.score - 1) / deviation);
  }
  return trend;
}

double shrunk_mean(double total, int count, double imaginary) { return total / (count + imaginary); }

namespace {

/// Sorts by the second rank and gives the number of pairs that stood the other way round.
int count_inversions(std::span<Ranks> ranks) {
  if (ranks.size() < 2) return 0;
  const auto [left, right] = std::pair{ranks.first(ranks.size() / 2), ranks.subspan(ranks.size() / 2)};
  int inversions = count_inversions(left) + count_inversions(right);
  std::size_t passed = 0;
  for (const Ranks& each : right) {
    while (passed < left.size() && left[passed].second <= each.second) ++passed;
    inversions += static_cast<int>(left.size() - passed);
  }
  std::ranges::inplace_merge(ranks, ranks.begin() + static_cast<std::ptrdiff_t>(left.size()), {}, &Ranks::second);
  return inversions;
}

}  // namespace

OrderGap order_gap(std::span<Ranks> ranks) {
  const auto n = static_cast<int>(ranks.size());
  std::ranges::sort(ranks, [](const Ranks& a, const Ranks& b) { return std::pair{a.first, a.second} < std::pair{b.first, b.second}; });
  return {count_inversions(ranks), n * (n - 1) / 2};
}

double median(std::span<double> values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 != 0 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace mentor::evidence
