#include "base/encode.hpp"

#include <fmt/core.h>

#include <iterator>

#include "base/unicode.hpp"

namespace mentor::encode {
namespace {

/// The runner of a CI acts on `##[command]` anywhere in a line; a blank in the middle makes it text.
void defuse(std::string& line) {
  for (const std::string_view trap : {"##[", "##vso[", "##teamcity["})
    for (std::size_t at = line.find(trap); at != std::string::npos; at = line.find(trap, at + 3)) line.insert(at + 1, " ");
}

}  // namespace

std::string terminal(Text text) {
  std::string out;
  std::string_view rest = text.raw();
  if (is_plain(rest)) {
    out = rest;
  } else {
    while (!rest.empty()) {
      const CodePoint point = decode(rest);
      if (point.value == '\n' || point.value == '\t') {
        out += ' ';
      } else if (point.value == 0xFFFD && point.bytes == 1) {
        fmt::format_to(std::back_inserter(out), "<{:02X}>", static_cast<unsigned char>(rest[0]));
      } else if (is_dangerous(point.value)) {
        fmt::format_to(std::back_inserter(out), "<U+{:04X}>", static_cast<unsigned>(point.value));
      } else {
        out += rest.substr(0, point.bytes);
      }
      rest.remove_prefix(point.bytes);
    }
  }
  if (out.find("##") != std::string::npos) defuse(out);
  return out;
}

std::string path(std::string_view path) {
  std::string out = terminal(Text{path});
  if (out.starts_with("::")) out.insert(0, "./");
  return out;
}

std::string json(Text text) {
  std::string out = "\"";
  std::string_view rest = text.raw();
  while (!rest.empty()) {
    const auto c = static_cast<unsigned char>(rest[0]);
    if (c >= 0x20 && c < 0x7F) {
      if (c == '"' || c == '\\') out += '\\';
      // two hashes may begin a command of a CI's runner
      if (c == '#' && rest.starts_with("##"))
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
