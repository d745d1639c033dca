#include "journal/markdown_lines.hpp"

#include <algorithm>
#include <cstring>

#include "journal/markdown_words.hpp"

namespace mentor::markdown {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->";

std::size_t line_end(std::string_view text, std::size_t from) {
  const void* found = from < text.size() ? std::memchr(text.data() + from, '\n', text.size() - from) : nullptr;
  return found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// Bytes of a comment at `at` that says nothing but `word`; 0 when it is another.
std::size_t comment_of(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t end = at + kOpen.size();
  while (end < text.size() && is_blank(text[end])) ++end;
  if (!same_name(text.substr(std::min(end, text.size()), word.size()), word)) return 0;
  end += word.size();
  while (end < text.size() && is_blank(text[end])) ++end;
  return text.substr(std::min(end, text.size())).starts_with(kClose) ? end + kClose.size() - at : 0;
}

bool is_rule(std::string_view words) {
  const char mark = words[0];
  std::size_t marks = 0;
  for (const char c : words) {
    if (c == mark)
      ++marks;
    else if (!is_blank(c))
      return false;
  }
  return marks >= 3;
}

/// Bytes of `1.` or `1)`, which must have a blank behind it.
std::size_t number_marker(std::string_view words) {
  std::size_t digits = 0;
  while (digits < words.size() && digits < 10 && is_digit(words[digits])) ++digits;
  if (digits == 0 || digits > 9 || digits + 1 >= words.size()) return 0;
  return (words[digits] == '.' || words[digits] == ')') && is_blank(words[digits + 1]) ? digits + 1 : 0;
}

std::size_t run_of(std::string_view words, char c) { return std::min(words.find_first_not_of(c), words.size()); }

}  // namespace

Lines::Lines(const Source& source, std::uint32_t begin, std::uint32_t number, Tree& tree, Problems& problems)
    : text_(source.text), source_(source), tree_(tree), problems_(problems), at_(begin), number_(number) {
  find_comment(begin);
}

void Lines::find_comment(std::size_t from) {
  while (from < text_.size()) {
    const void* found = std::memchr(text_.data() + from, '<', text_.size() - from);
    if (found == nullptr) break;
    from = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    if (text_.substr(from, kOpen.size()) == kOpen) {
      comment_ = from;
      return;
    }
    ++from;
  }
  comment_ = text_.size();
}

bool Lines::next(Line& line) {
  for (;;) {
    if (given_ < hidden_.size()) {
      line = hidden_[given_++];
      return true;
    }
    if (at_ >= text_.size()) return false;
    std::size_t end = line_end(text_, at_);
    line.number = number_;
    const std::size_t visible = end > at_ && text_[end - 1] == '\r' ? end - 1 : end;
    line.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(visible)};
    line.text = text_.substr(at_, visible - at_);
    classify(line);
    bool says_something = true;
    if (comment_ < end) {
      if (line.kind == LineKind::code)
        find_comment(end);
      else if ((says_something = take_out_comments(line, end)))
        classify(line);
      else
        goes_on_ = false;
    }
    at_ = end + 1;
    ++number_;
    // A line that holds nothing but comments is not even a blank one.
    if (says_something) return true;
  }
}

bool Lines::in_code(std::size_t begin, std::size_t end) {
  return std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end), '`') % 2 != 0;
}

bool Lines::take_out_comments(Line& line, std::size_t& end) {
  std::string joined;
  std::string_view only;
  std::size_t cursor = at_, looked_at = at_;
  bool taken = false, code = false;
  const auto add = [&](std::string_view piece) {
    if (piece.empty()) return;
    if (trim(only).empty()) {
      only = piece;
      // Behind a comment of several lines the line begins further down.
      if (line.number != number_) line.span.begin = static_cast<std::uint32_t>(piece.data() - text_.data());
      line.number = number_;
    } else
      joined.append(joined.empty() ? only : std::string_view{}).append(piece);
  };
  while (comment_ < end) {
    code ^= in_code(looked_at, comment_);
    looked_at = comment_;
    const std::size_t close = code ? std::string_view::npos : text_.find(kClose, comment_ + 2);
    if (close == std::string_view::npos) {
      // A comment that never closes is text: nothing behind it may vanish.
      if (code)
        find_comment(comment_ + 1);
      else
        comment_ = text_.size();
      continue;
    }
    taken = true;
    add(text_.substr(cursor, comment_ - cursor));
    const std::size_t opened = comment_of(text_, comment_, "private");
    const std::size_t from = comment_;
    cursor = opened != 0 ? take_private(from) : close + kClose.size();
    looked_at = cursor;
    number_ +=
        static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.begin() + static_cast<std::ptrdiff_t>(cursor), '\n'));
    if (cursor > end) end = line_end(text_, cursor);
    find_comment(cursor);
  }
  if (!taken) return true;
  add(trim_right(text_.substr(cursor, end - cursor)));
  line.text = joined.empty() ? trim_right(only) : tree_.keep(std::move(joined));
  line.span.end = static_cast<std::uint32_t>(end);
  return !trim(line.text).empty();
}

std::size_t Lines::take_private(std::size_t begin) {
  const std::size_t from = begin + comment_of(text_, begin, "private");
  Line line;
  line.kind = LineKind::hidden;
  line.number = number_;
  std::size_t close = text_.find(kOpen, from), size = 0;
  while (close != std::string_view::npos && (size = comment_of(text_, close, "/private")) == 0) close = text_.find(kOpen, close + 1);
  if (close == std::string_view::npos) {
    close = text_.size();
    problems_.push_back(problem_at(problems::private_unclosed, source_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(from)},
                                   say("private text begins here and is never closed"),
                                   say("write `<!-- /private -->` where it ends; until then all text behind it stays private")));
  }
  line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close + size)};
  line.text = line.words = text_.substr(from, close - from);
  hidden_.push_back(line);
  return close + size;
}

bool Lines::opens_fence(const Line& line) {
  const char mark = line.words[0];
  const std::size_t size = run_of(line.words, mark);
  if (size < 3) return false;
  if (mark == '`' && line.words.find('`', size) != std::string_view::npos) return false;
  const auto holds = std::find_if(items_.rbegin(), items_.rend(), [&line](std::uint32_t column) { return column <= line.indent; });
  const std::uint32_t column = holds == items_.rend() ? 0 : *holds;
  if (line.indent > column + 3) return false;
  leave_items(line.indent);
  fence_column_ = column;
  fence_ = mark;
  fence_size_ = size;
  return true;
}

void Lines::leave_items(std::uint32_t indent) {
  while (!items_.empty() && items_.back() > indent) items_.pop_back();
}

void Lines::enter_item(const Line& line, std::string_view words, std::size_t marker) {
  leave_items(line.indent);
  std::uint32_t column = line.indent + static_cast<std::uint32_t>(marker), gap = 0;
  for (const char c : words.substr(marker)) {
    if (!is_blank(c)) break;
    gap = c == '\t' ? ((column + gap) | 3U) + 1 - column : gap + 1;
  }
  // further in it would be indented code
  items_.push_back(column + (gap > 4 ? 1 : std::max(gap, 1U)));
}

void Lines::classify(Line& line) {
  const char* begin = line.text.data();
  const char* const end = begin + line.text.size();
  std::uint32_t indent = 0;
  for (; begin != end && is_blank(*begin); ++begin) indent = *begin == '\t' ? (indent | 3U) + 1 : indent + 1;
  line.indent = indent;
  line.words = trim_right({begin, static_cast<std::size_t>(end - begin)});
  // a fence ends with the item that holds it
  if (fence_ != 0 && indent < fence_column_ && !line.words.empty()) fence_ = 0;
  const bool goes_on = goes_on_;
  goes_on_ = false;
  if (fence_ != 0) {
    line.kind = LineKind::code;
    const std::size_t run = run_of(line.words, fence_);
    if (run == line.words.size() && run >= fence_size_ && indent <= fence_column_ + 3) fence_ = 0;
    return;
  }
  if (line.words.empty()) {
    line.kind = LineKind::blank;
    return;
  }
  line.kind = LineKind::text;
  if (!goes_on) leave_items(indent);
  const std::string_view words = line.words;
  std::size_t marker = 0;
  switch (words[0]) {
    case '#': {
      const std::size_t level = run_of(words, '#');
      if (level > 6 || indent > 3 || (level < words.size() && !is_blank(words[level]))) break;
      leave_items(indent);
      line.kind = LineKind::heading;
      line.level = static_cast<std::uint8_t>(level);
      line.words = trim_left(words.substr(level));
      const std::size_t last = line.words.find_last_not_of('#');
      if (last == std::string_view::npos)
        line.words = {};
      else if (last + 1 < line.words.size() && is_blank(line.words[last]))
        line.words = trim_right(line.words.substr(0, last));
      return;
    }
    case '`':
    case '~':
      if (!opens_fence(line)) break;
      line.kind = LineKind::code;
      return;
    case '_':
      if (!is_rule(words)) break;
      line.kind = LineKind::rule;
      return leave_items(indent);
    case '-':
    case '*':
    case '+':
      if (words[0] != '+' && is_rule(words)) {
        line.kind = LineKind::rule;
        return leave_items(indent);
      }
      marker = words.size() == 1 || is_blank(words[1]) ? 1 : 0;
      break;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      marker = number_marker(words);
      break;
    default:
      break;
  }
  goes_on_ = true;
  if (marker == 0) return;
  line.kind = LineKind::item;
  line.words = trim_left(words.substr(marker));
  enter_item(line, words, marker);
}

}  // namespace mentor::markdown
