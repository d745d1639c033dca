// Finds goals that have stayed at knowing for many meetings.
#include "base/encode.hpp"
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 8, "held meetings", "since the goal was set, and it is still at knowing", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];

void check(const Case& c, Findings& findings) {
  if (c.assessment.state == State::closing) return;
  for (const GoalFacts& goal : c.history.goals) {
    if (goal.goal->stage != Stage::knowing || goal.created > c.today || !goal.is_open(c.today)) continue;
    const int held = held_since(c, goal.created);
    if (held < c.limit(kMeetings)) continue;
    Finding finding;
    finding.message = say("`{}` is still at knowing after {}", title_of(*goal.goal), counted(held, "meeting"));
    finding.place = goal.goal->place;
    finding.limit = &kMeetings;
    finding.limit_value = c.limit(kMeetings);
    finding.repair = say("agree on one small occasion to try it; once it is tried, write `stage: doing`");
    finding.subject = encode::terminal(goal.goal->id);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule learning_stuck;
constinit const Rule learning_stuck = {
    .id = "learning-stuck",
    .title = "A goal has stayed at knowing for many meetings",
    .source = "T16, M11, S10",
    .needs = Needs::stages,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Knowing, doing, living: most of the way lies behind the first step, and talking about something can feel like doing it. It takes time, and some "
        "things are worth only knowing; then the goal may be parked. Goals without a stage are not judged.",
    .repair = "The thing tried once, and the stage noted.",
    .ask = "Where could you try this in a small way before we meet again, and what would make it safe to get it wrong?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-11-03
goals: [{id: decline, title: Say no without a fight, set: 2025-11-10, stage: knowing}]
meetings:
  - {date: 2025-11-10}
  - {date: 2025-11-24}
  - {date: 2025-12-08}
  - {date: 2025-12-22}
  - {date: 2026-01-12}
  - {date: 2026-02-02}
  - {date: 2026-02-16}
  - {date: 2026-03-02}
  - {date: 2026-03-16}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-11-03
goals: [{id: decline, title: Say no without a fight, set: 2025-12-22, stage: knowing}]
meetings:
  - {date: 2025-11-10}
  - {date: 2025-11-24}
  - {date: 2025-12-08}
  - {date: 2025-12-22}
  - {date: 2026-01-12}
  - {date: 2026-02-02}
  - {date: 2026-02-16}
  - {date: 2026-03-02}
  - {date: 2026-03-16}
)"},
    .check = check,
};

}  // namespace mentor
