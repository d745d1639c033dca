#include "rules/phase.hpp"

#include <algorithm>
#include <span>

#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

bool is_by(Date day, Date asof) { return day && day <= asof; }

PhaseFound found(Phase phase, Date since, Message reason, Place place = {}) { return {phase, false, since, std::move(reason), place}; }

void keep_first(Date& first, Date day) {
  if (day && (!first || day < first)) first = day;
}

}  // namespace

PhaseWatch::PhaseWatch(const History& history) : history_(history), r_(*history.relationship) {
  for (const Slot& slot : history.slots)
    if (slot.is_held()) by_known_.push_back(&slot);
  for (const GoalFacts& goal : history.goals) goals_.push_back(&goal);
  std::ranges::stable_sort(by_known_, {}, &Slot::known);
  std::ranges::stable_sort(goals_, {}, &GoalFacts::created);
  const auto see = [this](const Action& action) {
    if (!goals_.empty() && action.done.date > goals_.front()->created) keep_first(first_work_, action.done.date);
  };
  for (const Meeting& meeting : r_.meetings) {
    if (!meeting.actions.empty()) keep_first(first_note_, meeting.date);
    std::ranges::for_each(meeting.actions, see);
  }
  std::ranges::for_each(r_.actions, see);
}

PhaseFound PhaseWatch::on(Date asof) {
  look(asof);
  return find();
}

void PhaseWatch::look(Date asof) {
  asof_ = asof;
  for (; slots_known_ < by_known_.size() && by_known_[slots_known_]->known <= asof; ++slots_known_) {
    const Date day = by_known_[slots_known_]->day;
    held_.insert(std::ranges::upper_bound(held_, day), day);
  }
  for (; goals_known_ < goals_.size() && goals_[goals_known_]->created <= asof; ++goals_known_) {
    const std::vector<Date>& progress = goals_[goals_known_]->progress;
    const auto after = std::ranges::upper_bound(progress, goals_.front()->created);
    if (after != progress.end()) keep_first(first_work_, *after);
    if (!progress.empty()) keep_first(first_note_, progress.front());
  }
}

PhaseFound PhaseWatch::find() const {
  if (PhaseFound end = moving_on(); end.phase != Phase::unset) return end;
  if (PhaseFound end = winding_down(); end.phase != Phase::unset) return end;
  if (held_.empty()) return found(Phase::rapport_building, history_.started, say("no meeting is noted yet"));
  if (goals_known_ > 0) return with_goal();
  const Agreement& agreement = r_.agreement;
  if (is_by(agreement.date, asof_))
    return found(Phase::direction_setting, std::max(agreement.date, held_.front()),
                 say("the agreement is dated {}, and no goal is noted yet", iso(agreement.date)), agreement.place);
  if (!r_.purpose.empty()) return found(Phase::direction_setting, held_.front(), say("the purpose is noted, and no goal yet"));
  const std::string held = counted(static_cast<long>(held_.size()), "meeting");
  if (held_.size() > kFewMeetings) return found(Phase::unset, {}, say("{} held; neither agreement, purpose nor goal is noted", held));
  return found(Phase::rapport_building, history_.started, say("{} held; neither agreement, purpose nor goal is noted yet", held));
}

PhaseFound PhaseWatch::moving_on() const {
  const Closing& closing = r_.closing;
  if (is_by(closing.closed, asof_)) return found(Phase::moving_on, closing.closed, say("closed on {}", iso(closing.closed)), closing.place);
  if (is_by(closing.last_session.date, asof_ - 1))
    return found(Phase::moving_on, closing.last_session.date + 1, say("the last session was on {}", iso(closing.last_session.date)),
                 closing.last_session.place);
  return {};
}

PhaseFound PhaseWatch::winding_down() const {
  const Closing& closing = r_.closing;
  for (const Date day : {closing.decided, closing.last_session.told})
    if (is_by(day, asof_)) return found(Phase::winding_down, day, say("the end was agreed on {}", iso(day)), closing.place);
  const std::span known(goals_.data(), goals_known_);
  if (!known.empty() && std::ranges::none_of(known, [this](const GoalFacts* goal) { return goal->is_open(asof_); })) {
    Date last;
    for (const GoalFacts* const goal : known) last = std::max(last, goal->closed);
    return found(Phase::winding_down, last, say("every goal is settled"), known.front()->goal->place);
  }
  const double cadence = history_.cadence_on(asof_, asof_);
  const Date near = r_.until ? r_.until - static_cast<int>(cadence) : Date{};
  if (is_by(near, asof_) && r_.until > history_.started)
    return found(Phase::winding_down, near, say("the agreed end, {}, {}", iso(r_.until), r_.until <= asof_ ? "is reached" : "is less than a cadence away"));
  if (r_.kind == MatchKind::situational && r_.planned_meetings.value > 0 && held_.size() >= static_cast<std::size_t>(r_.planned_meetings.value))
    return found(Phase::winding_down, held_.back(), say("{} held, as many as were planned", counted(static_cast<long>(held_.size()), "meeting")));
  return {};
}

PhaseFound PhaseWatch::with_goal() const {
  const GoalFacts& first = *goals_.front();
  const Text title = title_of(*first.goal);
  const Place place = first.goal->place;
  if (is_by(first_work_, asof_))
    return found(Phase::progress_making, first_work_, say("`{}` is set, and work on the goals is noted since {}", title, iso(first_work_)), place);
  if (first.goal->stage > Stage::knowing)
    return found(Phase::progress_making, first.created, say("`{}` is at the stage of {}", title, word(first.goal->stage)), place);
  const auto since = static_cast<std::size_t>(held_.end() - std::ranges::upper_bound(held_, first.created));
  if (!notes_work() && since >= 2)
    return found(Phase::progress_making, held_[held_.size() - since],
                 say("`{}` is set since {}, with {} since then", title, iso(first.created), counted(static_cast<long>(since), "meeting")), place);
  return found(Phase::direction_setting, std::min(held_.front(), first.created), say("`{}` is set, and no step towards it is noted as done yet", title), place);
}

bool PhaseWatch::notes_work() const { return !r_.actions.empty() || is_by(first_note_, asof_); }

PhaseFound infer_phase(const History& history, Date asof) { return PhaseWatch{history}.on(asof); }

PhaseFound phase_of(const Case& c) {
  const Relationship& r = c.relationship;
  PhaseFound inferred = infer_phase(c.history, c.today);
  if (r.phase != Phase::unset) return {r.phase, true, r.phase == inferred.phase ? inferred.since : Date{}, say("the journal says so"), r.place};
  if (c.assessment.ground == Assessment::Ground::issue_settled && inferred.phase < Phase::winding_down)
    return {Phase::winding_down, false, c.assessment.since, say("a situational pair that has met {} times and is silent now", c.assessment.silence.held), {}};
  return inferred;
}

std::string_view phase_word(Phase phase, PhaseWords words) {
  static constexpr std::string_view kKram[] = {"", "initiation", "initiation", "cultivation", "separation", "redefinition"};
  return words == PhaseWords::kram ? kKram[static_cast<std::size_t>(phase)] : word(phase);
}

}  // namespace mentor
