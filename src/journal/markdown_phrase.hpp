// What headings and short values say in a few words: `2026-01-14 held 55/60 min`, `2026-03-01 contact from mentee, answered 2026-03-03`,
// `Goal: Lead a design review (review)`, `Raised: 2026-05-01 by mentee`. One grammar for all; the fields come from the vocabulary.
#pragma once
#include <array>
#include <string_view>

#include "journal/vocabulary.hpp"

namespace mentor::markdown {

/// A field and its words; `sub` is the field of its record when the words mean that one.
struct Said {
  const Field* field = nullptr;
  const Field* sub = nullptr;
  std::string_view words;
};

struct Phrase {
  std::array<Said, 8> said;
  std::size_t count = 0;
  /// What is not part of the grammar, from its first word on.
  std::string_view unknown;

  bool says(const Field* field, const Field* sub = nullptr) const;
  bool add(const Field* field, const Field* sub, std::string_view words);
};

/// Reads what follows a kind's name: dates, parties, allowed words, `FIELD value`, and after a colon or a dash the free text.
void read_phrase(const Kind& kind, std::string_view words, Phrase& phrase);

struct Heading {
  /// Whose section it opens; none when the heading is not one of the vocabulary's.
  const Kind* kind = nullptr;
  Phrase phrase;
  /// It says no more than the kind's name.
  bool bare() const { return phrase.count == 0 && phrase.unknown.empty(); }
};

Heading read_heading(std::string_view words);
/// Whether a heading only gathers sections, as `## Meetings` does.
bool is_gathering(std::string_view words);

}  // namespace mentor::markdown
