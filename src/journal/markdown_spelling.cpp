#include "journal/markdown_spelling.hpp"

#include <algorithm>
#include <array>

#include "journal/markdown_labels.hpp"
#include "journal/markdown_lines.hpp"
#include "journal/markdown_task.hpp"
#include "journal/markdown_words.hpp"
#include "journal/parse.hpp"
#include "journal/refusal.hpp"
#include "journal/same_model.hpp"
#include "journal/settle.hpp"
#include "journal/values.hpp"
#include "journal/yaml_spelling.hpp"

namespace mentor::markdown {
namespace {

bool has_lines(std::string_view text) { return text.find('\n') != std::string_view::npos; }

std::string capital(std::string_view name) {
  std::string out(name);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

/// `agenda-by` as a label has it.
std::string label_of(std::string_view name) {
  std::string out = capital(name);
  std::ranges::replace(out, '-', ' ');
  return out;
}

std::string line(const std::string& name, std::string_view words) { return name + ":" + (words.empty() ? "" : " ") + indented(words); }

/// Whether a list can stand in one line, parted by commas.
bool fits_commas(const std::vector<std::string>& list) {
  return std::ranges::none_of(list, [](const std::string& item) {
    return item.empty() || item.find_first_of(",\n") != std::string::npos || item[0] == '[' || item[0] == '{' || item.front() == ' ' || item.back() == ' ';
  });
}

/// Whether `key` is what the label made of it is read as.
bool is_label_of(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || is_digit(c); }) && is_letter(key[0]);
}

std::string in_brackets(const NewValue& value) { return label_of(value.field->name) + ": " + yaml::flow(value, {}); }

std::string spell_pairs(const NewValue& value) {
  const bool is_items = value.field->shape == Shape::items;
  if (is_items && !std::ranges::all_of(value.pairs, [](const auto& pair) { return is_label_of(pair.first); })) return in_brackets(value);
  if (!is_items && value.field->shape != Shape::party_texts) {
    std::string words;
    for (const auto& [party, number] : value.pairs) words.append(words.empty() ? "" : ", ").append(party).append(" ").append(number);
    return line(label_of(value.field->name), words);
  }
  std::string out;
  for (const auto& [key, words] : value.pairs)
    out.append(out.empty() ? "" : "\n").append(line(is_items ? label_of(key) : label_of(value.field->name) + " " + key, words));
  return out;
}

/// The parts of a record, each with the record's name before it.
std::string spell_parts(const NewValue& value) {
  std::string out;
  for (const NewValue& part : value.records[0].values) {
    if (part.scalar.empty()) return in_brackets(value);
    out.append(out.empty() ? "" : "\n").append(line(label_of(value.field->name) + " " + std::string(part.field->name), part.scalar));
  }
  return out;
}

std::string spell_feedback(const NewValue& value) {
  std::string out;
  for (const NewRecord& record : value.records) {
    const NewValue* const from = record.find("from");
    const NewValue* const text = record.find("text");
    if (text == nullptr) return in_brackets(value);
    out.append(out.empty() ? "" : "\n").append(line(label_of(value.field->name) + (from == nullptr ? "" : " from " + from->scalar), text->scalar));
  }
  return out;
}

std::string spell_items(const NewValue& value, const People& people) {
  std::string out;
  for (const NewRecord& record : value.records) {
    const std::string words = record.kind == &kinds::action ? spell_task(record, people) : spell_verdict(record);
    if (words.empty()) return in_brackets(value);
    out.append(out.empty() ? "- " : "\n- ").append(words);
  }
  return out;
}

/// The first name of a party, where that is enough to know them.
std::string called(Party party, const People& people) {
  const Text name = party == Party::mentor ? people.mentor.name : party == Party::mentee ? people.mentee.name : Text{};
  const std::string_view first = name.raw().substr(0, name.raw().find(' '));
  const bool is_known = !first.empty() && people.find(first) == party && first.find_first_of(":,.;([\"") == std::string_view::npos;
  return is_known ? std::string(first) : capital(word(party));
}

// ------------------------------------------------------------------ headings

/// Puts together a heading, and takes what it says out of the record.
class HeadingSpeller {
 public:
  HeadingSpeller(NewRecord& rest, bool with_text) : rest_(rest), kind_(*rest.kind), with_text_(with_text) {}

  std::string spell() {
    if (&kind_ == &kinds::goal) return goal();
    if (&kind_ == &kinds::meeting) return meeting();
    return other();
  }

 private:
  /// The words of a field, which are then said; empty when there are none.
  std::string take(std::string_view name) {
    const Field* const field = kind_.find(name);
    const NewValue* const said = field == nullptr ? nullptr : rest_.find(name);
    if (said == nullptr || said->scalar.empty() || has_lines(said->scalar)) return {};
    NewValue value;
    rest_.take(name, value);
    return value.scalar;
  }
  void put(std::string_view before, std::string_view name, std::string_view behind = {}) {
    const std::string words = take(name);
    if (!words.empty()) out_.append(before).append(words).append(behind);
  }

  std::string goal() {
    out_ = "Goal";
    if (with_text_) {
      put(": ", "title");
      if (out_.size() > 4) put(" (", "id", ")");
    }
    return out_;
  }

  std::string meeting() {
    out_ = take("date");
    const NewValue* const status = rest_.find("status");
    const bool is_held = status == nullptr || status->scalar == word(Status::held);
    put(" ", "status");
    if (is_held && status != nullptr) put(" ", "minutes", " min");
    if (status == nullptr) return out_;
    const bool is_missed = out_.ends_with(word(Status::no_show));
    put(" to ", "to");
    put(is_missed ? " " : " by ", "by");
    if (!is_held) put(", ", "notice", " before");
    return out_;
  }

  /// The day that stands in a heading, of the record or of the part that holds it.
  std::string day() {
    const std::string_view path = kind_.heading_date;
    const std::size_t blank = path.find(' ');
    if (blank == std::string_view::npos) return take(path);
    const std::string_view outer = path.substr(0, blank);
    NewValue day;
    if (rest_.find(outer) == nullptr || !rest_.value(outer).records[0].take(path.substr(blank + 1), day)) return {};
    if (NewValue emptied; rest_.value(outer).records[0].values.empty()) rest_.take(outer, emptied);
    return day.scalar;
  }

  std::string days() {
    std::string date = day();
    const Field* const to = kind_.find("to");
    if (date.empty() || to == nullptr || to->shape != Shape::date) return date;
    const std::string until = take("to");
    return until.empty() ? date : date + " to " + until;
  }

  std::string other() {
    const bool is_date_first = kind_.markdown.starts_with("## 2");
    const std::string date = days();
    if (is_date_first && !date.empty())
      out_ = date + " " + std::string(kind_.heading);
    else
      out_ = capital(kind_.heading) + (date.empty() ? "" : " " + date);
    if (kind_.find("from") != nullptr && kind_.find("from")->shape == Shape::party) put(" from ", "from");
    if (const Field* until = kind_.find("until"); until != nullptr && until->shape == Shape::date) put(" until ", "until");
    put(", answered ", "answered");
    if (with_text_ && !kind_.free_text.empty()) put(": ", kind_.free_text);
    return out_;
  }

  NewRecord& rest_;
  const Kind& kind_;
  bool with_text_;
  std::string out_;
};

// ------------------------------------------------------------------ sections

/// In which of several ways a section is put down.
struct Manner {
  bool text_in_heading = true, text_stands_free = true, items_as_labels = true;
};

class SectionSpeller {
 public:
  SectionSpeller(const NewRecord& record, std::size_t level, const People& people, Manner manner)
      : rest_(record), level_(level), people_(people), manner_(manner) {}

  std::string spell() {
    out_ = std::string(level_, '#') + " " + HeadingSpeller(rest_, manner_.text_in_heading).spell();
    const Kind& kind = *rest_.kind;
    std::string labels, text, lists, last;
    const auto add = [](std::string& to, const std::string& words) { to.append(to.empty() ? "" : "\n").append(words); };
    for (const NewValue& value : rest_.values) {
      const Field& field = *value.field;
      if (field.name == kind.free_text && field.shape == Shape::text && manner_.text_stands_free)
        text = value.scalar;
      else if (field.record == &kinds::action || field.record == &kinds::goal_review)
        add(lists, value.records.empty() ? in_brackets(value) : spell_items(value, people_));
      else if (field.record == &kinds::feedback || field.shape == Shape::next)
        add(last, spell_label(value));
      else
        add(labels, !manner_.items_as_labels && field.shape == Shape::items ? in_brackets(value) : spell_label(value));
    }
    for (const std::string* part : {&labels, &text, &lists, &last})
      if (!part->empty()) out_.append("\n\n").append(*part);
    return out_;
  }

 private:
  NewRecord rest_;
  std::size_t level_;
  const People& people_;
  Manner manner_;
  std::string out_;
};

/// What is read back of a section: the field that says something else, or null.
class ReadBack {
 public:
  ReadBack(const NewRecord& record, const People& people) : people_(people), wish_(add_record(record)), wanted_(wish_, people, {}, problems_) {
    front_ = "---\nmentor: " + yaml::scalar(people.mentor.name.raw()) + "\nmentee: " + yaml::scalar(people.mentee.name.raw()) + "\n---\n\n";
  }

  bool says_the_same(const std::string& section) {
    different_ = nullptr;
    const Source source{"entry.md", front_ + section + "\n"};
    Tree tree;
    Problems problems;
    Relationship now;
    read_source(source, MarkdownRole::relationship, tree, problems);
    if (tree.empty()) return false;
    Binder(source, 0, tree, people_, problems).bind(0, kinds::relationship, now);
    Problems of_order;
    settle(now, {}, {&source, 1}, of_order);
    Relationship before;
    before.place = now.place;
    before.mentor = now.mentor;
    before.mentee = now.mentee;
    different_ = difference(before, now, wish_, wanted_.record());
    return different_ == nullptr && problems.empty();
  }
  const Field* different() const { return different_; }

 private:
  const People& people_;
  Problems problems_;
  Wish wish_;
  Wanted wanted_;
  std::string front_;
  const Field* different_ = nullptr;
};

/// The first line of any text in the record that Markdown takes for something else.
[[noreturn]] void refuse(const NewRecord& record, const Field* different) {
  for (const NewValue& value : record.values) {
    for (std::string_view rest = value.scalar; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (const std::string_view as = read_as(rest.substr(0, end)); !as.empty())
        throw NotEdited{say("`{}` would be read as {}, not as text of `{}`", Text{rest.substr(0, end)}, as, value.field->name),
                        say("begin the line with other words, or keep this relationship in YAML")};
      rest = rest.substr(std::min(end + 1, rest.size()));
    }
  }
  throw NotEdited{say("Markdown has no way to say this so that `{}` reads the same again", different == nullptr ? std::string_view("it") : different->name),
                  say("leave out unusual signs, blank lines in a row or blanks at the ends of lines")};
}

}  // namespace

std::string indented(std::string_view text) {
  std::string out;
  for (const char c : text) out.append(c == '\n' ? "\n  " : std::string(1, c));
  return out;
}

std::string_view read_as(std::string_view text) {
  Source source{"line.md", std::string(text)};
  Tree tree;
  Problems problems;
  Lines lines(source, 0, 1, tree, problems);
  Line one;
  if (text.find("<!--") != std::string_view::npos) return "a comment";
  if (!lines.next(one)) return {};
  Label label;
  switch (one.kind) {
    case LineKind::heading:
      return "a heading";
    case LineKind::code:
      return "the start of a code block";
    case LineKind::rule:
      return "a line across the page";
    case LineKind::item:
      return is_task(one.words) ? "a task" : "";
    case LineKind::text:
      return read_label(one.words, label) ? "a key" : text.ends_with('\\') ? "a line that goes on" : "";
    default:
      return {};
  }
}

std::string spell_label(const NewValue& value) {
  const std::string name = label_of(value.field->name);
  if (!value.scalar.empty()) return line(name, value.scalar);
  if (!value.pairs.empty()) return spell_pairs(value);
  if (!value.list.empty())
    return fits_commas(value.list) ? line(name,
                                          [&] {
                                            std::string words;
                                            for (const std::string& item : value.list) words.append(words.empty() ? "" : ", ").append(item);
                                            return words;
                                          }())
                                   : in_brackets(value);
  if (value.field->shape == Shape::record) return spell_parts(value);
  if (value.records.empty()) return value.field->mark_recorded != nullptr ? name + ": none" : name + ": []";
  return value.field->record == &kinds::feedback ? spell_feedback(value) : in_brackets(value);
}

std::string spell_task(const NewRecord& action, const People& people) {
  NewRecord rest = action;
  NewValue value;
  std::string box = " ", owner, text, said;
  if (rest.take("owner", value)) owner = value.scalar;
  for (const Party party : {Party::mentor, Party::mentee, Party::both})
    if (rest.take(word(party), value)) {
      owner = word(party);
      text = value.scalar;
    }
  if (rest.take("text", value)) text = value.scalar;
  for (const Party party : {Party::mentor, Party::mentee, Party::both})
    if (equal_ignoring_case(owner, word(party))) owner = called(party, people);
  if (const NewValue* const state = rest.find("state"); state != nullptr && state->scalar == word(ActionState::cancelled)) {
    box = "-";
    rest.take("state", value);
  } else if (const NewValue* const done = rest.find("done"); done != nullptr && done->scalar != "no") {
    box = "x";
    if (done->scalar == "yes") rest.take("done", value);
  }
  for (const NewValue& one : rest.values) said.append(" ").append(one.field->name).append(":").append(one.scalar);
  return "[" + box + "] " + (owner.empty() ? "" : owner + ": ") + text + said;
}

std::string spell_verdict(const NewRecord& review) {
  const NewValue* const date = review.find("date");
  const NewValue* const by = review.find("by");
  const NewValue* const verdict = review.find("verdict");
  const NewValue* const note = review.find("note");
  if (date == nullptr || by == nullptr || verdict == nullptr || (note != nullptr && has_lines(note->scalar))) return {};
  return date->scalar + " " + by->scalar + ": " + verdict->scalar + (note == nullptr ? "" : " -- " + note->scalar);
}

std::string spell_section(const NewRecord& record, std::size_t level, const People& people) {
  ReadBack reader(record, people);
  const Field* different = nullptr;
  for (const bool items_as_labels : {true, false})
    for (const bool text_stands_free : {true, false})
      for (const bool text_in_heading : {true, false}) {
        const std::string section = SectionSpeller(record, level, people, {text_in_heading, text_stands_free, items_as_labels}).spell();
        if (reader.says_the_same(section)) return section;
        if (different == nullptr) different = reader.different();
      }
  refuse(record, different);
}

}  // namespace mentor::markdown
