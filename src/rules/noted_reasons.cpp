#include "rules/noted_reasons.hpp"

#include <algorithm>
#include <map>

#include "rules/wording.hpp"

namespace mentor {

bool was_talked_about(const Reason& reason, const Case& c) {
  return std::ranges::any_of(c.relationship.concerns, [&](const Concern& concern) {
    return concern.talked && concern.talked >= reason.date && concern.talked <= c.today && (reason.is_confidential() || !concern.is_confidential());
  });
}

Text facilitator_of(const Case& c) {
  const Agreement& agreement = c.relationship.agreement;
  const Text agreed = agreement.date <= c.today ? agreement.facilitator.name : Text{};
  return agreed.empty() ? c.history.programme->coordinator.name : agreed;
}

void find_noted(const Case& c, ReasonCode code, std::string_view what, std::string_view repair, Findings& findings, bool (*meant)(const Reason&)) {
  // each party's newest note of it
  std::map<Party, const Reason*> newest;
  for (const Reason& reason : c.relationship.reasons) {
    if (reason.code != code || !reason.date || reason.date > c.today) continue;
    const Reason*& of_party = newest[reason.noted_by];
    if (of_party == nullptr || reason.date >= of_party->date) of_party = &reason;
  }
  for (const auto& [party, it] : newest) {
    if (!meant(*it) || was_talked_about(*it, c)) continue;
    Finding finding;
    const bool is_known = party == Party::mentor || party == Party::mentee;
    const Message who = is_known ? say("{} has", name_of(c.relationship, party)) : party == Party::both ? say("both have") : say("somebody has");
    finding.message = say("{} noted {}{}, on {}, and no conversation about it is noted since", who, it->stated == Stated::suspected ? "a suspicion of " : "",
                          what, iso(it->date));
    finding.place = it->place;
    finding.is_confidential = it->is_confidential();
    finding.author = is_known ? party : Party::unset;
    const Text confidant = facilitator_of(c);
    finding.repair = confidant.empty() ? say("{}; then note the day as `talked:` of a concern", repair)
                                       : say("{}; {} can help; then note the day as `talked:` of a concern", repair, confidant);
    finding.subject = iso(it->date);
    findings.push_back(std::move(finding));
  }
}

}  // namespace mentor
