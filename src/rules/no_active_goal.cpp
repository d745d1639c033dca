// Finds pairs that have met a few times and have no goal in front of them.
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
  if (std::ranges::any_of(c.history.goals, [&c](const GoalFacts& goal) { return goal.created <= c.today && goal.is_open(c.today); })) return;
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
    .source = "S19, M7, Q5",
    .needs = Needs::meetings,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Without a direction conversations stay pleasant and lose their point. A purpose may well emerge only after some meetings; then it deserves to be "
        "written down. Informal pairs "
        "are not asked.",
    .repair = "One goal, noted.",
    .ask = "What would have to be different in a year for these meetings to have been worth it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
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
