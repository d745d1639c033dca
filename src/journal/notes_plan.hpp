// What the dates of a notes file come to once the whole series has been looked at: which lines begin a meeting, which only date one, and
// where meetings end. The reader of Markdown follows it line by line.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "journal/notes_dates.hpp"
#include "journal/source.hpp"
#include "journal/understood.hpp"

namespace mentor {
struct People;
}

namespace mentor::notes {

struct PlannedMeeting {
  /// Where it begins: 0 when the whole file is this meeting.
  std::uint32_t line = 0;
  /// The line that dates it (0: the file's name) and the bytes there.
  std::uint32_t date_line = 0;
  Span span;
  /// False when the date is not settled; then both readings, where there are two.
  Date day;
  std::array<Date, 2> readings{};
  /// The words of its heading beside the date; lie in the source.
  std::string_view rest;
  /// The day it was moved to, when the heading says so.
  Date moved_to;
  /// How the day was found, for people: `heading; day first by vote`.
  std::string found;

  /// As the tree spells it: `2026-01-14`, `2026-04-03 or 2026-03-04`, or `?`.
  std::string spelled() const;
};

struct PlannedLine {
  std::uint32_t line = 0;
  enum class What : std::uint8_t {
    opens,      // a meeting begins with this line, which is a heading or stands for one
    heads,      // the heading above a date on a line of its own: a meeting begins, the date follows
    dates,      // says the day and nothing else
    underline,  // the line below a setext heading
    ends,       // a template begins: no meeting goes on
    row,        // a row of a table, which is a meeting of its own
  } what = What::opens;
  /// Of opens, heads and row.
  std::uint32_t meeting = 0;
  /// Of opens and heads: 1 to 6 for headings; 0 when every heading behind it belongs to the meeting.
  std::uint8_t level = 0;
};

struct Plan {
  /// The file as a whole is one meeting (then `meetings` has one entry), holds several, or none.
  enum class Kind : std::uint8_t { none, one, many } kind = Kind::none;
  std::vector<PlannedMeeting> meetings;
  /// Every date is spelled as the journal spells it: no plan is needed.
  bool is_strict = false;
  /// Sorted by line.
  std::vector<PlannedLine> lines;
  /// Which number is the month, as the series says.
  Order order = Order::unknown;
};

/// Whether anything in the source is ever ticked; asked only when an action without a tick was met.
class Ticks {
 public:
  explicit Ticks(std::span<const Source> sources) : sources_(sources) {}
  bool any() const;

 private:
  std::span<const Source> sources_;
  mutable int any_ = -1;
};

/// What the reader of Markdown is told when the file is one of notes.
struct Notes {
  const People* people = nullptr;
  const Ticks* ticks = nullptr;
  /// None: every date is spelled as the journal spells it.
  const Plan* plan = nullptr;
  UnderstoodFile* understood = nullptr;
};

}  // namespace mentor::notes
