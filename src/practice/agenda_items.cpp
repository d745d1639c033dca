#include "practice/agenda_items.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>

#include "rules/forecast.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr int kLongMeeting = 60;
/// Thanks are suggested when none were noted in so many meetings.
constexpr int kThanksMeetings = 3;
constexpr std::size_t kMostLearned = 4;
/// Of what is told on the last day, so many lines of a kind.
constexpr std::size_t kMostTold = 6;
/// How to do it is on the agenda until so many meetings are held; after that a rule asks for what is not written down.
constexpr std::size_t kFirstMeetings = 1;

AgendaPoint point(Message text, Party who = Party::unset, Place place = {}) { return {std::move(text), who, place, false, {}}; }

bool is_about_actions(const Rule& rule) { return rule.id.starts_with("action"); }

bool is_about_goals(const Rule& rule) {
  return rule.id.starts_with("goal") || rule.id == "no-active-goal" || rule.id == "direction-unset" || rule.id == "priorities-differ" ||
         rule.id == "phase-stuck";
}

bool is_about_reviews(const Rule& rule) { return rule.id.starts_with("review"); }

bool is_heavier(const PlanItem& a, const PlanItem& b) {
  if (a.action->carried != b.action->carried) return a.action->carried > b.action->carried;
  if (a.action->due != b.action->due) return a.action->due && (!b.action->due || a.action->due < b.action->due);
  return a.agreed < b.agreed;
}

AgendaPoint action_point(const PlanItem& item) {
  const Action& action = *item.action;
  Message text = say("{}", action.text);
  if (action.due && !action.due_is_default) text = say("{}, for {}", text, iso(action.due));
  if (action.carried > 0) text = say("{}, carried over {}", text, action.carried == 1 ? "once" : counted(action.carried, "time"));
  return {std::move(text), action.owner, action.place, true, {}};
}

/// Names the first points alone, and says how many there are besides.
void shorten(std::vector<AgendaPoint>& points, std::size_t most) {
  if (points.size() <= most) return;
  const std::size_t rest = points.size() - most;
  points.resize(most);
  points.push_back(point(say("and {} more", rest)));
}

}  // namespace

std::vector<PlanItem> open_actions(const Case& c) {
  std::vector<PlanItem> open = plan_items(c.relationship, c.today);
  std::erase_if(open, [&c](const PlanItem& item) { return !is_open(*item.action, c.today); });
  std::ranges::stable_sort(open, is_heavier);
  return open;
}

AgendaPoint point_of(SetQuestion asked) {
  if (asked.question == nullptr) return {say("Compare what each of you has filled in: {}", asked.set->title), {}, {}, false, asked};
  const bool may_pass = asked.question->optional == YesNo::yes;
  const Party who = asked.question->for_whom == Party::both ? Party::unset : asked.question->for_whom;
  return {may_pass ? say("{} (either of you may pass)", asked.question->text) : say("{}", asked.question->text), who, {}, false, asked};
}

void AgendaItems::ask(AgendaItem& item, std::string_view set_name, std::string_view id) const {
  const QuestionSet* const set = sets_.find(set_name);
  if (set == nullptr) return;
  for (const Question& question : set->questions)
    if (question.id == Text{id}) item.points.push_back(point_of({set, &question}));
}

void AgendaItems::ask_whole(AgendaItem& item, std::string_view set_name) const {
  if (const QuestionSet* const set = sets_.find(set_name))
    for (const Question& question : set->questions) item.points.push_back(point_of({set, &question}));
}

template <class Fits>
void AgendaItems::ask_findings(AgendaItem& item, std::size_t most, Fits fits) const {
  std::vector<const Rule*> asked;
  for (const Finding& finding : findings_) {
    if (asked.size() >= most) return;
    const Rule& rule = *finding.rule;
    if (rule.ask.empty() || !fits(rule) || std::ranges::find(asked, &rule) != asked.end()) continue;
    asked.push_back(&rule);
    item.points.push_back(point(say("{}", rule.ask), {}, finding.place));
    item.points.back().because = finding.message;
  }
}

void AgendaItems::add_open_actions(AgendaItem& item) const {
  const std::vector<PlanItem> open = open_actions(c_);
  for (const PlanItem& each : open | std::views::take(kMostActions)) item.points.push_back(action_point(each));
  if (open.size() > kMostActions)
    item.points.push_back(point(say("and {} more; so many open actions want sorting: which of them may go?", open.size() - kMostActions)));
}

AgendaItem AgendaItems::arrive() const {
  AgendaItem item{"arrive", "Arrive, and a word that is about no task", {}, 0, {}, 0, 5, 10};
  item.points.push_back(point(say("phones and messages out of reach, for both of you")));
  if (agenda_.shape == MeetingShape::after_pause && !c_.held().empty())
    item.points.push_back(point(say("How have you been since {}, and what is different now?", iso(c_.held().back()->date))));
  if (agenda_.questions.rung && agenda_.shape != MeetingShape::last)
    item.points.push_back(point_of(agenda_.questions.rung));
  else
    item.points.push_back(point(say("What has moved you since we last met that stands on no list?")));
  return item;
}

AgendaItem AgendaItems::why_you_started() const {
  AgendaItem item{"why", "Why you started", {}, 0, {}, 1, 5, 10};
  if (!r_.purpose.empty()) item.points.push_back(point(say("the purpose was: {}", r_.purpose), {}, r_.place));
  for (const Party party : {Party::mentor, Party::mentee})
    if (const Text why = r_.agreement.why.of(party); !why.empty()) item.points.push_back(point(say("{}", why), party, r_.agreement.place));
  item.points.push_back(point(say("What of that still holds, and what has taken its place?")));
  return item;
}

AgendaItem AgendaItems::agreement() const {
  const Agreement& agreement = r_.agreement;
  AgendaItem item{"agreement", "How we want to do this", {}, 0, {}, 1, 10, 20};
  if (agreement.recorded()) {
    item.points.push_back(point(say("the agreement is written; read it to each other once more"), {}, agreement.place));
    return item;
  }
  item.points = {point(say("What do you expect of me, and what may I expect of you?")), point(say("What is out of bounds, and what stays between us?")),
                 point(say("How often and how long do we meet, and how do we call a meeting off?")),
                 point(say("How do we want to be told when something was not done?")), point(say("Whom could either of us turn to if it does not work?"))};
  return item;
}

AgendaItem AgendaItems::agreement_at_first() const {
  const bool is_left = !r_.agreement.recorded() && r_.kind != MatchKind::informal && c_.held().size() <= kFirstMeetings;
  return is_left ? agreement() : AgendaItem{"agreement", {}, {}, 0, {}, 1, 0, 0};
}

AgendaItem AgendaItems::actions() const {
  std::string_view title = "What we said we would do";
  if (agenda_.shape == MeetingShape::after_pause || agenda_.shape == MeetingShape::restart) title = "What we had planned: which of it still holds?";
  AgendaItem item{"actions", title, {}, 0, {}, 1, 5, 5};
  add_open_actions(item);
  item.wish += 2 * static_cast<int>(item.points.size());
  if (!item.points.empty()) ask_findings(item, 1, is_about_actions);
  return item;
}

AgendaItem AgendaItems::goals() const {
  AgendaItem item{"goals", "Goals that ask for a look", {}, 0, {}, 4, 5, 5};
  GoalsReviewed review = review_goals(c_);
  std::erase_if(review.goals, [](const ReviewedGoal& goal) { return goal.raised.empty(); });
  const auto is_due = [this](const ReviewedGoal& goal) { return goal.goal().due && goal.goal().due <= agenda_.date; };
  std::ranges::stable_partition(review.goals, is_due);
  const std::size_t most = agenda_.minutes >= kLongMeeting ? 2 : 1;
  const QuestionSet* const set = sets_.find("goals");
  for (const ReviewedGoal& goal : review.goals) {
    if (item.points.size() == most) break;
    const RaisedQuestion& first = goal.raised.front();
    Message text = say("`{}`: {}?", title_of(goal.goal()), words_of(first.question).label);
    SetQuestion question;
    if (set != nullptr)
      if (const auto at = std::ranges::find(set->questions, Text{words_of(first.question).id}, &Question::id); at != set->questions.end()) {
        question = {set, &*at};
        text = say("`{}`: {}", title_of(goal.goal()), at->text);
      }
    item.points.push_back({std::move(text), {}, first.place, false, question, first.why});
  }
  if (review.goals.size() > most) item.points.push_back(point(say("{} more: `mentor goals {}`", review.goals.size() - most, r_.id)));
  ask_findings(item, 1, [&](const Rule& rule) { return is_about_goals(rule) && (review.goals.empty() || !rule.id.starts_with("goal")); });
  item.wish = 8 * static_cast<int>(item.points.size());
  return item;
}

AgendaItem AgendaItems::asks() const {
  AgendaItem item{"asks", "What the notes suggest to talk about", {}, 0, {}, 3, 5, 5};
  const QuestionSet* const stalled = sets_.find("stalled");
  const auto is_left = [&](const Rule& rule) {
    // at a restart both say how they see it, and that is what these would ask
    const bool is_covered =
        agenda_.shape == MeetingShape::restart && stalled != nullptr && std::ranges::find(stalled->when, Text{rule.id}) != stalled->when.end();
    return !is_covered && !is_about_actions(rule) && !is_about_goals(rule) && !is_about_reviews(rule);
  };
  ask_findings(item, agenda_.minutes >= kLongMeeting ? 2 : 1, is_left);
  item.wish = 8 * static_cast<int>(item.points.size());
  return item;
}

AgendaItem AgendaItems::review() const {
  AgendaItem item{"review", "What has changed: the review of every two or three meetings", {}, 0, {}, 2, 5, 25};
  for (const SetQuestion& question : agenda_.questions.questions) item.points.push_back(point_of(question));
  return item;
}

AgendaItem AgendaItems::questions() const {
  AgendaItem item{"questions", "Questions for this time", {}, 0, {}, 2, 5, 5};
  if (agenda_.questions.is_review) return item;
  for (const SetQuestion& question : agenda_.questions.questions) item.points.push_back(point_of(question));
  item.wish = 10 * static_cast<int>(item.points.size());
  return item;
}

AgendaItem AgendaItems::views() const {
  AgendaItem item{"views", "How each of us sees it: both answer, then compare", {}, 0, {}, 1, 10, 25};
  ask_whole(item, "stalled");
  return item;
}

AgendaItem AgendaItems::decide() const {
  AgendaItem item{"decide", "How we go on", {}, 0, {}, 1, 10, 15};
  item.points = {point(say("go on as before, go on differently (rarer, shorter, with another goal), or end it well: what does each of us want?")),
                 point(say("if we go on: what do we promise each other, and how do we speak up when old habits come back? (`mentor revive {}`)", r_.id))};
  return item;
}

AgendaItem AgendaItems::part() const {
  if (agenda_.shape == MeetingShape::last) return {"part", "Say goodbye, and celebrate: a walk, a meal, a toast", {}, 0, {}, 0, 5, 10};
  AgendaItem item{"part", "Before you part", {}, 0, {}, 0, 5, 5};
  item.points.push_back(point(say("who does what until when: few and small, each with a day")));
  const auto next = std::ranges::find_if(c_.history.bookings, [this](const Booking& booking) { return booking.planned > agenda_.date && !booking.settled; });
  if (next != c_.history.bookings.end())
    item.points.push_back(point(say("the next date stands: {}", iso(next->planned)), {}, next->place));
  else
    item.points.push_back(point(say("the next date, around {}, and three lines for its agenda",
                                    iso(free_day(c_.history, agenda_.date + static_cast<int>(c_.assessment.rhythms.cadence), c_.today)))));
  Date last;
  for (const Thanks& thanks : r_.thanks)
    if (thanks.date && thanks.date <= c_.today) last = std::max(last, thanks.date);
  if (!c_.held().empty() && held_since(c_, last) >= kThanksMeetings)
    item.points.push_back(point(say("What has the other done lately that deserves a thank-you?")));
  return item;
}

AgendaItem AgendaItems::look_back() const {
  AgendaItem item{"back", "Where we began, and how far we came", {}, 0, {}, 1, 5, 15};
  if (!r_.purpose.empty()) item.points.push_back(point(say("the purpose was: {}", r_.purpose), {}, r_.place));
  std::vector<AgendaPoint> goals;
  item.points.push_back(point(say("{} held since {}", counted(static_cast<long>(c_.held().size()), "meeting"), iso(c_.history.started))));
  for (const GoalFacts& goal : c_.history.goals) {
    if (goal.created > c_.today) continue;
    const std::string_view status = goal.is_open(c_.today) ? "open" : goal.goal->status == GoalStatus::unset ? "settled" : word(goal.goal->status);
    goals.push_back(point(say("`{}`: {}", title_of(*goal.goal), status), {}, goal.goal->place));
  }
  shorten(goals, kMostTold);
  std::ranges::move(goals, std::back_inserter(item.points));
  ask(item, "closing", "goals-compared");
  return item;
}

AgendaItem AgendaItems::achievements() const {
  AgendaItem item{"achievements", "What we achieved as a pair", {}, 0, {}, 1, 5, 10};
  for (const Text achievement : r_.closing.achievements) item.points.push_back(point(say("{}", achievement), {}, r_.closing.place));
  for (const Stretch& stretch : r_.stretch)
    if (stretch.date && stretch.date <= c_.today && !stretch.what.empty())
      item.points.push_back(point(say("dared on {}: {}", iso(stretch.date), stretch.what), {}, stretch.place));
  for (const Introduction& introduction : r_.introductions)
    if (introduction.followed_up && introduction.followed_up <= c_.today && !introduction.to.empty())
      item.points.push_back(point(say("got to know {}", introduction.to), {}, introduction.place));
  shorten(item.points, kMostTold);
  ask(item, "closing", "achievements");
  return item;
}

AgendaItem AgendaItems::learned() const {
  AgendaItem item{"learned", "What each of us learned", {}, 0, {}, 1, 5, 10};
  for (const Party party : {Party::mentor, Party::mentee}) {
    if (const Text said = r_.closing.learned.of(party); !said.empty()) item.points.push_back(point(say("{}", said), party, r_.closing.place));
    std::vector<AgendaPoint> noted;
    for (const Meeting* const meeting : c_.held())
      if (const Text said = meeting->learned.of(party); !said.empty()) noted.push_back(point(say("{}: {}", iso(meeting->date), said), party, meeting->place));
    const std::size_t first = noted.size() > kMostLearned ? noted.size() - kMostLearned : 0;
    item.points.insert(item.points.end(), noted.begin() + static_cast<std::ptrdiff_t>(first), noted.end());
  }
  ask(item, "closing", "learned");
  return item;
}

AgendaItem AgendaItems::thanks() const {
  AgendaItem item{"thanks", "Thanks, said aloud and with an example", {}, 0, {}, 1, 5, 5};
  item.points = {point(say("what I will remember, and what I thank you for"), Party::mentor),
                 point(say("what I will remember, and what I thank you for"), Party::mentee)};
  return item;
}

AgendaItem AgendaItems::what_next() const {
  AgendaItem item{"next", "What comes next", {}, 0, {}, 1, 5, 10};
  for (const Party party : {Party::mentor, Party::mentee})
    if (const Text steps = r_.closing.next_steps.of(party); !steps.empty()) item.points.push_back(point(say("{}", steps), party, r_.closing.place));
  add_open_actions(item);
  ask(item, "closing", "plan");
  if (r_.closing.after == After::unset)
    item.points.push_back(point(say("What do we become for each other: friends, peers, somebody to write to now and then?")));
  return item;
}

}  // namespace mentor
