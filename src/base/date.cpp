#include "base/date.hpp"

#include <array>
#include <charconv>
#include <chrono>

namespace mentor {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};

int digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void put(char* out, int value, int width) {
  for (int i = width - 1; i >= 0; --i, value /= 10) out[i] = static_cast<char>('0' + value % 10);
}

/// `monday` or `mon`, in any case.
bool is_called(std::string_view text, std::string_view weekday) {
  if (text.size() != 3 && text.size() != weekday.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] | 0x20) != (weekday[i] | 0x20)) return false;
  return true;
}

Date day_called(std::string_view text, Date today, Weekdays which) {
  const Date first = which == Weekdays::last ? today - 6 : today + 1;
  for (int i = 0; i < 7; ++i)
    if (is_called(text, weekday(first + i))) return first + i;
  return {};
}

Date add_months(Date date, int months) {
  const YearMonthDay at = civil(date);
  const int index = at.year * 12 + at.month - 1 + months;
  const int year = index / 12, month = index % 12 + 1;
  if (year < kFirstYear || year > kLastYear) return {};
  return make_date(year, month, std::min(at.day, days_in_month(year, month)));
}

}  // namespace

Date make_date(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return {};
  using namespace std::chrono;
  const sys_days days = year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

YearMonthDay civil(Date date) {
  using namespace std::chrono;
  const year_month_day ymd{sys_days{days{date.day}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())), static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && std::chrono::year{year}.is_leap() ? 1 : 0);
}

Date parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const int year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  return year < 0 || month < 0 || day < 0 ? Date{} : make_date(year, month, day);
}

std::string iso(Date date) {
  if (!date) return {};
  const YearMonthDay at = civil(date);
  std::string out = "0000-00-00";
  put(out.data(), at.year, 4);
  put(out.data() + 5, at.month, 2);
  put(out.data() + 8, at.day, 2);
  return out;
}

std::string_view weekday(Date date) { return kWeekdays[std::chrono::weekday{std::chrono::sys_days{std::chrono::days{date.day}}}.c_encoding()]; }

std::string_view month_name(int month) { return kMonths[static_cast<std::size_t>(month - 1)]; }

Date parse_day_word(std::string_view text, Date today, Weekdays weekdays) {
  if (text == "today") return today;
  if (text == "yesterday") return today - 1;
  if (text == "tomorrow") return today + 1;
  if (const Date day = day_called(text, today, weekdays)) return day;
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return parse_iso(text);
  int count = 0;
  const char* last = text.data() + text.size() - 1;
  const auto [end, error] = std::from_chars(text.data() + 1, last, count);
  if (error != std::errc{} || end != last || count < 0 || count > 10000) return {};
  if (text[0] == '-') count = -count;
  switch (*last) {
    case 'd':
      return today + count;
    case 'w':
      return today + 7 * count;
    case 'm':
      return add_months(today, count);
    case 'y':
      return add_months(today, 12 * count);
    default:
      return {};
  }
}

}  // namespace mentor
