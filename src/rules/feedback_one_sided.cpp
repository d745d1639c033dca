// Finds pairs in which only one of the two gives feedback.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"count", 4, "words of feedback", "the last so many all came from one side", Origin::judgement},
};
constexpr const Limit& kCount = kLimits[0];

int words_of(const Meeting& meeting, Party party) {
  int count = 0;
  for (const Feedback& feedback : meeting.feedback) count += feedback.from == party || feedback.from == Party::both;
  return count;
}

/// How many of the newest words of feedback came from one side alone, and whose they were.
struct Streak {
  Party from{};
  int count = 0;
  const Meeting *first = nullptr, *newest = nullptr;
  /// The meeting before at which the other side spoke; null when it never did.
  const Meeting* of_other = nullptr;

  explicit Streak(const Case& c) {
    for (auto it = c.held().rbegin(); it != c.held().rend() && of_other == nullptr; ++it) {
      const int of_mentor = words_of(**it, Party::mentor), of_mentee = words_of(**it, Party::mentee);
      if (of_mentor + of_mentee == 0) continue;
      const Party here = of_mentee == 0 ? Party::mentor : of_mentor == 0 ? Party::mentee : Party::both;
      if (from == Party::unset) {
        from = here;
        newest = *it;
      }
      if (here != from) {
        of_other = *it;
        break;
      }
      count += of_mentor + of_mentee;
      first = *it;
      if (from == Party::both) break;
    }
  }
};

void check(const Case& c, Findings& findings) {
  const Streak streak(c);
  if (streak.from == Party::unset || streak.from == Party::both || streak.count < c.limit(kCount)) return;
  const Party other = streak.from == Party::mentor ? Party::mentee : Party::mentor;
  const Relationship& r = c.relationship;
  Finding finding;
  finding.party = other;
  finding.message = streak.of_other == nullptr ? say("all feedback that is noted came from {}; none from {} yet", name_of(r, streak.from), name_of(r, other))
                                               : say("the last {} words of feedback all came from {}; {}'s last was on {}", streak.count,
                                                     name_of(r, streak.from), name_of(r, other), iso(streak.of_other->date));
  finding.place = streak.newest->place;
  if (streak.of_other != nullptr) finding.evidence.push_back({streak.of_other->place, streak.of_other->date, say("feedback of {}", name_of(r, other))});
  finding.evidence.push_back({streak.first->place, streak.first->date, say("since then feedback of {} only", name_of(r, streak.from))});
  finding.limit = &kCount;
  finding.limit_value = c.limit(kCount);
  finding.repair = say("ask {} at the end of the next meeting for one thing to keep and one to change, and note it as feedback", name_of(r, other));
  finding.subject = std::string(word(other));
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule feedback_one_sided;
constinit const Rule feedback_one_sided = {
    .id = "feedback-one-sided",
    .title = "Feedback comes from one side only",
    .source = "C1, T1, T26",
    .needs = Needs::feedback,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Feedback that goes one way becomes a verdict. The side that gives none may be content, or may not dare; asking costs nothing. Journals that never "
        "note "
        "feedback are not judged.",
    .repair = "A word of feedback from the other side, noted.",
    .ask = "What could I do differently that would help you, and what should I keep?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-02, feedback: [{from: mentor, text: good questions today}]}
  - {date: 2026-02-16, feedback: [{from: mentor, text: bring an example}]}
  - {date: 2026-03-02, feedback: [{from: mentor, text: shorter is better}]}
  - {date: 2026-03-16, feedback: [{from: mentor, text: well prepared}]}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-02, feedback: [{from: mentor, text: good questions today}]}
  - {date: 2026-02-16, feedback: [{from: mentor, text: bring an example}]}
  - {date: 2026-03-02, feedback: [{from: mentee, text: more time on design}]}
  - {date: 2026-03-16, feedback: [{from: mentor, text: well prepared}]}
)"},
    .check = check,
};

}  // namespace mentor
