// Finds pairs that meet and have not written down what they expect of each other.
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 2, "held meetings", "time to write it down", Origin::practice},
};
constexpr const Limit& kMeetings = kLimits[0];

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  const Agreement& agreement = c.relationship.agreement;
  if ((agreement.recorded() && agreement.date <= c.today) || c.relationship.kind == MatchKind::informal || a.state == State::closing ||
      a.silence.held < c.count(kMeetings))
    return;
  Finding finding;
  finding.message = say("{} held, and no agreement is noted", counted(a.silence.held, "meeting"));
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("write down in a few lines what each expects, what is out of bounds and what stays between you, under `agreement:`");
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule agreement_missing;
constinit const Rule agreement_missing = {
    .id = "agreement-missing",
    .title = "No agreement is written down",
    .source = "T28, C14",
    .needs = Needs::meetings,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Expectations that were never said are the ones that get disappointed. Pairs with an agreement make more progress and are happier with it (Giancola et "
        "al. 2019). Informal pairs "
        "are not asked.",
    .repair = "A few lines under `agreement:`.",
    .ask = "What do we expect of each other, and what should we agree on while it is easy?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
agreement: {date: 2026-02-16, signed: [mentor, mentee], boundaries: no calls after seven}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
