// The list of rules. Its order is the order of the documentation and, within a severity, of reports.
#include <algorithm>

#include "rules/rule.hpp"

namespace mentor {

extern constinit const Rule meeting_overdue, never_met, agreed_slots_missed, next_meeting_passed, cancelled_not_rebooked, contact_unanswered, momentum_falling,
    cancellations, no_shows, short_notice_moves, short_meetings, actions_overdue, actions_carried, no_active_goal, goal_without_progress, goal_overdue,
    no_feedback, agreement_missing;

std::span<const Rule* const> all_rules() {
  static constexpr const Rule* list[] = {
      &meeting_overdue,       &never_met,    &agreed_slots_missed, &next_meeting_passed, &cancelled_not_rebooked, &contact_unanswered, &momentum_falling,
      &cancellations,         &no_shows,     &short_notice_moves,  &short_meetings,      &actions_overdue,        &actions_carried,    &no_active_goal,
      &goal_without_progress, &goal_overdue, &no_feedback,         &agreement_missing,
  };
  return list;
}

const Rule* find_rule(std::string_view id) {
  const auto rules = all_rules();
  const auto at = std::ranges::find(rules, id, &Rule::id);
  return at == rules.end() ? nullptr : *at;
}

}  // namespace mentor
