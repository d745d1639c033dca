// The dates of a calendar as entries of a relationship.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// What the calendar file of the request tells of the pair's meetings and the journal does not yet.
Wishes wishes_from_calendar(const Pair& pair);

}  // namespace mentor
