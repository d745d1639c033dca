// Whether two trees say the same, and where they first do not: shared by the differential test of the YAML readers and their fuzzer.
#pragma once
#include <fmt/core.h>

#include <string>

#include "journal/tree.hpp"

namespace mentor {

inline std::string describe(const Node& node) {
  return fmt::format("kind {} quoted {} line {} span {}-{} next {} text [{}]", static_cast<int>(node.kind), node.quoted, node.line, node.span.begin,
                     node.span.end, node.next, node.text);
}

inline bool same(const Node& a, const Node& b) {
  return a.kind == b.kind && a.quoted == b.quoted && a.line == b.line && a.span.begin == b.span.begin && a.span.end == b.span.end && a.next == b.next &&
         a.text == b.text;
}

/// Empty when the trees are equal.
inline std::string difference(const Tree& a, const Tree& b) {
  for (std::size_t i = 0; i < a.nodes.size() && i < b.nodes.size(); ++i) {
    if (!same(a.nodes[i], b.nodes[i])) return fmt::format("node {}: {} against {}", i, describe(a.nodes[i]), describe(b.nodes[i]));
  }
  return a.nodes.size() == b.nodes.size() ? "" : fmt::format("{} nodes against {}", a.nodes.size(), b.nodes.size());
}

}  // namespace mentor
