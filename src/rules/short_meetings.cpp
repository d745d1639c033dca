// Finds pairs whose meetings end well before the time they planned.
#include "rules/method.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"share", method::kFullLength, "of the planned minutes", "below this share the last meetings were cut short", Origin::judgement},
    {"meetings", 3, "meetings", "how many meetings are averaged", Origin::judgement},
};
constexpr const Limit& kShare = kLimits[0];
constexpr const Limit& kMeetings = kLimits[1];

void check(const Case& c, Findings& findings) {
  const auto& held = c.held();
  const auto wanted = static_cast<std::size_t>(std::max(1, c.count(kMeetings)));
  std::vector<const Meeting*> timed;
  int actual = 0, planned = 0;
  for (auto it = held.rbegin(); it != held.rend() && timed.size() < wanted; ++it) {
    const int plan = (*it)->minutes.planned > 0 ? (*it)->minutes.planned : c.relationship.length.minutes;
    if ((*it)->minutes.actual < 0 || plan <= 0) continue;
    timed.insert(timed.begin(), *it);
    actual += (*it)->minutes.actual;
    planned += plan;
  }
  if (timed.size() < wanted || planned == 0 || actual >= c.limit(kShare) * planned) return;
  Finding finding;
  finding.message = say("the last {} took {} of {} planned minutes ({:.0f} %)", counted(static_cast<long>(timed.size()), "timed meeting"), actual, planned,
                        100.0 * actual / planned);
  finding.place = timed.back()->place;
  for (const Meeting* const meeting : timed)
    finding.evidence.push_back(
        {meeting->place, meeting->date,
         say("{}/{} min", meeting->minutes.actual, meeting->minutes.planned > 0 ? meeting->minutes.planned : c.relationship.length.minutes)});
  finding.limit = &kShare;
  finding.limit_value = c.limit(kShare);
  finding.repair = say("bring an agenda worth the hour, or plan shorter meetings and write them as `length:`");
  finding.subject = iso(timed.front()->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule short_meetings;
constinit const Rule short_meetings = {
    .id = "short-meetings",
    .title = "Meetings end well before the planned time",
    .source = "S6",
    .needs = Needs::minutes,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "When conversations get shorter and shorter, there is less and less to say, or less and less time for it. Shorter meetings are no fault when both "
        "planned them so.",
    .repair = "Meetings of the planned length, or a shorter plan.",
    .ask = "What would make our full time worth having, or is a shorter meeting enough?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02, minutes: 40/60}
  - {date: 2026-03-16, minutes: 35/60}
  - {date: 2026-03-30, minutes: 25/60}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02, minutes: 60/60}
  - {date: 2026-03-16, minutes: 50/60}
  - {date: 2026-03-30, minutes: 55/60}
)"},
    .check = check,
};

}  // namespace mentor
