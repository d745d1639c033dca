// Finds pairs that usually agree on the next date before they part, and have none now.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 14, "days", "since the last meeting, without a next date", Origin::practice},
};
constexpr const Limit& kDays = kLimits[0];
/// From here on the pair is overdue, and what is to be said is that.
constexpr double kOverdueCadences = 1.25;

/// A date was agreed for after `day`, whatever became of it.
bool was_date_agreed(const Case& c, Date day) {
  for (const Booking& booking : c.history.bookings)
    if (booking.planned > day && booking.booked <= c.today) return true;
  return false;
}

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.visible.empty() || !a.visible.back()->is_held() || a.state == State::closing || a.silence.cadences >= kOverdueCadences) return;
  const Meeting& last = *a.visible.back()->meeting;
  if (last.next.recorded || days_between(last.date, c.today) < c.count(kDays) || was_date_agreed(c, last.date)) return;
  Finding finding;
  finding.message = say("no next date is noted, {} after the last meeting", days(days_between(last.date, c.today)));
  finding.place = last.place;
  finding.evidence.push_back({last.place, last.date, say("held")});
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("agree on a date now and note it as `next:` of this meeting; it is easiest before you part");
  finding.subject = iso(last.date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule next_meeting_missing;
constinit const Rule next_meeting_missing = {
    .id = "next-meeting-missing",
    .title = "No next date is noted",
    .source = "T11, S8",
    .needs = Needs::next_dates,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Pairs that part with a date meet again; those that mean to write each other often do not. Journals that never note a next date are not judged, and "
        "once a pair is overdue that is said instead.",
    .repair = "A date, noted as `next:`.",
    .ask = "When do we meet next, and shall we fix a day that recurs?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: monthly
meetings: [{date: 2026-02-09, next: 2026-03-09}, {date: 2026-03-09}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: monthly
meetings: [{date: 2026-02-09, next: 2026-03-09}, {date: 2026-03-09, next: 2026-04-06}]
)"},
    .check = check,
};

}  // namespace mentor
