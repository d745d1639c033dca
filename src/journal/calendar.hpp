// What a calendar file (iCalendar, RFC 5545) tells of meetings: days, lengths, what was called off or moved, and who was asked. Titles are
// kept to choose events by; descriptions are not read at all.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

namespace mentor {

struct CalendarPerson {
  /// As the calendar has them; either may be empty.
  std::string name, address;
  bool has_declined = false;
};

/// One event on one day: of a series each of its days is one.
struct CalendarEvent {
  Date day;
  /// How long it is meant to be; -1 when the calendar does not say.
  int minutes = -1;
  bool is_cancelled = false;
  /// The day that it was moved from; false when it was not moved to another day.
  Date moved_from;
  std::string title;
  /// Organizer and attendees.
  std::vector<CalendarPerson> people;
};

/// An event of which no day can be told.
struct PassedOver {
  CalendarEvent event;
  Message why;
};

struct Calendar {
  /// By day.
  std::vector<CalendarEvent> events;
  std::vector<PassedOver> passed_over;
};

/// Reads a calendar; of a series all days up to `today`, and the one behind it. Days are those that the calendar writes, whatever its time
/// zone. A Failure when the text is no calendar.
Calendar read_calendar(std::string_view text, Date today);

}  // namespace mentor
