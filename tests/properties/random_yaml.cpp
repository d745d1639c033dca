// The YAML spelling of a made-up relationship.
#include <algorithm>

#include "random_journal.hpp"

namespace mentor::random_journal {
namespace {

/// Whether YAML reads the text as itself when nothing is put around it, in brackets too.
bool is_plain(std::string_view text) {
  const auto is_safe = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
      || std::string_view(" -/<>@.").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80; };
  if (text.empty() || text == "null" || text.front() == '-' || text.front() == '@' || text.front() == '>') return false;
  return std::ranges::all_of(text, is_safe);
}

std::string quoted(std::string_view text, Dice& dice) {
  const bool single = dice.chance(50) && text.find('\n') == std::string_view::npos;
  std::string out(1, single ? '\'' : '"');
  for (const char c : text) {
    if (single && c == '\'') out += "''";
    else if (!single && c == '\n') out += "\\n";
    else if (!single && (c == '"' || c == '\\')) out.append("\\").append(1, c);
    else out += c;
  }
  return out + out.front();
}

class YamlSpelling {
 public:
  explicit YamlSpelling(Dice& dice) : dice_(dice) {}

  std::string spell(const RandomRecord& record) {
    if (dice_.chance(20)) out_ += "---\n";
    write_record(record, 0, true);
    if (dice_.chance(10)) out_ += "...\n";
    return std::move(out_);
  }

 private:
  void nothing(std::size_t indent) {
    if (dice_.chance(5)) out_ += '\n';
    if (dice_.chance(5)) out_.append(indent, ' ').append("# mentor: nobody\n");
  }

  /// `first_indented`: whether the first key needs its indent, or stands behind a dash.
  void write_record(const RandomRecord& record, std::size_t indent, bool first_indented) {
    for (const RandomValue& value : record.values) {
      if (first_indented) {
        nothing(indent);
        out_.append(indent, ' ');
      }
      first_indented = true;
      out_.append(value.field->name).append(":");
      write_value(value, indent);
    }
  }

  void write_value(const RandomValue& value, std::size_t indent) {
    if (!value.scalar.empty()) return write_scalar(value.scalar, indent);
    if (dice_.chance(30) || (value.records.empty() && value.list.empty() && value.pairs.empty())) {
      out_.append(" ").append(flow_value(value, dice_)).append(dice_.chance(10) ? "  # here\n" : "\n");
      return;
    }
    out_ += '\n';
    const std::size_t deeper = indent + 2;
    for (const auto& [key, text] : value.pairs) {
      out_.append(deeper, ' ').append(key).append(":");
      write_scalar(text, deeper);
    }
    for (const std::string& item : value.list) {
      out_.append(deeper, ' ').append("-");
      write_scalar(item, deeper);
    }
    for (const RandomRecord& record : value.records) {
      nothing(deeper);
      if (value.field->shape == Shape::record) {
        write_record(record, deeper, true);
      } else {
        out_.append(deeper, ' ').append("- ");
        write_record(record, deeper + 2, false);
      }
    }
  }

  void write_scalar(std::string_view text, std::size_t indent) {
    const bool has_lines = text.find('\n') != std::string_view::npos;
    if (has_lines && dice_.chance(60)) {
      out_ += " |-\n";
      std::size_t at = 0;
      while (at <= text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) out_.append(indent + 2, ' ').append(text.substr(at, end - at));
        out_ += '\n';
        at = end + 1;
      }
      return;
    }
    out_.append(" ").append(is_plain(text) && dice_.chance(80) ? std::string(text) : quoted(text, dice_)).append("\n");
  }

  Dice& dice_;
  std::string out_;
};

}  // namespace

std::string flow_scalar(std::string_view text, Dice& dice) { return is_plain(text) && dice.chance(80) ? std::string(text) : quoted(text, dice); }

std::string flow_value(const RandomValue& value, Dice& dice) {
  if (!value.scalar.empty()) return flow_scalar(value.scalar, dice);
  std::string out;
  const auto add = [&](const std::string& item) { out.append(out.empty() ? "" : ", ").append(item); };
  for (const auto& [key, text] : value.pairs) add(key + ": " + flow_scalar(text, dice));
  for (const std::string& item : value.list) add(flow_scalar(item, dice));
  for (const RandomRecord& record : value.records) add(flow_record(record, dice));
  if (value.field->shape == Shape::record) return out;
  return value.pairs.empty() ? "[" + out + "]" : "{" + out + "}";
}

std::string flow_record(const RandomRecord& record, Dice& dice) {
  std::string out;
  for (const RandomValue& value : record.values) out.append(out.empty() ? "" : ", ").append(value.field->name).append(": ").append(flow_value(value, dice));
  return "{" + out + "}";
}

std::string spell_yaml(const RandomRecord& relationship, Dice& dice) { return YamlSpelling(dice).spell(relationship); }

}  // namespace mentor::random_journal
