// Finds relationships of which it is open for long whether they go on: a concern without a decision, or a silence that nobody ends.
#include <algorithm>

#include "rules/concerns.hpp"
#include "rules/talks.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 42, "days", "since the last step about a concern, without a decision", Origin::judgement},
    {"silent-days", 60, "days", "since a pair was found dormant, without a decision", Origin::judgement},
};
constexpr const Limit &kDays = kLimits[0], &kSilentDays = kLimits[1];

/// A word on whether it goes on: a recommitment of both or a decision to end, noted on or after `day`.
bool has_word_since(const Case& c, Date day) {
  const auto counts = [&](Date date) { return date && date >= day && date <= c.today; };
  return counts(c.relationship.closing.decided) || std::ranges::any_of(c.relationship.recommitments, [&](const Recommitment& recommitment) {
           return counts(recommitment.date) && recommitment.by.contains(Party::mentor) && recommitment.by.contains(Party::mentee);
         });
}

void find_concerns(const Case& c, Findings& findings) {
  for (const Concern& concern : c.relationship.concerns) {
    const Date last = last_step(concern, c.today);
    // before anybody talked about it, it is the conversation that is missing
    if (!concern.talked || concern.talked > c.today || is_decided(concern, c.today)) continue;
    if (days_between(last, c.today) < c.count(kDays) || has_word_since(c, last)) continue;
    Finding finding = at_concern(concern);
    finding.message = say("a concern was last talked about on {}, and what was decided is not noted after {}", iso(last), days(days_between(last, c.today)));
    finding.limit = &kDays;
    finding.limit_value = c.limit(kDays);
    finding.repair = say("ask whether it is better now: note `decided:` recommit, or end it well (`mentor close {}`)", c.relationship.id);
    findings.push_back(std::move(finding));
  }
}

void find_silence(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.state != State::dormant || days_between(a.since, c.today) < c.count(kSilentDays) || has_word_since(c, a.silence.since)) return;
  Finding finding;
  finding.message = say("dormant since {}, and neither a new start nor an end is noted", iso(a.since));
  finding.limit = &kSilentDays;
  finding.limit_value = c.limit(kSilentDays);
  finding.repair = say("let both say whether they want to go on: note a recommitment of both, or an end (`mentor close {}`)", c.relationship.id);
  finding.subject = "dormant";
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  find_concerns(c, findings);
  find_silence(c, findings);
}

}  // namespace

extern constinit const Rule undecided_long;
constinit const Rule undecided_long = {
    .id = "undecided-long",
    .title = "It is open for long whether it goes on",
    .source = "E4, T7, T12, S14",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A relationship that neither lives nor ends keeps both from something better, and each day makes the first word harder. Going on and stopping are "
        "both good answers. A decision about a confidential concern is asked for in confidence.",
    .repair = "A decision, noted: to recommit, or to end.",
    .ask = "If we started today, would we choose each other again, and for what?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: 2 weeks
meetings: [{date: 2026-02-02}, {date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
concerns: [{raised: {date: 2026-01-12, by: mentee}, talked: 2026-02-02}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: 2 weeks
meetings: [{date: 2026-02-02}, {date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
concerns: [{raised: {date: 2026-01-12, by: mentee}, talked: 2026-02-02, decided: {date: 2026-03-02, decision: recommit}}]
)"},
    .check = check,
};

}  // namespace mentor
