// Finds ends to which only one side is noted as having agreed: the day fixed beforehand, and the decision to end.
#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
};
constexpr const Limit& kJudged = kLimits[0];

/// The side that has agreed, when the other is not noted.
Party only_one(WordSet<Party> agreed) {
  const bool of_mentor = agreed.contains(Party::mentor), of_mentee = agreed.contains(Party::mentee);
  if (of_mentor == of_mentee) return Party::unset;
  return of_mentor ? Party::mentor : Party::mentee;
}

void report(const Case& c, Party agreed, Message what, std::string_view field, Place place, Findings& findings) {
  const Party missing = agreed == Party::mentor ? Party::mentee : Party::mentor;
  Finding finding;
  finding.message = say("{} is agreed by {}; of {} nothing is noted", what, name_of(c.relationship, agreed), name_of(c.relationship, missing));
  finding.party = missing;
  finding.place = place;
  finding.repair = say("ask {} whether it fits what is left to do; then add {} to `{}:`", name_of(c.relationship, missing), word(missing), field);
  finding.subject = std::string(field);
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  const Relationship& r = c.relationship;
  if (is_end_judged(c, kJudged)) {
    // what circumstances decide nobody has to agree to
    const Party agreed = r.closing.basis == Basis::circumstances ? Party::unset : only_one(r.closing.agreed_by);
    if (agreed != Party::unset) report(c, agreed, say("the decision to end"), "agreed-by", r.closing.place, findings);
  } else if (c.assessment.state != State::closed && r.until) {
    const Party agreed = only_one(r.until_agreed_by);
    if (agreed != Party::unset) report(c, agreed, say("the end on {}", iso(r.until)), "until-agreed-by", r.place, findings);
  }
}

}  // namespace

extern constinit const Rule duration_one_sided;
constinit const Rule duration_one_sided = {
    .id = "duration-one-sided",
    .title = "The end is agreed by one side alone",
    .source = "E10",
    .needs = Needs::nothing,
    .severity = Severity::info,
    .when = When::always,
    .limits = kLimits,
    .why =
        "How long it lasts follows from what the two want to reach, and is for both to say. An end that one sets and the other hears of feels like being sent "
        "away. Where nobody is noted as having agreed, and where circumstances decide, nothing is said.",
    .repair = "The other side in `until-agreed-by:` or `agreed-by:`.",
    .ask = "How long do we want to go on, and what do we want to have reached by then?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
until: 2026-06-30
until-agreed-by: [mentor]
meetings: [{date: 2026-02-16}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
until: 2026-06-30
until-agreed-by: [mentor, mentee]
meetings: [{date: 2026-02-16}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
