// When the two last talked about the relationship itself, as far as it is noted.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// The day of the last review, renewed agreement, recommitment, or conversation about a concern known today; false when there is none. What is
/// confidential takes no part.
Date last_talk(const Case& c);

}  // namespace mentor
