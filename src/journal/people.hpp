// Whom a name in a note means.
#pragma once
#include <span>
#include <string_view>

#include "journal/journal.hpp"

namespace mentor {

/// Who the words "Ada" and "@grace" may mean in a relationship.
struct People {
  Person mentor, mentee;
  /// Short names of the whole programme.
  std::span<const Entry> aliases;

  /// The party that a name, first name, handle or initials mean; unset when it is neither or both.
  Party find(std::string_view name) const;
  /// Whether both are called so.
  bool share(std::string_view name) const;
};

}  // namespace mentor
