#include "journal/edit_markdown.hpp"

#include <algorithm>

#include "journal/markdown_labels.hpp"
#include "journal/markdown_lines.hpp"
#include "journal/markdown_phrase.hpp"
#include "journal/markdown_spelling.hpp"
#include "journal/markdown_task.hpp"
#include "journal/markdown_words.hpp"
#include "journal/refusal.hpp"
#include "journal/yaml_spelling.hpp"

namespace mentor {
namespace {

using markdown::Label;
using markdown::Line;
using markdown::LineKind;

Span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

[[noreturn]] void refuse_by_hand(const Source& source, std::string_view field) {
  throw NotEdited{say("`{}` is written in a way in {} that can only be changed by hand", field, Text{source.path}), say("open the file and change it there")};
}

/// Bytes of the marker and the blanks before the words of an item.
std::size_t marker_size(std::string_view line) {
  std::size_t size = line.find_first_not_of(" \t");
  if (size == std::string_view::npos) return 0;
  while (size < line.size() && line[size] != ' ' && line[size] != '\t') ++size;
  return std::min(line.find_first_not_of(" \t", size), line.size());
}

}  // namespace

MarkdownEdit::MarkdownEdit(const Source& source, const Tree& tree, const Relationship& relationship, std::uint32_t file, std::size_t begin,
                           const People& people)
    : source_(source), text_(source.text), tree_(tree), relationship_(relationship), file_(file), begin_(begin), people_(people) {
  find_headings();
}

// ------------------------------------------------------------------ looking

void MarkdownEdit::find_headings() {
  Tree scratch;
  Problems ignored;
  markdown::Lines lines(source_, static_cast<std::uint32_t>(begin_), 1, scratch, ignored);
  for (Line line; lines.next(line);)
    if (line.kind == LineKind::heading) headings_.push_back({line.span.begin, line.span.end, line.level, markdown::is_gathering(line.words)});
}

const MarkdownEdit::Heading* MarkdownEdit::heading_at(std::size_t begin) const {
  const auto found = std::ranges::find(headings_, begin, &Heading::begin);
  return found == headings_.end() ? nullptr : &*found;
}

/// Where the next heading begins that no longer belongs to the section.
std::size_t MarkdownEdit::end_of_section(const Heading& heading) const {
  for (const Heading* next = &heading + 1; next < headings_.data() + headings_.size(); ++next)
    if (next->level <= heading.level) return next->begin;
  return text_.size();
}

/// Where the next heading of any level begins.
std::size_t MarkdownEdit::end_of_own_lines(const Heading& heading) const {
  const Heading* const next = &heading + 1;
  return next < headings_.data() + headings_.size() ? next->begin : text_.size();
}

/// Whether the heading at `begin` follows the line above without a blank one.
bool MarkdownEdit::is_tight(std::size_t begin) const {
  const std::size_t above = end_before(text_, begin, begin_);
  return above > begin_ && !has_blank_line(text_, above, begin);
}

void MarkdownEdit::add_dated(const Field& field, std::vector<Dated>& all) const {
  const markdown::LabelIndex& index = markdown::label_index(*field.record);
  const void* const list = field.member(const_cast<Relationship*>(&relationship_));
  for (std::size_t i = 0; i < field.size(list); ++i) {
    const auto* const record = static_cast<const Record*>(field.at(list, i));
    if (record->place.file != file_ || record->place.offset < begin_ || heading_at(record->place.offset) == nullptr) continue;
    const void* day = index.date == nullptr ? nullptr : index.date->member(const_cast<Record*>(record));
    if (day != nullptr && index.date_sub != nullptr) day = index.date_sub->member(const_cast<void*>(day));
    all.push_back({record->place.offset, day == nullptr ? Date{} : *static_cast<const Date*>(day)});
  }
}

/// Beside which sections one of this kind stands: those of its kind, and, where nothing groups the kinds, all that tell of a day.
std::vector<MarkdownEdit::Dated> MarkdownEdit::dated(const Field& field) const {
  std::vector<Dated> all;
  if (field.shape != Shape::records) return all;
  add_dated(field, all);
  if (std::ranges::none_of(headings_, &Heading::is_gathering))
    for (const Field& other : kinds::relationship.fields) {
      const bool tells_of_days = other.shape == Shape::records && (other.record->heading_date == "date" || other.record->heading_date == "from");
      if (tells_of_days && other.record != &kinds::action && &other != &field) add_dated(other, all);
    }
  // sections within a meeting are a part of it
  std::size_t level = 6;
  for (const Dated& one : all) level = std::min(level, heading_at(one.begin)->level);
  std::erase_if(all, [&](const Dated& one) { return heading_at(one.begin)->level != level; });
  std::ranges::sort(all, {}, &Dated::begin);
  return all;
}

std::uint32_t MarkdownEdit::map_at(std::size_t owner) const {
  for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i)
    if (tree_.nodes[i].kind == Node::Kind::map && tree_.nodes[i].span.begin == owner) return i;
  return 0;
}

/// The key's node; 0 when the map has none.
std::uint32_t MarkdownEdit::find(std::uint32_t map, std::string_view key) const {
  for (std::uint32_t one = map + 1; one < tree_.nodes[map].next; one = tree_.nodes[tree_.nodes[one].next].next)
    if (markdown::same_name(tree_.nodes[one].text, key)) return one;
  return 0;
}

// ------------------------------------------------------------------ adding

Splice MarkdownEdit::add_section(const Field& field, const NewRecord& record) const {
  if (field.record == &kinds::action) {
    for (const Action& action : relationship_.actions)
      if (action.place.file == file_ && action.place.offset >= begin_) {
        const std::size_t end = line_end(text_, relationship_.actions.back().place.offset);
        return {at(end, end), "\n- " + markdown::spell_task(record, people_)};
      }
    const std::size_t end = end_before(text_, text_.size(), begin_);
    return {at(end, end), "\n\n## Actions\n\n- " + markdown::spell_task(record, people_)};
  }
  return place_section(field, dated(field), record);
}

/// After the last line above the next heading, so that blank lines and the end of the file stay as they are.
Splice MarkdownEdit::place_section(const Field& field, const std::vector<Dated>& beside, const NewRecord& record) const {
  const std::string_view path = field.record->heading_date;
  const NewValue* said = record.find(path.substr(0, path.find(' ')));
  if (said != nullptr && !said->records.empty()) said = said->records[0].find(path.substr(path.find(' ') + 1));
  std::vector<Date> days;
  for (const Dated& one : beside) days.push_back(one.day);
  const std::size_t index = place_for(said == nullptr ? Date{} : parse_iso(said->scalar), days);
  const std::size_t next = index < beside.size() ? beside[index].begin : beside.empty() ? text_.size() : end_of_section(*heading_at(beside.back().begin));
  const std::size_t end = end_before(text_, next, begin_);
  std::size_t level = 2;
  if (!beside.empty())
    level = heading_at(beside[index == 0 ? 0 : index - 1].begin)->level;
  else if (const auto section = std::ranges::find_if(headings_, [](const Heading& one) { return one.level > 1; }); section != headings_.end())
    level = section->level;
  const bool tight = beside.size() > 1 ? is_tight(beside.back().begin) : !headings_.empty() && is_tight(headings_.back().begin);
  const std::string gap = end == begin_ ? "" : tight ? "\n" : "\n\n";
  const std::string section = markdown::spell_section(record, level, people_);
  if (end != begin_) return {at(end, end), gap + section};
  // right behind the front matter, whose last line ends in a line end, or in the end of the file
  const bool has_end = begin_ > 0 && text_[begin_ - 1] == '\n';
  return {at(begin_, begin_), (has_end ? "\n" : "\n\n") + section + (has_end ? "\n" : "")};
}

Splice MarkdownEdit::add_line(std::size_t owner, const Kind& kind, const Field& field, const NewRecord& record) const {
  const Heading* const heading = heading_at(owner);
  const std::uint32_t map = map_at(owner);
  if (heading == nullptr || map == 0) refuse_by_hand(source_, field.name);
  std::string words;
  if (field.record == &kinds::action)
    words = "- " + markdown::spell_task(record, people_);
  else if (field.record == &kinds::goal_review && &kind == &kinds::goal)
    words = "- " + markdown::spell_verdict(record);
  else if (find(map, field.name) == 0 || field.record == &kinds::feedback)
    words = markdown::spell_label({&field, {}, {}, {}, {record}});
  else
    refuse_by_hand(source_, field.name);
  if (words.ends_with("- ")) refuse_by_hand(source_, field.name);
  std::size_t end = end_before(text_, end_of_own_lines(*heading), heading->end);
  if (const std::uint32_t list = find(map, field.name); list != 0 && tree_.nodes[list + 1].kind == Node::Kind::list && tree_.nodes[list + 1].next > list + 2) {
    // the last of its kind may have further words below it
    const Span last = tree_.nodes[list + 1].span;
    end = line_end(text_, std::max<std::size_t>(last.end, last.begin));
  }
  const std::string_view above = text_.substr(line_begin(text_, end), end - line_begin(text_, end));
  Label label;
  const bool is_item = words.starts_with("- "), above_is_item = above.find_first_not_of(" \t") != std::string_view::npos && marker_size(above) > 1 &&
                                                                (above[above.find_first_not_of(" \t")] == '-');
  const bool joins = end > heading->end && (is_item ? above_is_item : !above.empty() && markdown::read_label(above, label));
  return {at(end, end), (joins ? "\n" : "\n\n") + words};
}

// ------------------------------------------------------------------ setting

Splice MarkdownEdit::set(std::size_t owner, const NewValue& value) const {
  const Heading* const heading = heading_at(owner);
  if (heading == nullptr) return set_in_task(owner, value);
  const std::uint32_t map = map_at(owner);
  if (map == 0) refuse_by_hand(source_, value.field->name);
  const std::uint32_t key = find(map, value.field->name);
  if (key == 0) return value.says_nothing() ? Splice{} : add_label(*heading, map, markdown::spell_label(value));
  if (tree_.nodes[key + 1].kind == Node::Kind::map && tree_.nodes[key].span.begin >= heading->begin) return set_part(*heading, map, value);
  return replace(key, value);
}

/// A label more, behind those that stand first in the section.
Splice MarkdownEdit::add_label(const Heading& heading, std::uint32_t map, const std::string& words) const {
  std::size_t end = heading.end;
  std::vector<std::uint32_t> keys;
  for (std::uint32_t one = map + 1; one < tree_.nodes[map].next; one = tree_.nodes[tree_.nodes[one].next].next)
    if (tree_.nodes[one].span.begin > heading.end) keys.push_back(one);
  std::ranges::sort(keys, {}, [&](std::uint32_t one) { return tree_.nodes[one].span.begin; });
  for (const std::uint32_t key : keys) {
    const std::size_t begin = line_begin(text_, tree_.nodes[key].span.begin);
    Label label;
    const std::string_view line = text_.substr(begin, line_end(text_, begin) - begin);
    const bool follows = text_.substr(end, begin - end).find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (line.empty() || !follows || !markdown::read_label(line, label)) break;
    end = line_end(text_, std::max(tree_.nodes[key].span.end, tree_.nodes[key + 1].span.end));
  }
  return {at(end, end), (end == heading.end ? "\n\n" : "\n") + words};
}

/// Of what is said per party or per part of a record, one.
Splice MarkdownEdit::set_part(const Heading& heading, std::uint32_t map, const NewValue& value) const {
  if (value.pairs.size() != 1) refuse_by_hand(source_, value.field->name);
  // some may stand in brackets and others behind labels of their own
  for (std::uint32_t key = map + 1; key < tree_.nodes[map].next; key = tree_.nodes[key + 1].next) {
    if (!markdown::same_name(tree_.nodes[key].text, value.field->name) || tree_.nodes[key + 1].kind != Node::Kind::map) continue;
    if (const std::uint32_t part = find(key + 1, value.pairs[0].first); part != 0) return replace(part, {value.field, value.pairs[0].second});
  }
  return add_label(heading, map, markdown::spell_label(value));
}

/// The words behind a label, or those of a heading.
Splice MarkdownEdit::replace(std::uint32_t key, const NewValue& value) const {
  const Node& name = tree_.nodes[key];
  const Node& old = tree_.nodes[key + 1];
  const std::size_t begin = line_begin(text_, name.span.begin);
  Label label;
  const std::string_view line = text_.substr(begin, line_end(text_, begin) - begin);
  const bool is_label =
      !line.empty() && markdown::read_label(line, label) && markdown::lies_in(label.name, text_.substr(name.span.begin, name.span.end - name.span.begin));
  if (value.says_nothing()) {
    if (!is_label) refuse_by_hand(source_, value.field->name);
    return take_lines(begin, std::max(name.span.end, old.span.end));
  }
  if (!is_label) {
    const bool is_word = old.kind == Node::Kind::scalar && text_.substr(old.span.begin, old.span.end - old.span.begin) == old.text;
    if (!is_word || value.scalar.empty() || value.scalar.find('\n') != std::string::npos) refuse_by_hand(source_, value.field->name);
    return {old.span, value.scalar};
  }
  const std::string spelled = markdown::spell_label(value);
  const std::string words = spelled.substr(spelled.find(':') + 1);
  std::size_t from = static_cast<std::size_t>(label.value.data() - text_.data());
  const std::size_t end = std::max<std::size_t>({from, name.span.end, old.kind == Node::Kind::null ? 0 : old.span.end});
  if (label.value.empty()) return {at(from, end), words};
  return {at(from, end), markdown::trim_left(words).empty() ? std::string{} : words.substr(1)};
}

/// A task's box, or one of the `name:value` at its end.
Splice MarkdownEdit::set_in_task(std::size_t owner, const NewValue& value) const {
  const std::size_t begin = line_begin(text_, owner), end = line_end(text_, owner);
  std::string line(text_.substr(begin, end - begin));
  const std::size_t box = marker_size(line);
  if (box + 3 > line.size() || !markdown::is_task(std::string_view(line).substr(box)))
    throw NotEdited{say("line {} of {} has no box to tick", line_at(source_, owner).number, Text{source_.path}),
                    say("write `- [ ]` before the action, or change the line by hand")};
  const std::string_view name = value.field->name;
  char& mark = line[box + 1];
  if (name == "state")
    mark = value.says_nothing() ? (mark == '-' ? ' ' : mark) : value.scalar == word(ActionState::cancelled) ? '-' : mark;
  else if (name == "done")
    mark = value.says_nothing() ? (mark == '-' ? '-' : ' ') : 'x';
  else if (name == "text" || name == "owner")
    refuse_by_hand(source_, name);
  const markdown::TaskWords task = markdown::read_task(std::string_view(line).substr(box + 3));
  const auto said = std::find_if(task.said.said.begin(), task.said.said.begin() + static_cast<std::ptrdiff_t>(task.said.count),
                                 [&](const auto& one) { return one.field == value.field; });
  const bool is_said = said != task.said.said.begin() + static_cast<std::ptrdiff_t>(task.said.count);
  const std::string words =
      value.says_nothing() || name == "state" || (name == "done" && value.scalar == "yes") ? std::string{} : " " + std::string(name) + ":" + value.scalar;
  if (is_said) {
    const auto from = static_cast<std::size_t>(said->words.data() - line.data()) - name.size() - 2;
    line.replace(from, name.size() + 2 + said->words.size(), words);
  } else {
    line.insert(markdown::trim_right(line).size(), words);
  }
  return {at(begin, end), line};
}

// ------------------------------------------------------------------ taking out

/// Lines, with the blank ones above them.
Splice MarkdownEdit::take_lines(std::size_t begin, std::size_t end) const {
  return {at(end_before(text_, line_begin(text_, begin), begin_), line_end(text_, end)), ""};
}

Splice MarkdownEdit::remove_section(std::size_t owner) const {
  const Heading* const heading = heading_at(owner);
  if (heading == nullptr) return remove_line(owner);
  const std::size_t end = end_before(text_, end_of_section(*heading), heading->end);
  const std::size_t above = end_before(text_, heading->begin, begin_);
  if (above == begin_ && begin_ > 0 && text_[begin_ - 1] == '\n') {
    // nothing above it: the line end of its last line goes too
    const std::size_t newline = text_.find('\n', end);
    // a file that does not end in a line end did not do so before
    if (newline == std::string_view::npos) return {at(line_end(text_, line_begin(text_, begin_ - 1)), text_.size()), ""};
    return {at(begin_, newline + 1), ""};
  }
  return {at(above, end), ""};
}

Splice MarkdownEdit::remove_line(std::size_t owner) const {
  const std::uint32_t map = map_at(owner);
  Splice out = take_lines(owner, map == 0 ? owner : std::max<std::size_t>(owner, tree_.nodes[map].span.end));
  const std::size_t above = out.span.begin;
  // an `## Actions` that has nothing left goes with its last
  const Heading* const heading = heading_at(line_begin(text_, above));
  if (heading != nullptr &&
      markdown::same_name(markdown::trim(text_.substr(heading->begin, heading->end - heading->begin).substr(heading->level)), "actions") &&
      end_before(text_, end_of_section(*heading), heading->end) == out.span.end)
    out.span.begin = static_cast<std::uint32_t>(end_before(text_, heading->begin, begin_));
  return out;
}

}  // namespace mentor
