// Finds pairs in which one side does what was agreed and the other mostly does not.
#include <algorithm>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"due", 3, "actions", "of each side that were due, at least", Origin::judgement},
    {"window", 8, "actions", "of each side, the last that were due, that are compared", Origin::judgement},
    {"difference", 0.6, "share done", "so far, at least, do the two sides lie apart", Origin::judgement},
};
constexpr const Limit &kDue = kLimits[0], &kWindow = kLimits[1], &kDifference = kLimits[2];

/// What became of the last actions of one side that were due.
struct Share {
  int due = 0, done = 0;
  std::vector<const ActionFacts*> open;

  Share(const Case& c, Party party) {
    const auto& actions = c.history.actions;
    for (auto it = actions.rbegin(); it != actions.rend() && due < c.count(kWindow); ++it) {
      if (it->owner != party || it->due > c.today || it->known > c.today) continue;
      ++due;
      if (it->done && it->done <= c.today)
        ++done;
      else
        open.push_back(&*it);
    }
  }
  double value() const { return due == 0 ? 0 : static_cast<double>(done) / due; }
};

void check(const Case& c, Findings& findings) {
  const Share of_mentor(c, Party::mentor), of_mentee(c, Party::mentee);
  if (std::min(of_mentor.due, of_mentee.due) < std::max(1, c.count(kDue))) return;
  if (std::fabs(of_mentor.value() - of_mentee.value()) + 1e-9 < c.limit(kDifference)) return;
  const bool is_of_mentor = of_mentor.value() < of_mentee.value();
  const Party party = is_of_mentor ? Party::mentor : Party::mentee, other = is_of_mentor ? Party::mentee : Party::mentor;
  const Share &behind = is_of_mentor ? of_mentor : of_mentee, &ahead = is_of_mentor ? of_mentee : of_mentor;
  if (behind.open.empty()) return;
  Finding finding;
  finding.party = party;
  finding.message = say("of the last actions that were due {} has {} of {} noted as done, {} {} of {}", name_of(c.relationship, party), behind.done, behind.due,
                        name_of(c.relationship, other), ahead.done, ahead.due);
  finding.place = behind.open.front()->action->place;
  for (auto it = behind.open.rbegin(); it != behind.open.rend(); ++it)
    finding.evidence.push_back({(*it)->action->place, (*it)->due, say("due: {}", (*it)->action->text)});
  finding.limit = &kDifference;
  finding.limit_value = c.limit(kDifference);
  finding.repair = say("tick off what is done; of the rest keep one action that {} wants to do, and drop the others aloud", name_of(c.relationship, party));
  finding.subject = std::string(word(party));
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule actions_one_sided;
constinit const Rule actions_one_sided = {
    .id = "actions-one-sided",
    .title = "Agreed actions are done on one side only",
    .source = "S4, T9",
    .needs = Needs::actions,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Whoever ticks off every action and sees those of the other stay open begins to feel alone in it. Often the two lists were never alike: one has ten "
        "minutes' worth, the other a week's. Compared is what each side took on itself with a day to it, never what they are able to do.",
    .repair = "What is done, ticked off; what is not wanted, dropped.",
    .ask = "Which of our actions are really ours to want, and which did we take on to be polite?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - date: 2026-02-02
    actions:
      - {mentor: send the guide, due: 2026-02-09}
      - {mentor: ask Edith for an hour, due: 2026-02-16}
      - {mentor: find last year's plan, due: 2026-02-23}
      - {mentee: read the guide, due: 2026-02-09, done: 2026-02-08}
      - {mentee: draft a plan, due: 2026-02-16, done: 2026-02-16}
      - {mentee: show it to the team, due: 2026-02-23, done: 2026-02-20}
  - {date: 2026-03-16}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - date: 2026-02-02
    actions:
      - {mentor: send the guide, due: 2026-02-09, done: 2026-02-09}
      - {mentor: ask Edith for an hour, due: 2026-02-16, done: 2026-02-16}
      - {mentor: find last year's plan, due: 2026-02-23}
      - {mentee: read the guide, due: 2026-02-09, done: 2026-02-08}
      - {mentee: draft a plan, due: 2026-02-16, done: 2026-02-16}
      - {mentee: show it to the team, due: 2026-02-23, done: 2026-02-20}
  - {date: 2026-03-16}
)"},
    .check = check,
};

}  // namespace mentor
