// A civil day: no time zone, no instant, no locale. Day arithmetic is integer arithmetic.
#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// A day, counted from 1970-01-01. A default Date is "not recorded"; it is false and sorts before every day.
struct Date {
  static constexpr std::int32_t kNone = std::numeric_limits<std::int32_t>::min();
  std::int32_t day = kNone;

  constexpr explicit operator bool() const { return day != kNone; }
  constexpr auto operator<=>(const Date&) const = default;
};

constexpr Date operator+(Date date, int days) { return {date.day + days}; }
constexpr Date operator-(Date date, int days) { return {date.day - days}; }
/// Days from `earlier` to `later`; both must be recorded.
constexpr int days_between(Date earlier, Date later) { return later.day - earlier.day; }

/// Years outside this range are refused: such a date is a slip of the pen or an attack.
inline constexpr int kFirstYear = 1900, kLastYear = 2199;

struct YearMonthDay {
  int year = 0, month = 0, day = 0;
};

/// The day, or a false Date when the calendar has no such day or the year is out of range.
Date make_date(int year, int month, int day);
YearMonthDay civil(Date date);
/// Days of a month, 28 to 31; `month` is 1 to 12.
int days_in_month(int year, int month);

/// Exactly `YYYY-MM-DD` and a day that exists, else a false Date.
Date parse_iso(std::string_view text);
/// `YYYY-MM-DD`; of a false Date the empty string.
std::string iso(Date date);
/// "Monday" ...
std::string_view weekday(Date date);
/// "January" ...; `month` is 1 to 12.
std::string_view month_name(int month);

/// Which day of that name a weekday means: the last one, today included, or the next one behind today.
enum class Weekdays : std::uint8_t { last, next };

/// What the command line accepts as a day: ISO, `today`, `yesterday`, `tomorrow`, a weekday (`monday`, `mon`), or `+N`/`-N` with d, w, m or
/// y, counted from `today`. A month or year step that leaves the calendar stops at the last day of the month (31 January + 1m = 28 February).
Date parse_day_word(std::string_view text, Date today, Weekdays weekdays = Weekdays::last);

}  // namespace mentor
