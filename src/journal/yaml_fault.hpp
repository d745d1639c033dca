// Why a piece of YAML cannot be read, in words for the person who wrote it. A parser knows the place; the habit behind it is found here.
#pragma once
#include <string_view>

#include "journal/problem.hpp"
#include "journal/source.hpp"

namespace mentor {

/// The first thing wrong with a piece of YAML; thrown by the readers' inner parts and caught in yaml.cpp.
struct YamlFault {
  const ProblemKind* kind;
  Span span;
  Message message;
  Message repair;
};

/// A stretch of YAML in a source that cannot be read: all before `understood` was, and the parser gave up at `stuck`.
struct YamlTrouble {
  std::string_view text;
  Span part;
  std::size_t understood;
  std::size_t stuck;
  /// The bracket that the parser is inside of, or npos.
  std::size_t bracket;
  /// Where the last value that was understood begins, or npos.
  std::size_t last;
};

/// The likely reason: the first habit from a list that the bytes show, else `otherwise`.
/// To add one: a function in yaml_fault.cpp, its row in kHabits, a case in yaml_test.cpp.
YamlFault explain(const YamlTrouble& trouble, YamlFault otherwise);

/// A fault that says no more than where.
YamlFault unexplained(const YamlTrouble& trouble);

/// Behind the closing quote of the scalar that opens at `quote`; npos when it is not closed before `end`.
std::size_t quote_end(std::string_view text, std::size_t quote, std::size_t end);

Span span_of(std::size_t begin, std::size_t end);

}  // namespace mentor
