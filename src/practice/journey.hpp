// What can be told of a relationship's way in numbers and turns: for a summary at its end or on the way.
#pragma once
#include <vector>

#include "rules/rule.hpp"

namespace mentor {

/// Counts of what is known on a day.
struct JourneyNumbers {
  /// The first and the last day it tells of; the last is that of the closing, or the day asked for, and unset before it has begun.
  Date from, to;
  long held = 0, moved = 0, outside = 0;
  PerParty<long> called_off, missed;
  /// Of held meetings with their length noted.
  long timed = 0, minutes = 0;
  /// Days: the mean between held meetings, and the longest; 0 with fewer than two.
  double mean_gap_days = 0;
  int longest_gap_days = 0;
  PerParty<long> actions, actions_done;
  PerParty<long> feedback, thanks, learned;
  long goals = 0, goals_met = 0, introductions = 0, stretches = 0;

  /// Meetings that took place among those that were to.
  long due() const { return held + called_off.mentor + called_off.mentee + missed.mentor + missed.mentee + outside; }
};
JourneyNumbers journey_numbers(const Case& subject);

/// A day on which something changed.
struct Turn {
  Date date;
  Message what;
  Place place;
};
/// Oldest first. `changes` are those of the replay. Nothing confidential is among them.
std::vector<Turn> turning_points(const Case& subject, const std::vector<Change>& changes);

}  // namespace mentor
