// Finds pairs whose announced pause is over, with no meeting held or agreed since.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 10, "days", "time to find back; until then it is a note", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

/// The last pause that is over; null when there is none.
const Pause* last_over(const Case& c) {
  const Pause* last = nullptr;
  for (const Pause& pause : c.relationship.pauses) {
    const bool is_over = pause.from && pause.to && pause.to < c.today && pause.announced <= c.today;
    if (is_over && (last == nullptr || pause.to > last->to)) last = &pause;
  }
  return last;
}

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  // once it is found to have stopped, that is what is to be said
  if (a.state != State::on_track && a.state != State::drifting) return;
  const Pause* const last = last_over(c);
  if (last == nullptr || (!a.visible.empty() && a.visible.back()->day > last->to) || next_booking(c.history, c.today, Date{}) != nullptr) return;
  const int since = days_between(last->to, c.today);
  Finding finding;
  if (since <= c.count(kDays)) finding.severity = Severity::info;
  finding.message = say("the pause ended on {}, {} ago; no meeting is noted or agreed since", iso(last->to), days(since));
  finding.place = last->place;
  finding.evidence.push_back({last->place, last->from, last->reason.empty() ? say("the pause began") : say("the pause began: {}", last->reason)});
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("propose two dates, and note the one you agree on; if the break goes on, give the pause its new end");
  finding.subject = iso(last->from);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule pause_overrun;
constinit const Rule pause_overrun = {
    .id = "pause-overrun",
    .title = "A pause is over, and no date is agreed",
    .source = "S8, S17, T11",
    .needs = Needs::pauses,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "After a break each side waits for the other to begin again, and the longer it lasts the harder the first message becomes. In the first days it is "
        "only a note; after that the silence counts like any other, and that there was a break counts as well.",
    .repair = "A date, agreed and noted; or a new end of the pause.",
    .ask = "What has changed during the break, and what do we want to pick up first?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: 2 weeks
meetings: [{date: 2026-01-19}, {date: 2026-02-02}]
pauses: [{from: 2026-02-16, to: 2026-03-15, reason: parental leave}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: 2 weeks
meetings: [{date: 2026-01-19}, {date: 2026-02-02}, {date: 2026-04-02, status: planned, booked: 2026-02-02}]
pauses: [{from: 2026-02-16, to: 2026-03-15, reason: parental leave}]
)"},
    .check = check,
};

}  // namespace mentor
