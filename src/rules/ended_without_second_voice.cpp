// Finds closed relationships of which one side has said what it takes along, and the other has not.
#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
};
constexpr const Limit& kJudged = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Ending ending{c.relationship, c.today};
  const bool of_mentor = ending.has_voice(Party::mentor);
  if (!is_end_judged(c, kJudged) || of_mentor == ending.has_voice(Party::mentee)) return;
  const Party missing = of_mentor ? Party::mentee : Party::mentor;
  Finding finding;
  finding.message = say("what {} takes along is noted; of {} nothing is", name_of(c.relationship, of_mentor ? Party::mentor : Party::mentee),
                        name_of(c.relationship, missing));
  finding.party = missing;
  finding.place = c.relationship.closing.place;
  finding.repair = say("ask {}, and note the answer as `learned:` of the closing; `mentor feedback {} --set closing --for {}` has questions",
                       name_of(c.relationship, missing), c.relationship.id, word(missing));
  finding.subject = std::string(word(missing));
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule ended_without_second_voice;
constinit const Rule ended_without_second_voice = {
    .id = "ended-without-second-voice",
    .title = "Only one side has said what it takes along",
    .source = "E14, E7",
    .needs = Needs::nothing,
    .severity = Severity::info,
    .when = When::ended,
    .limits = kLimits,
    .why = "Both learn, the mentor too, and an ending told by one is half of it. Where neither has said anything, nothing is made of it.",
    .repair = "`learned:` of the other side in the closing, or its answers to the closing questions.",
    .ask = "What do you take along from this time, and what would you tell the other about it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-09, basis: goals, learned: {mentee: to scope a review}, closed: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-09, basis: goals, learned: {mentee: to scope a review, mentor: to ask first}, closed: 2026-03-23}
)"},
    .check = check,
};

}  // namespace mentor
