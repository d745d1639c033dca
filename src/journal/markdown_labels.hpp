// `Key: value` lines: which field of the vocabulary a label means. `Agenda by` is agenda-by, `Last session told` is last-session/told,
// `Feedback from mentee` is one more feedback; the longest name that the label begins with wins.
#pragma once
#include <array>
#include <string_view>

#include "journal/vocabulary.hpp"

namespace mentor::markdown {

/// Longest label, in bytes.
inline constexpr std::size_t kLongestLabel = 48;

struct Label {
  std::string_view name, value;
};

/// Whether a line reads `Name: value`, `**Name:** value` or `**Name**: value`; `words` begin at the first visible byte.
bool read_label(std::string_view words, Label& label);

/// What a reader of sections needs to know of a kind at once.
struct LabelIndex {
  const Kind* kind = nullptr;
  /// The relationship's field that a section of the kind fills; the field that its free text fills.
  const Field* root_field = nullptr;
  const Field* free_text = nullptr;
  /// The field that the date in its heading fills, and the one of that field's record if it has one.
  const Field* date = nullptr;
  const Field* date_sub = nullptr;
  /// Its `to` when that is a day, and its first field that takes a party.
  const Field* until = nullptr;
  const Field* party = nullptr;
  /// Which fields begin with which letter.
  std::array<std::uint32_t, 26> by_letter{};
};
const LabelIndex& label_index(const Kind& kind);
/// The field of exactly this name, or none.
const Field* find_name(const LabelIndex& index, std::string_view name);

struct Meant {
  const Field* field = nullptr;
  /// Of a record field: the part that is meant.
  const Field* sub = nullptr;
  /// `mentor`, `mentee`, or for a record of a list whose it is; empty when the label names none.
  std::string_view party;
};

/// What a label means in a section of the kind; no field when it is not of the vocabulary. `party` lies in the label.
Meant find_label(const LabelIndex& index, std::string_view name);
/// The name that was probably meant; empty when none is near.
std::string_view nearest_label(const LabelIndex& index, std::string_view name);
/// Whether the user keeps such a key for themselves.
constexpr bool is_own_label(std::string_view name) { return name.size() > 2 && (name[0] == 'x' || name[0] == 'X') && name[1] == '-'; }

}  // namespace mentor::markdown
