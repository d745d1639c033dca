// Finds pairs for whom the look back that they usually take is due again.
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 2, "held meetings", "since the last review, after which the next is due", Origin::source},
    {"until", 3, "held meetings", "from then on it is overdue, which is another finding", Origin::source},
};
constexpr const Limit &kMeetings = kLimits[0], &kUntil = kLimits[1];

void check(const Case& c, Findings& findings) {
  const LastReview last = last_review(c);
  if (last.meetings_since < c.limit(kMeetings) || last.meetings_since >= c.limit(kUntil) || c.assessment.state == State::closing) return;
  Finding finding;
  finding.message = say("a review is due: {} since the one of {}", counted(last.meetings_since, "meeting"), iso(last.date));
  finding.place = last.place;
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("look back together at the next meeting, and note it as a review with its date");
  finding.subject = iso(last.date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule review_due;
constinit const Rule review_due = {
    .id = "review-due",
    .title = "Time to look back together",
    .source = "Q7",
    .needs = Needs::reviews,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Every two or three meetings it is worth ten minutes to ask what has changed: in the mentee, in how others see it, and between the two. What is not "
        "looked at is easily taken for nothing. Journals that never note a review are not asked.",
    .repair = "A review, noted with its date.",
    .ask = "What has changed since we last looked back, and how would others notice it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
reviews: [{date: 2026-02-16, change-in-mentee: asks before deciding}]
meetings: [{date: 2026-02-02}, {date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
reviews: [{date: 2026-03-02, change-in-mentee: asks before deciding}]
meetings: [{date: 2026-02-02}, {date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
