// What the two noted of each other's part in their meetings: how present each was, how much each brought in.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// A rating of both sides that a meeting may carry.
using Observation = PerParty<Rating> Meeting::*;

/// What a rule says of low ratings.
struct Observed {
  Observation field{};
  /// "presence": the word in the journal.
  std::string_view name;
  std::string_view repair;
};

/// A finding for each side whose last `meetings` ratings are all at or below `low`; single ones say nothing. Whether one was found.
bool find_low(const Case& c, const Observed& observed, const Limit& low, const Limit& meetings, Findings& findings);

}  // namespace mentor
