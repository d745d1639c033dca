#include "journal/yaml_fault.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace mentor {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_key_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ' '; }
bool is_digits(std::string_view text) { return text.find_first_not_of("0123456789 ") == npos; }
bool has(std::string_view set, char c) { return set.find(c) != npos; }

/// One line as people write it: dashes, a key, a value; each of them may be missing. Offsets are bytes of the source.
struct Line {
  std::string_view text;
  std::size_t begin, end;
  /// Where the next line begins.
  std::size_t next;
  /// Behind blanks; behind blanks and dashes.
  std::size_t content, entry;
  /// The colon of the key, or npos.
  std::size_t colon = npos;
  std::size_t value;

  std::string_view from(std::size_t at) const { return text.substr(at, end - at); }
  std::string_view key() const { return colon == npos ? std::string_view{} : text.substr(entry, colon - entry); }
  char first() const { return value < end ? text[value] : '\0'; }
  bool empty() const { return content == end; }
};

Line line_around(const YamlTrouble& trouble, std::size_t at) {
  Line line{trouble.text, 0, 0, 0, 0, 0, npos, 0};
  const std::size_t newline = at == 0 ? npos : trouble.text.rfind('\n', at - 1);
  line.begin = std::max<std::size_t>(newline == npos ? 0 : newline + 1, trouble.part.begin);
  line.end = std::min<std::size_t>(trouble.text.find('\n', line.begin), trouble.part.end);
  line.next = std::min<std::size_t>(line.end + 1, trouble.part.end);
  if (line.end > line.begin && trouble.text[line.end - 1] == '\r') --line.end;
  const auto skip = [&](std::size_t from) {
    while (from < line.end && is_blank(line.text[from])) ++from;
    return from;
  };
  line.content = line.entry = skip(line.begin);
  while (line.entry + 1 < line.end && line.text[line.entry] == '-' && is_blank(line.text[line.entry + 1])) line.entry = skip(line.entry + 1);
  line.value = line.entry;
  std::size_t colon = line.entry;
  while (colon < line.end && is_key_byte(line.text[colon])) ++colon;
  if (colon > line.entry && colon < line.end && line.text[colon] == ':' && (colon + 1 == line.end || is_blank(line.text[colon + 1]))) {
    line.colon = colon;
    line.value = skip(colon + 1);
  }
  return line;
}

std::string_view without_comment(std::string_view value) {
  value = value.substr(0, value.find(" #"));
  return value.substr(0, value.find_last_not_of(" \t") + 1);
}

YamlFault fault(const ProblemKind& kind, std::size_t begin, std::size_t end, Message message, Message repair) {
  return {&kind, span_of(begin, end), std::move(message), std::move(repair)};
}

YamlFault value_fault(const ProblemKind& kind, const Line& line, Message message, Message repair) {
  const std::size_t size = std::max<std::size_t>(without_comment(line.from(line.value)).size(), 1);
  return fault(kind, line.value, line.value + size, std::move(message), std::move(repair));
}

/// "Quote the value", with the value quoted where that is short and simple.
Message quote_it(const Line& line) {
  const std::string_view value = without_comment(line.from(line.value));
  if (value.size() > 60 || has(value, '\\') || (has(value, '"') && has(value, '\''))) return say("put the value in quotes");
  const char quote = has(value, '"') ? '\'' : '"';
  return say("put the value in quotes: {}{}{}", quote, Text{value}, quote);
}

using Found = std::optional<YamlFault>;

// ------------------------------------------------------------------ brackets and quotes that stay open

/// Behind the bracket that closes the one at `at`; npos when there is none. An apostrophe inside a word is not a quote.
std::size_t bracket_end(const YamlTrouble& trouble, std::size_t at) {
  int depth = 0;
  char before = ',';
  for (; at < trouble.part.end; ++at) {
    const char c = trouble.text[at];
    if ((c == '"' || c == '\'') && has("[{,:", before)) {
      at = quote_end(trouble.text, at, trouble.part.end);
      if (at == npos) return npos;
      --at;
    } else if (c == '#' && is_blank(trouble.text[at - 1])) {
      at = std::min<std::size_t>(trouble.text.find('\n', at), trouble.part.end - 1);
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return at + 1;
    }
    if (!is_blank(c) && c != '\n' && c != '\r') before = c;
  }
  return npos;
}

Found open_bracket(const YamlTrouble& trouble) {
  if (trouble.bracket == npos || bracket_end(trouble, trouble.bracket) != npos) return {};
  const char opened = trouble.text[trouble.bracket];
  return fault(problems::yaml_syntax, trouble.bracket, trouble.bracket + 1, say("the `{}` that opens here is never closed", opened),
               say("put a `{}` behind the last entry", opened == '[' ? ']' : '}'));
}

/// A quote that opens at `quote` and is not closed, or only lines later, having swallowed keys.
Found open_quote(const YamlTrouble& trouble, std::size_t quote) {
  if (quote >= trouble.part.end || !has("\"'", trouble.text[quote])) return {};
  const std::size_t end = quote_end(trouble.text, quote, trouble.part.end);
  const Line line = line_around(trouble, quote);
  if (end != npos && end <= line.end) return {};
  const Message repair = say("close the quote on its line; a quote that is part of the text goes into a value with the other kind of quotes");
  if (end == npos) return fault(problems::yaml_unclosed_quote, quote, line.end, say("the quote that opens here is never closed"), repair);
  bool swallows = false;
  for (std::size_t at = line.next; at < end && !swallows; at = line_around(trouble, at).next) swallows = line_around(trouble, at).colon != npos;
  if (!swallows) return {};
  const auto closing = 1 + std::count(trouble.text.begin(), trouble.text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
  return fault(problems::yaml_unclosed_quote, quote, line.end, say("the quote that opens here is closed only in line {}", closing), repair);
}

/// A backslash in double quotes that begins no escape of YAML, as in a path of Windows.
Found bad_escape(const YamlTrouble& trouble, std::size_t quote) {
  if (quote >= trouble.part.end || trouble.text[quote] != '"') return {};
  const std::size_t end = std::min<std::size_t>(quote_end(trouble.text, quote, trouble.part.end), trouble.part.end);
  for (std::size_t at = trouble.text.find('\\', quote); at < end; at = trouble.text.find('\\', at + 2)) {
    const std::string_view behind = trouble.text.substr(at + 1, end - at - 1);
    const std::size_t digits = behind.empty() ? 0 : behind[0] == 'x' ? 2 : behind[0] == 'u' ? 4 : behind[0] == 'U' ? 8 : 0;
    const bool all_hex = behind.substr(std::min<std::size_t>(1, behind.size()), digits).find_first_not_of("0123456789abcdefABCDEF") == npos;
    if (behind.empty() || (has("0abtnvfre \"/\\N_LP\n\r", behind[0])) || (digits != 0 && all_hex)) continue;
    return fault(problems::yaml_syntax, at, at + 2, say("a backslash in double quotes begins an escape, and YAML does not know this one"),
                 say("use single quotes, in which a backslash is a backslash"));
  }
  return {};
}

/// Where the next value begins behind what was understood.
std::size_t next_value(const YamlTrouble& trouble) {
  std::size_t at = trouble.understood;
  for (; at < trouble.part.end; ++at) {
    if (trouble.text[at] == '#') {
      at = std::min<std::size_t>(trouble.text.find('\n', at), trouble.part.end - 1);
    } else if (!has(" \t\r\n-:,[{?", trouble.text[at])) {
      break;
    }
  }
  return at;
}

// ------------------------------------------------------------------ habits, each seen on one line

using Habit = Found (*)(const YamlTrouble&, const Line&);

Found tab(const YamlTrouble&, const Line& line) {
  const std::size_t at = line.begin + line.text.substr(line.begin, line.entry - line.begin).find('\t');
  if (at < line.begin || at >= line.entry) return {};
  return fault(problems::yaml_tab, at, at + 1, say("a tab; YAML needs spaces here"), say("put two spaces in its place"));
}

/// A blank or a colon that only looks like one.
Found foreign_blank(const YamlTrouble&, const Line& line) {
  struct Lookalike {
    std::string_view bytes;
    std::string_view name;
    std::string_view instead;
  };
  constexpr std::array<Lookalike, 4> kLookalikes = {{{":\xC2\xA0", "the blank behind the `:` is a no-break space (U+00A0)", "an ordinary space"},
                                                     {":\xE2\x80\xAF", "the blank behind the `:` is a narrow no-break space (U+202F)", "an ordinary space"},
                                                     {":\xE3\x80\x80", "the blank behind the `:` is a wide space (U+3000)", "an ordinary space"},
                                                     {"\xEF\xBC\x9A", "this is a wide colon (U+FF1A)", "`:` and a space"}}};
  std::size_t at = line.entry;
  while (at < line.end && is_key_byte(line.text[at])) ++at;
  for (const Lookalike& lookalike : kLookalikes) {
    if (!line.from(at).starts_with(lookalike.bytes)) continue;
    const std::size_t begin = at + (lookalike.bytes.front() == ':' ? 1 : 0);
    return fault(problems::yaml_syntax, begin, at + lookalike.bytes.size(), say("{}", lookalike.name), say("put {} in its place", lookalike.instead));
  }
  if (!line.from(line.content).starts_with("\xC2\xA0")) return {};
  return fault(problems::yaml_syntax, line.content, line.content + 2, say("the line is indented by a no-break space (U+00A0)"),
               say("put ordinary spaces in its place"));
}

Found placeholder(const YamlTrouble&, const Line& line) {
  const std::string_view value = line.from(line.value);
  if (value.find("{{") == npos && value.find("{%") == npos && value.find("<%") == npos) return {};
  return value_fault(problems::yaml_syntax, line, say("this is a placeholder of a template that was never filled in"),
                     say("write the value, or delete the line"));
}

Found task(const YamlTrouble&, const Line& line) {
  const std::string_view value = line.from(line.value);
  if (!(value.starts_with("[ ] ") || value.starts_with("[x] ") || value.starts_with("[X] "))) return {};
  return value_fault(problems::yaml_syntax, line, say("`[ ]` and `[x]` mark tasks in Markdown; in YAML brackets hold a list."),
                     say("write `text: ...`, and `done: yes` or a date when it is done; or quote the line"));
}

Found anchor(const YamlTrouble&, const Line& line) {
  if (line.first() != '*' && line.first() != '&') return {};
  if (line.from(line.value).starts_with("**")) {
    return value_fault(problems::yaml_anchor, line, say("`**` is bold in Markdown; in YAML `*` begins an alias."), quote_it(line));
  }
  return value_fault(problems::yaml_anchor, line, say("a value cannot begin with `{}`: in YAML that is an anchor or an alias", line.first()), quote_it(line));
}

Found tag(const YamlTrouble&, const Line& line) {
  if (line.first() != '!') return {};
  return value_fault(problems::yaml_tag, line, say("a value cannot begin with `!`: in YAML that is a tag"), quote_it(line));
}

Found long_key(const YamlTrouble&, const Line& line) {
  constexpr std::size_t kLongest = 1024;
  if (line.key().size() > kLongest) {
    return fault(problems::yaml_key, line.entry, line.colon, say("a key of more than {} bytes", kLongest),
                 say("keys are words of the vocabulary; put long text behind one of them"));
  }
  if (!line.from(line.entry).starts_with("? ")) return {};
  return fault(problems::yaml_key, line.entry, line.entry + 1, say("`? ` begins a key of several words or lines; the keys of a journal are single words."),
               say("write `key: value`, or put the text in quotes"));
}

Found directive(const YamlTrouble&, const Line& line) {
  if (line.value != line.begin || !(line.from(line.begin).starts_with("%YAML") || line.from(line.begin).starts_with("%TAG"))) return {};
  return value_fault(problems::yaml_syntax, line, say("a directive of YAML, which a journal has no use for"), say("delete the line"));
}

Found reserved(const YamlTrouble&, const Line& line) {
  if (line.first() == '`')
    return value_fault(problems::yaml_syntax, line, say("a value cannot begin with a backtick: YAML keeps it for itself"), quote_it(line));
  if (line.first() != '@' && line.first() != '%') return {};
  return value_fault(problems::yaml_syntax, line, say("a value cannot begin with `{}`: YAML keeps it for itself", line.first()), quote_it(line));
}

Found block_on_its_line(const YamlTrouble&, const Line& line) {
  if (line.first() != '|' && line.first() != '>') return {};
  const std::string_view header = without_comment(line.from(line.value)).substr(1);
  if (header.find_first_not_of("+-0123456789") == npos) return {};
  return value_fault(problems::yaml_syntax, line, say("behind `{}` the text begins on the next line", line.first()),
                     say("move the text to the line below, indented by two spaces more than the key; or put the value in quotes"));
}

Found list_on_line_of_key(const YamlTrouble&, const Line& line) {
  if (line.colon == npos || !line.from(line.value).starts_with("- ")) return {};
  return value_fault(problems::yaml_syntax, line, say("a list cannot begin on the line of its key"),
                     say("put each `- ` on a line of its own below `{}:`", Text{line.key()}));
}

Found text_behind_quote(const YamlTrouble& trouble, const Line& line) {
  if (line.first() != '"' && line.first() != '\'') return {};
  const std::size_t end = quote_end(trouble.text, line.value, line.end);
  if (end == npos || line.from(end).find_first_not_of(" \t") == npos || without_comment(line.from(end)).empty()) return {};
  return fault(problems::yaml_syntax, end, end + without_comment(line.from(end)).size(), say("text stands behind the closing quote"), quote_it(line));
}

Found no_blank_behind_colon(const YamlTrouble&, const Line& line) {
  if (line.colon != npos) return {};
  const std::size_t colon = line.text.find(':', line.entry);
  if (colon == npos || colon == line.entry || colon + 1 >= line.end || has("/ \t", line.text[colon + 1])) return {};
  const std::string_view key = line.text.substr(line.entry, colon - line.entry);
  if (!std::all_of(key.begin(), key.end(), is_key_byte) || is_digits(key)) return {};
  return fault(problems::yaml_syntax, colon, colon + 1, say("there is no space behind the `:`"),
               say("write `{}: {}`", Text{key}, Text{line.from(colon + 1).substr(0, 60)}));
}

Found colon_in_value(const YamlTrouble& trouble, const Line& line) {
  const std::string_view value = without_comment(line.from(line.value));
  if (value.empty() || has("\"'[{|>:", line.first()) || (value.find(": ") == npos && value.back() != ':')) return {};
  for (const std::string_view quote : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x98", "\xE2\x80\x99", "\xC2\xAB", "\xC2\xBB"}) {
    if (!value.starts_with(quote)) continue;
    return value_fault(problems::yaml_syntax, line, say("typographic quotes do not quote in YAML, and the value contains `: `"),
                       say("put straight quotes (`\"`) in the place of the curved ones"));
  }
  const Message message = say("the value contains a `:` that YAML takes for the end of another key");
  if (line.colon != npos) return value_fault(problems::yaml_syntax, line, message, quote_it(line));
  if (line.entry != line.content || trouble.stuck >= line.end || trouble.stuck < line.entry || line.text[trouble.stuck] != ':') return {};
  return fault(problems::yaml_syntax, trouble.stuck, trouble.stuck + 1, message,
               say("put the whole text in quotes, or write `key: |` and the text below it, indented"));
}

Line line_above(const YamlTrouble& trouble, const Line& line) {
  Line above = line;
  do {
    if (above.begin <= trouble.part.begin) return {trouble.text, 0, 0, 0, 0, 0, npos, 0};
    above = line_around(trouble, above.begin - 1);
  } while (above.empty() || above.text[above.content] == '#');
  return above;
}

Found indented_below_value(const YamlTrouble& trouble, const Line& line) {
  const Line above = line_above(trouble, line);
  if (line.colon == npos || above.colon == npos || above.value == above.end || has("|>#", above.first())) return {};
  if (line.content - line.begin <= above.entry - above.begin) return {};
  return fault(problems::yaml_syntax, line.content, line.content + 1,
               say("the line stands further in than `{}:` above it, which has its value already", Text{above.key()}),
               say("begin it below the first letter of `{}`; or put the text in quotes if it goes on here", Text{above.key()}));
}

Found fits_no_line(const YamlTrouble& trouble, const Line& line) {
  const auto column = [](const Line& of, std::size_t at) { return at - of.begin; };
  const std::size_t own = column(line, line.content);
  Line above = line_above(trouble, line);
  if (above.end == 0 || column(above, above.entry) <= own) return {};
  for (; above.end != 0; above = line_above(trouble, above)) {
    if (column(above, above.content) == own || column(above, above.entry) == own) return {};
    if (column(above, above.content) < own) break;
  }
  return fault(problems::yaml_syntax, line.begin, std::max(line.content, line.begin + 1), say("the indentation of this line is that of no line above it"),
               say("indent it like the entry or the key that it stands beside"));
}

Found no_colon(const YamlTrouble&, const Line& line) {
  if (line.colon != npos || has(line.from(line.content), ':') || line.entry != line.content || has("\"'[{]},", line.first())) return {};
  return value_fault(problems::yaml_syntax, line, say("the line has no `:`"), say("write `key: value`; indent it if it goes on with the text above"));
}

/// The more particular first.
constexpr std::array<Habit, 17> kHabits = {tab,
                                           foreign_blank,
                                           placeholder,
                                           task,
                                           long_key,
                                           directive,
                                           anchor,
                                           tag,
                                           reserved,
                                           block_on_its_line,
                                           list_on_line_of_key,
                                           text_behind_quote,
                                           no_blank_behind_colon,
                                           indented_below_value,
                                           colon_in_value,
                                           fits_no_line,
                                           no_colon};

Found habit_on(const YamlTrouble& trouble, const Line& line) {
  for (const Habit habit : kHabits) {
    if (Found found = habit(trouble, line)) return found;
  }
  return {};
}

/// A value inside brackets that begins with a byte it cannot begin with.
Found bad_start(const YamlTrouble& trouble) {
  if (trouble.bracket == npos || trouble.stuck >= trouble.part.end || !has("@`%*&!", trouble.text[trouble.stuck])) return {};
  return fault(problems::yaml_syntax, trouble.stuck, trouble.stuck + 1, say("a value cannot begin with `{}`", trouble.text[trouble.stuck]),
               say("put the value in quotes"));
}

}  // namespace

Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

std::size_t quote_end(std::string_view text, std::size_t quote, std::size_t end) {
  const char mark = text[quote];
  for (std::size_t at = quote + 1; at < end; ++at) {
    if (mark == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == mark) {
      if (mark == '"' || at + 1 >= end || text[at + 1] != mark) return at + 1;
      ++at;
    }
  }
  return npos;
}

YamlFault unexplained(const YamlTrouble& trouble) {
  const std::size_t at = std::min<std::size_t>(trouble.stuck, trouble.part.end);
  if (trouble.bracket != npos) {
    return fault(problems::yaml_syntax, at, at + 1, say("something inside these brackets is not understood"),
                 say("put a `,` between entries, and quotes around text with `: `, `,` or brackets"));
  }
  return fault(problems::yaml_syntax, at, at + 1, say("the YAML is not understood from here on"),
               say("compare the line with those above it: the same indentation, `key: value`, or `- ` before an entry of a list"));
}

YamlFault explain(const YamlTrouble& trouble, YamlFault otherwise) {
  if (trouble.last != npos) {
    if (Found found = open_quote(trouble, trouble.last)) return *found;
  }
  if (Found found = open_quote(trouble, next_value(trouble))) return *found;
  if (Found found = bad_escape(trouble, next_value(trouble))) return *found;
  if (Found found = open_bracket(trouble)) return *found;
  if (Found found = bad_start(trouble)) return *found;
  Line line = line_around(trouble, std::min<std::size_t>(trouble.stuck, trouble.part.end));
  for (int lines = 0; lines < 3 && line.end != 0; ++lines, line = line_above(trouble, line)) {
    if (line.empty() || line.text[line.content] == '#') continue;
    if (Found found = habit_on(trouble, line)) return *found;
    if (line.begin <= trouble.understood) break;
  }
  return otherwise;
}

}  // namespace mentor
