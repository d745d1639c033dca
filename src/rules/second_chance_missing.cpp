// Finds ends that might have been averted, while a second chance was neither offered nor left out on purpose.
#include "rules/ending.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
};
constexpr const Limit& kJudged = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Relationship& r = c.relationship;
  if (!is_end_judged(c, kJudged) || r.kind == MatchKind::situational || Ending{r, c.today}.second_chance() != SecondChanceState::missing) return;
  const bool is_closed = c.assessment.state == State::closed;
  Finding finding;
  finding.message = say("{} on {}, and a second chance is neither noted nor left out on purpose", is_closed ? "closed" : "the end was decided",
                        iso(is_closed ? r.closing.closed : r.closing.decided));
  finding.place = r.closing.place;
  finding.repair = say("{}say why not, as `second-chance-skipped:` of the closing",
                       is_closed ? "" : "offer one and wait for the answer: what you strive for, what is hard, which advice you hope for; or ");
  finding.subject = "second-chance";
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule second_chance_missing;
constinit const Rule second_chance_missing = {
    .id = "second-chance-missing",
    .title = "No second chance was offered",
    .source = "E9, E2, T33",
    .needs = Needs::nothing,
    .severity = Severity::info,
    .when = When::always,
    .limits = kLimits,
    .why =
        "Saying once more what one strives for and what is hard has turned many a farewell into a better second half. It may be left out, when that is a "
        "choice. Not asked where the goals or the agreed end are reached, where circumstances decide, and of relationships for one question.",
    .repair = "A second chance in a concern, or `second-chance-skipped:` of the closing.",
    .ask = "If we gave it one more try, what would have to be different for you?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-16, basis: fit, reason: we work in different ways}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-16, basis: fit, reason: we work in different ways, second-chance-skipped: both want to stop here}
)"},
    .check = check,
};

}  // namespace mentor
