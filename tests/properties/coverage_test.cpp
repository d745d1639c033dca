// A year of meetings by the agenda: no question returns before its set is through, every set that the phase calls for gets its turn, and the
// minutes add up.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "practice/questions.hpp"
#include "transcript.hpp"

namespace mentor::transcript {
namespace {

using Json = nlohmann::json;

constexpr int kMeetings = 26;

struct Year {
  std::string_view phase;
  int minutes = 60;
  /// Each meeting notes what its agenda asked.
  bool notes_topics = false;
};

/// The journal when some meetings are held, each two weeks after the one before.
std::string journal(const Year& year, const std::vector<std::string>& topics) {
  std::string text = fmt::format("mentor: Grace\nmentee: Ada\nstarted: 2025-03-03\ncadence: 2 weeks\nlength: {} min\n", year.minutes);
  if (!year.phase.empty()) text += fmt::format("phase: {}\n", year.phase);
  text += "meetings:\n";
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const std::string day = iso(make_date(2025, 3, 17) + static_cast<int>(14 * i));
    text += year.notes_topics && !topics[i].empty() ? fmt::format("  - {{date: {}, topics: [{}]}}\n", day, topics[i]) : fmt::format("  - {{date: {}}}\n", day);
  }
  return topics.empty() ? text + "  []\n" : text;
}

/// Takes questions in the order they are asked, and holds them to the rule.
class Rounds {
 public:
  void ask(const std::string& set, const std::string& question) {
    std::set<std::string>& round = asked_[set];
    const QuestionSet* const whole = sets_.find(set);
    CAPTURE(set);
    CAPTURE(question);
    CHECK(round.insert(question).second);
    if (question.empty() || round.size() == whole->questions.size()) {
      round.clear();
      ++through_[set];
    }
  }
  bool came_up(const QuestionSet& set) const {
    const std::string name = encode_name(set);
    return asked_.count(name) > 0;
  }
  static std::string encode_name(const QuestionSet& set) { return std::string(set.name.raw()); }
  const QuestionSets& sets() const { return sets_; }
  int rounds_of(const std::string& set) const { return through_.count(set) > 0 ? through_.at(set) : 0; }

 private:
  QuestionSets sets_;
  std::map<std::string, std::set<std::string>> asked_;
  std::map<std::string, int> through_;
};

/// The topics of one agenda, as a meeting would note them.
std::string take(const Json& agenda, const Year& year, Rounds& rounds) {
  std::string topics;
  int minutes = 0;
  for (const Json& item : agenda.at("agenda")) {
    minutes += item.at("minutes").get<int>();
    if (item.at("item") == "goals" || !item.contains("points")) continue;
    for (const Json& point : item.at("points")) {
      if (point.at("set").is_null()) continue;
      const std::string set = point.at("set"), question = point.at("question").is_null() ? "" : point.at("question").get<std::string>();
      rounds.ask(set, question);
      topics += (topics.empty() ? "" : ", ") + (set == "ladder" ? question : question.empty() ? set : set + "/" + question);
    }
  }
  CHECK(minutes == year.minutes);
  return topics;
}

void meet_for_a_year(const Year& year, Rounds& rounds) {
  const FreshFolder folder;
  std::vector<std::string> topics;
  for (int i = 0; i < kMeetings; ++i) {
    write_text(folder.path() / "pairs/ada.yaml", journal(year, topics));
    const std::string today = iso(make_date(2025, 3, 10) + 14 * i);
    const std::vector<std::string> command = {"agenda", "ada", "--format", "json", "--today", today, "--date", "+1w"};
    const Ran ran = run_in(folder.path(), command);
    CAPTURE(i);
    REQUIRE(ran.code == 0);
    CHECK(run_in(folder.path(), command).out == ran.out);
    topics.push_back(take(Json::parse(ran.out).at("relationships").at(0), year, rounds));
  }

}

}  // namespace

TEST_CASE("over a year of meetings no question returns before its set is through, and every set of the phase gets its turn") {
  for (const std::string_view phase : {"", "rapport-building", "direction-setting", "progress-making", "winding-down"})
    for (const bool notes_topics : {false, true})
      for (const int minutes : {30, 60}) {
        const Year year{phase, minutes, notes_topics};
        CAPTURE(phase);
        CAPTURE(notes_topics);
        CAPTURE(minutes);
        Rounds rounds;
        meet_for_a_year(year, rounds);
        for (const QuestionSet* const set : rounds.sets().all())
          if (std::ranges::find(set->when, Text{phase}) != set->when.end()) {
            CAPTURE(Rounds::encode_name(*set));
            CHECK(rounds.came_up(*set));
          }
        CHECK(rounds.rounds_of("ladder") == 1);
      }
}

}  // namespace mentor::transcript
