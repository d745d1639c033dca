// The course of a relationship: how its state moved, which entries moved it, and when it would move next if nothing were entered. All of
// it is found by replay, so that every word can be checked with --today.
#pragma once
#include <optional>
#include <vector>

#include "rules/state.hpp"

namespace mentor {

/// An entry without which the state would not have changed on that day.
struct Cause {
  Date date;
  Place place;
  /// "held", "a message", ...
  Message what;
};

/// A time in one state: from `at.since` on it was what `at` says.
struct Spell {
  Assessment at;
  /// Empty when only time has passed.
  std::vector<Cause> causes;
};

/// Every state the relationship has been in up to `today`, oldest first.
std::vector<Spell> course(const History& history, Date today);

/// The first day after `today` on which the state would be another than `now` if nothing were entered, and that state; nothing within
/// a year.
std::optional<Change> next_change(const History& history, Date today, State now);

}  // namespace mentor
