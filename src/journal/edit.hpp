// An edit: from the files of a relationship and a wish to the new bytes of one file. No file is ever written anew: bytes are spliced in the
// manner the file has, the result is read again by the real reader, and it must say what was said before, and the wish, and nothing else.
//
//   Reading now;
//   read_unit(folder, units, 0, programme, YamlReader::fastest, now);
//   const Edited edited = edit({folder, units, programme}, now, add_record(pause));
#pragma once
#include <span>
#include <string>
#include <vector>

#include "journal/parse.hpp"
#include "journal/refusal.hpp"
#include "journal/splice.hpp"
#include "journal/wish.hpp"

namespace mentor {

/// Where a Reading came from: it is read again from there, but for the file that was edited.
struct ReadFrom {
  const Folder& folder;
  const Units& units;
  std::size_t unit = 0;
  const Programme& programme;
  /// Of a folder all its files, also those that were not read.
  std::span<const std::string> siblings = {};
};

/// One change as it is shown: bytes of the file before and after it.
struct ChangedLines {
  /// 1-based, of the first line that is taken out or put in.
  std::uint32_t line = 0;
  std::string out, in;
};

struct Edited {
  /// Below the journal's root.
  std::string path;
  bool is_new = false;
  std::string before, after;
  std::vector<ChangedLines> changes;
  /// Where the record that was added or changed begins; 0 when it was taken out.
  std::uint32_t line = 0;

  bool changes_nothing() const { return !is_new && before == after; }
};

/// Nothing is spliced into what was not understood: throws NotEdited when the reading is no relationship.
void require_readable(const Reading& reading);

/// Makes the wish come true in one file of the relationship that `before` holds. Throws NotEdited when it cannot be done without touching
/// something else.
Edited edit(const ReadFrom& origin, const Reading& before, const Wish& wish);

/// The wish in words that can be kept by hand, when it could not be written: YAML.
std::string wish_in_words(const Wish& wish);

}  // namespace mentor
