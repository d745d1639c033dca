// Finds agreed dates that have passed without a word in the journal: the strongest promise there is.
#include "rules/method.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", method::kPassedDays, "days", "time to write the meeting down", Origin::practice},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  for (const Booking& booking : c.history.bookings) {
    if (booking.booked > c.today || booking.booked < a.silence.since || (booking.settled && booking.settled <= c.today)) continue;
    if (days_between(booking.planned, c.today) < c.count(kDays) || booking.planned < a.silence.since) continue;
    Finding finding;
    finding.message = a.silence.ever_held ? say("no meeting is noted since {}; the next one was to be on {}", iso(a.silence.since), iso(booking.planned))
                                          : say("a first meeting was to be on {}, and nothing is noted", iso(booking.planned));
    finding.place = booking.place;
    finding.evidence.push_back({booking.place, booking.planned, say("agreed on {}", iso(booking.booked))});
    finding.limit = &kDays;
    finding.limit_value = c.limit(kDays);
    finding.repair = say("did it take place? then note it under {}; if not, note it as cancelled or moved, with the new date", iso(booking.planned));
    finding.subject = iso(booking.planned);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule next_meeting_passed;
constinit const Rule next_meeting_passed = {
    .id = "next-meeting-passed",
    .title = "An agreed date passed without a note",
    .source = "S8, S17",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Of the dates that pairs state in their notes nearly all are kept within a day. When one passes and nothing is written, either the note is missing or "
        "the meeting is, and both "
        "are quickly settled while people remember.",
    .repair = "Note what became of the date: held, moved, cancelled.",
    .ask = "What happened to the date we had, and when is the next one?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02}
  - {date: 2026-03-09, next: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-09, next: 2026-03-23}
  - {date: 2026-03-24, next: 2026-04-07}
)"},
    .check = check,
};

}  // namespace mentor
