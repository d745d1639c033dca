// YAML to the neutral tree. Two readers with one result: the strict one takes what it knows, yaml-cpp behind a guard takes the rest and
// is the only one that reports syntax errors.
#pragma once
#include "journal/problem.hpp"
#include "journal/source.hpp"
#include "journal/tree.hpp"

namespace mentor {

enum class YamlReader : std::uint8_t { fastest, reference };

/// Reads the YAML in `part` of a source that passed check_bytes(). On an error the tree is empty and `problems` says why and where;
/// duplicate keys are problems too, and only the first of them stays in the tree.
void read_yaml(const Source& source, Span part, std::uint32_t first_line, Tree& tree, Problems& problems, YamlReader reader = YamlReader::fastest);

}  // namespace mentor
