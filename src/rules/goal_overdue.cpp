// Finds goals whose day has passed while they are still open.
#include "base/encode.hpp"
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 0, "days", "time after the goal's day before it is worth a word", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  for (const GoalFacts& goal : c.history.goals) {
    if (!goal.goal->due || goal.created > c.today || !goal.is_open(c.today)) continue;
    const int late = days_between(goal.goal->due, c.today);
    if (late <= c.limit(kDays)) continue;
    Finding finding;
    finding.message = say("`{}` was meant to be reached by {}, {} ago, and is still open", title_of(*goal.goal), iso(goal.goal->due), days(late));
    finding.place = goal.goal->place;
    finding.limit = &kDays;
    finding.limit_value = c.limit(kDays);
    finding.repair = say("celebrate it as met, or give it a new day, or park it: `status:` or `due:`");
    finding.subject = encode::terminal(goal.goal->id);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule goal_overdue;
constinit const Rule goal_overdue = {
    .id = "goal-overdue",
    .title = "A goal's day has passed",
    .source = "S10, Q2",
    .needs = Needs::goals,
    .severity = Severity::warning,
    .limits = kLimits,
    .why = "A date that passes in silence takes the other goals' dates with it. Moving it is no failure; it is what a review is for.",
    .repair = "A verdict: met, a new day, parked or dropped.",
    .ask = "How close did this one come, and what does that tell us about its size?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals: [{id: review, title: Lead a design review, set: 2026-01-05, due: 2026-02-27}]
meetings: [{date: 2026-03-16}, {date: 2026-03-23}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals: [{id: review, title: Lead a design review, set: 2026-01-05, due: 2026-02-27, status: met, closed: 2026-02-20}, {id: talk, title: Give a talk, due: 2026-06-01}]
meetings: [{date: 2026-03-16}, {date: 2026-03-23}]
)"},
    .check = check,
};

}  // namespace mentor
