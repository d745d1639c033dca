// How a value is spelled in YAML: plain where every reader takes it for itself, else in quotes or as a block; records on one line or one
// field a line. The one place in which the program writes YAML.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "journal/wish.hpp"

namespace mentor::yaml {

/// How a file spells what can be spelled in several ways.
struct Style {
  /// Columns by which a map stands further in than its key; a list's dash than its key; an entry than its dash.
  std::size_t map_indent = 2, list_indent = 2, dash_width = 2;
  char quote = '"';
};

/// Longest line that an entry in brackets may make, in columns.
inline constexpr std::size_t kLongestFlow = 100;

/// One scalar on one line, as it can stand in brackets too.
std::string scalar(std::string_view text, char quote = '"');
/// The same where it stands by itself behind a key.
std::string lone_scalar(std::string_view text, char quote = '"');

/// A value in one line: `[a, b]`, `{mentor: 4}`, a scalar.
std::string flow(const NewValue& value, const Style& style);
/// `{date: 2026-03-04, status: held}`.
std::string flow(const NewRecord& record, const Style& style);
/// A value behind `key:` in `column`: ` value`, or lines below it. No line end at the end.
std::string block(const NewValue& value, std::size_t column, const Style& style);
/// `key: value` a line; the first without indent, the others in `column`.
std::string block(const NewRecord& record, std::size_t column, const Style& style);
/// Entries of a list with their dashes in `column`, each with a line end before it.
std::string items(const std::vector<NewRecord>& records, std::size_t column, const Style& style);
/// Whether a record is best written in one line of at most `most` columns.
bool fits_flow(const NewRecord& record, const Style& style, std::size_t most = kLongestFlow);

}  // namespace mentor::yaml
