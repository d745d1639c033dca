// Finds concerns that somebody raised and that the two have not talked about yet.
#include "rules/concerns.hpp"
#include "rules/noted_reasons.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 14, "days", "time to talk about it", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  for (const Concern& concern : c.relationship.concerns) {
    const Raised& raised = concern.raised;
    if (!is_waiting(concern, c.today) || days_between(raised.date, c.today) < c.count(kDays)) continue;
    Finding finding = at_concern(concern);
    const bool is_of_one = raised.by == Party::mentor || raised.by == Party::mentee;
    finding.message =
        is_of_one ? say("{} raised a concern on {}; no conversation about it is noted after {}", name_of(c.relationship, raised.by), iso(raised.date),
                        days(days_between(raised.date, c.today)))
                  : say("a concern was raised on {}; no conversation about it is noted after {}", iso(raised.date), days(days_between(raised.date, c.today)));
    finding.limit = &kDays;
    finding.limit_value = c.limit(kDays);
    const Text confidant = facilitator_of(c);
    finding.repair = confidant.empty() ? say("find a quiet half hour for it, with examples and without reproach, and note the day as `talked:`")
                                       : say("find a quiet half hour for it, or ask {} to sit in, and note the day as `talked:`", confidant);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule concern_waiting;
constinit const Rule concern_waiting = {
    .id = "concern-waiting",
    .title = "A concern waits for a conversation",
    .source = "T26, T29, T34, C10",
    .needs = Needs::concerns,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "It takes courage to say that something does not work, above all for whoever depends on the other. A concern that nobody comes back to says that it "
        "was not heard. One that is marked `confidential: yes` is told to whoever raised it and to a facilitator, by `mentor show PAIR --in-confidence "
        "PARTY` alone.",
    .repair = "A conversation about it, noted as `talked:`.",
    .ask = "What has been on your mind about how we work together, and what would an example be?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
concerns: [{raised: {date: 2026-03-09, by: mentee}}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
concerns: [{raised: {date: 2026-03-09, by: mentee}, talked: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
