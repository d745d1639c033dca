// Finds pairs whose goals are all settled, at least one of them met, while neither a new goal nor an end is noted.
#include <algorithm>

#include "rules/ending.hpp"
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

void check(const Case& c, Findings& findings) {
  int met = 0, settled = 0;
  Date last;
  const Goal* newest = nullptr;
  for (const GoalFacts& goal : c.history.goals) {
    if (goal.created > c.today) continue;
    if (goal.is_open(c.today)) return;
    ++settled;
    met += goal.goal->status == GoalStatus::met;
    if (goal.closed >= last) newest = goal.goal;
    last = std::max(last, goal.closed);
  }
  if (met == 0 || Ending{c.relationship, c.today}.is_begun()) return;
  Finding finding;
  finding.message = settled == met ? say("{} met, the last on {}", settled == 1 ? "the one goal is" : fmt::format("all {} goals are", met), iso(last))
                                   : say("no goal is open: {} met, {} parked or dropped, the last on {}", met, settled - met, iso(last));
  finding.place = newest->place;
  for (const GoalFacts& goal : c.history.goals)
    if (goal.created <= c.today) finding.evidence.push_back({goal.goal->place, goal.closed, say("{}: {}", word(goal.goal->status), title_of(*goal.goal))});
  finding.repair = say("celebrate it; then agree on the next goal, or on a good end: `mentor close {}` has its steps", c.relationship.id);
  finding.subject = iso(last);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule goals_all_met;
constinit const Rule goals_all_met = {
    .id = "goals-all-met",
    .title = "The goals are met, and nothing new is noted",
    .source = "E10, S29, Q2",
    .needs = Needs::goals,
    .severity = Severity::info,
    .limits = {},
    .why =
        "This is what it was for. A relationship lasts as long as its goals do, and what comes after them is worth a decision of both: a new goal, or an end "
        "with thanks. Drifting on without either is how good ones fade.",
    .repair = "A new goal, or the decision to end.",
    .ask = "We have got where we wanted to go: what would be worth meeting for next, and if nothing is, how do we want to end?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-10-06
goals:
  - {id: review, title: Lead a design review, set: 2025-10-13, status: met, closed: 2026-03-09}
  - {id: talk, title: Give a talk, set: 2025-10-13, status: dropped, closed: 2026-01-12}
meetings: [{date: 2026-02-23}, {date: 2026-03-09}, {date: 2026-03-23}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-10-06
goals:
  - {id: review, title: Lead a design review, set: 2025-10-13, status: met, closed: 2026-03-09}
  - {id: talk, title: Give a talk, set: 2026-03-09}
meetings: [{date: 2026-02-23}, {date: 2026-03-09}, {date: 2026-03-23}]
)"},
    .check = check,
};

}  // namespace mentor
