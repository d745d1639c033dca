// Finds actions that move from meeting to meeting without being done.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 2, "meetings", "so often carried over", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];

void check(const Case& c, Findings& findings) {
  const auto held = c.held();
  if (held.empty()) return;
  // only the last meeting with actions tells what is still carried
  const Meeting* last = nullptr;
  for (const Meeting* const meeting : held)
    if (!meeting->actions.empty()) last = meeting;
  if (last == nullptr) return;
  for (const Action& action : last->actions) {
    const bool is_done = action.done.done && (!action.done.date || action.done.date <= c.today);
    if (is_done || action.state == ActionState::cancelled || action.carried < c.count(kMeetings)) continue;
    Finding finding;
    finding.party = action.owner;
    finding.message = say("`{}` has been carried over {}", action.text, counted(action.carried, "time"));
    finding.place = action.place;
    finding.limit = &kMeetings;
    finding.limit_value = c.limit(kMeetings);
    finding.repair = say("make it smaller, give it a day of its own, or drop it");
    finding.subject = fmt::format("{} {}", word(action.owner), action.text.raw());
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule actions_carried;
constinit const Rule actions_carried = {
    .id = "actions-carried",
    .title = "An action is carried from meeting to meeting",
    .source = "S4",
    .needs = Needs::actions,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "An action that returns in every list is seldom forgotten: it is too large, unclear, or not wanted. Each time it is carried over it gets a little "
        "heavier.",
    .repair = "Make it smaller, give it a day, or drop it.",
    .ask = "What makes this one hard to start, and what would be a first ten minutes of it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02, actions: [{mentee: draft the talk}]}
  - {date: 2026-03-16, actions: [{mentee: draft the talk}]}
  - {date: 2026-03-30, actions: [{mentee: draft the talk}]}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02, actions: [{mentee: draft the talk}]}
  - {date: 2026-03-16, actions: [{mentee: draft the talk, done: 2026-03-20}]}
  - {date: 2026-03-30, actions: [{mentee: rehearse the talk}]}
)"},
    .check = check,
};

}  // namespace mentor
