// How much YAML a journal may hold, and the words that say "nothing": what the two readers must agree on.
#pragma once
#include <cstddef>
#include <string_view>

namespace mentor {

/// Collections within collections; the vocabulary needs five.
inline constexpr std::size_t kDeepest = 16;
/// Keys, values and collections of one file.
inline constexpr std::size_t kMostNodes = 200'000;
/// Bytes of one value.
inline constexpr std::ptrdiff_t kLongestScalar = 64 * 1024;

constexpr bool is_null_word(std::string_view text) { return text == "~" || (text.size() == 4 && (text == "null" || text == "Null" || text == "NULL")); }

}  // namespace mentor
