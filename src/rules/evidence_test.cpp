#include "rules/evidence.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <vector>

#include "rules/silence.hpp"

namespace mentor::evidence {
namespace {

nlohmann::json golden() {
  std::ifstream file(std::string(MENTOR_ROOT) + "/tests/golden/silence.json");
  return nlohmann::json::parse(file);
}

/// P(Bin(n, p) >= r), term by term.
double binomial_tail(int n, int r, double p) {
  double sum = 0;
  for (int i = r; i <= n; ++i) sum += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1) + i * std::log(p) + (n - i) * std::log1p(-p));
  return sum;
}

}  // namespace

TEST_CASE("the silence sum agrees with 200 cases of the reference to 1e-9") {
  const auto cases = golden();
  REQUIRE(cases["cases"].size() == 200);
  const double n0 = cases["n0"];
  for (const auto& c : cases["cases"]) {
    const std::vector<double> gaps = c["gaps"];
    Rhythms rhythms;
    rhythms.cadence = c["cadence"];
    rhythms.weights = shape_weights(gaps, n0);
    const double total = std::accumulate(gaps.begin(), gaps.end(), 0.0);
    for (std::size_t i = 0; i < kShapes.size(); ++i) {
      rhythms.tails[i] = {static_cast<int>(gaps.size()), total, kShapes[i], n0};
      CHECK(rhythms.weights[i] == doctest::Approx(c["weights"][i].get<double>()).epsilon(1e-9));
      CHECK(rhythms.tails[i](c["silence"]) == doctest::Approx(c["tails"][i].get<double>()).epsilon(1e-9));
    }
    const double silence = c["silence"];
    const double chance = chance_of_silence(rhythms, silence, silence * rhythms.cadence, 1);
    // shapes that weigh less than 1 in 10,000 are left out; the reference values keep them
    const double epsilon = std::ranges::any_of(rhythms.weights, [](double weight) { return weight < 1e-4; }) ? 1e-3 : 1e-9;
    CHECK(chance == doctest::Approx(c["S"].get<double>()).epsilon(epsilon));
    CHECK(points(c["prior"]) - points(chance) == doctest::Approx(c["points"].get<double>()).epsilon(epsilon));
  }
}

TEST_CASE("for integers the incomplete beta function is a binomial tail") {
  for (const double x : {.01, .2, .5, .77, .99})
    for (const int a : {1, 3, 8})
      for (const int b : {1, 2, 16}) CHECK(incomplete_beta(a, b, x) == doctest::Approx(binomial_tail(a + b - 1, a, x)).epsilon(1e-10));
  CHECK(GapTail(3, 3.05, 4, 2)(3) == doctest::Approx(.010454525373).epsilon(1e-10));
}

TEST_CASE("the share of one side is named from two to nothing on") {
  CHECK(probability_of_majority(2, 0) == doctest::Approx(.875));
  CHECK(probability_of_majority(1, 0) == doctest::Approx(.75));
  CHECK(probability_of_majority(3, 1) == doctest::Approx(.8125));
  CHECK(probability_of_majority(4, 1) == doctest::Approx(.890625));
}

TEST_CASE("the longer the silence, the less likely a live pair") {
  const GapTail tail(4, 4.2, 8, 2);
  double before = 1;
  for (double gap = 0; gap < 12; gap += .25) {
    CHECK(tail(gap) <= before);
    before = tail(gap);
  }
}

}  // namespace mentor::evidence
