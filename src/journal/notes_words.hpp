// The words by which notes name their parts: what gathers actions, what announces the next meeting, what says that nobody met. Tables in
// seven languages, compared without case and accents.
#pragma once
#include <string_view>

#include "journal/journal.hpp"

namespace mentor::notes {

/// Words without the marks around them: emphasis, brackets, a colon at the end, numbering, emoji at the start.
std::string_view plain(std::string_view words);

/// Whether words, as a heading or a label, gather actions: `Action items`, `Next steps`, `TODO before next meeting`, `À faire`.
bool gathers_actions(std::string_view words);
/// The date behind `Next meeting` and its like: bytes of the label, 0 when the words begin with no such label.
std::size_t next_label_at(std::string_view words);
/// Whether a line can announce the next meeting, by its first byte alone.
bool may_announce(std::string_view words);
/// Whether words are a label for the meeting's own day: `Date`, `Datum`, `Meeting date`.
bool is_date_label(std::string_view words);
/// Whether a heading names a template: what follows is no meeting.
bool is_template(std::string_view words);

/// What a short entry or the rest of a heading says of the meeting.
struct Outcome {
  enum class Kind : std::uint8_t { none, cancelled, moved, contact, pause } kind = Kind::none;
  /// Bytes of the words that say so.
  std::size_t begin = 0, end = 0;
};
Outcome find_outcome(std::string_view words);
/// Weeks for which an announced pause holds: `no meeting next week` is 1, `for the next two weeks` 2; 0 when the words do not say.
int pause_weeks(std::string_view words);

/// Whether an item says nothing: `None`, `N/A`, `TBD`, `...`, `<what>`, `Action 1`.
bool is_placeholder(std::string_view words);
/// Whether words say that no date is agreed: blank, `TBC`, `to be decided`.
bool is_not_agreed(std::string_view words);

/// What a column of a table holds.
enum class Column : std::uint8_t { other, date, task, owner, due, done, next, status };
Column column_named(std::string_view words);

/// `supervisor` and `student` mean the two, as do `we` and `both`.
Party role_named(std::string_view word);

}  // namespace mentor::notes
