// Splices in YAML: a record more in a list, a field set or cleared, an entry taken out, each in the manner of what stands around it. Serves
// whole files and the front matter of Markdown.
#pragma once
#include <cstdint>

#include "journal/splice.hpp"
#include "journal/tree.hpp"
#include "journal/wish.hpp"
#include "journal/yaml_spelling.hpp"

namespace mentor {

class YamlEdit {
 public:
  /// Of a Markdown file `end` is where its front matter ends, and keys behind it are not looked at.
  YamlEdit(const Source& source, const Tree& tree, std::size_t end);

  /// The value of a key in the map at a node; 0 when there is none.
  std::uint32_t find(std::uint32_t map, std::string_view key) const;
  /// One more record in the list `field` of a map, which need not be there yet.
  Splice add(std::uint32_t map, const Field& field, const NewRecord& record) const;
  /// The value of a key of a map, whether it is there or not; a value that says nothing takes the key out.
  Splice set(std::uint32_t map, const NewValue& value) const;
  /// Takes an entry out of its list, or the whole list when it is the only one.
  Splice remove_entry(std::uint32_t map, const Field& field, std::uint32_t entry) const;
  Splice remove_key(std::uint32_t map, std::string_view key) const;
  /// An entry that is a text alone becomes a map, and says a field besides.
  Splice widen(std::uint32_t entry, const Kind& kind, const NewValue& value) const;

 private:
  struct Keyed {
    std::uint32_t key = 0, value = 0;
  };
  std::vector<Keyed> keys(std::uint32_t map) const;
  std::vector<std::uint32_t> entries(std::uint32_t list) const;
  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }
  bool is_flow(std::uint32_t node) const;
  std::size_t column(std::size_t at) const;
  std::size_t dash(std::uint32_t entry) const;
  std::size_t end_of(std::uint32_t value) const;
  std::size_t end_of(const Keyed& keyed) const;
  void learn_style();
  void learn_indents(std::uint32_t map);

  Splice add_key(std::uint32_t map, const NewValue& value) const;
  Splice set_party(std::uint32_t parties, const NewValue& value) const;
  Splice replace(const Keyed& keyed, bool in_brackets, const NewValue& value) const;
  Splice add_to_flow(std::uint32_t list, const NewRecord& record) const;
  Splice add_to_empty(std::uint32_t map, std::uint32_t list, const NewRecord& record) const;
  Splice add_to_block(std::uint32_t list, const Field& field, const NewRecord& record) const;
  std::size_t place_by_date(const std::vector<std::uint32_t>& entries, const Field& field, const NewRecord& record) const;
  bool prefers_flow(const std::vector<std::uint32_t>& entries, std::size_t beside, const NewRecord& record, std::size_t column) const;
  Splice take_lines(std::size_t begin, std::size_t end) const;
  Splice take_between(const std::vector<Span>& all, std::size_t index) const;
  void refuse_comments(std::size_t begin, std::uint32_t value) const;

  const Source& source_;
  std::string_view text_;
  const Tree& tree_;
  std::size_t end_;
  yaml::Style style_;
};

}  // namespace mentor
