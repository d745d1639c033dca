#include "journal/notes_scan.hpp"

#include <algorithm>
#include <cstring>

#include "journal/guard.hpp"
#include "journal/markdown_phrase.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/markdown_words.hpp"
#include "journal/notes_plan.hpp"
#include "journal/notes_words.hpp"

namespace mentor::notes {
namespace {

using markdown::Line;
using markdown::LineKind;
using markdown::trim;

/// A longer line is a sentence.
constexpr std::size_t kLongestDatedLine = 80;
/// Words behind which two numbers may be a day.
constexpr std::string_view kBeforeShort[] = {"meeting",     "session",     "notes",     "call",      "on",      "of",       "1:1",      "sync",    "am",
                                             "du",          "le",          "vom",       "reunion",   "minutes", "log",      "treffen",  "termin",  "sitzung",
                                             "besprechung", "gesprach",    "protokoll", "rencontre", "seance",  "incontro", "riunione", "reuniao", "overleg",
                                             "afspraak",    "bijeenkomst", "lab",       "meet",      "talk",    "date",     "1-1",      "1on1"};

bool is_all(std::string_view text, char c) { return !text.empty() && text.find_first_not_of(c) == std::string_view::npos; }

bool is_bold_line(std::string_view words) {
  return words.size() > 4 && ((words.starts_with("**") && words.ends_with("**")) || (words.starts_with("__") && words.ends_with("__"))) &&
         words.substr(2, words.size() - 4).find("**") == std::string_view::npos;
}

/// Whether two numbers at a place may be day and month: at the start, in brackets, or behind a sign or a word that says so.
bool may_be_short(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && markdown::is_blank(text[end - 1])) --end;
  if (end == 0) return true;
  const auto before = static_cast<unsigned char>(text[end - 1]);
  if (std::string_view("([,:-*_|#@").find(static_cast<char>(before)) != std::string_view::npos || before >= 0x80) return true;
  std::size_t begin = end;
  while (begin > 0 && !markdown::is_blank(text[begin - 1]) && end - begin < 16) --begin;
  std::string word;
  fold(text.substr(begin, end - begin), word);
  return weekday_named(word) >= 0 || std::ranges::find(kBeforeShort, word) != std::end(kBeforeShort);
}

/// The date of a heading: a whole one wherever it stands, else two numbers where they can be nothing else.
DateToken date_in(std::string_view text) {
  if (const DateToken whole = find_date(text, 0, Where::line, false)) return whole;
  for (std::size_t from = 0;;) {
    const DateToken token = find_date(text, from, Where::line, true);
    if (!token || may_be_short(text, token.begin)) return token;
    from = token.end;
  }
}

class Scanner {
 public:
  Scanner(const Source& source, std::size_t folder, Tree& scratch, FileScan& scan) : source_(source), folder_(folder), scratch_(scratch), scan_(scan) {}

  void run() {
    const markdown::FrontMatter front = markdown::find_front_matter(source_.text);
    std::uint32_t begin = mark_size(source_.text), number = 1;
    if (front.is_there && front.is_closed) {
      read_front(front);
      begin = front.behind;
      number = front.line;
    }
    scan_.first_line = number;
    Problems ignored;
    markdown::Lines lines(source_, begin, number, scratch_, ignored);
    Line line;
    while (lines.next(line)) {
      take(line);
      previous_ = line;
    }
    flush(false);
    read_names();
  }

 private:
  /// One line waits for the next, which may make a heading of it.
  void take(const Line& line) {
    const bool is_underline = waiting_ && line.number == waiting_line_.number + 1 && line.indent < 4 &&
                              ((line.kind == LineKind::text && is_all(line.words, '=')) || (line.kind == LineKind::rule && is_all(line.words, '-')));
    if (is_underline && after_blank_before_waiting_) {
      waiting_line_.kind = LineKind::heading;
      waiting_line_.level = line.words[0] == '=' ? 1 : 2;
      flush(true);
      scan_.underlines.push_back(line.number);
      return;
    }
    flush(false);
    if (line.kind == LineKind::text) {
      after_blank_before_waiting_ = previous_.kind != LineKind::text;
      waiting_line_ = line;
      waiting_ = true;
      return;
    }
    visit(line);
  }

  void flush(bool) {
    if (!waiting_) return;
    waiting_ = false;
    visit(waiting_line_);
  }

  void visit(const Line& line) {
    if (line.kind == LineKind::blank) return;
    switch (line.kind) {
      case LineKind::heading:
        heading(line, line.words, line.level);
        break;
      case LineKind::text:
        text(line);
        break;
      case LineKind::item:
        item(line);
        break;
      default:
        heads_ = false;
        break;
    }
    if (line.kind != LineKind::hidden) scan_.has_words = true;
  }

  void heading(const Line& line, std::string_view words, std::uint8_t level) {
    in_table_ = false;
    heads_ = true;
    head_line_ = line.number;
    head_level_ = level;
    if (is_template(words)) {
      scan_.templates.push_back(line.number);
      return;
    }
    if (gathers_actions(words) || next_label_at(plain(words)) != 0) return;
    const markdown::Heading strict = markdown::read_heading(words);
    if (strict.kind != nullptr && strict.kind != &kinds::meeting && strict.phrase.count != 0 && strict.phrase.unknown.empty()) {
      scan_.has_strict_sections = true;
      return;
    }
    const DateToken token = date_in(words);
    if (!token) {
      if (const int year = lone_year(words)) year_above_ = year;
      return;
    }
    add(Mark::Kind::heading, level, line, words, token);
    heads_ = false;
  }

  void text(const Line& line) {
    if (line.words[0] == '|') return row(line);
    in_table_ = false;
    if (is_bold_line(line.words) && line.indent < 4) {
      // a label in bold that is alone on its line is a caption
      std::string_view name, value;
      if (!split_label(line.words, name, value) || value.empty()) return bold(line);
    }
    if (label(line, line.words)) return;
    if (line.words.size() <= kLongestDatedLine && line.indent < 4) {
      if (is_only_a_date(line.words))
        add_bare(Mark::Kind::bare, line);
      else if (after_blank_before_waiting_)
        dated_line(line);
    }
    std::string_view name, value;
    heads_ = heads_ && split_label(line.words, name, value);
  }

  /// `25/09/2026 - noon - Grace & Ada`: a whole date, a sign and a few words.
  void dated_line(const Line& line) {
    const DateToken token = date_token_at(line.words, 0, Where::line, false);
    if (!token || token.year == 0) return;
    const std::string_view behind = markdown::trim_left(line.words.substr(token.end));
    const bool has_sign = !behind.empty() && (behind[0] == '(' || behind[0] == ',' || behind[0] == '|' || behind[0] == ':' || markdown::dash_at(behind) != 0);
    if (has_sign && !line.words.ends_with('.')) add_bare(Mark::Kind::line, line);
  }

  void bold(const Line& line) {
    const std::string_view words = line.words.substr(2, line.words.size() - 4);
    if (is_only_a_date(words)) {
      add_bare(Mark::Kind::bare, line);
      heads_ = false;
      return;
    }
    const bool was_head = heads_;
    const std::uint32_t above = head_line_;
    const std::uint8_t above_level = head_level_;
    heading(line, words, 7);
    heads_ = was_head;
    head_line_ = above;
    head_level_ = above_level;
  }

  void item(const Line& line) {
    in_table_ = false;
    if (line.words.empty()) return;
    if (label(line, line.words)) return;
    if (line.indent < 2 && line.words.size() <= 80 && is_only_a_date(line.words)) add_bare(Mark::Kind::item, line);
    std::string_view name, value;
    heads_ = heads_ && split_label(line.words, name, value);
  }

  bool label(const Line& line, std::string_view words) {
    std::string_view name, value;
    if (!split_label(words, name, value) || !is_date_label(name)) return false;
    DateToken token = find_date(value, 0, Where::line, false);
    if (!token) token = find_date(value, 0, Where::line, true);
    if (!token) return false;
    Mark& mark = add(Mark::Kind::label, 0, line, value, token);
    if (heads_ && line.number <= head_line_ + 6) {
      mark.opens = head_line_;
      mark.opens_level = head_level_;
    }
    heads_ = false;
    return true;
  }

  void row(const Line& line) {
    split_row(line.words, cells_);
    if (is_delimiter_row(line.words)) return;
    if (!in_table_) {
      in_table_ = true;
      date_column_ = cells_.size();
      bool is_actions = false;
      for (std::size_t i = 0; i < cells_.size(); ++i) {
        const Column column = column_named(cells_[i]);
        if (column == Column::date && date_column_ == cells_.size()) date_column_ = i;
        is_actions = is_actions || column == Column::owner || column == Column::due || column == Column::done;
      }
      if (is_actions) date_column_ = cells_.size();
      table_columns_ = cells_.size();
    }
    if (cells_.size() >= 2 && cells_.size() <= 3 && is_date_label(cells_[0]) && date_column_ != 0) return label_row(line);
    if (cells_.size() == 2 && table_columns_ == 2 && is_date_label(cells_[0]) && find_date(cells_[1], 0, Where::line, true)) return label_row(line);
    if (date_column_ >= cells_.size()) return;
    const std::string_view cell = cells_[date_column_];
    DateToken token = find_date(cell, 0, Where::line, true);
    if (token && cell.size() <= 48) add(Mark::Kind::row, 0, line, cell, token);
  }

  void label_row(const Line& line) {
    const DateToken token = find_date(cells_[1], 0, Where::line, true);
    if (token) add(Mark::Kind::label, 0, line, cells_[1], token);
    date_column_ = cells_.size();
  }

  void add_bare(Mark::Kind kind, const Line& line) {
    const DateToken token = find_date(line.words, 0, Where::line, true);
    if (!token) return;
    Mark& mark = add(kind, 0, line, line.words, token);
    const bool is_right_below = heads_ && line.number <= head_line_ + 3;
    if (!is_right_below) return;
    mark.opens = head_line_;
    mark.opens_level = head_level_;
  }

  Mark& add(Mark::Kind kind, std::uint8_t level, const Line& line, std::string_view text, const DateToken& token) {
    Mark& mark = scan_.marks.emplace_back();
    mark.kind = kind;
    mark.level = level;
    mark.line = mark.opens = line.number;
    mark.opens_level = level;
    mark.text = text;
    mark.token = token;
    mark.year_above = year_above_;
    // it dates the first day below; the others follow from their neighbours
    if (token.year == 0) year_above_ = 0;
    mark.weekday = weekday_beside(text, token);
    mark.span = line.span;
    if (markdown::lies_in(text, source_.text)) {
      const auto begin = static_cast<std::uint32_t>(text.data() - source_.text.data());
      mark.span = {begin + token.begin, begin + token.end};
    }
    look_behind(mark);
    return mark;
  }

  /// A second date in the same words, and what it is to the first.
  static void look_behind(Mark& mark) {
    const std::string_view text = mark.text;
    const auto struck = [&](const DateToken& token) {
      const std::size_t open = text.substr(0, token.begin).rfind("~~");
      return open != std::string_view::npos && text.find("~~", token.end) != std::string_view::npos &&
             std::ranges::count(text.substr(0, token.begin), '~') % 4 == 2;
    };
    mark.is_struck_out = struck(mark.token);
    mark.second = find_date(text, mark.token.end, Where::line, false);
    if (!mark.second) return;
    mark.is_second_struck_out = struck(mark.second);
    std::string between;
    fold(trim(text.substr(mark.token.end, mark.second.begin - mark.token.end)), between);
    mark.is_range = between == "-" || between == "\u2013" || between == "\u2014" || between == "to" || between == "until" || between == "bis" ||
                    between == "au" || between == "--" || between == "al" || between == "and" || between == "&";
    mark.is_moved = find_outcome(between).kind == Outcome::Kind::moved || between == "->" || between == "\u2192";
  }

  void read_front(const markdown::FrontMatter& front) {
    const std::string_view text = std::string_view(source_.text).substr(front.span.begin, front.span.end - front.span.begin);
    std::uint32_t number = 2;
    for (std::size_t at = 0; at < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = markdown::trim_right(text.substr(at, end - at));
      at = end + 1;
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos || line.empty() || markdown::is_blank(line[0]) || !is_date_label(line.substr(0, colon))) {
        if (colon != std::string_view::npos && markdown::same_name(line.substr(0, colon), "year")) scan_.front_year = lone_year(line.substr(colon));
        continue;
      }
      const std::string_view value = trim(line.substr(colon + 1));
      DateToken token = find_date(value, 0, Where::line, true);
      if (!token) continue;
      Line whole;
      whole.number = number;
      add(Mark::Kind::front, 0, whole, value, token);
    }
  }

  void read_names() {
    const std::string_view path = std::string_view(source_.path).substr(std::min(folder_, source_.path.size()));
    const std::size_t slash = path.rfind('/');
    std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
    name = name.substr(0, name.rfind('.'));
    const std::string_view folders = slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
    scan_.name_year = lone_year(name);
    scan_.folder_year = lone_year(folders.substr(folders.rfind('/') == std::string_view::npos ? 0 : folders.rfind('/') + 1));
    if (scan_.folder_year == 0)
      scan_.folder_year = lone_year(std::string_view(source_.path).substr(0, source_.path.rfind('/') == std::string::npos ? 0 : source_.path.rfind('/')));
    const auto add_name = [&](Mark::Kind kind, std::string_view text) {
      const DateToken token = find_date(text, 0, Where::file_name, kind == Mark::Kind::file_name);
      if (!token) return false;
      Mark& mark = scan_.marks.emplace_back();
      mark.kind = kind;
      mark.text = text;
      mark.token = token;
      return true;
    };
    if (add_name(Mark::Kind::file_name, name)) return;
    const std::size_t last = folders.rfind('/');
    if (!folders.empty() && !add_name(Mark::Kind::folder_name, folders.substr(last == std::string_view::npos ? 0 : last + 1)))
      add_name(Mark::Kind::folder_name, path.substr(0, path.rfind('.')));
  }

  const Source& source_;
  std::size_t folder_;
  Tree& scratch_;
  FileScan& scan_;
  Line previous_, waiting_line_;
  bool waiting_ = false, after_blank_before_waiting_ = true;
  /// Whether a heading without a date stands right above, and where.
  bool heads_ = false;
  std::uint32_t head_line_ = 0;
  std::uint8_t head_level_ = 0;
  int year_above_ = 0;
  bool in_table_ = false;
  std::size_t date_column_ = 0, table_columns_ = 0;
  std::vector<std::string_view> cells_;
};

}  // namespace

std::string_view name_of(Mark::Kind kind) {
  switch (kind) {
    case Mark::Kind::front:
      return "front matter";
    case Mark::Kind::label:
      return "label";
    case Mark::Kind::heading:
      return "heading";
    case Mark::Kind::bare:
      return "bare line";
    case Mark::Kind::item:
      return "list item";
    case Mark::Kind::row:
      return "table";
    case Mark::Kind::line:
      return "line";
    case Mark::Kind::file_name:
      return "file name";
    case Mark::Kind::folder_name:
      return "folder name";
  }
  return "";
}

bool is_name(const Mark& mark) { return mark.kind == Mark::Kind::file_name || mark.kind == Mark::Kind::folder_name; }

FileScan scan_notes(const Source& source, std::size_t folder, Tree& scratch) {
  FileScan scan;
  scan.source = &source;
  scratch.clear();
  Scanner(source, folder, scratch, scan).run();
  return scan;
}

}  // namespace mentor::notes
