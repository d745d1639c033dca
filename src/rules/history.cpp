#include "rules/history.hpp"

#include <algorithm>

#include "journal/settle.hpp"
#include "rules/method.hpp"

namespace mentor {
namespace {

/// An entry this many days from a promised date tells what became of it.
constexpr int kSameMeetingDays = 3;

Date first_entry(const Relationship& r) {
  Date first = r.agreement.date;
  const auto earliest = [&first](Date day) {
    if (day && (!first || day < first)) first = day;
  };
  for (const Meeting& meeting : r.meetings) earliest(meeting.date);
  for (const Contact& contact : r.contacts) earliest(contact.date);
  for (const Goal& goal : r.goals) earliest(goal.set);
  return first;
}

void add_slots(const Relationship& r, History& history) {
  for (const Meeting& meeting : r.meetings) {
    if (!meeting.date || meeting.status == Status::planned || meeting.is_unclear) continue;
    const Date day = day_told(meeting);
    const bool short_notice = meeting.notice.recorded() && meeting.notice.minutes < method::kShortNoticeMinutes;
    history.slots.push_back({day, std::max(day, day_logged(meeting)), meeting.status, meeting.by, short_notice, &meeting});
  }
}

/// Sorted days, asked for what lies near a day.
struct Near {
  Date day, known;
};

/// When the journal first told what became of a date that was agreed on `booked` and has no entry of its own.
Date settled_on(const std::vector<Near>& entries, Date planned, Date booked) {
  Date settled;
  for (auto it = std::ranges::lower_bound(entries, planned - kSameMeetingDays, {}, &Near::day); it != entries.end() && it->day <= planned + kSameMeetingDays;
       ++it)
    if (it->day > booked && (!settled || it->known < settled)) settled = it->known;
  return settled;
}

/// Bookings with an entry of their own: known exactly.
void add_entered_bookings(const Relationship& r, History& history, std::vector<Near>& entries) {
  Date before = history.started;
  for (const Meeting& meeting : r.meetings) {
    if (!meeting.date || meeting.is_unclear) continue;
    const bool is_open = meeting.status == Status::planned;
    const Date booked = meeting.booked ? meeting.booked : is_open ? before : Date{};
    const Date known = std::max(day_told(meeting), day_logged(meeting));
    if (booked) history.bookings.push_back({meeting.date, booked, is_open ? Date{} : known, meeting.place});
    if (is_open) continue;
    entries.push_back({meeting.date, known});
    before = std::max(before, day_told(meeting));
  }
  std::ranges::sort(entries, {}, &Near::day);
}

/// Bookings that are only stated: the next meeting of a meeting, the target of a move.
void add_stated_bookings(const Relationship& r, History& history, const std::vector<Near>& entries) {
  std::vector<Near> entered;
  for (const Booking& booking : history.bookings) entered.push_back({booking.planned, booking.settled});
  std::ranges::sort(entered, {}, &Near::day);
  const std::size_t first = history.bookings.size();
  const auto state = [&](Date planned, Date booked, Place place) {
    if (!planned || planned <= booked) return;
    const auto at = std::ranges::lower_bound(entered, planned - kSameMeetingDays, {}, &Near::day);
    if (at != entered.end() && at->day <= planned + kSameMeetingDays && !at->known) return;
    history.bookings.push_back({planned, booked, settled_on(entries, planned, booked), place});
  };
  for (const Meeting& meeting : r.meetings) {
    if (!meeting.date) continue;
    state(meeting.next.date, day_logged(meeting), meeting.next.place);
    if (meeting.status == Status::moved) state(meeting.to, day_logged(meeting), meeting.place);
  }
  const auto stated = history.bookings.begin() + static_cast<std::ptrdiff_t>(first);
  std::stable_sort(stated, history.bookings.end(), [](const Booking& a, const Booking& b) { return a.planned < b.planned; });
  const auto same = [](const Booking& a, const Booking& b) { return days_between(a.planned, b.planned) <= kSameMeetingDays && !a.settled; };
  history.bookings.erase(std::unique(stated, history.bookings.end(), same), history.bookings.end());
  std::ranges::stable_sort(history.bookings, {}, &Booking::planned);
}

void add_actions(const Relationship& r, History& history) {
  const auto add = [&history](const Action& action, Date created, Date known) {
    if (!created || action.due_is_default || !action.due || action.state == ActionState::cancelled || action.state == ActionState::unknown) return;
    const Date done = action.done.date ? action.done.date : action.done.done ? created : Date{};
    history.actions.push_back({action.owner, created, action.due, done, action.logged ? action.logged : known, action.carried_on, &action});
  };
  for (const Meeting& meeting : r.meetings)
    for (const Action& action : meeting.actions) add(action, meeting.date, meeting.date ? day_logged(meeting) : Date{});
  for (const Action& action : r.actions) add(action, action.date ? action.date : history.started, action.date ? action.date : history.started);
}

/// The day a goal was settled, where the record does not say: its last review, else the last entry about it.
Date closed_day(const Goal& goal, const std::vector<Date>& progress, Date started) {
  if (goal.closed) return goal.closed;
  if (goal.status != GoalStatus::met && goal.status != GoalStatus::dropped && goal.status != GoalStatus::parked) return {};
  Date day = progress.empty() ? goal.set : progress.back();
  if (!day) day = started;
  for (const GoalReview& review : goal.reviews) day = std::max(day, review.date);
  return day;
}

void add_goals(const Relationship& r, History& history) {
  std::vector<std::pair<Text, std::size_t>> by_id;
  for (const Goal& goal : r.goals) {
    by_id.emplace_back(goal.id, by_id.size());
    history.goals.push_back({goal.set ? goal.set : history.started, {}, goal.progress, &goal});
  }
  std::ranges::stable_sort(by_id, {}, &std::pair<Text, std::size_t>::first);
  for (const Meeting& meeting : r.meetings) {
    if (!meeting.is_held() || !meeting.date) continue;
    for (const Text id : meeting.goals) {
      const auto at = std::ranges::lower_bound(by_id, id, {}, &std::pair<Text, std::size_t>::first);
      if (at != by_id.end() && at->first == id) history.goals[at->second].progress.push_back(meeting.date);
    }
  }
  for (GoalFacts& facts : history.goals) {
    std::ranges::sort(facts.progress);
    facts.closed = closed_day(*facts.goal, facts.progress, history.started);
  }
}

void add_contacts(const Relationship& r, History& history) {
  for (const Contact& contact : r.contacts)
    if (contact.date) history.contacts.push_back({contact.from, contact.date, contact.from == Party::both ? contact.date : contact.answered, &contact});
  std::ranges::stable_sort(history.contacts, {}, &ContactFacts::date);
  Date next_of_mentor, next_of_mentee;
  for (auto it = history.contacts.rbegin(); it != history.contacts.rend(); ++it) {
    const Date reply = it->from == Party::mentor ? next_of_mentee : it->from == Party::mentee ? next_of_mentor : Date{};
    if (reply && (!it->answered || reply < it->answered)) it->answered = reply;
    if (it->from == Party::mentor) next_of_mentor = it->date;
    if (it->from == Party::mentee) next_of_mentee = it->date;
  }
}

void list_news(History& history) {
  std::vector<Date>& news = history.news;
  const auto add = [&news](Date day) {
    if (day) news.push_back(day);
  };
  for (const CadenceStep& step : history.cadence) add(step.from);
  for (const Slot& slot : history.slots) add(slot.known);
  for (const Booking& booking : history.bookings) {
    add(booking.booked);
    add(booking.settled);
  }
  for (const ContactFacts& contact : history.contacts) {
    add(contact.date);
    add(contact.answered);
  }
  for (const Break& pause : history.pauses) add(pause.known);
  std::ranges::sort(news);
}

}  // namespace

int History::grace_of(const Break& time_off) const { return std::min(grace_days, days_between(time_off.from, time_off.to) + 1); }

double History::cadence_on(Date day, Date asof) const {
  double days = 0;
  for (const CadenceStep& step : cadence)
    if (step.from <= day && step.from <= asof) days = step.every.days;
  return days;
}

History as_known(History history, Date day) {
  const auto forget = [day](Date& date) {
    if (date > day) date = {};
  };
  std::erase_if(history.cadence, [day](const CadenceStep& step) { return step.from > day; });
  std::erase_if(history.slots, [day](const Slot& slot) { return slot.known > day; });
  std::erase_if(history.bookings, [day](const Booking& booking) { return booking.booked > day; });
  for (Booking& booking : history.bookings) forget(booking.settled);
  std::erase_if(history.actions, [day](const ActionFacts& action) { return action.known > day; });
  for (ActionFacts& action : history.actions) {
    forget(action.done);
    forget(action.carried_on);
  }
  std::erase_if(history.goals, [day](const GoalFacts& goal) { return goal.created > day; });
  for (GoalFacts& goal : history.goals) {
    forget(goal.closed);
    std::erase_if(goal.progress, [day](Date date) { return date > day; });
  }
  std::erase_if(history.contacts, [day](const ContactFacts& contact) { return contact.date > day; });
  for (ContactFacts& contact : history.contacts) forget(contact.answered);
  std::erase_if(history.pauses, [day](const Break& pause) { return pause.known > day; });
  std::erase_if(history.news, [day](Date date) { return date > day; });
  forget(history.closed);
  forget(history.reopened);
  return history;
}

void build_history(const Relationship& r, const Programme& programme, History& history) {
  history.relationship = &r;
  history.programme = &programme;
  history.slots.clear();
  history.bookings.clear();
  history.actions.clear();
  history.goals.clear();
  history.holidays.clear();
  history.pauses.clear();
  history.news.clear();
  history.started = r.started ? r.started : first_entry(r);
  history.cadence = r.cadence;
  for (CadenceStep& step : history.cadence)
    if (!step.from) step.from = history.started;
  std::ranges::stable_sort(history.cadence, {}, &CadenceStep::from);
  history.closed = r.closing.closed;
  history.reopened = r.closing.reopened;
  for (const std::vector<Holiday>* list : {&r.holidays, &programme.holidays})
    for (const Holiday& holiday : *list)
      if (holiday.from) history.holidays.push_back({holiday.from, holiday.to ? holiday.to : holiday.from, holiday.from});
  if (has_counted(programme))
    for (const Holiday& quiet : programme.counted.quiet_weeks)
      if (quiet.from) history.holidays.push_back({quiet.from, quiet.to ? quiet.to : quiet.from, quiet.from});
  for (const Pause& pause : r.pauses)
    if (pause.from && pause.to) history.pauses.push_back({pause.from, pause.to, pause.announced ? pause.announced : pause.from, pause.place});
  if (history.closed && history.reopened > history.closed) history.pauses.push_back({history.closed, history.reopened - 1, history.reopened});
  const double first_cadence = history.cadence.empty() ? method::kDefaultCadenceDays : history.cadence.front().every.days;
  history.grace_days = programme.defaults.grace.value >= 0 ? programme.defaults.grace.value
                                                           : static_cast<int>(std::min<double>(method::kGraceDays, method::kGraceCadences * first_cadence));
  history.journal_delay_days = programme.defaults.journal_delay.value >= 0 ? programme.defaults.journal_delay.value : method::kDelayDays;
  history.levels = levels(programme);
  history.prior = prior_of(programme);
  add_slots(r, history);
  std::vector<Near> entries;
  add_entered_bookings(r, history, entries);
  add_stated_bookings(r, history, entries);
  add_actions(r, history);
  std::ranges::stable_sort(history.actions, {}, &ActionFacts::due);
  add_goals(r, history);
  history.contacts.clear();
  add_contacts(r, history);
  list_news(history);
}

}  // namespace mentor
