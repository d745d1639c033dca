// Finds messages since the last meeting that nobody is noted to have answered.
#include "rules/method.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 4, "days", "time to answer, or a fifth of the cadence where that is longer", Origin::practice},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  const double limit = std::max(c.limit(kDays), .2 * c.assessment.rhythms.cadence);
  for (const ContactFacts& contact : c.history.contacts) {
    if (contact.date <= c.assessment.silence.since || contact.date > c.today) continue;
    if ((contact.answered && contact.answered <= c.today) || days_between(contact.date, c.today) < limit) continue;
    Finding finding;
    finding.message = contact.from == Party::unset
                          ? say("a message of {} has no answer noted after {}", iso(contact.date), days(days_between(contact.date, c.today)))
                          : say("{}'s message of {} has no answer noted after {}", name_of(c.relationship, contact.from), iso(contact.date),
                                days(days_between(contact.date, c.today)));
    finding.place = contact.contact->place;
    finding.limit = &kDays;
    finding.limit_value = limit;
    finding.repair = say("try another way to reach each other; once there is an answer, note its day as `answered:`");
    finding.subject = iso(contact.date);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule contact_unanswered;
constinit const Rule contact_unanswered = {
    .id = "contact-unanswered",
    .title = "A message without an answer",
    .source = "S26",
    .needs = Needs::contacts,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "When one side writes and nothing comes back, the other often takes it personally and stops writing too. Mostly the reason is a full calendar; a "
        "second, different message "
        "tends to help.",
    .repair = "Use another channel; note the answer.",
    .ask = "How do we best reach each other between meetings, and how quickly may we expect an answer?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings: [{date: 2026-03-09}]
contacts: [{date: 2026-03-16, from: mentee}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings: [{date: 2026-03-09}]
contacts: [{date: 2026-03-16, from: mentee, answered: 2026-03-17}]
)"},
    .check = check,
};

}  // namespace mentor
