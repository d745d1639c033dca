// Finds pairs whose last date was called off, with no new one noted.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 5, "days", "time to find a new date", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.visible.empty() || a.state == State::closing) return;
  const Slot& last = *a.visible.back();
  const bool is_open = last.status == Status::cancelled || (last.status == Status::moved && !last.meeting->to);
  if (!is_open || days_between(last.day, c.today) < c.count(kDays) || next_booking(c.history, c.today, last.day) != nullptr) return;
  Finding finding;
  finding.message = say("the meeting of {} did not take place ({}), and no new date is noted since", iso(last.meeting->date), word(last.status));
  finding.place = last.meeting->place;
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("agree on a new date and note it, as `next:` or as a planned meeting");
  finding.subject = iso(last.meeting->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule cancelled_not_rebooked;
constinit const Rule cancelled_not_rebooked = {
    .id = "cancelled-not-rebooked",
    .title = "A meeting was called off, and no new date is noted",
    .source = "S1, T11",
    .needs = Needs::meetings,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A meeting that is called off does no harm when the next date stands. Without one each side waits for the other, and that is how most silences begin.",
    .repair = "A new date, noted.",
    .ask = "When do we meet instead?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-09}
  - {date: 2026-03-23, status: cancelled, by: mentor}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-09}
  - {date: 2026-03-23, status: cancelled, by: mentor, next: 2026-04-02}
)"},
    .check = check,
};

}  // namespace mentor
