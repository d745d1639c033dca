// Writes the files that a command has made, each whole or not at all, by the path that every file takes (base/commit).
#pragma once
#include <span>
#include <string>

#include "commands/command.hpp"

namespace mentor {

/// Writes each file below `folder`, and makes the folders that are missing. A Failure when one cannot be written; those before it stay.
void write_files(const std::string& folder, std::span<const NamedText> files);

}  // namespace mentor
