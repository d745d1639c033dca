#include "rules/prior.hpp"

#include <algorithm>
#include <cmath>

namespace mentor {

using namespace method;

namespace {

constexpr double kMonthsPerYear = 12;

/// The same weight as `usual`, the share of good ones as counted.
SignPrior counted(const SignPrior& usual, Count of_100) {
  if (of_100.value < 0) return usual;
  const double weight = usual.good + usual.bad, share = std::clamp(of_100.value / 100.0, .02, kHighestRate);
  return {weight * share, weight * (1 - share), usual.factor};
}

Count of_100(double share) { return {static_cast<std::int32_t>(std::lround(100 * share))}; }
Count of_100(const SignPrior& sign) { return of_100(sign.good / (sign.good + sign.bad)); }

std::array<double, 4> logs_of(std::array<double, 4> shares) {
  for (double& share : shares) share = std::log(share);
  return shares;
}

}  // namespace

double ended_of_100(double silent_month) { return 100 * (1 - std::pow(1 - silent_month / kSilentShare, kMonthsPerYear)); }

double silent_month(double ended_of_100) {
  const double share = std::clamp(ended_of_100 / 100, .01, .90);
  return kSilentShare * (1 - std::pow(1 - share, 1 / kMonthsPerYear));
}

Counted built_in() {
  constexpr std::array<double, 4> shapes = evidence::kShapePrior;
  Counted out;
  out.ended_early = of_100(ended_of_100(kHazardMonth) / 100);
  out.loose_rhythm = of_100(shapes[0]);
  out.fair_rhythm = of_100(shapes[1]);
  out.steady_rhythm = of_100(shapes[2]);
  out.strict_rhythm = of_100(shapes[3]);
  out.kept = of_100(kKept);
  out.agenda = of_100(kAgenda);
  out.feedback = of_100(kFeedback);
  out.actions_done = of_100(kAction);
  return out;
}

bool has_counted(const Programme& programme) { return programme.counted.relationships.value >= kFewestCounted && programme.counted.used != YesNo::no; }

Prior prior_of(const Programme& programme) {
  static const std::array<double, 4> usual = logs_of(evidence::kShapePrior);
  Prior prior;
  prior.shape_logs = usual;
  if (!has_counted(programme)) return prior;
  const Counted& c = programme.counted;
  if (c.ended_early.value >= 0) prior.silent_month = silent_month(c.ended_early.value);
  const std::array<Count, 4> of_100 = {c.loose_rhythm, c.fair_rhythm, c.steady_rhythm, c.strict_rhythm};
  if (std::ranges::all_of(of_100, [](Count share) { return share.value >= 0; })) {
    double total = 0;
    for (const Count share : of_100) total += std::max(1, share.value);
    for (std::size_t i = 0; i < of_100.size(); ++i) prior.shape_logs[i] = std::log(std::max(1, of_100[i].value) / total);
  }
  const std::array<Count, kLearnedSigns> signs = {c.kept, c.agenda, c.feedback, c.actions_done, Count{}};
  for (std::size_t i = 0; i < signs.size(); ++i) prior.signs[i] = counted(prior.signs[i], signs[i]);
  return prior;
}

}  // namespace mentor
