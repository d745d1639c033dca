// The documents behind the rules: five texts on stalled mentoring, taken apart row by row (S signs, C reasons, T steps, Q questions,
// M models, E endings). A rule names its rows.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// The titles of the documents that rows such as "S8, S17" come from, each once, with the rows in brackets.
std::vector<std::string> source_titles(std::string_view rows);

}  // namespace mentor
