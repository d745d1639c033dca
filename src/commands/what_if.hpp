// What would be found with other limits: --set RULE.LIMIT=VALUE, and what it changes against the folder's own settings.
#pragma once
#include "commands/command.hpp"

namespace mentor {

inline constexpr Flag set_flag = {
    "set",
    0,
    "RULE.LIMIT=VALUE",
    "As if mentor.yaml set this limit, or `false-alarms.stalled` or `false-alarms.drifting`; says what it changes. May be repeated.",
    Choices::none,
    true};

/// Whether the request sets other limits: `feedback --set` names a question set.
bool sets_limits(const Request& request);
/// Whether --set changes the state of the pair, its day, or a finding.
bool is_changed(const Pair& pair);
/// Which findings come and which go with it, and the state by the folder's own settings; nothing without --set.
std::vector<Fact> what_if_facts(const Pair& pair);

/// For Command::count and Command::join: gathers the pairs that --set changes.
void count_changes(const Pair& pair, std::any& sum);
void join_changes(std::any& sum, const std::any& other);
/// "With no-shows.count=2: ...", of all that was gathered; empty without --set.
Message what_if(const Brief& brief);

}  // namespace mentor
