#include "journal/notes_dates.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "journal/markdown_words.hpp"
#include "journal/notes_calendar.hpp"

namespace mentor::notes {
namespace {

using markdown::is_blank;
using markdown::is_digit;
using markdown::is_letter;

bool is_word_byte(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Reads one token from a place on; every step looks at a bounded number of bytes.
class TokenReader {
 public:
  TokenReader(std::string_view text, std::size_t at, Where where, bool allow_short)
      : text_(text), at_(at), begin_(at), where_(where), allow_short_(allow_short) {}

  DateToken read() {
    DateToken token;
    if (at_ >= text_.size() || !begins_word()) return {};
    const bool found = is_digit(text_[at_]) ? numbers(token) : month_first(token);
    if (!found || !ends_word()) return {};
    token.begin = static_cast<std::uint32_t>(begin_);
    token.end = static_cast<std::uint32_t>(at_);
    return token;
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  bool begins_word() const {
    if (at_ == 0) return true;
    const char before = text_[at_ - 1];
    if (is_digit(before) || is_letter(before)) return where_ == Where::file_name && is_letter(before) && is_digit(text_[at_]);
    const bool parts_numbers = before == '/' || before == '.' || before == '-' || before == ':';
    return !parts_numbers || at_ < 2 || !is_digit(text_[at_ - 2]) || where_ == Where::file_name;
  }

  bool ends_word() const {
    const char c = peek();
    if (c == 'T' && is_digit(peek(1))) return true;
    if (is_letter(c)) return false;
    if (is_digit(c)) return false;
    const bool parts_numbers = c == '/' || c == '.' || (c == '-' && where_ == Where::line);
    return !parts_numbers || !is_digit(peek(1));
  }

  /// A number of at most `most` digits; -1 when there is none or it is longer.
  int number(std::size_t most, std::size_t* size = nullptr) {
    std::size_t digits = 0;
    int value = 0;
    while (digits <= most && is_digit(peek(digits))) value = value * 10 + (text_[at_ + digits++] - '0');
    if (digits == 0 || digits > most) return -1;
    at_ += digits;
    if (size != nullptr) *size = digits;
    return value;
  }

  bool is_separator(char c) const { return c == '-' || c == '/' || c == '.' || (c == '_' && where_ == Where::file_name); }
  void skip_blanks() {
    for (int i = 0; i < 3 && (is_blank(peek()) || (where_ == Where::file_name && (peek() == '_' || peek() == '-'))); ++i) ++at_;
  }

  bool numbers(DateToken& token) {
    if (where_ == Where::file_name && compact(token)) return true;
    std::size_t size = 0;
    const int first = number(4, &size);
    if (first < 0 || size == 3) return false;
    if (size == 4) return year_first(token, first);
    if (is_separator(peek())) {
      const std::size_t back = at_;
      if (separated(token, first)) return true;
      at_ = back;
    }
    return day_first(token, first);
  }

  /// Eight digits of a file's name.
  bool compact(DateToken& token) {
    std::size_t digits = 0;
    while (is_digit(peek(digits))) ++digits;
    if (digits != 8) return false;
    const auto part = [&](std::size_t from, std::size_t count) {
      int value = 0;
      for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text_[at_ + from + i] - '0');
      return value;
    };
    const auto is_year = [](int year) { return year >= 1990 && year <= 2099; };
    if (is_year(part(0, 4)) && make_date(part(0, 4), part(4, 2), part(6, 2)))
      token = {0, 0, DateToken::Form::year_month_day, part(6, 2), part(4, 2), part(0, 4), false};
    else if (is_year(part(4, 4)) && part(0, 2) <= 31 && part(2, 2) <= 31)
      token = {0, 0, DateToken::Form::numbers, part(0, 2), part(2, 2), part(4, 4), false};
    else
      return false;
    at_ += 8;
    return true;
  }

  /// `2026-01-14`, `2026/1/4`, `2026-Jan-14`, `2026 January 14`.
  bool year_first(DateToken& token, int year) {
    if (year < 1900 || year > 2199) return false;
    const char sign = peek();
    if (!is_separator(sign) && !is_blank(sign)) return false;
    ++at_;
    if (is_blank(sign) && is_digit(peek())) return false;
    if (sign == '.') skip_blanks();
    int month = 0;
    if (is_digit(peek()))
      month = number(2);
    else
      month = month_word(nullptr);
    if (month <= 0 || month > 31 || peek() != sign) return false;
    ++at_;
    if (sign == '.') skip_blanks();
    const int day = number(2);
    if (day <= 0 || day > 31) return false;
    token = {0, 0, DateToken::Form::year_month_day, day, month, year, false};
    return true;
  }

  /// `14/01/2026`, `14.1.26`, `14. 1. 2026`, `14-Jan-2026`, and without a year `14/1` or `14.01.`.
  bool separated(DateToken& token, int first) {
    const char sign = peek();
    ++at_;
    if (sign == '.' && is_blank(peek()) && is_digit(peek(1))) ++at_;
    if (!is_digit(peek())) return sign != '.' && worded_between(token, first, sign);
    std::size_t size = 0;
    const std::size_t second_at = at_;
    const int second = number(2, &size);
    if (second <= 0 || first <= 0 || first > 31 || second > 31 || (first > 12 && second > 12)) return false;
    const bool both_two_digits = second_at - begin_ == 3 && size == 2;
    token = {0, 0, DateToken::Form::numbers, first, second, 0, false};
    if (peek() == sign) {
      const std::size_t back = at_;
      ++at_;
      if (sign == '.' && is_blank(peek()) && is_digit(peek(1))) ++at_;
      const int year = number(4, &size);
      if (year >= 0 && (size == 2 || (size == 4 && year >= 1900 && year <= 2199))) {
        token.has_short_year = size == 2;
        token.year = size == 2 ? 2000 + year : year;
        return true;
      }
      at_ = back;
      if (year >= 0) return false;
      if (sign == '.') {
        ++at_;
        return allow_short_;
      }
      return false;
    }
    if (sign == '-') return allow_short_ && where_ == Where::file_name && both_two_digits;
    return allow_short_ && (sign == '/' || both_two_digits);
  }

  /// `14-Jan-2026`.
  bool worded_between(DateToken& token, int day, char sign) {
    const int month = month_word(nullptr);
    if (month == 0 || day <= 0 || day > 31) return false;
    token = {0, 0, DateToken::Form::words, day, month, 0, false};
    if (peek() != sign) return true;
    ++at_;
    std::size_t size = 0;
    const int year = number(4, &size);
    if (year < 0 || size == 3 || size == 1) return false;
    token.has_short_year = size == 2;
    token.year = size == 2 ? 2000 + year : year;
    return true;
  }

  /// Takes a month's name; 0 when there is none.
  int month_word(bool* needs_year) {
    const std::size_t bytes = letters_at(text_.substr(at_, 24));
    const int month = bytes == 0 ? 0 : month_named(text_.substr(at_, bytes), needs_year);
    if (month == 0) return 0;
    at_ += bytes;
    if (peek() == '.') ++at_;
    return month;
  }

  bool take(std::string_view word) {
    if (!markdown::same_name(text_.substr(std::min(at_, text_.size()), word.size()), word)) return false;
    at_ += word.size();
    return true;
  }

  /// `1st`, `2nd`, `1er`, `14.`, `1º`.
  void ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "\u00BA", "\u00AA", "e", "."}) {
      const std::size_t back = at_;
      if (take(ending) && !is_word_byte(peek())) return;
      at_ = back;
    }
  }

  /// `14 January 2026`, `14th of January`, `14 de enero de 2026`.
  bool day_first(DateToken& token, int day) {
    if (day <= 0 || day > 31) return false;
    ordinal();
    skip_blanks();
    for (const std::string_view of : {"of ", "de ", "di "})
      if (take(of)) break;
    bool needs_year = false;
    const int month = month_word(&needs_year);
    if (month == 0) return false;
    token = {0, 0, DateToken::Form::words, day, month, 0, false};
    year_behind(token);
    return token.year != 0 || !needs_year;
  }

  /// `, 2026`, ` de 2026`, ` '26`, ` 26` where a file's name has it.
  void year_behind(DateToken& token) {
    const std::size_t back = at_;
    if (peek() == ',') ++at_;
    if (peek() == '/' || (peek() == '-' && is_digit(peek(1)))) ++at_;
    skip_blanks();
    if (take("de ") || take("del ")) skip_blanks();
    const bool apostrophe = take("'") || take("\u2019");
    std::size_t size = 0;
    const int year = number(4, &size);
    const bool is_full = size == 4 && year >= 1900 && year <= 2199;
    const bool is_short = size == 2 && (apostrophe || (peek() == '\0' && text_[back] == ' ' && year >= 10 && year <= 60));
    if ((is_full || is_short) && !is_letter(peek()) && peek() != ':') {
      token.year = is_full ? year : 2000 + year;
      token.has_short_year = is_short;
      return;
    }
    at_ = back;
  }

  /// `January 14, 2026`, `Jan 14th`: English alone puts the month first.
  bool month_first(DateToken& token) {
    if (at_ > 0 && is_word_byte(text_[at_ - 1])) return false;
    bool needs_year = false;
    const int month = is_word_byte(peek()) ? month_word(&needs_year) : 0;
    if (month == 0) return false;
    const std::size_t name_end = at_;
    if (peek() == '-' || peek() == '_') ++at_;
    skip_blanks();
    if (at_ == name_end && (where_ == Where::line || !is_digit(peek()))) return false;
    take("the ");
    const int day = number(2);
    if (day <= 0 || day > 31 || peek() == ':') return false;
    ordinal();
    // `mar. 14 janvier`: the number belongs to the month behind it
    const std::size_t back = at_;
    skip_blanks();
    const bool is_weekday = month_word(nullptr) != 0;
    at_ = back;
    if (is_weekday) return false;
    token = {0, 0, DateToken::Form::words, day, month, 0, false};
    year_behind(token);
    return token.year != 0 || !needs_year;
  }

  std::string_view text_;
  std::size_t at_, begin_;
  Where where_;
  bool allow_short_;
};

/// What may stand around a date that stands alone.
bool is_filler(std::string_view word) {
  static constexpr std::string_view kFillers[] = {"at",  "on",  "the", "from", "to",   "le",    "les",  "den",  "der",     "am",   "pm",  "um",
                                                  "uhr", "h",   "hr",  "hrs",  "hour", "hours", "min",  "mins", "minutes", "el",   "il",  "de",
                                                  "op",  "om",  "uur", "a",    "o",    "as",    "utc",  "gmt",  "cet",     "cest", "est", "edt",
                                                  "pst", "pdt", "bst", "ist",  "kst",  "jst",   "noon", "dia",  "du",      "th",   "st"};
  return std::ranges::find(kFillers, word) != std::end(kFillers);
}

}  // namespace

Date day_of(const DateToken& token, Order order, int year) {
  if (token.year != 0) year = token.year;
  if (token.form != DateToken::Form::numbers) return make_date(year, token.second, token.first);
  if (order == Order::year_first && token.has_short_year) return make_date(2000 + token.first, token.second, token.year - 2000);
  if (const Order proven = token.proves(); proven != Order::unknown) order = proven;
  return order == Order::month_first ? make_date(year, token.first, token.second) : make_date(year, token.second, token.first);
}

YearMonthDay month_and_day(const DateToken& token, Order order) {
  DateToken bare = token;
  bare.year = 0;
  const Date day = day_of(bare, order, 2024);
  return day ? civil(day) : YearMonthDay{};
}

DateToken date_token_at(std::string_view text, std::size_t at, Where where, bool allow_short) { return TokenReader(text, at, where, allow_short).read(); }

DateToken find_date(std::string_view text, std::size_t from, Where where, bool allow_short) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (is_digit(c)) {
      if (const DateToken token = date_token_at(text, at, where, allow_short)) return token;
      while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
    } else if (is_word_byte(c)) {
      if (const DateToken token = date_token_at(text, at, where, allow_short)) return token;
      while (at + 1 < text.size() && is_word_byte(text[at + 1])) ++at;
    }
  }
  return {};
}

int weekday_of(Date date) { return ((date.day % 7) + 11) % 7; }

int weekday_beside(std::string_view text, const DateToken& token) {
  std::size_t end = token.begin;
  const auto is_gap = [](char c) { return is_blank(c) || c == ',' || c == '.' || c == '(' || c == ')' || c == '*' || c == '_'; };
  for (int gap = 0; gap < 4 && end > 0 && is_gap(text[end - 1]); ++gap) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 16 && is_word_byte(text[begin - 1])) --begin;
  if (const int day = begin == end ? -1 : weekday_named(text.substr(begin, end - begin)); day >= 0) return day;
  begin = token.end;
  for (int gap = 0; gap < 4 && begin < text.size() && is_gap(text[begin]); ++gap) ++begin;
  const std::size_t bytes = letters_at(text.substr(begin, 24));
  return bytes == 0 ? -1 : weekday_named(text.substr(begin, bytes));
}

bool is_only_a_date(std::string_view text) {
  bool has_date = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (const DateToken token = date_token_at(text, at, Where::line, true)) {
      has_date = true;
      at = token.end;
    } else if (is_word_byte(c)) {
      const std::size_t bytes = letters_at(text.substr(at));
      std::string word;
      fold(text.substr(at, bytes), word);
      const bool is_latin = std::ranges::any_of(word, is_letter);
      if (is_latin && !is_filler(word) && !is_weekday_word(word)) return false;
      at += bytes;
    } else {
      ++at;
    }
  }
  return has_date;
}

int lone_year(std::string_view text) {
  int year = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    std::size_t digits = 1;
    while (at + digits < text.size() && is_digit(text[at + digits])) ++digits;
    const int value = digits == 4 ? (text[at] - '0') * 1000 + (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0') : 0;
    at += digits;
    if (value < 1990 || value > 2099) continue;
    if (year != 0 && year != value) return 0;
    year = value;
  }
  return year;
}

}  // namespace mentor::notes
