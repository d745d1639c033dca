// What a run of bytes in a Markdown line is: words, dates, times. Small recognisers that the grammars of markdown_*.cpp share; each looks
// at the start of what it is given and says how many bytes belong to it.
#pragma once
#include <cstddef>
#include <string_view>

#include "journal/source.hpp"

namespace mentor::markdown {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
/// As in a name of the vocabulary: lower case, with a hyphen for a blank.
constexpr char in_name(char c) { return c == ' ' || c == '_' ? '-' : lower(c); }

inline std::string_view trim_left(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}
inline std::string_view trim_right(std::string_view text) {
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}
inline std::string_view trim(std::string_view text) { return trim_left(trim_right(text)); }

/// Whether both are one name, as the vocabulary writes it.
bool same_name(std::string_view text, std::string_view name);
/// Bytes that `name` takes at the start of `text`, case aside and a blank for a hyphen; 0 when it is not there or goes on as a longer word.
std::size_t longer_name_at(std::string_view text, std::string_view name);
inline std::size_t name_at(std::string_view text, std::string_view name) {
  return text.size() < name.size() || name.empty() || in_name(text[0]) != name[0] ? 0 : longer_name_at(text, name);
}
/// Bytes of the word at the start: up to a blank, a comma, a semicolon or a colon.
std::size_t word_at(std::string_view text);
/// Bytes of a date at the start: numbers parted by `-`, `/` or `.`, or `14 January 2026`. Whether the day exists is for the binder to say.
std::size_t date_at(std::string_view text);
/// Bytes of `10:00` at the start.
std::size_t time_at(std::string_view text);
/// Bytes of `-`, `--`, an en or an em dash at the start, with a blank or the end behind it.
std::size_t dash_at(std::string_view text);
/// Bytes of a person's name or a party at the start: one word, and a second one that begins like a name.
std::size_t person_at(std::string_view text);
/// Whether the whole is one `[...]` or `{...}` as YAML writes it.
bool is_flow(std::string_view text);

}  // namespace mentor::markdown
