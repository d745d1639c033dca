#include "base/date.hpp"

#include <doctest/doctest.h>

namespace mentor {

TEST_CASE("every day from 1900 to 2199 comes back as it was written") {
  int count = 0;
  Date before;
  for (int year = kFirstYear; year <= kLastYear; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= days_in_month(year, month); ++day, ++count) {
        const Date date = make_date(year, month, day);
        if (before) CHECK(days_between(before, date) == 1);
        CHECK(parse_iso(iso(date)) == date);
        before = date;
      }
  CHECK(count == days_between(make_date(1900, 1, 1), make_date(2199, 12, 31)) + 1);
}

TEST_CASE("a day that no calendar has is no date") {
  for (const char* text :
       {"2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "1899-12-31", "2200-01-01", "2026-1-01", "2026/01/01", "", "20260101"})
    CHECK(!parse_iso(text));
  CHECK(parse_iso("2024-02-29"));
  CHECK(!parse_iso("2100-02-29"));
}

TEST_CASE("days on the command line are counted from today, and months stop at their last day") {
  const Date today = make_date(2026, 1, 31);
  CHECK(parse_day_word("today", today) == today);
  CHECK(parse_day_word("yesterday", today) == make_date(2026, 1, 30));
  CHECK(parse_day_word("+2w", today) == make_date(2026, 2, 14));
  CHECK(parse_day_word("+1m", today) == make_date(2026, 2, 28));
  CHECK(parse_day_word("-11m", today) == make_date(2025, 2, 28));
  CHECK(parse_day_word("+1y", make_date(2024, 2, 29)) == make_date(2025, 2, 28));
  for (const char* text : {"soon", "+w", "+1", "1w", "+1q", "+99999d", "+300y"}) CHECK(!parse_day_word(text, today));
  CHECK(weekday(make_date(2026, 11, 22)) == "Sunday");
}

}  // namespace mentor
