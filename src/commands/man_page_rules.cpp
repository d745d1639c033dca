// mentor-rules(7), from the records of rules, states and problems.
#include <fmt/format.h>

#include "commands/mdoc.hpp"
#include "commands/product.hpp"
#include "report/format.hpp"
#include "rules/method_words.hpp"
#include "rules/rule.hpp"

namespace mentor {
namespace {

void write_limits(Mdoc& page, const Rule& rule) {
  page.begin_list();
  for (const Limit& limit : rule.limits) {
    page.item(limit.key);
    page.prose(fmt::format("{:g} {}: {} (from {}).", limit.value, limit.unit, limit.meaning, name(limit.origin)));
  }
  page.end_list();
}

void write_rule(Mdoc& page, const Rule& rule) {
  page.subsection(rule.id);
  page.prose(fmt::format("{}.", rule.title));
  page.paragraph();
  page.prose(rule.why);
  page.paragraph();
  page.prose(fmt::format("What clears it: {}", rule.repair));
  page.prose(fmt::format("To ask at the next meeting: {}", rule.ask));
  page.paragraph();
  page.prose(fmt::format("Its severity is {}.", name(rule.severity)));
  if (rule.needs != Needs::nothing) page.prose(fmt::format("It needs {} in the journal.", in_words(rule.needs)));
  if (rule.limits.empty()) return;
  page.prose("Its limits:");
  write_limits(page, rule);
}

/// With the figures that are built in.
void write_method(Mdoc& page) {
  const Programme built_in;
  page.section("METHOD");
  for (const MethodPart& part : method_in_words(built_in)) {
    page.subsection(part.heading);
    for (std::size_t i = 0; i < part.paragraphs.size(); ++i) {
      if (i > 0) page.paragraph();
      page.prose(part.paragraphs[i]);
    }
  }
  page.subsection("The order of the states");
  page.prose("The first that holds decides.");
  page.begin_list();
  for (const StateStep& step : state_steps(levels(built_in))) {
    page.item(name(step.state));
    page.prose(step.holds + ".");
  }
  page.end_list();
}

}  // namespace

std::string rules_man_page() {
  Mdoc page{"MENTOR-RULES 7", "mentor-rules", "what mentor looks for in a journal"};
  page.section("DESCRIPTION");
  page.prose("A rule sees one thing in a journal that is worth a word.");
  page.prose("A rule that the journal gives nothing to judge by is passed over, and the report says so.");
  page.paragraph();
  page.prose("Limits and severities are set in `mentor.yaml`, and a rule is switched off there:");
  page.display("signs:\n  cancellations: off\n  no-feedback: info\n  short-meetings: {share: 0.7}");
  page.section("RULES");
  for (const Rule* const rule : all_rules()) write_rule(page, *rule);
  page.section("STATES");
  page.prose("Every relationship is in one of these, from the gravest to the calmest.");
  page.begin_list();
  for (const StateWords& row : state_table()) {
    page.item(row.name);
    page.prose(row.meaning);
    page.prose(row.advice);
  }
  page.end_list();
  write_method(page);
  page.section("PROBLEMS");
  page.prose("What may be wrong in the files. The rest of a file, and every other file, is read all the same.");
  page.begin_list();
  for (const ProblemKind* const kind : all_problem_kinds()) {
    page.item(fmt::format("{} ({})", kind->id, name(kind->severity)));
    page.prose(fmt::format("{}.", kind->title));
    page.prose(kind->why);
  }
  page.end_list();
  page.section("SEE ALSO");
  page.macro("Xr mentor 1 ,");
  page.macro("Xr mentor-journal 5 ,");
  page.macro("Xr mentor-questions 7");
  return std::move(page).finish();
}

}  // namespace mentor
