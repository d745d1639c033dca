// Finds changes of circumstances after which the goals have not been looked at.
#include <algorithm>

#include "rules/goal_record.hpp"
#include "rules/talks.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// The last day on which goals were set, settled or reviewed, or the two looked back together.
Date last_look_at_goals(const Case& c) {
  Date last = last_talk(c);
  const auto look_at = [&](Date day) {
    if (day && day <= c.today) last = std::max(last, day);
  };
  for (const GoalFacts& goal : c.history.goals) {
    look_at(goal.created);
    look_at(goal.closed);
    for (const GoalReview& review : goal.goal->reviews) look_at(review.date);
  }
  return last;
}

Message words(const Case& c, const Event& event) {
  const Message whose = event.who == Party::mentor || event.who == Party::mentee ? say("for {}", name_of(c.relationship, event.who))
                        : event.who == Party::both                               ? say("for both")
                                                                                 : say("around the two");
  if (event.what.empty()) return say("something changed {}", whose);
  return say("something changed {} (`{}`)", whose, event.what);
}

void check(const Case& c, Findings& findings) {
  if (c.assessment.state == State::closing || open_goals(c).empty()) return;
  const Date looked = last_look_at_goals(c);
  const Event* newest = nullptr;
  Finding finding;
  for (const Event& event : c.relationship.events) {
    if (!event.date || event.date > c.today || event.date <= looked) continue;
    if (newest == nullptr || event.date >= newest->date) newest = &event;
    finding.evidence.push_back({event.place, event.date, words(c, event)});
  }
  if (newest == nullptr) return;
  finding.party = newest->who == Party::external ? Party::unset : newest->who;
  finding.message = say("{} on {}, and no look at the goals is noted since", words(c, *newest), iso(newest->date));
  finding.place = newest->place;
  finding.repair = say("go through the goals once: keep, revise, park or drop each, and note it as a review of the goal");
  finding.subject = iso(newest->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule circumstances_changed;
constinit const Rule circumstances_changed = {
    .id = "circumstances-changed",
    .title = "Circumstances changed, and the goals were not looked at",
    .source = "S22, C12, Q3",
    .needs = Needs::events,
    .severity = Severity::info,
    .limits = {},
    .why =
        "A new team, a new manager, a child: what mattered before may matter less now, and other things more. Goals from before the change are kept out of "
        "politeness until both lose interest. A look at them takes minutes.",
    .repair = "A review of a goal, or of the relationship, on or after the day of the change.",
    .ask = "What has changed around you, and which of our goals would you choose again today?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals: [{id: review, title: Lead a design review, set: 2026-01-19}]
events: [{date: 2026-03-09, who: mentee, what: moved to the platform team}]
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals: [{id: review, title: Lead a design review, set: 2026-01-19, reviews: [{date: 2026-03-16, by: mentee, verdict: keep}]}]
events: [{date: 2026-03-09, who: mentee, what: moved to the platform team}]
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
