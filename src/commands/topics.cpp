#include "commands/topics.hpp"

#include <algorithm>

#include "journal/problem.hpp"
#include "journal/vocabulary.hpp"
#include "rules/rule.hpp"

namespace mentor {

std::vector<std::string_view> all_topics() {
  std::vector<std::string_view> names;
  const auto add = [&names](std::string_view name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  for (const Rule* const rule : all_rules()) add(rule->id);
  for (const StateWords& row : state_table()) add(row.name);
  for (const ProblemKind* const kind : all_problem_kinds()) add(kind->id);
  for (const Kind* const kind : all_kinds()) add(kind->name);
  return names;
}

}  // namespace mentor
