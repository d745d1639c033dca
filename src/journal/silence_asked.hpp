// Comments that ask for silence about one rule: `# mentor: ignore RULE -- reason` in YAML, `<!-- mentor: ignore RULE -- reason -->` in
// Markdown.
#pragma once
#include "journal/journal.hpp"
#include "journal/source.hpp"
#include "journal/tree.hpp"

namespace mentor {

/// Adds what the comments of a source ask for; `tree` is what was read from it. Words inside a value, in code or in private text ask for
/// nothing.
void find_silence_asked(const Source& source, std::uint32_t file, const Tree& tree, std::vector<Ignore>& found);

}  // namespace mentor
