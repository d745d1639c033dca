// How each line of a notes file was understood, so that a person can check it against the file in a minute. The reader of notes fills
// it when somebody asks (`mentor show PAIR --read`); a normal run passes no pointer and pays nothing.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// What a line is to the journal.
enum class LineMeaning : std::uint8_t {
  meeting,       // a meeting begins here
  date,          // gives the meeting its day (front matter, label, bare line)
  status,        // held, cancelled, moved, no-show
  action,        // something that will be done
  next_meeting,  // the next meeting, or that none is agreed
  pause,         // an announced break
  contact,       // by mail or chat instead of a meeting
  label,         // another field of the vocabulary
  caption,       // gathers actions: `Next steps`, a table's head
  text,          // kept as free text
  skipped,       // code, a comment, a template block, a placeholder
};

/// The word that the user reads for it: "meeting", "next meeting", "skipped" ...
constexpr std::string_view word(LineMeaning meaning) {
  constexpr std::string_view kWords[] = {"meeting", "date", "status", "action", "next meeting", "pause", "contact", "label", "caption", "text", "skipped"};
  return kWords[static_cast<std::size_t>(meaning)];
}

/// One name and its value: {"date", "2026-01-14"}, {"owner", "mentee"}, {"due", "next meeting"}, {"done", "yes"}. The names are ours; the
/// values may quote the file.
struct UnderstoodValue {
  std::string_view name;
  std::string value;
};

struct UnderstoodLine {
  /// 1-based; 0 for what the file's name says.
  std::uint32_t line = 0;
  LineMeaning meaning = LineMeaning::text;
  /// How it was found, as words of ours: "heading", "label", "front matter", "bare line", "list item", "table", "file name", "folder name",
  /// and behind a semicolon how its date was settled: "heading; day first by vote", "heading; year from a neighbour". Of skipped lines what
  /// they are: "code", "comment", "template", "placeholder".
  std::string found;
  std::vector<UnderstoodValue> values;
};

/// One file of notes, its lines in the order of the file; a line may be understood in two ways (a heading with date and status is one
/// record with two values; a meeting that is also a pause is two records). Lines that are not listed are blank.
struct UnderstoodFile {
  std::string path;
  std::vector<UnderstoodLine> lines;
};

/// All notes files of a relationship, by Place::file.
using Understood = std::vector<UnderstoodFile>;

}  // namespace mentor
