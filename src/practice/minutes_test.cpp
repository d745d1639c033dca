#include "practice/minutes.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <random>

namespace mentor {

TEST_CASE("an hour is parted in steps of five minutes by what each item wishes for") {
  CHECK(allot_minutes({{5, 10}, {5, 20}, {5, 10}}, 60) == std::vector<int>{15, 30, 15});
  CHECK(allot_minutes({{5, 5}, {5, 5}, {5, 5}}, 20) == std::vector<int>{10, 5, 5});
}

TEST_CASE("a length that is no multiple of five is parted by the minute") { CHECK(allot_minutes({{5, 10}, {5, 10}}, 47) == std::vector<int>{24, 23}); }

TEST_CASE("minutes add up to the length, and nobody gets less than the least") {
  std::minstd_rand random(7);
  for (int run = 0; run < 2000; ++run) {
    std::vector<TimeWish> wishes(1 + random() % 9);
    int least = 0;
    for (TimeWish& each : wishes) {
      each.least = static_cast<int>(random() % 4) * 5;
      each.wish = each.least + static_cast<int>(random() % 30);
      least += each.least;
    }
    const int total = least + static_cast<int>(random() % 200);
    const std::vector<int> minutes = allot_minutes(wishes, total);
    CAPTURE(total);
    CHECK(std::accumulate(minutes.begin(), minutes.end(), 0) == total);
    for (std::size_t i = 0; i < wishes.size(); ++i) CHECK(minutes[i] >= wishes[i].least);
  }
}

}  // namespace mentor
