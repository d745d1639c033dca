// Finds pairs that have met a few times and have noted neither a purpose nor a goal.
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
  const Relationship& r = c.relationship;
  const auto held = static_cast<int>(c.held().size());
  if (held < c.count(kMeetings) || !r.purpose.empty() || r.kind == MatchKind::informal || r.phase == Phase::rapport_building ||
      c.assessment.state == State::closing)
    return;
  if (std::ranges::any_of(c.history.goals, [&c](const GoalFacts& goal) { return goal.created <= c.today; })) return;
  Finding finding;
  finding.message = say("{} held, and neither a purpose nor a goal is noted", counted(held, "meeting"));
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("agree on one goal, however small, and note it under `goals:`; a sentence of `purpose:` helps to find it");
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule direction_unset;
constinit const Rule direction_unset = {
    .id = "direction-unset",
    .title = "Neither a purpose nor a goal after several meetings",
    .source = "S19, S21, M6, M7, Q5",
    .needs = Needs::meetings,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Without a direction conversations stay pleasant, lose momentum and turn into a friendly chat. A purpose may well emerge only after some meetings; "
        "a pair that notes `phase: rapport-building` is not asked, and an informal one neither.",
    .repair = "A first goal, noted; a purpose in one sentence helps to find it.",
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
purpose: Ada moves from analyst to tech lead
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}, {date: 2026-03-30}]
)"},
    .check = check,
};

}  // namespace mentor
