// Finds pairs that wrote of the next meeting only that no date is agreed.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 7, "days", "time to settle the date after the meeting", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.visible.empty() || !a.visible.back()->is_held() || a.state == State::closing) return;
  const Meeting& last = *a.visible.back()->meeting;
  if (!last.next.recorded || last.next.date || days_between(last.date, c.today) < c.count(kDays) || next_booking(c.history, c.today, Date{}) != nullptr) return;
  Finding finding;
  finding.message = say("the next date was left open on {}, and none is noted since", iso(last.date));
  finding.place = last.next.place;
  finding.evidence.push_back({last.place, last.date, say("the last meeting; next: not agreed")});
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("propose two dates, and write the one you agree on in its place");
  finding.subject = iso(last.date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule next_date_vague;
constinit const Rule next_date_vague = {
    .id = "next-date-vague",
    .title = "The next date was left open",
    .source = "T11, S8, S17",
    .needs = Needs::next_dates,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "In notes of real pairs a next date that turns into \"to be confirmed\" was among the surest signs of a silence to come, while stated dates were "
        "kept within a day almost always.",
    .repair = "A date in place of the open one.",
    .ask = "Which two days in the next weeks would suit both of us?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings: [{date: 2026-03-02, next: 2026-03-16}, {date: 2026-03-16, next: TBC}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings: [{date: 2026-03-02, next: 2026-03-16}, {date: 2026-03-16, next: 2026-04-01}]
)"},
    .check = check,
};

}  // namespace mentor
