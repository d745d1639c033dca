// How many of a pair's last dates were not kept, beside how many that would be by chance alone.
#pragma once
#include "rules/state.hpp"

namespace mentor {

/// Dates that somebody did not keep; those that fell through for outside reasons are not among them.
struct DatesNotKept {
  /// Of the last `dates`, at most method::kAttributedEntries.
  int count = 0, dates = 0;
  /// At the pair's own usual rate it is no more than this in 19 of 20 cases.
  int by_chance = 0;
};
DatesNotKept dates_not_kept(const Assessment& now);

}  // namespace mentor
