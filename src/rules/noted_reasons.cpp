#include "rules/noted_reasons.hpp"

#include <algorithm>

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
  const auto& reasons = c.relationship.reasons;
  for (auto it = reasons.begin(); it != reasons.end(); ++it) {
    const auto is_same = [&](const Reason& other) { return other.code == code && other.noted_by == it->noted_by && other.date <= c.today; };
    if (!it->date || !meant(*it) || !is_same(*it) || was_talked_about(*it, c)) continue;
    const auto is_newer = [&](const Reason& other) { return is_same(other) && (other.date > it->date || (other.date == it->date && &other > &*it)); };
    if (std::ranges::any_of(reasons, is_newer)) continue;
    Finding finding;
    const bool is_known = it->noted_by == Party::mentor || it->noted_by == Party::mentee;
    const Message who = is_known ? say("{} has", name_of(c.relationship, it->noted_by)) : it->noted_by == Party::both ? say("both have") : say("somebody has");
    finding.message = say("{} noted {}{}, on {}, and no conversation about it is noted since", who, it->stated == Stated::suspected ? "a suspicion of " : "",
                          what, iso(it->date));
    finding.place = it->place;
    finding.is_confidential = it->is_confidential();
    finding.author = is_known ? it->noted_by : Party::unset;
    const Text confidant = facilitator_of(c);
    finding.repair = confidant.empty() ? say("{}; then note the day as `talked:` of a concern", repair)
                                       : say("{}; {} can help; then note the day as `talked:` of a concern", repair, confidant);
    finding.subject = iso(it->date);
    findings.push_back(std::move(finding));
  }
}

}  // namespace mentor
