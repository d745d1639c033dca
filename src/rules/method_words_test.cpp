#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "rules/method_words.hpp"
#include "rules/rule.hpp"

namespace mentor {

TEST_CASE("every ground of a state is one step of the method, and the last step always holds") {
  const std::vector<StateStep> steps = state_steps(levels(Programme{}));
  std::set<Assessment::Ground> grounds;
  for (const StateStep& step : steps) {
    CHECK(grounds.insert(step.ground).second);
    CHECK_FALSE(step.holds.empty());
  }
  CHECK(grounds.size() == static_cast<std::size_t>(Assessment::Ground::few_meetings) + 1);
  CHECK(steps.back().ground == Assessment::Ground::none);
  CHECK(steps.back().state == State::on_track);
}

TEST_CASE("the method in words tells of the false alarms in force") {
  const auto words = [](const Programme& programme) {
    std::string all;
    for (const MethodPart& part : method_in_words(programme))
      for (const std::string& paragraph : part.paragraphs) all += paragraph + "\n";
    return all;
  };
  Programme strict;
  strict.false_alarms.stalled.value = 3;
  CHECK(words(Programme{}).find("10 may be called stalled") != std::string::npos);
  CHECK(words(strict).find("3 may be called stalled") != std::string::npos);
}

}  // namespace mentor
