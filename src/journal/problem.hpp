// What is wrong in the user's files: data with a place, collected and never thrown, so that one broken file hides no other.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "journal/source.hpp"

namespace mentor {

enum class Severity : std::uint8_t { info, warning, error };

/// One kind of problem: the row behind `mentor explain NAME`. To add one: a line in problem.cpp, a folder in tests/errors.
struct ProblemKind {
  std::string_view id;
  Severity severity;
  std::string_view title;
  /// Why it matters and what the reader does with the entry in the meantime.
  std::string_view why;
};

struct Problem {
  const ProblemKind* kind = nullptr;
  std::string path;
  /// 1-based; 0 when the problem is with the file as a whole.
  std::uint32_t line = 0;
  /// 1-based, in code points.
  std::uint32_t column = 0;
  Message message;
  /// What to do about it.
  Message repair;
  /// The line as it stands in the file, and the code points that the caret marks: [column, column + marked).
  std::string excerpt;
  std::uint32_t marked = 1;
};

using Problems = std::vector<Problem>;

/// A problem at a span of a source; line, column and excerpt are found from the bytes.
Problem problem_at(const ProblemKind& kind, const Source& source, Span span, Message message, Message repair);
/// Whether a place may hold private or confidential text: its file, its line, the key above, or the comment around it says so.
bool may_be_private(const Source& source, std::size_t offset);
/// Whether a line speaks of something private or confidential, so that it must not be shown. Broad on purpose: to show a line too few costs
/// little.
bool names_private(std::string_view line);

/// Adds the problems of one file, and of very many only the first; then their number is said at the end.
class ProblemList {
 public:
  static constexpr std::size_t kMostPerFile = 100;

  explicit ProblemList(Problems& problems) : problems_(problems), first_(problems.size()) {}
  ProblemList(const ProblemList&) = delete;
  ProblemList& operator=(const ProblemList&) = delete;
  ~ProblemList();

  void add(const ProblemKind& kind, const Source& source, Span span, Message message, Message repair);

 private:
  Problems& problems_;
  std::size_t first_, more_ = 0;
  std::string path_;
};

/// The bytes that a text takes in its source, or `otherwise` when it does not lie there.
Span span_of(const Source& source, Text text, Span otherwise);
/// A problem with a file as a whole.
Problem problem_with(const ProblemKind& kind, std::string_view path, Message message, Message repair);

namespace problems {
extern const ProblemKind unreadable, not_a_file, link_not_followed, unfinished_write, too_large, too_deep_folder, encoding, control_character, conflict_marker, yaml_syntax,
    yaml_unclosed_quote, yaml_anchor, yaml_tag, yaml_tab, yaml_documents, yaml_too_deep, yaml_too_large, yaml_key, front_matter_unclosed, duplicate_key,
    unknown_key, key_without_value, missing_key, wrong_type, not_allowed, out_of_range, date_invalid, date_ambiguous, date_not_iso, unknown_party,
    unknown_goal, unknown_question_set, duplicate_goal, unknown_heading, orphan_note, id_collides, private_unclosed, date_mismatch, date_order, duplicate_meeting, date_missing, date_no_year,
    date_year_inferred, date_year_doubtful, date_doubled, date_weekday, date_out_of_order, date_in_future, unknown_rule, ignore_without_reason, unused_ignore, more_problems;
}
/// Every kind, in the order of the documentation.
const std::vector<const ProblemKind*>& all_problem_kinds();

}  // namespace mentor
