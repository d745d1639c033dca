// The neutral tree: what every reader makes of a file and all that the binder knows of it. Keys are those of the vocabulary.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "journal/source.hpp"

namespace mentor {

/// One value or key. The nodes of a tree lie in reading order: a list's items, or a map's key, value, key, value, follow their parent.
struct Node {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  /// Written in quotes or as a block: never read as null, number or list of words.
  bool quoted = false;
  /// 1-based.
  std::uint32_t line = 0;
  /// Where it stands in the source: of a scalar its bytes as written, of a collection from its first to its last byte.
  Span span;
  /// Index of the node behind this one and all that it contains.
  std::uint32_t next = 0;
  /// The scalar's value, decoded; lies in the source or in the tree.
  std::string_view text;
};

/// The root is nodes[0]; a file that says nothing has no nodes. Reused from file to file, so that reading allocates little.
class Tree {
 public:
  std::vector<Node> nodes;

  void clear() {
    nodes.clear();
    kept_.clear();
  }
  /// Keeps a decoded value as long as the tree.
  std::string_view keep(std::string value) { return kept_.emplace_back(std::move(value)); }

  bool empty() const { return nodes.empty(); }

 private:
  std::deque<std::string> kept_;
};

}  // namespace mentor
