// The path of a concern, as far as it is known on a day: raised, talked about, tried with other terms or a second chance, decided.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// The day of the last step that was taken; false when none is known.
Date last_step(const Concern& concern, Date today);

/// Raised, and nothing was done about it yet.
bool is_waiting(const Concern& concern, Date today);

/// Whether it was decided to recommit or to end.
bool is_decided(const Concern& concern, Date today);

/// A finding about a concern: told in confidence when the concern is.
Finding at_concern(const Concern& concern);

}  // namespace mentor
