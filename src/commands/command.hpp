// A command: one verb. It sees a relationship at a time, as a finished value, and says something about it; it has no streams, so it
// cannot print.
//
// To add one:
//   1. write commands/its_name.cpp with `extern constinit const Command its_name_command = {...}`
//   2. add its line to commands/all.cpp, where the order is that of the help
//   3. add tests/transcripts/its_name.md; run the tests with MENTOR_UPDATE=1 and read the difference
// Help, man page and completions follow from the record.
#pragma once
#include <any>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/failure.hpp"
#include "commands/request.hpp"
#include "journal/source.hpp"
#include "journal/understood.hpp"
#include "journal/wish.hpp"
#include "practice/questions.hpp"
#include "report/report.hpp"
#include "rules/check.hpp"

namespace mentor {

/// What a flag's value is completed with and checked against.
enum class Choices : std::uint8_t { none, formats, colors, fail_on, rules, folders, schemas, shells, question_sets };

struct Flag {
  std::string_view name;
  char letter = 0;
  /// What stands for the value in help; empty when the flag takes none.
  std::string_view value;
  std::string_view help;
  Choices choices = Choices::none;
  bool is_repeatable = false;
  /// The words it takes, where these are few; help, completions and the check of what was given follow.
  std::span<const std::string_view> words = {};
};

/// --template, for commands whose report may take a shape of the user's own.
inline constexpr Flag template_flag = {
    "template", 0, "FILE",
    "Fill this Mustache template with the JSON of the report (`--format json` shows it); --format tells for what its values are encoded: full, markdown or "
    "html.",
    Choices::none};

/// --dry-run, for commands that write.
inline constexpr Flag dry_run_flag = {"dry-run", 0, "", "Show what would be written, byte for byte, and write nothing.", Choices::none};

/// How many names a command takes, and of what.
enum class Names : std::uint8_t { none, pairs, one_pair, maybe_pair, topics_or_pairs, settings, one_schema, one_shell, one_product, source_folder, three_versions, pair_and_words, new_pair };

/// How far the program must have come before the command runs.
enum class CommandNeeds : std::uint8_t { nothing, settings, journal, journal_if_named };

/// What the folder's own settings give of a relationship, when a request sets other limits.
struct OwnVerdict {
  State state{};
  Date since;
  Checked checked;
};

/// One relationship, as a command sees it. Everything here is gone when the next one is read.
struct Pair {
  const Relationship& relationship;
  std::span<const Source> sources;
  const Case& subject;
  const Checked& checked;
  const Programme& programme;
  const Request& request;
  /// How each line was understood, by Place::file; empty when nobody asked.
  const Understood& understood;
  /// What is wrong in its files.
  std::span<const Problem> problems;
  const QuestionSets& questions;
  /// Null when no other limits were set.
  const OwnVerdict* own = nullptr;

  const Assessment& assessment() const { return subject.assessment; }
};

/// What is left of the journal when all of it has been seen.
struct Brief {
  const Request& request;
  const Settings& settings;
  Date today;
  std::vector<Item> problems;
  /// What is found over all relationships together.
  std::vector<Item> across;
  /// The same by the folder's own settings, when a request sets other limits.
  std::vector<Item> own_across = {};
  /// Relationships by State, and findings and problems by Severity.
  std::array<long, 8> by_state{};
  std::array<long, 3> by_severity{};
  long relationships = 0;
  /// The journal's folder; empty when the command needs none.
  std::string folder = {};
  const Programme* programme = nullptr;
  /// What Command::count added up; empty when there was nothing to count.
  std::any sum = {};
  const QuestionSets* questions = nullptr;
};

/// A file to be written: `path` below the folder of --output, with '/', or absolute.
struct NamedText {
  std::string path, text;
  /// A part of a journal: it never replaces a file, and only its owner may read it.
  bool is_journal = false;
};

/// A report of what was found out, and files to be written before it is printed.
struct Written {
  Report report;
  std::vector<Section> sections;
  std::vector<NamedText> files;
};

/// Files to be written and nothing to be said; a program that asked for them goes by the exit code.
struct Files {
  std::vector<NamedText> files;
  ExitCode exit_code = ExitCode::clean;
};

/// What a command wants entered into the files of its relationship.
struct Wishes {
  /// One after the other, each upon the files as the one before left them.
  std::vector<Wish> list;
  /// What is entered, with every day resolved.
  Message said;
  /// What may be done next; may be empty.
  Message then = {};
};

/// A report, or text that is finished as it is (a man page, a schema, a completion script), or files to write, or both.
using Output = std::variant<Report, std::string, Files, Written>;

struct Command {
  std::string_view name;
  /// One line.
  std::string_view summary;
  /// A paragraph or two.
  std::string_view details;
  /// Command lines, one a line.
  std::string_view examples;
  Names names;
  CommandNeeds needs;
  std::span<const Flag> flags;
  /// Formats it can be printed in; the first is the default.
  std::span<const std::string_view> formats;
  /// Findings at or above --fail-on make its exit code 1.
  bool judges = false;
  /// For people facts stand in columns, one row a section: sections are kept to the end, for a column is as wide as its widest cell.
  bool is_table = false;
  /// What to keep of one relationship; nothing when it has nothing to say.
  std::optional<Section> (*visit)(const Pair&) = nullptr;
  Output (*run)(Brief&) = nullptr;
  /// Sums over all relationships: `count` adds one to a sum that begins empty, `join` adds another sum to it. Relationships come in any
  /// order and on several threads, so the order must make no difference.
  void (*count)(const Pair&, std::any& sum) = nullptr;
  void (*join)(std::any& sum, const std::any& other) = nullptr;
  /// Of a command that writes: what to enter. Asked while the folder is held, and again when another program was quicker.
  Wishes (*wish)(const Pair&) = nullptr;
  /// What to fill in with an editor; empty when the request says all that is needed.
  std::string (*sheet)(const Pair&) = nullptr;

  /// Of a command that takes other names besides those of relationships: these. Such a name wins over a relationship that is called so.
  std::vector<std::string_view> (*words)(const QuestionSets&) = nullptr;

  /// Of a command that writes at times only: whether it does this time.
  bool (*writes_for)(const Request&) = nullptr;
  /// Which of its names is the relationship that it writes to.
  std::size_t pair_at = 0;

  bool writes(const Request& request) const { return wish != nullptr && (writes_for == nullptr || writes_for(request)); }
};

std::span<const Command* const> all_commands();
const Command* find_command(std::string_view name);
/// Flags that every command takes.
std::span<const Flag> global_flags();

}  // namespace mentor
