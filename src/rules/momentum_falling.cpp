// Finds pairs that still meet while their recorded signs slide: the sum S2 of the method.
#include "rules/method.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// The level depends on the cadence, so that false alarms a year stay the same; it is part of the method, not a setting.
constexpr Limit kPoints{"points", 18, "points", "alarm level for a monthly pair; higher for shorter rhythms", Origin::judgement};
constexpr std::size_t kMostEvidence = 6;

/// "called off (+4.8), gap (+2.1)": the signs of one slot, worst first.
Message signs_of(const SlotPoints& slot) {
  double total = 0;
  std::string list;
  for (const SignPoints& part : slot.parts) {
    if (part.sign == SignKind::outside) return say("{}: nothing that counts", word(slot.slot->status));
    total += part.points;
    list += fmt::format("{}{} {:+.1f}", list.empty() ? "" : ", ", name(part.sign, part.good), part.points);
  }
  const std::string_view capped = total > slot.points + .05 ? " (the most one entry may add)" : "";
  return say("{}: {}; together {:+.1f}{}, sum {:.1f}", word(slot.slot->status), list, slot.points, capped, slot.sum);
}

Message message(const Assessment& a, Date since) {
  switch (a.ground) {
    case Assessment::Ground::both_sums:
      return say("what is noted since {} adds up to {:.1f} points of slowing down; the alarm level is {:.1f}, and less is enough where a silence follows",
                 iso(since), a.drift - a.drift_open, a.drift_level);
    case Assessment::Ground::drift_held_over:
      return say("what is noted since {} still adds up to {:.1f} points of slowing down; it clears below {:.1f}", iso(since), a.drift,
                 method::kDriftClear * a.drift_level);
    default:
      return say("what is noted since {} adds up to {:.1f} points of slowing down; the alarm level is {:.1f}", iso(since), a.drift, a.drift_level);
  }
}

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  using enum Assessment::Ground;
  if ((a.ground != drift && a.ground != drift_held_over && a.ground != both_sums) || a.slide.empty()) return;
  Finding finding;
  finding.party = a.party;
  const Date since = a.slide.front().slot->day;
  finding.message = message(a, since);
  finding.place = a.slide.back().slot->meeting->place;
  const std::size_t first = a.slide.size() > kMostEvidence ? a.slide.size() - kMostEvidence : 0;
  for (std::size_t i = first; i < a.slide.size(); ++i)
    finding.evidence.push_back({a.slide[i].slot->meeting->place, a.slide[i].slot->meeting->date, signs_of(a.slide[i])});
  finding.limit = &kPoints;
  finding.limit_value = std::round(a.drift_level * 10) / 10;
  finding.repair = say("talk at the next meeting about what has changed; good meetings in a row clear it, and `mentor show` says how many");
  finding.subject = iso(since);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule momentum_falling;
constinit const Rule momentum_falling = {
    .id = "momentum-falling",
    .title = "The recorded signs point downwards",
    .source = "S1, S4, S6, S8, S9, S10",
    .needs = Needs::meetings,
    .severity = Severity::warning,
    .limits = {},
    .why =
        "One short meeting or one cancellation says little. Several weak signs in a row, each measured against what is usual for this pair, say a lot: they "
        "are added up, and good "
        "meetings take points off again. What is never recorded counts for nothing.",
    .repair = "Good meetings in a row; the evidence says which part to work on.",
    .ask = "What has changed in the last weeks, for each of us?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: 2 weeks
length: 60 min
meetings:
  - {date: 2025-10-13, minutes: 60}
  - {date: 2025-10-27, minutes: 60}
  - {date: 2025-11-10, minutes: 60}
  - {date: 2026-01-12, status: cancelled, by: mentee, notice: 2 h}
  - {date: 2026-01-19, minutes: 30}
  - {date: 2026-02-02, status: no-show, by: mentee}
  - {date: 2026-02-16, status: cancelled, by: mentee, notice: 1 h}
  - {date: 2026-03-02, status: no-show, by: mentee}
  - {date: 2026-03-23, minutes: 20}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-12-29
cadence: 2 weeks
length: 60 min
meetings:
  - {date: 2026-03-02, minutes: 60}
  - {date: 2026-03-16, minutes: 55}
  - {date: 2026-03-30, minutes: 60}
)"},
    .check = check,
};

}  // namespace mentor
