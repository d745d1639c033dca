// The parts of YAML, found by indentation as people write it: keys, items behind dashes, and what stands in brackets on the same lines.
#include <algorithm>

#include "journal/outline.hpp"

namespace mentor {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Row {
  std::size_t begin, end;
  std::size_t indent;
  bool is_blank;
};

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ' ' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The key that the text begins with, when a colon and a blank or the end follow.
std::string_view key_of(std::string_view text) {
  const bool is_quoted = text.starts_with('"') || text.starts_with('\'');
  std::size_t at = is_quoted ? text.find(text[0], 1) : 0;
  if (at == npos) return {};
  const std::string_view key = is_quoted ? text.substr(1, at - 1) : text;
  if (is_quoted) ++at;
  while (!is_quoted && at < text.size() && is_key_character(text[at])) ++at;
  if (at == 0 || at >= text.size() || text[at] != ':' || text[0] == ' ' || (text[0] == '-' && !is_quoted)) return {};
  if (at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '\n') return {};
  return is_quoted ? key : text.substr(0, at);
}

std::string_view trim_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n");
  return first == npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

bool is_day(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  return text.size() >= kShape.size() &&
         std::ranges::equal(kShape, text.substr(0, kShape.size()), [](char shape, char c) { return shape == 'd' ? c >= '0' && c <= '9' : c == shape; });
}

/// The value of a field on one line, without quotes and without a comment.
std::string_view value_of(const Part& field) {
  const std::size_t colon = field.core.find(':', field.key.size());
  std::string_view value = trim_blanks(field.core.substr(std::min(colon, field.core.size() - 1) + 1));
  value = trim_blanks(value.substr(0, std::min(value.find('\n'), value.find(" #"))));
  if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) value = value.substr(1, value.size() - 2);
  return value;
}

/// Gives an entry the key it is known by: its day, its id, or else its first value.
void name_entry(Part& entry) {
  for (const std::string_view name : {"date", "from", "set"}) {
    for (const Part& field : entry.children) {
      if (field.key != name || !is_day(value_of(field))) continue;
      entry.date = value_of(field).substr(0, 10);
      entry.key = entry.date;
      return;
    }
  }
  for (const Part& field : entry.children)
    if (field.key == "id") entry.key = value_of(field);
  if (entry.key.empty() && !entry.children.empty() && entry.children[0].kind == Part::Kind::field) entry.key = value_of(entry.children[0]);
  if (entry.key.empty()) entry.key = trim_blanks(entry.core.substr(std::min(entry.core.find_first_not_of("- "), entry.core.size())));
  entry.key = entry.key.substr(0, entry.key.find('\n'));
}

// ---------------------------------------------------------------- brackets

/// The end of a quoted text that begins at `at`, or npos.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"')
      ++at;
    else if (text[at] == quote && quote == '\'' && at + 1 < text.size() && text[at + 1] == '\'')
      ++at;
    else if (text[at] == quote)
      return at + 1;
  }
  return npos;
}

bool begins_value(std::string_view text, std::size_t at) { return at == 0 || std::string_view(" \n[{,:").find(text[at - 1]) != npos; }

/// The commas of the collection that opens at `at` and the bracket that closes it; empty when none does, or a comment stands within.
std::vector<std::size_t> ends_of_items(std::string_view text, std::size_t at) {
  std::vector<std::size_t> ends;
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '#' && begins_value(text, at)) return {};
    if ((c == '"' || c == '\'') && begins_value(text, at)) {
      at = behind_quotes(text, at);
      if (at == npos) return {};
      continue;
    }
    if (c == '[' || c == '{') ++depth;
    if (c == ',' && depth == 1) ends.push_back(at);
    if ((c == ']' || c == '}') && --depth == 0) {
      ends.push_back(at);
      return ends;
    }
    ++at;
  }
  return {};
}

bool add_items(std::string_view text, std::size_t open, Part& part);

/// What stands between two commas, without the blanks around it.
Part flow_item(std::string_view core, bool is_map) {
  Part item;
  item.core = item.head = core;
  item.is_lines = false;
  item.kind = is_map ? Part::Kind::field : Part::Kind::entry;
  const std::string_view key = key_of(core);
  if (is_map) item.key = key.empty() ? core : key;
  const std::size_t value = is_map && !key.empty() ? core.find_first_not_of(' ', core.find(':', key.size()) + 1) : 0;
  if (value != npos && value < core.size() && (core[value] == '[' || core[value] == '{')) add_items(core, value, item);
  if (!is_map) name_entry(item);
  return item;
}

/// Makes children of the items of the collection that opens at `open`; its closing bracket and what follows become the tail.
bool add_items(std::string_view text, std::size_t open, Part& part) {
  const std::vector<std::size_t> ends = ends_of_items(text, open);
  if (ends.empty()) return false;
  std::vector<Part> items;
  std::size_t at = open + 1;
  for (const std::size_t end : ends) {
    const std::string_view core = trim_blanks(text.substr(at, end - at));
    if (core.empty()) {
      if (end != ends.back() || (ends.size() > 1)) return false;
      break;
    }
    const auto begin = static_cast<std::size_t>(core.data() - text.data());
    const std::size_t lead = items.empty() ? open + 1 : at - 1;
    items.push_back(flow_item(core, text[open] == '{'));
    items.back().lead = text.substr(lead, begin - lead);
    at = end + 1;
  }
  const std::size_t last = items.empty() ? open + 1 : static_cast<std::size_t>(items.back().core.data() + items.back().core.size() - text.data());
  part.children = std::move(items);
  part.head = text.substr(0, open + 1);
  part.tail = text.substr(last);
  part.begins_inline = true;
  part.next_lead = part.children.size() > 1 ? std::string(part.children[1].lead) : ", ";
  return true;
}

// ---------------------------------------------------------------- lines

class YamlOutline {
 public:
  explicit YamlOutline(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at) + 1;
      const std::size_t first = text.find_first_not_of(' ', at);
      rows_.push_back({at, end, first - at, first + 1 == end});
      at = end;
    }
  }

  Part all() {
    Part root;
    root.core = text_;
    root.head = text_.substr(0, 0);
    add_children(root, 0, rows_.size(), 0);
    return root;
  }

 private:
  /// Makes children of the rows [first, last); the text before the first of them begins at `begin`.
  void add_children(Part& parent, std::size_t first, std::size_t last, std::size_t begin) {
    for (std::size_t i = first; i < last;) {
      if (rows_[i].is_blank) {
        ++i;
        continue;
      }
      const std::size_t column = rows_[i].indent, start = rows_[i].begin + column;
      const std::size_t next = end_of(i, column, last, text_.substr(start, rows_[i].end - start));
      Part child = part(i, next, column);
      child.lead = text_.substr(begin, start - begin);
      begin = rows_[next - 1].end;
      i = next;
      parent.children.push_back(std::move(child));
    }
    const std::size_t end = last == first ? begin : rows_[last - 1].end;
    parent.tail = text_.substr(begin, end - begin);
  }

  /// The row behind what belongs to row `i`, whose text begins in `column`: what is indented deeper, and dashes right below a bare key.
  std::size_t end_of(std::size_t i, std::size_t column, std::size_t last, std::string_view line) const {
    const std::string_view key = key_of(line);
    const bool is_bare = !key.empty() && trim_blanks(line).ends_with(':');
    std::size_t end = i + 1;
    for (std::size_t j = i + 1; j < last; ++j) {
      if (rows_[j].is_blank) continue;
      const bool is_dash = is_bare && rows_[j].indent == column && text_.substr(rows_[j].begin + column).starts_with("- ");
      if (rows_[j].indent <= column && !is_dash) break;
      end = j + 1;
    }
    return end;
  }

  /// The rows [i, next), from `column` of the first on.
  Part part(std::size_t i, std::size_t next, std::size_t column) {
    const std::size_t start = rows_[i].begin + column;
    Part out;
    out.core = text_.substr(start, rows_[next - 1].end - start);
    out.head = out.core;
    const std::string_view line = text_.substr(start, rows_[i].end - start);
    if (line.starts_with("- ") && line.find_first_not_of(" \n", 1) != npos) {
      item(out, i, next, column, line);
    } else if (const std::string_view key = key_of(line); !key.empty()) {
      out.kind = Part::Kind::field;
      out.key = key;
      value(out, i, next, line.find(':', key.size()) + 1);
    } else {
      out.key = trim_blanks(line);
      below(out, i, next, line.size());
    }
    return out;
  }

  void item(Part& out, std::size_t i, std::size_t next, std::size_t column, std::string_view line) {
    out.kind = Part::Kind::entry;
    const std::size_t content = line.find_first_not_of(' ', 1);
    if (line[content] == '[' || line[content] == '{') {
      value(out, i, next, content);
    } else if (!key_of(line.substr(content)).empty()) {
      const std::size_t inner = column + content;
      const std::size_t first_end = end_of(i, inner, next, line.substr(content));
      out.head = out.core.substr(0, content);
      out.children.push_back(part(i, first_end, inner));
      out.children[0].is_lines = false;
      out.begins_inline = true;
      out.next_lead = std::string(inner, ' ');
      add_children(out, first_end, next, rows_[first_end - 1].end);
    } else {
      below(out, i, next, line.size());
    }
    name_entry(out);
  }

  /// What stands behind a colon or a dash: a collection in brackets, or what is below.
  void value(Part& out, std::size_t i, std::size_t next, std::size_t at) {
    const std::size_t line_end = rows_[i].end - static_cast<std::size_t>(out.core.data() - text_.data());
    const std::size_t open = out.core.find_first_not_of(' ', at);
    const bool is_flow = open < line_end && (out.core[open] == '[' || out.core[open] == '{');
    if (is_flow && add_items(out.core, open, out)) return;
    below(out, i, next, line_end);
  }

  void below(Part& out, std::size_t i, std::size_t next, std::size_t line_end) {
    if (next == i + 1) return;
    out.head = out.core.substr(0, line_end);
    add_children(out, i + 1, next, rows_[i].end);
  }

  std::string_view text_;
  std::vector<Row> rows_;
};

}  // namespace

Part outline_yaml(std::string_view text) { return YamlOutline(text).all(); }

}  // namespace mentor
