// A journal's file as nested parts: sections, entries, fields, lines. Nothing of the file is left out, so that putting the parts
// together again gives every byte; whoever merges two versions moves parts and writes none.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// One part. Views the text that it was found in.
struct Part {
  enum class Kind : std::uint8_t {
    line,   // free text: a line that stands where it stands
    field,  // a key with its value: there is one of a key in the same place
    entry,  // a section, an item of a list, a row: there may be any number
  };

  Kind kind = Kind::line;
  /// By what it is known in another version: the field's name, the date or heading of an entry; of a line and an item its words.
  std::string_view key = {};
  /// ISO day of an entry that has one.
  std::string_view date = {};
  /// What parts it from the part before: blank lines and indentation, or a comma.
  std::string_view lead = {};
  /// All of it but the lead: `head`, the children with their leads, `tail`.
  std::string_view core = {};
  /// Up to the first child; all of it when there are no children.
  std::string_view head = {};
  std::string_view tail = {};
  std::vector<Part> children = {};
  /// The first child has no lead of its own kind: it stands behind a dash or an opening bracket.
  bool begins_inline = false;
  /// What goes before a child that stood first and does so no more; when the first child begins inline.
  std::string next_lead = {};
  /// Begins at the beginning of a line and ends with its end.
  bool is_lines = true;
};

enum class Spelling : std::uint8_t { markdown, yaml, plain };

/// What a text without a name is: Markdown, unless it can only be YAML.
Spelling guess_spelling(std::string_view text);

/// The whole text as one part. It must have LF line ends and end with one.
Part outline(std::string_view text, Spelling spelling);

/// The parts of YAML in a part of such a text that begins and ends with a line: of a YAML file all of it, of Markdown its front matter.
Part outline_yaml(std::string_view text);
Part outline_markdown(std::string_view text);

}  // namespace mentor
