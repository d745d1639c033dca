// What is said, before it is printed: one value that every command makes and every format walks. Nothing here knows a terminal or a file.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "journal/journal.hpp"
#include "journal/problem.hpp"

namespace mentor {

/// A place as a user finds it: path below the journal's root, 1-based line, 1-based column in code points. An empty path is nowhere.
struct Mark {
  std::string path;
  std::uint32_t line = 0, column = 0;
};

/// A day and where it is written.
struct MarkedDate {
  Date date;
  Mark mark;
};

/// The value of a fact. Words are ours; a Message may quote the journal.
using FactValue = std::variant<std::monostate, bool, long, double, Date, std::string_view, Message, MarkedDate, std::vector<std::string_view>>;

/// Something known about a section's subject: `key` for machines, `label` for people; without a label only machines see it.
struct Fact {
  std::string_view key, label;
  FactValue value;
  /// How people see the value, where that differs.
  Message shown = {};
};

struct EvidenceLine {
  Mark mark;
  Date date;
  Message what;
};

struct LimitShown {
  std::string_view key;
  double value = 0;
  std::string_view unit;
  /// "source", "practice", "judgement", or the place that sets it.
  std::string origin;
};

/// A finding of a rule, or a problem in a file.
struct Item {
  std::string_view rule;
  Severity severity{};
  Party party{};
  Message message;
  Mark mark;
  /// The line at the mark as it stands in the file, and how many code points of it are meant.
  std::string excerpt;
  std::uint32_t marked = 0;
  std::vector<EvidenceLine> evidence;
  std::optional<LimitShown> limit;
  Message repair;
  std::string fingerprint;
};

/// Whether a line can be ticked off, and whether it is.
enum class Box : std::uint8_t { none, open, ticked };

/// A line of a timeline, a ledger, a plan, a list of questions.
struct Line {
  Date date;
  Message text;
  /// A figure that adds up in a column, or nothing.
  std::optional<double> figure;
  Mark mark;
  Box box = Box::none;
  /// What else is known about it. In JSON a key of the line each; for people, where it has a label, a line below it, and in a table
  /// the cell of the column with that label.
  std::vector<Fact> facts = {};
  /// What belongs below it, as bullets: the points of an item, the questions of a step. Not in tables and not among dated lines.
  std::vector<Line> points = {};
};

/// How a block looks to people; machines see its lines in any case.
enum class Layout : std::uint8_t {
  dated,     // a column of days, a column of figures where there are any, the text
  bullets,   // a list; a line with a box can be ticked
  numbered,  // steps in order
  table,     // a row a line: the text, then the labelled facts as columns
  prose,     // paragraphs
  verbatim,  // lines of a file as they stand there; each has a fact "sign": + comes in, - goes out; without one it is to be copied
  journey,   // a picture: a sign a line on its day, in a calendar of months; each line has a fact "sign" of one character
};

/// Lines under a heading. A block without lines is not shown to people; in JSON it is an empty list.
struct Block {
  std::string_view key, heading;
  std::vector<Line> lines;
  Layout layout = Layout::dated;
  /// A paragraph between the heading and the lines.
  Message intro = {};
};

/// What a line of a file was taken for, or several lines of which nothing more is to be said than that.
struct ReadLine {
  /// 1-based; 0 is the file's name.
  std::uint32_t first = 0, last = 0;
  /// The line as it stands in the file; empty where it is not shown.
  Message excerpt;
  /// "meeting", "action", "text".
  std::string_view meaning;
  /// How it was found, in words of ours; may be empty.
  std::string found;
  std::vector<std::pair<std::string_view, Message>> values;
  /// Kinds of problems that are reported of the line.
  std::vector<std::string_view> problems;
};

/// How a file was read.
struct ReadFile {
  std::string path;
  std::vector<ReadLine> lines;
};

/// What is said of one relationship. It is printed, or at least rendered, as soon as it is made: a programme has many of them.
struct Section {
  /// Sections are printed by it, the smallest first; those of the same urgency in path order.
  int urgency = 0;
  std::string id;
  Message heading;
  std::vector<Fact> facts;
  /// Findings belong to it, even when there are none.
  bool lists_findings = false;
  std::vector<Item> items;
  /// A paragraph below the facts.
  Message intro = {};
  std::vector<Block> blocks;
  std::vector<ReadFile> files;
  /// Finished JSON that stands for the whole section in machine formats.
  std::string json;
};

/// What is said around the sections.
struct Report {
  /// "mentor.check/1"
  std::string_view schema;
  /// What the sections are called in JSON: "relationships".
  std::string_view group;
  Date today;
  /// What the page is called, where a format has such a thing.
  Message title = {};
  /// Sections stand before the problems and the closing.
  bool has_sections = false;
  /// Findings over several relationships together; machine formats give them among the problems.
  std::vector<Item> across;
  std::vector<Item> problems;
  /// Counts, in order.
  std::vector<Fact> summary;
  std::vector<Fact> by_state;
  /// Explains the signs in the last column of a table.
  Message legend;
  /// One sentence at the end.
  Message closing;
  /// A paragraph behind it, said in any case.
  Message postscript = {};
};

}  // namespace mentor
