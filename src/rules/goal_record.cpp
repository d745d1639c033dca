#include "rules/goal_record.hpp"

#include <algorithm>
#include <cmath>

namespace mentor {
namespace {

constexpr SmartGap kGaps[] = {
    {Smart::specific, "specific", "the title names a field; say what will be done or different"},
    {Smart::measurable, "measurable", "no `measure:` says how both will know that it is reached"},
    {Smart::achievable, "achievable", "no step towards it is noted yet: an action with `goal:`, or progress"},
    {Smart::relevant, "relevant", "no `why:` says what it is good for"},
    {Smart::time_bound, "time-bound", "no `due:` says by when"},
};

constexpr int kFewestWords = 3;

/// In writing without blanks between words, a few letters say as much as three words.
bool is_specific(Text title) {
  int words = 0;
  bool in_word = false, is_ascii = true;
  for (const char c : title.raw()) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n';
    words += !is_blank && !in_word;
    in_word = !is_blank;
    is_ascii = is_ascii && static_cast<unsigned char>(c) < 0x80;
  }
  return words >= kFewestWords || (!title.empty() && !is_ascii);
}

bool names(const Action& action, const Goal& goal) { return !goal.id.empty() && action.goal == goal.id; }

bool has_step(const GoalFacts& facts, const Case& c) {
  const Goal& goal = *facts.goal;
  if (goal.stage != Stage::unset || (!facts.progress.empty() && facts.progress.front() <= c.today)) return true;
  const auto is_step = [&goal](const Action& action) { return names(action, goal); };
  if (std::ranges::any_of(c.relationship.actions, is_step)) return true;
  return std::ranges::any_of(c.held(), [&](const Meeting* meeting) { return std::ranges::any_of(meeting->actions, is_step); });
}

/// Ranks counted 1, 2, 3 among these goals only; those ranked alike share the mean of their places.
std::vector<double> places(const std::vector<int>& ranks) {
  std::vector<int> sorted = ranks;
  std::ranges::sort(sorted);
  std::vector<double> out;
  for (const int rank : ranks) {
    const auto alike = std::ranges::equal_range(sorted, rank);
    out.push_back(static_cast<double>(alike.begin() - sorted.begin()) + (static_cast<double>(alike.size()) + 1) / 2);
  }
  return out;
}

}  // namespace

std::vector<SmartGap> smart_gaps(const GoalFacts& facts, const Case& c) {
  const Goal& goal = *facts.goal;
  std::vector<SmartGap> out;
  const auto need = [&out](bool is_there, Smart letter) {
    if (!is_there) out.push_back(kGaps[static_cast<std::size_t>(letter)]);
  };
  need(is_specific(goal.title), Smart::specific);
  need(!goal.measure.empty(), Smart::measurable);
  need(has_step(facts, c), Smart::achievable);
  need(!goal.why.empty(), Smart::relevant);
  need(static_cast<bool>(goal.due), Smart::time_bound);
  return out;
}

Text title_of(const Goal& goal) { return goal.title.empty() ? goal.id : goal.title; }

Disagreement disagreement(const std::vector<const Goal*>& goals) {
  std::vector<const Goal*> shared;
  std::vector<int> mentor, mentee;
  std::vector<evidence::Ranks> ranks;
  for (const Goal* const goal : goals) {
    if (goal->priority.mentor.value == 0 || goal->priority.mentee.value == 0) continue;
    shared.push_back(goal);
    mentor.push_back(goal->priority.mentor.value);
    mentee.push_back(goal->priority.mentee.value);
    ranks.push_back({mentor.back(), mentee.back()});
  }
  Disagreement out;
  const std::size_t n = shared.size();
  out.goals = static_cast<int>(n);
  out.order = evidence::order_gap(ranks);
  out.most_places = out.goals * out.goals / 2;
  const std::vector<double> of_mentor = places(mentor), of_mentee = places(mentee);
  double widest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double apart = std::abs(of_mentor[i] - of_mentee[i]);
    out.places += apart;
    if (apart > widest) {
      widest = apart;
      out.widest = shared[i];
    }
  }
  return out;
}

std::vector<const GoalFacts*> open_goals(const Case& c) {
  std::vector<const GoalFacts*> out;
  for (const GoalFacts& goal : c.history.goals)
    if (goal.created <= c.today && goal.is_open(c.today)) out.push_back(&goal);
  return out;
}

int held_since(const Case& c, Date day) {
  // a false day lies before every other
  return static_cast<int>(c.held().end() - std::ranges::upper_bound(c.held(), day, {}, &Meeting::date));
}

LastReview last_review(const Case& c) {
  LastReview out;
  for (const Review& review : c.relationship.reviews)
    if (review.date && review.date <= c.today && review.date >= out.date) out = {review.date, review.place, 0};
  out.meetings_since = held_since(c, out.date);
  return out;
}

}  // namespace mentor
