// What single lines of notes say: captions, actions, the next meeting, rows of tables.
#include <algorithm>

#include "journal/bind.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/markdown_words.hpp"
#include "journal/notes_scan.hpp"
#include "journal/vocabulary.hpp"

namespace mentor::markdown {
namespace {

bool is_bold(std::string_view words) { return words.size() > 4 && words.starts_with("**") && (words.ends_with("**") || words.ends_with("**:")); }

/// A caption stands alone: with a colon or in bold, or on a short line of its own.
bool stands_alone(std::string_view words, bool after_blank) { return words.ends_with(':') || is_bold(words) || (after_blank && words.size() <= 40); }

/// `Plan: ...` and `This week: ...` begin sentences too often to be an action on one line.
bool may_stand_on_one_line(std::string_view name) {
  std::string folded;
  notes::fold(name, folded);
  return folded.find("plan") == std::string::npos && folded.find("week") == std::string::npos;
}

}  // namespace

// ------------------------------------------------------------------ text

bool Reader::note_text(const Line& line) {
  if (line.words[0] == '|') return note_row(line);
  note_.in_table = false;
  if (note_awaited(line)) return true;
  if (!is_meeting_open() && !at_home_) return plan_ != nullptr;
  const bool is_detail = line.indent > task_indent_ && task_indent_ >= 0;
  if (is_detail) return false;
  if (note_caption(line, line.words, -1)) return true;
  // `x 2026-01-02 ...` of todo.txt, `☑ ...`
  if (line.words[0] != '[' && notes::begins_with_box(line.words) && note_action(line, line.words)) return true;
  if (plan_ == nullptr && notes::may_announce(line.words)) {
    Label label;
    const bool is_label = here().labels != nullptr && read_label(line.words, label) && find_label(*here().labels, label.name).field != nullptr;
    if (is_label) return false;
  }
  if (note_next(line, line.words)) return true;
  note_pause(line);
  std::string_view name, value;
  const bool is_other_caption = (is_bold(line.words) || line.words.ends_with(':')) && notes::split_label(line.words, name, value) && value.empty();
  if (note_.gathers && (is_other_caption || is_bold(line.words))) {
    const Party owner = notes::whose(notes::plain(line.words), note_.context);
    if (owner == Party::unset) stop_gathering();
    note_.context.owner = owner;
  } else if (note_.gathers && note_.caption_level == 0 && line.indent == 0) {
    stop_gathering();
  }
  understand(line.number, LineMeaning::text, "");
  return false;
}

/// A caption above actions, or one with its action on the same line.
bool Reader::note_caption(const Line& line, std::string_view words, std::int64_t indent) {
  std::string_view name, value;
  const bool is_label = notes::split_label(words, name, value);
  const bool is_caption = is_label ? notes::gathers_actions(name) && (value.empty() || may_stand_on_one_line(name))
                                   : stands_alone(words, after_blank_ || indent >= 0) && notes::gathers_actions(words);
  if (!is_caption) return false;
  end_value();
  stop_gathering();
  note_.gathers = true;
  note_.caption_indent = indent;
  task_indent_ = -1;
  after_blank_ = false;
  here().end = line.span.end;
  understand(line.number, LineMeaning::caption, "label");
  if (is_label && !value.empty()) {
    note_.gathers = false;
    note_action(line, value);
    note_.gathers = true;
    task_indent_ = -1;
  }
  return true;
}

// ------------------------------------------------------------------ list items

bool Reader::note_item(const Line& line) {
  note_.in_table = false;
  if (line.words.empty()) return false;
  if (note_awaited(line)) return true;
  if (!is_meeting_open() && !at_home_) return plan_ != nullptr;
  const bool is_detail = line.indent > task_indent_ && task_indent_ >= 0;
  if (is_detail) {
    understand(line.number, LineMeaning::text, "detail of the action above");
    return false;
  }
  if (note_.caption_indent >= 0 && line.indent <= note_.caption_indent) stop_gathering();
  if (note_.owner_indent >= 0 && line.indent <= note_.owner_indent) {
    note_.owner_indent = -1;
    note_.context.owner = Party::unset;
  }
  // the journal's own spelling of a task is left to the strict reader
  if (plan_ == nullptr && notes::is_plain_task(line.words)) return false;
  const bool has_box = notes::begins_with_box(line.words);
  if (!has_box) {
    if (note_caption(line, line.words, line.indent)) return true;
    if (note_next(line, line.words)) return true;
    note_pause(line);
  }
  if ((has_box || note_.gathers) && note_action(line, line.words)) return true;
  understand(line.number, LineMeaning::text, "");
  return false;
}

bool Reader::note_action(const Line& line, std::string_view words) {
  Section& section = here();
  if (section.kind != &kinds::meeting && !at_home_) return false;
  end_value();
  listing_ = nullptr;
  const Party above = note_.context.owner;
  notes::NoteAction action;
  after_blank_ = false;
  section.end = line.span.end;
  if (!notes::read_action(writer_.piece(line, words), note_.context, tree_, action)) {
    // a name alone heads the items below it; a placeholder says nothing
    if (note_.context.owner != above) {
      note_.owner_indent = line.kind == LineKind::item ? static_cast<std::int64_t>(line.indent) : -1;
      understand(line.number, LineMeaning::caption, "owner", {{"owner", std::string(word(note_.context.owner))}});
    } else {
      task_indent_ = line.indent;
      understand(line.number, LineMeaning::skipped, "placeholder");
    }
    return true;
  }
  task_indent_ = line.indent;
  const bool is_spelled_open = plan_ == nullptr && line.kind == LineKind::item && notes::begins_with_box(line.words);
  if (action.done.text.empty() && action.state.empty() && !is_spelled_open && !notes_->ticks->any()) action.state = word(ActionState::unknown);
  if (notes_->understood != nullptr) {
    std::vector<UnderstoodValue> values = {{"action", std::string(action.text.text)},
                                           {"owner", action.owner.text.empty() ? "mentee (nobody is named)" : std::string(action.owner.text)},
                                           {"due", action.due.text.empty() ? "next meeting" : std::string(action.due.text)},
                                           {"state", action.done.text.empty() ? action.state.empty() ? "open" : std::string(action.state) : "done"}};
    if (!action.done.text.empty() && action.done.text != "yes") values.push_back({"done", std::string(action.done.text)});
    understand(line.number, LineMeaning::action, line.kind == LineKind::item ? "list item" : "line", std::move(values));
  }
  section.actions.push_back(action);
  return true;
}

// ------------------------------------------------------------------ the next meeting

bool Reader::note_next(const Line& line, std::string_view words) {
  if (!notes::may_announce(words)) return false;
  std::size_t skipped = 0;
  while (skipped < words.size() && (std::string_view("*_[#").find(words[skipped]) != std::string_view::npos || is_blank(words[skipped]))) ++skipped;
  while (skipped < words.size() && static_cast<unsigned char>(words[skipped]) >= 0xF0) skipped += 4;
  words = trim(words.substr(std::min(skipped, words.size())));
  const std::size_t bytes = notes::next_label_at(words);
  if (bytes == 0) return false;
  std::string_view value = words.substr(bytes);
  while (!value.empty() && (std::string_view("*_:=|(]").find(value[0]) != std::string_view::npos || is_blank(value[0]) || dash_at(value) != 0))
    value.remove_prefix(std::max<std::size_t>(1, dash_at(value)));
  value = trim(value);
  if (value.empty() && line.kind == LineKind::heading) {
    note_.awaits_next = true;
    return true;
  }
  return take_next(line, value);
}

/// The value of a label for the next meeting; false when it is only text.
bool Reader::take_next(const Line& line, std::string_view value) {
  static const Field* const kNext = kinds::meeting.find("next");
  Section& section = outer_;
  if (section.kind != &kinds::meeting || section.find({kNext, nullptr, {}}) != nullptr) return false;
  const auto say_next = [&](std::string_view day, std::string_view shown) {
    end_value();
    const Piece at = writer_.piece(line, value.empty() ? line.words : value);
    section.entries.push_back({{kNext, nullptr, {}}, at, {day, at.span, at.line}});
    section.end = std::max(section.end, line.span.end);
    after_blank_ = false;
    understand(line.number, LineMeaning::next_meeting, "label", {{"next", std::string(shown)}});
    return true;
  };
  if (value.empty()) note_.awaits_next = true;
  if (notes::is_not_agreed(value)) return say_next("none", "not agreed");
  const notes::DateToken token = notes::find_date(value, 0, notes::Where::line, true);
  Date day = token ? notes::day_meant(token, note_.context) : Date{};
  if (!token && note_.context.meeting) {
    const std::size_t bytes = notes::letters_at(value.substr(0, 24));
    const int named = bytes == 0 ? -1 : notes::weekday_named(value.substr(0, bytes));
    const int ahead = named < 0 ? 0 : (named - notes::weekday_of(note_.context.meeting) + 7) % 7;
    if (named >= 0) day = note_.context.meeting + (ahead == 0 ? 7 : ahead);
  }
  if (!day || (note_.context.meeting && day <= note_.context.meeting)) return false;
  std::string spelled = iso(day);
  for (std::size_t at = token.end; at + 4 <= value.size(); ++at)
    if (const std::size_t time = is_digit(value[at]) && !is_digit(value[at - 1]) ? time_at(value.substr(at)) : 0) {
      spelled.append(time == 4 ? " 0" : " ").append(value.substr(at, time));
      break;
    }
  const std::string_view kept = tree_.keep(std::move(spelled));
  return say_next(kept, kept);
}

/// The line below a lonely `Next meeting`.
bool Reader::note_awaited(const Line& line) {
  if (!note_.awaits_next) return false;
  note_.awaits_next = false;
  static const Field* const kNext = kinds::meeting.find("next");
  if (line.words.size() > 80 || !notes::find_date(line.words, 0, notes::Where::line, true)) return false;
  auto& entries = outer_.entries;
  const auto said = std::ranges::find_if(entries, [](const Entry& entry) { return entry.meant.field == kNext; });
  if (said != entries.end() && said->value.text == "none") entries.erase(said);
  return take_next(line, line.words);
}

// ------------------------------------------------------------------ tables

bool Reader::note_row(const Line& line) {
  end_value();
  notes::split_row(line.words, note_.cells);
  if (notes::is_delimiter_row(line.words)) return true;
  if (!note_.in_table) {
    note_.in_table = true;
    note_.columns.clear();
    for (const std::string_view cell : note_.cells) note_.columns.push_back(notes::column_named(cell));
    const bool is_head = std::ranges::count(note_.columns, notes::Column::other) < static_cast<std::ptrdiff_t>(note_.columns.size());
    if (is_head && note_.cells.size() > 1 && std::ranges::find(note_.columns, notes::Column::task) != note_.columns.end()) {
      understand(line.number, LineMeaning::caption, "table");
      return true;
    }
  }
  if (!is_meeting_open()) return plan_ != nullptr && !at_home_;
  if (note_.cells.size() == 2 && note_next(line, line.words)) return true;
  const bool is_action = std::ranges::find(note_.columns, notes::Column::task) != note_.columns.end();
  if (is_action)
    note_action_row(line);
  else
    here().free.add(line);
  return true;
}

void Reader::note_action_row(const Line& line) {
  using notes::Column;
  notes::NoteAction action;
  notes::ActionContext context = note_.context;
  bool found = false;
  for (std::size_t i = 0; i < std::min(note_.cells.size(), note_.columns.size()); ++i)
    if (note_.columns[i] == Column::task && !found) found = notes::read_action(writer_.piece(line, note_.cells[i]), context, tree_, action);
  if (!found) {
    understand(line.number, LineMeaning::skipped, "placeholder");
    return;
  }
  for (std::size_t i = 0; i < std::min(note_.cells.size(), note_.columns.size()); ++i) {
    const std::string_view cell = note_.cells[i];
    const Piece piece = writer_.piece(line, cell);
    const notes::DateToken token = notes::find_date(cell, 0, notes::Where::line, true);
    const Date day = token ? notes::day_meant(token, note_.context) : Date{};
    if (note_.columns[i] == Column::owner) {
      if (const Party party = notes::whose(notes::plain(cell), note_.context); party != Party::unset) action.owner = {word(party), piece.span, piece.line};
    } else if (note_.columns[i] == Column::due && day) {
      action.due = {tree_.keep(iso(day)), piece.span, piece.line};
    } else if (note_.columns[i] == Column::done) {
      std::string said;
      notes::fold(notes::plain(cell), said);
      std::string_view box = cell;
      const bool is_done = said == "done" || said == "yes" || said == "y" || said == "x" || said == "complete" || said == "completed" || said == "closed" ||
                           said == "finished" || notes::take_box(box) == notes::Box::ticked;
      if (day)
        action.done = {tree_.keep(iso(day)), piece.span, piece.line};
      else if (is_done)
        action.done = {"yes", piece.span, piece.line};
    }
  }
  if (action.done.text.empty() && action.state.empty() && !notes_->ticks->any()) action.state = word(ActionState::unknown);
  understand(line.number, LineMeaning::action, "table",
             {{"action", std::string(action.text.text)},
              {"owner", action.owner.text.empty() ? "mentee (nobody is named)" : std::string(action.owner.text)},
              {"due", action.due.text.empty() ? "next meeting" : std::string(action.due.text)},
              {"state", !action.done.text.empty() ? "done"
                        : action.state.empty()    ? "open"
                                                  : std::string(action.state)}});
  here().end = line.span.end;
  here().actions.push_back(action);
}

/// A row of a logbook: a meeting of its own.
void Reader::begin_row(const Line& line, const notes::PlannedLine& planned) {
  const std::vector<notes::Column> columns = note_.columns;
  begin_meeting(line, planned);
  note_.in_table = true;
  notes::split_row(line.words, note_.cells);
  for (std::size_t i = 0; i < note_.cells.size(); ++i) {
    const notes::Column column = i < columns.size() ? columns[i] : notes::Column::other;
    std::string_view cell = note_.cells[i];
    if (column == notes::Column::date || cell.empty()) continue;
    if (column == notes::Column::next && take_next(line, cell)) continue;
    if (column == notes::Column::task) {
      while (!cell.empty()) {
        const std::size_t end = std::min({cell.find("<br"), cell.find(';'), cell.size()});
        if (!trim(cell.substr(0, end)).empty()) note_action(line, trim(cell.substr(0, end)));
        const std::size_t close = end < cell.size() && cell[end] == '<' ? cell.find('>', end) : end;
        cell = close == std::string_view::npos || close >= cell.size() ? std::string_view{} : cell.substr(close + 1);
      }
      task_indent_ = -1;
      continue;
    }
    if (notes::is_only_a_date(cell)) continue;
    Line part = line;
    part.text = part.words = cell;
    outer_.free.add(part);
  }
}

}  // namespace mentor::markdown
