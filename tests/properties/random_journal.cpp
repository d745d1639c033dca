#include "random_journal.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/date.hpp"

namespace mentor::random_journal {
namespace {

constexpr std::array<std::string_view, 32> kWords = {
    "we",     "talked", "about", "the draft", "naïve",    "日本語", "it's", "\"soon\"", "C#",  "#5",    "a:b",     "(maybe)", "50%",    "x < y",  "& co",
        "really",
    "review", "next",   "Ada's", "plan*s*",   "[link](u)", "{braces}", "held", "mentor", "why", "status", "to-do", "é",       "null-ish", "@team", "don't",
        "!"};
/// Words that a careless reader takes for something else, each a whole value.
constexpr std::array<std::string_view, 12> kTraps = {"null", "yes", "~", "12", "2026-01-14", "- dash", "[x]", "'quoted'", "key: value", "# no comment",
    "a # b", "true"};
constexpr std::array<std::string_view, 6> kIds = {"review", "talk", "lead-1", "G1", "écrire", "x"};
constexpr std::array<std::string_view, 5> kKeys = {"going-well", "what-else", "q1", "energy", "listens-to-me"};

std::string some_words(Dice& dice, std::size_t most) {
  std::string out;
  for (std::size_t i = 0, count = 1 + dice.roll(most); i < count; ++i) out.append(out.empty() ? "" : " ").append(dice.pick(kWords));
  return out;
}

/// A line that begins like a sentence, so that no spelling takes it for a mark.
std::string sentence(Dice& dice) { return "So " + some_words(dice, 6) + "."; }

std::string some_date(Dice& dice) { return iso(make_date(2026, 1, 1) + static_cast<int>(dice.roll(400))); }

std::string one_line(Dice& dice) { return dice.chance(10) ? std::string(dice.pick(kTraps)) : some_words(dice, 7); }

std::string lines(Dice& dice) {
  if (dice.chance(70)) return one_line(dice);
  std::string out = sentence(dice);
  for (std::size_t i = 0, count = 1 + dice.roll(3); i < count; ++i) out += '\n' + sentence(dice);
  return out;
}

std::string paragraphs(Dice& dice) {
  constexpr std::array<std::string_view, 4> kStarts = {"", "> ", "- ", "  "};
  std::string out = sentence(dice);
  for (std::size_t i = 0, count = dice.roll(5); i < count; ++i) out += (dice.chance(30) ? "\n\n" : "\n") + std::string(dice.pick(kStarts)) + sentence(dice);
  return out;
}

std::string some_party(const Field& field, Dice& dice) {
  for (;;) {
    const std::size_t i = dice.roll(field.words.size());
    if (field.parties == 0 || (field.parties >> i & 1U) != 0) return std::string(field.words[i]);
  }
}

std::vector<std::string> some_of(const Field& field, Dice& dice) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < field.words.size(); ++i) {
    if ((field.parties == 0 || (field.parties >> i & 1U) != 0) && dice.chance(40)) out.emplace_back(field.words[i]);
  }
  if (out.empty()) out.push_back(some_party(field, dice));
  return out;
}

std::vector<std::string> some_list(const Field& field, Dice& dice) {
  if (field.shape == Shape::parties || field.shape == Shape::words) return some_of(field, dice);
  std::vector<std::string> out(1 + dice.roll(3));
  for (std::string& item : out) {
    if (field.shape == Shape::dates) item = some_date(dice);
    else item = field.name == "goals" ? std::string(dice.pick(kIds)) : dice.chance(10) ? "one, two" : dice.chance(10) ? std::string(dice.pick(kTraps))
        : some_words(dice, 3);
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> some_pairs(const Field& field, Dice& dice) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto value = [&] { return field.shape == Shape::party_texts || field.shape == Shape::items ? lines(dice) : std::to_string(1 + dice.roll(5)); };
  if (field.shape == Shape::items) {
    for (const std::string_view key : kKeys) {
      if (dice.chance(50)) out.emplace_back(key, dice.chance(50) ? std::to_string(1 + dice.roll(5)) : value());
    }
    if (out.empty()) out.emplace_back(kKeys[0], "4");
    return out;
  }
  const std::size_t which = dice.roll(3);
  if (which != 1) out.emplace_back("mentor", value());
  if (which != 0) out.emplace_back("mentee", value());
  return out;
}

std::string some_scalar(const Kind& kind, const Field& field, Dice& dice) {
  const auto number = [&](std::size_t sides) { return std::to_string(1 + dice.roll(sides)); };
  switch (field.shape) {
    case Shape::text:
      if (field.name == "id" || field.name == "goal") return std::string(dice.pick(kIds));
      if (&kind == &kinds::action || &kind == &kinds::goal_review || field.name == "title") return sentence(dice);
      return !kind.heading.empty() && field.name == kind.free_text && dice.chance(50) ? paragraphs(dice) : lines(dice);
    case Shape::private_text: return lines(dice);
    case Shape::date: return some_date(dice);
    case Shape::next: return dice.chance(20) ? "none" : some_date(dice) + (dice.chance(50) ? " 10:" + std::to_string(10 + dice.roll(50)) : "");
    case Shape::party: return some_party(field, dice);
    case Shape::word: return std::string(dice.pick(field.words));
    case Shape::rating: return number(5);
    case Shape::count: return number(20);
    case Shape::minutes: return dice.chance(50) ? number(90) + "/" + number(90) : number(90);
    case Shape::duration: return number(9) + std::string(dice.pick(std::array<std::string_view, 4>{" min", " h", " day", " days"}));
    case Shape::rhythm: case Shape::cadence: return dice.chance(50) ? "monthly" : number(9) + " weeks";
    case Shape::person: return dice.chance(50) ? "Joan Clarke <joan@example.org>" : "Joan O'Neill";
    case Shape::tick: return dice.chance(30) ? "yes" : some_date(dice);
    case Shape::owned_text: return sentence(dice);
    default: return {};
  }
}

}  // namespace

RandomValue make_value(const Kind& kind, const Field& field, Dice& dice) {
  RandomValue value;
  value.field = &field;
  switch (field.shape) {
    case Shape::texts: case Shape::dates: case Shape::parties: case Shape::words: value.list = some_list(field, dice); break;
    case Shape::party_texts: case Shape::party_ratings: case Shape::party_ranks: case Shape::items: value.pairs = some_pairs(field, dice); break;
    case Shape::record: value.records.push_back(make_record(*field.record, dice)); break;
    case Shape::records:
      // None said is another thing than nothing said, where the field knows the difference.
      for (std::size_t i = 0, count = field.mark_recorded != nullptr && dice.chance(20) ? 0
          : 1 + dice.roll(3); i < count; ++i) value.records.push_back(make_record(*field.record, dice));
      break;
    case Shape::cadence:
      if (dice.chance(50)) value.scalar = some_scalar(kind, field, dice);
      for (std::size_t i = 0; value.scalar.empty() && i < 2; ++i) value.records.push_back(make_record(kinds::cadence_step, dice));
      break;
    default: value.scalar = some_scalar(kind, field, dice);
  }
  return value;
}

namespace {

/// An action has a text; its owner is the key of the text, or stands apart, or is left out.
void settle_action(RandomRecord& record, Dice& dice) {
  constexpr std::array<std::string_view, 4> kSpellings = {"mentor", "mentee", "both", "text"};
  RandomValue dropped;
  for (const std::string_view name : kSpellings) record.take(name, dropped);
  const std::string_view chosen = dice.pick(kSpellings);
  if (chosen != "text") record.take("owner", dropped);
  record.values.insert(record.values.begin(), make_value(*record.kind, *record.kind->find(chosen), dice));
}

}  // namespace

RandomRecord make_record(const Kind& kind, Dice& dice) {
  RandomRecord record{&kind, {}};
  const std::size_t percent = 20 + dice.roll(80);
  for (const Field& field : kind.fields) {
    if (field.required || dice.chance(percent) || &kind == &kinds::cadence_step) record.values.push_back(make_value(kind, field, dice));
  }
  if (&kind == &kinds::action) settle_action(record, dice);
  if (record.values.empty()) record.values.push_back(make_value(kind, kind.fields[0], dice));
  return record;
}

RandomRecord make_relationship(Dice& dice) {
  RandomRecord relationship = make_record(kinds::relationship, dice);
  for (RandomValue& value : relationship.values) {
    if (value.field->name == "mentor") value.scalar = "Grace Hopper <grace@example.org>";
    if (value.field->name == "mentee") value.scalar = "Ada Lovelace";
  }
  return relationship;
}

std::string dress(std::string text, Dice& dice) {
  while (dice.chance(20) && text.ends_with('\n')) text.pop_back();
  if (dice.chance(30)) {
    std::string crlf;
    for (const char c : text) crlf.append(c == '\n' ? "\r\n" : std::string(1, c));
    text = std::move(crlf);
  }
  return (dice.chance(20) ? "\xEF\xBB\xBF" : "") + text;
}

}  // namespace mentor::random_journal
