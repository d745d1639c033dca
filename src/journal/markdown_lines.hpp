// The lines of a Markdown text: what each is by its first bytes, with comments taken out and private blocks set apart. Every byte is
// looked at a bounded number of times, whatever the text holds.
#pragma once
#include <string_view>
#include <vector>

#include "journal/problem.hpp"
#include "journal/source.hpp"
#include "journal/tree.hpp"

namespace mentor::markdown {

enum class LineKind : std::uint8_t {
  blank,
  text,
  heading,  // `## words`
  item,     // `- words`, `* words`, `+ words`, `1. words`, `1) words`
  code,     // a fence, or a line inside one
  rule,     // `---`, `***`, `___`
  hidden,   // what stands in a private block, on however many lines
};

struct Line {
  LineKind kind = LineKind::blank;
  /// Of a heading, 1 to 6.
  std::uint8_t level = 0;
  /// 1-based.
  std::uint32_t number = 0;
  /// Columns before the first visible byte.
  std::uint32_t indent = 0;
  /// The line as it stands in the source, without its end.
  Span span;
  /// The whole line without comments; lies in the source, or in the tree when a comment stood in its middle.
  std::string_view text;
  /// What is left of it without indent, marker and blanks at the end.
  std::string_view words;
};

/// Gives the lines of a source from `begin` on, one after the other.
class Lines {
 public:
  Lines(const Source& source, std::uint32_t begin, std::uint32_t number, Tree& tree, Problems& problems);
  bool next(Line& line);

 private:
  void find_comment(std::size_t from);
  bool take_out_comments(Line& line, std::size_t& end);
  std::size_t take_private(std::size_t begin);
  bool opens_fence(const Line& line);
  void leave_items(std::uint32_t indent);
  void enter_item(const Line& line, std::string_view words, std::size_t marker);
  bool in_code(std::size_t begin, std::size_t end);
  void classify(Line& line);

  std::string_view text_;
  const Source& source_;
  Tree& tree_;
  Problems& problems_;
  std::size_t at_;
  /// Where the next comment opens; the size of the text when none does.
  std::size_t comment_ = 0;
  std::uint32_t number_;
  /// Private text that was met, and how much of it was given.
  std::vector<Line> hidden_;
  std::size_t given_ = 0;
  char fence_ = 0;
  std::size_t fence_size_ = 0;
  /// Where the words begin of the item that holds the fence.
  std::uint32_t fence_column_ = 0;
  /// Where the words begin of the items that are open, the outermost first.
  std::vector<std::uint32_t> items_;
  /// Text may go on in the next line, even at the margin.
  bool goes_on_ = false;
};

}  // namespace mentor::markdown
