#include "commands/private_lines.hpp"

#include <algorithm>

namespace mentor {
namespace {

constexpr std::string_view kWord = "private", kOpen = "<!--", kClose = "-->";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_word(std::string_view text) { return text.size() >= kWord.size() && std::ranges::equal(text.substr(0, kWord.size()), kWord, {}, lower); }

std::string_view behind_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

/// Whether a comment that begins here opens, or with `is_end` closes, private text.
bool is_border(std::string_view comment, bool is_end) {
  comment = behind_blanks(comment.substr(kOpen.size()));
  if (is_end && !comment.starts_with('/')) return false;
  if (is_end) comment.remove_prefix(1);
  return starts_with_word(comment) && behind_blanks(comment.substr(kWord.size())).starts_with(kClose);
}

/// What stands behind `private` somewhere on the line, bold or in quotes or not: from the colon on; empty when there is no such key.
std::string_view behind_key(std::string_view line) {
  for (std::size_t at = line.find_first_of("pP"); at != std::string_view::npos; at = line.find_first_of("pP", at + 1)) {
    if (!starts_with_word(line.substr(at))) continue;
    std::string_view behind = line.substr(at + kWord.size());
    behind.remove_prefix(std::min(behind.find_first_not_of(" \t*_\"'"), behind.size()));
    if (behind.starts_with(':')) return behind;
  }
  return {};
}

struct Marker {
  bool is_in_block = false;
  /// Column of a private key whose further lines are private too; negative outside of one.
  std::ptrdiff_t key_indent = -1;
  bool goes_on_at_margin = false, has_text = false;
  bool is_markdown = false;

  bool is_private(std::string_view line) {
    const bool was_in_block = is_in_block;
    bool opens = false;
    for (std::size_t at = line.find(kOpen); at != std::string_view::npos; at = line.find(kOpen, at + kOpen.size())) {
      if (!is_in_block && is_border(line.substr(at), false))
        is_in_block = opens = true;
      else if (is_in_block && is_border(line.substr(at), true))
        is_in_block = false;
    }
    return was_in_block || opens || continues_key(line);
  }

 private:
  bool continues_key(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    const bool is_blank = first == std::string_view::npos;
    const auto indent = static_cast<std::ptrdiff_t>(first);
    const bool ends_open = line.substr(0, line.find_last_not_of(" \t\r*_") + 1).ends_with('\\');
    if (const std::string_view value = behind_key(line); !value.empty()) {
      key_indent = indent;
      // in Markdown a value that begins below its key, or whose line ends with a backslash, needs no indent
      goes_on_at_margin = is_markdown && (ends_open || value.find_first_not_of(": \t\r*_") == std::string_view::npos);
      has_text = value.find_first_not_of(": \t\r*_") != std::string_view::npos;
      return true;
    }
    if (key_indent < 0) return false;
    // blank lines before the first words are passed over, to be on the safe side
    if (is_blank) {
      goes_on_at_margin &= !has_text;
      return true;
    }
    if (indent > key_indent || (goes_on_at_margin && line[first] != '#')) {
      has_text = true;
      return true;
    }
    key_indent = -1;
    return false;
  }
};

}  // namespace

PrivateLines private_lines(const Source& source) {
  std::vector<bool> lines;
  Marker marker;
  marker.is_markdown = !has_extension(source.path, ".yaml") && !has_extension(source.path, ".yml");
  for (std::string_view rest = source.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines.push_back(marker.is_private(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return PrivateLines{std::move(lines)};
}

bool is_private_name(std::string_view path) { return path.substr(path.rfind('/') + 1).find(".private.") != std::string_view::npos; }

}  // namespace mentor
