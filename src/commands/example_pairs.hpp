// A small journal to look at: one relationship that does well, one that has stalled, one on its way to a good end.
#pragma once
#include <vector>

#include "base/date.hpp"
#include "commands/new_files.hpp"

namespace mentor {

/// The three files, with days that fit `today`.
std::vector<NewFile> example_pairs(Date today);

}  // namespace mentor
