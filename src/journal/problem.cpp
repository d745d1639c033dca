#include "journal/problem.hpp"

#include <algorithm>
#include <functional>

#include "base/unicode.hpp"
#include "journal/journal.hpp"

namespace mentor {
namespace problems {
using enum Severity;
// id, severity, title, why
constinit const ProblemKind
    unreadable{"unreadable", error, "A file or folder cannot be read", "What it holds is missing from every figure, so the run says so instead of passing it over."},
    not_a_file{"not-a-file", warning, "Something with a journal's name is not a file", "Folders, pipes and devices named like a journal are not opened; the rest of the run goes on."},
    link_not_followed{"link-not-followed", info, "A link was not followed", "A journal may come from somebody else; links could lead anywhere, so they are not followed."},
    unfinished_write{"unfinished-write", warning, "A write was ended halfway", "The journal's file is the old one or the new one, whole. What was in hand lies beside it, for it may be a text that stands nowhere else."},
    too_large{"too-large", error, "A file is larger than a journal can be", "Notes of two people stay far below 1 MiB a file; anything larger is refused before it is read."},
    too_deep_folder{"too-deep-folder", warning, "Folders are nested deeper than a journal's", "Folders below the limit are not entered, so that the run ends."},
    encoding{"encoding", error, "A file is not UTF-8 text", "Names and notes would be misread, so nothing of the file is used until it is converted."},
    control_character{"control-character", error, "A file holds a control character", "Such bytes can take over a terminal or hide text; nothing of the file is used until they are gone."},
    conflict_marker{"conflict-marker", error, "A merge was left unfinished", "Both sides of the conflict stand in the file, so nothing of it is used until one is chosen."},
    yaml_syntax{"yaml-syntax", error, "The YAML cannot be read", "Nothing of the file is used, since a wrong guess would change what the notes say."},
    yaml_unclosed_quote{"yaml-unclosed-quote", error, "A quote is never closed", "Everything behind it would be swallowed, so nothing of the file is used."},
    yaml_anchor{"yaml-anchor", error, "An anchor or alias in YAML", "A journal says each thing once; `&` and `*` are read by no one else here. Quote the value if it is meant as text."},
    yaml_tag{"yaml-tag", error, "A tag in YAML", "`!` at the start of a value is a YAML tag, which a journal has no use for. Quote the value if it is meant as text."},
    yaml_tab{"yaml-tab", error, "A tab where YAML needs spaces", "Different programs read it differently, so nothing of the file is used."},
    yaml_documents{"yaml-documents", error, "More than one YAML document in a file", "Only the first would be read and the rest dropped in silence, so nothing of the file is used."},
    yaml_too_deep{"yaml-too-deep", error, "YAML nested deeper than any journal", "The vocabulary needs five levels; deeper ones are refused."},
    yaml_too_large{"yaml-too-large", error, "More values or a longer value than any journal holds", "A file has at most 200,000 values of at most 64 KiB each."},
    yaml_key{"yaml-key", error, "A key that is not a plain word", "Keys of a journal are words of its vocabulary."},
    front_matter_unclosed{"front-matter-unclosed", error, "Front matter is never closed", "Without a closing `---` the notes would be taken for settings, so nothing of the file is used."},
    duplicate_key{"duplicate-key", error, "The same key twice", "Only one of the two can be meant; the first is used until it is settled."},
    unknown_key{"unknown-key", warning, "A key that the vocabulary does not know", "Its value is not used. Keys that begin with `x-` are yours and never reported."},
    key_without_value{"key-without-value", warning, "A key without a value", "It says nothing; write a value, or leave the key out."},
    missing_key{"missing-key", error, "Something that must be there is missing", "Without it the entry cannot be placed, so it is left out of every figure."},
    wrong_type{"wrong-type", error, "A value of another kind than the field takes", "The value is not used; the rest of the entry is."},
    not_allowed{"not-allowed", error, "A word that the field does not know", "The value is not used; the rest of the entry is."},
    out_of_range{"out-of-range", error, "A number outside its range", "The value is not used; the rest of the entry is."},
    date_invalid{"date-invalid", error, "A day that does not exist", "The entry is kept without this date."},
    date_ambiguous{"date-ambiguous", error, "A date that can be read in two ways", "It is never guessed; the entry is kept without this date until one reading is chosen."},
    date_not_iso{"date-not-iso", info, "A date that is clear but not written as YYYY-MM-DD", "It is understood; other programs may not understand it."},
    unknown_party{"unknown-party", warning, "A name that is neither of the two", "The entry is kept, and counts for nobody."},
    unknown_goal{"unknown-goal", warning, "A goal that is not in the list", "The entry is kept; it counts for no goal."},
    unknown_question_set{"unknown-question-set", warning, "Answers to a question set that is not there", "The answers are kept; they are compared with nobody's, and no question can be put beside them."},
    duplicate_goal{"duplicate-goal", error, "Two goals with the same id", "Entries that name the id count for the first."},
    unknown_heading{"unknown-heading", warning, "A section that is not understood", "Its lines are kept as text; actions in it are not counted."},
    orphan_note{"orphan-note", warning, "Notes that belong to no relationship", "They count for nobody until a relationship adopts them."},
    id_collides{"id-collides", error, "Two relationships with the same name", "Only the first is used under this name, so that no figure mixes two pairs."},
    private_unclosed{"private-unclosed", error, "Private text is never closed", "All text behind it is kept private, to be safe."},
    date_mismatch{"date-mismatch", warning, "Two dates for one meeting", "The one in the text is used; correct the other, or both readings stay in doubt."},
    date_order{"date-order", warning, "An end before its beginning", "The entry is kept as written, and may count for nothing."},
    more_problems{"more-problems", error, "More problems than are listed", "A file's first hundred problems are listed; mostly they have one cause."},
    duplicate_meeting{"duplicate-meeting", info, "Two entries for one day", "Both are counted; remove one if they tell of the same meeting."},
    date_missing{"date-missing", warning, "Notes without a date", "A meeting without a day counts for nothing, and a day is never guessed."},
    date_no_year{"date-no-year", warning, "A date without a year that nothing near it tells", "The meeting is kept without a date; the year is never taken from today, from a file's time stamp or from git."},
    date_year_inferred{"date-year-inferred", info, "A date without a year", "The year follows from what stands around it; this says from what."},
    date_year_doubtful{"date-year-doubtful", warning, "Perhaps last year's number", "In January the old year is easily written; the meeting is kept without a date until one reading is chosen."},
    date_doubled{"date-doubled", warning, "Two dates, or one struck out", "Only one can be the day of the meeting; it is kept without a date until one is chosen."},
    date_weekday{"date-weekday", warning, "A weekday that does not fit its date", "One of the two is a slip; the meeting is kept without a date until one reading is chosen."},
    date_out_of_order{"date-out-of-order", warning, "A date out of order", "The notes around it rise or fall in time, this one does not; it counts as it is written."},
    date_in_future{"date-in-future", warning, "Notes of a meeting that lies in the future", "It is kept as written and counts from its day on."},
    unknown_rule{"unknown-rule", warning, "Silence is asked for about a rule that does not exist", "A comment or a snooze names it; no finding is silenced by it."},
    ignore_without_reason{"ignore-without-reason", warning, "A finding is to be silenced without a reason", "Whoever comes later cannot tell whether it still holds. Without a reason an error is not silenced."},
    unused_ignore{"unused-ignore", info, "Silence is asked for where nothing is said any more", "It would silence the next finding of its kind too, which may be another matter."};
}  // namespace problems

const std::vector<const ProblemKind*>& all_problem_kinds() {
  using namespace problems;
  static const std::vector<const ProblemKind*> list = {
      &unreadable,    &not_a_file,        &link_not_followed, &unfinished_write, &too_large,     &too_deep_folder, &encoding,      &control_character, &conflict_marker,
      &yaml_syntax,   &yaml_unclosed_quote, &yaml_anchor,     &yaml_tag,      &yaml_tab,        &yaml_documents, &yaml_too_deep,    &yaml_too_large,
      &yaml_key,      &front_matter_unclosed, &duplicate_key, &unknown_key,   &key_without_value, &missing_key, &wrong_type,        &not_allowed,
      &out_of_range,  &date_invalid,      &date_ambiguous,    &date_not_iso,  &unknown_party,   &unknown_goal,  &unknown_question_set, &duplicate_goal,    &unknown_heading,
      &orphan_note,   &id_collides,       &private_unclosed,  &date_mismatch, &date_order,      &duplicate_meeting,
      &date_missing,  &date_no_year,      &date_year_inferred, &date_year_doubtful, &date_doubled, &date_weekday, &date_out_of_order,
      &date_in_future, &unknown_rule,    &ignore_without_reason, &unused_ignore, &more_problems};
  return list;
}

Problem problem_with(const ProblemKind& kind, std::string_view path, Message message, Message repair) {
  Problem problem;
  problem.kind = &kind;
  problem.path = path;
  problem.message = std::move(message);
  problem.repair = std::move(repair);
  return problem;
}

Span span_of(const Source& source, Text text, Span otherwise) {
  const char* const bytes = text.raw().data();
  const char* const begin = source.text.data();
  if (text.empty() || std::less<>{}(bytes, begin) || !std::less<>{}(bytes, begin + source.text.size())) return otherwise;
  const auto offset = static_cast<std::uint32_t>(bytes - begin);
  return {offset, offset + static_cast<std::uint32_t>(text.size())};
}

namespace {

bool equal_letters(char a, char b) { return (a | 0x20) == b; }

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" -"), line.size()); }

bool contains(std::string_view line, std::string_view word) {
  return std::search(line.begin(), line.end(), word.begin(), word.end(), equal_letters) != line.end();
}

/// Whether a line says that something is confidential, or holds a reason that is so by itself. `confidentiality` is a field of agreements.
bool names_confidential(std::string_view line) {
  constexpr std::string_view kWord = "confidential", kOtherWord = "confidentiality";
  auto at = line.begin();
  while ((at = std::search(at, line.end(), kWord.begin(), kWord.end(), equal_letters)) != line.end()) {
    const std::string_view rest{at, line.end()};
    if (rest.size() < kOtherWord.size() || !std::equal(kOtherWord.begin(), kOtherWord.end(), rest.begin(), equal_letters)) return true;
    ++at;
  }
  if (!contains(line, "code") && !contains(line, "reason")) return false;
  return contains(line, word(ReasonCode::competition)) || contains(line, word(ReasonCode::power_imbalance)) ||
         contains(line, word(ReasonCode::inexperience));
}

/// Whether a line belongs to the concerns or reasons of a relationship, and one of those is confidential. Of several all are kept back.
bool is_in_confidence(const Source& source, SourceLine line) {
  const std::string_view text = source.text;
  const bool is_yaml = has_extension(source.path, ".yaml") || has_extension(source.path, ".yml");
  const auto begins_block = [&](std::size_t at) {
    return at < text.size() && (is_yaml ? std::string_view(" -#\r\n").find(text[at]) == std::string_view::npos : text[at] == '#');
  };
  std::size_t begin = line.begin, end = line.end;
  while (begin > 0 && !begins_block(begin)) begin = line_at(source, static_cast<std::uint32_t>(begin - 1)).begin;
  while (end < text.size() && !begins_block(end + 1)) end = std::min(text.find('\n', end + 1), text.size());
  const std::string_view block = text.substr(begin, end - begin), head = block.substr(0, block.find('\n'));
  return (contains(head, "concern") || contains(head, "reason")) && names_confidential(block);
}

/// Whether a line belongs to a key that begins like `private`, in YAML by indentation.
bool is_below_private_key(const Source& source, SourceLine line) {
  constexpr int kFarthest = 200;
  const std::string_view text = source.text;
  std::size_t indent = indent_of(text.substr(line.begin, line.end - line.begin));
  for (int i = 0; i < kFarthest && line.begin > 0 && indent > 0; ++i) {
    line = line_at(source, line.begin - 1);
    const std::string_view above = text.substr(line.begin, line.end - line.begin);
    if (above.empty() || indent_of(above) >= indent) continue;
    indent = indent_of(above);
    if (names_private(above) && above.find(':') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool names_private(std::string_view line) { return contains(line, "privat") || names_confidential(line); }

bool may_be_private(const Source& source, std::size_t offset) {
  const std::string_view text = source.text;
  const SourceLine line = line_at(source, offset);
  if (source.path.find(".private.") != std::string::npos || names_private(text.substr(line.begin, line.end - line.begin))) return true;
  // most files have no comment at all, and a search backwards is slow
  const bool has_comment = text.substr(0, offset).find("<!--") != std::string_view::npos;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"<!-- private -->", "<!-- /private"}, {"<!--private-->", "<!--/private"}}) {
    if (!has_comment) break;
    const std::size_t opened = text.rfind(open, offset), closed = text.rfind(close, offset);
    if (opened != std::string_view::npos && (closed == std::string_view::npos || closed < opened)) return true;
  }
  return is_below_private_key(source, line) || is_in_confidence(source, line);
}

Problem problem_at(const ProblemKind& kind, const Source& source, Span span, Message message, Message repair) {
  Problem problem = problem_with(kind, source.path, std::move(message), std::move(repair));
  const std::string_view text = source.text;
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const SourceLine line = line_at(source, begin);
  const std::size_t column = std::min(begin, line.end) - line.begin;
  const std::size_t marked_end = std::clamp<std::size_t>(span.end, line.begin + column, line.end);
  problem.line = line.number;
  problem.column = 1 + static_cast<std::uint32_t>(code_points(text.substr(line.begin, column)));
  if (may_be_private(source, begin)) {
    if (&kind == &problems::private_unclosed) return problem;
    // what the reader has to say may quote the text
    problem.message = say("in private text: {}", kind.title);
    problem.repair = say("look at the line yourself; it is not shown here");
    return problem;
  }
  problem.marked = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(code_points(text.substr(line.begin + column, marked_end - line.begin - column))));
  constexpr std::size_t kLongestExcerpt = 4096;
  problem.excerpt = text.substr(line.begin, std::min(line.end - line.begin, kLongestExcerpt));
  return problem;
}

void ProblemList::add(const ProblemKind& kind, const Source& source, Span span, Message message, Message repair) {
  if (problems_.size() - first_ < kMostPerFile) problems_.push_back(problem_at(kind, source, span, std::move(message), std::move(repair)));
  else if (more_++ == 0) path_ = source.path;
}

ProblemList::~ProblemList() {
  if (more_ == 0) return;
  problems_.push_back(problem_with(problems::more_problems, path_, say("{} more problems in this file are not listed", more_), say("correct those above first")));
}

}  // namespace mentor
