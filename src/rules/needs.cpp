#include "rules/needs.hpp"

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/topics.hpp"

namespace mentor {
namespace {

struct NeedsWords {
  Needs needs;
  std::string_view words;
  bool is_occasional = false;
};

// clang-format off
constexpr NeedsWords kWords[] = {
    {Needs::nothing, "nothing"},
    {Needs::meetings, "meetings"},
    {Needs::reasons_of_meetings, "meetings that were called off, moved or missed", true},
    {Needs::minutes, "the length of meetings"},
    {Needs::agendas, "who brought an agenda"},
    {Needs::pulses, "how meetings feel to each (`pulse`)"},
    {Needs::views, "how meetings feel to both, or answers of both"},
    {Needs::topics, "topics"},
    {Needs::personal_topics, "topics about the person, such as interests or dreams"},
    {Needs::learning, "what each learned"},
    {Needs::actions, "actions"},
    {Needs::goals, "goals"},
    {Needs::goal_details, "how goals are measured or why they matter"},
    {Needs::goal_links, "which goals a meeting was about"},
    {Needs::priorities, "the order of the goals as each side sees it"},
    {Needs::stages, "the stage of goals"},
    {Needs::feedback, "feedback"},
    {Needs::agreement, "an agreement"},
    {Needs::reviews, "reviews"},
    {Needs::answers, "answers to a question set", true},
    {Needs::contacts, "messages between meetings", true},
    {Needs::events, "changes of circumstances", true},
    {Needs::reasons, "reasons why it may not be working", true},
    {Needs::pauses, "pauses", true},
    {Needs::next_dates, "when the next meeting is to be"},
    {Needs::initiative, "who asked for a meeting or wrote first"},
    {Needs::presence, "how present each was"},
    {Needs::contribution, "how much each brought in"},
    {Needs::stretches, "things that were tried outside of the comfortable", true},
    {Needs::introductions, "introductions", true},
    {Needs::disconnects, "moments of disconnect", true},
    {Needs::recommitments, "recommitments", true},
    {Needs::concerns, "concerns, or reasons why it may not be working", true},
};
// clang-format on

const NeedsWords& row(Needs needs) {
  const NeedsWords* const at = std::ranges::find(kWords, needs, &NeedsWords::needs);
  return at == std::end(kWords) ? kWords[0] : *at;
}

bool any(const auto& per_party) { return per_party.mentor.value != 0 || per_party.mentee.value != 0; }

}  // namespace

std::string_view in_words(Needs needs) { return row(needs).words; }
bool is_occasional(Needs needs) { return row(needs).is_occasional; }

Recorded::Recorded(const Case& c) {
  const Relationship& r = c.relationship;
  const auto by_now = [&c](Date day) { return day <= c.today; };
  add(Needs::nothing, true);
  add(Needs::meetings, !c.assessment.visible.empty());
  add(Needs::reasons_of_meetings, c.assessment.held.size() < c.assessment.visible.size());
  for (const Meeting* const meeting : c.assessment.held) look_at(*meeting);
  add(Needs::actions, std::ranges::any_of(c.history.actions, by_now, &ActionFacts::created));
  for (const GoalFacts& goal : c.history.goals)
    if (by_now(goal.created)) look_at(*goal.goal);
  add(Needs::agreement, r.agreement.recorded() && by_now(r.agreement.date));
  add(Needs::reviews, std::ranges::any_of(r.reviews, by_now, &Review::date));
  add(Needs::answers, std::ranges::any_of(r.answers, by_now, &Answers::date));
  add(Needs::views, has(Needs::answers));
  add(Needs::contacts, std::ranges::any_of(r.contacts, by_now, &Contact::date));
  add(Needs::events, std::ranges::any_of(r.events, by_now, &Event::date));
  add(Needs::reasons, std::ranges::any_of(r.reasons, by_now, &Reason::date));
  add(Needs::pauses, std::ranges::any_of(r.pauses, by_now, &Pause::from));
  add(Needs::next_dates, std::ranges::any_of(c.history.bookings, by_now, &Booking::booked));
  add(Needs::initiative, has(Needs::contacts));
  add(Needs::stretches, std::ranges::any_of(r.stretch, by_now, &Stretch::date));
  add(Needs::introductions, std::ranges::any_of(r.introductions, by_now, &Introduction::date));
  add(Needs::disconnects, std::ranges::any_of(r.disconnects, by_now, &Disconnect::date));
  add(Needs::recommitments, std::ranges::any_of(r.recommitments, by_now, &Recommitment::date));
  add(Needs::concerns, has(Needs::reasons) || std::ranges::any_of(r.concerns, by_now, [](const Concern& concern) { return concern.raised.date; }));
}

void Recorded::look_at(const Meeting& meeting) {
  add(Needs::minutes, meeting.minutes.actual >= 0);
  add(Needs::agendas, meeting.agenda_by != Party::unset);
  add(Needs::pulses, any(meeting.pulse));
  add(Needs::views, meeting.pulse.mentor.value != 0 && meeting.pulse.mentee.value != 0);
  add(Needs::topics, !meeting.topics.empty());
  add(Needs::personal_topics, std::ranges::any_of(meeting.topics, is_personal));
  add(Needs::learning, !meeting.learned.mentor.empty() || !meeting.learned.mentee.empty());
  add(Needs::actions, !meeting.actions.empty());
  add(Needs::goal_links, !meeting.goals.empty());
  add(Needs::feedback, meeting.feedback.recorded);
  add(Needs::next_dates, meeting.next.recorded);
  add(Needs::initiative, meeting.proposed_by != Party::unset);
  add(Needs::presence, any(meeting.presence));
  add(Needs::contribution, any(meeting.contribution));
}

void Recorded::look_at(const Goal& goal) {
  add(Needs::goals, true);
  add(Needs::goal_details, !goal.measure.empty() || !goal.why.empty());
  add(Needs::priorities, any(goal.priority));
  add(Needs::stages, goal.stage != Stage::unset);
}

}  // namespace mentor
