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
/// How regular is this pair? Posterior weights of kShapes given its own gaps, in units of the cadence.
std::array<double, 4> shape_weights(std::span<const double> gaps, double n0);

/// P(share > 1/2) of a share with `of_one` against `of_other` counted, uniform beforehand: Beta(1 + of_one, 1 + of_other).
double probability_of_majority(int of_one, int of_other);

/// The middle value; of an even number the mean of the two in the middle. Reorders `values`, which must not be empty.
double median(std::span<double> values);

}  // namespace mentor::evidence
