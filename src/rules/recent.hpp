// The last entries of a pair, and what of them each side is noted for: shared by the rules about meetings that did not take place as agreed.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// What happened to a meeting, as a rule counts it.
struct Incident {
  bool (*is_one)(const Slot&);
  /// "meetings called off", "dates missed", ...
  std::string_view noun;
  /// "called off", "missed", ...
  std::string_view verb;
};

/// One finding per side that is noted for at least `at_least` of the last `window` entries; one for both together when only their sum, or
/// entries that name nobody, reach `at_least_together`.
void find_incidents(const Case& c, const Incident& incident, int window, const Limit& at_least, const Limit& at_least_together, std::string_view repair,
                    Findings& findings);

}  // namespace mentor
