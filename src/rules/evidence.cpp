#include "rules/evidence.hpp"

#include <math.h>

#include <algorithm>
#include <cmath>

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

std::array<double, 4> shape_weights(std::span<const double> gaps, double n0) {
  std::array<double, 4> logs{};
  double total = 0, log_sum = 0;
  for (const double gap : gaps) {
    total += gap;
    log_sum += std::log(std::max(gap, .1));
  }
  const auto count = static_cast<double>(gaps.size());
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const double k = kShapes[i], r = k * n0;
    logs[i] = std::log(kShapePrior[i]) + (k - 1) * log_sum - count * log_gamma(k) + log_gamma(r + k * count) - log_gamma(r) + r * std::log(n0) -
              (r + k * count) * std::log(n0 + total);
  }
  const double top = *std::ranges::max_element(logs);
  double sum = 0;
  for (double& value : logs) sum += value = std::exp(value - top);
  for (double& value : logs) value /= sum;
  return logs;
}

double probability_of_majority(int of_one, int of_other) { return 1.0 - incomplete_beta(of_one + 1, of_other + 1, .5); }

double median(std::span<double> values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 != 0 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace mentor::evidence
