// Finds pairs whose meetings used to be about their goals and for a while have been about other things.
#include <algorithm>

#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 6, "held meetings", "how far back is looked", Origin::judgement},
    {"most", 2, "of these meetings", "that touched a goal, at most", Origin::judgement},
    {"usual", 0.5, "of the meetings before", "touched a goal, at least: what the pair does not usually note is not judged", Origin::judgement},
};
constexpr const Limit &kMeetings = kLimits[0], &kMost = kLimits[1], &kUsual = kLimits[2];
/// With fewer meetings before there is no usual.
constexpr std::ptrdiff_t kFewestBefore = 3;

bool touches_a_goal(const Meeting* meeting) { return !meeting->goals.empty(); }

void check(const Case& c, Findings& findings) {
  const auto& held = c.held();
  const auto window = static_cast<std::ptrdiff_t>(std::max(1, c.count(kMeetings)));
  const std::ptrdiff_t before = std::ssize(held) - window;
  if (before < kFewestBefore || c.assessment.state == State::closing) return;
  const auto start = held.begin() + before;
  const auto touched = std::count_if(start, held.end(), touches_a_goal), usually = std::count_if(held.begin(), start, touches_a_goal);
  if (static_cast<double>(touched) > c.limit(kMost) || static_cast<double>(usually) < c.limit(kUsual) * static_cast<double>(before) || usually == 0) return;
  if (open_goals(c).empty()) return;
  Finding finding;
  finding.message = say("{} of the last {} touched a goal; of the {} before, {} did", touched, counted(window, "meeting"), before, usually);
  finding.place = held.back()->place;
  for (auto it = start; it != held.end(); ++it)
    if (touches_a_goal(*it)) finding.evidence.push_back({(*it)->place, (*it)->date, say("touched a goal")});
  finding.limit = &kMost;
  finding.limit_value = c.limit(kMost);
  finding.repair = say("begin the next meetings with one goal, or agree that another one matters more by now; note it under `goals:` of the meeting");
  finding.subject = iso((*start)->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule focus_off_goals;
constinit const Rule focus_off_goals = {
    .id = "focus-off-goals",
    .title = "The meetings are seldom about the goals any more",
    .source = "S12, T4",
    .needs = Needs::goal_links,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Other things press, and an hour spent on them is not lost. When it becomes usual, either the goals have quietly been replaced, or the meetings serve "
        "something else by now; both are worth saying. Compared is what a meeting notes under `goals:` with what this pair usually notes.",
    .repair = "Meetings that touch a goal, or goals that fit what the meetings are about.",
    .ask = "What have our last meetings really been about, and should that be a goal?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-11-03
goals: [{id: review, title: Lead a design review, set: 2025-11-10}]
meetings:
  - {date: 2025-11-10, goals: [review]}
  - {date: 2025-11-24, goals: [review]}
  - {date: 2025-12-08, goals: [review]}
  - {date: 2025-12-22}
  - {date: 2026-01-12, goals: [review]}
  - {date: 2026-02-02}
  - {date: 2026-02-16}
  - {date: 2026-03-02, goals: [review]}
  - {date: 2026-03-16}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-11-03
goals: [{id: review, title: Lead a design review, set: 2025-11-10}]
meetings:
  - {date: 2025-11-10, goals: [review]}
  - {date: 2025-11-24, goals: [review]}
  - {date: 2025-12-08, goals: [review]}
  - {date: 2025-12-22}
  - {date: 2026-01-12, goals: [review]}
  - {date: 2026-02-02, goals: [review]}
  - {date: 2026-02-16}
  - {date: 2026-03-02, goals: [review]}
  - {date: 2026-03-16}
)"},
    .check = check,
};

}  // namespace mentor
