// Files that a command makes in the journal's folder: read once before they are written, and shown.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "commands/command.hpp"
#include "journal/parse.hpp"

namespace mentor {

struct NewFile {
  /// Below the journal's root.
  std::string path, text;
};

/// The relationship that the file will be. A Failure when the reader finds anything wrong with it: then nothing is written.
Reading require_clean(const Brief& brief, const NewFile& file);

/// The lines of files that would be written.
void add_lines(Block& block, const NewFile& file);

/// The files, to be written unless --dry-run asks otherwise, and a section that names them; with --dry-run or -v their lines too.
Written new_files(const Brief& brief, std::vector<NewFile> files, Message heading);

}  // namespace mentor
