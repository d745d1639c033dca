// The phase, asked day after day: a watch that goes through the journal once says what one says that is asked of a single day.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "journal/settle.hpp"
#include "made_pair.hpp"
#include "random_journal.hpp"
#include "rules/phase.hpp"

namespace mentor {
namespace {

constexpr unsigned kJournals = 60;
constexpr int kStep = 5;

/// Holds every few days from a month before the first entry to a month behind the last; gives the phases that it met.
std::set<Phase> hold(const std::string& yaml) {
  const Source source{"pairs/ada.yaml", yaml};
  const Programme programme;
  const People nobody;
  Problems problems;
  Tree tree;
  Relationship relationship;
  read_source(source, MarkdownRole::relationship, tree, problems);
  Binder{source, 0, tree, nobody, problems}.bind(0, kinds::relationship, relationship);
  settle(relationship, programme.defaults, {&source, 1}, problems);
  History history;
  build_history(relationship, programme, history);
  std::set<Phase> phases;
  if (!history.started) return phases;
  PhaseWatch watch{history};
  const Date last = (history.slots.empty() ? history.started : history.slots.back().day) + 31;
  for (Date day = history.started - 31; day < last; day = day + kStep) {
    const PhaseFound once = infer_phase(history, day), then = watch.on(day);
    CAPTURE(iso(day));
    CHECK(once.phase == then.phase);
    CHECK(once.since == then.since);
    CHECK(once.reason == then.reason);
    phases.insert(then.phase);
  }
  return phases;
}

}  // namespace

TEST_CASE("a phase that is asked for day after day is the one of each day") {
  std::set<Phase> phases;
  for (unsigned seed = 1; seed <= kJournals; ++seed) {
    CAPTURE(seed);
    phases.merge(hold(made::journal(made::make_pair(seed), {})));
    random_journal::Dice dice{seed};
    phases.merge(hold(random_journal::spell_yaml(random_journal::make_relationship(dice), dice)));
  }
  // else the journals would tell little
  CHECK(phases.size() == 6);
}

}  // namespace mentor
