// Finds pairs whose agreed end has gone by, in time or in meetings, while neither an end nor a later one is noted.
#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 14, "days", "after the agreed end; a last meeting may come a little late", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

void report(const Case& c, Message message, Date end, Findings& findings) {
  if (days_between(end, c.today) < c.limit(kDays)) return;
  Finding finding;
  finding.message = std::move(message);
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("agree which it is: an end, for which `mentor close {}` has the steps, or a later one, noted as `until:`", c.relationship.id);
  finding.subject = iso(end);
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  const Relationship& r = c.relationship;
  if (Ending{r, c.today}.is_begun() || (r.closing.reopened && r.closing.reopened <= c.today)) return;
  if (r.until > c.history.started && r.until < c.today) {
    report(c, say("the agreed end, {}, is {} ago, and neither an end nor a later one is noted", iso(r.until), counted(days_between(r.until, c.today), "day")),
           r.until, findings);
  } else if (r.kind == MatchKind::situational && r.planned_meetings.value > 0 && !c.held().empty() &&
             c.held().size() >= static_cast<std::size_t>(r.planned_meetings.value)) {
    const Date last = c.held().back()->date;
    report(c, say("the last of {} was on {}, and nothing is noted of an end", counted(r.planned_meetings.value, "planned meeting"), iso(last)), last, findings);
  }
}

}  // namespace

extern constinit const Rule end_passed;
constinit const Rule end_passed = {
    .id = "end-passed",
    .title = "The agreed end has passed, and nothing is noted of it",
    .source = "S29, E4, E16",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .when = When::going,
    .limits = kLimits,
    .why =
        "A relationship whose term just runs out leaves both unsure whether it is over, and what was good in it goes without a word. It may end, or go on with "
        "a new end: either is fine when both know.",
    .repair = "An end, or a later `until:`.",
    .ask = "Our agreed end has passed: do we want to end it well, or what would we go on for?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
until: 2026-02-28
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
until: 2026-06-30
meetings: [{date: 2026-02-16}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
