// Finds pairs that used to exchange feedback and no longer do.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 4, "held meetings", "without feedback", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];

void check(const Case& c, Findings& findings) {
  const auto& held = c.held();
  int since = 0;
  const Meeting* last = nullptr;
  for (auto it = held.rbegin(); it != held.rend() && last == nullptr; ++it) {
    if ((*it)->feedback.empty())
      ++since;
    else
      last = *it;
  }
  if (since < c.count(kMeetings) || c.assessment.state == State::closing) return;
  Finding finding;
  finding.message = last == nullptr ? say("no feedback is noted in {}", counted(since, "meeting"))
                                    : say("no feedback is noted in {} since {}", counted(since, "meeting"), iso(last->date));
  if (last != nullptr) finding.evidence.push_back({last->place, last->date, say("the last feedback")});
  finding.place = held.back()->place;
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("take the last five minutes of a meeting for one question each way, and note it as feedback");
  finding.subject = last == nullptr ? "never" : iso(last->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule no_feedback;
constinit const Rule no_feedback = {
    .id = "no-feedback",
    .title = "Feedback has stopped",
    .source = "C1, T1, T26",
    .needs = Needs::feedback,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "What is not said about the meetings themselves is carried out of them. Feedback keeps small irritations small. Journals that never note feedback are "
        "not judged.",
    .repair = "A word of feedback, noted.",
    .ask = "What in our meetings helps you most, and what should we do differently?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-01-19, feedback: [{from: mentee, text: more time on design}]}
  - {date: 2026-02-02}
  - {date: 2026-02-16}
  - {date: 2026-03-02}
  - {date: 2026-03-16}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
cadence: 2 weeks
meetings:
  - {date: 2026-02-16}
  - {date: 2026-03-02, feedback: [{from: mentee, text: more time on design}]}
  - {date: 2026-03-16}
)"},
    .check = check,
};

}  // namespace mentor
