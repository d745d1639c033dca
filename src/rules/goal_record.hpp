// What the record of the goals says: which SMART letters are missing, how differently two people order them, when they were last looked
// at. Shared by rules, goal review and agenda.
#pragma once
#include <vector>

#include "rules/evidence.hpp"
#include "rules/rule.hpp"

namespace mentor {

/// The five letters of SMART (Doran 1981), as far as a record can show them.
enum class Smart : std::uint8_t { specific, measurable, achievable, relevant, time_bound };

struct SmartGap {
  Smart letter{};
  /// "measurable"
  std::string_view word;
  /// "no `measure:` says how you will both know that it is reached"
  std::string_view what;
};

/// The letters that a goal's record does not show, in order. A title of one or two words names a field, not a step (our judgement); a
/// goal is taken as within reach once a step towards it is noted: an action, progress, or a stage.
std::vector<SmartGap> smart_gaps(const GoalFacts& goal, const Case& c);

/// Its title, or its id where it has none.
Text title_of(const Goal& goal);

/// How differently two people order the goals that both have ranked.
struct Disagreement {
  /// Goals ranked by both.
  int goals = 0;
  /// Pairs of them in opposite order (Kendall).
  evidence::OrderGap order;
  /// Places that the goals are apart, added up (Spearman's footrule), after each order is counted 1, 2, 3 among the shared goals, with the
  /// mean for goals ranked alike; and the most it could be, half of goals squared, rounded down.
  double places = 0;
  int most_places = 0;
  /// The one furthest apart, the first of several; nothing when all agree.
  const Goal* widest = nullptr;
};
Disagreement disagreement(const std::vector<const Goal*>& goals);

/// Goals open on the day of the case, in the order of the file.
std::vector<const GoalFacts*> open_goals(const Case& c);

/// Held meetings after a day; all of them when there is no day.
int held_since(const Case& c, Date day);

/// The last entry under `reviews:` up to today, and the meetings held since; without one, since the beginning.
struct LastReview {
  Date date;
  Place place;
  int meetings_since = 0;
};
LastReview last_review(const Case& c);

}  // namespace mentor
