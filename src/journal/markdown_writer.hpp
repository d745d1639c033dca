// A section becomes part of the tree: its fields under the root key that it fills, in the order in which they were met.
#pragma once
#include <string_view>
#include <vector>

#include "journal/markdown_section.hpp"
#include "journal/problem.hpp"
#include "journal/tree.hpp"
#include "journal/yaml.hpp"

namespace mentor::markdown {

/// Whether `[...]` or `{...}` is YAML for the field, and not words in brackets.
bool is_collection(const Field& field, std::string_view value);

class SectionWriter {
 public:
  SectionWriter(const Source& source, Tree& tree, Problems& problems, YamlReader yaml) : source_(source), tree_(tree), problems_(problems), yaml_(yaml) {}

  /// Adds the section to the root map, under the key it fills.
  void write(Section& section);
  /// A piece of `line`; its span is exact where the bytes stand in the source.
  Piece piece(const Line& line, std::string_view text) const;

  std::uint32_t open(Node::Kind kind, std::uint32_t line, Span span);
  void close(std::uint32_t node, std::uint32_t end);
  /// Copies nodes [first, last) of another tree; what that tree decoded is kept in this one.
  void graft(const std::vector<Node>& nodes, std::size_t first, std::size_t last);

 private:
  void write_fields(Section& section);
  void write_entry(Section& section, std::size_t index);
  void write_parts(Section& section, std::size_t first);
  void write_value(const Field& field, const Entry& entry, const Section& section);
  void write_items(const Entry& entry, const Section& section);
  void write_record(const Kind& kind, const Piece& value);
  void write_records(const Section& section);
  void write_own(const Section& section);
  void write_free(Section& section);
  void write_tasks(const Section& section);
  void write_task(const Section& section, const Line& line);
  void write_note_actions(const Section& section);
  void write_verdicts(const Section& section);
  void write_hidden(const Section& section);
  bool write_flow(const Piece& value);

  void key(std::string_view name, const Piece& at);
  void scalar(const Piece& value, bool quoted = false);
  void null(const Piece& at);

  const Source& source_;
  Tree& tree_;
  Problems& problems_;
  YamlReader yaml_;
  Tree flow_;
};

}  // namespace mentor::markdown
