// Finds pairs whose last date one of the two missed, with no new date noted since.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 2, "days", "time to ask what happened", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.visible.empty() || a.state == State::closing) return;
  const Slot& last = *a.visible.back();
  if (last.status != Status::no_show || days_between(last.day, c.today) < c.count(kDays) || next_booking(c.history, c.today, Date{}) != nullptr) return;
  Finding finding;
  const bool is_of_one = last.by == Party::mentor || last.by == Party::mentee;
  if (is_of_one) finding.party = last.by;
  finding.message = is_of_one ? say("{} did not come on {}, and no new date is noted since", name_of(c.relationship, last.by), iso(last.meeting->date))
                              : say("the meeting of {} was missed, and no new date is noted since", iso(last.meeting->date));
  finding.place = last.meeting->place;
  finding.evidence.push_back({last.meeting->place, last.meeting->date, say("no-show")});
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("ask first whether all is well, and what got in the way; then agree on a new date and note it");
  finding.subject = iso(last.meeting->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule no_show_open;
constinit const Rule no_show_open = {
    .id = "no-show-open",
    .title = "A meeting was missed, and no new date is noted",
    .source = "S2, S26, T11",
    .needs = Needs::meetings,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Whoever waited may be hurt, whoever did not come may not know how to begin, and so both stay silent. A short question, without reproach, ends that; "
        "a new date sent without a word about it often does not.",
    .repair = "A word about what happened, and a new date, noted.",
    .ask = "What got in the way last time, and how shall we let each other know when it happens again?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings: [{date: 2026-03-09}, {date: 2026-03-23, status: no-show, by: mentee}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings: [{date: 2026-03-09}, {date: 2026-03-23, status: no-show, by: mentee}, {date: 2026-04-02, status: planned, booked: 2026-03-24}]
)"},
    .check = check,
};

}  // namespace mentor
