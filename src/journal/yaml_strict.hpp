// The fast YAML reader: the plain block style that journals are written in. It says "not mine" to anything unusual and to anything
// wrong, and never reports an error itself; what it accepts, it reads exactly as yaml-cpp does.
#pragma once
#include "journal/source.hpp"
#include "journal/tree.hpp"

namespace mentor {

/// Reads the YAML in `part` of a source that passed check_bytes(); `first_line` is the number of its first line. Appends to nothing: the
/// tree is cleared. False: not mine, and the tree is empty.
bool read_yaml_strict(const Source& source, Span part, std::uint32_t first_line, Tree& tree);

}  // namespace mentor
