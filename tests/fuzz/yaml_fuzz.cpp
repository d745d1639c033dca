// libFuzzer target: any bytes through the guard and both YAML readers. They must agree wherever the strict one takes the text, every node
// and problem must lie in it, and nothing may crash or hang. Built by hand with clang:
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc -Itests/properties tests/fuzz/yaml_fuzz.cpp
//     src/base/unicode.cpp src/journal/{guard,problem,yaml,yaml_builder,yaml_fault,yaml_strict}.cpp -lyaml-cpp -lfmt -lutf8proc -o yaml_fuzz
#include <cstdint>
#include <cstdlib>

#include "journal/guard.hpp"
#include "journal/yaml.hpp"
#include "journal/yaml_strict.hpp"
#include "same_tree.hpp"

namespace mentor {
namespace {

void require(bool holds, const std::string& what) {
  if (holds) return;
  fmt::print(stderr, "{}\n", what);
  std::abort();
}

void hold_tree(const Tree& tree, const Source& source) {
  const std::size_t size = source.text.size();
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    require(node.span.begin <= node.span.end && node.span.end <= size, "a span outside the text: " + describe(node));
    require(node.next > i && node.next <= tree.nodes.size(), "next leads nowhere: " + describe(node));
  }
}

void hold_problems(const Problems& problems) {
  for (const Problem& problem : problems) {
    require(problem.kind != nullptr && !problem.message.empty() && !problem.repair.empty(), "a problem that says nothing");
  }
}

}  // namespace
}  // namespace mentor

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mentor;
  const Source source{"x.yaml", std::string(reinterpret_cast<const char*>(data), size)};
  const Span part{0, static_cast<std::uint32_t>(size)};
  Problems problems;
  if (!check_bytes(source, problems)) {
    require(problems.size() == 1, "refused without a reason");
    hold_problems(problems);
    return 0;
  }
  static Tree strict;
  static Tree reference;
  const bool accepted = read_yaml_strict(source, part, 1, strict);
  read_yaml(source, part, 1, reference, problems, YamlReader::reference);
  hold_tree(reference, source);
  hold_problems(problems);
  if (!accepted) return 0;
  hold_tree(strict, source);
  require(problems.empty(), "the reference refuses what the strict reader takes");
  require(difference(strict, reference).empty(), difference(strict, reference));
  return 0;
}
