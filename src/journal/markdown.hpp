// Markdown to the neutral tree: front matter, headings, `Key: value` lines and task items, read line by line in linear time. The tree
// has the shape of a relationship, whatever the file holds: a meeting note becomes `meetings: [...]`.
#pragma once
#include "journal/problem.hpp"
#include "journal/source.hpp"
#include "journal/tree.hpp"
#include "journal/yaml.hpp"

namespace mentor {
namespace notes {
struct Notes;
}

/// What the file is to its folder; decides what front matter and text before the first heading belong to.
enum class MarkdownRole : std::uint8_t {
  relationship,  // front matter names mentor and mentee; sections follow
  note,          // one meeting, or several under dated headings, of the folder's relationship
  answers,       // one voice's answers to a question set
};

/// Reads a source that passed check_bytes(). Sections that repeat (two goals, three meetings) repeat their key in the root map, each
/// with a list; the binder appends. Keys that the file does not spell have the span of the line that implies them.
/// `notes` says how the dates of a file of notes were settled and who the two are; none reads it as the journal spells it.
void read_markdown(const Source& source, MarkdownRole role, Tree& tree, Problems& problems, YamlReader reader = YamlReader::fastest, const notes::Notes* notes = nullptr);

}  // namespace mentor
