// Help, derived from the tables of commands and flags.
#pragma once
#include <string>

#include "commands/command.hpp"

namespace mentor {

/// What the program is, with its commands; or, with a command, what that one does.
std::string help(const Command* command);
/// "mentor check [PAIR...] [options]"
std::string usage(const Command& command);

}  // namespace mentor
