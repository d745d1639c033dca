// Dates as people write them: every form that notes were seen to use, found anywhere in a line or a file name. A token says what is
// written; which of two numbers is the month, and which year is meant when none is written, is settled by who knows the neighbours.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace mentor::notes {

/// Which number of `03/04/2026` is the month.
enum class Order : std::uint8_t { unknown, day_first, month_first, year_first };

struct DateToken {
  /// Bytes [begin, end) of the text that was searched; end 0 says that there is none.
  std::uint32_t begin = 0, end = 0;
  enum class Form : std::uint8_t {
    year_month_day,  // 2026-01-14, 20260114
    numbers,         // 14/01/2026, 1/14: the first two numbers in an order that the form does not tell
    words,           // 14 January 2026, Jan 14th
  } form = Form::numbers;
  /// Of numbers as they stand; of the other forms the day and the month.
  int first = 0, second = 0;
  /// 0 when none is written. Of two digits, 20 is put before.
  int year = 0;
  bool has_short_year = false;

  explicit operator bool() const { return end != 0; }
  /// Whether both orders give a day, so that the form alone cannot tell.
  bool is_open() const { return form == Form::numbers && first <= 12 && second <= 12 && first != second; }
  /// The order that its numbers prove; unknown when they prove none.
  Order proves() const {
    return form != Form::numbers || first == second ? Order::unknown : first > 12 ? Order::day_first : second > 12 ? Order::month_first : Order::unknown;
  }
};

/// The day that a token names; false when the calendar has none. `year` counts when the token has none, `order` when it is open.
Date day_of(const DateToken& token, Order order, int year = 0);
/// Day and month alone, as if in a leap year: {day, month}; month 0 when they do not exist.
YearMonthDay month_and_day(const DateToken& token, Order order);

enum class Where : std::uint8_t { line, file_name };

/// The first date at or behind `from`. In file names eight digits are a date and `_` parts words. Two numbers without a year count only
/// where `allow_short` says so.
DateToken find_date(std::string_view text, std::size_t from, Where where, bool allow_short);
/// The date at exactly `at`.
DateToken date_token_at(std::string_view text, std::size_t at, Where where, bool allow_short);

/// 0 Sunday to 6 Saturday of a weekday's name in seven languages at the start of `word`, which is one word; -1 when it is none.
int weekday_named(std::string_view word);
/// The weekday that stands directly before or behind a token; -1 when none does.
int weekday_beside(std::string_view text, const DateToken& token);
/// 0 Sunday to 6 Saturday.
int weekday_of(Date date);
/// 1 to 12 of a month's name or its usual abbreviation; 0 when it is none. `needs_year` says that the word means other things too.
int month_named(std::string_view word, bool* needs_year = nullptr);

/// Whether `text` holds nothing but dates, weekdays, times, lengths and signs.
bool is_only_a_date(std::string_view text);
/// The only year that stands in the text by itself, between 1990 and 2099; 0 when there is none or several.
int lone_year(std::string_view text);

/// Lower case without accents, as the tables of words are written; bytes that are no Latin letters stay.
void fold(std::string_view text, std::string& out);
/// Bytes of the word at the start: letters, also beyond ASCII.
std::size_t letters_at(std::string_view text);

}  // namespace mentor::notes
