#include "journal/yaml_strict.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "journal/yaml_limits.hpp"

namespace mentor {
namespace {

/// What a byte can mean inside a value of one line.
enum : std::uint8_t { kKeyByte = 1, kEndsPlain = 2, kEndsFlow = 4, kNeverFirst = 8 };

constexpr std::array<std::uint8_t, 256> kBytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  const auto mark = [&](std::string_view set, std::uint8_t meaning) {
    for (const char c : set) bytes[static_cast<unsigned char>(c)] |= meaning;
  };
  mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", kKeyByte);
  mark(std::string_view("\n\r\0", 3), kEndsPlain | kEndsFlow);
  mark(":#", kEndsPlain | kEndsFlow);
  mark(",?[]{}", kEndsFlow);
  mark(",]}#&*!%@`", kNeverFirst);
  return bytes;
}();

bool is(char c, std::uint8_t meaning) { return (kBytes[static_cast<unsigned char>(c)] & meaning) != 0; }
bool is_blank_or_end(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\0'; }
std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

const char* skip_blanks(const char* at) {
  while (*at == ' ') ++at;
  return at;
}

/// Value of a quoted scalar in which `escape` stands before a byte that is meant as it is.
std::string unescape(std::string_view written, char escape) {
  std::string value;
  value.reserve(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == escape) ++i;
    value += written[i];
  }
  return value;
}

/// Reads line by line; `at_` is the first byte of the current line that is not yet understood. Every function gives false for "not mine",
/// and then nothing is read on. Scans need no bounds: a line ends with a line end or with the NUL behind the source.
class StrictReader {
 public:
  StrictReader(const Source& source, Span part, std::uint32_t first_line, Tree& tree)
      : source_(source.text.data()), part_end_(source_ + part.end), next_line_(source_ + part.begin), next_number_(first_line), tree_(tree) {}

  bool read() {
    const std::string_view text = between(next_line_, part_end_);
    if (!text.empty() && text.back() != '\n' && *part_end_ != '\0') return false;
    has_tabs_ = text.find('\t') != std::string_view::npos;
    skip_opening();
    if (!next_line()) return at_end_;
    if (column() != 0 || !(at_entry() || key_end() != nullptr)) return false;
    return node(0, -1) && at_end_ && tree_.nodes.size() <= kMostNodes;
  }

 private:
  /// The `---` that may open a document.
  void skip_opening() {
    for (const std::string_view opening : {std::string_view("---\n"), std::string_view("---\r\n")}) {
      if (!between(next_line_, part_end_).starts_with(opening)) continue;
      next_line_ += opening.size();
      ++next_number_;
      return;
    }
  }

  // ------------------------------------------------------------------ lines

  /// Takes the line at next_line_ as it is.
  void take_line() {
    line_begin_ = next_line_;
    const auto* newline = static_cast<const char*>(std::memchr(line_begin_, '\n', static_cast<std::size_t>(part_end_ - line_begin_)));
    line_end_ = newline == nullptr ? part_end_ : newline;
    next_line_ = newline == nullptr ? part_end_ : newline + 1;
    if (line_end_ > line_begin_ && line_end_[-1] == '\r') --line_end_;
    number_ = next_number_++;
  }

  /// Moves to the next line that says something. False at the end of the text, and where a line is none of ours.
  bool next_line() {
    while (next_line_ != part_end_) {
      take_line();
      at_ = skip_blanks(line_begin_);
      if (at_ == line_end_ || *at_ == '#') continue;
      const bool document_mark =
          at_ == line_begin_ && (*at_ == '%' || between(at_, line_end_).starts_with("---") || between(at_, line_end_).starts_with("..."));
      const bool has_tab = has_tabs_ && between(at_, line_end_).find('\t') != std::string_view::npos;
      return !document_mark && !has_tab && line_end_ - line_begin_ <= kLongestScalar;
    }
    at_end_ = true;
    return false;
  }

  /// Moves behind a value. What follows must stand no further in than the collection that holds the value.
  bool leave_value(int parent_column) {
    if (!next_line()) return at_end_;
    return column() <= parent_column;
  }

  int column() const { return static_cast<int>(at_ - line_begin_); }

  /// Whether at_ is the dash of a list's entry.
  bool at_entry() const { return *at_ == '-' && is_blank_or_end(at_[1]); }

  /// The colon behind the key at at_; null when there is no plain key.
  const char* key_end() const {
    const char* end = at_;
    if (*end == '-') return nullptr;
    while (is(*end, kKeyByte)) ++end;
    const bool plain = end != at_ && end - at_ <= kLongestKey && *end == ':' && is_blank_or_end(end[1]);
    return plain && !is_null_word(between(at_, end)) ? end : nullptr;
  }

  /// Whether nothing but a comment stands between `at` and the end of the line.
  bool is_line_done(const char* at) const {
    const char* rest = skip_blanks(at);
    return rest == line_end_ || (*rest == '#' && rest != at);
  }

  // ------------------------------------------------------------------ nodes

  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - source_); }

  void add(Node::Kind kind, bool quoted, const char* begin, const char* end, std::string_view text) {
    last_end_ = offset(end);
    const auto behind = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
    tree_.nodes.push_back({kind, quoted, number_, {offset(begin), last_end_}, behind, text});
  }
  void add_plain(const char* begin, const char* end) {
    const std::string_view text = between(begin, end);
    if (is_null_word(text)) return add(Node::Kind::null, false, begin, end, {});
    add(Node::Kind::scalar, false, begin, end, text);
  }

  std::size_t open(Node::Kind kind, const char* begin) {
    ++depth_;
    add(kind, false, begin, begin, {});
    return tree_.nodes.size() - 1;
  }
  void close(std::size_t collection) {
    --depth_;
    Node& node = tree_.nodes[collection];
    node.next = static_cast<std::uint32_t>(tree_.nodes.size());
    node.span.end = last_end_;
  }
  /// A block collection has no first byte of its own.
  void close_block(std::size_t collection) {
    close(collection);
    tree_.nodes[collection].span.begin = tree_.nodes[collection + 1].span.begin;
    tree_.nodes[collection].line = tree_.nodes[collection + 1].line;
  }

  /// Keys of one map, by a bit for each key's rough shape: only keys that share a bit are compared. Large maps are sorted at their end.
  struct Keys {
    std::size_t map;
    std::size_t count = 0;
    std::uint64_t shapes = 0;
  };
  bool is_new(Keys& keys, std::string_view key) const {
    const unsigned shape = static_cast<unsigned char>(key.front()) + 7U * static_cast<unsigned char>(key.back()) + 31U * static_cast<unsigned>(key.size());
    const std::uint64_t bit = std::uint64_t{1} << (shape & 63U);
    if (++keys.count > kManyKeys) return true;
    if ((keys.shapes & bit) == 0) {
      keys.shapes |= bit;
      return true;
    }
    for (std::size_t i = keys.map + 1; i < tree_.nodes.size(); i = tree_.nodes[i + 1].next) {
      if (tree_.nodes[i].text == key) return false;
    }
    return true;
  }
  bool all_differ(const Keys& keys) {
    if (keys.count <= kManyKeys) return true;
    std::vector<std::string_view> names;
    names.reserve(keys.count);
    for (std::size_t i = keys.map + 1; i < tree_.nodes.size(); i = tree_.nodes[i + 1].next) names.push_back(tree_.nodes[i].text);
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
  }

  // ------------------------------------------------------------------ block style

  /// The node at at_, in `column`; `parent_column` is that of the collection around it.
  bool node(int column, int parent_column) {
    if (at_entry()) return list(column);
    if (key_end() != nullptr) return map(column);
    return scalar(parent_column);
  }

  /// Behind a dash or a colon with nothing else on the line: the value is further in on the next line, or missing.
  bool value_below(int column, bool in_map) {
    const char* const indicator = at_;
    const std::uint32_t indicator_line = number_;
    if (next_line()) {
      if (this->column() > column) return node(this->column(), column);
      if (in_map && this->column() == column && at_entry()) return list(column);
    } else if (!at_end_) {
      return false;
    }
    add(Node::Kind::null, false, indicator, indicator, {});
    tree_.nodes.back().line = indicator_line;
    return true;
  }

  bool list(int column) {
    if (depth_ == kDeepest) return false;
    const std::size_t list = open(Node::Kind::list, at_);
    do {
      const char* value = skip_blanks(++at_);
      if (is_line_done(at_)) {
        if (!value_below(column, false)) return false;
      } else {
        at_ = value;
        if (!node(this->column(), column)) return false;
      }
    } while (!at_end_ && this->column() == column && at_entry());
    close_block(list);
    // A sibling key may follow a list that stands in its key's column.
    return at_end_ || this->column() <= column;
  }

  bool map(int column) {
    if (depth_ == kDeepest) return false;
    Keys keys{open(Node::Kind::map, at_)};
    do {
      const char* colon = key_end();
      if (colon == nullptr || !is_new(keys, between(at_, colon))) return false;
      add(Node::Kind::scalar, false, at_, colon, between(at_, colon));
      at_ = colon + 1;
      if (is_line_done(at_)) {
        if (!value_below(column, true)) return false;
      } else {
        at_ = skip_blanks(at_);
        if (at_entry() || !scalar(column)) return false;
      }
    } while (!at_end_ && this->column() == column);
    if (!all_differ(keys)) return false;
    close_block(keys.map);
    return true;
  }

  // ------------------------------------------------------------------ scalars

  bool scalar(int parent_column) {
    switch (*at_) {
      case '|':
      case '>':
        return block(parent_column) && leave_value(parent_column);
      case '"':
      case '\'':
        return quoted() && is_line_done(at_) && leave_value(parent_column);
      case '[':
      case '{':
        return flow() && is_line_done(at_) && leave_value(parent_column);
      default:
        return plain() && leave_value(parent_column);
    }
  }

  bool plain() {
    const char* const begin = at_;
    if (is(*begin, kNeverFirst)) return false;
    if ((*begin == '-' || *begin == '?' || *begin == ':') && is_blank_or_end(begin[1])) return false;
    const char* end = begin;
    for (;; ++end) {
      while (!is(*end, kEndsPlain)) ++end;
      if (end >= line_end_) break;
      if (*end == ':' && is_blank_or_end(end[1])) return false;
      if (*end == '#' && end[-1] == ' ') break;
    }
    while (end[-1] == ' ') --end;
    add_plain(begin, end);
    return true;
  }

  bool quoted() {
    const char quote = *at_;
    const char escape = quote == '"' ? '\\' : '\'';
    bool escaped = false;
    const char* end = at_ + 1;
    for (; end < line_end_ && (*end != quote || (quote == '\'' && end[1] == quote)); ++end) {
      if (*end != escape) continue;
      ++end;
      // Other escapes make other bytes of what is written.
      if (*end != quote && *end != '\\' && *end != '/') return false;
      escaped = true;
    }
    if (end >= line_end_) return false;
    const std::string_view written = between(at_ + 1, end);
    add(Node::Kind::scalar, true, at_, end + 1, escaped ? tree_.keep(unescape(written, escape)) : written);
    at_ = end + 1;
    return true;
  }

  // ------------------------------------------------------------------ flow style, on one line

  bool flow() {
    if (depth_ == kDeepest) return false;
    const bool is_map = *at_ == '{';
    const char closing = is_map ? '}' : ']';
    Keys keys{open(is_map ? Node::Kind::map : Node::Kind::list, at_)};
    at_ = skip_blanks(at_ + 1);
    while (*at_ != closing || tree_.nodes.size() > keys.map + 1) {
      if ((is_map && !flow_key(keys)) || !flow_value()) return false;
      at_ = skip_blanks(at_);
      if (*at_ == closing) break;
      if (*at_ != ',') return false;
      at_ = skip_blanks(at_ + 1);
    }
    ++at_;
    last_end_ = offset(at_);
    close(keys.map);
    return !is_map || all_differ(keys);
  }

  bool flow_key(Keys& keys) {
    const char* colon = key_end();
    if (colon == nullptr || colon[1] != ' ' || !is_new(keys, between(at_, colon))) return false;
    add(Node::Kind::scalar, false, at_, colon, between(at_, colon));
    at_ = skip_blanks(colon + 1);
    return true;
  }

  bool flow_value() {
    if (*at_ == '[' || *at_ == '{') return flow();
    if (*at_ == '"' || *at_ == '\'') return quoted();
    const auto is_inner = [](char c) { return is(c, kKeyByte) || static_cast<unsigned char>(c) >= 0x80; };
    if (!is_inner(*at_) || (*at_ == '-' && !is_inner(at_[1]))) return false;
    const char* end = at_;
    while (!is(*end, kEndsFlow) || (*end == ':' && is_inner(end[1])) || (*end == '?' && end[-1] != ' ')) ++end;
    const char* const behind = end;
    while (end[-1] == ' ') --end;
    add_plain(at_, end);
    at_ = behind;
    return true;
  }

  // ------------------------------------------------------------------ block scalars

  /// The text below `|` or `>`; on return at_ no longer matters.
  bool block(int parent_column) {
    const char* const begin = at_;
    const bool folded = *at_++ == '>';
    const char chomping = *at_ == '-' || *at_ == '+' ? *at_++ : ' ';
    // yaml-cpp loses line ends of `>+` at the end of a file, so it is asked.
    if (skip_blanks(at_) != line_end_ || (folded && chomping == '+')) return false;
    const std::size_t slot = tree_.nodes.size();
    add(Node::Kind::scalar, true, begin, begin, {});
    block_.clear();
    const char* const end = folded ? block_lines<true>(parent_column) : block_lines<false>(parent_column);
    if (end == nullptr || block_.size() > kLongestScalar) return false;
    if (chomping != '+') block_.resize(block_.find_last_not_of('\n') + 1);
    if (chomping == ' ') block_ += '\n';
    tree_.nodes[slot].text = tree_.keep(block_);
    tree_.nodes[slot].span.end = last_end_ = offset(end);
    return true;
  }

  /// Fills block_ with all lines, each with its line end; gives the end of the last that is not empty, null for "not mine".
  template <bool folded>
  const char* block_lines(int parent_column) {
    int indent = -1;
    std::size_t blank_lines = 0;
    const char* last = nullptr;
    while (next_line_ != part_end_) {
      const char* const before = next_line_;
      take_line();
      if (next_line_[-1] != '\n') return nullptr;
      const char* const content = skip_blanks(line_begin_);
      if (content == line_end_) {
        if (last == nullptr || content != line_begin_) return nullptr;
        ++blank_lines;
        continue;
      }
      const auto in = static_cast<int>(content - line_begin_);
      if (indent < 0) indent = in;
      if (in < indent || in <= parent_column || in == 0) {
        if (last == nullptr || in > parent_column || *content == '#') return nullptr;
        next_line_ = before;
        --next_number_;
        break;
      }
      // Lines that stand further in are not folded, and what a tab counts for is a matter of taste.
      if (folded && in > indent) return nullptr;
      if (has_tabs_ && (*content == '\t' || (folded && between(content, line_end_).find('\t') != std::string_view::npos))) return nullptr;
      if (folded && last != nullptr && blank_lines == 0) block_.back() = ' ';
      block_.append(folded && last != nullptr && blank_lines != 0 ? blank_lines - 1 : blank_lines, '\n');
      block_.append(line_begin_ + indent, line_end_).push_back('\n');
      blank_lines = 0;
      last = line_end_;
    }
    block_.append(blank_lines, '\n');
    return last;
  }

  static constexpr std::size_t kManyKeys = 32;
  static constexpr int kLongestKey = 128;

  const char* source_;
  const char* part_end_;
  const char* line_begin_ = nullptr;
  const char* line_end_ = nullptr;
  const char* at_ = nullptr;
  const char* next_line_;
  std::uint32_t number_ = 0;
  std::uint32_t next_number_;
  std::uint32_t last_end_ = 0;
  std::size_t depth_ = 0;
  bool at_end_ = false;
  bool has_tabs_ = false;
  std::string block_;
  Tree& tree_;
};

}  // namespace

bool read_yaml_strict(const Source& source, Span part, std::uint32_t first_line, Tree& tree) {
  tree.clear();
  if (StrictReader(source, part, first_line, tree).read()) return true;
  tree.clear();
  return false;
}

}  // namespace mentor
