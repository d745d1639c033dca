#include "rules/outlook.hpp"

#include <algorithm>

#include "journal/settle.hpp"
#include "rules/forecast.hpp"

namespace mentor {
namespace {

constexpr int kMostMeetings = 12;
constexpr int kLongerDays = 182;

/// Leaves of a relationship what was known on `day`; `known` is its history as known then.
void forget_later(Relationship& r, const History& known, Date day) {
  const auto is_booked = [&known](const Meeting& meeting) {
    return std::ranges::any_of(known.bookings, [&meeting](const Booking& booking) {
      return booking.place.file == meeting.place.file && booking.place.offset == meeting.place.offset;
    });
  };
  std::erase_if(r.meetings, [&](const Meeting& meeting) {
    return meeting.date && (meeting.status == Status::planned ? !is_booked(meeting) : std::max(day_told(meeting), day_logged(meeting)) > day);
  });
  std::erase_if(r.contacts, [day](const Contact& contact) { return contact.date > day; });
  for (Contact& contact : r.contacts)
    if (contact.answered > day) contact.answered = {};
  std::erase_if(r.pauses, [day](const Pause& pause) { return (pause.announced ? pause.announced : pause.from) > day; });
  const auto untick = [day](std::vector<Action>& actions) {
    for (Action& action : actions) {
      if (action.done.date > day) action.done = {};
      if (action.carried_on > day) action.carried_on = {};
    }
  };
  for (Meeting& meeting : r.meetings) untick(meeting.actions);
  untick(r.actions);
  std::erase_if(r.goals, [day](const Goal& goal) { return goal.set > day; });
  for (std::size_t i = 0; i < r.goals.size(); ++i)
    if (const auto facts = std::ranges::find(known.goals, r.goals[i].place.offset, [](const GoalFacts& goal) { return goal.goal->place.offset; });
        facts != known.goals.end() && facts->is_open(day)) {
      r.goals[i].closed = {};
      r.goals[i].status = GoalStatus::active;
    }
  for (Date* const date : {&r.closing.decided, &r.closing.closed, &r.closing.reopened})
    if (*date > day) *date = {};
}

/// The entries of a pair as they were known on a day, to be added to and judged again.
class Draft {
 public:
  Draft(const Relationship& relationship, const Programme& programme, const History& known, const Assessment& now)
      : r_(relationship), programme_(programme), now_(now) {
    forget_later(r_, known, now.asof);
  }

  Relationship& relationship() { return r_; }

  void add(Meeting meeting) {
    meeting.logged = meeting.date;
    const auto is_before = [](const Meeting& a, const Meeting& b) { return !b.date || (a.date && a.date < b.date); };
    r_.meetings.insert(std::ranges::upper_bound(r_.meetings, meeting, is_before), std::move(meeting));
  }

  /// A meeting at which everything is well that this pair notes at all.
  Meeting good_meeting(Date day) const {
    Meeting good;
    good.date = day;
    good.status = Status::held;
    for (const Meeting* const held : now_.held) {
      if (held->minutes.actual >= 0) good.minutes.actual = std::max({good.minutes.actual, held->minutes.planned, r_.length.minutes});
      if (held->agenda_by != Party::unset) good.agenda_by = Party::mentee;
      if (held->pulse.mentor.value > 0) good.pulse.mentor.value = 5;
      if (held->pulse.mentee.value > 0) good.pulse.mentee.value = 5;
      if (held->feedback.recorded) good.feedback.resize(1);
      good.feedback.recorded = good.feedback.recorded || held->feedback.recorded;
    }
    for (const Goal& goal : r_.goals)
      if (!goal.id.empty()) good.goals.push_back(goal.id);
    return good;
  }

  State state_on(Date day) const {
    History history;
    build_history(r_, programme_, history);
    return Replay{as_known(std::move(history), day)}.run(day).state;
  }

 private:
  Relationship r_;
  const Programme& programme_;
  const Assessment& now_;
};

/// The copies that are changed begin from what was known on the day.
class Prospects {
 public:
  Prospects(const Relationship& relationship, const Programme& programme, const Assessment& now)
      : relationship_(relationship), programme_(programme), now_(now), today_(now.asof) {
    build_history(relationship, programme, history_);
    history_ = as_known(std::move(history_), today_);
  }

  std::vector<Prospect> find() {
    switch (now_.state) {
      case State::stalled:
      case State::dormant:
      case State::drifting:
        find_of_trouble();
        break;
      case State::closing:
        find_of_ending();
        break;
      case State::too_early:
        meet();
        break;
      case State::paused:
      case State::on_track:
      case State::closed:
        break;
    }
    return std::move(found_);
  }

 private:
  Draft draft() const { return {relationship_, programme_, history_, now_}; }
  void put(Act act, Date day, State state, int meetings = 0) { found_.push_back({act, day, meetings, state}); }

  int rhythm_days() const { return std::max(1, static_cast<int>(now_.rhythms.cadence)); }

  void find_of_trouble() {
    if (!now_.has_booking) book();
    if (now_.points.unanswered_count > 0) answer();
    if (now_.overdue_counted > 0) tick();
    if (now_.silence.since < today_) meet();
    if (now_.silence.since == today_ || found_.back().leads_to == State::drifting) meet_well();
  }

  void book() {
    Draft next = draft();
    Meeting meeting;
    meeting.status = Status::planned;
    meeting.date = free_day(history_, today_ + rhythm_days(), today_);
    meeting.booked = today_;
    const Date day = meeting.date;
    next.add(std::move(meeting));
    put(Act::book, day, next.state_on(today_));
  }

  void answer() {
    Draft next = draft();
    for (Contact& contact : next.relationship().contacts)
      if (contact.date <= today_ && (!contact.answered || contact.answered > today_)) contact.answered = today_;
    put(Act::answer, today_, next.state_on(today_));
  }

  void tick() {
    Draft next = draft();
    const auto tick_late = [this](std::vector<Action>& actions) {
      for (Action& action : actions)
        if (action.due < today_ && !action.done.done) action.done = {true, today_};
    };
    for (Meeting& meeting : next.relationship().meetings) tick_late(meeting.actions);
    tick_late(next.relationship().actions);
    put(Act::tick, today_, next.state_on(today_));
  }

  void meet() {
    Draft next = draft();
    Meeting meeting;
    meeting.date = today_;
    meeting.status = Status::held;
    next.add(std::move(meeting));
    put(Act::meet, today_, next.state_on(today_));
  }

  void meet_well() {
    Draft next = draft();
    Date day = today_;
    if (now_.silence.since == today_) day = free_day(history_, today_ + rhythm_days(), today_);
    for (int count = 1; count <= kMostMeetings; ++count) {
      next.add(next.good_meeting(day));
      const State state = next.state_on(day);
      if (state == State::on_track || state == State::closing) return put(Act::meet_well, day, state, count);
      day = free_day(history_, day + rhythm_days(), today_);
    }
  }

  void find_of_ending() {
    using enum Assessment::Ground;
    Draft next = draft();
    if (now_.ground == goals_closed) {
      Goal& goal = next.relationship().goals.emplace_back();
      goal.set = today_;
      goal.status = GoalStatus::active;
      put(Act::set_goal, today_, next.state_on(today_));
    } else if (now_.ground == end_reached || now_.ground == end_near) {
      next.relationship().until = today_ + kLongerDays;
      put(Act::extend, today_, next.state_on(today_));
    }
  }

  const Relationship& relationship_;
  const Programme& programme_;
  const Assessment& now_;
  Date today_;
  History history_;
  std::vector<Prospect> found_;
};

}  // namespace

std::vector<Prospect> prospects(const Relationship& relationship, const Programme& programme, const Assessment& now) {
  return Prospects{relationship, programme, now}.find();
}

}  // namespace mentor
