// The Markdown spelling of a made-up relationship: headings, labels, tasks, lists and free text, as far as each can say the value; what
// none of them can say goes into brackets or into the front matter.
#include <fmt/core.h>

#include <algorithm>

#include "random_journal.hpp"

namespace mentor::random_journal {
namespace {

bool has_lines(std::string_view text) { return text.find('\n') != std::string_view::npos; }

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

class MarkdownSpelling {
 public:
  explicit MarkdownSpelling(Dice& dice) : dice_(dice) {}

  std::string spell(const RandomRecord& relationship) {
    RandomRecord front{relationship.kind, {}};
    std::vector<RandomValue> sections;
    for (const RandomValue& value : relationship.values) (has_section(value) ? sections : front.values).push_back(value);
    out_ = "---\n" + spell_front(front) + (dice_.chance(80) ? "---\n" : "...\n");
    nothing();
    if (dice_.chance(60)) out_ += "# Grace and Ada\n\n";
    for (const RandomValue& value : sections) {
      if (value.field->record == &kinds::action) {
        out_ += "\n## Actions\n";
        for (const RandomRecord& record : value.records) write_task(record);
        continue;
      }
      for (const RandomRecord& record : value.records) write_section(record);
    }
    return std::move(out_);
  }

 private:
  std::string spell_front(const RandomRecord& front) {
    std::string yaml = spell_yaml(front, dice_);
    if (yaml.starts_with("---\n")) yaml.erase(0, 4);
    if (yaml.ends_with("...\n")) yaml.erase(yaml.size() - 4);
    return yaml;
  }

  static bool has_section(const RandomValue& value) {
    return !value.records.empty() && (value.field->shape == Shape::records || value.field->shape == Shape::record || value.field->shape == Shape::cadence);
  }

  void nothing() {
    if (dice_.chance(10)) out_ += "\n";
    if (dice_.chance(5)) out_ += "<!-- Topics: nothing -->\n";
    if (dice_.chance(3)) out_ += "<!--\n## 2026-01-01 held\n-->\n";
  }

  // ---------------------------------------------------------------- headings

  void write_section(RandomRecord record) {
    const Kind& kind = *record.kind;
    nothing();
    out_ += "\n" + std::string(2 + dice_.roll(2), '#') + " ";
    // A section of another level must not become a part of the one before.
    const std::size_t marks = out_.rfind('#') - out_.rfind('\n');
    if (marks != 2) out_.replace(out_.rfind('\n') + 1, marks + 1, "## ");
    if (&kind == &kinds::goal) write_goal_heading(record);
    else if (&kind == &kinds::meeting) write_meeting_heading(record);
    else write_other_heading(record);
    if (dice_.chance(10)) out_ += " ##";
    if (dice_.chance(5)) out_ += " <!-- x -->";
    out_ += "\n";
    if (dice_.chance(70)) out_ += "\n";
    write_body(record);
  }

  void write_goal_heading(RandomRecord& record) {
    RandomValue value;
    out_ += dice_.chance(80) ? "Goal" : "goal";
    if (dice_.chance(30) && record.take("set", value)) out_ += " " + value.scalar;
    if (const RandomValue* title = record.find("title"); title == nullptr || !record.take("title", value)) return;
    out_ += (dice_.chance(80) ? ": " : " \u2013 ") + value.scalar;
    if (dice_.chance(80) && record.take("id", value)) out_ += " (" + value.scalar + ")";
  }

  void write_meeting_heading(RandomRecord& record) {
    RandomValue value;
    record.take("date", value);
    out_ += value.scalar + (dice_.chance(10) ? " 10:00" : "");
    if (dice_.chance(30)) return;
    RandomValue status;
    if (!record.take("status", status)) return;
    out_ += (dice_.chance(80) ? " " : " \u2014 ") + status.scalar;
    const bool held = status.scalar == "held";
    if (held && dice_.chance(60) && record.take("minutes", value)) out_ += " " + value.scalar + (dice_.chance(70) ? " min" : "");
    if (dice_.chance(60) && record.take("to", value)) out_ += " to " + value.scalar;
    if (dice_.chance(60) && record.take("by", value)) out_ += (status.scalar == "no-show" && dice_.chance(50) ? " " : " by ") + value.scalar;
    if (dice_.chance(60) && record.take("notice", value)) out_ += ", " + value.scalar + " before";
    if (dice_.chance(40) && record.take("booked", value)) out_ += ", booked " + value.scalar;
  }

  void write_other_heading(RandomRecord& record) {
    const Kind& kind = *record.kind;
    const std::string date = dice_.chance(70) ? take_heading_date(record) : "";
    std::string until;
    RandomValue value;
    const Field* to = kind.find("to");
    if (!date.empty() && to != nullptr && to->shape == Shape::date && record.take("to", value)) until = (dice_.chance(70) ? " to "
        : " \u2013 ") + value.scalar;
    const bool date_first = !date.empty() && dice_.chance(50);
    if (date_first) out_ += date + until + " " + std::string(kind.heading);
    else out_ += capital(std::string(kind.heading)) + (date.empty() ? "" : " " + date + until);
    for (const std::string_view party : {"from", "by", "who"}) {
      const RandomValue* said = record.find(party);
      if (said == nullptr || said->field->shape != Shape::party || !dice_.chance(50) || !record.take(party, value)) continue;
      out_ += fmt::format(" {} {}", dice_.chance(50) ? party : "by", value.scalar);
      break;
    }
    if (dice_.chance(50) && record.take("code", value)) out_ += " " + value.scalar;
    for (const std::string_view day : {"answered", "announced", "followed-up"}) {
      const RandomValue* said = record.find(day);
      if (said != nullptr && said->field->shape == Shape::date && dice_.chance(50) && record.take(day, value)) out_ += fmt::format(", {} {}", day,
          value.scalar);
    }
    if (const RandomValue* text = kind.free_text.empty() ? nullptr : record.find(kind.free_text); text != nullptr && fits_heading(*text)
        && dice_.chance(60)) {
      out_ += ": " + text->scalar;
      record.take(kind.free_text, value);
    }
  }

  static bool fits_heading(const RandomValue& value) { return !has_lines(value.scalar) && !value.scalar.ends_with('#'); }

  std::string take_heading_date(RandomRecord& record) {
    const std::string_view path = record.kind->heading_date;
    const std::size_t blank = path.find(' ');
    RandomValue value;
    if (blank == std::string_view::npos) return record.take(path, value) ? value.scalar : "";
    for (RandomValue& outer : record.values) {
      if (outer.field->name != path.substr(0, blank) || !outer.records[0].take(path.substr(blank + 1), value)) continue;
      // The rest of that record is said by labels, which can be joined to the heading.
      joined_ = outer.field;
      return value.scalar;
    }
    return "";
  }

  // ---------------------------------------------------------------- bodies

  void write_body(const RandomRecord& record) {
    const Kind& kind = *record.kind;
    std::vector<const RandomValue*> last;
    for (const RandomValue& value : record.values) {
      const bool is_free = value.field->name == kind.free_text && value.field->shape == Shape::text;
      if (is_free && (&kind == &kinds::meeting || has_lines(value.scalar) || dice_.chance(50))) {
        last.push_back(&value);
        continue;
      }
      write_field(kind, value);
      if (dice_.chance(5)) nothing();
    }
    joined_ = nullptr;
    for (const RandomValue* value : last) {
      // A text that a mark of Markdown opens must not stand at the start of a line.
      const bool is_sentence = value->scalar.starts_with("So ");
      if (is_sentence) out_ += "\n" + value->scalar + "\n\n";
      else write_label(name_of(*value->field), value->scalar);
    }
  }

  void write_field(const Kind& kind, const RandomValue& value) {
    const Field& field = *value.field;
    switch (field.shape) {
      case Shape::private_text:
        if (dice_.chance(60)) out_ += "<!-- private -->" + std::string(dice_.chance(50) ? "\n" : "") + value.scalar + "\n<!-- /private -->\n";
        else write_label("Private", value.scalar);
        return;
      case Shape::texts: case Shape::dates: case Shape::parties: case Shape::words: return write_list(value);
      case Shape::party_texts: case Shape::party_ratings: case Shape::party_ranks: return write_per_party(value);
      case Shape::items: return write_items(value);
      case Shape::record: return write_subrecord(value);
      case Shape::records: return write_records(kind, value);
      default: return write_label(name_of(field), value.scalar);
    }
  }

  /// `agenda-by` as a person writes it.
  std::string name_of(const Field& field) {
    std::string name(field.name);
    if (dice_.chance(80)) std::ranges::replace(name, '-', ' ');
    return dice_.chance(80) ? capital(name) : name;
  }

  void write_label(std::string name, std::string_view value) {
    const std::size_t form = dice_.roll(10);
    name = form == 0 ? "**" + name + ":** " : form == 1 ? "**" + name + "**: " : name + ": ";
    out_ += name;
    std::size_t at = 0;
    for (;;) {
      const std::size_t end = value.find('\n', at);
      out_ += value.substr(at, end - at);
      if (end == std::string_view::npos) break;
      out_ += dice_.chance(80) ? "\n  " : "\\\n";
      at = end + 1;
    }
    if (dice_.chance(5)) out_ += " <!-- said so -->";
    out_ += "\n";
  }

  void write_flow(const RandomValue& value) { out_ += name_of(*value.field) + ": " + (value.field->shape == Shape::record ? flow_record(value.records[0],
      dice_) : flow_value(value, dice_)) + "\n"; }

  void write_list(const RandomValue& value) {
    const bool has_comma = std::ranges::any_of(value.list, [](const std::string& item) { return item.find(',') != std::string::npos; });
    const bool is_odd = std::ranges::any_of(value.list, [](const std::string& item) { return item.starts_with('[') || item.starts_with('{')
        || item.starts_with("- "); });
    const std::size_t form = dice_.roll(3);
    if (form == 0 && !is_odd) {
      out_ += name_of(*value.field) + ":\n";
      for (const std::string& item : value.list) out_.append("- ").append(item).append("\n");
      out_ += "\n";
      return;
    }
    if (form == 1 || has_comma || is_odd) return write_flow(value);
    std::string joined;
    for (const std::string& item : value.list) joined.append(joined.empty() ? "" : ", ").append(item);
    write_label(name_of(*value.field), joined);
  }

  void write_per_party(const RandomValue& value) {
    const std::size_t form = dice_.roll(3);
    if (form == 0) return write_flow(value);
    if (form == 1 && value.field->shape != Shape::party_texts) {
      std::string joined;
      for (const auto& [party, number] : value.pairs) joined.append(joined.empty() ? "" : ", ").append(party).append(" ").append(number);
      return write_label(name_of(*value.field), joined);
    }
    for (const auto& [party, text] : value.pairs) write_label(name_of(*value.field) + (dice_.chance(50) ? " " : " of ") + party, text);
  }

  void write_items(const RandomValue& value) {
    for (const auto& [key, text] : value.pairs) {
      if (has_lines(text) || dice_.chance(50)) {
        std::string name = key;
        std::ranges::replace(name, '-', ' ');
        write_label(capital(name), text);
      } else {
        out_.append("- ").append(key).append(": ").append(text).append("\n");
      }
    }
  }

  void write_subrecord(const RandomValue& value) {
    const RandomRecord& record = value.records[0];
    if (value.field != joined_ && dice_.chance(30)) return write_flow(value);
    const RandomValue* date = record.find("date");
    const RandomValue* by = record.find("by");
    if (value.field != joined_ && date != nullptr && record.values.size() == (by == nullptr ? 1 : 2) && dice_.chance(60)) {
      return write_label(name_of(*value.field), date->scalar + (by == nullptr ? "" : " by " + by->scalar));
    }
    for (const RandomValue& part : record.values) write_label(name_of(*value.field) + " " + std::string(part.field->name), part.scalar);
  }

  void write_records(const Kind& kind, const RandomValue& value) {
    if (value.field->record == &kinds::action) {
      for (const RandomRecord& record : value.records) write_task(record);
    } else if (value.field->record == &kinds::feedback && !value.records.empty() && dice_.chance(80)) {
      for (const RandomRecord& record : value.records) write_feedback(record);
    } else if (&kind == &kinds::goal && dice_.chance(70) && std::ranges::all_of(value.records, is_verdict)) {
      for (const RandomRecord& record : value.records) write_verdict(record);
    } else if (value.records.empty() && dice_.chance(50)) {
      out_ += name_of(*value.field) + ": none\n";
    } else {
      write_flow(value);
    }
  }

  // ---------------------------------------------------------------- lines of their own

  void write_feedback(const RandomRecord& record) {
    const RandomValue* from = record.find("from");
    const RandomValue* text = record.find("text");
    write_label("Feedback" + (from == nullptr ? std::string() : (dice_.chance(70) ? " from " : " ") + from->scalar), text == nullptr ? std::string_view{}
        : text->scalar);
  }

  static bool is_verdict(const RandomRecord& record) { return record.find("date") != nullptr && record.find("by") != nullptr
      && record.find("verdict") != nullptr; }

  void write_verdict(const RandomRecord& record) {
    const RandomValue* note = record.find("note");
    out_ += fmt::format("- {} {}: {}", record.find("date")->scalar, record.find("by")->scalar, record.find("verdict")->scalar);
    if (note != nullptr) out_ += (dice_.chance(50) ? " -- " : " \u2014 ") + note->scalar;
    out_ += "\n";
  }

  void write_task(RandomRecord record) {
    RandomValue value;
    std::string box = " ", tokens;
    const RandomValue* const state = record.find("state");
    const RandomValue* const done = record.find("done");
    if (state != nullptr && state->scalar == "cancelled" && (done == nullptr || dice_.chance(50))) {
      box = "-";
      record.take("state", value);
    } else if (done != nullptr) {
      box = dice_.chance(70) ? "x" : "X";
      if (done->scalar == "yes" && dice_.chance(70)) record.take("done", value);
    }
    for (const std::string_view name : {"goal", "due", "state", "logged", "done", "date"}) {
      if (record.take(name, value)) tokens.append(" ").append(name).append(":").append(value.scalar);
    }
    static constexpr std::string_view kMarkers[] = {"- ", "* ", "+ ", "1. ", "2) "};
    const std::string owner = record.take("owner", value) ? value.scalar : "";
    const RandomValue& text = record.values.at(0);
    const std::string name = text.field->shape == Shape::owned_text ? std::string(text.field->name) : owner;
    const std::string called = name == "mentor" && dice_.chance(50) ? "Grace" : name == "mentee" && dice_.chance(50) ? "Ada Lovelace" : capital(name);
    out_.append(dice_.pick(kMarkers)).append("[").append(box).append("] ").append(called.empty() ? ""
        : called + ": ").append(text.scalar).append(tokens).append("\n");
  }

  Dice& dice_;
  std::string out_;
  /// The record whose date the heading says; its other parts are labels.
  const Field* joined_ = nullptr;
};

}  // namespace

std::string spell_markdown(const RandomRecord& relationship, Dice& dice) { return MarkdownSpelling(dice).spell(relationship); }

}  // namespace mentor::random_journal
