#include "practice/revival.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor {
namespace {

TEST_CASE("every sign that asks for a step of revival is a rule") {
  for (const RevivalStepWords& step : revival_steps()) {
    CAPTURE(std::string(step.id));
    std::string_view rest = step.signs;
    while (!rest.empty()) {
      const std::string_view rule = rest.substr(0, rest.find(' '));
      CAPTURE(std::string(rule));
      CHECK(find_rule(rule) != nullptr);
      rest.remove_prefix(std::min(rule.size() + 1, rest.size()));
    }
  }
}

}  // namespace
}  // namespace mentor
