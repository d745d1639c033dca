#include "base/encode.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/unicode.hpp"

namespace mentor::encode {
namespace {

/// The runner of a CI acts on these anywhere in a line.
constexpr std::string_view kTraps[] = {"##[", "##vso[", "##teamcity["};

bool is_trap(std::string_view text) {
  return std::ranges::any_of(kTraps, [text](std::string_view trap) { return text.starts_with(trap); });
}

/// A blank in the middle makes it text.
void defuse(std::string& line) {
  for (const std::string_view trap : kTraps)
    for (std::size_t at = line.find(trap); at != std::string::npos; at = line.find(trap, at + 3)) line.insert(at + 1, " ");
}

}  // namespace

std::string terminal(Text text) {
  std::string out;
  terminal(out, text);
  return out;
}

void terminal(std::string& out, Text text) {
  std::string_view rest = text.raw();
  if (is_plain(rest) && rest.find("##") == std::string_view::npos) {
    out += rest;
    return;
  }
  std::string shown;
  while (!rest.empty()) {
    const CodePoint point = decode(rest);
    if (point.value == '\n' || point.value == '\t') {
      shown += ' ';
    } else if (point.value == 0xFFFD && point.bytes == 1) {
      fmt::format_to(std::back_inserter(shown), "<{:02X}>", static_cast<unsigned char>(rest[0]));
    } else if (is_dangerous(point.value)) {
      fmt::format_to(std::back_inserter(shown), "<U+{:04X}>", static_cast<unsigned>(point.value));
    } else {
      shown += rest.substr(0, point.bytes);
    }
    rest.remove_prefix(point.bytes);
  }
  defuse(shown);
  out += shown;
}

std::string path(std::string_view name) {
  std::string out;
  path(out, name);
  return out;
}

void path(std::string& out, std::string_view name) {
  if (name.starts_with("::")) out += "./";
  // in a name a line end is no blank
  for (std::size_t at = name.find_first_of("\n\t"); at != std::string_view::npos; at = name.find_first_of("\n\t")) {
    terminal(out, Text{name.substr(0, at)});
    out += name[at] == '\n' ? "<U+000A>" : "<U+0009>";
    name.remove_prefix(at + 1);
  }
  terminal(out, Text{name});
}

namespace {

/// What Markdown or a forge would act on, as characters that it shows.
void put_markdown(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_first = out.empty();
    // "1." at the beginning would open a list
    const bool opens_list = (c == '.' || c == ')') && !is_first && std::ranges::all_of(out, [](char d) { return d >= '0' && d <= '9'; });
    if (std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos || (is_first && (c == '-' || c == '+' || c == '=')) || opens_list) out += '\\';
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '@')
      out += "&#64;";
    else if (c == '#')
      out += "&#35;";
    else if (c == ':' && text.substr(i).starts_with("://"))
      out += "&#58;";
    else if (c == '.' && i >= 3 && text.substr(i - 3).starts_with("www"))
      out += "&#46;";
    else
      out += c;
  }
}

}  // namespace

std::string markdown(Text text) {
  const std::string line = terminal(text);
  std::string_view rest = line;
  std::string out;
  while (!rest.empty()) {
    const std::size_t open = rest.find('`');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('`', open + 1);
    if (close == std::string_view::npos || close == open + 1) {
      const std::size_t end = close == std::string_view::npos ? rest.size() : close + 1;
      put_markdown(out, rest.substr(0, end));
      rest.remove_prefix(end);
      continue;
    }
    put_markdown(out, rest.substr(0, open));
    out += markdown_code(rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
  }
  return out;
}

std::string markdown_code(std::string_view text) {
  std::string inner = path(text);
  std::ranges::replace(inner, '|', '/');
  std::size_t longest = 0, run = 0;
  for (const char c : inner) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string_view blank = longest > 0 ? " " : "";
  return fmt::format("{}{}{}{}{}", fence, blank, inner, blank, fence);
}

std::string html(Text text) {
  std::string out;
  for (const char c : terminal(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string json(Text text) {
  std::string out = "\"";
  std::string_view rest = text.raw();
  while (!rest.empty()) {
    const auto c = static_cast<unsigned char>(rest[0]);
    if (c >= 0x20 && c < 0x7F) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '#' && is_trap(rest))
        out += "\\u0023";
      else
        out += static_cast<char>(c);
      rest.remove_prefix(1);
      continue;
    }
    const CodePoint point = decode(rest);
    if (point.value == '\n')
      out += "\\n";
    else if (point.value == '\t')
      out += "\\t";
    else if (is_dangerous(point.value) && point.value < 0x10000)
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(point.value));
    else if (is_dangerous(point.value))
      fmt::format_to(std::back_inserter(out), "\\u{:04x}\\u{:04x}", 0xD800 + ((static_cast<unsigned>(point.value) - 0x10000) >> 10),
                     0xDC00 + ((static_cast<unsigned>(point.value) - 0x10000) & 0x3FF));
    else if (point.value == 0xFFFD)
      out += "\xEF\xBF\xBD";
    else
      out += rest.substr(0, point.bytes);
    rest.remove_prefix(point.bytes);
  }
  return out += '"';
}

}  // namespace mentor::encode
