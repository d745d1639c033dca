#include "journal/notes_action.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "journal/bind.hpp"
#include "journal/markdown_words.hpp"
#include "journal/notes_words.hpp"
#include "journal/tree.hpp"

namespace mentor::notes {
namespace {

using markdown::is_blank;
using markdown::Piece;
using markdown::trim;

/// Longest name that is looked up.
constexpr std::size_t kLongestName = 40;

/// A day written behind one of these is the due day, or the day it was done.
struct Sign {
  std::string_view words;
  enum class Means : std::uint8_t { due, done, created, cancelled } means;
  /// Whether it counts only with a date behind it.
  bool needs_date;
};
constexpr Sign kSigns[] = {{"due::", Sign::Means::due, true},
                           {"deadline::", Sign::Means::due, true},
                           {"completion::", Sign::Means::done, true},
                           {"completed::", Sign::Means::done, true},
                           {"done::", Sign::Means::done, true},
                           {"created::", Sign::Means::created, true},
                           {"start::", Sign::Means::created, true},
                           {"scheduled::", Sign::Means::due, true},
                           {"due:", Sign::Means::due, true},
                           {"due date:", Sign::Means::due, true},
                           {"deadline:", Sign::Means::due, true},
                           {"due by", Sign::Means::due, true},
                           {"due on", Sign::Means::due, true},
                           {"due", Sign::Means::due, true},
                           {"deadline", Sign::Means::due, true},
                           {"done:", Sign::Means::done, true},
                           {"done on", Sign::Means::done, true},
                           {"completed on", Sign::Means::done, true},
                           {"completed", Sign::Means::done, true},
                           {"done", Sign::Means::done, true},
                           {"by", Sign::Means::due, true},
                           {"before", Sign::Means::due, true},
                           {"until", Sign::Means::due, true},
                           {"bis", Sign::Means::due, true},
                           {"avant le", Sign::Means::due, true},
                           {"pour le", Sign::Means::due, true},
                           {"\U0001F4C5", Sign::Means::due, true},
                           {"\U0001F4C6", Sign::Means::due, true},
                           {"\U0001F5D3", Sign::Means::due, true},
                           {"\u23F3", Sign::Means::due, true},
                           {"\u2705", Sign::Means::done, false},
                           {"\u2714", Sign::Means::done, false},
                           {"\u2713", Sign::Means::done, false},
                           {"\u2795", Sign::Means::created, true},
                           {"\U0001F6EB", Sign::Means::created, true},
                           {"\u274C", Sign::Means::cancelled, false}};

bool is_word_end(std::string_view text, std::size_t at) { return at >= text.size() || (!markdown::is_letter(text[at]) && !markdown::is_digit(text[at])); }

/// Cuts stretches out of words; the words stay in place as long as only their ends go.
class Cutter {
 public:
  explicit Cutter(std::string_view words) : words_(words) {}
  void cut(std::size_t begin, std::size_t end) { cuts_.push_back({begin, end}); }

  std::string_view rest(Tree& tree) {
    std::ranges::sort(cuts_);
    std::string joined;
    std::string_view only;
    std::size_t at = 0, pieces = 0;
    const auto add = [&](std::string_view piece) {
      if (trim(piece).empty()) return;
      if (pieces++ == 0)
        only = piece;
      else
        joined.append(joined.empty() ? markdown::trim_right(only) : std::string_view{}).append(" ").append(trim(piece));
    };
    for (const auto& [begin, end] : cuts_) {
      if (begin > at) add(words_.substr(at, begin - at));
      at = std::max(at, end);
    }
    if (at < words_.size()) add(words_.substr(at));
    return pieces <= 1 ? trim(only) : trim(tree.keep(std::move(joined)));
  }

 private:
  std::string_view words_;
  std::vector<std::pair<std::size_t, std::size_t>> cuts_;
};

class ActionReader {
 public:
  ActionReader(const Piece& line, std::string_view words, const ActionContext& context, Tree& tree, NoteAction& action)
      : line_(line), words_(words), context_(context), tree_(tree), action_(action), cutter_(words) {}

  std::string_view read() {
    for (std::size_t at = 0; at < words_.size();) at += std::max<std::size_t>(1, sign_at(at));
    return cutter_.rest(tree_);
  }

 private:
  Piece dated(Date day, std::string_view written) { return {tree_.keep(iso(day)), part_of(line_, written).span, line_.line}; }

  /// Bytes taken at a place; 0 when no sign stands there.
  std::size_t sign_at(std::size_t at) {
    const char c = words_[at];
    if (c == '`') {
      const std::size_t close = words_.find('`', at + 1);
      return close == std::string_view::npos ? words_.size() - at : close + 1 - at;
    }
    const bool is_start =
        at == 0 || is_blank(words_[at - 1]) || words_[at - 1] == '(' || words_[at - 1] == '[' || words_[at - 1] == ',' || static_cast<unsigned char>(c) >= 0x80;
    if (!is_start) return 0;
    for (const Sign& sign : kSigns) {
      if (markdown::lower(c) != sign.words[0]) continue;
      if (!markdown::same_name(words_.substr(at, sign.words.size()), sign.words)) continue;
      const bool is_word = markdown::is_letter(sign.words.back());
      if (is_word && !is_word_end(words_, at + sign.words.size())) continue;
      if (const std::size_t bytes = take(sign, at)) return bytes;
    }
    return 0;
  }

  std::size_t take(const Sign& sign, std::size_t at) {
    std::size_t behind = at + sign.words.size();
    // a variation selector behind an emoji
    if (words_.substr(behind).starts_with("\uFE0F")) behind += 3;
    while (behind < words_.size() && (is_blank(words_[behind]) || words_[behind] == ':')) ++behind;
    std::size_t opening = behind;
    while (opening < words_.size() && (words_[opening] == '[' || words_[opening] == '*')) ++opening;
    DateToken token = date_token_at(words_, opening, Where::line, true);
    std::size_t end = token ? token.end : behind;
    Date day = token ? day_meant(token, context_) : Date{};
    if (!token && sign.means == Sign::Means::due) day = weekday_at(opening, end);
    if (sign.needs_date && !day) return 0;
    while (end < words_.size() && opening > behind && (words_[end] == ']' || words_[end] == '*')) ++end;
    std::size_t begin = at;
    const bool in_brackets = begin > 0 && (words_[begin - 1] == '(' || words_[begin - 1] == '[');
    if (in_brackets) {
      const char close = words_[begin - 1] == '(' ? ')' : ']';
      std::size_t last = end;
      while (last < words_.size() && (is_blank(words_[last]) || words_[last] == ':')) ++last;
      if (last < words_.size() && words_[last] == close) {
        --begin;
        end = last + 1;
      }
    }
    cutter_.cut(begin, end);
    const std::string_view written = words_.substr(at, end - at);
    switch (sign.means) {
      case Sign::Means::due:
        if (action_.due.text.empty()) action_.due = dated(day, written);
        break;
      case Sign::Means::done:
        action_.done = day ? dated(day, written) : Piece{"yes", part_of(line_, written).span, line_.line};
        break;
      case Sign::Means::cancelled:
        action_.state = word(ActionState::cancelled);
        break;
      case Sign::Means::created:
        break;
    }
    return end - at;
  }

  /// `by Friday`: the first one behind the meeting.
  Date weekday_at(std::size_t at, std::size_t& end) const {
    if (!context_.meeting) return {};
    const std::size_t bytes = letters_at(words_.substr(at, 24));
    const int named = bytes < 5 ? -1 : weekday_named(words_.substr(at, bytes));
    if (named < 0) return {};
    end = at + bytes;
    const int ahead = (named - weekday_of(context_.meeting) + 7) % 7;
    return context_.meeting + (ahead == 0 ? 7 : ahead);
  }

  const Piece& line_;
  std::string_view words_;
  const ActionContext& context_;
  Tree& tree_;
  NoteAction& action_;
  Cutter cutter_;
};

std::string_view bare_name(std::string_view name) {
  name = trim(name);
  while (!name.empty() && std::string_view("*_[]()@~`").find(name.front()) != std::string_view::npos) name.remove_prefix(1);
  while (!name.empty() && std::string_view("*_[]():~`,").find(name.back()) != std::string_view::npos) name.remove_suffix(1);
  return trim(name);
}

/// Takes the owner from the start or the end of the words.
std::string_view take_owner(std::string_view words, const ActionContext& context, std::string_view& rest) {
  rest = words;
  const auto front = [&](std::size_t bytes, std::size_t skip) -> std::string_view {
    const std::string_view name = words.substr(0, bytes);
    if (whose(bare_name(name), context) == Party::unset) return {};
    rest = trim(words.substr(std::min(words.size(), bytes + skip)));
    while (!rest.empty() && (rest[0] == '*' || rest[0] == '_' || rest[0] == ':') && !rest.starts_with("**")) rest = trim(rest.substr(1));
    if (rest.starts_with("** ")) rest = trim(rest.substr(2));
    return name;
  };
  // `Name: ...`, `**Name**: ...`, `[[Name]]: ...`
  const std::size_t colon = words.substr(0, kLongestName).find(':');
  if (colon != std::string_view::npos && colon > 0)
    if (const auto name = front(colon, 1); !name.empty()) return name;
  for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 ", " -> ", " \u2192 "})
    if (const std::size_t at = words.substr(0, kLongestName).find(dash); at != std::string_view::npos)
      if (const auto name = front(at, dash.size()); !name.empty()) return name;
  // `[GH] ...`, `(Grace) ...`, `@grace ...`, `**Grace** ...`
  if (!words.empty() && std::string_view("[(@*").find(words[0]) != std::string_view::npos) {
    const char open = words[0];
    const std::size_t close = open == '['   ? words.substr(0, kLongestName).find(words.starts_with("[[") ? "]]" : "]")
                              : open == '(' ? words.substr(0, kLongestName).find(')')
                              : open == '*' ? words.substr(0, kLongestName).find("**", 2)
                                            : std::min(words.find_first_of(" ,:"), words.size()) - 1;
    if (close != std::string_view::npos && close > 0)
      if (const auto name = front(close + (open == '*' || words.starts_with("[[") ? 2 : 1), 0); !name.empty()) return name;
  }
  // `Grace will ...`, `Ada to ...`
  const std::size_t space = words.find(' ');
  for (std::size_t end = space, count = 0; end != std::string_view::npos && end < kLongestName && count < 2; end = words.find(' ', end + 1), ++count) {
    const std::string_view behind = words.substr(end + 1);
    for (const std::string_view verb : {"will ", "to ", "should ", "shall ", "needs to ", "must ", "is going to ", "can ", "has to ", "would "}) {
      if (!markdown::same_name(behind.substr(0, verb.size()), verb) && !behind.starts_with(verb)) continue;
      if (const auto name = front(end, 1 + verb.size()); !name.empty()) return name;
    }
  }
  // `... (Grace)`, `... [GH]`, `... @grace`, `... - Grace`
  std::size_t last = std::string_view::npos;
  if (words.ends_with(')'))
    last = words.rfind('(');
  else if (words.ends_with(']'))
    last = words.ends_with("]]") ? words.rfind("[[") : words.rfind('[');
  else if (const std::size_t at = words.rfind('@'); at != std::string_view::npos && words.find(' ', at) == std::string_view::npos)
    last = at;
  else if (const std::size_t dash = words.rfind(" - "); dash != std::string_view::npos)
    last = dash + 3;
  if (last == std::string_view::npos || last == 0 || words.size() - last > kLongestName) return {};
  const std::string_view name = words.substr(last);
  if (whose(bare_name(name), context) == Party::unset) return {};
  rest = trim(words.substr(0, last));
  if (rest.ends_with('-')) rest = trim(rest.substr(0, rest.size() - 1));
  return name;
}

}  // namespace

Date day_meant(const DateToken& token, const ActionContext& context) {
  if (token.is_open() && (context.order == Order::unknown || context.order == Order::year_first)) return {};
  const Order order = context.order == Order::year_first && !token.has_short_year ? Order::unknown : context.order;
  if (token.year != 0) return day_of(token, order);
  if (!context.meeting) return {};
  const int year = civil(context.meeting).year;
  const Date day = day_of(token, order, year);
  constexpr int kDaysBefore = 14;
  return day && day < context.meeting - kDaysBefore ? day_of(token, order, year + 1) : day;
}

Party whose(std::string_view name, const ActionContext& context) {
  if (name.size() < 1 || name.size() > kLongestName) return Party::unset;
  if (const Party role = role_named(name); role != Party::unset) return role;
  if (const std::size_t sign = std::min({name.find('/'), name.find('&'), name.find(','), name.find(" and ")}); sign != std::string_view::npos) {
    const std::string_view first = trim(name.substr(0, sign)), second = trim(name.substr(name.substr(sign).starts_with(" and ") ? sign + 5 : sign + 1));
    const Party a = context.people == nullptr ? Party::unset : context.people->find(bare_name(first)),
                b = context.people == nullptr ? Party::unset : context.people->find(bare_name(second));
    return a != Party::unset && b != Party::unset && a != b ? Party::both : Party::unset;
  }
  return context.people == nullptr ? Party::unset : context.people->find(name);
}

bool begins_with_box(std::string_view words) {
  if (words.starts_with("\u2610") || words.starts_with("\u2611")) return true;
  if (words.starts_with("x ") && date_token_at(words, 2, Where::line, false)) return true;
  return words.starts_with('[') && take_box(words) != Box::none;
}

bool is_plain_task(std::string_view words) {
  if (!markdown::is_task(words)) return false;
  for (const char c : {'@', '~', '\xE2', '\xF0'})
    if (words.find(c, 3) != std::string_view::npos) return false;
  for (const std::string_view mark : {"::", "[[", "(due", "(done", "(by "})
    if (words.find(mark, 3) != std::string_view::npos) return false;
  return true;
}

Box take_box(std::string_view& words) {
  const auto take = [&](std::size_t bytes, Box box) {
    words = trim(words.substr(bytes));
    return box;
  };
  if (words.size() >= 3 && words[0] == '[' && words[2] == ']' && (words.size() == 3 || words[3] != '(')) {
    const char mark = words[1];
    if (mark == 'x' || mark == 'X' || mark == 'v') return take(3, Box::ticked);
    if (mark == '-' || mark == '~') return take(3, mark == '-' ? Box::crossed : Box::open);
    if (mark == ' ' || mark == '/' || mark == '>' || mark == '<' || mark == '!' || mark == '?' || mark == '*' || mark == '.' || mark == 'o')
      return take(3, Box::open);
  }
  if (words.starts_with("[] ") || words == "[]") return take(2, Box::open);
  for (const std::string_view tick : {"[\u2713]", "[\u2714]", "[\u2705]", "\u2611\uFE0F", "\u2611", "\u2705", "\u2714\uFE0F", "\u2714", "\u2713"})
    if (words.starts_with(tick)) return take(tick.size(), Box::ticked);
  for (const std::string_view open : {"\u2610", "\u25A1", "\u2B1C"})
    if (words.starts_with(open)) return take(open.size(), Box::open);
  return Box::none;
}

bool read_action(const Piece& piece, ActionContext& context, Tree& tree, NoteAction& action) {
  action = {};
  action.line = piece;
  std::string_view words = trim(piece.text);
  const Box box = take_box(words);
  if (box == Box::ticked) action.done = {"yes", part_of(piece, words).span, piece.line};
  if (box == Box::crossed) action.state = word(ActionState::cancelled);
  // todo.txt: `x 2026-01-02 2025-12-30 ...`, `(A) 2025-12-30 ...`
  bool is_todo_txt = false;
  if (words.starts_with("x ") && date_token_at(words, 2, Where::line, false)) {
    const DateToken token = date_token_at(words, 2, Where::line, false);
    action.done = {tree.keep(iso(day_meant(token, context))), part_of(piece, words.substr(0, token.end)).span, piece.line};
    words = trim(words.substr(token.end));
    is_todo_txt = true;
  } else if (words.size() > 4 && words[0] == '(' && words[1] >= 'A' && words[1] <= 'Z' && words[2] == ')' && words[3] == ' ') {
    words = trim(words.substr(4));
    is_todo_txt = true;
  }
  if (const DateToken token = is_todo_txt ? date_token_at(words, 0, Where::line, false) : DateToken{}) words = trim(words.substr(token.end));
  // struck out
  if (words.starts_with("~~") && words.size() > 4) {
    const std::size_t close = words.find("~~", 2);
    if (close != std::string_view::npos && words.size() - close < 2 + kLongestName) {
      if (action.done.text.empty()) action.done = {"yes", part_of(piece, words).span, piece.line};
      if (trim(words.substr(close + 2)).empty()) words = trim(words.substr(2, close - 2));
    }
  }
  words = ActionReader(piece, words, context, tree, action).read();
  for (const std::string_view done : {"(done)", "(completed)", "[done]", "- done", "DONE", "(finished)", "(fait)", "(erledigt)"})
    if (words.size() > done.size() && words.ends_with(done)) {
      words = trim(words.substr(0, words.size() - done.size()));
      if (action.done.text.empty()) action.done = {"yes", piece.span, piece.line};
    }
  for (const std::string_view done : {"DONE:", "Done:", "DONE ", "(done) "})
    if (words.starts_with(done) && action.done.text.empty()) {
      words = trim(words.substr(done.size()));
      action.done = {"yes", piece.span, piece.line};
    }
  if (words.size() > 4 && words.starts_with("~~") && words.find("~~", 2) == words.size() - 2) words = trim(words.substr(2, words.size() - 4));
  std::string_view rest = words;
  const std::string_view owner = take_owner(words, context, rest);
  const Party party = owner.empty() ? context.owner : whose(bare_name(owner), context);
  if (!owner.empty() && trim(rest).empty()) {
    context.owner = party;
    return false;
  }
  // `Ada` or `Ada Lovelace` alone heads the list of hers
  if (owner.empty() && words.size() < kLongestName && box == Box::none && whose(bare_name(words), context) != Party::unset) {
    context.owner = whose(bare_name(words), context);
    return false;
  }
  if (is_placeholder(rest)) return false;
  if (party != Party::unset) action.owner = {word(party), part_of(piece, owner.empty() ? words : owner).span, piece.line};
  action.text = part_of(piece, rest);
  return true;
}

}  // namespace mentor::notes
