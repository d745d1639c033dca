// What happened when, as it was known on the day, and how the state moved with it.
#include <fmt/format.h>

#include <algorithm>

#include "commands/describe.hpp"
#include "commands/show.hpp"
#include "journal/settle.hpp"
#include "rules/course.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

Message told(const Relationship& r, const Meeting& meeting) {
  std::string text(word(meeting.status));
  if (meeting.status == Status::held && meeting.minutes.actual >= 0) text += fmt::format(", {} min", meeting.minutes.actual);
  if (meeting.status == Status::moved && meeting.to) text += fmt::format(" to {}", iso(meeting.to));
  if (meeting.by == Party::both || meeting.by == Party::external) text += fmt::format(" ({})", word(meeting.by));
  Message said = meeting.by == Party::mentor || meeting.by == Party::mentee ? say("{} by {}", text, name_of(r, meeting.by)) : say("{}", text);
  if (!meeting.actions.empty()) said = say("{}, {}", said, counted(static_cast<long>(meeting.actions.size()), "action"));
  if (meeting.next.date) said = say("{}, next {}", said, iso(meeting.next.date));
  return said;
}

/// Gathers what was known on the day.
class Timeline {
 public:
  explicit Timeline(const Pair& pair) : pair_(pair), r_(pair.relationship), today_(pair.subject.today) {}

  Block build() {
    add(r_.started, say("matched"), r_.place);
    add(r_.agreement.date, say("agreement"), r_.agreement.place);
    for (const Goal& goal : r_.goals) add(goal.set, say("goal: {}", goal.title.empty() ? goal.id : goal.title), goal.place);
    for (const Meeting& meeting : r_.meetings)
      if (meeting.status != Status::planned && meeting.date) add(meeting.date, told(r_, meeting), meeting.place, day_logged(meeting));
    for (const Booking& booking : pair_.subject.history.bookings) add_planned(booking);
    for (const Contact& contact : r_.contacts)
      add(contact.date,
          contact.answered && contact.answered <= today_ ? say("message from {}, answered {}", word(contact.from), iso(contact.answered))
                                                         : say("message from {}, no answer noted", word(contact.from)),
          contact.place);
    for (const Pause& pause : r_.pauses)
      add(pause.from, pause.reason.empty() ? say("pause until {}", iso(pause.to)) : say("pause until {}: {}", iso(pause.to), pause.reason), pause.place,
          pause.announced);
    for (const Review& review : r_.reviews) add(review.date, say("review"), review.place);
    for (const Recommitment& promise : r_.recommitments) add(promise.date, say("recommitment"), promise.place);
    add(r_.closing.decided, say("end decided"), r_.closing.place);
    add(r_.closing.closed, say("closed"), r_.closing.place);
    std::ranges::stable_sort(block_.lines, {}, &Line::date);
    return std::move(block_);
  }

 private:
  void add(Date date, Message text, Place place, Date known = {}) {
    if (date && (known ? known : date) <= today_) block_.lines.push_back({date, std::move(text), {}, mark(pair_, place)});
  }

  /// An entry of its own about a date ahead; one that is only stated stands with the meeting that states it.
  void add_planned(const Booking& booking) {
    const auto is_entry = [&booking](const Meeting& meeting) {
      return meeting.status == Status::planned && meeting.place.file == booking.place.file && meeting.place.offset == booking.place.offset;
    };
    if (std::ranges::any_of(r_.meetings, is_entry)) add(booking.planned, say("planned"), booking.place, booking.booked);
  }

  const Pair& pair_;
  const Relationship& r_;
  Date today_;
  Block block_{"timeline", "What happened", {}};
};

/// "held on 2026-03-18", for each of them.
Message in_words(const std::vector<Cause>& causes) {
  Message all;
  for (const Cause& cause : causes) {
    const Message one = say("{} on {}", cause.what, iso(cause.date));
    all = all.empty() ? one : say("{}, {}", all, one);
  }
  return all;
}

}  // namespace

Block timeline(const Pair& pair) { return Timeline{pair}.build(); }

Block history_of_states(const Pair& pair) {
  Block block{"history", "How the state moved", {}};
  for (const Spell& spell : course(pair.subject.history, pair.subject.today)) {
    const Message reason = why(pair.relationship, spell.at);
    const Message text = spell.causes.empty() ? say("{}: {}", name(spell.at.state), reason)
                                             : say("{}: {}; what brought it: {}", name(spell.at.state), reason, in_words(spell.causes));
    std::vector<Fact> facts = {{"state", "", name(spell.at.state)}, {"why", "", reason}};
    block.lines.push_back({spell.at.since, text, {}, spell.causes.empty() ? Mark{} : mark(pair, spell.causes.front().place), Box::none, std::move(facts)});
  }
  return block;
}

}  // namespace mentor
