// Finds relationships that were closed for a known reason, while no conversation about it is noted.
#include "rules/ending.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
};
constexpr const Limit& kJudged = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Ending ending{c.relationship, c.today};
  if (!is_end_judged(c, kJudged) || ending.is_silent() || ending.talked()) return;
  Finding finding;
  finding.message = say("closed on {}, and no conversation about ending is noted", iso(c.relationship.closing.closed));
  finding.place = c.relationship.closing.place;
  finding.repair = say("talk about it, afterwards if need be, and note the day as `talked:` of the closing; or note who agreed, as `agreed-by:`");
  finding.subject = iso(c.relationship.closing.closed);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule ended_without_conversation;
constinit const Rule ended_without_conversation = {
    .id = "ended-without-conversation",
    .title = "It ended without a conversation",
    .source = "T34, E4",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .when = When::ended,
    .limits = kLimits,
    .why =
        "A reason that is only written down leaves no room to answer. A direct and friendly talk is what lets both part well, and it may show that an end was "
        "not what was wanted. An end on which both agreed counts as talked about.",
    .repair = "A talk, noted as `talked:`.",
    .ask = "What would you like to say to each other about how it ended?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {decided: 2026-03-16, reason: Grace moves abroad, basis: circumstances, closed: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-16, reason: Grace moves abroad, basis: circumstances, closed: 2026-03-23}
)"},
    .check = check,
};

}  // namespace mentor
