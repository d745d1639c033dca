// Looks through one file of notes for everything that may be the date of a meeting. Nothing is decided here: which marks count, and what
// they mean, is settled with the whole series at hand.
#pragma once
#include <string>
#include <vector>

#include "journal/markdown_lines.hpp"
#include "journal/notes_dates.hpp"
#include "journal/problem.hpp"
#include "journal/tree.hpp"

namespace mentor::notes {

/// One place that holds a date, in the order in which a reader would trust it.
struct Mark {
  enum class Kind : std::uint8_t { front, label, heading, bare, item, row, line, file_name, folder_name } kind = Kind::heading;
  /// Of headings 1 to 6; 7 for a line in bold. Of labels and bare lines 0.
  std::uint8_t level = 0;
  /// 0 of names.
  std::uint32_t line = 0;
  /// Where the meeting begins that it dates: its own line, or the heading right above.
  std::uint32_t opens = 0;
  std::uint8_t opens_level = 0;
  /// Where the token stands in the source; of names the first byte of the file.
  Span span;
  /// The words that hold it.
  std::string_view text;
  DateToken token, second;
  bool is_struck_out = false, is_second_struck_out = false, is_range = false, is_moved = false;
  int weekday = -1;
  /// The last year that stood alone in a heading above; 0 without one.
  int year_above = 0;
};

struct FileScan {
  const Source* source = nullptr;
  std::vector<Mark> marks;
  /// Lines of template headings, and lines below setext headings.
  std::vector<std::uint32_t> templates, underlines;
  std::uint32_t first_line = 1;
  /// A year that the front matter, the file's name or its folders say; 0 without one.
  int front_year = 0, name_year = 0, folder_year = 0;
  /// Whether the strict reader finds sections of the vocabulary in it.
  bool has_strict_sections = false;
  bool has_words = false;
};

/// `folder` is how many bytes of the path lie above the relationship: they date nothing.
FileScan scan_notes(const Source& source, std::size_t folder, Tree& scratch);

/// Whether the front matter gives the file an ISO date and no heading can say another: it needs no scan.
bool is_dated_by_front_matter(const Source& source);

/// Whether it is dated so, and its body holds prose and tasks as the journal spells them, and nothing that only the reader of notes would find.
bool is_plainly_spelled(const Source& source);

/// "heading", "file name": how people call the place of a mark.
std::string_view name_of(Mark::Kind kind);
bool is_name(const Mark& mark);

/// Splits `Date: x`, `**Date:** x`, `date:: x`, `[date:: x]`; false when the words are no label.
bool split_label(std::string_view words, std::string_view& name, std::string_view& value);
/// The cells of a row that begins with `|`.
void split_row(std::string_view row, std::vector<std::string_view>& cells);
/// Whether a row is the line between a table's head and its body.
bool is_delimiter_row(std::string_view row);

}  // namespace mentor::notes
