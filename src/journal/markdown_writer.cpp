#include "journal/markdown_writer.hpp"

#include <algorithm>

#include "journal/markdown_phrase.hpp"
#include "journal/markdown_words.hpp"

namespace mentor::markdown {
namespace {

bool has_parts(const Meant& meant) { return meant.sub != nullptr || !meant.party.empty(); }

std::string_view trim_lines(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : trim_right(text.substr(begin));
}

}  // namespace

bool is_collection(const Field& field, std::string_view value) {
  if (value.empty() || (value[0] != '[' && (value[0] != '{' || value.find(':') == std::string_view::npos))) return false;
  switch (field.shape) {
    case Shape::records: {
      // `[x]` is words in brackets: a list of records holds braces, or nothing.
      const std::size_t inside = value.find_first_not_of(" \t", 1);
      return is_flow(value) && (value[0] == '{' || value[inside] == '{' || value[inside] == ']');
    }
    case Shape::texts:
    case Shape::dates:
    case Shape::parties:
    case Shape::words:
    case Shape::cadence:
    case Shape::party_texts:
    case Shape::party_ratings:
    case Shape::party_ranks:
    case Shape::record:
    case Shape::items:
    case Shape::signs:
      return is_flow(value);
    default:
      return false;
  }
}

// ------------------------------------------------------------------ nodes

std::uint32_t SectionWriter::open(Node::Kind kind, std::uint32_t line, Span span) {
  tree_.nodes.push_back({kind, false, line, span, 0, {}});
  return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
}

void SectionWriter::close(std::uint32_t node, std::uint32_t end) {
  Node& closed = tree_.nodes[node];
  closed.next = static_cast<std::uint32_t>(tree_.nodes.size());
  closed.span.end = std::max(closed.span.begin, end);
}

void SectionWriter::key(std::string_view name, const Piece& at) {
  tree_.nodes.push_back({Node::Kind::scalar, false, at.line, at.span, static_cast<std::uint32_t>(tree_.nodes.size() + 1), name});
}

void SectionWriter::scalar(const Piece& value, bool quoted) {
  tree_.nodes.push_back({Node::Kind::scalar, quoted, value.line, value.span, static_cast<std::uint32_t>(tree_.nodes.size() + 1), value.text});
}

void SectionWriter::null(const Piece& at) {
  tree_.nodes.push_back({Node::Kind::null, false, at.line, at.span, static_cast<std::uint32_t>(tree_.nodes.size() + 1), {}});
}

Piece SectionWriter::piece(const Line& line, std::string_view text) const {
  if (!lies_in(text, source_.text)) return {text, line.span, line.number};
  const auto begin = static_cast<std::uint32_t>(text.data() - source_.text.data());
  return {text, {begin, begin + static_cast<std::uint32_t>(text.size())}, line.number};
}

void SectionWriter::graft(const std::vector<Node>& nodes, std::size_t first, std::size_t last) {
  const auto shift = static_cast<std::uint32_t>(tree_.nodes.size() - first);
  for (std::size_t i = first; i < last; ++i) {
    Node node = nodes[i];
    node.next += shift;
    if (&nodes == &flow_.nodes && !lies_in(node.text, source_.text)) node.text = tree_.keep(std::string(node.text));
    tree_.nodes.push_back(node);
  }
}

bool SectionWriter::write_flow(const Piece& value) {
  if (!lies_in(value.text, source_.text)) return false;
  read_yaml(source_, value.span, value.line, flow_, problems_, yaml_);
  if (flow_.empty())
    null(value);
  else
    graft(flow_.nodes, 0, flow_.nodes.size());
  return true;
}

// ------------------------------------------------------------------ sections

void SectionWriter::write(Section& section) {
  section.is_open = false;
  const Kind* kind = section.kind;
  if (kind == nullptr) return;
  if (kind == &kinds::relationship) return write_fields(section);
  if (kind == &kinds::action) {
    if (!section.tasks.empty()) write_tasks(section);
    if (!section.actions.empty()) write_note_actions(section);
    return;
  }
  const Field* field = section.labels->root_field;
  const Span span{section.heading.span.begin, section.end};
  key(field->name, section.heading);
  const bool in_list = field->shape != Shape::record;
  const std::uint32_t list = in_list ? open(Node::Kind::list, section.heading.line, span) : 0;
  const std::uint32_t map = open(Node::Kind::map, section.heading.line, span);
  write_fields(section);
  close(map, section.end);
  if (in_list) close(list, section.end);
}

void SectionWriter::write_fields(Section& section) {
  graft(section.front, 0, section.front.size());
  for (std::size_t i = 0; i < section.entries.size(); ++i) write_entry(section, i);
  if (!section.free.empty()) write_free(section);
  if (!section.tasks.empty()) write_tasks(section);
  if (!section.actions.empty()) write_note_actions(section);
  if (!section.records.empty()) write_records(section);
  if (!section.verdicts.empty()) write_verdicts(section);
  if (!section.own.empty()) write_own(section);
  if (!section.hidden.empty()) write_hidden(section);
}

void SectionWriter::write_entry(Section& section, std::size_t index) {
  const Entry& entry = section.entries[index];
  if (entry.written) return;
  const Field& field = *entry.meant.field;
  if (has_parts(entry.meant)) return write_parts(section, index);
  // `Actions:` above a list of tasks, `Notes:` above the notes: the label is only a caption.
  const bool has_free_text = &field == section.labels->free_text && !section.free.empty();
  const bool is_caption = entry.value.text.empty() && entry.items == 0 && (has_free_text || (field.shape == Shape::records && !section.tasks.empty()));
  const bool joins_free_text = has_free_text && field.shape == Shape::text;
  if (is_caption || joins_free_text) return;
  key(field.name, entry.key);
  write_value(field, entry, section);
}

/// One map of all entries that name a part of the same field.
void SectionWriter::write_parts(Section& section, std::size_t first) {
  const Field* field = section.entries[first].meant.field;
  const Piece at = section.entries[first].key;
  key(field->name, at);
  const std::uint32_t map = open(Node::Kind::map, at.line, at.span);
  std::uint32_t end = at.span.end;
  for (std::size_t i = first; i < section.entries.size(); ++i) {
    Entry& entry = section.entries[i];
    if (entry.meant.field != field || !has_parts(entry.meant)) continue;
    entry.written = true;
    end = std::max(end, entry.value.span.end);
    key(entry.meant.sub != nullptr ? entry.meant.sub->name : entry.meant.party, entry.key);
    if (entry.meant.sub != nullptr)
      write_value(*entry.meant.sub, entry, section);
    else
      scalar(entry.value);
  }
  close(map, end);
}

void SectionWriter::write_value(const Field& field, const Entry& entry, const Section& section) {
  const Piece& value = entry.value;
  if (entry.items != 0) return write_items(entry, section);
  if (value.text.empty()) return null(entry.key);
  if (is_collection(field, value.text) && write_flow(value)) return;
  if (field.shape == Shape::record) return write_record(*field.record, value);
  if (field.mark_recorded != nullptr && same_name(value.text, "none")) return close(open(Node::Kind::list, value.line, value.span), value.span.end);
  scalar(value, entry.is_told);
}

void SectionWriter::write_items(const Entry& entry, const Section& section) {
  const std::uint32_t list = open(Node::Kind::list, entry.key.line, entry.key.span);
  std::uint32_t end = entry.key.span.end;
  for (std::uint32_t i = 0; i < entry.items; ++i) {
    const Piece& item = section.items[entry.first_item + i];
    scalar(item);
    end = item.span.end;
  }
  close(list, end);
}

/// `2026-05-01 by mentee`, or whatever else the user wrote, for the binder to judge.
void SectionWriter::write_record(const Kind& kind, const Piece& value) {
  Phrase phrase;
  read_phrase(kind, value.text, phrase);
  if (phrase.count == 0 || !phrase.unknown.empty()) return scalar(value);
  const std::uint32_t map = open(Node::Kind::map, value.line, value.span);
  for (std::size_t i = 0; i < phrase.count; ++i) {
    const Piece part = part_of(value, phrase.said[i].words);
    key(phrase.said[i].field->name, part);
    scalar(part);
  }
  close(map, value.span.end);
}

/// All that came as `Feedback from mentee: ...`; the fields of a record are its first party and `text`.
void SectionWriter::write_records(const Section& section) {
  const Entry& first = section.records.front();
  const Kind& record = *first.meant.field->record;
  const auto whose = std::ranges::find(record.fields, Shape::party, &Field::shape);
  key(first.meant.field->name, first.key);
  const std::uint32_t list = open(Node::Kind::list, first.key.line, first.key.span);
  std::uint32_t end = first.key.span.end;
  for (const Entry& entry : section.records) {
    const std::uint32_t map = open(Node::Kind::map, entry.key.line, entry.key.span);
    if (!entry.meant.party.empty() && whose != record.fields.end()) {
      key(whose->name, entry.key);
      scalar({entry.meant.party, entry.key.span, entry.key.line});
    }
    if (!entry.value.text.empty()) {
      key(record.find("text")->name, entry.key);
      scalar(entry.value, true);
    }
    end = std::max(entry.key.span.end, entry.value.span.end);
    close(map, end);
  }
  close(list, end);
}

void SectionWriter::write_own(const Section& section) {
  const auto items = std::ranges::find(section.kind->fields, Shape::items, &Field::shape);
  const Entry& first = section.own.front();
  key(items->name, first.key);
  const std::uint32_t map = open(Node::Kind::map, first.key.line, first.key.span);
  for (const Entry& entry : section.own) {
    key(entry.key.text, entry.key);
    if (entry.value.text.empty())
      null(entry.key);
    else
      scalar(entry.value);
  }
  close(map, std::max(section.own.back().key.span.end, section.own.back().value.span.end));
}

/// The free text behind what the heading, a label or the front matter say of the same field.
void SectionWriter::write_free(Section& section) {
  const Field* field = section.labels->free_text;
  if (field == nullptr) return;
  const Entry* said = section.find({field, nullptr, {}});
  if (field->shape != Shape::text && said != nullptr) return;
  Piece at = section.free.take(tree_);
  if (said != nullptr && !said->value.text.empty()) {
    at.text = tree_.keep(std::string(said->value.text).append("\n\n").append(at.text));
    at.span = {std::min(at.span.begin, said->value.span.begin), std::max(at.span.end, said->value.span.end)};
    at.line = std::min(at.line, said->value.line);
  }
  key(field->name, {{}, at.span, at.line});
  scalar(at, field->shape == Shape::text);
}

// ------------------------------------------------------------------ lists of a section

void SectionWriter::write_tasks(const Section& section) {
  const auto actions = std::ranges::find(section.kind == &kinds::action ? kinds::relationship.fields : section.kind->fields, &kinds::action, &Field::record);
  const Line& first = section.tasks.front();
  key(actions->name, {{}, first.span, first.number});
  const std::uint32_t list = open(Node::Kind::list, first.number, first.span);
  for (const Line& line : section.tasks) write_task(section, line);
  close(list, section.tasks.back().span.end);
}

/// `[x] Ada: read the review guide due:2026-01-21 done:2026-01-20 goal:review`.
void SectionWriter::write_task(const Section& section, const Line& line) {
  static const Field* const kText = kinds::action.find("text");
  static const Field* const kOwner = kinds::action.find("owner");
  static const Field* const kDone = kinds::action.find("done");
  static const Field* const kState = kinds::action.find("state");
  static const Field* const kDate = kinds::action.find("date");
  const char box = line.words[1];
  const TaskWords task = read_task(line.words.substr(3));
  const auto add = [&](const Field* field, const Piece& value, bool quoted) {
    key(field->name, value);
    scalar(value, quoted);
  };
  const auto implied = [&](std::string_view words) { return Piece{words, piece(line, line.words).span, line.number}; };
  const std::uint32_t map = open(Node::Kind::map, line.number, line.span);
  if (!task.owner.empty()) add(kOwner, piece(line, task.owner), false);
  add(kText, piece(line, task.text), true);
  for (std::size_t i = task.said.count; i-- > 0;) add(task.said.said[i].field, piece(line, task.said.said[i].words), false);
  if ((box == 'x' || box == 'X') && !task.said.says(kDone)) add(kDone, implied("yes"), false);
  if (box == '-' && !task.said.says(kState)) add(kState, implied(word(ActionState::cancelled)), false);
  const Entry* common = section.kind == &kinds::action ? section.find({kDate, nullptr, {}}) : nullptr;
  if (common != nullptr && !task.said.says(kDate)) {
    key(kDate->name, common->key);
    scalar(common->value);
  }
  close(map, line.span.end);
}

/// Actions whose parts the reader of notes has found and settled.
void SectionWriter::write_note_actions(const Section& section) {
  const auto actions = std::ranges::find(section.kind == &kinds::action ? kinds::relationship.fields : section.kind->fields, &kinds::action, &Field::record);
  if (actions == (section.kind == &kinds::action ? kinds::relationship.fields : section.kind->fields).end()) return;
  const Piece& first = section.actions.front().line;
  key(actions->name, {{}, first.span, first.line});
  const std::uint32_t list = open(Node::Kind::list, first.line, first.span);
  for (const notes::NoteAction& action : section.actions) {
    const std::uint32_t map = open(Node::Kind::map, action.line.line, action.line.span);
    const auto add = [&](std::string_view name, const Piece& value, bool quoted) {
      if (value.text.empty()) return;
      key(name, value);
      scalar(value, quoted);
    };
    add("owner", action.owner, false);
    add("text", action.text, true);
    add("due", action.due, false);
    add("done", action.done, false);
    add("state", {action.state, action.line.span, action.line.line}, false);
    close(map, action.line.span.end);
  }
  close(list, section.actions.back().line.span.end);
}

void SectionWriter::write_verdicts(const Section& section) {
  const auto reviews = std::ranges::find(section.kind->fields, &kinds::goal_review, &Field::record);
  const Piece& first = section.verdicts.front().line;
  key(reviews->name, first);
  const std::uint32_t list = open(Node::Kind::list, first.line, first.span);
  for (const Verdict& verdict : section.verdicts) {
    const std::uint32_t map = open(Node::Kind::map, verdict.line.line, verdict.line.span);
    const Piece* const parts[] = {&verdict.date, &verdict.party, &verdict.verdict, &verdict.note};
    // The fields of a verdict stand in the table in the order of the line.
    for (std::size_t i = 0; i < std::size(parts); ++i) {
      if (parts[i]->text.empty()) continue;
      key(kinds::goal_review.fields[i].name, *parts[i]);
      scalar(*parts[i], kinds::goal_review.fields[i].shape == Shape::text);
    }
    close(map, verdict.line.span.end);
  }
  close(list, section.verdicts.back().line.span.end);
}

void SectionWriter::write_hidden(const Section& section) {
  const auto field = std::ranges::find(section.kind->fields, Shape::private_text, &Field::shape);
  if (field == section.kind->fields.end()) return;
  Piece all = section.hidden.front();
  std::string joined;
  for (const Piece& hidden : section.hidden) joined.append(joined.empty() ? "" : "\n").append(trim_lines(hidden.text));
  std::erase(joined, '\r');
  all.text = tree_.keep(std::move(joined));
  key(field->name, all);
  scalar(all, true);
}

}  // namespace mentor::markdown
