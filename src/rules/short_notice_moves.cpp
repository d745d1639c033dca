// Finds meetings that are regularly moved or called off at the last minute.
#include "rules/recent.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"count", 2, "meetings", "moved or called off less than a day before, by one side, among the last entries", Origin::practice},
    {"window", 6, "entries", "how far back is looked", Origin::judgement},
    {"together", 3, "meetings", "the same by both sides together", Origin::judgement},
};
constexpr const Limit& kCount = kLimits[0];
constexpr const Limit& kWindow = kLimits[1];
constexpr const Limit& kTogether = kLimits[2];

bool is_short_notice(const Slot& slot) { return slot.short_notice && (slot.status == Status::moved || slot.status == Status::cancelled); }

void check(const Case& c, Findings& findings) {
  find_incidents(c, {is_short_notice, "meetings", "moved or called off less than a day before"}, c.count(kWindow), kCount, kTogether,
                 "agree on a rule that suits both, for example to move a meeting at least a day before; it clears as dates hold", findings);
}

}  // namespace

extern constinit const Rule short_notice_moves;
constinit const Rule short_notice_moves = {
    .id = "short-notice-moves",
    .title = "Meetings change at the last minute",
    .source = "S3",
    .needs = Needs::reasons_of_meetings,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A meeting that is moved on the day costs the other side its preparation. Once is life; when it becomes usual, the day or the hour may no longer be "
        "the right one.",
    .repair = "An agreed notice, and dates that hold.",
    .ask = "How much notice do we want to give each other?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-02-16, status: moved, to: 2026-02-18, by: mentor, notice: 3 h}
  - {date: 2026-02-18}
  - {date: 2026-03-16, status: moved, to: 2026-03-20, by: mentor, notice: 1 h}
  - {date: 2026-03-20}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-02-16, status: moved, to: 2026-02-18, by: mentor, notice: 3 days}
  - {date: 2026-02-18}
  - {date: 2026-03-16, status: moved, to: 2026-03-20, by: mentor, notice: 2 days}
  - {date: 2026-03-20}
)"},
    .check = check,
};

}  // namespace mentor
