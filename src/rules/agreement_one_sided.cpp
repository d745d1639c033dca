// Finds agreements that only one of the two has signed, or that say what is expected of one only.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

Finding at_agreement(const Case& c, Party other, std::string_view subject) {
  Finding finding;
  finding.party = other;
  finding.place = c.relationship.agreement.place;
  finding.subject = subject;
  return finding;
}

void check(const Case& c, Findings& findings) {
  const Relationship& r = c.relationship;
  const WordSet<Party> signed_by = r.agreement.signed_by;
  if (signed_by.contains(Party::mentor) != signed_by.contains(Party::mentee)) {
    const Party other = signed_by.contains(Party::mentor) ? Party::mentee : Party::mentor;
    Finding finding = at_agreement(c, other, "signed");
    finding.message = say("the agreement is still without {}'s signature", name_of(r, other));
    finding.repair = say("go through it together, change what does not fit, and note both under `signed:`");
    findings.push_back(std::move(finding));
  }
  const PerParty<Text>& expected = r.agreement.expectations;
  if (expected.mentor.empty() != expected.mentee.empty()) {
    const Party other = expected.mentor.empty() ? Party::mentor : Party::mentee;
    Finding finding = at_agreement(c, other, "expectations");
    finding.message = say("the agreement does not yet say what is expected of {}", name_of(r, other));
    finding.repair = say("ask each other what you hope for, and note it as `expectations:` of both");
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule agreement_one_sided;
constinit const Rule agreement_one_sided = {
    .id = "agreement-one-sided",
    .title = "The agreement speaks for one side only",
    .source = "T28, C5, C14",
    .needs = Needs::agreement,
    .severity = Severity::info,
    .limits = {},
    .why =
        "An agreement is a talk that was had. When only one side's part is in it, the other side's hopes are still to be heard, and hopes that were never said "
        "are the ones that get disappointed. An agreement that names no signatures, or no expectations at all, is not judged by them.",
    .repair = "The other side's signature, or what is expected of it.",
    .ask = "What do you hope for from me that we have not written down yet?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
agreement: {date: 2026-01-14, signed: [mentor], expectations: {mentee: brings the agenda}}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
agreement: {date: 2026-01-14, signed: [mentor, mentee], expectations: {mentor: opens doors, mentee: brings the agenda}}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
