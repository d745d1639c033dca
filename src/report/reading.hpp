// How a file was read, beside what it says: one row a line.
#pragma once
#include <string>

#include "report/format.hpp"

namespace mentor {

/// Rows of `line  the line's beginning  what it was taken for`, each as wide as the look allows.
std::string reading(const ReadFile& file, const Look& look);

}  // namespace mentor
