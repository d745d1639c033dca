// Finds relationships that were closed with some word between the two, while no reason is noted.
#include "rules/ending.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
};
constexpr const Limit& kJudged = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Ending ending{c.relationship, c.today};
  if (!is_end_judged(c, kJudged) || ending.is_silent() || ending.has_reason()) return;
  Finding finding;
  finding.message = say("closed on {}, and no reason is noted", iso(c.relationship.closing.closed));
  finding.place = c.relationship.closing.place;
  finding.repair = say("write a sentence that both may read, as `reason:` of the closing");
  finding.subject = iso(c.relationship.closing.closed);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule ended_without_reason;
constinit const Rule ended_without_reason = {
    .id = "ended-without-reason",
    .title = "It ended, and the reason is not noted",
    .source = "E15",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .when = When::ended,
    .limits = kLimits,
    .why =
        "Without a reason people find one, and mostly it is themselves. One sentence that both may read is enough. Goals that are met, and an end that was "
        "agreed on from the beginning, are reasons that need no words.",
    .repair = "`reason:` of the closing, or its `basis:` where that says it all.",
    .ask = "What was the reason, in words that both of us can live with?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-16, basis: circumstances, closed: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-16, basis: goals, closed: 2026-03-23}
)"},
    .check = check,
};

}  // namespace mentor
