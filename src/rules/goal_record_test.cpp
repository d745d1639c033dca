#include "rules/goal_record.hpp"

#include <doctest/doctest.h>

#include <array>

namespace mentor {
namespace {

struct Ranks {
  std::uint16_t mentor, mentee;
};

template <std::size_t N>
Disagreement of(const std::array<Ranks, N>& ranks) {
  std::array<Goal, N> goals;
  std::vector<const Goal*> list;
  for (std::size_t i = 0; i < N; ++i) {
    goals[i].priority = {{ranks[i].mentor}, {ranks[i].mentee}};
    list.push_back(&goals[i]);
  }
  Disagreement out = disagreement(list);
  // its number in place of a goal that is gone
  if (out.widest != nullptr) out.goals += 100 * static_cast<int>(out.widest - goals.data());
  out.widest = nullptr;
  return out;
}

}  // namespace

TEST_CASE("two who order their goals alike do not disagree") {
  const Disagreement same = of(std::array<Ranks, 3>{{{1, 1}, {2, 2}, {3, 3}}});
  CHECK(same.goals == 3);
  CHECK(same.order.pairs == 3);
  CHECK(same.order.opposite == 0);
  CHECK(same.places == 0);
}

TEST_CASE("the distance of two reversed orders is the most there is") {
  const Disagreement reversed = of(std::array<Ranks, 4>{{{1, 4}, {2, 3}, {3, 2}, {4, 1}}});
  CHECK(reversed.order.opposite == 6);
  CHECK(reversed.order.pairs == 6);
  CHECK(reversed.places == 8);
  CHECK(reversed.most_places == 8);
}

TEST_CASE("orders are compared among the goals that both have ranked") {
  // 1, 5, 9 of one and 2, 1, 7 of the other are 1 2 3 and 2 1 3
  const Disagreement some = of(std::array<Ranks, 4>{{{1, 2}, {3, 0}, {5, 1}, {9, 7}}});
  CHECK(some.goals == 3);
  CHECK(some.order.opposite == 1);
  CHECK(some.places == 2);
  CHECK(some.most_places == 4);
}

TEST_CASE("goals that one of the two ranks alike are in no order") {
  const Disagreement tied = of(std::array<Ranks, 3>{{{1, 1}, {1, 2}, {3, 3}}});
  CHECK(tied.order.opposite == 0);
  CHECK(tied.places == 1);
}

TEST_CASE("swapping the two changes nothing about how far apart they are") {
  const Disagreement one = of(std::array<Ranks, 4>{{{1, 3}, {2, 1}, {3, 4}, {4, 2}}});
  const Disagreement other = of(std::array<Ranks, 4>{{{3, 1}, {1, 2}, {4, 3}, {2, 4}}});
  CHECK(one.order.opposite == other.order.opposite);
  CHECK(one.places == other.places);
  CHECK(one.goals == other.goals);
}

}  // namespace mentor
