#include "commands/show_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "commands/private_lines.hpp"
#include "journal/vocabulary.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// Of a line no more is kept than somebody would read.
constexpr std::size_t kLongestExcerptBytes = 400;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view beginning(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  std::size_t end = std::min(line.size(), kLongestExcerptBytes);
  while (end > 0 && end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end);
}

/// The first line that says something: what a record of the whole file is shown by.
std::string_view first_words(std::string_view text) {
  for (const std::string_view line : lines_of(text.substr(0, text.find('\n', kLongestExcerptBytes))))
    if (!beginning(line).empty()) return beginning(line);
  return {};
}

// ------------------------------------------------------------------ notes, as their reader tells

/// The rows of one file of notes.
class NotesRows {
 public:
  NotesRows(const Source& source, const UnderstoodFile& file) : lines_(lines_of(source.text)), hidden_(private_lines(source)), source_(source), file_(file) {}

  std::vector<ReadLine> rows() {
    for (const UnderstoodLine& line : file_.lines) add(line);
    return std::move(rows_);
  }

 private:
  void add(const UnderstoodLine& line) {
    const bool says_nothing = line.meaning == LineMeaning::text || line.meaning == LineMeaning::skipped;
    if (says_nothing && line.values.empty() && !rows_.empty() && (joins(line) || rows_.back().last == line.line)) {
      rows_.back().last = std::max(rows_.back().last, line.line);
      return;
    }
    const bool was_text = !rows_.empty() && rows_.back().first == line.line && rows_.back().meaning == word(LineMeaning::text) && rows_.back().values.empty();
    if (was_text) rows_.pop_back();
    ReadLine row;
    row.first = row.last = line.line;
    row.meaning = word(line.meaning);
    if (line.found != row.meaning) row.found = line.found;
    const bool is_hidden = hidden_.contains(line.line);
    if (is_hidden)
      row.excerpt = say("(private)");
    else if (!says_nothing || !line.found.empty() || !line.values.empty())
      row.excerpt = excerpt(line.line);
    if (!is_hidden)
      for (const UnderstoodValue& value : line.values) add_value(row, value.name, value.value.empty() ? say("(empty)") : say("{}", Text{value.value}));
    rows_.push_back(std::move(row));
  }

  /// Whether nothing but blank lines parts this line from the row above, which means the same.
  bool joins(const UnderstoodLine& line) const {
    if (hidden_.contains(line.line) != hidden_.contains(rows_.back().last)) return false;
    const ReadLine& above = rows_.back();
    if (above.meaning != word(line.meaning) || above.found != line.found || !above.values.empty() || above.first == 0 || line.line < above.last) return false;
    for (std::uint32_t at = above.last + 1; at < line.line; ++at)
      if (at > lines_.size() || !beginning(lines_[at - 1]).empty()) return false;
    return true;
  }

  static void add_value(ReadLine& row, std::string_view name, Message value) {
    const auto at = std::ranges::find(row.values, name, &std::pair<std::string_view, Message>::first);
    if (at == row.values.end())
      row.values.emplace_back(name, std::move(value));
    else
      at->second = say("{}; {}", at->second, value);
  }

  Message excerpt(std::uint32_t line) const {
    if (line == 0) return say("{}", Text{base_name(source_.path)});
    return line <= lines_.size() ? say("{}", Text{beginning(lines_[line - 1])}) : Message{};
  }

  std::vector<std::string_view> lines_;
  PrivateLines hidden_;
  const Source& source_;
  const UnderstoodFile& file_;
  std::vector<ReadLine> rows_;
};

// ------------------------------------------------------------------ other files, by the places of their records

struct PlacedRow {
  Place place;
  ReadLine row;
};

/// Walks the records of a relationship by the vocabulary; each is a row at its place.
class RecordRows {
 public:
  void add(const Kind& kind, const Record& record) {
    if (!record.recorded() || is_confidential(kind, record)) return;
    PlacedRow placed{record.place, {}};
    placed.row.first = placed.row.last = record.place.line;
    placed.row.meaning = kind.name;
    for (const Field& field : kind.fields) add_value(field, field.member(const_cast<Record*>(&record)), placed.row);
    if (&kind == &kinds::action) add_action_facts(static_cast<const Action&>(record), placed.row);
    rows.push_back(std::move(placed));
    for (const Field& field : kind.fields) add_records(field, field.member(const_cast<Record*>(&record)));
  }

  std::vector<PlacedRow> rows;

 private:
  template <class T>
  static const T& as(const void* member) {
    return *static_cast<const T*>(member);
  }

  void add_records(const Field& field, const void* member) {
    if (field.shape == Shape::record) return add(*field.record, as<Record>(member));
    if (field.shape != Shape::records) return;
    const std::size_t count = field.size(member);
    for (std::size_t i = 0; i < count; ++i) add(*field.record, *static_cast<const Record*>(field.at(member, i)));
  }

  static void add_value(const Field& field, const void* member, ReadLine& row) {
    const auto tell = [&](Message value) { row.values.emplace_back(field.name, std::move(value)); };
    switch (field.shape) {
      case Shape::date:
        if (as<Date>(member)) tell(say("{}", iso(as<Date>(member))));
        break;
      case Shape::party:
        if (as<Party>(member) != Party::unset) tell(say("{}", word(as<Party>(member))));
        break;
      case Shape::word:
        if (const auto value = as<std::uint8_t>(member); value != 0) tell(say("{}", field.words[value - 1U]));
        break;
      case Shape::person:
        if (!as<Person>(member).name.empty()) tell(say("{}", as<Person>(member).name));
        break;
      case Shape::tick:
        if (const Tick& tick = as<Tick>(member); tick.done) tell(tick.date ? say("{}", iso(tick.date)) : say("yes"));
        break;
      case Shape::minutes:
        if (const Minutes& minutes = as<Minutes>(member); minutes.actual >= 0) tell(say("{}", minutes.actual));
        break;
      case Shape::next:
        if (const Next& next = as<Next>(member); next.recorded) tell(next.date ? say("{}", iso(next.date)) : say("not agreed"));
        break;
      default:
        break;
    }
  }

  static void add_action_facts(const Action& action, ReadLine& row) {
    if (action.done.done) std::erase_if(row.values, [](const auto& value) { return value.first == "state"; });
    if (action.due_is_default)
      for (auto& [name, value] : row.values)
        if (name == "due") value = say("{} (the next meeting)", value);
    if (action.carried > 0) row.values.emplace_back("carried", say("{}", counted(action.carried, "time")));
  }
};

bool is_yaml(std::string_view path) { return has_extension(path, ".yaml") || has_extension(path, ".yml"); }

/// The line a record begins in; in YAML from the record on, since several may share a line.
Message excerpt(const Source& source, Place place, const PrivateLines& hidden) {
  if (hidden.contains(place.line)) return say("(private)");
  std::size_t begin = std::min<std::size_t>(place.offset, source.text.size());
  if (!is_yaml(source.path)) begin = source.text.rfind('\n', begin == 0 ? 0 : begin - 1) + 1;
  const std::string_view text = std::string_view(source.text).substr(begin, kLongestExcerptBytes);
  const std::string_view rest = beginning(text.substr(0, text.find_first_of("\r\n")));
  if (names_private(rest)) return say("(private)");
  return say("{}", Text{rest.empty() ? first_words(source.text) : rest});
}

std::vector<ReadLine> record_rows(const Source& source, std::vector<PlacedRow>& placed) {
  std::ranges::stable_sort(placed, [](const PlacedRow& a, const PlacedRow& b) { return a.place.offset < b.place.offset; });
  const PrivateLines hidden = private_lines(source);
  std::vector<ReadLine> rows;
  for (PlacedRow& row : placed) {
    row.row.excerpt = excerpt(source, row.place, hidden);
    rows.push_back(std::move(row.row));
  }
  return rows;
}

/// Adds the records that no row of the notes stands for: those that the file spells as a journal does.
void add_records(std::vector<ReadLine>& rows, std::vector<ReadLine> records) {
  bool has_dates = false;
  std::set<std::uint32_t> told;
  for (const ReadLine& row : rows) {
    has_dates |= row.meaning == word(LineMeaning::meeting) || row.meaning == word(LineMeaning::date);
    const bool tells = row.meaning != word(LineMeaning::text) && row.meaning != word(LineMeaning::skipped) && row.meaning != word(LineMeaning::label);
    if (tells) told.insert(row.first);
  }
  std::erase_if(records, [&](const ReadLine& record) { return told.contains(record.first) || (has_dates && record.meaning == kinds::meeting.name); });
  rows.insert(rows.end(), std::make_move_iterator(records.begin()), std::make_move_iterator(records.end()));
  std::ranges::stable_sort(rows, {}, &ReadLine::first);
}

}  // namespace

std::vector<ReadFile> read_files(const Relationship& relationship, std::span<const Source> sources, const Understood& understood) {
  RecordRows records;
  records.add(kinds::relationship, relationship);
  std::map<std::uint32_t, std::vector<PlacedRow>> by_file;
  for (PlacedRow& row : records.rows) by_file[row.place.file].push_back(std::move(row));
  std::vector<ReadFile> files;
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    const Source& source = sources[file];
    ReadFile out{source.path, {}};
    if (file < understood.size()) out.lines = NotesRows{source, understood[file]}.rows();
    if (const auto at = by_file.find(file); at != by_file.end()) add_records(out.lines, record_rows(source, at->second));
    if (out.lines.empty())
      out.lines.push_back(
          {0, 0, say("{}", Text{base_name(source.path)}), "skipped", is_private_name(source.path) ? "private" : "nothing was found in it", {}, {}});
    files.push_back(std::move(out));
  }
  return files;
}

std::vector<Fact> read_facts(const Relationship& r) {
  std::map<Status, long> statuses;
  std::map<ActionState, long> states;
  long unsettled = 0;
  const auto count = [&states](const std::vector<Action>& actions) {
    for (const Action& action : actions) ++states[action.state];
  };
  for (const Meeting& meeting : r.meetings) {
    ++statuses[meeting.status];
    unsettled += !meeting.date;
    count(meeting.actions);
  }
  count(r.actions);
  const auto told = [](const auto& counts) {
    std::string parts;
    long all = 0;
    for (const auto& [what, number] : counts) {
      all += number;
      if (!word(what).empty()) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", number, word(what));
    }
    return std::pair{all, parts};
  };
  const auto [meetings, how] = told(statuses);
  const auto [actions, done] = told(states);
  std::vector<Fact> facts = {{"meetings", "meetings", meetings, {}}, {"actions", "actions", actions, {}}};
  if (!how.empty()) facts[0].shown = say("{}: {}", meetings, how);
  if (!done.empty()) facts[1].shown = say("{}: {}", actions, done);
  facts.push_back({"without_a_day", unsettled == 0 ? "" : "without a day", unsettled, {}});
  return facts;
}

Section read_section(const Pair& pair) {
  const Relationship& r = pair.relationship;
  Section section;
  section.heading = say("{}: how the notes of {} and {} were understood", r.id, r.mentor.name, r.mentee.name);
  section.facts = read_facts(r);
  section.files = read_files(r, pair.sources, pair.understood);
  return section;
}

void mark_problems(Section& section, std::span<const Item> problems) {
  std::map<std::pair<std::string_view, std::uint32_t>, std::vector<std::string_view>> at;
  for (const Item& problem : problems) {
    auto& kinds = at[{problem.mark.path, problem.mark.line}];
    if (std::ranges::find(kinds, problem.rule) == kinds.end()) kinds.push_back(problem.rule);
  }
  for (ReadFile& file : section.files)
    for (ReadLine& line : file.lines)
      for (auto found = at.lower_bound({file.path, line.first}); found != at.end() && found->first.first == file.path && found->first.second <= line.last;
           ++found) {
        line.problems.insert(line.problems.end(), found->second.begin(), found->second.end());
        found->second.clear();
      }
}

}  // namespace mentor
