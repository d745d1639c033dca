#include "rules/course.hpp"

#include <algorithm>

#include "rules/method.hpp"

namespace mentor {
namespace {

constexpr int kForesightDays = 366;

/// Entries that became known on one of the days [first, last].
std::vector<Cause> entries_of(const History& history, Date first, Date last) {
  std::vector<Cause> causes;
  const auto add = [&](Date known, Date date, Place place, Message what) {
    if (known >= first && known <= last) causes.push_back({date, place, std::move(what)});
  };
  for (const Slot& slot : history.slots) add(slot.known, slot.meeting->date, slot.meeting->place, say("{}", word(slot.status)));
  for (const ContactFacts& contact : history.contacts) {
    add(contact.date, contact.date, contact.contact->place, say("a message"));
    if (contact.answered) add(contact.answered, contact.answered, contact.contact->place, say("an answer"));
  }
  for (const Pause& pause : history.relationship->pauses)
    if (pause.from) add(std::max(pause.from, pause.announced), pause.from, pause.place, say("a pause"));
  for (const GoalFacts& goal : history.goals) {
    add(goal.created, goal.created, goal.goal->place, say("a goal"));
    add(goal.closed, goal.closed, goal.goal->place, say("a goal that was settled"));
  }
  const Closing& closing = history.relationship->closing;
  if (closing.decided) add(closing.decided, closing.decided, closing.place, say("the end decided"));
  if (history.closed) add(history.closed, history.closed, closing.place, say("the closing"));
  if (history.reopened) add(history.reopened, history.reopened, closing.place, say("the reopening"));
  if (!causes.empty()) return causes;
  for (const Booking& booking : history.bookings) add(booking.booked, booking.planned, booking.place, say("a date that was agreed"));
  return causes;
}

/// The entries that brought a state about; none when it would have come without them.
std::vector<Cause> causes_of(const History& history, const Assessment& at) {
  // being on the way is told by the week, any other state by the day
  const Date first = at.since, last = at.state == State::on_track ? at.asof : at.since;
  const std::vector<Cause> entries = entries_of(history, first, last);
  if (entries.empty() || Replay{as_known(history, first - 1)}.run(last).state == at.state) return {};
  return entries;
}

}  // namespace

std::vector<Spell> course(const History& history, Date today) {
  std::vector<Change> changes;
  Replay{history}.run(today, &changes);
  std::vector<Spell> spells;
  for (const Change& change : changes) {
    // looks are a week apart; the days between may have seen another state on the way
    Date day = spells.empty() ? change.day : std::max(spells.back().at.asof, change.day - method::kLookDays) + 1;
    for (; day <= change.day; day = day + 1) {
      Assessment at = Replay{history}.run(day);
      if (!spells.empty() && at.state == spells.back().at.state) continue;
      Spell& spell = spells.emplace_back();
      spell.at = std::move(at);
      if (spells.size() > 1) spell.causes = causes_of(history, spell.at);
    }
  }
  return spells;
}

std::optional<Change> next_change(const History& history, Date today, State now) {
  const History known = as_known(history, today);
  Date seen;
  Replay{known}.watch(today + kForesightDays, [&](const Assessment& a) {
    if (!seen && a.asof > today && a.state != now) seen = a.asof;
  });
  if (!seen) return {};
  for (Date day = std::max(today, seen - method::kLookDays) + 1; day <= seen; day = day + 1)
    if (const State state = Replay{known}.run(day).state; state != now) return Change{day, state};
  return {};
}

}  // namespace mentor
