// Small looks at the spelling of notes: labels, rows of tables, and whether a file needs the reader of notes at all.
#include <algorithm>

#include "journal/markdown_task.hpp"
#include "journal/markdown_words.hpp"
#include "journal/notes_action.hpp"
#include "journal/notes_plan.hpp"
#include "journal/notes_scan.hpp"
#include "journal/notes_words.hpp"

namespace mentor::notes {

using markdown::trim;

bool split_label(std::string_view words, std::string_view& name, std::string_view& value) {
  constexpr std::size_t kLongest = 64;
  words = trim(words);
  if (words.starts_with('[') && words.ends_with(']') && words.find("::") != std::string_view::npos) words = words.substr(1, words.size() - 2);
  std::size_t colon = 0;
  for (;; ++colon) {
    colon = words.substr(0, kLongest).find(':', colon);
    if (colon == std::string_view::npos) return false;
    // `1:1` and `10:30` hold no label's end
    const bool in_number = colon > 0 && colon + 1 < words.size() && markdown::is_digit(words[colon - 1]) && markdown::is_digit(words[colon + 1]);
    if (!in_number) break;
  }
  name = plain(words.substr(0, colon));
  value = words.substr(colon + 1);
  while (!value.empty() && (value[0] == ':' || value[0] == '*' || value[0] == '_' || markdown::is_blank(value[0]))) {
    if (value[0] == '*' && value.size() > 1 && markdown::is_blank(value[1]) && !words.starts_with('*')) break;
    value.remove_prefix(1);
  }
  value = trim(value);
  return !name.empty();
}

void split_row(std::string_view row, std::vector<std::string_view>& cells) {
  cells.clear();
  row = trim(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  bool in_link = false;  // `[[note|name]]` is one cell
  for (std::size_t begin = 0, at = 0; at <= row.size(); ++at) {
    const std::string_view two = row.substr(std::min(at, row.size()), 2);
    in_link = two == "[[" || (in_link && two != "]]");
    if (at < row.size() && row[at] == '\\') {
      ++at;
      continue;
    }
    if (at < row.size() && (row[at] != '|' || in_link)) continue;
    if (at < row.size() || at > begin) cells.push_back(trim(row.substr(begin, at - begin)));
    begin = at + 1;
  }
}

bool is_delimiter_row(std::string_view row) { return row.find('-') != std::string_view::npos && row.find_first_not_of("|-: \t") == std::string_view::npos; }

namespace {

/// Where the front matter's last line begins when it holds an ISO date; npos when it does not.
std::size_t dated_front_end(std::string_view text) {
  if (!text.starts_with("---\n")) return std::string_view::npos;
  const std::size_t close = text.find("\n---", 3);
  const std::size_t date = text.substr(3, close - 3).starts_with("\ndate: ") ? 3 : text.substr(0, close).find("\ndate: ");
  if (close == std::string_view::npos || date == std::string_view::npos || text.substr(date + 17, 1) != "\n") return std::string_view::npos;
  return parse_iso(text.substr(date + 7, 10)) ? close : std::string_view::npos;
}

/// Whether one line of a body can say nothing to the reader of notes.
bool is_plain_line(std::string_view line) {
  constexpr std::size_t kLabel = 48, kCaption = 40;
  std::size_t begin = 0;
  while (begin < line.size() && markdown::is_blank(line[begin])) ++begin;
  if (begin == line.size()) return true;
  const char c = line[begin];
  const std::string_view words = line.substr(begin);
  if (c == '-' || c == '+') return is_plain_task(markdown::trim_left(words.substr(1)));
  if (c == '#') return std::ranges::none_of(words, markdown::is_digit);
  if (!markdown::is_letter(c) && !(static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xC9)) return false;
  if (words.size() <= kCaption && words.back() != '.') return false;
  const std::string_view second = words.substr(1);
  return !second.starts_with("ext ") && !second.starts_with("o meeting") && words.substr(0, kLabel).find(':') == std::string_view::npos;
}

}  // namespace

bool is_dated_by_front_matter(const Source& source) {
  const std::string_view text = source.text;
  const std::size_t close = dated_front_end(text);
  if (close == std::string_view::npos) return false;
  for (std::size_t at = text.find("\n#", close); at != std::string_view::npos; at = text.find("\n#", at + 1)) {
    const std::string_view line = text.substr(at + 1, std::min(text.find('\n', at + 1), text.size()) - at - 1);
    if (std::ranges::any_of(line, markdown::is_digit)) return false;
  }
  return true;
}

bool is_plainly_spelled(const Source& source) {
  const std::string_view text = source.text;
  std::size_t at = dated_front_end(text);
  if (at == std::string_view::npos) return false;
  at = text.find('\n', at + 1);
  while (at != std::string_view::npos && ++at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (!is_plain_line(text.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

bool Ticks::any() const {
  if (any_ < 0) {
    const auto is_ticked = [](const Source& source) {
      const std::string_view text = source.text;
      for (const std::string_view tick : {"[x]", "[X]", "\u2705", "\u2611", "[\u2713]", "[\u2714]", "~~"})
        if (text.find(tick) != std::string_view::npos) return true;
      return text.starts_with("x 20") || text.find("\nx 20") != std::string_view::npos || text.find("done:") != std::string_view::npos ||
             text.find("(done") != std::string_view::npos;
    };
    any_ = std::ranges::any_of(sources_, is_ticked) ? 1 : 0;
  }
  return any_ != 0;
}

}  // namespace mentor::notes
