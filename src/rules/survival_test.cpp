#include "rules/survival.hpp"

#include <doctest/doctest.h>

#include <array>

namespace mentor::evidence {

TEST_CASE("the survival curve is that of the textbook: weeks in remission of 21 patients (Freireich et al. 1963, Gehan 1965)") {
  std::vector<Lifetime> lives;
  for (const int ended : {6, 6, 6, 7, 10, 13, 16, 22, 23}) lives.push_back({ended, true});
  for (const int seen : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) lives.push_back({seen, false});
  const std::vector<SurvivalStep> steps = survival(lives);
  struct Row {
    int week;
    long at_risk;
    double share, error;
  };
  constexpr std::array<Row, 7> table = {Row{6, 21, .8571, .0764}, {7, 17, .8067, .0869}, {10, 15, .7529, .0963}, {13, 12, .6902, .1068},
                                        {16, 11, .6275, .1141},   {22, 7, .5378, .1282}, {23, 6, .4482, .1346}};
  REQUIRE(steps.size() == table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    CAPTURE(table[i].week);
    CHECK(steps[i].days == table[i].week);
    CHECK(steps[i].at_risk == table[i].at_risk);
    CHECK(steps[i].share == doctest::Approx(table[i].share).epsilon(1e-4));
    CHECK(steps[i].error == doctest::Approx(table[i].error).epsilon(1e-3));
  }
  // the interval that statistics packages print for the first step with the log-log transform
  CHECK(survival_interval(steps[0]).low == doctest::Approx(.6197).epsilon(1e-3));
  CHECK(survival_interval(steps[0]).high == doctest::Approx(.9516).epsilon(1e-3));
}

TEST_CASE("nothing that has not ended makes no step, and all that ended leave none") {
  std::vector<Lifetime> going = {{5, false}, {9, false}};
  CHECK(survival(going).empty());
  std::vector<Lifetime> ended = {{5, true}, {5, true}};
  REQUIRE(survival(ended).size() == 1);
  CHECK(survival(ended)[0].share == 0);
  CHECK(survival_interval(survival(ended)[0]).high == 0);
}

TEST_CASE("intervals of shares and counts are those of the tables") {
  CHECK(share_interval(0, 10).low == 0);
  CHECK(share_interval(0, 10).high == doctest::Approx(.2775).epsilon(1e-3));
  CHECK(share_interval(7, 10).low == doctest::Approx(.3968).epsilon(1e-3));
  CHECK(share_interval(7, 10).high == doctest::Approx(.8922).epsilon(1e-3));
  CHECK(share_interval(0, 0).high == 1);
  CHECK(count_interval(0).low == 0);
  CHECK(count_interval(0).high == doctest::Approx(3.6889).epsilon(1e-4));
  CHECK(count_interval(5).low == doctest::Approx(1.6235).epsilon(1e-4));
  CHECK(count_interval(5).high == doctest::Approx(11.6683).epsilon(1e-4));
  CHECK(count_interval(100).low == doctest::Approx(81.36).epsilon(1e-3));
  CHECK(count_interval(100).high == doctest::Approx(121.63).epsilon(1e-3));
}

}  // namespace mentor::evidence
