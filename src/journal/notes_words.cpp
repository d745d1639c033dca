#include "journal/notes_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "journal/markdown_words.hpp"
#include "journal/notes_dates.hpp"
#include "journal/notes_tables.hpp"

namespace mentor::notes {
namespace {

/// Longest words that are looked at as a caption, in bytes; longer ones are sentences.
constexpr std::size_t kLongestCaption = 72;

bool ends_here(std::string_view rest) {
  return rest.empty() || (!markdown::is_letter(rest[0]) && !markdown::is_digit(rest[0]) && static_cast<unsigned char>(rest[0]) < 0x80);
}

/// One list of notes_tables.hpp, by first byte: a line begins with few of them.
class WordList {
 public:
  explicit WordList(std::string_view table) {
    while (!table.empty()) {
      const std::size_t end = std::min(table.find('|'), table.size());
      by_byte_[static_cast<unsigned char>(table[0])].push_back(table.substr(0, end));
      table.remove_prefix(std::min(end + 1, table.size()));
    }
  }

  bool has(std::string_view text) const {
    if (text.empty()) return false;
    const auto& words = of(text);
    return std::ranges::find(words, text) != words.end();
  }
  /// Bytes of the longest one that `text` begins with, as words of their own.
  std::size_t longest_at(std::string_view text) const {
    std::size_t best = 0;
    if (text.empty()) return best;
    for (const std::string_view word : of(text))
      if (word.size() > best && text.starts_with(word) && ends_here(text.substr(word.size()))) best = word.size();
    return best;
  }
  /// Where the first of them stands as words of their own: {begin, end}; {0, 0} when none does.
  std::pair<std::size_t, std::size_t> find_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (at > 0 && !ends_here(text.substr(at - 1))) continue;
      if (const std::size_t bytes = longest_at(text.substr(at))) return {at, at + bytes};
    }
    return {0, 0};
  }
  bool is_in(std::string_view text) const { return find_in(text).second != 0; }

 private:
  const std::vector<std::string_view>& of(std::string_view text) const { return by_byte_[static_cast<unsigned char>(text[0])]; }

  std::array<std::vector<std::string_view>, 256> by_byte_;
};

std::string folded(std::string_view words) {
  std::string out;
  fold(words, out);
  return out;
}

/// How many bytes of `words` fold to `bytes`.
std::size_t unfolded(std::string_view words, std::size_t bytes) {
  std::size_t raw = 0;
  std::string part;
  for (std::size_t done = 0; done < bytes && raw < words.size();) {
    const auto c = static_cast<unsigned char>(words[raw]);
    const std::size_t step = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    fold(words.substr(raw, step), part);
    done += part.size();
    raw += step;
  }
  return std::min(raw, words.size());
}

/// A word that may stand behind a caption, or a sign that ends it.
bool is_tail(std::string_view tail) {
  static const WordList kTails(tables::kActionTails);
  return kTails.longest_at(tail) != 0 || std::string_view("&/(-:").find(tail[0]) != std::string_view::npos || tail.starts_with("\u2013") ||
         tail.starts_with("\u2014") || tail.starts_with("\u2192");
}

}  // namespace

std::string_view plain(std::string_view words) {
  for (int numbering = 0; numbering < 2; ++numbering) {
    words = markdown::trim(words);
    while (!words.empty()) {
      const auto c = static_cast<unsigned char>(words[0]);
      // emoji and other signs beyond letters: U+2000 to U+2FFF, U+F000 and above
      const std::size_t sign = c == 0xF0 ? 4 : c == 0xE2 || c == 0xEF ? 3 : std::string_view("*_#>~[]()`|=").find(words[0]) != std::string_view::npos ? 1 : 0;
      if (sign == 0 || sign > words.size()) break;
      words = markdown::trim_left(words.substr(sign));
    }
    while (!words.empty() && (std::string_view("*_:~[]()`|=#.").find(words.back()) != std::string_view::npos || markdown::is_blank(words.back())))
      words.remove_suffix(1);
    // `3. Action items`, `2) Next steps`
    std::size_t digits = 0;
    while (digits < words.size() && digits < 3 && markdown::is_digit(words[digits])) ++digits;
    const bool is_numbered = digits > 0 && digits + 1 < words.size() && (words[digits] == '.' || words[digits] == ')') && markdown::is_blank(words[digits + 1]);
    if (!is_numbered) break;
    words = words.substr(digits + 2);
  }
  return words;
}

bool gathers_actions(std::string_view words) {
  static const WordList kActions(tables::kActions), kNotActions(tables::kNotActions), kAloneOnly(tables::kAloneOnly), kTimes(tables::kTimes);
  words = plain(words);
  if (words.size() < 2 || words.size() > kLongestCaption) return false;
  const std::string text = folded(words);
  const std::size_t bytes = kActions.longest_at(text);
  if (bytes == 0) return false;
  if (bytes == text.size()) return true;
  if (kNotActions.is_in(text)) return false;
  const std::string_view head = std::string_view(text).substr(0, bytes), tail = markdown::trim_left(std::string_view(text).substr(bytes));
  const bool has_date = static_cast<bool>(find_date(tail, 0, Where::line, true));
  // `Plan for features` is a topic, `plan for next week` are actions
  if (head.ends_with("plan") && tail.starts_with("for ") && !kTimes.is_in(tail.substr(4)) && !has_date) return false;
  const bool is_sign = std::string_view("(:-/&").find(tail[0]) != std::string_view::npos || static_cast<unsigned char>(tail[0]) == 0xE2;
  const bool is_plan_for = head.starts_with("plan") && (tail.starts_with("for") || tail.starts_with("until") || tail.starts_with("of "));
  if (kAloneOnly.has(head) && !is_sign && !is_plan_for) return false;
  return is_tail(tail) || has_date;
}

std::size_t next_label_at(std::string_view words) {
  static const WordList kNext(tables::kNext);
  if (words.size() < 4 || words.size() > 400) return 0;
  const std::string text = folded(words.substr(0, kLongestCaption));
  const std::size_t bytes = kNext.longest_at(text);
  if (bytes == 0) return 0;
  const std::size_t raw = unfolded(words, bytes);
  const std::string_view rest = markdown::trim_left(words.substr(raw));
  if (std::string_view(text).substr(0, bytes) == "next" && (rest.empty() || rest[0] != ':')) return 0;
  const bool has_sign = rest.empty() || std::string_view(":*_=(|").find(rest[0]) != std::string_view::npos || markdown::dash_at(rest) != 0;
  if (has_sign) return raw;
  const std::size_t letters = letters_at(rest.substr(0, 24));
  const bool is_weekday = letters != 0 && weekday_named(rest.substr(0, letters)) >= 0;
  return is_weekday || find_date(rest.substr(0, 64), 0, Where::line, true) ? raw : 0;
}

bool may_announce(std::string_view words) {
  static const auto kFirst = [] {
    std::array<bool, 256> first{};
    for (std::size_t at = 0; at < tables::kNext.size(); at = std::min(tables::kNext.find('|', at), tables::kNext.size() - 1) + 1) {
      const char c = tables::kNext[at];
      first[static_cast<unsigned char>(c)] = first[static_cast<unsigned char>(c - 32)] = true;
    }
    for (const char c : std::string_view("*_[#\xF0")) first[static_cast<unsigned char>(c)] = true;
    return first;
  }();
  return !words.empty() && kFirst[static_cast<unsigned char>(words[0])];
}

bool is_date_label(std::string_view words) {
  static const WordList kDateLabels(tables::kDateLabels);
  words = plain(words);
  return words.size() >= 3 && words.size() <= 32 && kDateLabels.has(folded(words));
}

bool is_template(std::string_view words) {
  static const WordList kTemplate(tables::kTemplate);
  return kTemplate.is_in(folded(plain(words).substr(0, kLongestCaption)));
}

Outcome find_outcome(std::string_view words) {
  using Kind = Outcome::Kind;
  static const struct {
    WordList words;
    Kind kind;
  } kOutcomes[] = {{WordList(tables::kPause), Kind::pause},
                   {WordList(tables::kCancelled), Kind::cancelled},
                   {WordList(tables::kMoved), Kind::moved},
                   {WordList(tables::kContact), Kind::contact}};
  static const WordList kFirstWordOnly(tables::kFirstWordOnly);
  if (words.size() > 400) return {};
  const std::string text = folded(words);
  for (const auto& [list, kind] : kOutcomes) {
    const auto [begin, end] = list.find_in(text);
    if (end == 0) continue;
    const std::string_view said = std::string_view(text).substr(begin, end - begin);
    // a bare `mail` or `chat` says something only as the first word, and of a message little more stands beside it
    const bool is_bare = kFirstWordOnly.has(said);
    if (is_bare && !plain(text).starts_with(said)) continue;
    constexpr std::size_t kLittleMore = 12;
    if (is_bare && kind == Kind::contact && plain(text).size() > said.size() + kLittleMore) continue;
    return {kind, begin, end};
  }
  return {};
}

int pause_weeks(std::string_view words) {
  static constexpr std::string_view kNumbers[] = {"one", "two", "three", "four", "five", "six"};
  const std::string text = folded(words);
  if (text.find("next week") != std::string::npos && text.find("next weeks") == std::string::npos) return 1;
  const std::size_t weeks = text.find(" week");
  if (weeks == std::string::npos) return 0;
  const std::size_t blank = weeks == 0 ? std::string::npos : text.rfind(' ', weeks - 1);
  const std::size_t begin = blank == std::string::npos ? 0 : blank + 1;
  const std::string_view number = std::string_view(text).substr(begin, weeks - begin);
  if (number.size() == 1 && markdown::is_digit(number[0])) return number[0] - '0';
  const auto at = std::ranges::find(kNumbers, number);
  return at == std::end(kNumbers) ? 0 : static_cast<int>(at - std::begin(kNumbers)) + 1;
}

bool is_placeholder(std::string_view words) {
  static const WordList kNothing(tables::kNothing);
  const std::string_view bare = plain(words);
  if (bare.size() <= 1) return true;
  if (bare.front() == '<' && bare.back() == '>' && bare.find('<', 1) == std::string_view::npos) return true;
  if (bare.front() == '{' && bare.back() == '}') return true;
  constexpr std::size_t kLongestPlaceholder = 24;
  if (bare.size() > kLongestPlaceholder) return false;
  const std::string text = folded(bare);
  if (kNothing.has(text) || text.find_first_not_of(".-_ ?/x") == std::string::npos) return true;
  // `Action 1`, `Task 2`
  for (const std::string_view word : {"action item", "action", "task", "item", "todo", "step"})
    if (text.starts_with(word)) {
      const std::string_view rest = markdown::trim_left(std::string_view(text).substr(word.size()));
      return rest.size() <= 2 && rest.find_first_not_of("0123456789n") == std::string_view::npos;
    }
  return false;
}

bool is_not_agreed(std::string_view words) {
  static const WordList kOpen(tables::kOpen);
  const std::string text = folded(plain(words));
  return kOpen.has(text) || text.find_first_not_of("-_.? ") == std::string::npos;
}

Column column_named(std::string_view words) {
  static const struct {
    WordList words;
    Column column;
  } kColumns[] = {{WordList(tables::kTask), Column::task}, {WordList(tables::kOwner), Column::owner},     {WordList(tables::kDay), Column::date},
                  {WordList(tables::kDue), Column::due},   {WordList(tables::kNextColumn), Column::next}, {WordList(tables::kDone), Column::done}};
  const std::string text = folded(plain(words));
  for (const auto& [list, column] : kColumns)
    if (list.has(text)) return column;
  return Column::other;
}

Party role_named(std::string_view word) {
  static const WordList kMentor(tables::kMentor), kMentee(tables::kMentee), kBoth(tables::kBoth);
  const std::string text = folded(plain(word));
  return kMentor.has(text) ? Party::mentor : kMentee.has(text) ? Party::mentee : kBoth.has(text) ? Party::both : Party::unset;
}

}  // namespace mentor::notes
