#include "rules/phase.hpp"

#include <algorithm>

#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

bool is_by(Date day, Date asof) { return day && day <= asof; }

/// What the entries up to a day show.
class Signs {
 public:
  Signs(const History& history, Date asof) : history_(history), r_(*history.relationship), asof_(asof) {
    for (const Slot& slot : history.slots)
      if (slot.is_held() && slot.known <= asof) held_.push_back(slot.day);
    for (const GoalFacts& goal : history.goals)
      if (goal.created <= asof) goals_.push_back(&goal);
    for (const GoalFacts* const goal : goals_)
      if (first_goal_ == nullptr || goal->created < first_goal_->created) first_goal_ = goal;
  }

  PhaseFound find() const {
    if (PhaseFound end = moving_on(); end.phase != Phase::unset) return end;
    if (PhaseFound end = winding_down(); end.phase != Phase::unset) return end;
    if (held_.empty()) return found(Phase::rapport_building, history_.started, say("no meeting is noted yet"));
    if (first_goal_ != nullptr) return with_goal();
    const Agreement& agreement = r_.agreement;
    if (is_by(agreement.date, asof_))
      return found(Phase::direction_setting, std::max(agreement.date, held_.front()),
                   say("the agreement is dated {}, and no goal is noted yet", iso(agreement.date)), agreement.place);
    if (!r_.purpose.empty()) return found(Phase::direction_setting, held_.front(), say("the purpose is noted, and no goal yet"));
    const std::string held = counted(static_cast<long>(held_.size()), "meeting");
    if (held_.size() > kFewMeetings) return found(Phase::unset, {}, say("{} held; neither agreement, purpose nor goal is noted", held));
    return found(Phase::rapport_building, history_.started, say("{} held; neither agreement, purpose nor goal is noted yet", held));
  }

 private:
  static PhaseFound found(Phase phase, Date since, Message reason, Place place = {}) { return {phase, false, since, std::move(reason), place}; }

  PhaseFound moving_on() const {
    const Closing& closing = r_.closing;
    if (is_by(closing.closed, asof_)) return found(Phase::moving_on, closing.closed, say("closed on {}", iso(closing.closed)), closing.place);
    if (is_by(closing.last_session.date, asof_ - 1))
      return found(Phase::moving_on, closing.last_session.date + 1, say("the last session was on {}", iso(closing.last_session.date)),
                   closing.last_session.place);
    return {};
  }

  PhaseFound winding_down() const {
    const Closing& closing = r_.closing;
    for (const Date day : {closing.decided, closing.last_session.told})
      if (is_by(day, asof_)) return found(Phase::winding_down, day, say("the end was agreed on {}", iso(day)), closing.place);
    if (!goals_.empty() && std::ranges::none_of(goals_, [this](const GoalFacts* goal) { return goal->is_open(asof_); })) {
      Date last;
      for (const GoalFacts* const goal : goals_) last = std::max(last, goal->closed);
      return found(Phase::winding_down, last, say("every goal is settled"), goals_.front()->goal->place);
    }
    const double cadence = history_.cadence_on(asof_, asof_);
    const Date near = r_.until ? r_.until - static_cast<int>(cadence) : Date{};
    if (is_by(near, asof_) && r_.until > history_.started)
      return found(Phase::winding_down, near, say("the agreed end, {}, {}", iso(r_.until), r_.until <= asof_ ? "is reached" : "is less than a cadence away"));
    if (r_.kind == MatchKind::situational && r_.planned_meetings.value > 0 && held_.size() >= static_cast<std::size_t>(r_.planned_meetings.value))
      return found(Phase::winding_down, held_.back(), say("{} held, as many as were planned", counted(static_cast<long>(held_.size()), "meeting")));
    return {};
  }

  PhaseFound with_goal() const {
    const Date work = first_work();
    const Text title = title_of(*first_goal_->goal);
    const Place place = first_goal_->goal->place;
    if (work) return found(Phase::progress_making, work, say("`{}` is set, and work on the goals is noted since {}", title, iso(work)), place);
    if (first_goal_->goal->stage > Stage::knowing)
      return found(Phase::progress_making, first_goal_->created, say("`{}` is at the stage of {}", title, word(first_goal_->goal->stage)), place);
    const auto since = static_cast<std::size_t>(std::ranges::count_if(held_, [this](Date day) { return day > first_goal_->created; }));
    if (!notes_work() && since >= 2)
      return found(Phase::progress_making, held_[held_.size() - since],
                   say("`{}` is set since {}, with {} since then", title, iso(first_goal_->created), counted(static_cast<long>(since), "meeting")), place);
    return found(Phase::direction_setting, std::min(held_.front(), first_goal_->created), say("`{}` is set, and no step towards it is noted as done yet", title),
                 place);
  }

  /// The first day on which something was done after a goal was set.
  Date first_work() const {
    Date first;
    const auto add = [&](Date day) {
      if (is_by(day, asof_) && day > first_goal_->created && (!first || day < first)) first = day;
    };
    for (const GoalFacts* const goal : goals_)
      for (const Date day : goal->progress) add(day);
    for (const Meeting& meeting : r_.meetings)
      for (const Action& action : meeting.actions) add(action.done.date);
    for (const Action& action : r_.actions) add(action.done.date);
    return first;
  }

  /// Whether this journal notes what is done at all.
  bool notes_work() const {
    if (!r_.actions.empty()) return true;
    if (std::ranges::any_of(r_.meetings, [this](const Meeting& meeting) { return is_by(meeting.date, asof_) && !meeting.actions.empty(); })) return true;
    return std::ranges::any_of(goals_, [this](const GoalFacts* goal) { return !goal->progress.empty() && is_by(goal->progress.front(), asof_); });
  }

  const History& history_;
  const Relationship& r_;
  Date asof_;
  std::vector<Date> held_;
  std::vector<const GoalFacts*> goals_;
  const GoalFacts* first_goal_ = nullptr;
};

}  // namespace

PhaseFound infer_phase(const History& history, Date asof) { return Signs{history, asof}.find(); }

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
