#include "commands/yaml_as_json.hpp"

#include <algorithm>

#include "base/encode.hpp"
#include "journal/yaml.hpp"

namespace mentor {
namespace {

bool is_number(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || text.size() > 9 || !is_digit(text.front()) || !is_digit(text.back())) return false;
  if (text.size() > 1 && text[0] == '0' && text[1] != '.') return false;
  return std::ranges::all_of(text, [&](char c) { return is_digit(c) || c == '.'; }) && std::ranges::count(text, '.') <= 1;
}

std::string value_as_json(const Tree& tree, std::uint32_t at);

/// Items or keys and values, from the child at `at` to the end of its parent.
std::string children_as_json(const Tree& tree, std::uint32_t at, std::uint32_t end, bool is_map) {
  std::string out;
  while (at < end) {
    if (!out.empty()) out += ", ";
    if (is_map) {
      out += encode::json(tree.nodes[at].text) + ": ";
      at = tree.nodes[at].next;
    }
    out += value_as_json(tree, at);
    at = tree.nodes[at].next;
  }
  return out;
}

std::string value_as_json(const Tree& tree, std::uint32_t at) {
  const Node& node = tree.nodes[at];
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::scalar:
      return !node.quoted && is_number(node.text) ? std::string(node.text) : encode::json(node.text);
    case Node::Kind::list:
      return "[" + children_as_json(tree, at + 1, node.next, false) + "]";
    case Node::Kind::map:
      return "{" + children_as_json(tree, at + 1, node.next, true) + "}";
  }
  return {};
}

}  // namespace

std::string yaml_as_json(std::string_view yaml) {
  if (yaml.empty() || yaml == "|") return {};
  Source source{"example", "value: " + std::string(yaml) + "\n"};
  Tree tree;
  Problems problems;
  read_yaml(source, {0, static_cast<std::uint32_t>(source.text.size())}, 1, tree, problems);
  constexpr std::uint32_t kValue = 2;  // behind the map and its only key
  return tree.nodes.size() > kValue ? value_as_json(tree, kValue) : std::string{};
}

}  // namespace mentor
