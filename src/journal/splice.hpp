// One place of a file where bytes are taken out and others put in; and what both spellings ask to find it: lines, and the order of days.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "journal/source.hpp"

namespace mentor {

/// Bytes [span) become `text`. While an edit is being made its lines end with LF; with_line_ends() gives them the file's.
struct Splice {
  Span span;
  std::string text;
};

inline std::string applied(std::string_view text, const Splice& splice) {
  return std::string(text.substr(0, splice.span.begin)).append(splice.text).append(text.substr(splice.span.end));
}

/// The splice with the line ends that most lines of the file have.
inline Splice with_line_ends(std::string_view text, Splice splice) {
  std::size_t lines = 0, returns = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++lines;
    if (at > 0 && text[at - 1] == '\r') ++returns;
  }
  if (returns * 2 <= lines) return splice;
  std::string out;
  for (const char c : splice.text) out.append(c == '\n' ? "\r\n" : std::string(1, c));
  return {splice.span, std::move(out)};
}

inline std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}
/// Where the line of byte `at` ends, before its line end.
inline std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}
/// The end of the last line before `at` that is not blank; `floor` when there is none behind it.
inline std::size_t end_before(std::string_view text, std::size_t at, std::size_t floor = 0) {
  while (at > floor && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n' || text[at - 1] == '\r')) --at;
  return at == floor ? floor : std::max(floor, line_end(text, at));
}
/// Whether a blank line stands in [begin, end).
inline bool has_blank_line(std::string_view text, std::size_t begin, std::size_t end) {
  bool is_blank = false;
  for (; begin < end; ++begin) {
    if (text[begin] == '\n') {
      if (is_blank) return true;
      is_blank = true;
    } else if (text[begin] != '\r' && text[begin] != ' ' && text[begin] != '\t') {
      is_blank = false;
    }
  }
  return false;
}

/// Before which of several entries one of `day` goes: they keep their order, the newest first or last, and those of one day the order of the
/// file. Without an order it goes to the end.
inline std::size_t place_for(Date day, const std::vector<Date>& days) {
  const auto is_dated = [](Date one) { return static_cast<bool>(one); };
  const auto first = std::ranges::find_if(days, is_dated);
  if (!day || first == days.end()) return days.size();
  const auto last = std::ranges::find_if(days.rbegin(), days.rend(), is_dated);
  if (*first > *last) {
    const auto older = std::ranges::find_if(days, [day](Date one) { return one && one < day; });
    return static_cast<std::size_t>(older - days.begin());
  }
  const auto not_younger = std::ranges::find_if(days.rbegin(), days.rend(), [day](Date one) { return one && one <= day; });
  return static_cast<std::size_t>(not_younger.base() - days.begin());
}

}  // namespace mentor
