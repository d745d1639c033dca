// Holds the question sets to what they promise: complete, named as the documentation names them, kind, and open where that is meant.
#include "practice/questions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "rules/axes.hpp"
#include "rules/rule.hpp"
#include "transcript.hpp"

namespace mentor {
namespace {

const QuestionSets& sets() {
  static const QuestionSets all;
  return all;
}

std::string lower_case(Text text) {
  std::string out(text.raw());
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Calls `use(set, question)` for every question that is compiled in.
template <class Use>
void for_each_question(Use use) {
  for (const QuestionSet* const set : sets().all())
    for (const Question& question : set->questions) use(*set, question);
}

bool has_word(const std::string& text, std::string_view word) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the sets are those of the documentation, each with as many questions as its source names") {
  const std::vector<std::pair<std::string, std::size_t>> expected = {
      {"stalled", 5},      {"goals", 5},   {"priorities", 5}, {"feedback", 4}, {"purpose", 7},  {"ladder", 7},  {"review", 5}, {"reflection", 10},
      {"stock-taking", 5}, {"closing", 5}, {"drive", 7},      {"mastery", 6},  {"presence", 5}, {"rapport", 4}, {"skills", 6}, {"health", 20}};
  std::vector<std::pair<std::string, std::size_t>> found;
  for (const QuestionSet* const set : sets().all()) found.emplace_back(set->name.raw(), set->questions.size());
  CHECK(found == expected);
}

TEST_CASE("every file of a set is in the list, and holds the set of its name") {
  std::set<std::string> files, names;
  for (const auto& entry : std::filesystem::directory_iterator(MENTOR_ROOT "/src/practice/questions"))
    if (entry.path().extension() == ".yaml") files.insert(entry.path().stem().string());
  for (const std::string_view name : sets().names()) names.emplace(name);
  CHECK(files == names);
}

TEST_CASE("ids are plain words, each once in its set") {
  std::set<std::string> seen;
  for_each_question([&seen](const QuestionSet& set, const Question& question) {
    const std::string id(question.id.raw());
    CAPTURE(id);
    CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos);
    CHECK(!id.ends_with("-wanted"));
    CHECK(seen.insert(std::string(set.name.raw()) + "/" + id).second);
  });
}

TEST_CASE("the axes are told by all statements of their areas") {
  const std::vector<std::vector<Text>> areas = {{Text{"purpose"}}, {Text{"trust"}, Text{"conversation"}}};
  for (std::size_t i = 0; i < std::size(kAxes); ++i) {
    std::vector<std::string_view> found;
    for (const Question& question : sets().find("health")->questions)
      if (std::ranges::find(areas[i], question.area) != areas[i].end()) found.push_back(question.id.raw());
    CHECK(std::ranges::equal(found, kAxes[i].statements));
  }
}

TEST_CASE("every question says for whom it is, what it is about, how it is answered and which document it comes from") {
  for (const QuestionSet* const set : sets().all()) {
    CAPTURE(std::string(set->name.raw()));
    CHECK(!set->title.empty());
    CHECK(set->purpose.raw().ends_with('.'));
    CHECK(!set->questions.empty());
  }
  for_each_question([](const QuestionSet&, const Question& question) {
    CAPTURE(std::string(question.id.raw()));
    CHECK(question.for_whom != Party::unset);
    CHECK(question.answer != AnswerKind::unset);
    CHECK(!question.area.empty());
    CHECK(std::string(Text{source_in_words(question.source)}.raw()).starts_with('"'));
  });
}

TEST_CASE("a question asks, a statement to rate states") {
  for_each_question([](const QuestionSet&, const Question& question) {
    CAPTURE(std::string(question.text.raw()));
    CHECK(question.text.raw().ends_with(question.answer == AnswerKind::text ? '?' : '.'));
  });
}

TEST_CASE("questions are open: none can be answered with yes or no") {
  // what may all the same begin so, and why
  const std::map<std::string, std::string> allowed = {{"on-track", "the journal keeps yes, no or unsure; the question goes on"}};
  const std::set<std::string> openers = {"are", "is",   "am",    "was",   "were",   "do",  "does", "did",   "have", "has",
                                         "had", "will", "would", "could", "should", "can", "may",  "shall", "must", "might"};
  for_each_question([&](const QuestionSet&, const Question& question) {
    if (question.answer != AnswerKind::text || allowed.count(std::string(question.id.raw())) != 0) return;
    const std::string text = lower_case(question.text);
    CAPTURE(text);
    CHECK(openers.count(text.substr(0, text.find_first_of(" ,"))) == 0);
    // after an opening clause too: "If we started again, would you ..."
    const std::size_t comma = text.find(", ");
    if (comma != std::string::npos && comma < 40) CHECK(openers.count(text.substr(comma + 2, text.find(' ', comma + 2) - comma - 2)) == 0);
  });
}

TEST_CASE("questions put nobody on the spot and use no jargon") {
  // stricter than for other messages, of which tests/wording_test.cpp holds every one to words that blame nobody
  const std::vector<std::string_view> banned = {"wrong",    "never",       "always",     "weakness",    "problem", "why did",   "why didn't", "synergy",
                                                "leverage", "stakeholder", "touch base", "deliverable", "kpi",     "alignment", "actionable", "proactive"};
  for_each_question([&](const QuestionSet&, const Question& question) {
    const std::string text = lower_case(question.text);
    for (const std::string_view word : banned) {
      CAPTURE(text);
      CAPTURE(std::string(word));
      CHECK(!has_word(text, word));
    }
  });
}

TEST_CASE("what calls for a set is a rule, a state or a phase that there is") {
  std::set<std::string> known;
  for (const StateWords& row : state_table()) known.emplace(row.name);
  for (const std::string_view phase : Words<Phase>::list) known.emplace(phase);
  for (const Rule* const rule : all_rules()) known.emplace(rule->id);
  for (const QuestionSet* const set : sets().all())
    for (const Text when : set->when) {
      CAPTURE(std::string(when.raw()));
      CHECK(known.count(std::string(when.raw())) == 1);
    }
}

TEST_CASE("nobody is led to a set whose answers stay private, for that would show who needs it") {
  for (const QuestionSet* const set : sets().all())
    if (set->self_check == YesNo::yes) CHECK(set->when.empty());
  CHECK(sets().find("rapport")->self_check == YesNo::yes);
  CHECK(sets().find("skills")->self_check == YesNo::yes);
}

TEST_CASE("the ladder goes from origin to dreams, and what is private may be left out") {
  std::string rungs;
  for (const Question& rung : sets().find("ladder")->questions) rungs += std::string(rung.id.raw()) + (rung.optional == YesNo::yes ? "? " : " ");
  CHECK(rungs == "family-origin? home? education work challenges interests dreams ");
}

TEST_CASE("the reflection has two questions on each of its five topics") {
  std::map<std::string, int> topics;
  for (const Question& question : sets().find("reflection")->questions) ++topics[std::string(question.area.raw())];
  CHECK(topics == std::map<std::string, int>{{"direction", 2}, {"disconnect", 2}, {"rapport", 2}, {"situation", 2}, {"transitions", 2}});
}

TEST_CASE("the health check has the same items for both, in six areas") {
  std::map<std::string, int> areas;
  for (const Question& item : sets().find("health")->questions) {
    CHECK(item.for_whom == Party::both);
    CHECK(item.answer == AnswerKind::now_and_wanted);
    ++areas[std::string(item.area.raw())];
  }
  CHECK(areas.size() == 6);
}

TEST_CASE("a programme adds sets and replaces one, and a bad file hides no other") {
  transcript::FreshFolder journal;
  const auto write = [&journal](const std::string& name, std::string_view text) { transcript::write_text(journal.path() / "own" / name, text); };
  write("a.yaml", "set: first-days\nquestions:\n  - {id: doors, for: mentee, text: Whose door?}\n  - {id: doors, text: Again?}\n");
  write("b.yaml", "set: feedback\ntitle: Ours\nwhen: [stalld]\nquestions: [{id: one, text: How is it?}]\n");
  write("c.yaml", "set: [broken\n");
  write("d.yaml", "questions: [{id: one, text: No name?}]\n");
  write("notes.md", "not a set\n");
  const Folder folder{journal.path().string()};
  Programme programme;
  programme.questions = Text{"own"};
  Problems problems;
  const QuestionSets with_own{folder, programme, problems};
  CHECK(with_own.all().size() == sets().all().size() + 1);
  CHECK(with_own.all().back()->name == Text{"first-days"});
  CHECK(with_own.find("first-days")->questions.size() == 1);
  CHECK(with_own.find("feedback")->title == Text{"Ours"});
  CHECK(with_own.all()[3] == with_own.find("feedback"));
  CHECK(questions_for(*with_own.find("first-days"), Party::mentor).empty());
  std::string kinds;
  for (const Problem& problem : problems) kinds += problem.path + ":" + std::to_string(problem.line) + " " + std::string(problem.kind->id) + "\n";
  CHECK(kinds == "own/a.yaml:4 not-allowed\nown/b.yaml:3 not-allowed\nown/c.yaml:1 yaml-syntax\nown/d.yaml:1 missing-key\n");
}

TEST_CASE("the folder of question sets must lie in the journal") {
  transcript::FreshFolder outside, journal;
  transcript::write_text(outside.path() / "a.yaml", "set: theirs\nquestions: [{id: one, text: How?}]\n");
  std::filesystem::create_directory_symlink(outside.path(), journal.path() / "link");
  const Folder folder{journal.path().string()};
  for (const std::string& path :
       {outside.path().string(), "../" + outside.path().filename().string(), std::string("link"), std::string("link/."), std::string("none")}) {
    CAPTURE(path);
    Programme programme;
    programme.questions = Text{path};
    Problems problems;
    const QuestionSets with_own{folder, programme, problems};
    CHECK(with_own.find("theirs") == nullptr);
    CHECK(problems.size() == 1);
  }
}

}  // namespace mentor
