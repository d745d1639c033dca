// Finds pairs that were matched and have not held a first meeting.
#include "rules/method.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", method::kFirstMeetingDays, "days", "time for a first meeting, or one cadence where that is longer", Origin::practice},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.silence.ever_held || !c.history.started || a.has_booking) return;
  const int waited = days_between(c.history.started, c.today);
  const double limit = std::max(c.limit(kDays), a.rhythms.cadence);
  const bool is_stopped = a.state == State::stalled || a.state == State::dormant;
  if (waited <= limit && !is_stopped) return;
  Finding finding;
  finding.severity = is_stopped ? Severity::error : Severity::warning;
  finding.party = a.party;
  finding.message = say("matched {} ago, and no first meeting is noted", days(waited));
  finding.evidence.push_back({c.relationship.place, c.history.started, say("the match")});
  for (const Slot* const slot : a.visible) finding.evidence.push_back({slot->meeting->place, slot->meeting->date, say("{}", word(slot->status))});
  finding.limit = &kDays;
  finding.limit_value = limit;
  finding.repair = say("agree on a first date and note it; if both cannot find one, ask for another match");
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule never_met;
constinit const Rule never_met = {
    .id = "never-met",
    .title = "Matched, and no first meeting",
    .source = "S8, S26",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Pairs that do not meet soon after the match seldom start at all, and both sides tend to wait for the other. It does not matter when a first date is "
        "already agreed.",
    .repair = "Agree on a first date and note it.",
    .ask = "What would a useful first conversation be about, for each of you?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-03-16
cadence: 2 weeks
)"},
    .check = check,
};

}  // namespace mentor
