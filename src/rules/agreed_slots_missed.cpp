// Finds pairs that have let several agreed slots pass, where the odds alone do not say yet that they have stopped.
#include "rules/method.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"slots", method::kMissedSlots, "agreed slots", "so many agreed slots without a meeting always deserve a question", Origin::judgement},
};
constexpr const Limit& kSlots = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  if (a.state == State::stalled || a.state == State::dormant || a.state == State::closing) return;
  if (!a.rhythms.is_agreed || a.has_booking || a.silence.cadences < c.limit(kSlots)) return;
  Finding finding;
  finding.message = say("{} passed without a meeting since {}", counted(static_cast<long>(a.silence.cadences), "agreed slot"), iso(a.silence.since));
  finding.place = c.relationship.cadence.front().place;
  finding.limit = &kSlots;
  finding.limit_value = c.limit(kSlots);
  finding.repair = say("book the next date, or agree on a rhythm that fits and write it as `cadence:`");
  finding.subject = iso(a.silence.since);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule agreed_slots_missed;
constinit const Rule agreed_slots_missed = {
    .id = "agreed-slots-missed",
    .title = "Several agreed slots without a meeting",
    .source = "S8, S17, T11",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A pair whose meetings have always been irregular may be silent for long before the odds turn. Still, an agreement that is not kept is worth a word: "
        "either the rhythm or the "
        "agreement should change.",
    .repair = "Book the next date, or renegotiate the rhythm.",
    .ask = "Which rhythm would really fit both of our weeks?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
cadence: 1 week
meetings:
  - {date: 2025-06-09}
  - {date: 2025-06-30}
  - {date: 2025-07-28}
  - {date: 2025-08-11}
  - {date: 2025-09-08}
  - {date: 2025-10-06}
  - {date: 2025-11-03}
  - {date: 2025-11-24}
  - {date: 2025-12-22}
  - {date: 2026-01-19}
  - {date: 2026-02-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 1 week
meetings:
  - {date: 2026-03-16}
  - {date: 2026-03-23}
  - {date: 2026-03-30}
)"},
    .check = check,
};

}  // namespace mentor
