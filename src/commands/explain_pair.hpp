// Why mentor says what it says about one relationship, in sentences and figures that can be checked by hand.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// Everything that the verdict rests on, what it does not rest on, and what would change it.
std::optional<Section> explain_pair(const Pair& pair);

}  // namespace mentor
