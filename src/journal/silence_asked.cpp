#include "journal/silence_asked.hpp"

#include <algorithm>
#include <cstring>

#include "journal/markdown_lines.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/markdown_words.hpp"
#include "journal/parse.hpp"

namespace mentor {
namespace {

constexpr std::string_view kAsks = "mentor: ignore", kOpen = "<!--", kClose = "-->", kBecause = "--";

std::size_t find_asks(std::string_view text, std::size_t from) {
  const void* const found = memmem(text.data() + from, text.size() - from, kAsks.data(), kAsks.size());
  return found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// A stretch of text that asks for silence, if it is a comment.
struct Asked {
  std::size_t begin, words, end;
  bool is_comment = true;
};

/// Looks through one source; every byte is looked at a bounded number of times.
class Comments {
 public:
  Comments(const Source& source, std::uint32_t file, const Tree& tree) : source_(source), text_(source.text), file_(file), tree_(tree) {}

  void find(std::vector<Ignore>& found) {
    std::size_t at = find_asks(text_, 0);
    if (at == text_.size()) return;
    const bool has_markdown = is_markdown(source_.path);
    const std::size_t yaml_ends = has_markdown ? markdown::find_front_matter(text_).behind : text_.size();
    for (; at < text_.size(); at = find_asks(text_, at)) at = at < yaml_ends ? take_yaml(at) : take_markdown(at);
    for (const Node& node : tree_.nodes)
      if (node.kind == Node::Kind::scalar && node.span.end <= yaml_ends) drop_inside(node.span);
    if (has_markdown) drop_no_comments(yaml_ends);
    for (const Asked& asked : asked_)
      if (asked.is_comment) found.push_back(read(asked));
  }

 private:
  /// Whether the words at `at` end there: nobody asks for anything with "mentor: ignored".
  bool is_whole(std::size_t at) const {
    const std::string_view behind = text_.substr(at + kAsks.size());
    return behind.empty() || markdown::is_blank(behind[0]) || behind[0] == '\r' || behind[0] == '\n' || behind.starts_with(kBecause);
  }

  /// Where the blanks before `at` begin, on its line.
  std::size_t before_blanks(std::size_t at) const {
    while (at > 0 && markdown::is_blank(text_[at - 1])) --at;
    return at;
  }

  /// Behind `#`, which has a blank or nothing before it. Gives where to look on.
  std::size_t take_yaml(std::size_t at) {
    const std::size_t behind_sign = before_blanks(at);
    if (!is_whole(at) || behind_sign == 0 || text_[behind_sign - 1] != '#') return at + kAsks.size();
    const std::size_t sign = behind_sign - 1, end = std::min(text_.find('\n', at), text_.size());
    if (sign == 0 || text_[sign - 1] == '\n' || markdown::is_blank(text_[sign - 1])) asked_.push_back({sign, at + kAsks.size(), end});
    return end;
  }

  std::size_t take_markdown(std::size_t at) {
    const std::size_t behind_open = before_blanks(at);
    if (!is_whole(at) || !text_.substr(0, behind_open).ends_with(kOpen)) return at + kAsks.size();
    const std::size_t end = std::min(text_.find(kClose, at), text_.size());
    if (end < text_.size()) asked_.push_back({behind_open - kOpen.size(), at + kAsks.size(), end});
    return end;
  }

  void drop_inside(Span span) {
    for (auto asked = std::ranges::lower_bound(asked_, span.begin, {}, &Asked::begin); asked != asked_.end() && asked->begin < span.end; ++asked)
      asked->is_comment = false;
  }

  /// Code, private text, and lines that only quote such a comment.
  void drop_no_comments(std::size_t begin) {
    Problems told_already;
    Tree scratch;
    markdown::Lines lines{source_, static_cast<std::uint32_t>(begin), 1, scratch, told_already};
    for (markdown::Line line; lines.next(line);)
      if (line.kind == markdown::LineKind::hidden || line.text.find(kAsks) != std::string_view::npos) drop_inside(line.span);
  }

  Ignore read(const Asked& asked) const {
    const std::string_view words = text_.substr(asked.words, asked.end - asked.words);
    const std::size_t because = words.find(kBecause);
    Ignore ignore;
    ignore.place = {file_, line_at(source_, asked.begin).number, static_cast<std::uint32_t>(asked.begin)};
    ignore.rule = Text{markdown::trim(words.substr(0, because))};
    if (because != std::string_view::npos) ignore.reason = Text{markdown::trim(words.substr(because + kBecause.size()))};
    return ignore;
  }

  const Source& source_;
  std::string_view text_;
  std::uint32_t file_;
  const Tree& tree_;
  /// In the order of the text.
  std::vector<Asked> asked_;
};

}  // namespace

void find_silence_asked(const Source& source, std::uint32_t file, const Tree& tree, std::vector<Ignore>& found) { Comments{source, file, tree}.find(found); }

}  // namespace mentor
