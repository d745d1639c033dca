// Which lines of a file belong to their author alone. Broad on purpose: to show a line too few costs little, to show a private one does not.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "journal/source.hpp"

namespace mentor {

/// Lines by number, 1-based.
class PrivateLines {
 public:
  explicit PrivateLines(std::vector<bool> lines) : lines_(std::move(lines)) {}
  bool contains(std::uint32_t line) const { return line != 0 && line <= lines_.size() && lines_[line - 1]; }

 private:
  std::vector<bool> lines_;
};

/// Lines inside `<!-- private -->` blocks, and those of a `private:` key with all that may belong to it.
PrivateLines private_lines(const Source& source);

/// Whether a file's name says that it is private as a whole: `x.private.md`.
bool is_private_name(std::string_view path);

}  // namespace mentor
