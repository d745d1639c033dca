#include "rules/ending.hpp"

#include <algorithm>

namespace mentor {

bool Ending::is_begun() const {
  const auto is_there = [this](Date day) { return is_known(day) && !(is_known(c_.reopened) && day < c_.reopened); };
  return std::ranges::any_of(std::initializer_list<Date>{c_.talked, c_.decided, c_.last_session.told, c_.closed}, is_there);
}

bool Ending::is_complete() const {
  if (is_known(r_.until)) return true;
  if (meetings_left() == 0) return true;
  const auto is_settled = [this](const Goal& goal) {
    return goal.closed ? is_known(goal.closed) : goal.status == GoalStatus::met || goal.status == GoalStatus::dropped || goal.status == GoalStatus::parked;
  };
  return !r_.goals.empty() && std::ranges::all_of(r_.goals, is_settled);
}

std::optional<long> Ending::meetings_left() const {
  if (r_.kind != MatchKind::situational || r_.planned_meetings.value <= 0) return {};
  const auto is_held = [this](const Meeting& meeting) { return meeting.is_held() && is_known(meeting.date); };
  return std::max(0L, r_.planned_meetings.value - static_cast<long>(std::ranges::count_if(r_.meetings, is_held)));
}

Date Ending::talked() const {
  if (is_known(c_.talked)) return c_.talked;
  const bool both_agreed = c_.agreed_by.contains(Party::mentor) && c_.agreed_by.contains(Party::mentee);
  return both_agreed && is_known(c_.decided) ? c_.decided : Date{};
}

Announced Ending::announced() const {
  const LastSession& last = c_.last_session;
  if (is_known(last.told)) return !last.date || last.told < last.date ? Announced::in_time : Announced::late;
  return last.date ? Announced::missing : Announced::unset;
}

Date Ending::word_afterwards() const {
  Date first;
  const auto look_at = [&](Date day) {
    if (is_known(day) && day > c_.last_session.date && (!first || day < first)) first = day;
  };
  look_at(c_.talked);
  for (const Contact& contact : r_.contacts) look_at(contact.date);
  return first;
}

const Answers* Ending::answers(Text set, Party party) const {
  const Answers* last = nullptr;
  for (const Answers& each : r_.answers)
    if (each.set == set && (each.from == party || each.from == Party::both) && is_known(each.date) && (last == nullptr || last->date <= each.date))
      last = &each;
  return last;
}

BeyondRepair Ending::beyond_repair() const {
  if (c_.basis == Basis::goals || c_.basis == Basis::agreed_end || is_complete()) return BeyondRepair::reached;
  if (c_.basis == Basis::circumstances) return BeyondRepair::circumstances;
  return r_.kind == MatchKind::situational ? BeyondRepair::one_matter : BeyondRepair::no;
}

SecondChanceState Ending::second_chance(const SecondChance** where) const {
  const SecondChance *offered = nullptr, *answered = nullptr;
  for (const Concern& concern : r_.concerns) {
    const SecondChance& chance = concern.second_chance;
    if (concern.is_confidential() || !is_known(chance.date)) continue;
    (is_known(chance.answered) ? answered : offered) = &chance;
  }
  if (where != nullptr) *where = answered != nullptr ? answered : offered;
  if (answered != nullptr) return SecondChanceState::answered;
  if (!c_.second_chance_skipped.empty()) return SecondChanceState::skipped;
  if (offered != nullptr) return SecondChanceState::offered;
  return beyond_repair() != BeyondRepair::no ? SecondChanceState::not_needed : SecondChanceState::missing;
}

bool is_end_judged(const Case& c, const Limit& judged) {
  if (c.assessment.state == State::closed) return days_between(c.relationship.closing.closed, c.today) <= c.count(judged);
  return c.history.is_end_decided(c.today);
}

}  // namespace mentor
