// The last entries of a pair, and what of them each side is noted for.
#pragma once
#include <algorithm>
#include <span>

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

/// The newest held meetings, as far back as the `wanted`th of them for which `is_noted` holds, oldest first; meetings without the note may
/// lie between. Empty when there are fewer. Nothing is copied.
template <class IsNoted>
std::span<const Meeting* const> last_noted(const Case& c, int wanted, IsNoted is_noted) {
  const std::span<const Meeting* const> held = c.held();
  int found = 0;
  for (std::size_t i = held.size(); i-- > 0;)
    if (is_noted(*held[i]) && ++found >= std::max(1, wanted)) return held.subspan(i);
  return {};
}

}  // namespace mentor
