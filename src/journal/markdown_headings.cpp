// Where sections begin and end: what a heading does to the section that is open.
#include "journal/markdown_reader.hpp"

#include <algorithm>

#include "journal/markdown_words.hpp"
#include "journal/vocabulary.hpp"

namespace mentor::markdown {

/// Whether the section that is open may hold a section or a heading of this level: a meeting, or what the whole file tells of.
bool Reader::is_below_host(const Line& line) const { return outer_.is_open && (at_home_ || outer_.kind == &kinds::meeting) && line.level > outer_.level; }

void Reader::heading(const Line& line) {
  if (begins_answer(line)) return;
  finish_answer();
  const Heading heading = read_heading(line.words);
  if (heading.kind == nullptr || (heading.phrase.count == 0 && !heading.phrase.unknown.empty())) return other_heading(line);
  if (is_for_home(heading)) {
    if (outer_.front.empty() && outer_.entries.empty()) outer_.heading = writer_.piece(line, line.words);
    return tell(outer_, heading, line);
  }
  const bool is_new_meeting = heading.kind == &kinds::meeting && heading.phrase.count != 0;
  if (is_below_host(line) && !is_new_meeting) {
    // Below a meeting only a heading that says something of its own opens a section: `### Thanks` alone is a part of the notes.
    if (heading.kind == &kinds::action) return close_sections(line.level);
    if (heading.phrase.count == 0 || !heading.phrase.unknown.empty()) return other_heading(line);
  }
  open_section(heading, line);
}

/// Whether a heading tells of the meeting or the answers that the whole file is about: the first of its kind, unless it has another day.
bool Reader::is_for_home(const Heading& heading) const {
  if (!at_home_ || heading.kind != outer_.kind) return false;
  const Field* date = outer_.labels->date;
  if (outer_.find({date, nullptr, {}}) != nullptr) return false;
  const Node* front = outer_.find_front("date");
  if (front == nullptr) return true;
  const auto end = heading.phrase.said.begin() + static_cast<std::ptrdiff_t>(heading.phrase.count);
  return std::none_of(heading.phrase.said.begin(), end, [&](const Said& said) { return said.field == date && said.words != front[1].text; });
}

void Reader::open_section(const Heading& heading, const Line& line) {
  const bool is_inside = is_below_host(line) && heading.kind != &kinds::meeting;
  close_sections(is_inside ? line.level : 0);
  Section& section = is_inside ? inner_ : outer_;
  section.open(heading.kind, line.level, {line.words, line.span, line.number});
  tell(section, heading, line);
}

void Reader::tell(Section& section, const Heading& heading, const Line& line) {
  for (std::size_t i = 0; i < heading.phrase.count; ++i) {
    const Said& said = heading.phrase.said[i];
    const Piece words = writer_.piece(line, said.words);
    const Meant meant{said.field, said.sub, {}};
    if (said.words == day_in_name_) day_in_name_met_ = true;
    if (section.find(meant) == nullptr && section.find_front(said.field->name) == nullptr) section.entries.push_back({meant, words, words});
  }
  section.end = std::max(section.end, line.span.end);
  if (heading.phrase.unknown.empty()) return;
  const std::string_view example = heading.kind == &kinds::meeting ? "## 2026-01-14 held 55/60 min"
                                   : heading.kind == &kinds::goal  ? "## Goal: Lead a design review (review)"
                                                                   : "";
  report(problems::unknown_heading, writer_.piece(line, heading.phrase.unknown).span,
         say("`{}` is not understood in the heading of a {}.", Text{heading.phrase.unknown}, heading.kind->name),
         example.empty() ? say("write it on a line below the heading") : say("write it on a line below the heading, which reads like `{}`", example));
}

/// A heading that is none of the vocabulary's: a title, a part of the notes, or a section that means nothing.
void Reader::other_heading(const Line& line) {
  if (dates_home(line)) return;
  if (is_below_host(line)) {
    close_sections(line.level);
    const bool is_title = at_home_ && line.level == 1;
    here().end = line.span.end;
    if (!is_title) here().free.add(line);
    return;
  }
  const bool is_part = outer_.is_open && outer_.kind != &kinds::relationship && line.level > outer_.level;
  if (is_part) return outer_.free.add(line);
  close_sections(0);
  if (line.level == 1) return outer_.open(&kinds::relationship, 0, {line.words, line.span, line.number});
  outer_.open(nullptr, line.level, {line.words, line.span, line.number});
  if (is_gathering(line.words)) return;
  report(problems::unknown_heading, writer_.piece(line, line.words).span,
         say("`{}` is not a section of a journal; what stands below it is not counted.", Text{line.words}),
         say("begin the heading with a day, `Goal:`, `Agreement`, `Review` or another word of `mentor explain relationship`; notes go below a meeting"));
}

/// `# Notes with Ada, 2026-02-16` gives a note its day.
bool Reader::dates_home(const Line& line) {
  if (!at_home_ || line.level > 2 || role_ != MarkdownRole::note) return false;
  const Meant date{outer_.labels->date, nullptr, {}};
  if (outer_.find(date) != nullptr || outer_.find_front("date") != nullptr) return false;
  for (std::size_t at = 0; at < line.words.size(); ++at) {
    const bool begins_word = at == 0 || is_blank(line.words[at - 1]) || line.words[at - 1] == '(' || line.words[at - 1] == ',';
    const std::size_t bytes = begins_word ? date_at(line.words.substr(at)) : 0;
    if (bytes == 0) continue;
    const Piece day = writer_.piece(line, line.words.substr(at, bytes));
    outer_.entries.push_back({date, day, day});
    return true;
  }
  return false;
}

/// Ends every section that a heading of the level cannot belong to; 0 ends all.
void Reader::close_sections(std::uint8_t level) {
  if (inner_.is_open && level <= inner_.level) close(inner_);
  if (outer_.is_open && level <= outer_.level) close(outer_);
}

/// In answers the heading `## going-well: What is going well?` puts a question; the lines below it are the answer, whatever they look like.
bool Reader::puts_question(const Line& line, Label& label) const {
  const Section& host = inner_.is_open && inner_.kind == &kinds::answers ? inner_ : outer_;
  if (!host.is_open || host.kind != &kinds::answers || line.level < 2 || line.level <= host.level || !read_label(line.words, label)) return false;
  return std::ranges::all_of(label.name, [](char c) { return in_name(c) == c; }) && !label.name.starts_with("privat");
}

bool Reader::begins_answer(const Line& line) {
  Label label;
  if (!puts_question(line, label)) return false;
  finish_answer();
  if (outer_.kind == &kinds::answers) close_sections(line.level);
  answer_.is_open = true;
  answer_.level = line.level;
  answer_.key = writer_.piece(line, label.name);
  return true;
}

/// Whether the line belongs to the answer that is open.
bool Reader::answer(const Line& line) {
  Label label;
  if (line.kind == LineKind::hidden || (line.kind == LineKind::heading && (line.level <= answer_.level || puts_question(line, label)))) return false;
  if (line.kind == LineKind::blank) {
    answer_.text.blank();
  } else {
    answer_.text.add(line);
    here().end = line.span.end;
  }
  return true;
}

/// An answer without words is none. The first word may also be what a field of its name takes: `on-track: unsure, since ...`.
void Reader::finish_answer() {
  if (!answer_.is_open) return;
  answer_.is_open = false;
  const Piece value = answer_.text.take(tree_);
  answer_.text.clear();
  if (value.text.empty()) return;
  Section& section = here();
  section.own.push_back({{}, answer_.key, value});
  const Field* const field = find_name(*section.labels, answer_.key.text);
  if (field == nullptr || field->shape != Shape::word) return;
  const std::string_view word = value.text.substr(0, value.text.find_first_of(" ,.;:!-\n"));
  const Meant meant{field, nullptr, {}};
  const bool is_known = std::ranges::any_of(field->words, [word](std::string_view known) { return same_name(word, known); });
  if (is_known && section.find(meant) == nullptr && section.find_front(field->name) == nullptr)
    section.entries.push_back({meant, answer_.key, {word, value.span, value.line}});
}

void Reader::close(Section& section) {
  if (&section == &here()) finish_answer();
  if (notes_ != nullptr && section.kind == &kinds::meeting) settle_outcome(section);
  if (&section == &outer_ && at_home_) finish_home();
  writer_.write(section);
}

}  // namespace mentor::markdown
