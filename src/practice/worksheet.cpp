#include "practice/worksheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.hpp"
#include "base/wrap.hpp"

namespace mentor {
namespace {

bool has(const Worksheet& sheet, AnswerKind kind) {
  return std::ranges::any_of(questions_for(sheet.set, sheet.party), [kind](const Question* question) { return question->answer == kind; });
}

/// Who reads it, and how to answer; what is ours stands in a comment, which is no part of any answer.
std::string instructions(const Worksheet& sheet) {
  std::string out = "<!-- Leave out whatever you would rather not answer.";
  if (has(sheet, AnswerKind::text)) out += "\nWrite below each question, as much or as little as you like.";
  if (has(sheet, AnswerKind::rating)) out += "\nBehind each name write a number from 1 to 5; words may follow it.";
  if (has(sheet, AnswerKind::now_and_wanted)) out += "\nBehind each name write a number from 1 to 5: first how it is now, then how you want it.";
  if (sheet.set.self_check == YesNo::yes)
    out += "\nThis is for you alone: `mentor` never prints a word of a `.private.md` file.";
  else if (!sheet.salt.empty())
    out += "\nUntil you open it this is for you alone; keep the salt above as it is.";
  else
    out += "\nBoth of you see the answers side by side once both have answered.";
  return out + " -->\n";
}

/// A quotation of lines that fit on a screen.
std::string quoted(std::string_view text) {
  constexpr std::size_t kColumns = 78, kMark = 2;
  std::string lines = wrap(text, kColumns, kMark);
  // the blanks that indent a line make room for its mark
  for (std::size_t at = lines.find("\n  "); at != std::string::npos; at = lines.find("\n  ", at + 1)) lines[at + 1] = '>';
  return "> " + lines + "\n";
}

std::string question_part(const Question& question) {
  const std::string id(question.id.raw()), text = encode::markdown(question.text);
  switch (question.answer) {
    case AnswerKind::rating:
      return fmt::format("{}\n- {}:\n", quoted(text), id);
    case AnswerKind::now_and_wanted:
      return fmt::format("{}\n- {}:\n- {}-wanted:\n", quoted(text), id, id);
    default:
      return fmt::format("## {}: {}\n\n", id, text);
  }
}

}  // namespace

std::string text_of(const Worksheet& sheet) {
  std::string out = fmt::format("---\ndate: {}\nfrom: {}\nset: {}\n", iso(sheet.date), word(sheet.party), sheet.set.name.raw());
  if (!sheet.salt.empty()) out += fmt::format("salt: {}\n", sheet.salt);
  out += fmt::format("---\n# {}\n\n", encode::markdown(sheet.set.title.empty() ? sheet.set.name : sheet.set.title));
  if (!sheet.set.purpose.empty()) out += quoted(fmt::format("For {}. {}", encode::markdown(sheet.person), encode::markdown(sheet.set.purpose))) + "\n";
  out += instructions(sheet);
  const Question* before = nullptr;
  for (const Question* const question : questions_for(sheet.set, sheet.party)) {
    // below a question everything is its answer, up to the next heading
    const bool ends_answer = before != nullptr && before->answer == AnswerKind::text && question->answer != AnswerKind::text;
    out += fmt::format("\n{}{}", ends_answer ? "## From 1 to 5\n\n" : "", question_part(*question));
    before = question;
  }
  return out;
}

}  // namespace mentor
