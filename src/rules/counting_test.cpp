#include "rules/counting.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "rules/prior.hpp"

namespace mentor {
namespace {

/// Pairs that meet every week from the first Monday of 2025 on, but not in the days [from, to].
Tally weekly(int pairs, int weeks, Date from = {}, Date to = {}) {
  Tally tally;
  for (int i = 0; i < pairs; ++i) {
    CountedPair& pair = tally.pairs.emplace_back();
    const Date first = make_date(2025, 1, 6) + i % 5;
    for (int week = 0; week < weeks; ++week)
      if (const Date day = first + 7 * week; !from || day < from || day > to) pair.held.push_back(day);
    for (std::size_t m = 1; m < pair.held.size() && m <= 8; ++m)
      pair.gaps.push_back({pair.held[m - 1], pair.held[m], days_between(pair.held[m - 1], pair.held[m]), 7});
    tally.days += 7 * weeks;
  }
  return tally;
}

const Date kToday = make_date(2026, 1, 5);

}  // namespace

TEST_CASE("weeks in which hardly anybody met are found, and joined") {
  const Date from = make_date(2025, 7, 21), to = make_date(2025, 8, 10);
  const std::vector<Holiday> quiet = quiet_weeks(weekly(40, 50, from, to), kToday, {});
  REQUIRE(quiet.size() == 1);
  CHECK(quiet[0].from == from);
  CHECK(quiet[0].to == to);
  CHECK(quiet_weeks(weekly(40, 50), kToday, {}).empty());
}

TEST_CASE("few pairs make no quiet week, nor does what is listed already, nor the end of everything") {
  const Date from = make_date(2025, 7, 21), to = make_date(2025, 8, 10);
  CHECK(quiet_weeks(weekly(6, 50, from, to), kToday, {}).empty());
  Holiday summer;
  summer.from = from;
  summer.to = to;
  CHECK(quiet_weeks(weekly(40, 50, from, to), kToday, {summer}).empty());
  CHECK(quiet_weeks(weekly(40, 50, make_date(2025, 3, 3), make_date(2025, 6, 1)), kToday, {}).empty());
}

TEST_CASE("a regular programme is found to be regular, in any order of its pairs") {
  Tally tally = weekly(100, 50);
  std::ranges::reverse(tally.pairs);
  const Counted counted = count_up(tally, {}, kToday), usual = built_in();
  CHECK(counted.relationships.value == 100);
  CHECK(counted.strict_rhythm.value > 3 * usual.strict_rhythm.value);
  CHECK(counted.loose_rhythm.value < usual.loose_rhythm.value);
  CHECK(counted.ended_early.value < usual.ended_early.value);
  CHECK(counted.kept.value == -1);
  CHECK(count_up(tally, {}, kToday).strict_rhythm.value == counted.strict_rhythm.value);
}

TEST_CASE("30 pairs move a share halfway from the built-in one") {
  Tally tally = weekly(30, 50);
  tally.kept = {150, 300};
  const double usual = 100 * method::kKept.good / (method::kKept.good + method::kKept.bad);
  CHECK(count_up(tally, {}, kToday).kept.value == doctest::Approx((50 + usual) / 2).epsilon(.01));
}

TEST_CASE("counted figures are in force from 30 relationships on, and can be switched off") {
  Programme programme;
  CHECK(!has_counted(programme));
  programme.counted.relationships = {29};
  programme.counted.ended_early = {60};
  CHECK(!has_counted(programme));
  programme.counted.relationships = {30};
  CHECK(has_counted(programme));
  CHECK(prior_of(programme).silent_month > 2 * method::kHazardMonth);
  CHECK(prior_of(programme).signs[0].good == method::kKept.good);
  programme.counted.used = YesNo::no;
  CHECK(prior_of(programme).silent_month == method::kHazardMonth);
}

TEST_CASE("the built-in figures, written down as counted ones, change next to nothing") {
  Programme programme;
  programme.counted = built_in();
  programme.counted.relationships = {100};
  const Prior usual = prior_of({}), again = prior_of(programme);
  CHECK(again.silent_month == doctest::Approx(usual.silent_month).epsilon(.03));
  for (std::size_t i = 0; i < usual.signs.size(); ++i) CHECK(again.signs[i].good == doctest::Approx(usual.signs[i].good).epsilon(.01));
  for (std::size_t i = 0; i < usual.shape_logs.size(); ++i) CHECK(again.shape_logs[i] == doctest::Approx(usual.shape_logs[i]).epsilon(.01));
}

}  // namespace mentor
