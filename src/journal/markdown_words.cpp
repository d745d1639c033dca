#include "journal/markdown_words.hpp"

#include "base/date.hpp"

namespace mentor::markdown {
namespace {

constexpr std::string_view kDashes[] = {"--", "-", "\u2013", "\u2014"};

/// Whether a word may end before `rest`.
bool ends_word(std::string_view rest) {
  if (rest.empty()) return true;
  const char c = rest[0];
  return !is_letter(c) && !is_digit(c) && c != '-' && c != '_' && static_cast<unsigned char>(c) < 0x80;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

std::size_t blanks_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_blank(text[end])) ++end;
  return end - at;
}

/// Three numbers with one sign between them.
std::size_t numbers_at(std::string_view text, std::size_t first) {
  const char sign = text[first];
  const std::size_t second = digits_at(text, first + 1);
  const std::size_t third_at = first + 1 + second + 1;
  if (second == 0 || second > 2 || third_at > text.size() || text[third_at - 1] != sign) return 0;
  const std::size_t third = digits_at(text, third_at);
  const bool year_first = first == 4 && (third == 1 || third == 2);
  const bool year_last = first <= 2 && (third == 2 || third == 4);
  const std::size_t end = third_at + third;
  return (year_first || year_last) && ends_word(text.substr(end)) ? end : 0;
}

bool is_month(std::string_view word) {
  for (int month = 1; word.size() >= 3 && month <= 12; ++month) {
    if (same_name(word, month_name(month).substr(0, word.size()))) return true;
  }
  return false;
}

/// `14 January 2026`; `day` bytes are behind us.
std::size_t month_and_year_at(std::string_view text, std::size_t day) {
  std::size_t at = day + (day < text.size() && text[day] == '.' ? 1 : 0);
  const std::size_t gap = blanks_at(text, at);
  if (gap == 0) return 0;
  at += gap;
  std::size_t word = 0;
  while (at + word < text.size() && is_letter(text[at + word])) ++word;
  if (!is_month(text.substr(at, word))) return 0;
  at += word;
  at += blanks_at(text, at);
  return digits_at(text, at) == 4 && ends_word(text.substr(at + 4)) ? at + 4 : 0;
}

}  // namespace

bool same_name(std::string_view text, std::string_view name) {
  if (text.size() != name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (in_name(text[i]) != in_name(name[i])) return false;
  }
  return true;
}

std::size_t longer_name_at(std::string_view text, std::string_view name) {
  return same_name(text.substr(0, name.size()), name) && ends_word(text.substr(name.size())) ? name.size() : 0;
}

std::size_t word_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_blank(text[end]) && text[end] != ',' && text[end] != ';' && text[end] != ':') ++end;
  return end;
}

std::size_t date_at(std::string_view text) {
  if (text.empty() || !is_digit(text[0])) return 0;
  const std::size_t first = digits_at(text, 0);
  if (first > 4 || first == text.size()) return 0;
  const char sign = text[first];
  if (sign == '-' || sign == '/' || (sign == '.' && first + 1 < text.size() && is_digit(text[first + 1]))) return numbers_at(text, first);
  return first <= 2 ? month_and_year_at(text, first) : 0;
}

std::size_t time_at(std::string_view text) {
  const std::size_t hours = digits_at(text, 0);
  if (hours == 0 || hours > 2 || hours >= text.size() || text[hours] != ':') return 0;
  return digits_at(text, hours + 1) == 2 && ends_word(text.substr(hours + 3)) ? hours + 3 : 0;
}

std::size_t dash_at(std::string_view text) {
  if (text.empty() || (text[0] != '-' && text[0] != kDashes[2][0])) return 0;
  for (const std::string_view dash : kDashes) {
    if (text.starts_with(dash) && (text.size() == dash.size() || is_blank(text[dash.size()]))) return dash.size();
  }
  return 0;
}

std::size_t person_at(std::string_view text) {
  const std::size_t first = word_at(text);
  if (first == 0 || is_digit(text[0])) return 0;
  if (first == text.size() || text[first] != ' ') return first;
  const std::string_view rest = text.substr(first + 1);
  const bool like_a_name = !rest.empty() && ((rest[0] >= 'A' && rest[0] <= 'Z') || (static_cast<unsigned char>(rest[0]) >= 0x80 && dash_at(rest) == 0));
  return like_a_name ? first + 1 + word_at(rest) : first;
}

bool is_flow(std::string_view text) {
  if (text.size() < 2 || (text[0] != '[' && text[0] != '{')) return false;
  std::size_t depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == '\\' && quote == '"')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if ((c == '"' || c == '\'') && std::string_view(" \t[{,:").find(text[i - 1]) != std::string_view::npos) {
      quote = c;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1 == text.size();
    }
  }
  return false;
}

}  // namespace mentor::markdown
