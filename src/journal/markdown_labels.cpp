#include "journal/markdown_labels.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "base/nearest.hpp"
#include "journal/markdown_words.hpp"

namespace mentor::markdown {
namespace {

/// Which bytes a label may hold: letters, digits, blanks, hyphens and the like.
constexpr auto kInLabel = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 128; ++c) {
    const char byte = static_cast<char>(c);
    table[c] = is_letter(byte) || is_digit(byte) || byte == ' ' || byte == '-' || byte == '_' || byte == '\'';
  }
  return table;
}();

/// What each byte of a label is in a name of the vocabulary.
constexpr auto kAsName = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) table[c] = in_name(static_cast<char>(static_cast<unsigned char>(c)));
  return table;
}();

constexpr std::string_view kConnectors[] = {"of", "from", "by", "for"};

/// How many marks of emphasis stand at the start.
std::size_t emphasis(std::string_view words) {
  const char mark = words[0];
  if ((mark != '*' && mark != '_') || words.size() < 4) return 0;
  const std::size_t marks = words[1] == mark ? 2 : 1;
  return is_letter(words[marks]) ? marks : 0;
}

/// The label as a name of the vocabulary, in a buffer of the caller's.
std::string_view as_name(std::string_view label, std::array<char, kLongestLabel>& buffer) {
  const std::size_t size = std::min(label.size(), buffer.size());
  for (std::size_t i = 0; i < size; ++i) buffer[i] = kAsName[static_cast<unsigned char>(label[i])];
  return {buffer.data(), size};
}

bool begins_with_name(std::string_view text, std::string_view name) {
  return text.size() >= name.size() && std::memcmp(text.data(), name.data(), name.size()) == 0 && (text.size() == name.size() || text[name.size()] == '-');
}

/// `from-mentee` -> `mentee`.
std::string_view without_connector(std::string_view rest) {
  for (const std::string_view connector : kConnectors) {
    if (rest.size() > connector.size() && begins_with_name(rest, connector)) return rest.substr(connector.size() + 1);
  }
  return rest;
}

bool is_per_party(Shape shape) { return shape == Shape::party_texts || shape == Shape::party_ratings || shape == Shape::party_ranks; }

/// What follows the field's name: nothing, a party, or a part of its record. False: the label means something else.
bool read_rest(std::string_view rest, std::string_view label, Meant& meant) {
  const Field& field = *meant.field;
  if (rest.empty()) return true;
  const std::string_view named = without_connector(rest);
  if (field.shape == Shape::record) {
    meant.sub = field.record->find(rest);
    if (meant.sub == nullptr) meant.sub = field.record->find(named);
    return meant.sub != nullptr;
  }
  meant.party = label.substr(label.size() - named.size());
  // A name is taken for a person's when a connector or a capital letter says so.
  const bool is_name = !meant.party.empty() && (named.size() != rest.size() || (meant.party[0] >= 'A' && meant.party[0] <= 'Z'));
  const bool whose = is_name || named == "mentor" || named == "mentee" || named == "both";
  if (is_per_party(field.shape)) return whose;
  return field.shape == Shape::records && whose && field.record->find("text") != nullptr;
}

LabelIndex make_index(const Kind& kind) {
  LabelIndex index;
  index.kind = &kind;
  if (!kind.section_of.empty()) index.root_field = kinds::relationship.find(kind.section_of);
  if (!kind.free_text.empty()) index.free_text = kind.find(kind.free_text);
  const std::size_t path = kind.heading_date.find(' ');
  index.date = kind.find(kind.heading_date.substr(0, path));
  if (index.date != nullptr && path != std::string_view::npos) index.date_sub = index.date->record->find(kind.heading_date.substr(path + 1));
  const auto first_day = std::ranges::find(kind.fields, Shape::date, &Field::shape);
  if (index.date == nullptr && first_day != kind.fields.end()) index.date = &*first_day;
  const Field* to = kind.find("to");
  if (to != nullptr && to->shape == Shape::date) index.until = to;
  const auto party = std::ranges::find_if(kind.fields, [](const Field& field) { return field.shape == Shape::party || field.shape == Shape::parties; });
  if (party != kind.fields.end()) index.party = &*party;
  for (std::size_t i = 0; i < kind.fields.size(); ++i) index.by_letter[static_cast<std::size_t>(kind.fields[i].name[0] - 'a')] |= 1U << i;
  return index;
}

std::uint32_t letters_of(std::string_view name) {
  std::uint32_t letters = 0;
  for (const char c : name) letters |= 1U << (static_cast<unsigned char>(c) & 31U);
  return letters;
}

/// Without the party that a label may end with.
std::string_view field_part(std::string_view name) {
  static constexpr std::string_view kEndings[] = {"-mentor", "-mentee", "-of", "-from", "-for"};
  for (const std::string_view ending : kEndings) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return name;
}

}  // namespace

bool read_label(std::string_view words, Label& label) {
  const std::size_t marks = emphasis(words);
  if (marks == 0 && !is_letter(words[0])) return false;
  const std::size_t reach = std::min(words.size(), marks + kLongestLabel);
  const void* found = std::memchr(words.data() + marks, ':', reach - marks);
  if (found == nullptr) return false;
  const auto colon = static_cast<std::size_t>(static_cast<const char*>(found) - words.data());
  std::string_view name = words.substr(marks, colon - marks);
  std::string_view behind = words.substr(colon + 1);
  if (marks != 0) {
    const std::string_view closing = words.substr(0, marks);
    if (name.ends_with(closing))
      name.remove_suffix(marks);
    else if (behind.starts_with(closing))
      behind.remove_prefix(marks);
    else
      return false;
  }
  if (!behind.empty() && !is_blank(behind[0])) return false;
  for (const char c : name) {
    if (!kInLabel[static_cast<unsigned char>(c)]) return false;
  }
  label = {trim_right(name), trim_left(behind)};
  return !label.name.empty();
}

const LabelIndex& label_index(const Kind& kind) {
  static const std::vector<LabelIndex> all = [] {
    std::vector<LabelIndex> list;
    for (const Kind* one : all_kinds()) list.push_back(make_index(*one));
    // Most sections are meetings.
    std::ranges::stable_partition(list, [](const LabelIndex& index) { return index.kind == &kinds::meeting; });
    return list;
  }();
  return *std::ranges::find(all, &kind, &LabelIndex::kind);
}

const Field* find_name(const LabelIndex& index, std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return nullptr;
  for (std::uint32_t candidates = index.by_letter[static_cast<std::size_t>(name[0] - 'a')]; candidates != 0; candidates &= candidates - 1) {
    const Field& field = index.kind->fields[static_cast<std::size_t>(std::countr_zero(candidates))];
    if (field.name == name) return &field;
  }
  return nullptr;
}

Meant find_label(const LabelIndex& index, std::string_view label) {
  const char first = lower(label[0]);
  std::uint32_t candidates = is_letter(first) ? index.by_letter[static_cast<std::size_t>(first - 'a')] : 0;
  if (candidates == 0) return {};
  std::array<char, kLongestLabel> buffer;
  const std::string_view name = as_name(label, buffer);
  Meant best;
  for (; candidates != 0; candidates &= candidates - 1) {
    const Field& field = index.kind->fields[static_cast<std::size_t>(std::countr_zero(candidates))];
    if (field.shape == Shape::owned_text || !begins_with_name(name, field.name)) continue;
    if (best.field != nullptr && best.field->name.size() > field.name.size()) continue;
    Meant meant{&field, nullptr, {}};
    const std::string_view rest = name.size() == field.name.size() ? std::string_view{} : name.substr(field.name.size() + 1);
    if (read_rest(rest, label, meant)) best = meant;
  }
  return best;
}

std::string_view nearest_label(const LabelIndex& index, std::string_view label) {
  std::array<char, kLongestLabel> buffer;
  const std::string_view whole = as_name(label, buffer);
  const std::string_view name = field_part(whole);
  if (name.size() < 4) return {};
  const std::uint32_t letters = letters_of(name);
  std::vector<std::string_view> candidates;
  for (const Field& field : index.kind->fields) {
    // Two slips change at most four letters of the set; that spares most comparisons.
    if (field.shape != Shape::owned_text && std::popcount(letters ^ letters_of(field.name)) <= 4) candidates.push_back(field.name);
  }
  return candidates.empty() ? std::string_view{} : nearest(name, candidates);
}

}  // namespace mentor::markdown
