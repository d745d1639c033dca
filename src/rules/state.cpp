#include "rules/state.hpp"

#include <algorithm>

#include "rules/evidence.hpp"
#include "rules/method.hpp"

namespace mentor {

using namespace method;
using Ground = Assessment::Ground;

const std::vector<StateWords>& state_table() {
  static const std::vector<StateWords> table = {
      {State::stalled, "stalled", "The pair has been silent for so long that it has more likely stopped than not.",
       "Book a date now, or ask openly whether the meetings are still useful."},
      {State::dormant, "dormant", "A stall that has lasted three months or more.", "Ask both whether to start again or to end well."},
      {State::drifting, "drifting", "The pair still meets, but its recorded signs point downwards, or it is overdue.",
       "Talk about what has changed, and agree the next date before parting."},
      {State::closing, "closing", "The goals are settled, or the agreed end is near or reached.", "Plan a good last meeting and write down what both learned."},
      {State::too_early, "too-early", "There is not enough in the journal yet to say anything.", "Hold the first meetings and agree on a rhythm."},
      {State::paused, "paused", "Both know that there is a break; silence in it is not counted.", "Have a date ready for the day after."},
      {State::on_track, "on-track", "The pair meets as it means to, as far as the journal tells.", "Go on."},
      {State::closed, "closed", "The end is written down.", "Nothing; it is not judged any more."},
  };
  return table;
}

std::string_view name(State state) { return state_table()[static_cast<std::size_t>(state)].name; }

void Replay::prepare() {
  for (const Slot& slot : history_.slots) by_known_.push_back(&slot);
  const auto by_known = [](const Slot* a, const Slot* b) { return a->known < b->known; };
  if (!std::ranges::is_sorted(by_known_, by_known)) std::ranges::stable_sort(by_known_, by_known);
  for (const ActionFacts& action : history_.actions)
    if (action.known > action.due) late_actions_.push_back(action.known);
  std::ranges::sort(late_actions_);
}

void Replay::look_weekly(Date last, std::vector<Change>* changes) {
  prepare();
  for (Date day = history_.started ? history_.started + kLookDays : last + 1; day <= last; day = day + kLookDays) {
    look(day);
    if (changes != nullptr && (changes->empty() || changes->back().state != now_.state)) changes->push_back({day, now_.state});
  }
}

Date Replay::first_day_of_state() const {
  switch (now_.state) {
    case State::closed:
      return history_.closed;
    case State::too_early:
      return history_.started ? history_.started : now_.since;
    case State::paused: {
      const auto pause = std::ranges::find_if(history_.pauses, [this](const Break& each) { return each.lasts_on(now_.asof); });
      return std::max(pause->from, pause->known);
    }
    default:
      break;
  }
  if (!look_before_change_) return history_.started && history_.started < now_.since ? history_.started : now_.since;
  if (now_.state == State::on_track) {
    // of a pair on its way the week is enough, unless a meeting in it tells the day
    const auto is_between = [this](const Slot* slot) { return slot->known > look_before_change_ && slot->known <= now_.since; };
    const auto met = std::ranges::find_if(held_, is_between);
    return met == held_.end() ? look_before_change_ + 1 : (*met)->known;
  }
  Replay again{history_};
  again.look_weekly(look_before_change_, nullptr);
  for (Date day = look_before_change_ + 1; day < now_.since; day = day + 1) {
    again.look(day);
    if (again.now_.state == now_.state) return day;
  }
  return now_.since;
}

void Replay::complete() {
  points();
  now_.drift_open = open_gap() + overdue_points();
  now_.overdue_counted = count_overdue();
  now_.drift = drift_.sum() + now_.drift_open;
  now_.slide = drift_.slide();
  now_.usual_kept = drift_.usual(SignKind::kept);
  now_.has_booking = next_booking(history_, now_.asof, now_.silence.since, kBookedWithin * now_.rhythms.cadence) != nullptr;
  attribute();
  now_.held.clear();
  for (const Slot* slot : held_) now_.held.push_back(slot->meeting);
}

void Replay::watch(Date last, const std::function<void(const Assessment&)>& seen) {
  if (!history_.started) return;
  prepare();
  for (Date day = history_.started + kLookDays; day <= last; day = day + kLookDays) {
    look(day);
    complete();
    seen(now_);
  }
}

Assessment Replay::run(Date today, std::vector<Change>* changes) {
  look_weekly(today - 1, changes);
  look(today);
  if (changes != nullptr && (changes->empty() || changes->back().state != now_.state)) changes->push_back({today, now_.state});
  complete();
  now_.since = first_day_of_state();
  return std::move(now_);
}

void Replay::look(Date asof) {
  now_.asof = asof;
  clock_.set(history_, asof);
  const bool changed = update_visible(asof);
  update_rhythms(asof, changed);
  update_drift(asof);
  measure_silence(asof);
  points_are_known_ = false;
  for (; news_done_ < history_.news.size() && history_.news[news_done_] <= asof; ++news_done_) {
    points_floor_ = kNoFloor;
    gaps_are_known_ = false;
  }
  const Decision decision = decide();
  const bool was_stopped = before_.is_set && (before_.state == State::stalled || before_.state == State::dormant);
  if (was_stopped && decision.state != State::stalled && decision.state != State::dormant)
    now_.revived = before_.last_held && before_.last_held != now_.silence.since ? now_.silence.since : Date{};
  if (decision.state == State::stalled || decision.state == State::dormant) now_.revived = {};
  if (!before_.is_set || before_.state != decision.state) {
    now_.since = asof;
    look_before_change_ = last_look_;
  }
  last_look_ = asof;
  now_.state = decision.state;
  now_.ground = decision.ground;
  before_ = {true, decision.state, now_.silence.ever_held ? now_.silence.since : Date{}};
}

bool Replay::update_visible(Date asof) {
  const std::size_t done = known_done_;
  for (; known_done_ < by_known_.size() && by_known_[known_done_]->known <= asof; ++known_done_) show(*by_known_[known_done_]);
  return known_done_ != done;
}

void Replay::show(const Slot& slot) {
  // slots lie in one array in the order of days, so their addresses tell their order
  const auto insert = [&slot](std::vector<const Slot*>& list) {
    if (list.empty() || list.back() < &slot)
      list.push_back(&slot);
    else
      list.insert(std::ranges::lower_bound(list, &slot), &slot);
  };
  if (!now_.visible.empty() && now_.visible.back() > &slot) drift_is_stale_ = true;
  insert(now_.visible);
  if (!slot.is_held()) return;
  insert(held_);
  const int lag = days_between(slot.day, slot.known);
  lags_.insert(std::ranges::upper_bound(lags_, lag), lag);
}

void Replay::update_rhythms(Date asof, bool visible_changed) {
  Rhythms& r = now_.rhythms;
  const double agreed = history_.cadence_on(asof, asof);
  if (agreed > 0) {
    r.is_agreed = true;
    r.cadence = std::max(kShortestCadenceDays, agreed);
    r.imaginary_gaps = kImaginaryGaps;
    return;
  }
  if (!visible_changed && r.cadence > 0 && !r.is_agreed) return;
  r.is_agreed = false;
  r.imaginary_gaps = kImaginaryGapsUnagreed;
  r.cadence = kDefaultCadenceDays;
  if (held_.size() < 4) return;
  std::vector<double> gaps;
  for (std::size_t i = 1; i < held_.size(); ++i) gaps.push_back(days_between(held_[i - 1]->day, held_[i]->day));
  r.cadence = std::max(kShortestCadenceDays, evidence::median(gaps));
}

bool Replay::drift_must_restart(const DriftContext& context) {
  bool restart = drift_is_stale_ || pauses_known_ != clock_.known_pauses() || context.level != drift_context_.level ||
                 context.cadence != drift_context_.cadence || context.imaginary_gaps != drift_context_.imaginary_gaps ||
                 context.goals_are_used != drift_context_.goals_are_used;
  const auto late = std::ranges::upper_bound(late_actions_, drift_context_.asof);
  restart = restart || (late != late_actions_.end() && *late <= context.asof);
  return restart;
}

void Replay::update_drift(Date asof) {
  const Rhythms& r = now_.rhythms;
  const double level = history_.levels.drifting(r.cadence);
  const bool goals_are_used = std::ranges::any_of(
      history_.goals, [asof](const GoalFacts& goal) { return goal.created <= asof && !goal.progress.empty() && goal.progress.front() <= asof; });
  const DriftContext context{r.cadence, r.imaginary_gaps, level, asof, goals_are_used};
  if (drift_must_restart(context)) {
    drift_.reset();
    drift_done_ = 0;
  }
  drift_is_stale_ = false;
  pauses_known_ = clock_.known_pauses();
  drift_context_ = context;
  now_.drift_level = level;
  for (; drift_done_ < now_.visible.size(); ++drift_done_) drift_.add(*now_.visible[drift_done_], context);
}

void Replay::measure_silence(Date asof) {
  Silence& s = now_.silence;
  s.held = static_cast<int>(held_.size());
  s.ever_held = !held_.empty();
  s.since = s.ever_held ? held_.back()->day : history_.started ? history_.started : asof;
  s.delay_days = history_.journal_delay_days;
  if (lags_.size() >= 3) {
    const auto at = std::min(lags_.size() - 1, static_cast<std::size_t>(kDelayQuantile * static_cast<double>(lags_.size())));
    s.delay_days = std::min(kLongestDelayDays, lags_[at]);
  }
  s.days = clock_.available(s.since, asof - s.delay_days);
  s.cadences = s.days / (s.ever_held ? now_.rhythms.cadence : std::max<double>(kFirstMeetingDays, now_.rhythms.cadence));
}

void Replay::fill_gaps() {
  Rhythms& r = now_.rhythms;
  r.gap_count = 0;
  r.gap_total = 0;
  // backwards, for only the last ones count
  for (std::size_t i = now_.visible.size(); i-- > 1 && r.gap_count < kWindowGaps;) {
    const Slot& before = *now_.visible[i - 1];
    const Date next = now_.visible[i]->meeting->date;
    if (!before.is_held() || next <= before.day) continue;
    const double agreed = history_.cadence_on(next, now_.asof);
    const double gap = std::clamp(clock_.available(before.day, next) / (agreed > 0 ? agreed : r.cadence), .1, kGapCap);
    r.gaps[static_cast<std::size_t>(r.gap_count++)] = gap;
    r.gap_total += gap;
  }
  r.weights = evidence::shape_weights({r.gaps.data(), static_cast<std::size_t>(r.gap_count)}, r.imaginary_gaps, history_.prior.shape_logs);
  for (std::size_t i = 0; i < r.tails.size(); ++i) r.tails[i] = {r.gap_count, r.gap_total, evidence::kShapes[i], r.imaginary_gaps};
  gaps_are_known_ = true;
}

const SilencePoints& Replay::points() {
  if (!points_are_known_) {
    if (!gaps_are_known_ || !now_.rhythms.is_agreed) fill_gaps();
    now_.points = weigh_silence(history_, now_.visible, now_.rhythms, now_.silence, now_.asof);
    points_are_known_ = true;
    // a date agreed further ahead may still come into sight and lower it
    points_floor_ = next_booking(history_, now_.asof, now_.silence.since) == nullptr ? now_.points.total : kNoFloor;
  }
  return now_.points;
}

bool Replay::points_reach(double level) {
  if (points_floor_ >= level) return true;
  if (!points_are_known_) {
    if (!gaps_are_known_ || !now_.rhythms.is_agreed) fill_gaps();
    if (now_.rhythms.weights[0] > 1e-4 && most_points(history_, now_.visible, now_.rhythms, now_.silence, now_.asof) < level) return false;
  }
  return points().total >= level;
}

int Replay::count_overdue() const {
  if (!now_.silence.ever_held) return 0;
  const double cadence = now_.rhythms.cadence;
  int count = 0;
  const Date from = now_.silence.since - static_cast<int>(cadence) - 1;
  for (auto it = std::ranges::upper_bound(history_.actions, from, {}, &ActionFacts::due); it != history_.actions.end() && it->due < now_.asof; ++it) {
    if (it->due.day <= now_.silence.since.day - cadence || days_between(it->due, now_.asof) <= .5 * cadence) continue;
    count += !it->is_carried_on(now_.asof) && it->known <= now_.asof && (!it->done || it->done > now_.asof);
  }
  return count;
}

double Replay::overdue_points() const { return std::min(kOverdueCap, kOverdue * count_overdue()); }

double Replay::open_gap() { return now_.silence.ever_held && now_.silence.cadences > 1 ? open_gap_points(now_.rhythms, now_.silence, points().chance) : 0; }

bool Replay::drift_reaches(double level) {
  double sum = drift_.sum();
  if (sum >= level) return true;
  if (sum + kOpenHigh + kOverdueCap < level) return false;
  sum += overdue_points();
  return sum >= level || (sum + kOpenHigh >= level && sum + open_gap() >= level);
}

bool Replay::both_reach(double level) {
  if (!points_reach(level - kDriftShare * (drift_.sum() + kOpenHigh + kOverdueCap))) return false;
  return points_reach(level - kDriftShare * (drift_.sum() + overdue_points() + open_gap()));
}

void Replay::attribute() {
  // an unanswered message counts for the side that has not answered
  int mentor = now_.points.unanswered_by_mentee, mentee = now_.points.unanswered_by_mentor;
  const int more_mentor = (kUnansweredWeight - 1) * mentor, more_mentee = (kUnansweredWeight - 1) * mentee;
  const std::size_t count = now_.visible.size(), first = count > kAttributedEntries ? count - kAttributedEntries : 0;
  for (std::size_t i = first; i < count; ++i) {
    const Slot& slot = *now_.visible[i];
    if (!slot.is_incident() || days_between(slot.day, now_.asof) > std::max<double>(kAttributedCadences * now_.rhythms.cadence, kAttributedDays)) continue;
    mentor += slot.by == Party::mentor;
    mentee += slot.by == Party::mentee;
  }
  now_.incidents_mentor = mentor;
  now_.incidents_mentee = mentee;
  now_.party = Party::unset;
  if (now_.state != State::stalled && now_.state != State::dormant && now_.state != State::drifting) return;
  const double majority = evidence::probability_of_majority(mentor + more_mentor, mentee + more_mentee);
  if (majority >= kNamedAt)
    now_.party = Party::mentor;
  else if (majority <= 1 - kNamedAt)
    now_.party = Party::mentee;
  else if (mentor + mentee >= kBothFrom)
    now_.party = Party::both;
}

bool Replay::is_paused() const {
  return std::ranges::any_of(history_.pauses, [this](const Break& pause) { return pause.lasts_on(now_.asof); });
}

Ground Replay::closing_ground() {
  if (history_.is_end_decided(now_.asof)) return Ground::end_decided;
  bool any_goal = false, all_closed = true;
  for (const GoalFacts& goal : history_.goals) {
    if (goal.created > now_.asof) continue;
    any_goal = true;
    all_closed = all_closed && !goal.is_open(now_.asof);
  }
  if (any_goal && all_closed) return Ground::goals_closed;
  const Relationship& r = *history_.relationship;
  const bool ends = r.until && r.until > history_.started;
  if (ends && now_.asof >= r.until) return Ground::end_reached;
  if (ends && now_.asof.day >= r.until.day - now_.rhythms.cadence && !drift_reaches(now_.drift_level)) return Ground::end_near;
  if (r.kind != MatchKind::situational) return Ground::none;
  if (r.planned_meetings.value > 0 && now_.silence.held >= r.planned_meetings.value) return Ground::meetings_reached;
  return now_.silence.held >= 2 && points_reach(history_.levels.hold) ? Ground::issue_settled : Ground::none;
}

bool Replay::is_dormant() {
  const double limit = std::min<double>(kDormantToDays, std::max<double>(kDormantFromDays, kDormantCadences * now_.rhythms.cadence));
  if (clock_.available(now_.silence.since, now_.asof) < limit) return false;
  const auto is_recent_answer = [this](const ContactFacts& contact) {
    return contact.answered && contact.answered <= now_.asof && days_between(contact.answered, now_.asof) < 2 * now_.rhythms.cadence;
  };
  return std::ranges::none_of(history_.contacts, is_recent_answer) || points().unanswered_count > 0;
}

Replay::Decision Replay::decide() {
  if (history_.is_closed(now_.asof)) return {State::closed, Ground::closing_recorded};
  if (is_paused()) return {State::paused, Ground::pause};
  if (const Ground ground = closing_ground(); ground != Ground::none) return {State::closing, ground};
  const Silence& s = now_.silence;
  const bool is_long = s.cadences >= kShortestSilence;
  if (is_long && points_reach(history_.levels.stalled)) return {is_dormant() ? State::dormant : State::stalled, Ground::silence};
  const bool was_stopped = before_.is_set && (before_.state == State::stalled || before_.state == State::dormant);
  const bool has_not_met = !s.ever_held || before_.last_held == s.since;
  if (was_stopped && has_not_met && points_reach(history_.levels.hold)) return {before_.state, Ground::held_over};
  if (!s.ever_held && clock_.available(s.since, now_.asof) < kFirstMeetingDays) return {State::too_early, Ground::not_met_yet};
  const bool was_troubled = was_stopped || (before_.is_set && before_.state == State::drifting);
  const double level = was_troubled ? kDriftClear * now_.drift_level : now_.drift_level;
  if (drift_.slots() >= kFewestSlots && drift_reaches(level))
    return {State::drifting, drift_reaches(now_.drift_level) ? Ground::drift : Ground::drift_held_over};
  if (is_long && both_reach(history_.levels.both)) return {State::drifting, Ground::both_sums};
  const auto booked = [this] { return next_booking(history_, now_.asof, now_.silence.since, kBookedWithin * now_.rhythms.cadence) != nullptr; };
  if (now_.rhythms.is_agreed && s.cadences >= kMissedSlots && !booked()) return {State::drifting, Ground::slots_missed};
  if (s.held < 2 && !now_.rhythms.is_agreed) return {State::too_early, Ground::few_meetings};
  return {State::on_track};
}

}  // namespace mentor
