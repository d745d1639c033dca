// Finds dates that one side waited for in vain.
#include "rules/recent.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"count", 1, "dates", "missed by one side among the last entries", Origin::judgement},
    {"window", 6, "entries", "how far back is looked", Origin::judgement},
};
constexpr const Limit& kCount = kLimits[0];
constexpr const Limit& kWindow = kLimits[1];

bool is_no_show(const Slot& slot) { return slot.status == Status::no_show; }

void check(const Case& c, Findings& findings) {
  find_incidents(c, {is_no_show, "dates", "missed"}, c.count(kWindow), kCount, kCount,
                 "ask what happened before fixing the next date; it clears once meetings take place as agreed", findings);
}

}  // namespace

extern constinit const Rule no_shows;
constinit const Rule no_shows = {
    .id = "no-shows",
    .title = "A date was missed",
    .source = "S2",
    .needs = Needs::meetings,
    .severity = Severity::warning,
    .limits = kLimits,
    .why = "Waiting in vain weighs more than a cancellation, whatever the reason was. A short, open word about it repairs most of it.",
    .repair = "A word about what happened, and meetings that take place as agreed.",
    .ask = "What happened on that day, and how would we like to hear of it next time?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02}
  - {date: 2026-03-16, status: no-show, by: mentee}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-03-02}
  - {date: 2026-03-16, status: cancelled, by: mentee, notice: 2 days}
)"},
    .check = check,
};

}  // namespace mentor
