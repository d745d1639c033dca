// Did you mean: the known word that a mistyped one is most likely meant to be.
#pragma once
#include <string_view>
#include <vector>

namespace mentor {

/// The nearest of `known` at an edit distance (with swapped neighbours as one edit) of at most 2, and less than half of the word; else empty.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace mentor
