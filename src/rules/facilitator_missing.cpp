// Finds pairs that something stands between, and that have nobody named whom both could ask.
#include <algorithm>

#include "rules/concerns.hpp"
#include "rules/noted_reasons.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

Finding at_concern_of(const Concern& concern) {
  Finding finding = at_concern(concern);
  finding.message = say("a concern of {} waits for a conversation, and no third person is named whom both could ask", iso(concern.raised.date));
  return finding;
}

Finding at_reason(const Reason& reason) {
  Finding finding;
  finding.place = reason.place;
  finding.is_confidential = reason.is_confidential();
  const bool is_of_one = reason.noted_by == Party::mentor || reason.noted_by == Party::mentee;
  finding.author = is_of_one ? reason.noted_by : Party::unset;
  finding.message = say("a reason why it may not be working was noted on {}, and no third person is named whom both could ask", iso(reason.date));
  return finding;
}

/// What was raised or noted between the two and not talked about yet, each as a finding.
Findings open_matters(const Case& c) {
  Findings open;
  for (const Concern& concern : c.relationship.concerns)
    if (is_waiting(concern, c.today)) open.push_back(at_concern_of(concern));
  for (const Reason& reason : c.relationship.reasons)
    if (reason.date && reason.date <= c.today && !was_talked_about(reason, c)) open.push_back(at_reason(reason));
  return open;
}

void check(const Case& c, Findings& findings) {
  if (c.relationship.kind == MatchKind::informal || !facilitator_of(c).empty()) return;
  Findings open = open_matters(c);
  // one that everybody may see says it for all; else each author is told of their own
  const auto shared = std::ranges::find(open, false, &Finding::is_confidential);
  if (shared != open.end()) open = {std::move(*shared)};
  const auto is_same_author = [](const Finding& a, const Finding& b) { return a.author == b.author; };
  std::ranges::stable_sort(open, {}, &Finding::author);
  open.erase(std::ranges::unique(open, is_same_author).begin(), open.end());
  for (Finding& finding : open) {
    finding.repair = say("agree on somebody outside of the two whom both trust, and note the name as `facilitator:` of the agreement");
    finding.subject = std::string(word(finding.author));
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule facilitator_missing;
constinit const Rule facilitator_missing = {
    .id = "facilitator-missing",
    .title = "Something is open, and no third person is named",
    .source = "T29, C4, C8, C10",
    .needs = Needs::concerns,
    .severity = Severity::info,
    .limits = {},
    .why =
        "Some things are easier to say when somebody else is in the room, or to somebody else first. Programmes name such a person from the start; it is "
        "harder to agree on one once there is something to be talked about, and not too late. A coordinator in `mentor.yaml` counts, and pairs of `kind: "
        "informal` are not asked.",
    .repair = "A name, noted as `facilitator:` of the agreement.",
    .ask = "Whom would we both trust to sit in, if we ever need it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
agreement: {date: 2026-01-14, signed: [mentor, mentee]}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
concerns: [{raised: {date: 2026-03-20, by: mentee}}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
agreement: {date: 2026-01-14, signed: [mentor, mentee], facilitator: Joan}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
concerns: [{raised: {date: 2026-03-20, by: mentee}}]
)"},
    .check = check,
};

}  // namespace mentor
