#include "journal/markdown_reader.hpp"

#include <algorithm>

#include "journal/markdown_words.hpp"
#include "journal/vocabulary.hpp"

namespace mentor::markdown {
namespace {

bool is_list(Shape shape) { return shape == Shape::texts || shape == Shape::dates || shape == Shape::parties || shape == Shape::words; }

bool is_text(const Entry& entry) {
  if (entry.meant.field == nullptr) return true;
  const Shape shape = entry.meant.sub != nullptr ? entry.meant.sub->shape : entry.meant.field->shape;
  return shape == Shape::text || shape == Shape::private_text || shape == Shape::records || (!entry.meant.party.empty() && shape == Shape::party_texts);
}

}  // namespace

// ------------------------------------------------------------------ lines

void Reader::line(const Line& line) {
  if (notes_ != nullptr && note_line(line)) return;
  if (answer_.is_open && answer(line)) return;
  if (line.kind == LineKind::blank || (line.kind == LineKind::rule && after_blank_)) {
    end_value();
    here().free.blank();
    after_blank_ = true;
    return;
  }
  after_blank_ = false;
  if (line.kind != LineKind::heading) here().end = line.span.end;
  switch (line.kind) {
    case LineKind::heading:
      end_value();
      listing_ = nullptr;
      task_indent_ = -1;
      return heading(line);
    case LineKind::item:
      return item(line);
    case LineKind::hidden:
      here().hidden.push_back({line.text, line.span, line.number});
      return;
    case LineKind::text:
      return text(line);
    default:
      end_value();
      here().free.add(line);
  }
}

void Reader::text(const Line& line) {
  if (continues(line)) return;
  end_value();
  listing_ = nullptr;
  const bool is_detail = line.indent > task_indent_ && task_indent_ >= 0;
  if (!is_detail) task_indent_ = -1;
  if (is_detail || line.indent > 3 || !label(line)) here().free.add(line);
}

void Reader::item(const Line& line) {
  if (continues(line)) return;
  end_value();
  Section& section = here();
  const bool is_detail = line.indent > task_indent_ && task_indent_ >= 0;
  if (is_detail) return section.free.add(line);
  task_indent_ = -1;
  if (is_task(line.words) && takes_tasks()) {
    task_indent_ = line.indent;
    listing_ = nullptr;
    section.tasks.push_back(line);
    return;
  }
  if (Verdict verdict; section.kind == &kinds::goal && read_verdict(writer_.piece(line, line.words), verdict)) {
    section.verdicts.push_back(verdict);
    return;
  }
  if (listing_ != nullptr && !is_task(line.words)) {
    section.items.push_back(writer_.piece(line, line.words));
    ++listing_->items;
    return;
  }
  if (Label label; section.kind == &kinds::answers && !line.words.empty() && read_label(line.words, label) && own_pair(label, line)) return;
  section.free.add(line);
}

bool Reader::takes_tasks() {
  const Kind* kind = here().kind;
  return kind == &kinds::meeting || kind == &kinds::relationship || kind == &kinds::action;
}

// ------------------------------------------------------------------ labels

bool Reader::label(const Line& line) {
  Section& section = here();
  Label label;
  if (plan_ != nullptr && section.kind == nullptr) return false;
  if (section.labels == nullptr || section.kind == &kinds::action || !read_label(line.words, label)) return false;
  if (is_own_label(label.name)) return true;
  const Meant meant = find_label(*section.labels, label.name);
  // in notes a word before a colon is a label only when what follows can be its value
  if (plan_ != nullptr && !fits(meant, label.value)) return false;
  if (notes_ != nullptr && notes_->understood != nullptr && meant.field != nullptr)
    understand(line.number, LineMeaning::label, "label", {{meant.field->name, std::string(label.value)}});
  if (meant.field == nullptr) return section.kind == &kinds::answers ? own_pair(label, line) : unknown_label(label, line);
  const Entry entry{meant, writer_.piece(line, label.name), writer_.piece(line, label.value)};
  const bool is_one_of_many = meant.field->shape == Shape::records && meant.field->record->find("text") != nullptr &&
                              (!meant.party.empty() || (!label.value.empty() && !is_collection(*meant.field, label.value) && !same_name(label.value, "none")));
  if (is_one_of_many) {
    section.records.push_back(entry);
    expect_more(section.records.back());
  } else {
    add_entry(entry);
  }
  return true;
}

/// Words before a colon that are no label: free text, unless a label was probably meant.
bool Reader::unknown_label(const Label& label, const Line& line) {
  if (keep_private(label, line)) return true;
  const std::string_view meant = nearest_label(*here().labels, label.name);
  if (!meant.empty()) {
    report(problems::unknown_key, writer_.piece(line, label.name).span,
           say("`{}` is not a key of a {}; the line is kept as text.", Text{label.name}, here().kind->name), say("did you mean `{}`?", meant));
  }
  return false;
}

/// `Private from mentor: ...` is private too.
bool Reader::keep_private(const Label& label, const Line& line) {
  if (label.name.size() < 6 || !same_name(label.name.substr(0, 6), "privat")) return false;
  here().hidden.push_back(writer_.piece(line, line.text));
  return true;
}

/// A pair of the user's own: `going-well: 4`.
bool Reader::own_pair(const Label& label, const Line& line) {
  if (is_own_label(label.name) || keep_private(label, line)) return true;
  Entry entry{{}, writer_.piece(line, label.name), writer_.piece(line, label.value)};
  const bool is_name = std::ranges::all_of(label.name, [](char c) { return in_name(c) == c; });
  if (!is_name) {
    std::string name(label.name);
    std::ranges::transform(name, name.begin(), in_name);
    entry.key.text = tree_.keep(std::move(name));
  }
  here().own.push_back(entry);
  expect_more(here().own.back());
  return true;
}

void Reader::add_entry(const Entry& entry) {
  if (const std::uint32_t other = line_said(entry.meant); other != 0) {
    report(problems::duplicate_key, entry.key.span, say("the key `{}` stands here again; it is in line {} too", Text{entry.key.text}, other),
           say("keep one of the two"));
    return;
  }
  here().entries.push_back(entry);
  expect_more(here().entries.back());
}

/// The line that says the same already; 0 when none does.
std::uint32_t Reader::line_said(const Meant& meant) {
  const Section& section = here();
  if (const Entry* entry = section.find(meant)) return entry->key.line;
  if (meant.sub != nullptr || !meant.party.empty() || meant.field->shape == Shape::records) return 0;
  if (const Node* front = section.find_front(meant.field->name)) return front->line;
  if (section.kind != &kinds::relationship) return 0;
  for (std::uint32_t at = 1; at < front_end_; at = tree_.nodes[tree_.nodes[at].next].next) {
    if (tree_.nodes[at].text == meant.field->name) return tree_.nodes[at].line;
  }
  return 0;
}

/// Looks whether the value may go on in further lines or in a list.
void Reader::expect_more(Entry& entry) {
  const Shape shape = entry.meant.field == nullptr ? Shape::text : entry.meant.sub != nullptr ? entry.meant.sub->shape : entry.meant.field->shape;
  if (entry.value.text.empty() && is_list(shape)) {
    listing_ = &entry;
    entry.first_item = static_cast<std::uint32_t>(here().items.size());
  }
  starts_below_ = entry.value.text.empty();
  goes_on_ = entry.value.text.ends_with('\\');
  if (goes_on_) entry.value.text.remove_suffix(1);
  if (goes_on_ || is_text(entry)) growing_ = &entry;
}

bool Reader::continues(const Line& line) {
  if (growing_ == nullptr) return false;
  // Below a label without a value a list is its text; below `Private:` anything is, so that nothing private gets out.
  const bool is_private = growing_->meant.field != nullptr && growing_->meant.field->shape == Shape::private_text;
  const bool is_action = line.kind == LineKind::item && is_task(line.words);
  const bool is_listed = line.kind == LineKind::item && !is_action;
  // An action is never a part of the words above it, however far it is indented.
  if (is_action && takes_tasks()) return false;
  Label next;
  // In answers a label that was left empty takes the words below it, but never the next label.
  const bool is_next = here().kind == &kinds::answers && line.indent < 2 && !line.words.empty() && read_label(line.words, next);
  const bool is_reply = here().kind == &kinds::answers && line.kind == LineKind::text && !is_next;
  if (!goes_on_ && line.indent < 2 && !(starts_below_ && ((is_listed && !is_next) || is_private || is_reply))) return false;
  std::string_view words = line.kind == LineKind::item ? trim(line.text) : line.words;
  goes_on_ = words.ends_with('\\');
  if (goes_on_) words.remove_suffix(1);
  if (grown_.empty() && growing_->value.text.empty()) {
    growing_->value = writer_.piece(line, words);
    return true;
  }
  if (grown_.empty()) grown_ = trim_right(growing_->value.text);
  grown_.append("\n").append(trim_right(words));
  growing_->value.span.end = line.span.end;
  return true;
}

void Reader::finish_value() {
  if (!grown_.empty()) growing_->value.text = tree_.keep(std::move(grown_));
  growing_->value.text = trim_right(growing_->value.text);
  grown_.clear();
  growing_ = nullptr;
  goes_on_ = false;
}

}  // namespace mentor::markdown
