// Finds agreements that nobody has looked at for half a year.
#include <algorithm>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 183, "days", "after which an agreement deserves another look", Origin::practice},
};
constexpr const Limit& kDays = kLimits[0];

/// The last day on which the two are known to have settled their terms.
Date last_settled(const Case& c) {
  Date last = c.relationship.agreement.date;
  const auto look_at = [&](Date day) {
    if (day && day <= c.today) last = std::max(last, day);
  };
  for (const Recommitment& recommitment : c.relationship.recommitments) look_at(recommitment.date);
  for (const Concern& concern : c.relationship.concerns) look_at(concern.renegotiated.date);
  return last;
}

void check(const Case& c, Findings& findings) {
  const Date last = last_settled(c);
  if (!last || c.assessment.state == State::closing || days_between(last, c.today) <= c.limit(kDays)) return;
  Finding finding;
  finding.message = say("the agreement of {} was last looked at {} ago", iso(c.relationship.agreement.date), days(days_between(last, c.today)));
  finding.place = c.relationship.agreement.place;
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("read it together; change what no longer fits, and give it the day on which you did as its `date:`");
  finding.subject = iso(last);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule agreement_old;
constinit const Rule agreement_old = {
    .id = "agreement-old",
    .title = "The agreement has not been looked at for half a year",
    .source = "T28, C9",
    .needs = Needs::agreement,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "What two people agree on in their first weeks is a guess about each other. After half a year they know better: how each likes to learn, what each "
        "values, what the hour is good for. Programmes ask for a second look about every six months. Terms that were renewed, or a recommitment, count.",
    .repair = "The agreement read again, with the day noted.",
    .ask = "Which line of our agreement would we write differently, now that we know each other?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
agreement: {date: 2025-06-16, signed: [mentor, mentee]}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
agreement: {date: 2026-01-12, signed: [mentor, mentee]}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
