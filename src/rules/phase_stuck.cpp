// Finds pairs that have met more than a few times and are still in one of the first two phases.
#include "rules/phase.hpp"
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", kFewMeetings, "held meetings", "the first two phases take \"a few\"; the number is ours", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];

void check(const Case& c, Findings& findings) {
  if (c.relationship.kind == MatchKind::informal || c.assessment.state == State::closing) return;
  const PhaseFound found = phase_of(c);
  if (found.phase != Phase::rapport_building && found.phase != Phase::direction_setting) return;
  // without a goal the missing goal is what is to be said, and no-active-goal says it
  const auto goals = open_goals(c);
  if (!found.is_written && goals.empty()) return;
  const int held = found.is_written ? static_cast<int>(c.held().size()) : held_since(c, goals.front()->created);
  if (held <= c.count(kMeetings)) return;
  Finding finding;
  finding.message = found.is_written
                        ? say("{} held, and `phase:` still says {}", counted(held, "meeting"), word(found.phase))
                        : say("{} since the goal was set, and the pair is still in {}: {}", counted(held, "meeting"), word(found.phase), found.reason);
  finding.place = found.place;
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = found.is_written ? say("write the phase you are in now, or take the line out and let the entries tell")
                                    : say("agree on one first step towards a goal, and note it as an action with `goal:`, and its day when it is done");
  finding.subject = std::string(word(found.phase));
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule phase_stuck;
constinit const Rule phase_stuck = {
    .id = "phase-stuck",
    .title = "More than a few meetings in the first two phases",
    .source = "M1, S19",
    .needs = Needs::meetings,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Getting to know each other and finding a direction usually takes a few meetings. When it takes longer, the talk tends to stay pleasant and to lose "
        "its point. Some pairs need the time, and may say so. Informal pairs are not asked.",
    .repair = "A first step towards a goal, done and noted; or the phase you are in, written down.",
    .ask = "What would let us both say that we have found our direction, and what is the smallest first step?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
goals: [{id: review, title: Lead a design review, set: 2026-01-19}]
meetings:
  - {date: 2026-01-19, actions: [{mentee: read the guide}]}
  - {date: 2026-02-02, actions: [{mentee: read the guide}]}
  - {date: 2026-02-16, actions: [{mentee: read the guide}]}
  - {date: 2026-03-02, actions: [{mentee: read the guide}]}
  - {date: 2026-03-16, actions: [{mentee: read the guide}]}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
goals: [{id: review, title: Lead a design review, set: 2026-01-19}]
meetings:
  - {date: 2026-01-19, actions: [{mentee: read the guide, done: 2026-01-25}]}
  - {date: 2026-02-02, goals: [review]}
  - {date: 2026-02-16, goals: [review]}
  - {date: 2026-03-02, goals: [review]}
  - {date: 2026-03-16, goals: [review]}
)"},
    .check = check,
};

}  // namespace mentor
