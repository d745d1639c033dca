// Finds pairs that used to try what is a little uncomfortable, and have not for long.
#include <algorithm>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 120, "days", "since the last one that is noted", Origin::judgement},
    {"meetings", 4, "held meetings", "since then, at least", Origin::judgement},
};
constexpr const Limit &kDays = kLimits[0], &kMeetings = kLimits[1];

void check(const Case& c, Findings& findings) {
  if (c.assessment.state == State::closing) return;
  const Stretch* last = nullptr;
  for (const Stretch& stretch : c.relationship.stretch)
    if (stretch.date && stretch.date <= c.today && (last == nullptr || stretch.date >= last->date)) last = &stretch;
  if (last == nullptr || days_between(last->date, c.today) < c.count(kDays)) return;
  const auto since = std::ranges::count_if(c.held(), [&](const Meeting* meeting) { return meeting->date > last->date; });
  if (since < c.count(kMeetings)) return;
  Finding finding;
  finding.message = say("nothing new that was tried is noted since {}; {} since then", iso(last->date), counted(since, "meeting"));
  finding.place = last->place;
  finding.evidence.push_back({last->place, last->date, last->what.empty() ? say("the last that is noted") : say("the last that is noted: {}", last->what)});
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("pick one small thing that neither is sure of, try it, and note it under `stretch:`, whatever comes of it");
  finding.subject = iso(last->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule stretch_none;
constinit const Rule stretch_none = {
    .id = "stretch-none",
    .title = "Nothing new has been tried for long",
    .source = "T20, S11",
    .needs = Needs::stretches,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "People grow at the edge of what they can do, and meetings live from what happened there. What went wrong counts as much as what went well, for it "
        "teaches more. Journals that never note such a thing are not judged.",
    .repair = "One thing tried, noted under `stretch:`.",
    .ask = "What would you try if it did not matter whether it works?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: monthly
meetings: [{date: 2025-10-20}, {date: 2025-11-17}, {date: 2025-12-15}, {date: 2026-01-12}, {date: 2026-02-09}, {date: 2026-03-09}]
stretch: [{date: 2025-11-10, what: spoke at the all-hands}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: monthly
meetings: [{date: 2025-10-20}, {date: 2025-11-17}, {date: 2025-12-15}, {date: 2026-01-12}, {date: 2026-02-09}, {date: 2026-03-09}]
stretch: [{date: 2025-11-10, what: spoke at the all-hands}, {date: 2026-02-20, what: chaired a review}]
)"},
    .check = check,
};

}  // namespace mentor
