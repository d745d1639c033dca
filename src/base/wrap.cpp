#include "base/wrap.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace mentor {

namespace {

/// How many bytes of `text` fit into `room` columns when it is broken at a blank; at least one word.
std::size_t fitting(std::string_view text, std::size_t room) {
  if (text.size() <= room) return text.size();
  if (is_plain(text)) {
    const std::size_t blank = text.rfind(' ', room);
    return blank != std::string_view::npos && blank > 0 ? blank : std::min(text.find(' ', room), text.size());
  }
  std::size_t columns = 0, at = 0, last_blank = 0;
  while (at < text.size() && (columns <= room || last_blank == 0)) {
    if (text[at] == ' ') last_blank = at;
    const CodePoint point = decode(text.substr(at));
    columns += width_columns(point.value);
    at += point.bytes;
  }
  return columns <= room || last_blank == 0 ? at : last_blank;
}

}  // namespace

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  // bytes are never fewer than columns
  if (width == 0 || text.size() + indent <= width) return std::string(text);
  const std::size_t room = width > indent + 10 ? width - indent : 10;
  std::string out;
  for (;;) {
    const std::size_t bytes = fitting(text, room);
    out += text.substr(0, bytes);
    out.erase(out.find_last_not_of(' ') + 1);
    text.remove_prefix(bytes);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return out;
    out.append(1, '\n').append(indent, ' ');
  }
}

std::string pad(std::string_view text, std::size_t width) {
  std::string out{text};
  const std::size_t columns = width_columns(text);
  if (columns < width) out.append(width - columns, ' ');
  return out;
}

std::string cut(std::string_view text, std::size_t width) {
  if (width_columns(text) <= width) return std::string(text);
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const CodePoint point = decode(text);
    const std::size_t columns = width_columns(point.value);
    if (column + columns + 1 > width) break;
    out += text.substr(0, point.bytes);
    column += columns;
    text.remove_prefix(point.bytes);
  }
  return out += "…";
}

}  // namespace mentor
