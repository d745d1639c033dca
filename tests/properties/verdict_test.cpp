// Laws that every verdict obeys, whatever the journal: held on many made-up pairs, each with a seed of its own.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "journal/settle.hpp"
#include "rules/state.hpp"

namespace mentor {
namespace {

constexpr int kPairs = 400;

/// One entry of the journal: its line, and the day from which it is known.
struct MadeEntry {
  std::string section;
  Date day, known;
  std::string_view status;
  Party by{};
  int mentor_pulse = 0, mentee_pulse = 0, minutes = 0;
  /// Of a pause its end, of a contact its answer.
  Date until;
};

struct MadePair {
  Date started;
  int cadence = 14;
  std::vector<MadeEntry> entries;
};

MadePair make_pair(unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  MadePair pair{make_date(2025, 1, 6) + pick(0, 200), std::vector{7, 14, 30}[static_cast<std::size_t>(pick(0, 2))], {}};
  Date day = pair.started + pick(1, 10);
  const int meetings = pick(0, 14);
  for (int i = 0; i < meetings; ++i, day = day + std::max(1, pair.cadence + pick(-3, 3) + (pick(0, 7) == 0 ? pair.cadence : 0))) {
    const int fate = pick(0, 9);
    const std::string_view status = fate < 7 ? "held" : fate == 7 ? "cancelled" : fate == 8 ? "no-show" : "moved";
    const Party by = status == "held" ? Party::unset : pick(0, 1) == 0 ? Party::mentor : Party::mentee;
    pair.entries.push_back({"meetings", day, day + pick(0, 6), status, by, pick(0, 5), pick(0, 5), pick(20, 60), {}});
    if (pick(0, 6) == 0)
      pair.entries.push_back({"contacts", day + 2, day + 2, "", pick(0, 1) == 0 ? Party::mentor : Party::mentee, 0, 0, 0, pick(0, 1) == 0 ? day + 5 : Date{}});
    if (pick(0, 9) == 0) pair.entries.push_back({"pauses", day + 1, day + 1, "", Party::unset, 0, 0, 0, day + 1 + pick(5, 40)});
  }
  return pair;
}

std::string_view swapped(Party party, bool swap) {
  return word(!swap ? party : party == Party::mentor ? Party::mentee : party == Party::mentee ? Party::mentor : party);
}

struct Spelling {
  /// Only what was known on this day; everything when false.
  Date known_by = {};
  int shift_days = 0;
  bool swap_roles = false, reverse = false, split_pauses = false;
};

std::string line(const MadeEntry& entry, const Spelling& how) {
  const auto day = [&how](Date date) { return iso(date + how.shift_days); };
  if (entry.section == "pauses") {
    if (!how.split_pauses) return fmt::format("  - {{from: {}, to: {}}}\n", day(entry.day), day(entry.until));
    return fmt::format("  - {{from: {0}, to: {1}}}\n  - {{from: {2}, to: {3}, announced: {0}}}\n", day(entry.day), day(entry.day + 2), day(entry.day + 3),
                       day(entry.until));
  }
  if (entry.section == "contacts") {
    const bool is_answered = entry.until && (!how.known_by || entry.until <= how.known_by);
    return fmt::format("  - {{date: {}, from: {}{}}}\n", day(entry.day), swapped(entry.by, how.swap_roles),
                       is_answered ? ", answered: " + day(entry.until) : "");
  }
  std::string out = fmt::format("  - {{date: {}, status: {}, logged: {}", day(entry.day), entry.status, day(entry.known));
  if (entry.by != Party::unset) out += fmt::format(", by: {}, notice: 3 h", swapped(entry.by, how.swap_roles));
  if (entry.status != "held") return out + "}\n";
  out += fmt::format(", minutes: {}/60", entry.minutes);
  const int mentor = how.swap_roles ? entry.mentee_pulse : entry.mentor_pulse, mentee = how.swap_roles ? entry.mentor_pulse : entry.mentee_pulse;
  if (mentor > 0)
    out += fmt::format(", pulse: {{mentor: {}{}}}", mentor, mentee > 0 ? fmt::format(", mentee: {}", mentee) : "");
  else if (mentee > 0)
    out += fmt::format(", pulse: {{mentee: {}}}", mentee);
  return out + "}\n";
}

std::string journal(const MadePair& pair, const Spelling& how) {
  std::string out =
      fmt::format("mentor: Grace\nmentee: Ada\nstarted: {}\ncadence: {} days\nlength: 60 min\n", iso(pair.started + how.shift_days), pair.cadence);
  for (const std::string_view section : {"meetings", "contacts", "pauses"}) {
    std::string lines;
    for (const MadeEntry& entry : pair.entries) {
      if (entry.section != section || (how.known_by && entry.known > how.known_by)) continue;
      lines = how.reverse ? line(entry, how) + lines : lines + line(entry, how);
    }
    if (!lines.empty()) out += fmt::format("{}:\n{}", section, lines);
  }
  return out;
}

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
