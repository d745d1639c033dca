// A folder with a file for each meeting: whether a relationship is kept so, what the next file is called, and how it is spelled.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/bind.hpp"
#include "journal/source.hpp"
#include "journal/wish.hpp"

namespace mentor {

struct NoteStyle {
  /// Of the new file, below the journal's root.
  std::string path;
  bool is_markdown = true, has_front_matter = false;
  /// Of the first heading.
  std::size_t level = 1;
};

/// `siblings` are all files of the relationship's folder, below it.
bool keeps_notes_of_meetings(std::span<const std::string> siblings, const Relationship& relationship);
/// As the latest of them is called and begins.
NoteStyle style_of_notes(const Folder& folder, const std::string& unit_folder, std::span<const std::string> siblings, const NewValue& date);
/// Ways to spell the meeting, the best first.
std::vector<std::string> spellings_of_note(const NewRecord& meeting, const NoteStyle& style, const People& people);

}  // namespace mentor
