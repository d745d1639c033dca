// All relationships of a folder, seen one at a time: read, parsed, judged, rendered, and forgotten but for a few figures and where the
// rendered piece lies. Spread over threads; the result never depends on how many.
#pragma once
#include <memory>

#include "cli/spool.hpp"
#include "commands/command.hpp"
#include "journal/parse.hpp"
#include "rules/levels.hpp"

namespace mentor {

/// The folder's own settings, when a request sets other limits.
struct OwnSettings {
  Settings settings;
  Levels levels;
};

/// What is surveyed, and how.
struct Scope {
  const Folder& folder;
  const Units& units;
  /// Units by number, in path order.
  const std::vector<std::size_t>& chosen;
  const Programme& programme;
  const Settings& settings;
  const QuestionSets& questions;
  const Request& request;
  Look look;
  unsigned threads = 1;
  YamlReader yaml = YamlReader::fastest;
  const OwnSettings* own = nullptr;
  /// Whether all relationships of the folder are seen, so that they can be judged together.
  bool is_whole = false;
  bool judges_all() const { return is_whole && request.command->judges; }

  /// Sections are kept to the end, for their rows depend on each other.
  bool is_table() const { return request.command->is_table && request.format->table != nullptr; }
};

struct Surveyed {
  Brief brief;
  /// The sections as they will be printed, in that order: rendered, or, of a table, as they are.
  std::unique_ptr<Spool> spool;
  std::vector<Spool::Piece> pieces;
  std::vector<Section> rows;
};

/// Visits the chosen units. `known` are problems found before; they stand before those of the units.
Surveyed survey(const Scope& scope, const Problems& known);

}  // namespace mentor
