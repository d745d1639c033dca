// Finds pairs that have met a few times, know what for, and have no goal in front of them.
#include <algorithm>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 3, "held meetings", "time to find a direction", Origin::source},
};
constexpr const Limit& kMeetings = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.state == State::closing || a.silence.held < c.count(kMeetings) || c.relationship.kind == MatchKind::informal) return;
  const auto is_known = [&c](const GoalFacts& goal) { return goal.created <= c.today; };
  if (std::ranges::any_of(c.history.goals, [&](const GoalFacts& goal) { return is_known(goal) && goal.is_open(c.today); })) return;
  // with neither a purpose nor any goal the direction itself is missing, which is another thing to say
  if (c.relationship.purpose.empty() && std::ranges::none_of(c.history.goals, is_known)) return;
  Finding finding;
  finding.message = say("{} held, and no goal is noted", counted(a.silence.held, "meeting"));
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("agree on one goal, however small, and note it under `goals:`");
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule no_active_goal;
constinit const Rule no_active_goal = {
    .id = "no-active-goal",
    .title = "No goal after several meetings",
    .source = "S19, M7, Q2",
    .needs = Needs::meetings,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "A purpose says where to; a goal is the part of the way that can be reached and celebrated. Without one, conversations stay pleasant and lose their "
        "point. Informal pairs are not asked.",
    .repair = "One goal, noted.",
    .ask = "Which part of our purpose could be reached within the next few months?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
purpose: Ada moves from analyst to tech lead
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}, {date: 2026-03-30}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
goals: [{id: review, title: Lead a design review, set: 2026-02-16}]
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}, {date: 2026-03-30}]
)"},
    .check = check,
};

}  // namespace mentor
