#include "journal/markdown_task.hpp"

#include <algorithm>
#include <functional>

#include "journal/markdown_labels.hpp"
#include "journal/markdown_words.hpp"

namespace mentor::markdown {
namespace {

/// The field of an action that a trailing `name:value` fills.
const Field* token_field(std::string_view name) {
  static const LabelIndex& index = label_index(kinds::action);
  const Field* field = find_name(index, name);
  const bool is_token = field != nullptr && field->shape != Shape::owned_text && field->name != "text" && field->name != "owner";
  return is_token ? field : nullptr;
}

/// Bytes of one word or two that may be a name; what ends them is for the caller to look at.
std::size_t owner_at(std::string_view words) {
  std::size_t end = 0;
  for (bool second = false; end < words.size(); ++end) {
    const char c = words[end];
    if (c == ' ' && second) break;
    second = second || c == ' ';
    if (c == ':' || c == ',' || c == '.' || c == ';' || c == '(' || c == '[' || c == '"') break;
  }
  return end;
}

}  // namespace

bool lies_in(std::string_view text, std::string_view whole) {
  const std::less_equal<const char*> before;
  return before(whole.data(), text.data()) && before(text.data() + text.size(), whole.data() + whole.size());
}

Piece part_of(const Piece& whole, std::string_view text) {
  Piece part{text, whole.span, whole.line};
  // A piece whose line held a comment has the place of the line.
  if (!lies_in(text, whole.text) || whole.span.end - whole.span.begin != whole.text.size()) return part;
  part.span.begin = whole.span.begin + static_cast<std::uint32_t>(text.data() - whole.text.data());
  part.span.end = part.span.begin + static_cast<std::uint32_t>(text.size());
  return part;
}

bool is_task(std::string_view words) {
  return words.size() >= 3 && words[0] == '[' && words[2] == ']' && (words.size() == 3 || is_blank(words[3])) &&
         (words[1] == ' ' || words[1] == 'x' || words[1] == 'X' || words[1] == '-');
}

TaskWords read_task(std::string_view words) {
  TaskWords task;
  std::string_view rest = trim(words);
  for (;;) {
    std::size_t word = rest.size(), colon = rest.size();
    for (; word > 0 && !is_blank(rest[word - 1]); --word) {
      if (rest[word - 1] == ':') colon = word - 1;
    }
    if (colon + 1 >= rest.size() || colon == word) break;
    const Field* field = token_field(rest.substr(word, colon - word));
    if (field == nullptr || !task.said.add(field, nullptr, rest.substr(colon + 1))) break;
    rest = trim_right(rest.substr(0, word));
  }
  const std::size_t end = owner_at(rest);
  const bool is_owned = end > 0 && end + 1 < rest.size() && rest[end] == ':' && rest[end + 1] == ' ';
  if (is_owned) task.owner = rest.substr(0, end);
  task.text = is_owned ? trim_left(rest.substr(end + 1)) : rest;
  return task;
}

bool read_verdict(const Piece& words, Verdict& verdict) {
  std::string_view rest = words.text;
  const std::size_t date = date_at(rest);
  if (date == 0) return false;
  verdict = {words, part_of(words, rest.substr(0, date)), {}, {}, {}};
  rest = trim_left(rest.substr(date));
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos) return false;
  verdict.party = part_of(words, trim_right(rest.substr(0, colon)));
  rest = trim_left(rest.substr(colon + 1));
  const std::size_t word = word_at(rest);
  verdict.verdict = part_of(words, rest.substr(0, word));
  rest = trim_left(rest.substr(word));
  const std::size_t dash = dash_at(rest);
  if (!rest.empty() && dash == 0 && rest[0] != ':' && rest[0] != ',') return false;
  if (!rest.empty()) verdict.note = part_of(words, trim_left(rest.substr(std::max<std::size_t>(dash, 1))));
  return word != 0;
}

}  // namespace mentor::markdown
