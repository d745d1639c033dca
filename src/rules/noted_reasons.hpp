// Reasons why it may not be working, as the two noted them, and whether anybody has talked about them since.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// Whether a conversation is noted on or after the day of the reason. A confidential one counts for confidential reasons alone, so that
/// nothing shared tells of it.
bool was_talked_about(const Reason& reason, const Case& c);

/// Whom to turn to: the facilitator of the agreement, else the coordinator of the programme; empty when nobody is named.
Text facilitator_of(const Case& c);

/// A finding for each party's newest note of `code` that was not talked about since. `what` follows the party's name: "has noted ...".
/// Notes that are not `meant` are left to another rule.
void find_noted(
    const Case& c, ReasonCode code, std::string_view what, std::string_view repair, Findings& findings,
    bool (*meant)(const Reason&) = [](const Reason&) { return true; });

}  // namespace mentor
