// The limits and switches in force: what `signs:` of mentor.yaml asks for on top of the defaults.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// Sets limits on top of the settings: each of `asked` is RULE.LIMIT=VALUE, or sets `false-alarms.stalled` or `false-alarms.drifting`. A rule
/// that is off stays off. Throws a Failure that says what there is to be set.
void set_limits(const std::vector<std::string>& asked, Settings& settings, FalseAlarms& false_alarms);

/// What to do about the name of a rule that does not exist: "did you mean `no-shows`?"
Message rule_meant(Text name);

/// The settings that `signs:` of mentor.yaml asks for; unknown rules and limits are problems.
Settings read_settings(const Programme& programme, const Source& source, Problems& problems);

}  // namespace mentor
