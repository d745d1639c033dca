// What one side noted in confidence, printed for that side alone: the one place where such findings come out, and only when asked.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// Who may ask.
inline constexpr std::string_view kConfidants[] = {"mentor", "mentee", "facilitator"};

/// What `confidant` may read: a party what it noted itself, a facilitator what either did. Nothing else of the relationship is in it.
Section confidential_section(const Pair& pair, std::string_view confidant);

}  // namespace mentor
