// Finds pairs that used to note what each learned and no longer do.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 4, "held meetings", "without anything learned, in a journal that notes it", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];

/// The last meeting from which a side took something away, and how many were held since.
struct LastLearned {
  const Meeting* meeting = nullptr;
  int since = 0;

  LastLearned(const Case& c, Party party) {
    for (auto it = c.held().rbegin(); it != c.held().rend() && meeting == nullptr; ++it) {
      if ((*it)->learned.of(party).empty())
        ++since;
      else
        meeting = *it;
    }
  }
  bool has_stopped(const Case& c) const { return meeting != nullptr && since >= c.count(kMeetings) && since > 0; }
};

Finding at_last_meeting(const Case& c, Party party, const LastLearned& last) {
  Finding finding;
  finding.party = party;
  finding.place = c.held().back()->place;
  finding.evidence.push_back({last.meeting->place, last.meeting->date, say("the last that was noted")});
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("end the next meeting with what each takes away, and note it as `learned:`");
  finding.subject = std::string(word(party)) + " " + iso(last.meeting->date);
  return finding;
}

void check(const Case& c, Findings& findings) {
  const LastLearned of_mentor(c, Party::mentor), of_mentee(c, Party::mentee);
  const Relationship& r = c.relationship;
  if (of_mentor.has_stopped(c) && of_mentee.has_stopped(c)) {
    const LastLearned& last = of_mentor.since < of_mentee.since ? of_mentor : of_mentee;
    Finding finding = at_last_meeting(c, Party::both, last);
    finding.message = say("nothing that either learned is noted since {}; {} since then", iso(last.meeting->date), counted(last.since, "meeting"));
    findings.push_back(std::move(finding));
    return;
  }
  for (const auto& [party, last] : {std::pair{Party::mentor, of_mentor}, {Party::mentee, of_mentee}}) {
    if (!last.has_stopped(c)) continue;
    Finding finding = at_last_meeting(c, party, last);
    finding.message =
        say("nothing that {} learned is noted since {}; {} since then", name_of(r, party), iso(last.meeting->date), counted(last.since, "meeting"));
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule no_new_learning;
constinit const Rule no_new_learning = {
    .id = "no-new-learning",
    .title = "Nothing learned is noted any more",
    .source = "S27, T16, T35",
    .needs = Needs::learning,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Both sides learn in a good mentoring, and saying what keeps it alive. When nothing comes to mind any more, the goals may be reached, or the questions "
        "too easy. A side whose learning was never noted is not judged.",
    .repair = "Something learned, noted.",
    .ask = "What did you take away last time that you have used since, and what would you still like to learn from each other?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, learned: {mentee: how a review is scoped}}
  - {date: 2026-02-02}
  - {date: 2026-02-16}
  - {date: 2026-03-02}
  - {date: 2026-03-16}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, learned: {mentee: how a review is scoped}}
  - {date: 2026-02-02}
  - {date: 2026-02-16, learned: {mentee: to ask who decides}}
  - {date: 2026-03-02}
  - {date: 2026-03-16}
)"},
    .check = check,
};

}  // namespace mentor
