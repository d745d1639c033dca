// The user's folder: the only code that lists and reads it. Links are not followed, pipes and devices not opened, and whatever cannot
// be read is a Problem while the rest goes on.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// One file, read whole. `path` is relative to the journal's root, with '/'.
struct Source {
  std::string path;
  std::string text;
  /// Where lines begin, found when somebody asks; whoever replaces the text clears it.
  mutable std::vector<std::uint32_t> line_starts = {};
};

/// The line of `source` that holds the byte at `offset`: its number, and where it begins and ends without its line end.
struct SourceLine {
  std::uint32_t number = 1;
  std::size_t begin = 0, end = 0;
};
SourceLine line_at(const Source& source, std::size_t offset);

/// Bytes [begin, end) of a source.
struct Span {
  std::uint32_t begin = 0, end = 0;
};

struct Problem;

/// What may be one relationship: a file by itself, or a folder that holds a `relationship.*`.
struct Unit {
  /// Of a folder its path with a '/' behind it (empty: the root itself), of a file the path of its folder in the same way.
  std::string folder;
  /// File names below `folder`, sorted; of a folder `relationship.*` comes first.
  std::vector<std::string> files;
  bool is_folder = false;

  std::string path(std::size_t file) const { return folder + files[file]; }
  /// The path without extension and without a leading `pairs/`.
  std::string id() const;
};

/// A folder opened for reading. Closes itself; every path below it is opened beneath it.
class Folder {
 public:
  /// Throws a Failure when `path` is no folder or cannot be opened.
  explicit Folder(const std::string& path);
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  bool has_file(const char* name) const;
  /// All units in path order, or those of the folder at `below`, which ends with '/'. `exclude` are globs of paths that are not entered.
  std::vector<Unit> list(std::span<const std::string> exclude, std::vector<Problem>& problems, const std::string& below = {}) const;
  /// The unit with this id, found without looking at the others: none when there is none, two when two files share the id.
  std::vector<Unit> find(const std::string& id, std::span<const std::string> exclude) const;
  /// Reads all files of a unit into the first of `sources`, whose buffers are used again. A file that cannot be read stays empty, and a
  /// problem says why.
  void read(const Unit& unit, std::vector<Source>& sources, std::vector<Problem>& problems) const;
  /// The paths of all `.txt` files below `folder`, which ends with '/' or is empty; in order.
  std::vector<std::string> list_text_files(std::string_view folder) const;
  /// The folder at `path` below this one; null when there is none, when the way to it leads through a link, or out of this folder.
  std::unique_ptr<Folder> below(std::string_view path) const;
  /// Reads the file at `path` into `source`, whose path is set to `shown`, or to `path`.
  bool read_file(std::string_view path, Source& source, std::vector<Problem>& problems, std::string_view shown = {}) const;

 private:
  explicit Folder(int descriptor) : descriptor_(descriptor) {}
  /// Whether the folder at `path`, which ends with '/', holds a `relationship.*`.
  bool has_relationship(std::string_view path) const;
  /// Whether the folder at `path`, or one above it, is a unit as a whole.
  bool is_inside_unit(std::string_view path) const;

  int descriptor_ = -1;
};

/// Whether `path` matches `glob`: `*` and `?` within one folder, `**` across folders.
bool matches(std::string_view glob, std::string_view path);
/// The extension with its dot as it is written; empty when there is none.
std::string_view extension(std::string_view path);
/// Whether the extension is this one, in any case.
bool has_extension(std::string_view path, std::string_view lower_case);
bool is_journal_name(std::string_view name);

}  // namespace mentor
