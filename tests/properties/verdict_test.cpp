// Laws that every verdict obeys, whatever the journal: held on many made-up pairs, each with a seed of its own.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "journal/settle.hpp"
#include "made_pair.hpp"
#include "rules/state.hpp"
#include "transcript.hpp"

namespace mentor {
namespace {

using namespace made;

constexpr int kPairs = 400;

struct Outcome {
  State state{};
  double p_stopped = 0, drift = 0;
  Party party{};
  bool operator==(const Outcome&) const = default;
};

Outcome judge(const std::string& yaml, Date today) {
  const Source source{"pairs/ada.yaml", yaml};
  const Programme programme;
  const People nobody;
  Problems problems;
  Tree tree;
  Relationship relationship;
  read_source(source, MarkdownRole::relationship, tree, problems);
  Binder{source, 0, tree, nobody, problems}.bind(0, kinds::relationship, relationship);
  settle(relationship, programme.defaults, {&source, 1}, problems);
  REQUIRE(problems.empty());
  History history;
  build_history(relationship, programme, history);
  const Assessment a = Replay{history}.run(today);
  return {a.state, a.points.p_stopped, a.drift, a.party};
}

/// Calls `law(pair, today)` for many pairs, each on a day somewhere in its course or after it.
template <class Law>
void for_many_pairs(Law law) {
  for (unsigned seed = 1; seed <= kPairs; ++seed) {
    const MadePair pair = make_pair(seed);
    const Date today = pair.started + static_cast<int>(seed * 37 % 400);
    INFO("seed ", seed, " on ", iso(today), "\n", journal(pair, {}));
    law(pair, today);
  }
}

}  // namespace

TEST_CASE("an entry that became known later never changes an earlier verdict") {
  for_many_pairs([](const MadePair& pair, Date today) { CHECK(judge(journal(pair, {}), today) == judge(journal(pair, {.known_by = today}), today)); });
}

TEST_CASE("what is written later changes no answer of show, history and check about an earlier day") {
  const transcript::FreshFolder full, then;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const MadePair pair = make_pair(seed);
    const Date today = pair.started + static_cast<int>(seed * 37 % 300);
    transcript::write_text(full.path() / "pairs/ada.yaml", journal(pair, {}));
    transcript::write_text(then.path() / "pairs/ada.yaml", journal(pair, {.known_by = today, .keep_lines = true}));
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"show", "ada"}, {"show", "ada", "--history"}, {"check"}, {"status"}, {"explain", "ada"}}) {
      std::vector<std::string> arguments = words;
      arguments.insert(arguments.end(), {"--today", iso(today)});
      if (words.front() != "explain") arguments.insert(arguments.end(), {"--format", "json"});
      INFO("seed ", seed, " on ", iso(today), " ", words.front(), "\n", journal(pair, {}));
      const std::string with = transcript::run_in(full.path(), arguments).shown(), without = transcript::run_in(then.path(), arguments).shown();
      const bool is_same = with == without;
      CHECK_MESSAGE(is_same, transcript::differences(without, with, "answer"));
    }
  }
}

TEST_CASE("shifting all dates changes nothing") {
  for_many_pairs([](const MadePair& pair, Date today) { CHECK(judge(journal(pair, {}), today) == judge(journal(pair, {.shift_days = 1001}), today + 1001)); });
}

TEST_CASE("swapping the roles swaps who is named and nothing else") {
  int named = 0;
  for_many_pairs([&named](const MadePair& pair, Date today) {
    const Outcome as_is = judge(journal(pair, {}), today);
    Outcome other = judge(journal(pair, {.swap_roles = true}), today);
    named += as_is.party == Party::mentor || as_is.party == Party::mentee;
    if (other.party == Party::mentor || other.party == Party::mentee) other.party = other.party == Party::mentor ? Party::mentee : Party::mentor;
    CHECK(as_is.state == other.state);
    CHECK(as_is.party == other.party);
    CHECK(as_is.p_stopped == doctest::Approx(other.p_stopped).epsilon(1e-12));
    CHECK(as_is.drift == doctest::Approx(other.drift).epsilon(1e-9));
  });
  CHECK(named > 10);
}

TEST_CASE("the order of entries in the file changes nothing") {
  for_many_pairs([](const MadePair& pair, Date today) { CHECK(judge(journal(pair, {}), today) == judge(journal(pair, {.reverse = true}), today)); });
}

TEST_CASE("a pause told as two adjacent ones is the same pause") {
  for_many_pairs([](const MadePair& pair, Date today) { CHECK(judge(journal(pair, {}), today) == judge(journal(pair, {.split_pauses = true}), today)); });
}

TEST_CASE("the longer a pair is silent, the likelier it has stopped") {
  for_many_pairs([](const MadePair& pair, Date) {
    const std::string yaml = journal(pair, {});
    const Date last = pair.entries.empty() ? pair.started : std::ranges::max(pair.entries, {}, &MadeEntry::known).known;
    double before = 0;
    // behind the last entry and whatever is answered or paused after it
    for (Date day = last + 60; day < last + 260; day = day + 20) {
      const double now = judge(yaml, day).p_stopped;
      CHECK(now >= before);
      before = now;
    }
  });
}

TEST_CASE("every state but those that are written down is reached by some pair") {
  std::vector<State> seen;
  for_many_pairs([&seen](const MadePair& pair, Date today) { seen.push_back(judge(journal(pair, {}), today).state); });
  for (const State state : {State::stalled, State::dormant, State::drifting, State::too_early, State::paused, State::on_track}) {
    INFO(name(state));
    CHECK(std::ranges::count(seen, state) > 2);
  }
}

}  // namespace mentor
