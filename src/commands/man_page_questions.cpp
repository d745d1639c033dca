// mentor-questions(7), from the question sets.
#include <fmt/format.h>

#include "base/encode.hpp"
#include "commands/mdoc.hpp"
#include "commands/product.hpp"
#include "practice/questions.hpp"

namespace mentor {
namespace {

std::string_view whose(const Question& question) {
  return question.for_whom == Party::mentor ? " For the mentor." : question.for_whom == Party::mentee ? " For the mentee." : "";
}

void write_set(Mdoc& page, const QuestionSet& set) {
  page.subsection(encode::terminal(set.name));
  page.prose(fmt::format("{}.", encode::terminal(set.title)));
  page.paragraph();
  page.prose(encode::terminal(set.purpose));
  page.begin_list();
  for (const Question& question : set.questions) {
    page.item(encode::terminal(question.id));
    page.prose(fmt::format("{}{}{}", encode::terminal(question.text), whose(question), question.optional == YesNo::yes ? " Only if you like." : ""));
  }
  page.end_list();
  std::string when;
  for (const Text occasion : set.when) when += (when.empty() ? "" : ", ") + encode::terminal(occasion);
  if (!when.empty()) page.prose(fmt::format("Offered on: {}.", when));
  page.prose(fmt::format("From {}.", encode::terminal(source_in_words(set.source))));
}

}  // namespace

std::string questions_man_page() {
  Mdoc page{"MENTOR-QUESTIONS 7", "mentor-questions", "what the two of a mentoring pair can ask each other"};
  page.section("DESCRIPTION");
  page.prose("A question set is for one conversation, or for a sheet that each fills in alone.");
  page.prose("`mentor feedback --set NAME` prints one, and `mentor feedback PAIR` the one that the findings of a relationship call for.");
  page.paragraph();
  page.prose("A programme adds sets of its own, or replaces one, with YAML files in the folder that `questions:` in `mentor.yaml` names:");
  page.display(
      "set: first-hundred-days\ntitle: New in the house\nwhen: [rapport-building]\nquestions:\n  - {id: doors, for: mentee, text: \"Whose door would you like "
      "to knock on?\"}");
  page.section("ANSWERS");
  page.prose("In Markdown a rating stands behind its name, and everything below a heading with a question's id is the answer:");
  page.display(
      "---\ndate: 2026-03-02\nfrom: mentee\nset: health\n---\n\n- heard: 4\n- heard-wanted: 5\n\n## going-well: What is going well?\n\nWe laugh a lot.");
  page.paragraph();
  page.prose("Answers stand in `feedback/` of the relationship's folder, or for `ada.md` in `ada/feedback/` beside it.");
  page.prose("What stands in a `*.private.md` file is its author's alone: no word of it is ever printed.");
  page.prose(
      "Sealed answers are noted as `sealed:` with a SHA-256 hash over pair, side, set, day, `salt:` and answers, and opened when both sides have answered.");
  page.section("SETS");
  const QuestionSets sets;
  for (const QuestionSet* const set : sets.all()) write_set(page, *set);
  page.section("SEE ALSO");
  page.macro("Xr mentor 1 ,");
  page.macro("Xr mentor-journal 5 ,");
  page.macro("Xr mentor-rules 7");
  return std::move(page).finish();
}

}  // namespace mentor
