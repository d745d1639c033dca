#include "rules/evidence.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <vector>

#include "rules/prior.hpp"
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
    rhythms.weights = shape_weights(gaps, n0, prior_of({}).shape_logs);
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

TEST_CASE("the trend of the example in EPA QA/G-9S, page 109, has its score, variance and Z") {
  const double values[] = {10, 10, 10, 5, 10, 20, 18, 17, 15, 24, 15};
  const Trend trend = mann_kendall(values);
  CHECK(trend.score == 22);
  CHECK(trend.variance == doctest::Approx(155.33).epsilon(1e-4));
  CHECK((trend.score - 1) / std::sqrt(trend.variance) == doctest::Approx(1.685).epsilon(1e-3));
  CHECK(trend.chance_of_rise < .05);
  CHECK(trend.chance_of_fall > .95);
  const double falling[] = {100, 50, 85, 75, 50};
  CHECK(mann_kendall(falling).score == -5);
}

TEST_CASE("the exact chances of a trend have the critical scores of the tables") {
  // Mann-Kendall tables, one-sided: the smallest S with a chance of at most .05 for n = 4 to 10, and of at most .01 for n = 5 to 10
  const auto chance_of = [](int n, int score) {
    std::vector<double> values(static_cast<std::size_t>(n));
    std::iota(values.begin(), values.end(), 0);
    for (int wanted = (n * (n - 1) / 2 - score) / 2, i = 0; wanted > 0; ++i)  // turn neighbours round until the score is reached
      for (int at = n - 2; at >= i && wanted > 0; --at, --wanted) std::swap(values[static_cast<std::size_t>(at)], values[static_cast<std::size_t>(at) + 1]);
    const Trend trend = mann_kendall(values);
    REQUIRE(trend.score == score);
    return trend.chance_of_rise;
  };
  const int at_5[] = {6, 8, 11, 13, 16, 18, 21}, at_1[] = {10, 13, 17, 20, 24, 27};
  for (int n = 4; n <= 10; ++n) {
    CAPTURE(n);
    CHECK(chance_of(n, at_5[n - 4]) <= .05);
    CHECK(chance_of(n, at_5[n - 4] - 2) > .05);
    if (n > 4) CHECK(chance_of(n, at_1[n - 5]) <= .01);
    if (n > 4) CHECK(chance_of(n, at_1[n - 5] - 2) > .01);
  }
  CHECK(chance_of(4, 6) == doctest::Approx(1.0 / 24));
}

TEST_CASE("with ties the chance of a trend is that of counting out every order") {
  for (std::vector<double> values : {std::vector<double>{4, 4, 3}, {5, 4, 4, 3, 3, 2}, {4, 4, 4, 4}, {2, 5, 3, 3, 5, 1, 3}}) {
    const Trend trend = mann_kendall(values);
    int as_low = 0, as_high = 0, all = 0;
    std::vector<double> order = values;
    std::ranges::sort(order);
    do {
      const int score = mann_kendall(order).score;
      as_low += score <= trend.score;
      as_high += score >= trend.score;
      ++all;
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(trend.chance_of_fall == doctest::Approx(static_cast<double>(as_low) / all));
    CHECK(trend.chance_of_rise == doctest::Approx(static_cast<double>(as_high) / all));
  }
}

TEST_CASE("many values have the normal chance of a trend, close to the exact one") {
  std::vector<double> values;
  for (int i = 0; i < 16; ++i) values.push_back(i * 7 % 16);
  const double exact = mann_kendall(values).chance_of_rise;
  values.push_back(-1);
  values.push_back(17);
  const Trend more = mann_kendall(values);
  CHECK(more.chance_of_rise == doctest::Approx(.5 * std::erfc((more.score - 1) / std::sqrt(2 * more.variance))));
  CHECK(std::fabs(more.chance_of_rise - exact) < .05);
}

TEST_CASE("what chance brings at most is a quantile of the binomial") {
  CHECK(most_by_chance(0, .5) == 0);
  CHECK(most_by_chance(4, 0) == 0);
  CHECK(most_by_chance(4, 1) == 4);
  // P(X > 0) = 1 - .99^5 = .049, P(X > 2 of 8 at .1) = .038, P(X > 1 of 8 at .1) = .187
  CHECK(most_by_chance(5, .01) == 0);
  CHECK(most_by_chance(8, .1) == 2);
  CHECK(most_by_chance(10, .5) == 8);
}

TEST_CASE("a mean of few values is drawn towards nothing") {
  CHECK(shrunk_mean(2, 1) == doctest::Approx(1));
  CHECK(shrunk_mean(4, 2) == doctest::Approx(4.0 / 3));
  CHECK(shrunk_mean(-9, 8) == doctest::Approx(-1));
}

TEST_CASE("two orders are as far apart as the pairs they put the other way round") {
  const auto gap = [](std::vector<Ranks> ranks) { return order_gap(ranks); };
  CHECK(gap({}).pairs == 0);
  CHECK(gap({{1, 1}, {2, 2}, {3, 3}}).opposite == 0);
  CHECK(gap({{1, 2}, {2, 1}, {3, 3}}).opposite == 1);
  CHECK(gap({{3, 1}, {2, 2}, {1, 3}}).opposite == 3);
  CHECK(gap({{1, 4}, {2, 3}, {3, 2}, {4, 1}, {5, 5}}).opposite == 6);
  CHECK(gap({{1, 4}, {2, 3}, {3, 2}, {4, 1}, {5, 5}}).pairs == 10);
  CHECK(gap({{1, 2}, {1, 1}, {2, 2}}).opposite == 0);
}

}  // namespace mentor::evidence
