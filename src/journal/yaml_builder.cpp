#include "journal/yaml_builder.hpp"

#include <algorithm>

#include "journal/guard.hpp"
#include "journal/yaml_limits.hpp"

namespace mentor {
namespace {

constexpr auto npos = std::string_view::npos;

/// A file that says more often that a key stands twice says the same thing again.
constexpr std::size_t kMostRepeatsTold = 20;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r' || c == '\0'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

YamlFault fault(const ProblemKind& kind, Span span, Message message, Message repair) { return {&kind, span, std::move(message), std::move(repair)}; }

}  // namespace

TreeBuilder::TreeBuilder(std::string_view text, Span part, std::uint32_t first_line, Tree& tree)
    : text_(text), part_(part), tree_(tree), cursor_(part.begin), gap_(part.begin), counted_to_(part.begin), line_(first_line) {}

// ------------------------------------------------------------------ events

void TreeBuilder::null(std::size_t at) {
  if (expects_key()) {
    const std::size_t begin = skip_between(cursor_);
    fail(begin, fault(problems::yaml_key, span_of(begin, begin + 1), say("there is no key here, or one that YAML takes for nothing"),
                      say("write a key of the vocabulary before the `:`")));
  }
  place();
  const std::size_t begin = skip_between(cursor_);
  const std::size_t end = null_word_end(begin);
  if (begin != at || end == begin) return add(Node::Kind::null, false, gap_, gap_, {});
  hold_value(begin);
  cursor_ = end;
  add(Node::Kind::null, false, begin, end, {});
}

void TreeBuilder::scalar(std::size_t at, bool quoted, const std::string& value) {
  place();
  const std::size_t begin = skip_between(cursor_);
  if (begin != at) fail(begin);
  hold_value(begin);
  const std::size_t end = scalar_end(begin, quoted, value);
  if (value.size() > static_cast<std::size_t>(kLongestScalar)) {
    fail(begin, fault(problems::yaml_too_large, span_of(begin, begin + 1), say("the value has {} bytes; at most {} are read", value.size(), kLongestScalar),
                      say("divide it, or keep the long text in a file of its own")));
  }
  if (byte(begin) == '"' && (first_forbidden_byte(value) != npos || value.find('\r') != npos)) {
    throw fault(problems::control_character, span_of(begin, end), say("an escape in this value stands for a control character"),
                say("delete the escape; `\\n`, `\\t` and letters are fine"));
  }
  cursor_ = end;
  std::string_view written = text_.substr(begin, end - begin);
  if (byte(begin) == '"' || byte(begin) == '\'') written = written.substr(1, written.size() - 2);
  add(Node::Kind::scalar, quoted, begin, end, written == value ? written : tree_.keep(value));
}

void TreeBuilder::begin(Node::Kind kind, std::size_t at, bool in_brackets) {
  const std::size_t key = skip_between(cursor_);
  if (expects_key()) {
    fail(key, fault(problems::yaml_key, span_of(key, key + 1), say("a list or a group stands where a key should be"),
                    say("keys are single words; quote the value if the brackets are meant as text")));
  }
  place();
  const std::size_t begin = skip_between(cursor_);
  const bool bracket = byte(begin) == (kind == Node::Kind::map ? '{' : '[');
  if (in_brackets && (!bracket || begin != at)) {
    fail(begin, fault(problems::yaml_syntax, span_of(begin, begin + 1), say("a `key: value` stands in a list without braces"),
                      say("put braces around it: `{{key: value}}`")));
  }
  if (open_.size() == kDeepest) {
    throw fault(problems::yaml_too_deep, span_of(begin, begin + 1), say("here the nesting goes deeper than {} levels", kDeepest),
                say("a journal needs five levels; look for a bracket or an indentation too many above"));
  }
  add(kind, false, begin, begin, {});
  open_.push_back({tree_.nodes.size() - 1, in_brackets});
  if (in_brackets) cursor_ = gap_ = begin + 1;
}

void TreeBuilder::end() {
  const Open closed = open_.back();
  Node& node = tree_.nodes[closed.node];
  if (closed.in_brackets) {
    std::size_t at = skip_between(cursor_);
    if (byte(at) == ',' && closed.children > 0) at = skip_between(at + 1);
    if (byte(at) != (node.kind == Node::Kind::map ? '}' : ']')) fail(at);
    cursor_ = last_end_ = at + 1;
  } else {
    const Node& first = tree_.nodes.at(closed.node + 1);
    node.span.begin = first.span.begin;
    node.line = first.line;
  }
  open_.pop_back();
  node.span.end = static_cast<std::uint32_t>(last_end_);
  if (node.kind == Node::Kind::map) drop_repeated_keys(closed.node);
  tree_.nodes[closed.node].next = static_cast<std::uint32_t>(tree_.nodes.size());
}

void TreeBuilder::finish() {
  std::size_t at = skip_between(cursor_);
  const bool ended = is_marker(at, "...");
  if (ended) at = skip_between(at + 3);
  if (at < part_.end) {
    if (ended || is_marker(at, "---")) {
      throw fault(problems::yaml_documents, span_of(at, at + 3), say("a second document begins here"),
                  say("put it into a file of its own, or delete the line `---` or `...` between the two"));
    }
    fail(at, fault(problems::yaml_syntax, span_of(at, std::min<std::size_t>(text_.find('\n', at), part_.end)), say("this belongs to nothing above it"),
                   say("give the line the form `key: value`, or the indentation of the text that it goes on with")));
  }
  if (!tree_.empty() && tree_.nodes.front().kind == Node::Kind::null) tree_.clear();
}

YamlTrouble TreeBuilder::trouble(std::size_t stuck) const {
  return {text_, part_, cursor_, stuck, bracket(), tree_.empty() ? npos : tree_.nodes.back().span.begin};
}

std::size_t TreeBuilder::bracket() const {
  const auto outermost = std::find_if(open_.begin(), open_.end(), [](const Open& open) { return open.in_brackets; });
  return outermost == open_.end() ? npos : tree_.nodes[outermost->node].span.begin;
}

// ------------------------------------------------------------------ places

bool TreeBuilder::expects_key() const { return !open_.empty() && tree_.nodes[open_.back().node].kind == Node::Kind::map && open_.back().children % 2 == 0; }

/// Takes the indicator that must stand before the next node.
void TreeBuilder::place() {
  if (open_.empty()) return place_root();
  Open& parent = open_.back();
  const bool in_map = tree_.nodes[parent.node].kind == Node::Kind::map;
  if (in_map && !expects_key()) {
    take_colon();
  } else if (parent.in_brackets) {
    if (parent.children > 0) take(',');
  } else {
    hold_column(parent);
    if (!in_map) take_dash();
  }
  ++parent.children;
  gap_ = cursor_;
}

void TreeBuilder::place_root() {
  if (root_done_) fail(cursor_);
  root_done_ = true;
  const std::size_t at = skip_between(cursor_);
  if (is_marker(at, "---")) cursor_ = gap_ = at + 3;
}

void TreeBuilder::take(char indicator) {
  const std::size_t at = skip_between(cursor_);
  if (byte(at) != indicator) fail(at);
  cursor_ = at + 1;
}

void TreeBuilder::take_dash() {
  take('-');
  if (!is_space(byte(cursor_)) && cursor_ != part_.end) fail(cursor_);
}

void TreeBuilder::take_colon() {
  const std::size_t at = skip_blanks(cursor_);
  if (byte(at) == ':') {
    cursor_ = at + 1;
    return;
  }
  const Span key = tree_.nodes.back().span;
  if (open_.back().in_brackets) {
    fail(at,
         fault(problems::yaml_syntax, key, say("this stands in braces without a `:`"),
               say("if a comma of the text before it ended that text, quote the text: `{{mentor: \"reads, and asks\"}}`; a plain list has square brackets")));
  }
  fail(at, fault(problems::yaml_syntax, key, say("the key has no `:` behind it"),
                 say("write `key: value`; a list in brackets is `[a, b]`; text of several lines is indented below its key")));
}

/// Keys of one map and dashes of one list stand below each other.
void TreeBuilder::hold_column(Open& parent) {
  const std::size_t at = skip_between(cursor_);
  const std::size_t column = column_of(at);
  if (parent.children == 0) parent.column = column;
  if (parent.column != column) fail(at);
}

/// A value on a line of its own stands further in than the key or the dash that it belongs to.
void TreeBuilder::hold_value(std::size_t begin) const {
  if (open_.empty() || open_.back().in_brackets) return;
  const bool is_key = tree_.nodes[open_.back().node].kind == Node::Kind::map && open_.back().children % 2 == 1;
  if (is_key) return;
  if (text_.substr(gap_, begin - gap_).find('\n') == npos || column_of(begin) > open_.back().column) return;
  fail(begin, fault(problems::yaml_syntax, span_of(begin, begin + 1), say("the value stands no further in than its key"),
                    say("indent it by two spaces, or give the line a key of its own")));
}

// ------------------------------------------------------------------ ends

std::size_t TreeBuilder::scalar_end(std::size_t begin, bool quoted, const std::string& value) const {
  const char first = byte(begin);
  if (first == '!' || first == '&') fail(begin);
  if (!quoted) return spread_end(begin, value);
  if (first == '"' || first == '\'') {
    const std::size_t end = quote_end(text_, begin, part_.end);
    if (end == npos) fail(begin);
    return end;
  }
  if (first != '|' && first != '>') fail(begin);
  std::size_t header = begin + 1;
  while (byte(header) == '-' || byte(header) == '+' || (byte(header) >= '0' && byte(header) <= '9')) ++header;
  const std::size_t below = std::min<std::size_t>(text_.find('\n', header), part_.end);
  const std::size_t end = spread_end(below, value);
  if (end == below) return header;
  const std::size_t line_end = std::min<std::size_t>(text_.find('\n', end), part_.end);
  return text_[line_end - 1] == '\r' ? line_end - 1 : line_end;
}

/// The end of a value that differs from what is written in blanks and line ends only; `begin` when it is nothing but those.
std::size_t TreeBuilder::spread_end(std::size_t begin, const std::string& value) const {
  std::size_t at = begin;
  std::size_t end = begin;
  for (const char c : value) {
    if (is_space(c)) continue;
    while (is_space(byte(at))) ++at;
    if (byte(at) != c) fail(at);
    end = ++at;
  }
  return end;
}

/// Behind `~` or `null` at `begin`, unless the word is a key.
std::size_t TreeBuilder::null_word_end(std::size_t begin) const {
  const std::size_t size = byte(begin) == '~' ? 1 : 4;
  if (begin + size > part_.end || !is_null_word(text_.substr(begin, size))) return begin;
  const std::size_t end = begin + size;
  const bool closed = end < part_.end && bracket() != npos && std::string_view(",]}").find(text_[end]) != npos;
  if (end < part_.end && !closed && !is_space(text_[end])) return begin;
  const std::size_t behind = skip_blanks(end);
  const bool is_key = byte(behind) == ':' && (is_space(byte(behind + 1)) || behind + 1 == part_.end);
  return is_key ? begin : end;
}

// ------------------------------------------------------------------ nodes

void TreeBuilder::add(Node::Kind kind, bool quoted, std::size_t begin, std::size_t end, std::string_view text) {
  if (tree_.nodes.size() == kMostNodes) {
    throw fault(problems::yaml_too_large, span_of(begin, begin + 1), say("more than {} values in one file", kMostNodes),
                say("divide the file, one a relationship or a meeting"));
  }
  const auto behind = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
  tree_.nodes.push_back({kind, quoted, line_of(begin), span_of(begin, end), behind, text});
  last_end_ = end;
}

/// Keeps the first of several equal keys with its value, in linear time but for the sorting.
void TreeBuilder::drop_repeated_keys(std::size_t map) {
  std::vector<Node>& nodes = tree_.nodes;
  std::vector<std::size_t> keys;
  for (std::size_t key = map + 1; key < nodes.size(); key = nodes[key + 1].next) keys.push_back(key);
  std::stable_sort(keys.begin(), keys.end(), [&](std::size_t a, std::size_t b) { return nodes[a].text < nodes[b].text; });
  std::vector<std::size_t> repeated;
  std::size_t first = 0;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    const Node& key = nodes[keys[i]];
    if (key.text != nodes[keys[first]].text) {
      first = i;
      continue;
    }
    repeated.push_back(keys[i]);
    if (repeated_keys_.size() < kMostRepeatsTold)
      repeated_keys_.push_back(fault(problems::duplicate_key, key.span,
                                     say("the key `{}` stands here again; it is in line {} too", Text{key.text.substr(0, 60)}, nodes[keys[first]].line),
                                     say("keep one of the two")));
  }
  std::sort(repeated.begin(), repeated.end());
  std::uint32_t dropped = 0;
  std::size_t to = repeated.empty() ? nodes.size() : repeated.front();
  for (std::size_t i = 0; i < repeated.size(); ++i) {
    const std::size_t behind = nodes[repeated[i] + 1].next;
    const std::size_t stop = i + 1 < repeated.size() ? repeated[i + 1] : nodes.size();
    dropped += static_cast<std::uint32_t>(behind - repeated[i]);
    for (std::size_t from = behind; from < stop; ++from, ++to) {
      nodes[to] = nodes[from];
      nodes[to].next -= dropped;
    }
  }
  nodes.resize(to);
}

// ------------------------------------------------------------------ bytes

std::size_t TreeBuilder::skip_blanks(std::size_t at) const {
  while (is_blank(byte(at))) ++at;
  return at;
}

/// Over blanks, line ends and comments.
std::size_t TreeBuilder::skip_between(std::size_t at) const {
  for (;;) {
    while (is_space(byte(at))) ++at;
    const bool comment = byte(at) == '#' && (at == part_.begin || is_space(text_[at - 1]));
    if (!comment) return at;
    at = std::min<std::size_t>(text_.find('\n', at), part_.end);
  }
}

std::size_t TreeBuilder::column_of(std::size_t at) const {
  const std::string_view before = text_.substr(part_.begin, at - part_.begin);
  const std::size_t newline = before.rfind('\n');
  return newline == npos ? before.size() : before.size() - newline - 1;
}

std::uint32_t TreeBuilder::line_of(std::size_t at) {
  if (at < counted_to_) fail(at);
  line_ +=
      static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_to_), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  counted_to_ = at;
  return line_;
}

/// Whether `---` or `...` stands at `at`, at the beginning of a line and alone.
bool TreeBuilder::is_marker(std::size_t at, std::string_view marker) const {
  return text_.substr(at, std::min<std::size_t>(3, part_.end - at)) == marker && column_of(at) == 0 && (is_blank(byte(at + 3)) || is_break(byte(at + 3)));
}

void TreeBuilder::fail(std::size_t at) const { fail(at, unexplained(trouble(at))); }

void TreeBuilder::fail(std::size_t at, YamlFault otherwise) const { throw explain(trouble(at), std::move(otherwise)); }

}  // namespace mentor
