// Finds pairs that used to look back together and have not done so for longer than they meant to.
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 3, "held meetings", "since the last review, after which the next is overdue", Origin::source},
};
constexpr const Limit& kMeetings = kLimits[0];

void check(const Case& c, Findings& findings) {
  const LastReview last = last_review(c);
  if (last.meetings_since < c.limit(kMeetings) || c.assessment.state == State::closing) return;
  Finding finding;
  finding.message = say("no review is noted since {}; {} since then", iso(last.date), counted(last.meetings_since, "meeting"));
  finding.place = last.place;
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("take ten minutes of the next meeting to look back, and note it as a review with its date");
  finding.subject = iso(last.date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule review_overdue;
constinit const Rule review_overdue = {
    .id = "review-overdue",
    .title = "No look back for several meetings",
    .source = "Q7",
    .needs = Needs::reviews,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A pair that used to look back and no longer does has often lost sight of what it set out for, and of what it has already gained. Journals that never "
        "note a review are not asked.",
    .repair = "A review, noted with its date.",
    .ask = "What did we set out to change, what of it can be seen by now, and by whom?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
reviews: [{date: 2026-02-02, change-in-mentee: asks before deciding}]
meetings: [{date: 2026-02-02}, {date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
reviews: [{date: 2026-03-16, change-in-mentee: asks before deciding}]
meetings: [{date: 2026-02-02}, {date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
