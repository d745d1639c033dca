// The statistics that the rules share: pure functions of numbers. Unit of evidence: 1 point = 1 decibel of likelihood ratio, so 3
// points double the odds and 10 points make them ten times as large.
#pragma once
#include <array>
#include <span>

namespace mentor::evidence {

/// Points of a ratio: 10 log10(x), with x kept at or above 1e-30.
double points(double ratio);

/// The regularised incomplete beta function I_x(a, b), a and b > 0, by the continued fraction of Lentz (modified by Thompson and Barnett,
/// J. Comput. Phys. 64, 1986). For integers it is a binomial tail.
double incomplete_beta(double a, double b, double x);

/// The same with what does not depend on x worked out beforehand: asked for many x at fixed a and b.
class IncompleteBeta {
 public:
  IncompleteBeta() = default;
  IncompleteBeta(double a, double b);
  double operator()(double x) const;

 private:
  double a_ = 1, b_ = 1, log_beta_ = 0;
};

/// P(the next gap is longer than a given one) of a pair that is still going. Gaps are Gamma(shape k, rate L) with L ~ Gamma(k n0, n0): the
/// agreed rhythm counts as `n0` imaginary gaps of length 1, to which the pair's own `count` gaps of sum `total` are added. All gaps are in
/// units of the cadence. This is S of MBG/CNBD-k (Reutterer, Platzer and Schroeder 2020) as an incomplete beta.
class GapTail {
 public:
  GapTail() = default;
  GapTail(int count, double total, double k, double n0) : beta_(k * (n0 + count), k), scale_(n0 + total) {}
  double operator()(double gap) const { return gap <= 0 ? 1.0 : beta_(scale_ / (scale_ + gap)); }

 private:
  IncompleteBeta beta_;
  double scale_ = 1;
};

/// Shapes of the gap distribution, from nearly random to very regular, and how common each is before anything is known.
inline constexpr std::array<double, 4> kShapes = {2, 4, 8, 16};
inline constexpr std::array<double, 4> kShapePrior = {.2, .4, .3, .1};
/// How regular is this pair? Posterior weights of kShapes given its own gaps, in units of the cadence, and the logarithms of how common
/// each shape is.
std::array<double, 4> shape_weights(std::span<const double> gaps, double n0, const std::array<double, 4>& prior_logs);

/// P(share > 1/2) of a share with `of_one` against `of_other` counted, uniform beforehand: Beta(1 + of_one, 1 + of_other).
double probability_of_majority(int of_one, int of_other);

/// How many of `tries` come up at most in 19 of 20 cases, when each does with probability `rate`: the .95 quantile of a binomial.
int most_by_chance(int tries, double rate);

/// Whether a series of values falls or rises, by the signs of all its pairs.
struct Trend {
  /// Kendall's S: rising pairs less falling ones.
  int score = 0;
  /// Of S when there is no trend, with the correction for ties: [n(n-1)(2n+5) - sum t(t-1)(2t+5)] / 18.
  double variance = 0;
  /// P(S this low), and P(S this high), when all orders of these values are equally likely.
  double chance_of_fall = 1, chance_of_rise = 1;
};

/// The test of Mann (1945) and Kendall (1975). Up to 16 values the chances are exact, ties included: orders of the values by their falling
/// pairs are the coefficients of a Gaussian multinomial (MacMahon 1913). Beyond, the normal approximation with a correction of 1 (Gilbert
/// 1987). Quadratic in the number of values.
Trend mann_kendall(std::span<const double> values);

/// A mean that few values do not carry far: `total` over `count` values and `imaginary` further ones of 0. It is the posterior mean of a
/// normal mean whose prior, centred on 0, is worth as many values.
double shrunk_mean(double total, int count, double imaginary = 1);

/// How far two orders of the same things are apart.
struct OrderGap {
  /// Pairs that the two put the other way round, and pairs at all. Kendall's distance (1938); ties in either order are no disagreement.
  int opposite = 0, pairs = 0;
};

/// One thing's rank in either order.
struct Ranks {
  int first = 0, second = 0;
};
/// Reorders `ranks`.
OrderGap order_gap(std::span<Ranks> ranks);

/// The middle value; of an even number the mean of the two in the middle. Reorders `values`, which must not be empty.
double median(std::span<double> values);

}  // namespace mentor::evidence
