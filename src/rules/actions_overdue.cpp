// Finds actions whose promised day has passed, per owner.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 7, "days", "time after the promised day before it is worth a word", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];
constexpr std::size_t kMostEvidence = 3;

void add_finding(const Case& c, Party owner, std::vector<const ActionFacts*>& late, Findings& findings) {
  if (late.empty()) return;
  Finding finding;
  finding.party = owner;
  const ActionFacts& oldest = *late.front();
  const std::string count = counted(static_cast<long>(late.size()), "action");
  const Message whose = owner == Party::both    ? say("{} of both", count)
                        : owner == Party::unset ? say("{} without a settled owner", count)
                                                : say("{} of {}", count, name_of(c.relationship, owner));
  finding.message = say("{} {} past the promised day, the oldest by {}", whose, late.size() == 1 ? "is" : "are", days(days_between(oldest.due, c.today)));
  finding.place = oldest.action->place;
  for (std::size_t i = 0; i < late.size() && i < kMostEvidence; ++i)
    finding.evidence.push_back({late[i]->action->place, late[i]->due, say("{}", late[i]->action->text)});
  if (late.size() > kMostEvidence)
    finding.evidence.push_back({late[kMostEvidence]->action->place, late[kMostEvidence]->due, say("and {} more", late.size() - kMostEvidence)});
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("at the next meeting tick each, give it a new day, or drop it");
  finding.subject = fmt::format("{} {}", word(owner), iso(oldest.due));
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  std::vector<const ActionFacts*> of_mentor, of_mentee, of_both, of_nobody;
  const Date before = c.today - c.count(kDays);
  for (const ActionFacts& action : c.history.actions) {
    if (action.due >= before) break;
    if (action.is_carried_on(c.today) || action.known > c.today || (action.done && action.done <= c.today)) continue;
    (action.owner == Party::mentor   ? of_mentor
     : action.owner == Party::mentee ? of_mentee
     : action.owner == Party::both   ? of_both
                                     : of_nobody)
        .push_back(&action);
  }
  add_finding(c, Party::mentor, of_mentor, findings);
  add_finding(c, Party::mentee, of_mentee, findings);
  add_finding(c, Party::both, of_both, findings);
  add_finding(c, Party::unset, of_nobody, findings);
}

}  // namespace

extern constinit const Rule actions_overdue;
constinit const Rule actions_overdue = {
    .id = "actions-overdue",
    .title = "Actions past their promised day",
    .source = "S4",
    .needs = Needs::actions,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Actions that nobody asks about teach both sides that agreements do not count. Often they were too large, or stopped mattering; then saying so is all "
        "it takes. Actions without "
        "a day of their own are not counted here.",
    .repair = "Tick it, move its day, or drop it.",
    .ask = "Which of the open actions still matter, and what is the smallest next step of each?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - date: 2026-03-02
    actions:
      - {mentee: read the review guide, due: 2026-03-09}
  - {date: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - date: 2026-03-02
    actions:
      - {mentee: read the review guide, due: 2026-03-09, done: 2026-03-08}
      - {mentor: introduce Ada to Edith, due: 2026-03-27}
  - {date: 2026-03-23}
)"},
    .check = check,
};

}  // namespace mentor
