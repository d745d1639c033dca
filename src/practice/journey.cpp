#include "practice/journey.hpp"

#include <algorithm>

#include "practice/closing.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

template <class T>
T& of(PerParty<T>& both, Party party) {
  return party == Party::mentor ? both.mentor : both.mentee;
}

bool is_one(Party party) { return party == Party::mentor || party == Party::mentee; }

/// Adds one for the side, or for each when it was both.
void add(PerParty<long>& counts, Party party) {
  counts.mentor += party == Party::mentor || party == Party::both;
  counts.mentee += party == Party::mentee || party == Party::both;
}

void count_slots(const Case& c, JourneyNumbers& n) {
  for (const Slot* const slot : c.assessment.visible) {
    if (slot->is_held())
      ++n.held;
    else if (slot->status == Status::moved)
      ++n.moved;
    else if (!is_one(slot->by))
      ++n.outside;
    else
      ++of(slot->status == Status::no_show ? n.missed : n.called_off, slot->by);
  }
}

void count_meetings(const Case& c, JourneyNumbers& n) {
  const Meeting* before = nullptr;
  for (const Meeting* const meeting : c.held()) {
    if (meeting->minutes.actual >= 0) {
      ++n.timed;
      n.minutes += meeting->minutes.actual;
    }
    for (const Feedback& feedback : meeting->feedback) add(n.feedback, feedback.from);
    n.learned.mentor += !meeting->learned.mentor.empty();
    n.learned.mentee += !meeting->learned.mentee.empty();
    if (before != nullptr) n.longest_gap_days = std::max(n.longest_gap_days, days_between(before->date, meeting->date));
    before = meeting;
  }
  const auto& held = c.held();
  if (held.size() > 1) n.mean_gap_days = static_cast<double>(days_between(held.front()->date, held.back()->date)) / static_cast<double>(held.size() - 1);
}

void add_records(const Relationship& r, Date today, std::vector<Turn>& turns) {
  const auto add = [&](Date date, Message what, Place place) {
    if (date && date <= today) turns.push_back({date, std::move(what), place});
  };
  add(r.started, say("the two were matched"), r.place);
  add(r.agreement.date, say("they agreed on how to work together"), r.agreement.place);
  for (const Goal& goal : r.goals) {
    const Text title = goal.title.empty() ? goal.id : goal.title;
    if (goal.status == GoalStatus::met)
      add(goal.closed, say("goal met: {}", title), goal.place);
    else if (goal.closed)
      add(goal.closed, say("goal let go: {}", title), goal.place);
  }
  for (const Pause& pause : r.pauses)
    add(pause.from, pause.reason.empty() ? say("a pause until {}", iso(pause.to)) : say("a pause until {}: {}", iso(pause.to), pause.reason), pause.place);
  for (const Event& event : r.events) add(event.date, say("a change: {}", event.what), event.place);
  for (const Introduction& introduction : r.introductions) add(introduction.date, say("introduced to {}", introduction.to), introduction.place);
  for (const Stretch& stretch : r.stretch) add(stretch.date, say("tried: {}", stretch.what), stretch.place);
  for (const Recommitment& promise : r.recommitments) {
    const bool is_mutual = promise.by.contains(Party::mentor) && promise.by.contains(Party::mentee);
    add(promise.date, is_mutual ? say("both promised to start again") : say("one of the two promised to start again"), promise.place);
  }
  for (const Concern& concern : r.concerns) {
    if (concern.is_confidential()) continue;
    add(concern.renegotiated.date, say("new terms"), concern.renegotiated.place);
    add(concern.second_chance.date, say("a second chance"), concern.second_chance.place);
  }
  add(r.closing.decided, say("the end was decided"), r.closing.place);
  add(r.closing.last_session.date, say("the last meeting"), r.closing.last_session.place);
  add(r.closing.closed, say("closed"), r.closing.place);
  add(r.closing.reopened, say("taken up again"), r.closing.place);
}

}  // namespace

JourneyNumbers journey_numbers(const Case& c) {
  const Relationship& r = c.relationship;
  JourneyNumbers n;
  n.from = c.history.started;
  if (c.history.is_closed(c.today))
    n.to = c.history.closed;
  else if (n.from <= c.today)
    n.to = c.today;
  count_slots(c, n);
  count_meetings(c, n);
  for (const PlanItem& item : plan_items(r, c.today)) {
    if (item.action->state == ActionState::cancelled || item.action->state == ActionState::unknown) continue;
    add(n.actions, item.action->owner);
    if (!is_open(*item.action, c.today)) add(n.actions_done, item.action->owner);
  }
  for (const Thanks& thanks : r.thanks)
    if (thanks.date <= c.today && is_one(thanks.from)) ++of(n.thanks, thanks.from);
  for (const GoalFacts& goal : c.history.goals) {
    if (goal.created > c.today) continue;
    ++n.goals;
    n.goals_met += goal.goal->status == GoalStatus::met && !goal.is_open(c.today);
  }
  n.introductions = std::ranges::count_if(r.introductions, [&c](const Introduction& each) { return each.date <= c.today; });
  n.stretches = std::ranges::count_if(r.stretch, [&c](const Stretch& each) { return each.date <= c.today; });
  return n;
}

std::vector<Turn> turning_points(const Case& c, const std::vector<Change>& changes) {
  std::vector<Turn> turns;
  add_records(c.relationship, c.today, turns);
  State before = State::too_early;
  Date silent_from;
  for (const Change& change : changes) {
    const bool was_silent = before == State::stalled || before == State::dormant;
    const bool is_silent = change.state == State::stalled || change.state == State::dormant;
    if (is_silent && !was_silent) turns.push_back({change.day, say("a long silence showed"), {}});
    if (is_silent && !was_silent) silent_from = change.day;
    if (was_silent && (change.state == State::drifting || change.state == State::on_track)) {
      const bool had_met = !c.held().empty() && c.held().front()->date < silent_from;
      turns.push_back({change.day, had_met ? say("they met again") : say("they met for the first time"), {}});
    }
    before = change.state;
  }
  std::ranges::stable_sort(turns, {}, &Turn::date);
  return turns;
}

}  // namespace mentor
