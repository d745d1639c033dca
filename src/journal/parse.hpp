// From the files of one unit to one relationship: which reader takes which file, and what each file is to the relationship.
#pragma once
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "journal/programme.hpp"
#include "journal/markdown.hpp"
#include "journal/notes_plan.hpp"
#include "journal/problem.hpp"
#include "journal/source.hpp"
#include "journal/tree.hpp"
#include "journal/understood.hpp"

namespace mentor {

/// Whether the unit is one voice's answers, for the relationship in `ada.md` beside the folder `ada`: `ada/feedback/2026-03-02-mentee.md`.
bool is_voice(const Unit& unit);

/// All units of a folder, found by path.
class Units {
 public:
  explicit Units(std::vector<Unit> units);
  const Unit& operator[](std::size_t index) const { return units_[index]; }
  std::size_t size() const { return units_.size(); }
  /// Files by themselves (no folder units) whose path begins with `prefix`, as indices.
  std::vector<std::size_t> files_below(std::string_view prefix) const;
  /// Whether any file stands by itself in a folder of answers.
  bool have_voices() const { return have_voices_; }

 private:
  std::vector<Unit> units_;
  bool have_voices_ = false;
  // sorted when somebody asks; few journals do
  mutable std::once_flag sorted_;
  mutable std::vector<std::size_t> files_by_path_;
};

/// One unit, read. Everything in `relationship` views `sources` and `trees`, until the next unit is read into the same Reading: its
/// buffers are used again, so a worker needs one.
struct Reading {
  std::vector<Source> sources;
  /// How many of the sources belong to this unit.
  std::size_t files = 0;
  std::string id;
  Relationship relationship;
  enum class Kind : std::uint8_t { relationship, orphan, broken } kind = Kind::orphan;
  Problems problems;
  /// Units whose files were read as notes of this relationship.
  std::vector<std::size_t> adopted;

  std::deque<Tree> trees;
  /// Sources whose dates were found as people write them, rising.
  std::vector<std::uint32_t> free_files;
  /// Files as they are to be, or as they were a moment ago: these are not read from the folder.
  std::vector<Source> drafts;
};

/// Reads unit `index`. An orphan is a file that names neither mentor nor mentee; a broken one could not be read. Into `understood`, when it
/// is given, goes how each line of its notes was understood.
void read_unit(const Folder& folder, const Units& units, std::size_t index, const Programme& programme, YamlReader yaml, Reading& reading,
               Understood* understood = nullptr);

/// Adds the problem of a single meeting in freely written notes that lies after `today`: a slip of the pen. Several are no slip, but a look
/// back at an earlier day.
void report_future(Reading& reading, Date today);

/// The problem of an orphan that nobody adopted.
Problem orphan_problem(const Unit& unit);

/// `mentor.yaml`, with the texts it views.
struct ProgrammeFile {
  Source source;
  Tree tree;
  Programme programme;
  Problems problems;
};
/// Reads `name` in the root; all of its problems are errors of settings.
std::unique_ptr<ProgrammeFile> read_programme(const Folder& folder, std::string_view name);

/// What a path tells of its file.
bool is_markdown(std::string_view path);
bool is_answers_path(std::string_view path);

/// Reads one source by itself, as the tests and editors do: YAML or Markdown by its path.
void read_source(const Source& source, MarkdownRole role, Tree& tree, Problems& problems, YamlReader yaml = YamlReader::fastest,
                 const notes::Notes* notes = nullptr);

}  // namespace mentor
