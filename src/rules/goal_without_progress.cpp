// Finds goals that have not moved for several meetings, in journals that note progress at all.
#include <algorithm>

#include "base/encode.hpp"
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 3, "held meetings", "without a word on the goal", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];

/// The last day on which an action for the goal was done; false when none was.
Date last_step(const Case& c, const Goal& goal) {
  Date last;
  for (const ActionFacts& action : c.history.actions)
    if (!goal.id.empty() && action.action->goal == goal.id && action.created <= c.today && action.done <= c.today) last = std::max(last, action.done);
  return last;
}

void check(const Case& c, Findings& findings) {
  const auto noted = [&c](const GoalFacts& goal) { return !goal.progress.empty() && goal.progress.front() <= c.today; };
  if (c.assessment.state == State::closing || std::ranges::none_of(c.history.goals, noted)) return;
  for (const GoalFacts& goal : c.history.goals) {
    if (goal.created > c.today || !goal.is_open(c.today)) continue;
    const auto after = std::ranges::upper_bound(goal.progress, c.today);
    const Date last = std::max(after == goal.progress.begin() ? goal.created : *(after - 1), last_step(c, *goal.goal));
    const int meetings = held_since(c, last);
    if (meetings < c.count(kMeetings)) continue;
    Finding finding;
    finding.message = say("`{}` has not moved since {}; {} since then", title_of(*goal.goal), iso(last), counted(meetings, "meeting"));
    finding.place = goal.goal->place;
    finding.limit = &kMeetings;
    finding.limit_value = c.limit(kMeetings);
    finding.repair = say("look at it together: keep, revise, park or drop it; note progress in a meeting as `goals:` with its id");
    finding.subject = encode::terminal(goal.goal->id);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule goal_without_progress;
constinit const Rule goal_without_progress = {
    .id = "goal-without-progress",
    .title = "A goal has not moved for several meetings",
    .source = "S10, T4",
    .needs = Needs::goals,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A goal that nobody mentions any more has either been reached quietly or lost its meaning. Both are worth saying. Journals that never note progress "
        "are not judged.",
    .repair = "Progress noted, or a verdict on the goal.",
    .ask = "Is this still the right goal, and what would be the next visible step?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
goals: [{id: review, title: Lead a design review, set: 2026-01-05, progress: [2026-01-19]}]
meetings: [{date: 2026-01-19}, {date: 2026-02-02}, {date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
goals: [{id: review, title: Lead a design review, set: 2026-01-05}]
meetings: [{date: 2026-02-16}, {date: 2026-03-02, goals: [review]}, {date: 2026-03-16, goals: [review]}]
)"},
    .check = check,
};

}  // namespace mentor
