// Finds relationships that were closed while nothing tells that either side heard of it from the other.
#include "rules/ending.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
};
constexpr const Limit& kJudged = kLimits[0];

void check(const Case& c, Findings& findings) {
  if (!is_end_judged(c, kJudged) || !Ending{c.relationship, c.today}.is_silent()) return;
  Finding finding;
  finding.message = say("closed on {}, and neither a conversation about it, nor a reason, nor an announcement is noted", iso(c.relationship.closing.closed));
  finding.place = c.relationship.closing.place;
  finding.repair = say("say what there is to say, a letter will do; then note the day as `talked:` and why it ended as `reason:` of the closing");
  finding.subject = iso(c.relationship.closing.closed);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule silent_end;
constinit const Rule silent_end = {
    .id = "silent-end",
    .title = "It ended without a word",
    .source = "E15, E5, T34",
    .needs = Needs::nothing,
    .severity = Severity::error,
    .when = When::ended,
    .limits = kLimits,
    .why =
        "Whoever is left without a word looks for the reason in themself. In a study of endings (Keller et al. 2025, with young people) what was missed most "
        "was an explanation, a last meeting and a goodbye. A late word is better than none. Said once, in place of a note for each thing that is missing.",
    .repair = "`talked:` and `reason:` of the closing.",
    .ask = "What would you have liked to hear when it ended, and what can still be said?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {closed: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-16, closed: 2026-03-23}
)"},
    .check = check,
};

}  // namespace mentor
