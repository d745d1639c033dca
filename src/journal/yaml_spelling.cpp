#include "journal/yaml_spelling.hpp"

#include <algorithm>
#include <array>

#include "journal/values.hpp"

namespace mentor::yaml {
namespace {

/// Words that some reader of YAML takes for a truth value or for nothing.
constexpr std::array<std::string_view, 9> kReserved = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Whether no sign in it means anything, in brackets or without.
bool has_plain_bytes(std::string_view text, std::string_view also) {
  return std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || is_beyond_ascii(c) || std::string_view(" -_.;/()'+&@<>=$%").find(c) != std::string_view::npos ||
           also.find(c) != std::string_view::npos;
  });
}

bool is_plain_text(std::string_view text, std::string_view also) {
  if (text.empty() || text.back() == ' ' || !(is_letter(text.front()) || is_beyond_ascii(text.front()))) return false;
  if (std::ranges::any_of(kReserved, [&](std::string_view word) { return equal_ignoring_case(text, word); })) return false;
  return has_plain_bytes(text, also);
}

/// Days, numbers and words of the vocabulary are read by us alone, and as text: they need no quotes.
bool is_plain_word(std::string_view text) {
  if (text.empty() || text.back() == ' ' || text.back() == ':') return false;
  const bool opens = is_letter(text.front()) || (text.front() >= '0' && text.front() <= '9') || text.front() == '/';
  return opens && !equal_ignoring_case(text, "null") && has_plain_bytes(text, ":") && text.find(": ") == std::string_view::npos;
}

bool is_free_text(const Field& field) {
  switch (field.shape) {
    case Shape::text:
    case Shape::private_text:
    case Shape::owned_text:
    case Shape::texts:
    case Shape::person:
    case Shape::party_texts:
    case Shape::items:
      return true;
    default:
      return false;
  }
}

std::string quoted(std::string_view text, char quote) {
  if (quote == '\'' && text.find('\n') == std::string_view::npos && text.find('\t') == std::string_view::npos) {
    std::string out = "'";
    for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
  }
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "\"";
}

std::string spelled(std::string_view text, bool is_free, const Style& style) {
  return !is_free && is_plain_word(text) ? std::string(text) : scalar(text, style.quote);
}

/// Whether the lines can stand below `|-` just as they are.
bool fits_block(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || text.front() == ' ' || text.front() == '\n' || text.front() == '\t' || text.back() == '\n') return false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (!line.empty() && (line.front() == '\t' || line.find_first_not_of(' ') == std::string_view::npos)) return false;
    at = end + 1;
  }
  return true;
}

std::string block_lines(std::string_view text, std::size_t column) {
  std::string out = " |-";
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += '\n';
    if (end > at) out.append(column, ' ').append(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool has_lines(const NewValue& value) {
  const auto is_long = [](std::string_view text) { return text.find('\n') != std::string_view::npos; };
  return is_long(value.scalar) || std::ranges::any_of(value.list, is_long) ||
         std::ranges::any_of(value.pairs, [&](const auto& pair) { return is_long(pair.second); }) ||
         std::ranges::any_of(value.records, [](const NewRecord& record) { return std::ranges::any_of(record.values, has_lines); });
}

std::string text_block(std::string_view text, bool is_free, std::size_t column, const Style& style) {
  if (fits_block(text)) return block_lines(text, column + style.map_indent);
  return " " + (is_free && text.find('\n') == std::string_view::npos ? lone_scalar(text, style.quote) : spelled(text, is_free, style));
}

std::string joined(const std::vector<std::string>& parts, char open, char close) {
  std::string out(1, open);
  for (const std::string& part : parts) out.append(out.size() == 1 ? "" : ", ").append(part);
  return out + close;
}

/// A key of the user's own.
std::string key(std::string_view name) { return is_plain_text(name, "") && name.find(' ') == std::string_view::npos ? std::string(name) : quoted(name, '"'); }

}  // namespace

std::string scalar(std::string_view text, char quote) { return is_plain_text(text, "") ? std::string(text) : quoted(text, quote); }

std::string lone_scalar(std::string_view text, char quote) {
  // by itself a value may hold signs of brackets, and a colon that no blank follows
  const bool is_free_of_marks = text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos && !text.ends_with(':');
  return is_free_of_marks && is_plain_text(text, ",:#!?[]{}*\"") ? std::string(text) : quoted(text, quote);
}

std::string flow(const NewValue& value, const Style& style) {
  const bool is_free = is_free_text(*value.field);
  if (!value.scalar.empty()) return spelled(value.scalar, is_free, style);
  if (value.field->shape == Shape::record) return flow(value.records[0], style);
  std::vector<std::string> parts;
  for (const std::string& item : value.list) parts.push_back(spelled(item, is_free, style));
  for (const auto& [name, text] : value.pairs) parts.push_back(key(name) + ": " + spelled(text, is_free, style));
  for (const NewRecord& record : value.records) parts.push_back(flow(record, style));
  return value.pairs.empty() ? joined(parts, '[', ']') : joined(parts, '{', '}');
}

std::string flow(const NewRecord& record, const Style& style) {
  std::vector<std::string> parts;
  for (const NewValue& value : record.values) parts.push_back(std::string(value.field->name) + ": " + flow(value, style));
  return joined(parts, '{', '}');
}

bool fits_flow(const NewRecord& record, const Style& style, std::size_t most) {
  const bool holds_records =
      std::ranges::any_of(record.values, [](const NewValue& value) { return value.field->shape == Shape::records && !value.records.empty(); });
  return !holds_records && std::ranges::none_of(record.values, has_lines) && flow(record, style).size() <= most;
}

std::string items(const std::vector<NewRecord>& records, std::size_t column, const Style& style) {
  std::string out;
  for (const NewRecord& record : records) {
    out.append("\n").append(column, ' ').append("-").append(style.dash_width - 1, ' ');
    const bool is_short = fits_flow(record, style, kLongestFlow - std::min(kLongestFlow, column));
    out += is_short ? flow(record, style) : block(record, column + style.dash_width, style);
  }
  return out;
}

std::string block(const NewValue& value, std::size_t column, const Style& style) {
  const bool is_free = is_free_text(*value.field);
  if (!value.scalar.empty()) return text_block(value.scalar, is_free, column, style);
  const bool is_list_of_records = value.field->shape != Shape::record && !value.records.empty();
  if (!is_list_of_records && !has_lines(value)) {
    const std::string line = flow(value, style);
    if (column + value.field->name.size() + 2 + line.size() <= kLongestFlow) return " " + line;
  }
  if (is_list_of_records) return items(value.records, column + style.list_indent, style);
  std::string out;
  const std::size_t inner = column + style.map_indent;
  if (value.field->shape == Shape::record) return out.append("\n").append(inner, ' ').append(block(value.records[0], inner, style));
  for (const auto& [name, text] : value.pairs)
    out.append("\n").append(inner, ' ').append(key(name)).append(":").append(text_block(text, is_free, inner, style));
  for (const std::string& item : value.list)
    out.append("\n").append(column + style.list_indent, ' ').append("-").append(text_block(item, is_free, column + style.list_indent, style));
  return out;
}

std::string block(const NewRecord& record, std::size_t column, const Style& style) {
  std::string out;
  for (const NewValue& value : record.values) {
    if (!out.empty()) out.append("\n").append(column, ' ');
    out.append(value.field->name).append(":").append(block(value, column, style));
  }
  return out;
}

}  // namespace mentor::yaml
