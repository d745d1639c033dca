// What each side does before a meeting: promises kept, a worksheet for the mentee, and for the mentor what helps more than advice.
#include <algorithm>
#include <ranges>

#include "practice/agenda_items.hpp"

namespace mentor {
namespace {

/// An introduction or a stretch is suggested when none was noted for so many meetings; our judgement.
constexpr int kRestMeetings = 6;

Preparation task(Message text, Place place = {}) { return {std::move(text), place, false}; }

void add_own_actions(const Case& c, Party role, std::vector<Preparation>& out) {
  std::vector<PlanItem> own = open_actions(c);
  std::erase_if(own, [role](const PlanItem& item) { return item.action->owner != role && item.action->owner != Party::both; });
  for (const PlanItem& item : own | std::views::take(kMostActions)) out.push_back(task(say("done, or on its way: {}", item.action->text), item.action->place));
  if (own.size() > kMostActions) out.push_back(task(say("and {} more: which of them would you rather let go?", own.size() - kMostActions)));
}

void add_papers(const Agenda& agenda, Party role, std::vector<Preparation>& out) {
  if (std::ranges::find(agenda.items, "questions", &AgendaItem::key) == agenda.items.end()) return;
  for (const SetQuestion& asked : agenda.questions.questions)
    if (asked.question == nullptr) out.push_back(task(say("fill in on your own: `mentor feedback --set {} --for {}`", asked.set->name, word(role))));
}

/// The last day of a list of dated records, by today.
template <class Records>
Date last_of(const Records& records, Date today) {
  Date last;
  for (const auto& record : records)
    if (record.date && record.date <= today) last = std::max(last, record.date);
  return last;
}

void add_worksheet(const QuestionSets& sets, std::vector<Preparation>& out) {
  const QuestionSet* const set = sets.find("drive");
  if (set == nullptr) return;
  for (const std::string_view id : {"now", "in-months", "in-years"})
    for (const Question& question : set->questions)
      if (question.id == Text{id}) out.push_back({say("{}", question.text), {}, true});
}

void prepare_mentor(const Case& c, std::vector<Preparation>& out) {
  const Relationship& r = c.relationship;
  const auto goals = open_goals(c);
  out.push_back(goals.empty() ? task(say("a story of your own in place of advice: when did you stand where {} stands now?", r.mentee.name))
                              : task(say("a story of your own in place of advice: when did you face something like `{}`, and what would you not do again?",
                                         title_of(*goals.front()->goal)),
                                     goals.front()->goal->place));
  const auto waits = std::ranges::find_if(r.introductions, [&](const Introduction& i) { return i.date && i.date <= c.today && !i.followed_up; });
  if (waits != r.introductions.end())
    out.push_back(task(say("ask how it went with {}", waits->to), waits->place));
  else if (held_since(c, last_of(r.introductions, c.today)) >= kRestMeetings)
    out.push_back(task(say("whom could {} get to know who sees things differently, or is a step ahead?", r.mentee.name)));
  if (held_since(c, last_of(r.stretch, c.today)) >= kRestMeetings)
    out.push_back(task(say("which step outside of the usual could you offer, small enough to go wrong safely?")));
  if (c.held().size() >= kFewMeetings) out.push_back(task(say("one thing between the two of you that could be better, and one you are grateful for")));
}

void prepare_mentee(const Case& c, const QuestionSets& sets, std::vector<Preparation>& out) {
  out.push_back(task(say("the one thing you want to take away from this meeting, and three lines for its agenda")));
  if (held_since(c, last_of(c.relationship.stretch, c.today)) >= kRestMeetings)
    out.push_back(task(say("something that did not work, and what it taught you: it is worth as much as a success")));
  add_worksheet(sets, out);
}

}  // namespace

std::vector<Preparation> preparation(const Case& c, const QuestionSets& sets, const Agenda& agenda, Party role) {
  std::vector<Preparation> out;
  add_own_actions(c, role, out);
  add_papers(agenda, role, out);
  if (agenda.shape == MeetingShape::last) {
    out.push_back(task(say("your own notes on the goals, to compare; and what you want to thank the other for, with an example")));
    return out;
  }
  if (agenda.shape == MeetingShape::restart)
    out.push_back(task(say("your answers to the five questions, on paper, before you talk: `mentor feedback --set stalled --for {}`", word(role))));
  if (role == Party::mentor)
    prepare_mentor(c, out);
  else
    prepare_mentee(c, sets, out);
  return out;
}

}  // namespace mentor
