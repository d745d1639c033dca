// The goal review: of each open goal, which of the five questions its record raises and why, and in which order to take them up.
#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "rules/goal_record.hpp"

namespace mentor {

/// The five questions of the set `goals`, by the ids that they have there.
enum class GoalQuestion : std::uint8_t { valid, met, needs_changed, still_fits, new_goal };
struct GoalQuestionWords {
  /// In the question set.
  std::string_view id;
  /// "still valid", as a label.
  std::string_view label;
};
const GoalQuestionWords& words_of(GoalQuestion question);

/// A question that the record raises.
struct RaisedQuestion {
  GoalQuestion question{};
  Message why;
  /// The line that raises it.
  Place place;
};

struct ReviewedGoal {
  const GoalFacts* facts = nullptr;
  /// In the order of the questions, each at most once, with the weightiest reason.
  std::vector<RaisedQuestion> raised;
  std::vector<SmartGap> gaps;
  /// The last day on which it moved or an action towards it was done, false when none is noted, and the held meetings since then or since the goal was set.
  Date last_progress;
  int meetings_since = 0;
  /// Each side's last verdict, null when it has given none.
  PerParty<const GoalReview*> verdict;
  /// Something happened in a life since the last verdict: the goal is open to review again.
  const Event* reopened_by = nullptr;
  /// Why it stands where it does in the proposed order.
  Message order;

  const Goal& goal() const { return *facts->goal; }
  /// The day of the last verdict of either side; false when there is none.
  Date last_verdict() const;
};

/// A goal that was settled, or a verdict on it, since the last review.
struct SettledGoal {
  const Goal* goal = nullptr;
  Date date;
  Message what;
  Place place;
};

struct GoalsReviewed {
  /// The open goals in the order proposed: by the mean of the two ranks (one rank alone counts as it is), those without a rank behind; then
  /// by the day they are due, then by the day they were set, then as in the file.
  std::vector<ReviewedGoal> goals;
  Disagreement order;
  LastReview last_review;
  std::vector<SettledGoal> settled;
  /// Open goals that no held meeting names, in journals whose meetings name goals.
  std::vector<const Goal*> unlinked;
};

GoalsReviewed review_goals(const Case& c);

}  // namespace mentor
