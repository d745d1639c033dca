// The list of rules. Its order is the order of the documentation and, within a severity, of reports.
#include <algorithm>

#include "rules/rule.hpp"

namespace mentor {

// One a line, so that two additions touch different lines.
// clang-format off
extern constinit const Rule meeting_overdue;
extern constinit const Rule never_met;
extern constinit const Rule agreed_slots_missed;
extern constinit const Rule next_meeting_passed;
extern constinit const Rule cancelled_not_rebooked;
extern constinit const Rule no_show_open;
extern constinit const Rule next_meeting_missing;
extern constinit const Rule next_date_vague;
extern constinit const Rule pause_overrun;
extern constinit const Rule rhythm_slower_than_agreed;
extern constinit const Rule no_longer_recorded;
extern constinit const Rule contact_unanswered;
extern constinit const Rule response_slowing;
extern constinit const Rule initiative_one_sided;
extern constinit const Rule momentum_falling;
extern constinit const Rule cancellations;
extern constinit const Rule no_shows;
extern constinit const Rule short_notice_moves;
extern constinit const Rule short_meetings;
extern constinit const Rule presence_low;
extern constinit const Rule contribution_low;
extern constinit const Rule pulse_low;
extern constinit const Rule pulse_falling;
extern constinit const Rule views_differ;
extern constinit const Rule answers_falling;
extern constinit const Rule needs_unmet;
extern constinit const Rule no_agenda;
extern constinit const Rule actions_overdue;
extern constinit const Rule actions_carried;
extern constinit const Rule actions_one_sided;
extern constinit const Rule direction_unset;
extern constinit const Rule no_active_goal;
extern constinit const Rule phase_stuck;
extern constinit const Rule goal_without_progress;
extern constinit const Rule goal_overdue;
extern constinit const Rule goal_not_smart;
extern constinit const Rule priorities_differ;
extern constinit const Rule goals_all_met;
extern constinit const Rule learning_stuck;
extern constinit const Rule focus_off_goals;
extern constinit const Rule circumstances_changed;
extern constinit const Rule review_due;
extern constinit const Rule review_overdue;
extern constinit const Rule no_feedback;
extern constinit const Rule feedback_one_sided;
extern constinit const Rule topics_repeat;
extern constinit const Rule person_left_out;
extern constinit const Rule no_new_learning;
extern constinit const Rule stretch_none;
extern constinit const Rule introduction_not_followed;
extern constinit const Rule agreement_missing;
extern constinit const Rule agreement_one_sided;
extern constinit const Rule agreement_old;
extern constinit const Rule competition_perceived;
extern constinit const Rule power_imbalance;
extern constinit const Rule doubt_noted;
extern constinit const Rule reason_noted;
extern constinit const Rule disconnect_open;
extern constinit const Rule concern_waiting;
extern constinit const Rule facilitator_missing;
extern constinit const Rule mentor_load;
extern constinit const Rule recommitment_one_sided;
extern constinit const Rule habit_returned;
extern constinit const Rule undecided_long;
extern constinit const Rule end_passed;
extern constinit const Rule duration_one_sided;
extern constinit const Rule second_chance_missing;
extern constinit const Rule early_end;
extern constinit const Rule last_session_unannounced;
extern constinit const Rule silent_end;
extern constinit const Rule ended_without_conversation;
extern constinit const Rule ended_without_reason;
extern constinit const Rule ended_without_second_voice;

std::span<const Rule* const> all_rules() {
  static constexpr const Rule* list[] = {
      &meeting_overdue,
      &never_met,
      &agreed_slots_missed,
      &next_meeting_passed,
      &cancelled_not_rebooked,
      &no_show_open,
      &next_meeting_missing,
      &next_date_vague,
      &pause_overrun,
      &rhythm_slower_than_agreed,
      &no_longer_recorded,
      &contact_unanswered,
      &response_slowing,
      &initiative_one_sided,
      &momentum_falling,
      &cancellations,
      &no_shows,
      &short_notice_moves,
      &short_meetings,
      &presence_low,
      &contribution_low,
      &pulse_low,
      &pulse_falling,
      &views_differ,
      &answers_falling,
      &needs_unmet,
      &no_agenda,
      &actions_overdue,
      &actions_carried,
      &actions_one_sided,
      &direction_unset,
      &no_active_goal,
      &phase_stuck,
      &goal_without_progress,
      &goal_overdue,
      &goal_not_smart,
      &priorities_differ,
      &goals_all_met,
      &learning_stuck,
      &focus_off_goals,
      &circumstances_changed,
      &review_due,
      &review_overdue,
      &no_feedback,
      &feedback_one_sided,
      &topics_repeat,
      &person_left_out,
      &no_new_learning,
      &stretch_none,
      &introduction_not_followed,
      &agreement_missing,
      &agreement_one_sided,
      &agreement_old,
      &competition_perceived,
      &power_imbalance,
      &doubt_noted,
      &reason_noted,
      &disconnect_open,
      &concern_waiting,
      &facilitator_missing,
      &mentor_load,
      &recommitment_one_sided,
      &habit_returned,
      &undecided_long,
      &end_passed,
      &duration_one_sided,
      &second_chance_missing,
      &early_end,
      &last_session_unannounced,
      &silent_end,
      &ended_without_conversation,
      &ended_without_reason,
      &ended_without_second_voice,
  };
  return list;
}
// clang-format on

const Rule* find_rule(std::string_view id) {
  const auto rules = all_rules();
  const auto at = std::ranges::find(rules, id, &Rule::id);
  return at == rules.end() ? nullptr : *at;
}

}  // namespace mentor
