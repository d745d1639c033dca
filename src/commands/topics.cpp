#include "commands/topics.hpp"

#include <algorithm>

#include "journal/problem.hpp"
#include "journal/vocabulary.hpp"
#include "practice/questions.hpp"
#include "rules/rule.hpp"

namespace mentor {

std::vector<std::string_view> all_topics() {
  std::vector<std::string_view> names;
  const auto add = [&names](std::string_view name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  for (const Rule* const rule : all_rules()) add(rule->id);
  for (const StateWords& row : state_table()) add(row.name);
  add(kMethodTopic);
  for (const std::string_view set : QuestionSets{}.names()) add(set);
  for (const ProblemKind* const kind : all_problem_kinds()) add(kind->id);
  for (const Kind* const kind : all_kinds()) add(kind->name);
  return names;
}

std::string in_markdown(const Kind& kind) {
  if (!kind.markdown.empty()) return "In Markdown: `" + std::string(kind.markdown) + "`.";
  if (kind.heading.empty()) return {};
  std::string word(kind.heading);
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return "In Markdown: a heading such as `## " + word + " 2026-03-04`, and `Key: value` lines below.";
}

std::vector<std::string_view> setting_names() {
  std::vector<std::string_view> names;
  for (const Field& field : kinds::programme.fields) names.push_back(field.name);
  for (const Rule* const rule : all_rules()) names.push_back(rule->id);
  return names;
}

}  // namespace mentor
