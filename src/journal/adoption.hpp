// Adopting a folder of notes: where the file that does it will lie, which files it will adopt, and what speaks against it.
#pragma once
#include <string>
#include <vector>

#include "journal/source.hpp"

namespace mentor {

struct Adoption {
  /// The folder of the file to be written, absolute; and the file, as the user would name it.
  std::string folder, target;
  /// What the file is to its folder: itself first, then the notes.
  Unit unit;
  /// Globs below `folder` that find the notes.
  std::vector<std::string> globs;
  /// Where it lies below the journal: the id it will have there; empty when it lies elsewhere.
  std::string id;
};

/// Looks where `notes` lies: below `here`, else below the folder of the journal. `output` names the file to be written; empty: `relationship.md`
/// among the notes. A Failure says what is in the way; nothing is written.
Adoption plan_adoption(const std::string& notes, const std::string& output, const std::string& here, const std::string& journal);

}  // namespace mentor
