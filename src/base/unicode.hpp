// Code points and columns: what a person sees of a line of bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mentor {

/// One decoded code point and how many bytes it took; a malformed byte gives U+FFFD and 1.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 0;
};
CodePoint decode(std::string_view text);

/// Whether `text` is printable ASCII alone: then bytes, code points and columns are the same.
bool is_plain(std::string_view text);

/// Code points in `text`; malformed bytes count as one each.
std::size_t code_points(std::string_view text);

/// Columns of a terminal that `text` takes: 2 for wide characters, 0 for combining marks.
std::size_t width_columns(std::string_view text);
std::size_t width_columns(char32_t code_point);

/// The same for letters in any case; malformed bytes stay.
std::string fold_case(std::string_view text);

/// Whether a code point must never reach a terminal or a log as it is: controls, bidirectional overrides, line separators, invisible tags.
bool is_dangerous(char32_t code_point);

}  // namespace mentor
