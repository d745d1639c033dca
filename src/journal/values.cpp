#include "journal/values.hpp"

#include <algorithm>
#include <charconv>

namespace mentor {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::string_view take_while(std::string_view& text, bool (*keep)(char)) {
  std::size_t n = 0;
  while (n < text.size() && keep(text[n])) ++n;
  const std::string_view taken = text.substr(0, n);
  text.remove_prefix(n);
  return taken;
}

void skip(std::string_view& text, std::string_view any_of) {
  const std::size_t n = text.find_first_not_of(any_of);
  text.remove_prefix(n == std::string_view::npos ? text.size() : n);
}

int number(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// 1 to 12 of a month's English name or its first three letters or more, else 0.
int month_of(std::string_view name) {
  if (name.size() < 3) return 0;
  for (int month = 1; month <= 12; ++month) {
    const std::string_view full = month_name(month);
    if (name.size() <= full.size() && equal_ignoring_case(full.substr(0, name.size()), name)) return month;
  }
  return equal_ignoring_case(name, "sept") ? 9 : 0;
}

DateReading exact(int year, int month, int day, bool is_iso) {
  DateReading out;
  if (const Date date = make_date(year, month, day)) {
    out.kind = is_iso ? DateReading::Kind::iso : DateReading::Kind::clear;
    out.date = date;
    return out;
  }
  out.kind = DateReading::Kind::impossible;
  out.year = year;
  if (month >= 1 && month <= 12 && year >= kFirstYear && year <= kLastYear) {
    out.month = month;
    out.month_days = days_in_month(year, month);
  } else if (month < 1 || month > 12) {
    out.wrong_month = month;
  }
  return out;
}

/// `a SEP b SEP year`: which of the first two is the month?
DateReading day_or_month_first(int a, int b, int year) {
  if (year < 100) year += 2000;
  const Date day_first = make_date(year, b, a), month_first = make_date(year, a, b);
  if (day_first && month_first && day_first != month_first) {
    DateReading out;
    out.kind = DateReading::Kind::ambiguous;
    out.readings = {day_first, month_first};
    return out;
  }
  return month_first && !day_first ? exact(year, a, b, false) : exact(year, b, a, false);
}

DateReading numeric_date(std::string_view text) {
  const std::string_view whole = text;
  const std::string_view first = take_while(text, is_digit);
  if (text.empty() || std::string_view("-/.").find(text[0]) == std::string_view::npos) return {};
  const char separator = text[0];
  text.remove_prefix(1);
  const std::string_view second = take_while(text, is_digit);
  if (text.empty() || text[0] != separator || second.empty() || second.size() > 2) return {};
  text.remove_prefix(1);
  const std::string_view third = take_while(text, is_digit);
  if (!text.empty() || third.empty()) return {};
  const bool is_iso = whole.size() == 10 && first.size() == 4 && separator == '-' && second.size() == 2;
  if (first.size() == 4 && third.size() <= 2) return exact(number(first), number(second), number(third), is_iso);
  // 26-03-01 may begin with the year
  if (first.size() == 2 && third.size() == 2 && number(first) > 12 && number(third) < 15) {
    const Date year_first = make_date(2000 + number(first), number(second), number(third)),
               day_first = make_date(2000 + number(third), number(second), number(first));
    if (year_first && day_first) return {.kind = DateReading::Kind::ambiguous, .readings = {year_first, day_first}};
  }
  if (first.size() <= 2 && (third.size() == 4 || third.size() == 2)) return day_or_month_first(number(first), number(second), number(third));
  return {};
}

/// `14th of January, 2026` or `January 14, 2026`.
DateReading worded_date(std::string_view text) {
  int day = 0, month = 0, year = 0;
  while (!text.empty()) {
    skip(text, " ,.\t");
    if (text.empty()) break;
    if (const std::string_view digits = take_while(text, is_digit); !digits.empty()) {
      if (digits.size() == 4 && year == 0)
        year = number(digits);
      else if (digits.size() <= 2 && day == 0)
        day = number(digits);
      else
        return {};
      if (digits.size() <= 2)
        for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
          if (text.starts_with(ordinal)) {
            text.remove_prefix(2);
            break;
          }
      continue;
    }
    const std::string_view name = take_while(text, is_letter);
    if (name.empty()) return {};
    if (equal_ignoring_case(name, "of")) continue;
    if (month != 0 || (month = month_of(name)) == 0) return {};
  }
  return day == 0 || month == 0 || year == 0 ? DateReading{} : exact(year, month, day, false);
}

/// Minutes of one unit of time, 0 for a word that is none.
int unit_minutes(std::string_view unit) {
  if (unit.size() > 1 && unit.back() == 's') unit.remove_suffix(1);
  for (const std::string_view word : {"min", "minute", "m"})
    if (equal_ignoring_case(unit, word)) return 1;
  for (const std::string_view word : {"h", "hour", "hr"})
    if (equal_ignoring_case(unit, word)) return 60;
  for (const std::string_view word : {"d", "day"})
    if (equal_ignoring_case(unit, word)) return 1440;
  for (const std::string_view word : {"w", "week"})
    if (equal_ignoring_case(unit, word)) return 7 * 1440;
  return 0;
}

int number_word(std::string_view name) {
  constexpr std::string_view kNames[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  for (int i = 0; i < 12; ++i)
    if (equal_ignoring_case(kNames[i], name)) return i + 1;
  return equal_ignoring_case(name, "a") || equal_ignoring_case(name, "an") ? 1 : 0;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

DateReading read_date(std::string_view text) {
  if (const Date date = parse_iso(text)) return {DateReading::Kind::iso, date};
  text = trim(text);
  if (text.empty() || text.size() > 32) return {};
  if (is_digit(text[0]) && text.find_first_not_of("0123456789-/.") == std::string_view::npos) return numeric_date(text);
  return worded_date(text);
}

Duration read_duration(std::string_view text) {
  text = trim(text);
  long total = 0;
  if (text.empty()) return {};
  while (!text.empty()) {
    const std::string_view digits = take_while(text, is_digit);
    skip(text, " ");
    const int per_unit = unit_minutes(take_while(text, is_letter));
    if (digits.empty() || digits.size() > 5 || per_unit == 0) return {};
    total += static_cast<long>(number(digits)) * per_unit;
    skip(text, " ");
  }
  return total > 10'000'000 ? Duration{} : Duration{static_cast<std::int32_t>(total)};
}

int read_cadence(std::string_view text) {
  text = trim(text);
  constexpr struct {
    std::string_view word;
    int days;
  } kWords[] = {{"daily", 1},        {"weekly", 7},    {"every other week", 14}, {"bi-weekly", 14},
                {"fortnightly", 14}, {"biweekly", 14}, {"monthly", 30},          {"quarterly", 91}};
  for (const auto& [word, days] : kWords)
    if (equal_ignoring_case(text, word)) return days;
  if (text.size() > 6 && equal_ignoring_case(text.substr(0, 6), "every ")) text = trim(text.substr(6));
  int count = 1;
  if (const std::string_view digits = take_while(text, is_digit); !digits.empty()) {
    if (digits.size() > 4) return 0;
    count = number(digits);
  } else {
    std::string_view rest = text;
    if (const int named = number_word(take_while(rest, is_letter)); named != 0) {
      count = named;
      text = rest;
    }
  }
  skip(text, " ");
  std::string_view unit = text;
  if (unit.size() > 1 && lower(unit.back()) == 's') unit.remove_suffix(1);
  for (const std::string_view month : {"month", "mo"})
    if (equal_ignoring_case(unit, month)) return 30 * count;
  if (equal_ignoring_case(unit, "quarter")) return 91 * count;
  if (equal_ignoring_case(unit, "fortnight")) return 14 * count;
  const int minutes = unit_minutes(text);
  return minutes < 1440 ? 0 : minutes / 1440 * count;
}

std::optional<Minutes> read_minutes(std::string_view text) {
  text = trim(text);
  Minutes out;
  for (const std::string_view unit : {"minutes", "mins", "min"})
    if (text.size() > unit.size() && text.ends_with(unit)) {
      text = trim(text.substr(0, text.size() - unit.size()));
      break;
    }
  const std::size_t slash = text.find('/');
  const std::string_view actual = trim(text.substr(0, slash)), planned = slash == std::string_view::npos ? std::string_view{} : trim(text.substr(slash + 1));
  if (!actual.empty() && (out.actual = read_count(actual)) < 0) return {};
  if (!planned.empty() && (out.planned = read_count(planned)) <= 0) return {};
  if ((actual.empty() && planned.empty()) || out.actual > 1440 || out.planned > 1440) return {};
  return out;
}

int read_time(std::string_view text) {
  const std::string_view hours = take_while(text, is_digit);
  if (hours.empty() || hours.size() > 2 || text.empty() || (text[0] != ':' && text[0] != '.')) return -1;
  text.remove_prefix(1);
  if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return -1;
  const int hour = number(hours), minute = number(text);
  return hour > 23 || minute > 59 ? -1 : hour * 60 + minute;
}

Person read_person(std::string_view text) {
  text = trim(text);
  const std::size_t open = text.find('<');
  if (open == std::string_view::npos) {
    const bool is_address = text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos && text.front() != '@';
    return is_address ? Person{Text{text}, Text{text}} : Person{Text{text}, {}};
  }
  const std::size_t close = text.find('>', open);
  if (close != text.size() - 1) return {};
  const std::string_view name = trim(text.substr(0, open)), address = trim(text.substr(open + 1, close - open - 1));
  if (address.find('@') == std::string_view::npos || address.find_first_of(" <>") != std::string_view::npos) return {};
  return {Text{name.empty() ? address : name}, Text{address}};
}

int read_rating(Text answer) {
  std::string_view text = trim(answer.raw());
  if (text.empty() || text[0] < '1' || text[0] > '5') return 0;
  const int rating = text[0] - '0';
  text.remove_prefix(1);
  const bool is_glued = !text.empty() && text[0] != ' ';
  const std::string_view rest = trim(text);
  if (rest.empty()) return rating;
  const auto is_digit = [](std::string_view of, std::size_t at) { return at < of.size() && of[at] >= '0' && of[at] <= '9'; };
  if (rest[0] == '/') return trim(rest.substr(1)).starts_with('5') && !is_digit(trim(rest.substr(1)), 1) ? rating : 0;
  // 35, 3.5, 3,5 and 3-4 are other numbers
  const bool is_sign = std::string_view(".,-").find(rest[0]) != std::string_view::npos;
  if (is_digit(rest, 0) || (is_sign && is_digit(trim(rest.substr(1)), 0))) return 0;
  const bool is_word = (rest[0] >= 'a' && rest[0] <= 'z') || (rest[0] >= 'A' && rest[0] <= 'Z');
  return is_word && is_glued ? 0 : rating;
}

bool is_bare_rating(Text answer) {
  std::string_view text = trim(answer.raw());
  if (read_rating(answer) == 0) return false;
  for (const std::string_view behind : {"/", "of", "out of"})
    if (const std::string_view rest = trim(text.substr(1)); rest.starts_with(behind) && trim(rest.substr(behind.size())) == "5") return true;
  return text.size() == 1;
}

int read_count(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 6 || !std::ranges::all_of(text, is_digit)) return -1;
  return number(text);
}

}  // namespace mentor
