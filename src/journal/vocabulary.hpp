// The one table of kinds and fields: how a journal spells what the model holds. Both readers, the binder, the export, the JSON Schemas,
// the did-you-mean list and mentor-journal(5) are derived from it; nothing else in the program knows the spelling of a field.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "journal/journal.hpp"
#include "journal/shape.hpp"

namespace mentor {

struct Kind;

/// One field. `member` finds it in its record; the list functions serve `records` only.
struct Field {
  std::string_view name;
  Shape shape;
  /// One sentence.
  std::string_view meaning;
  std::string_view example;
  /// Allowed words (word, words), or of party fields the parties.
  std::span<const std::string_view> words = {};
  /// Of party fields: bit i allows words[i].
  std::uint8_t parties = 0;
  const Kind* record = nullptr;
  void* (*member)(void*) = nullptr;
  void* (*append)(void*) = nullptr;
  void (*reserve)(void*, std::size_t more) = nullptr;
  std::size_t (*size)(const void*) = nullptr;
  const void* (*at)(const void*, std::size_t) = nullptr;
  /// Of lists that tell "none" from "not recorded": notes that the list was written down.
  void (*mark_recorded)(void*) = nullptr;
  bool (*is_recorded)(const void*) = nullptr;
  /// The entry makes no sense without it.
  bool required = false;
};

/// A name's place in a table of 64.
constexpr std::size_t name_slot(std::string_view name) {
  const auto at = [name](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
  return name.empty() ? 0 : (name.size() * 7 + at(0) * 3 + at(name.size() / 2) * 11 + at(name.size() - 1)) & 63;
}

/// One kind of record.
struct Kind {
  std::string_view name;
  /// One sentence.
  std::string_view meaning;
  std::span<const Field> fields;
  /// The word that opens such a section in Markdown, as in `## Review 2026-03-04`; empty when it has none.
  std::string_view heading = {};
  /// The relationship's field that such a section fills.
  std::string_view section_of = {};
  /// The field that a section's date fills, and the one that its free text fills.
  std::string_view heading_date = "date", free_text = {};

  /// How it looks in Markdown, where the heading alone does not tell.
  std::string_view markdown = {};
  /// By name_slot(): 1 + the index of a field, 0 for none; a taken slot sends on to the next.
  std::array<std::uint8_t, 64> slots = {};
  bool has_required = false;

  const Field* find(std::string_view field_name) const;
};

/// Whether two names are equal; names are short, so this is not worth a call.
constexpr bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) return false;
  return true;
}

namespace kinds {
extern const Kind relationship, agreement, goal, goal_review, meeting, action, feedback, contact, pause, snooze, holiday, review, recognised_by, answers, event,
    reason, disconnect, disconnect_action, introduction, stretch, thanks, recommitment, concern, raised, renegotiated, second_chance, decided, closing,
    outcomes, last_session, value, cadence_step, programme, defaults, false_alarms, counted, report_settings, question_set, question;
}
/// Every kind, in the order of the documentation.
std::span<const Kind* const> all_kinds();
/// Whether its author asked that the other side must not read it: nothing of it reaches an output that both may see.
bool is_confidential(const Kind& kind, const Record& record);

}  // namespace mentor
