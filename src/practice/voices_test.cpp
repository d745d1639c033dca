#include "practice/voices.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "practice/seal.hpp"

namespace mentor {
namespace {

/// Answers as a journal has them.
class Journal {
 public:
  explicit Journal(std::string answers) {
    source_.path = "ada.yaml";
    source_.text = "mentor: Grace\nmentee: Ada\nanswers:\n" + answers;
    Problems problems;
    read_source(source_, MarkdownRole::relationship, tree_, problems);
    const People nobody;
    Binder{source_, 0, tree_, nobody, problems}.bind(0, kinds::relationship, read);
    read.id = Text{"ada"};
    CHECK(problems.empty());
  }

  std::vector<Round> rounds(std::string_view set = "health", Date today = make_date(2026, 3, 30)) const { return mentor::rounds(read, Text{set}, today); }

  Relationship read;

 private:
  Source source_;
  Tree tree_;
};

const QuestionSet& health() {
  static const QuestionSets sets;
  return *sets.find("health");
}

std::vector<Compared> compared(const Journal& journal) {
  const std::vector<Round> all = journal.rounds();
  REQUIRE(all.back().is_complete());
  return compare(health(), all.back(), all.size() > 1 ? &all[all.size() - 2] : nullptr);
}

const Compared& item(const std::vector<Compared>& all, std::string_view id) {
  return *std::ranges::find_if(all, [id](const Compared& one) { return one.question->id == Text{id}; });
}

}  // namespace

TEST_CASE("answers of both sides within a month are one round, whoever is first") {
  const Journal journal(
      "  - {date: 2026-01-02, from: mentee, set: health, items: {heard: 3}}\n"
      "  - {date: 2026-01-20, from: mentor, set: health, items: {heard: 4}}\n"
      "  - {date: 2026-02-10, from: mentor, set: health, items: {heard: 5}}\n"
      "  - {date: 2026-03-20, from: mentee, set: health, items: {heard: 2}}\n"
      "  - {date: 2026-01-21, from: mentor, set: goals, items: {valid: x}}\n"
      "  - {date: 2026-04-20, from: mentor, set: health, items: {heard: 1}}\n"
      "  - {from: mentor, set: health, items: {heard: 1}}\n"
      "  - {date: 2026-03-21, set: health, items: {heard: 1}}\n"
      "  - {date: 2026-03-22, from: mentor, set: health}\n");
  const std::vector<Round> all = journal.rounds();
  REQUIRE(all.size() == 3);
  CHECK(all[0].is_complete());
  CHECK(all[0].date() == make_date(2026, 1, 20));
  CHECK(all[1].voices.mentee.answers == nullptr);
  CHECK(all[2].voices.mentor.answers == nullptr);
  CHECK(journal.rounds("health", make_date(2026, 1, 10)).size() == 1);
  CHECK(journal.rounds("stalled").empty());
}

TEST_CASE("gaps and wishes are counted item by item") {
  const Journal journal(
      "  - {date: 2026-01-02, from: mentee, set: health, items: {heard: 3}}\n"
      "  - {date: 2026-01-02, from: mentor, set: health, items: {heard: 4}}\n"
      "  - {date: 2026-03-02, from: mentee, set: health, items: {heard: 1, heard-wanted: 5, point: 4 - mostly, fresh: 2, useful: well}}\n"
      "  - {date: 2026-03-02, from: mentor, set: health, items: {heard: 4, heard-wanted: 3, point: 4/5, daring: 2, useful: 3}}\n");
  const std::vector<Compared> all = compared(journal);
  CHECK(all.size() == 20);
  CHECK(item(all, "heard").apart() == 3);
  CHECK(item(all, "heard").wish(Party::mentee) == 4);
  CHECK(item(all, "heard").wish(Party::mentor) == 0);  // wants less of it than there is
  CHECK(item(all, "heard").weight() == 7);
  CHECK(item(all, "heard").before.mentee == 3);
  CHECK(item(all, "point").is_rated_by_both());
  CHECK(item(all, "point").apart() == 0);
  CHECK_FALSE(item(all, "fresh").is_rated_by_both());
  CHECK(item(all, "fresh").apart() == 0);
  CHECK(item(all, "useful").now.mentee.rating == 0);
  CHECK(item(all, "useful").now.mentee.is_there());
}

TEST_CASE("the heaviest item comes first, and one point is noise") {
  const Journal journal(
      "  - {date: 2026-03-02, from: mentee, set: health, items: {awkward: 3, heard: 1, point: 2, fresh: 4, useful: 3, useful-wanted: 4}}\n"
      "  - {date: 2026-03-02, from: mentor, set: health, items: {awkward: 5, heard: 5, point: 5, fresh: 5, useful: 3, useful-wanted: 4}}\n");
  const std::vector<Compared> all = compared(journal);
  std::string ids;
  for (const Compared* const one : talk_first(all, 9)) ids += std::string(one->question->id.raw()) + " ";
  CHECK(ids == "heard point awkward useful ");
  CHECK(talk_first(all, 2).size() == 2);
}

TEST_CASE("swapping the two swaps what is said of each, and nothing else") {
  const std::string one = "{awkward: 3, heard: 1, heard-wanted: 4, useful: 5}", other = "{awkward: 5, heard: 5, fresh: 2, useful: 4}";
  const auto both = [](const std::string& mentee, const std::string& mentor) {
    return Journal("  - {date: 2026-03-02, from: mentee, set: health, items: " + mentee +
                   "}\n  - {date: 2026-03-02, from: mentor, set: health, items: " + mentor + "}\n");
  };
  const Journal straight = both(one, other), swapped = both(other, one);
  const std::vector<Compared> a = compared(straight), b = compared(swapped);
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].weight() == b[i].weight());
    CHECK(a[i].apart() == b[i].apart());
    CHECK(a[i].now.mentor.rating == b[i].now.mentee.rating);
    CHECK(a[i].wish(Party::mentor) == b[i].wish(Party::mentee));
  }
  CHECK(talk_first(a, 3).size() == talk_first(b, 3).size());
}

TEST_CASE("a seal alone is an answer that nobody can read, and opened answers are held to it") {
  Journal plain("  - {date: 2026-03-02, from: mentee, set: health, salt: 00112233445566778899aabbccddeeff, items: {heard: 1}}\n");
  const std::string hash = seal(Text{"ada"}, plain.read.answers[0]);
  const std::string sealed = "  - {date: 2026-03-02, from: mentee, set: health, sealed: " + hash + "}\n";
  const std::string open = "  - {date: 2026-03-02, from: mentee, set: health, salt: 00112233445566778899aabbccddeeff, items: {heard: 1}}\n";
  const std::string changed = "  - {date: 2026-03-02, from: mentee, set: health, salt: 00112233445566778899aabbccddeeff, items: {heard: 4}}\n";
  const std::string copied = "  - {date: 2026-03-03, from: mentor, set: health, sealed: " + hash + "}\n";
  const auto round = [](const Journal& journal) {
    const std::vector<Round> all = journal.rounds();
    REQUIRE(all.size() == 1);
    return all[0];
  };
  const Journal closed(sealed), kept(sealed + open), altered(changed + sealed), replayed(sealed + copied);
  CHECK(round(closed).voices.mentee.seal == Voice::Seal::closed);
  CHECK_FALSE(round(closed).is_complete());
  CHECK(round(kept).voices.mentee.seal == Voice::Seal::kept);
  CHECK(round(altered).voices.mentee.seal == Voice::Seal::changed);
  CHECK(round(replayed).has_copied_seal);
  CHECK_FALSE(round(kept).has_copied_seal);
}

TEST_CASE("answers to no question are told with what was perhaps meant") {
  const Journal journal(
      "  - {date: 2026-03-02, from: mentee, set: health, items: {herd: 1, heard-wanted: 3, nothing-like-it: 3}}\n"
      "  - {date: 2026-03-02, from: mentor, set: health, items: {heard: 1}}\n");
  const std::vector<Round> all = journal.rounds();
  const std::vector<Stray> found = strays(health(), all[0]);
  REQUIRE(found.size() == 2);
  CHECK(found[0].meant == "heard");
  CHECK(found[1].meant.empty());
}

}  // namespace mentor
