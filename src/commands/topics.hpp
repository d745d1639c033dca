// Everything that `mentor explain` can explain.
#pragma once
#include <string_view>
#include <vector>

namespace mentor {

/// Names of rules, states, problems and kinds of entries, each once, in the order of the documentation.
std::vector<std::string_view> all_topics();

}  // namespace mentor
