// Finds pairs whose meetings are called off more often than a busy life explains, per side.
#include "rules/recent.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"count", 2, "meetings", "called off by one side among the last entries", Origin::practice},
    {"window", 6, "entries", "how far back is looked", Origin::judgement},
    {"together", 3, "meetings", "called off by both sides together among the last entries", Origin::judgement},
};
constexpr const Limit& kCount = kLimits[0];
constexpr const Limit& kWindow = kLimits[1];
constexpr const Limit& kTogether = kLimits[2];

bool is_cancelled(const Slot& slot) { return slot.status == Status::cancelled; }

void check(const Case& c, Findings& findings) {
  find_incidents(
      c, {is_cancelled, "meetings", "called off"}, c.count(kWindow), kCount, kTogether,
      "agree on a smaller commitment: shorter or rarer meetings that both can keep, and a new date whenever one is called off; it clears as meetings are held",
      findings);
}

}  // namespace

extern constinit const Rule cancellations;
constinit const Rule cancellations = {
    .id = "cancellations",
    .title = "Meetings are called off again and again",
    .source = "S1",
    .needs = Needs::meetings,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Everybody calls off a meeting now and then. When it becomes usual, the meetings may have lost their place among all that presses, and the other "
        "side notices. Illness and other outside reasons (`by: external`) do not count.",
    .repair = "Meetings that are held as agreed; a commitment that both can keep.",
    .ask = "What gets in the way of our meetings, and what size of meeting would survive a busy week?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-02-16}
  - {date: 2026-03-02, status: cancelled, by: mentor}
  - {date: 2026-03-16, status: cancelled, by: mentor}
  - {date: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02, status: cancelled, by: mentor}
  - {date: 2026-03-09}
  - {date: 2026-03-16, status: cancelled, by: external}
  - {date: 2026-03-23}
)"},
    .check = check,
};

}  // namespace mentor
