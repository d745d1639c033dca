// Builds the tree from the events of a YAML parser, and proves each event on the bytes: yaml-cpp drops text, accepts keys without a colon
// and gives no ends, so nothing it says is taken that does not stand in the file just there.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/tree.hpp"
#include "journal/yaml_fault.hpp"

namespace mentor {

/// Offsets are bytes of the source. Every function that returns nothing throws a YamlFault when the bytes say otherwise.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, Span part, std::uint32_t first_line, Tree& tree);

  /// A value left out, or a word for nothing at `at`.
  void null(std::size_t at);
  void scalar(std::size_t at, bool quoted, const std::string& value);
  void begin(Node::Kind kind, std::size_t at, bool in_brackets);
  void end();
  /// The parser says that the document ends; holds it to that.
  void finish();

  /// What is known when the parser gives up at a byte.
  YamlTrouble trouble(std::size_t stuck) const;
  /// Keys that stood twice; the tree has the first of each.
  const std::vector<YamlFault>& repeated_keys() const { return repeated_keys_; }

 private:
  struct Open {
    std::size_t node;
    bool in_brackets;
    /// Of its keys or dashes; of no account in brackets.
    std::size_t column = 0;
    std::size_t children = 0;
  };

  bool expects_key() const;
  /// The outermost bracket still open, or npos.
  std::size_t bracket() const;
  void place();
  void place_root();
  void take(char indicator);
  void take_dash();
  void take_colon();
  void hold_column(Open& parent);
  void hold_value(std::size_t begin) const;
  std::size_t scalar_end(std::size_t begin, bool quoted, const std::string& value) const;
  std::size_t spread_end(std::size_t begin, const std::string& value) const;
  std::size_t null_word_end(std::size_t begin) const;
  void add(Node::Kind kind, bool quoted, std::size_t begin, std::size_t end, std::string_view text);
  void drop_repeated_keys(std::size_t map);

  char byte(std::size_t at) const { return at < part_.end ? text_[at] : '\0'; }
  std::size_t skip_blanks(std::size_t at) const;
  std::size_t skip_between(std::size_t at) const;
  std::size_t column_of(std::size_t at) const;
  std::uint32_t line_of(std::size_t at);
  bool is_marker(std::size_t at, std::string_view marker) const;
  [[noreturn]] void fail(std::size_t at) const;
  [[noreturn]] void fail(std::size_t at, YamlFault otherwise) const;

  std::string_view text_;
  Span part_;
  Tree& tree_;
  std::vector<Open> open_;
  std::vector<YamlFault> repeated_keys_;
  std::size_t cursor_;
  /// Behind the last indicator: where a value that is left out would stand.
  std::size_t gap_;
  std::size_t last_end_ = 0;
  std::size_t counted_to_;
  std::uint32_t line_;
  bool root_done_ = false;
};

}  // namespace mentor
