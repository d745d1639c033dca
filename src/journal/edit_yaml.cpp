#include "journal/edit_yaml.hpp"

#include <algorithm>
#include <optional>

#include "journal/refusal.hpp"

namespace mentor {
namespace {

Span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

}  // namespace

YamlEdit::YamlEdit(const Source& source, const Tree& tree, std::size_t end) : source_(source), text_(source.text), tree_(tree), end_(end) { learn_style(); }

// ------------------------------------------------------------------ looking

std::vector<YamlEdit::Keyed> YamlEdit::keys(std::uint32_t map) const {
  std::vector<Keyed> all;
  for (std::uint32_t key = map + 1; key < node(map).next; key = node(node(key).next).next) {
    if (node(key).span.begin >= end_) break;
    all.push_back({key, node(key).next});
  }
  return all;
}

std::vector<std::uint32_t> YamlEdit::entries(std::uint32_t list) const {
  std::vector<std::uint32_t> all;
  for (std::uint32_t entry = list + 1; entry < node(list).next; entry = node(entry).next) all.push_back(entry);
  return all;
}

std::uint32_t YamlEdit::find(std::uint32_t map, std::string_view key) const {
  for (const Keyed& keyed : keys(map))
    if (node(keyed.key).text == key) return keyed.value;
  return 0;
}

bool YamlEdit::is_flow(std::uint32_t index) const {
  const char first = text_[node(index).span.begin];
  return node(index).kind == Node::Kind::list ? first == '[' : first == '{';
}

std::size_t YamlEdit::column(std::size_t byte) const {
  std::size_t begin = line_begin(text_, byte);
  if (begin == 0 && text_.starts_with("\xEF\xBB\xBF")) begin = 3;
  return byte - begin;
}

/// The dash before an entry of a block list.
std::size_t YamlEdit::dash(std::uint32_t entry) const {
  const std::size_t found = text_.rfind('-', node(entry).span.begin - 1);
  return found == std::string_view::npos ? node(entry).span.begin : found;
}

/// Behind the last byte that belongs to a value; blank lines belong to a block that keeps them.
std::size_t YamlEdit::end_of(std::uint32_t value) const {
  const Node& last = node(node(value).next - 1);
  const std::size_t end = std::max(node(value).span.end, last.span.end);
  const std::string_view header = text_.substr(last.span.begin, 3);
  const bool keeps = last.kind == Node::Kind::scalar && (header.starts_with('|') || header.starts_with('>')) && header.find('+') != std::string_view::npos;
  if (!keeps) return end;
  const std::size_t behind = std::min(text_.find_first_not_of(" \t\r\n", end), text_.size());
  return behind == text_.size() ? behind : std::max(end, line_begin(text_, behind) - 1);
}

std::size_t YamlEdit::end_of(const Keyed& keyed) const {
  const bool is_nothing = node(keyed.value).kind == Node::Kind::null && node(keyed.value).span.begin == node(keyed.value).span.end;
  return is_nothing ? text_.find(':', node(keyed.key).span.end) + 1 : end_of(keyed.value);
}

void YamlEdit::learn_indents(std::uint32_t map) {
  for (const Keyed& keyed : keys(map)) {
    const Node& value = node(keyed.value);
    if ((value.kind != Node::Kind::list && value.kind != Node::Kind::map) || is_flow(keyed.value) || value.next == keyed.value + 1) continue;
    const std::size_t of_key = column(node(keyed.key).span.begin);
    if (value.kind == Node::Kind::map) {
      if (const std::size_t in = column(value.span.begin); in > of_key) style_.map_indent = in - of_key;
      continue;
    }
    const std::size_t dash_at = dash(keyed.value + 1), in = column(dash_at);
    if (in >= of_key) style_.list_indent = in - of_key;
    const std::size_t width = node(keyed.value + 1).span.begin - dash_at;
    if (width > 1 && width < 8) style_.dash_width = width;
  }
}

void YamlEdit::learn_style() {
  std::size_t single = 0, twofold = 0;
  for (const Node& one : tree_.nodes) {
    if (one.kind != Node::Kind::scalar || !one.quoted || one.span.begin >= std::min(end_, text_.size())) continue;
    if (text_[one.span.begin] == '\'') ++single;
    if (text_[one.span.begin] == '"') ++twofold;
  }
  if (single > twofold) style_.quote = '\'';
  if (!tree_.empty() && tree_.nodes[0].kind == Node::Kind::map) learn_indents(0);
}

// ------------------------------------------------------------------ adding

Splice YamlEdit::add(std::uint32_t map, const Field& field, const NewRecord& record) const {
  const std::uint32_t list = find(map, field.name);
  if (list == 0) return add_key(map, {&field, {}, {}, {}, {record}});
  if (node(list).kind == Node::Kind::null) {
    const Span key = node(list - 1).span;
    const std::size_t end = line_end(text_, key.end);
    return {at(end, end), yaml::items({record}, column(key.begin) + style_.list_indent, style_)};
  }
  if (node(list).kind != Node::Kind::list)
    throw NotEdited{say("`{}` in {} holds one entry that is not in a list, so no other can be added", field.name, Text{source_.path}),
                    say("write that entry as an item, with `- ` before it")};
  if (node(list).next == list + 1) return add_to_empty(map, list, record);
  return is_flow(list) ? add_to_flow(list, record) : add_to_block(list, field, record);
}

/// A key that is not there yet, behind all others.
Splice YamlEdit::add_key(std::uint32_t map, const NewValue& value) const {
  const std::vector<Keyed> all = keys(map);
  const std::string name(value.field->name);
  if (is_flow(map)) {
    const std::string said = name + ": " + yaml::flow(value, style_);
    if (all.empty()) return {at(node(map).span.begin + 1, node(map).span.begin + 1), said};
    const std::size_t end = end_of(all.back());
    return {at(end, end), ", " + said};
  }
  if (all.empty()) {
    const std::size_t end = end_before(text_, end_);
    return {at(end, end), "\n" + name + ":" + yaml::block(value, 0, style_)};
  }
  const std::size_t end = line_end(text_, end_of(all.back())), in = column(node(all.front().key).span.begin);
  return {at(end, end), "\n" + std::string(in, ' ') + name + ":" + yaml::block(value, in, style_)};
}

/// `[]` grows in its brackets as long as that makes no long line.
Splice YamlEdit::add_to_empty(std::uint32_t map, std::uint32_t list, const NewRecord& record) const {
  const Span span = node(list).span;
  const std::size_t in = column(span.begin);
  if (is_flow(map) || yaml::fits_flow(record, style_, yaml::kLongestFlow - std::min(in, yaml::kLongestFlow)))
    return {at(span.begin + 1, span.begin + 1), yaml::flow(record, style_)};
  std::size_t begin = span.begin;
  while (begin > 0 && text_[begin - 1] == ' ') --begin;
  const std::size_t end = line_end(text_, span.end);
  std::string behind(text_.substr(span.end, end - span.end));
  if (behind.find_first_not_of(" \t") == std::string::npos) behind.clear();
  return {at(begin, end), behind + yaml::items({record}, column(node(keys(map).front().key).span.begin) + style_.list_indent, style_)};
}

Splice YamlEdit::add_to_flow(std::uint32_t list, const NewRecord& record) const {
  const std::vector<std::uint32_t> all = entries(list);
  const std::size_t end = end_of(all.back());
  std::string between = ", ";
  if (all.size() > 1) {
    // one entry a line stays so
    const std::size_t begin = node(all.back()).span.begin;
    if (line_begin(text_, begin) > node(all[all.size() - 2]).span.begin) between = ",\n" + std::string(column(begin), ' ');
  }
  return {at(end, end), between + yaml::flow(record, style_)};
}

/// The day of an entry, where its kind has one.
Date day_of(const Tree& tree, std::uint32_t entry, std::string_view key) {
  const Node& map = tree.nodes[entry];
  if (map.kind != Node::Kind::map) return {};
  for (std::uint32_t at = entry + 1; at < map.next; at = tree.nodes[tree.nodes[at].next].next)
    if (tree.nodes[at].text == key) return parse_iso(tree.nodes[tree.nodes[at].next].text);
  return {};
}

/// Before which entry a new one goes: lists keep their order, newest first or last; one without order grows at its end.
std::size_t YamlEdit::place_by_date(const std::vector<std::uint32_t>& all, const Field& field, const NewRecord& record) const {
  const Kind& kind = *field.record;
  const NewValue* const said = kind.heading_date.empty() ? nullptr : record.find(kind.heading_date);
  const Date day = said == nullptr ? Date{} : parse_iso(said->scalar);
  if (!day) return all.size();
  std::vector<Date> days;
  for (const std::uint32_t entry : all) days.push_back(day_of(tree_, entry, kind.heading_date));
  return place_for(day, days);
}

bool YamlEdit::prefers_flow(const std::vector<std::uint32_t>& all, std::size_t beside, const NewRecord& record, std::size_t in) const {
  if (!yaml::fits_flow(record, style_, yaml::kLongestFlow - std::min(in, yaml::kLongestFlow))) return false;
  const auto is_one_line = [&](std::uint32_t entry) { return node(entry).kind == Node::Kind::map && is_flow(entry); };
  if (node(all[beside]).kind != Node::Kind::map || is_one_line(all[beside])) return true;
  // among entries of both kinds a short one is written short
  return record.values.size() <= 4 && std::ranges::any_of(all, is_one_line);
}

Splice YamlEdit::add_to_block(std::uint32_t list, const Field& field, const NewRecord& record) const {
  const std::vector<std::uint32_t> all = entries(list);
  const std::size_t index = place_by_date(all, field, record);
  const std::uint32_t beside = all[index == 0 ? 0 : index - 1];
  const std::size_t dash_at = dash(beside), in = column(dash_at);
  yaml::Style style = style_;
  if (const std::size_t width = node(beside).span.begin - dash_at; width > 1 && width < 8) style.dash_width = width;
  std::string said(in, ' ');
  said.append("-").append(style.dash_width - 1, ' ');
  said += prefers_flow(all, index == 0 ? 0 : index - 1, record, in) ? yaml::flow(record, style) : yaml::block(record, in + style.dash_width, style);
  if (index == 0) {
    const std::size_t begin = line_begin(text_, dash_at), end = end_before(text_, begin);
    const bool is_apart = all.size() > 1 && has_blank_line(text_, end_of(all[0]), dash(all[1])), is_below_blank = has_blank_line(text_, end, begin);
    return {at(end, end), (is_apart && is_below_blank ? "\n\n" : "\n") + said + (is_apart && !is_below_blank ? "\n" : "")};
  }
  const std::size_t end = line_end(text_, end_of(beside));
  const bool is_apart = all.size() > 1 && has_blank_line(text_, end_of(all[all.size() - 2]), dash(all.back()));
  return {at(end, end), (is_apart ? "\n\n" : "\n") + said};
}

// ------------------------------------------------------------------ setting

Splice YamlEdit::set(std::uint32_t map, const NewValue& value) const {
  if (value.says_nothing() && value.field->shape != Shape::records) return remove_key(map, value.field->name);
  for (const Keyed& keyed : keys(map)) {
    if (node(keyed.key).text != value.field->name) continue;
    const bool is_per_party = value.pairs.size() == 1 && value.field->shape != Shape::items && node(keyed.value).kind == Node::Kind::map;
    return is_per_party ? set_party(keyed.value, value) : replace(keyed, is_flow(map), value);
  }
  return add_key(map, value);
}

/// What is said for one party: the words for the other stay.
Splice YamlEdit::set_party(std::uint32_t parties, const NewValue& value) const {
  const auto& [party, words] = value.pairs[0];
  const NewValue one{value.field, words};
  const std::vector<Keyed> all = keys(parties);
  for (const Keyed& keyed : all)
    if (node(keyed.key).text == party) return replace(keyed, is_flow(parties), one);
  if (all.empty()) return {at(node(parties).span.begin + 1, node(parties).span.begin + 1), party + ": " + yaml::flow(one, style_)};
  const std::size_t end = end_of(all.back());
  if (is_flow(parties)) return {at(end, end), ", " + party + ": " + yaml::flow(one, style_)};
  const std::size_t behind = line_end(text_, end), in = column(node(all.front().key).span.begin);
  return {at(behind, behind), "\n" + std::string(in, ' ') + party + ":" + yaml::block(one, in, style_)};
}

Splice YamlEdit::replace(const Keyed& keyed, bool in_brackets, const NewValue& value) const {
  const Node& old = node(keyed.value);
  yaml::Style style = style_;
  if (old.kind == Node::Kind::scalar && (text_[old.span.begin] == '\'' || text_[old.span.begin] == '"')) style.quote = text_[old.span.begin];
  std::string said = in_brackets ? " " + yaml::flow(value, style) : yaml::block(value, column(node(keyed.key).span.begin), style);
  std::size_t begin = text_.find(':', node(keyed.key).span.end) + 1;
  const std::size_t end = std::max(begin, end_of(keyed));
  // blanks behind the colon stay where both values begin on its line
  const bool begins_here =
      old.kind != Node::Kind::null && old.span.begin > begin && text_.substr(begin, old.span.begin - begin).find_first_not_of(' ') == std::string_view::npos;
  if (begins_here && said.starts_with(' ')) {
    begin = old.span.begin;
    said.erase(0, 1);
  }
  refuse_comments(begin, keyed.value);
  return {at(begin, end), said};
}

/// What stands between the lines of a value that is replaced would be lost.
void YamlEdit::refuse_comments(std::size_t begin, std::uint32_t value) const {
  for (std::uint32_t i = value; i < node(value).next; ++i) {
    const Node& one = node(i);
    if (one.span.begin > begin && text_.substr(begin, one.span.begin - begin).find(" #") != std::string_view::npos)
      throw NotEdited{say("a comment stands within the value that would be replaced in {}", Text{source_.path}),
                      say("move the comment above the key, or change the value by hand")};
    if (one.kind == Node::Kind::scalar) begin = std::max<std::size_t>(begin, one.span.end);
  }
}

Splice YamlEdit::widen(std::uint32_t entry, const Kind& kind, const NewValue& value) const {
  const Node& old = node(entry);
  const NewRecord both{&kind, {{kind.find(kind.free_text), std::string(old.text)}, value}};
  return {old.span, yaml::flow(both, style_)};
}

// ------------------------------------------------------------------ taking out

/// An entry in brackets, with one of the commas beside it.
Splice YamlEdit::take_between(const std::vector<Span>& all, std::size_t index) const {
  if (index > 0) return {at(all[index - 1].end, all[index].end), ""};
  return {at(all[0].begin, all.size() > 1 ? all[1].begin : all[0].end), ""};
}

/// Lines of a block, with the blank lines above them.
Splice YamlEdit::take_lines(std::size_t begin, std::size_t end) const { return {at(end_before(text_, line_begin(text_, begin)), line_end(text_, end)), ""}; }

Splice YamlEdit::remove_entry(std::uint32_t map, const Field& field, std::uint32_t entry) const {
  const std::uint32_t list = find(map, field.name);
  const std::vector<std::uint32_t> all = entries(list);
  const auto index = static_cast<std::size_t>(std::ranges::find(all, entry) - all.begin());
  if (all.size() == 1) return remove_key(map, field.name);
  if (is_flow(list)) {
    std::vector<Span> spans;
    for (const std::uint32_t one : all) spans.push_back(at(node(one).span.begin, end_of(one)));
    return take_between(spans, index);
  }
  Splice out = take_lines(dash(entry), end_of(entry));
  // where blank lines part the entries, the first has its own below it
  const bool is_apart = index == 0 && all.size() > 2 && has_blank_line(text_, end_of(all[1]), dash(all[2]));
  if (!is_apart || has_blank_line(text_, out.span.begin, dash(entry))) return out;
  const std::size_t next = line_begin(text_, text_.find_first_not_of(" \t\r\n", out.span.end));
  if (has_blank_line(text_, out.span.end, next)) out.span.end = static_cast<std::uint32_t>(line_end(text_, line_begin(text_, next - 1)));
  return out;
}

Splice YamlEdit::remove_key(std::uint32_t map, std::string_view key) const {
  const std::vector<Keyed> all = keys(map);
  const auto found = std::ranges::find_if(all, [&](const Keyed& keyed) { return node(keyed.key).text == key; });
  if (found == all.end()) return {};
  const auto index = static_cast<std::size_t>(found - all.begin());
  if (is_flow(map)) {
    std::vector<Span> spans;
    for (const Keyed& keyed : all) spans.push_back(at(node(keyed.key).span.begin, end_of(keyed)));
    return take_between(spans, index);
  }
  const std::size_t begin = node(found->key).span.begin;
  const bool is_alone = text_.substr(line_begin(text_, begin), begin - line_begin(text_, begin)).find_first_not_of(" \xEF\xBB\xBF") == std::string_view::npos;
  if (!is_alone || (index == 0 && line_begin(text_, begin) == 0)) {
    if (index + 1 == all.size()) throw NotEdited{say("`{}` is all that its entry says", Text{key}), say("take the entry out by hand")};
    return {at(begin, node(all[index + 1].key).span.begin), ""};
  }
  return take_lines(begin, end_of(*found));
}

}  // namespace mentor
