// What `mentor feedback` must not say: a word of a private sheet, or of one side before the other has answered, in any format.
#include <doctest/doctest.h>

#include "commands/command.hpp"
#include "practice/seal.hpp"
#include "practice/worksheet.hpp"
#include "transcript.hpp"

namespace mentor {
namespace {

using transcript::FreshFolder;
using transcript::run_in;
using transcript::write_text;

constexpr std::string_view kPair = "---\nmentor: Grace Kettle\nmentee: Ada Winter\nstarted: 2025-09-01\n---\n## 2026-03-18 held\n";

std::string sheet(const std::string& party, const std::string& set, const std::string& body) {
  return "---\ndate: 2026-03-02\nfrom: " + party + "\nset: " + set + "\nsalt: 5a17c0de5a17c0de5a17c0de5a17c0de\n---\n" + body;
}

/// Everything that is printed when every way of asking is tried in every format, and what then lies in the journal but for private files.
std::string all_that_is_said(const std::filesystem::path& folder) {
  const std::vector<std::vector<std::string>> ways = {{"feedback", "ada"},
                                                      {"feedback", "ada", "--compare"},
                                                      {"feedback", "ada", "--set", "health", "--compare"},
                                                      {"feedback", "ada", "--set", "skills", "--compare"},
                                                      {"feedback", "ada", "--set", "skills", "--write"},
                                                      {"feedback", "ada", "--set", "health", "--write"},
                                                      {"feedback", "ada", "--set", "health", "--for", "mentee", "--seal"},
                                                      {"feedback", "ada", "--set", "health", "--for", "mentee", "--seal"},
                                                      {"feedback", "ada", "--set", "health", "--for", "mentee", "--open"},
                                                      {"feedback", "ada", "--set", "skills", "--for", "mentor", "--open"},
                                                      {"feedback", "ada", "--set", "skills", "--for", "mentor", "--seal"},
                                                      {"show", "ada"},
                                                      {"show", "ada", "--read"},
                                                      {"check", "-v"},
                                                      {"status"}};
  std::string all;
  for (std::vector<std::string> way : ways)
    for (const char* const format : {"full", "json", "markdown"}) {
      way.insert(way.end(), {"--format", format});
      const transcript::Ran ran = run_in(folder, way);
      all += ran.out + ran.err;
      way.resize(way.size() - 2);
    }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "pairs"))
    if (entry.is_regular_file() && entry.path().string().find(".private.") == std::string::npos) all += transcript::read_text(entry.path());
  return all;
}

}  // namespace

TEST_CASE("no word of a private sheet is printed or written anywhere") {
  FreshFolder folder;
  write_text(folder.path() / "pairs/ada/relationship.md", kPair);
  write_text(folder.path() / "pairs/ada/feedback/2026-03-02-mentor-skills.private.md",
             sheet("mentor", "skills", "- listening: 2 canary\n\n## doubts: x?\n\ncanary\n"));
  write_text(folder.path() / "pairs/ada/feedback/2026-03-02-mentee-health.private.md",
             sheet("mentee", "health", "- heard: 2 canary\n- canary-id: 3\nKey: [canary\n"));
  write_text(folder.path() / "pairs/ada/feedback/2026-03-03-mentee-health.private.md", "---\ncanary: [\n---\n");
  const std::string all = all_that_is_said(folder.path());
  CHECK(all.find("sealed: ") != std::string::npos);
  CHECK(all.find("canary") == std::string::npos);
}

TEST_CASE("no word of one side is printed by feedback before the other has answered") {
  FreshFolder folder;
  write_text(folder.path() / "pairs/ada/relationship.md", kPair);
  write_text(folder.path() / "pairs/ada/feedback/2026-03-02-mentee.md", sheet("mentee", "health", "- heard: 2 canary\n- canary-id: 3\n"));
  write_text(folder.path() / "pairs/ada/feedback/2026-03-02-mentor-sealed.md", sheet("mentor", "health", "").insert(4, "sealed: abc\n"));
  for (const char* const format : {"full", "json", "markdown"}) {
    const transcript::Ran ran = run_in(folder.path(), {"feedback", "ada", "--set", "health", "--compare", "--format", format});
    CHECK(ran.code == 0);
    CHECK((ran.out + ran.err).find("canary") == std::string::npos);
  }
}

TEST_CASE("every set makes a sheet for each side that reads back as that side's answers, with nothing answered") {
  FreshFolder folder;
  write_text(folder.path() / "pairs/ada.md", kPair);
  const QuestionSets sets;
  std::size_t sheets = 0;
  for (const QuestionSet* const set : sets.all()) {
    const transcript::Ran ran = run_in(folder.path(), {"feedback", "ada", "--set", std::string(set->name.raw()), "--write"});
    CAPTURE(ran.shown());
    CHECK(ran.code == 0);
    sheets += only_party(*set) == Party::both ? 2U : 1U;
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "pairs/ada/feedback")) files += entry.is_regular_file() ? 1U : 0U;
  CHECK(files == sheets);
  const transcript::Ran checked = run_in(folder.path(), {"check", "--format", "json"});
  CHECK(checked.out.find("\"problems\": []") != std::string::npos);
  const transcript::Ran exported = run_in(folder.path(), {"export", "--format", "json"});
  CHECK(exported.out.find("\"set\": \"health\"") != std::string::npos);
  CHECK(exported.out.find("\"items\": [{") == std::string::npos);
}

TEST_CASE("a sheet that is filled in reads back, in whatever order its questions stand") {
  QuestionSet set;
  set.name = Text{"own"};
  for (const auto& [id, kind] :
       {std::pair{"one", AnswerKind::text}, {"two", AnswerKind::rating}, {"three", AnswerKind::text}, {"four", AnswerKind::now_and_wanted}}) {
    Question question;
    question.id = Text{id};
    question.text = Text{"How?"};
    question.for_whom = Party::both;
    question.answer = kind;
    set.questions.push_back(question);
  }
  std::string text = text_of({set, Party::mentee, Text{"Ada"}, make_date(2026, 3, 2)});
  for (const auto& [label, value] :
       {std::pair{"## one: How?\n", "\nwell\n"}, {"- two:", " 2"}, {"## three: How?\n", "- a\n- b: c\n"}, {"- four:", " 4"}, {"- four-wanted:", " 5"}})
    text.insert(text.find(label) + std::string_view(label).size(), value);
  const Source source{"pairs/ada/feedback/2026-03-02-mentee.private.md", text};
  const PrivateSheet sheet{source};
  REQUIRE(sheet.answers() != nullptr);
  std::string read;
  for (const Entry& item : sheet.answers()->items) read += std::string(item.key.raw()) + "=" + std::string(item.value.raw()) + ";";
  CHECK(read == "one=well;two=2;three=- a\n- b: c;four=4;four-wanted=5;");
}

TEST_CASE("a sheet holds whatever a programme's questions hold") {
  QuestionSet set;
  set.name = Text{"own"};
  set.title = Text{"--- <!-- private --> # a\n---"};
  set.purpose = Text{"--> [x](http://x.example.org)\n---\nfrom: mentor"};
  Question question;
  question.id = Text{"one"};
  question.text = Text{"a\n## two: b\n<!-- private -->"};
  question.for_whom = Party::both;
  question.answer = AnswerKind::text;
  set.questions = {question};
  question.id = Text{"two"};
  question.answer = AnswerKind::rating;
  set.questions.push_back(question);
  std::string text = text_of({set, Party::mentee, Text{"Ada\n---"}, make_date(2026, 3, 2)});
  const std::size_t end = text.find("\n---\n", 4);
  CHECK(text.substr(0, end) == "---\ndate: 2026-03-02\nfrom: mentee\nset: own");
  CHECK(text.find("\n---", end + 4) == std::string::npos);
  CHECK(text.find("<!-- private") == std::string::npos);
  CHECK(text.find("\n## two") == std::string::npos);
}

}  // namespace mentor
