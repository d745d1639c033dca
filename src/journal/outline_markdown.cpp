// The parts of Markdown: front matter, sections within sections, and in them labels, items, rows of tables and lines. What each line is says
// the reader's own scanner, so that nothing inside code or a private block is taken for a part.
#include <algorithm>
#include <vector>

#include "journal/markdown_labels.hpp"
#include "journal/markdown_lines.hpp"
#include "journal/markdown_task.hpp"
#include "journal/outline.hpp"
#include "journal/values.hpp"

namespace mentor {
namespace {

constexpr std::size_t npos = std::string_view::npos;

using markdown::LineKind;

/// A line of the scanner, with all bytes up to the next.
struct Row {
  LineKind kind;
  std::uint8_t level;
  std::uint32_t indent;
  std::size_t begin, end;
  std::string_view words;

  bool is_blank(std::string_view text) const { return kind == LineKind::blank && trim(text.substr(begin, end - begin)).empty(); }
};

std::string_view day_at_begin(std::string_view text) {
  const std::string_view day = text.substr(0, 10);
  return read_date(day).kind == DateReading::Kind::iso ? day : std::string_view{};
}

/// The first ISO day in a text.
std::string_view day_in(std::string_view text) {
  for (std::size_t at = text.find("20"); at != npos; at = text.find("20", at + 1))
    if (const std::string_view day = day_at_begin(text.substr(at)); !day.empty()) return day;
  return {};
}

/// The words of an item without the box and the dates that are set behind it.
std::string_view words_of_item(std::string_view words) {
  if (words.size() > 4 && words[0] == '[' && words[2] == ']') words = words.substr(4);
  for (const std::string_view mark : {" due:", " done:", " goal:", " logged:"}) words = words.substr(0, words.find(mark));
  return words;
}

class MarkdownOutline {
 public:
  MarkdownOutline(std::string_view text, std::size_t begin) : text_(text), source_{"", std::string(text)} {
    Problems ignored;
    markdown::Lines lines{source_, static_cast<std::uint32_t>(begin), 1, tree_, ignored};
    for (markdown::Line line; lines.next(line);) {
      // a private block may begin within a line, and what has one line's bytes is one part
      const std::size_t start = line.span.begin == 0 ? 0 : text_.rfind('\n', line.span.begin - 1) + 1;
      if (!rows_.empty() && start <= rows_.back().begin) continue;
      rows_.push_back({line.kind, line.level, line.indent, start, text_.size(), in_text(line)});
      if (rows_.size() > 1) rows_[rows_.size() - 2].end = start;
    }
    join_code();
  }

  /// Adds all lines to the root, whose text before them ends at `begin`.
  void add_to(Part& root, std::size_t begin) {
    at_ = 0;
    begin_ = begin;
    add_sections(root, 0);
    root.tail = text_.substr(begin_);
  }

 private:
  /// Code is one part from fence to fence, and so are comments on several lines.
  void join_code() {
    std::vector<Row> joined;
    for (const Row& row : rows_) {
      const bool is_comment = row.kind == LineKind::blank && !row.is_blank(text_);
      const bool goes_on = !joined.empty() && joined.back().end == row.begin &&
                           ((row.kind == LineKind::code && joined.back().kind == LineKind::code) ||
                            (is_comment && joined.back().kind == LineKind::blank && !joined.back().is_blank(text_)));
      if (goes_on)
        joined.back().end = row.end;
      else
        joined.push_back(row);
    }
    rows_ = std::move(joined);
  }

  /// The scanner's words where they stand in the text; the whole line when a comment was cut out of it.
  std::string_view in_text(const markdown::Line& line) const {
    if (!markdown::lies_in(line.words, source_.text)) return text_.substr(line.span.begin, line.span.end - line.span.begin);
    return text_.substr(static_cast<std::size_t>(line.words.data() - source_.text.data()), line.words.size());
  }

  std::string_view bytes(const Row& row) const { return text_.substr(row.begin, row.end - row.begin); }

  /// Parts up to the next heading of `level` or above.
  void add_sections(Part& parent, unsigned level) {
    while (skip_blanks()) {
      const Row& row = rows_[at_];
      if (row.kind == LineKind::heading && row.level <= level) return;
      if (row.kind == LineKind::heading)
        add_section(parent);
      else
        add_line(parent, 0);
    }
  }

  /// False at the end. Blank lines become the lead of what follows.
  bool skip_blanks() {
    while (at_ < rows_.size() && rows_[at_].is_blank(text_)) ++at_;
    return at_ < rows_.size();
  }

  Part begin_part(const Row& row) {
    Part part;
    part.lead = text_.substr(begin_, row.begin - begin_);
    part.head = bytes(row);
    begin_ = row.end;
    ++at_;
    return part;
  }
  void end_part(Part& parent, Part part) const {
    const auto start = static_cast<std::size_t>(part.head.data() - text_.data());
    part.core = text_.substr(start, begin_ - start);
    parent.children.push_back(std::move(part));
  }

  void add_section(Part& parent) {
    const Row row = rows_[at_];
    Part part = begin_part(row);
    part.kind = Part::Kind::entry;
    part.date = day_in(row.words);
    part.key = part.date.empty() ? row.words : part.date;
    add_sections(part, row.level);
    end_part(parent, std::move(part));
  }

  void add_line(Part& parent, std::uint32_t indent) {
    const Row row = rows_[at_];
    Part part = begin_part(row);
    markdown::Label label;
    part.key = row.kind == LineKind::item ? words_of_item(row.words) : trim(part.head);
    if (row.kind == LineKind::item || part.head.starts_with('|')) {
      part.kind = Part::Kind::entry;
      part.date = day_at_begin(row.kind == LineKind::item ? part.key : trim(part.head.substr(1)));
    } else if (row.kind == LineKind::text && markdown::read_label(row.words, label)) {
      part.kind = Part::Kind::field;
      part.key = label.name;
    }
    if (row.kind == LineKind::item) add_deeper(part, std::max(indent, row.indent));
    end_part(parent, std::move(part));
  }

  /// What is indented deeper than the item belongs to it.
  void add_deeper(Part& part, std::uint32_t indent) {
    for (std::size_t next = at_; next < rows_.size(); next = at_) {
      while (next < rows_.size() && rows_[next].is_blank(text_)) ++next;
      if (next == rows_.size() || rows_[next].indent <= indent || rows_[next].kind == LineKind::heading) return;
      at_ = next;
      add_line(part, indent);
    }
  }

  std::string_view text_;
  Source source_;
  Tree tree_;
  std::vector<Row> rows_;
  std::size_t at_ = 0, begin_ = 0;
};

/// Where front matter ends, behind its closing line; 0 when there is none.
std::size_t end_of_front_matter(std::string_view text) {
  if (!text.starts_with("---\n")) return 0;
  for (std::size_t at = 4; at < text.size(); at = text.find('\n', at) + 1) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line == "---" || line == "...") return at + line.size() + 1;
  }
  return 0;
}

}  // namespace

Part outline_markdown(std::string_view text) {
  Part root;
  root.core = text;
  root.head = text.substr(0, 0);
  const std::size_t front = end_of_front_matter(text);
  if (front > 0) {
    constexpr std::size_t kFence = 4;
    Part part = outline_yaml(text.substr(kFence, front - 2 * kFence));
    part.kind = Part::Kind::field;
    part.key = "---";
    part.core = text.substr(0, front);
    part.head = text.substr(0, kFence);
    part.tail = text.substr(front - kFence - part.tail.size(), part.tail.size() + kFence);
    root.children.push_back(std::move(part));
  }
  MarkdownOutline(text, front).add_to(root, front);
  return root;
}

Spelling guess_spelling(std::string_view text) {
  if (end_of_front_matter(text) > 0) return Spelling::markdown;
  // the keys that make a relationship of a file
  for (const std::string_view key : {"mentor:", "mentee:"})
    if (text.starts_with(key) || text.find("\n" + std::string(key)) != npos) return Spelling::yaml;
  return Spelling::markdown;
}

Part outline(std::string_view text, Spelling spelling) {
  if (spelling == Spelling::yaml) return outline_yaml(text);
  if (spelling == Spelling::markdown) return outline_markdown(text);
  Part root;
  root.core = text;
  root.head = text.substr(0, 0);
  for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
    end = text.find('\n', at) + 1;
    Part line;
    line.core = line.head = text.substr(at, end - at);
    line.key = line.core;
    root.children.push_back(line);
  }
  root.tail = text.substr(text.size());
  return root;
}

}  // namespace mentor
