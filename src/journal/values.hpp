// How single values are spelled: dates, lengths of time, rhythms, people. Pure functions from text to value; who calls them reports.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "journal/journal.hpp"

namespace mentor {

std::string_view trim(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);

/// What a date as written may mean.
struct DateReading {
  enum class Kind : std::uint8_t { iso, clear, ambiguous, impossible, not_a_date } kind = Kind::not_a_date;
  /// Of iso and clear the day.
  Date date = {};
  /// Of ambiguous: read day first, and month first.
  std::array<Date, 2> readings = {};
  /// Of impossible: the month that has no such day, and how many it has; 0 when the month or the year itself is wrong.
  int year = 0, month = 0, month_days = 0;
  /// Of impossible: a month that no year has.
  int wrong_month = 0;
};

/// Reads `2026-01-14`, `2026/1/4`, `14/01/2026`, `14.1.26`, `14 January 2026`, `Jan 14th, 2026`. Never by locale: `03/04/2026` is ambiguous.
DateReading read_date(std::string_view text);

/// `60 min`, `1 h 30 min`, `2 days`; not recorded when it is no length of time. A bare number has no unit and is refused.
Duration read_duration(std::string_view text);

/// `weekly`, `fortnightly`, `monthly` (30 days), `quarterly` (91), `2 weeks`, `every 10 days`: days, or 0.
int read_cadence(std::string_view text);

/// `55/60`, `55`, `/60`, each with or without `min`.
std::optional<Minutes> read_minutes(std::string_view text);

/// Minutes after midnight of `10:00`, or -1.
int read_time(std::string_view text);

/// `Name <address>`, or a name, or an address alone; an empty name when it is none of these.
Person read_person(std::string_view text);

/// 1 to 5 as people answer: `4`, `4/5`, `4 of 5`, `4 - better than before`; 0 when it does not begin with one number of that scale.
int read_rating(Text answer);
/// Whether it says nothing but that number.
bool is_bare_rating(Text answer);

/// A whole number from 0 in plain digits, or -1.
int read_count(std::string_view text);

}  // namespace mentor
