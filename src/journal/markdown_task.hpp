// What one list item says: a task, `[x] Ada: read the guide due:2026-01-21`, or a verdict on a goal, `2026-02-25 mentee: keep -- it matters`.
#pragma once
#include <string_view>

#include "journal/markdown_lines.hpp"
#include "journal/markdown_phrase.hpp"

namespace mentor::markdown {

/// A stretch of a line with its place. When a comment was cut out of the line, the place is the whole line.
struct Piece {
  std::string_view text;
  Span span;
  std::uint32_t line = 0;
};

bool lies_in(std::string_view text, std::string_view whole);
/// A part of `whole` with its own place.
Piece part_of(const Piece& whole, std::string_view text);

/// Whether the words of an item are a task: `[ ] `, `[x] ` or `[-] ` and what is to be done.
bool is_task(std::string_view words);

/// The words of a task: who, what, and the trailing `name:value`, the last first.
struct TaskWords {
  std::string_view owner, text;
  Phrase said;
};
/// Splits what stands behind the box of a task.
TaskWords read_task(std::string_view words);

/// A verdict on a goal; the parts are empty where nothing is said.
struct Verdict {
  Piece line, date, party, verdict, note;
};
/// Reads the words of an item; false when they are no verdict.
bool read_verdict(const Piece& words, Verdict& verdict);

}  // namespace mentor::markdown
