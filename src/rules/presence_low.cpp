// Finds sides who were elsewhere with their thoughts in the last meetings.
#include "rules/observed.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"low", 2, "of 5", "a presence at or below it is low", Origin::judgement},
    {"meetings", 2, "rated meetings", "so many in a row, at least; a single one says nothing", Origin::judgement},
};
constexpr const Limit &kLow = kLimits[0], &kMeetings = kLimits[1];

void check(const Case& c, Findings& findings) {
  find_low(c, {&Meeting::presence, "presence", "ask what is going on besides, and agree on a time and a place without phones"}, kLow, kMeetings, findings);
}

}  // namespace

extern constinit const Rule presence_low;
constinit const Rule presence_low = {
    .id = "presence-low",
    .title = "One side was elsewhere in the last meetings",
    .source = "S5, T23, M5",
    .needs = Needs::presence,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Somebody whose thoughts are elsewhere has a reason, and it is seldom the other person: a deadline, a sick child, the wrong hour of the day. Left "
        "unsaid, it is easily taken for something else. One such meeting means nothing.",
    .repair = "A meeting in which both are there, noted as presence.",
    .ask = "What would help you to be here with all your attention: another hour, another place, fewer topics?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-16, presence: {mentor: 4, mentee: 5}}
  - {date: 2026-03-02, presence: {mentor: 2, mentee: 5}}
  - {date: 2026-03-16, presence: {mentor: 1, mentee: 4}}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-16, presence: {mentor: 4, mentee: 5}}
  - {date: 2026-03-02, presence: {mentor: 4, mentee: 5}}
  - {date: 2026-03-16, presence: {mentor: 1, mentee: 4}}
)"},
    .check = check,
};

}  // namespace mentor
