#include "practice/goal_review.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr GoalQuestionWords kWords[] = {
    {"valid", "still valid"}, {"met", "met"}, {"needs-changed", "needs changed"}, {"still-fits", "still fits"}, {"new-goal", "new or revised"},
};

// When a record raises a question; all of these are our judgement.
constexpr int kDueSoonDays = 14;
constexpr int kQuietMeetings = 3;
constexpr int kUnreviewedMeetings = 3;
constexpr int kCarriedMeetings = 2;
constexpr int kRanksApart = 2;

/// How a rank sorts: none behind all.
constexpr double kUnranked = 1e6;

double mean_rank(const Goal& goal) {
  const int mentor = goal.priority.mentor.value, mentee = goal.priority.mentee.value;
  if (mentor == 0 && mentee == 0) return kUnranked;
  if (mentor == 0 || mentee == 0) return mentor + mentee;
  return (mentor + mentee) / 2.0;
}

using ActionsOfGoals = std::map<Text, std::vector<const Action*>>;

/// Every action towards a goal that was known by today, by the goal's id.
ActionsOfGoals actions_of_goals(const Case& c) {
  ActionsOfGoals out;
  const auto see = [&out](const Action& action) {
    if (!action.goal.empty()) out[action.goal].push_back(&action);
  };
  for (const Meeting* const meeting : c.held()) std::ranges::for_each(meeting->actions, see);
  for (const Action& action : c.relationship.actions)
    if (!action.date || action.date <= c.today) see(action);
  return out;
}

/// Finds out what one goal's record raises.
class GoalReader {
 public:
  GoalReader(const Case& c, const GoalFacts& facts, const ActionsOfGoals& actions) : c_(c), goal_(*facts.goal) {
    if (const auto own = actions.find(goal_.id); own != actions.end()) actions_ = own->second;
    out_.facts = &facts;
    const auto after = std::ranges::upper_bound(facts.progress, c.today);
    if (after != facts.progress.begin()) out_.last_progress = *(after - 1);
    for (const Action* const action : actions_)
      if (action->done.date <= c.today) out_.last_progress = std::max(out_.last_progress, action->done.date);
    out_.meetings_since = held_since(c, out_.last_progress ? out_.last_progress : facts.created);
    out_.gaps = c.relationship.kind == MatchKind::informal ? std::vector<SmartGap>{} : smart_gaps(facts, c);
    for (const GoalReview& review : goal_.reviews) {
      if (!review.date || review.date > c.today) continue;
      if (review.by != Party::mentee) later(out_.verdict.mentor, review);
      if (review.by != Party::mentor) later(out_.verdict.mentee, review);
    }
  }

  ReviewedGoal read() && {
    ask_valid();
    ask_met();
    ask_needs();
    ask_fit();
    ask_new();
    return std::move(out_);
  }

 private:
  static void later(const GoalReview*& kept, const GoalReview& review) {
    if (kept == nullptr || review.date >= kept->date) kept = &review;
  }

  void raise(GoalQuestion question, Message why, Place place) { out_.raised.push_back({question, std::move(why), place}); }

  /// Since when nobody has given a verdict.
  Date looked_at() const { return std::max(out_.last_verdict(), out_.facts->created); }

  void ask_valid() {
    const auto is_settling = [](const GoalReview* review) {
      return review != nullptr && (review->verdict == Verdict::drop || review->verdict == Verdict::park);
    };
    for (const GoalReview* const review : {out_.verdict.mentor, out_.verdict.mentee})
      if (is_settling(review)) return raise(GoalQuestion::valid, say("the {} would {} it", word(review->by), word(review->verdict)), review->place);
    if (goal_.due && goal_.due < c_.today)
      return raise(GoalQuestion::valid, say("its day, {}, is {} ago", iso(goal_.due), counted(days_between(goal_.due, c_.today), "day")), goal_.place);
    const int meetings = held_since(c_, looked_at());
    if (meetings >= kUnreviewedMeetings)
      raise(GoalQuestion::valid,
            out_.last_verdict() ? say("the last verdict is of {}, {} ago", iso(out_.last_verdict()), counted(meetings, "meeting"))
                                : say("no verdict is noted since it was set on {}, {} ago", iso(out_.facts->created), counted(meetings, "meeting")),
            goal_.place);
  }

  void ask_met() {
    const GoalReview *mentor = out_.verdict.mentor, *mentee = out_.verdict.mentee;
    for (const GoalReview* const review : {mentor, mentee})
      if (review != nullptr && review->verdict == Verdict::met)
        return raise(GoalQuestion::met, say("the {} says so, and it is still open", word(review->by)), review->place);
    if (goal_.due && goal_.due >= c_.today && days_between(c_.today, goal_.due) <= kDueSoonDays)
      return raise(GoalQuestion::met, say("it is due on {}", iso(goal_.due)), goal_.place);
    if (goal_.stage == Stage::living) return raise(GoalQuestion::met, say("its stage is living: it seems to have become a habit"), goal_.place);
    int done = 0, open = 0;
    Place last;
    for (const Action* const action : actions_) {
      if (action->is_carried_on(c_.today) || action->state == ActionState::cancelled) continue;
      const bool is_done = action->done.done && (!action->done.date || action->done.date <= c_.today);
      ++(is_done ? done : open);
      last = action->place;
    }
    if (done >= 2 && open == 0) raise(GoalQuestion::met, say("all {} towards it are done", counted(done, "action")), last);
  }

  void ask_needs() {
    for (const Event& event : c_.relationship.events)
      if (event.date && event.date <= c_.today && event.date > looked_at() && (out_.reopened_by == nullptr || event.date >= out_.reopened_by->date))
        out_.reopened_by = &event;
    if (const Event* const event = out_.reopened_by) {
      const Message what = event->what.empty() ? say("a change is noted on {}", iso(event->date)) : say("{}: {}", iso(event->date), event->what);
      return raise(GoalQuestion::needs_changed, say("{}; nobody has looked at the goal since", what), event->place);
    }
    for (const Pause& pause : c_.relationship.pauses)
      if (pause.to && pause.to < c_.today && pause.to > looked_at())
        return raise(GoalQuestion::needs_changed, say("a pause until {} lies between", iso(pause.to)), pause.place);
  }

  void ask_fit() {
    const GoalReview *mentor = out_.verdict.mentor, *mentee = out_.verdict.mentee;
    if (mentor != nullptr && mentee != nullptr && mentor->verdict != mentee->verdict)
      return raise(GoalQuestion::still_fits, say("the mentor would {} it, the mentee would {} it", word(mentor->verdict), word(mentee->verdict)),
                   mentor->date > mentee->date ? mentor->place : mentee->place);
    const int of_mentor = goal_.priority.mentor.value, of_mentee = goal_.priority.mentee.value;
    if (of_mentor > 0 && of_mentee > 0 && std::abs(of_mentor - of_mentee) >= kRanksApart)
      return raise(GoalQuestion::still_fits, say("the mentor ranks it {}, the mentee {}", of_mentor, of_mentee), goal_.place);
    if (c_.relationship.purpose.empty() && c_.relationship.kind != MatchKind::informal && c_.held().size() >= kQuietMeetings)
      raise(GoalQuestion::still_fits, say("no `purpose:` is noted that it could fit"), c_.relationship.place);
  }

  void ask_new() {
    for (const GoalReview* const review : {out_.verdict.mentor, out_.verdict.mentee})
      if (review != nullptr && review->verdict == Verdict::revise)
        return raise(GoalQuestion::new_goal,
                     review->note.empty() ? say("the {} would revise it", word(review->by)) : say("the {} would revise it: {}", word(review->by), review->note),
                     review->place);
    int carried = 0;
    const Action* heaviest = nullptr;
    for (const Action* const action : actions_) {
      const bool is_open = !action->done.done && !action->is_carried_on(c_.today) && action->state == ActionState::open;
      if (!is_open || action->carried < std::max(carried, kCarriedMeetings)) continue;
      carried = action->carried;
      heaviest = action;
    }
    if (heaviest != nullptr)
      return raise(GoalQuestion::new_goal, say("`{}` has been carried over {}", heaviest->text, counted(carried, "time")), heaviest->place);
    const bool notes_progress =
        std::ranges::any_of(c_.history.goals, [this](const GoalFacts& g) { return !g.progress.empty() && g.progress.front() <= c_.today; });
    if (notes_progress && out_.meetings_since >= kQuietMeetings)
      return raise(GoalQuestion::new_goal,
                   out_.last_progress ? say("it has not moved for {}", counted(out_.meetings_since, "meeting"))
                                      : say("it has not moved since it was set, {} ago", counted(out_.meetings_since, "meeting")),
                   goal_.place);
    if (out_.gaps.size() >= 3) raise(GoalQuestion::new_goal, say("{} of the five letters of SMART are not there yet", out_.gaps.size()), goal_.place);
  }

  const Case& c_;
  const Goal& goal_;
  std::span<const Action* const> actions_;
  ReviewedGoal out_;
};

Message why_here(const Goal& goal) {
  const int mentor = goal.priority.mentor.value, mentee = goal.priority.mentee.value;
  const Message due = goal.due ? say("; due {}", iso(goal.due)) : Message{};
  if (mentor == 0 && mentee == 0) return goal.due ? say("no rank is noted; by its day, {}", iso(goal.due)) : say("no rank and no day is noted; as in the file");
  if (mentor == mentee) return say("both rank it {}{}", mentor, due);
  if (mentor == 0 || mentee == 0) return say("{} for the {}; the other has not ranked it{}", mentor + mentee, mentor == 0 ? "mentee" : "mentor", due);
  return say("{} for the mentor and {} for the mentee, {:.3g} on average{}", mentor, mentee, mean_rank(goal), due);
}

bool comes_before(const ReviewedGoal& a, const ReviewedGoal& b) {
  const double rank_a = mean_rank(a.goal()), rank_b = mean_rank(b.goal());
  if (rank_a != rank_b) return rank_a < rank_b;
  if (a.goal().due != b.goal().due) return a.goal().due && (!b.goal().due || a.goal().due < b.goal().due);
  return a.facts->created < b.facts->created;
}

/// "the mentee says met (woke nobody)".
Message view_of(const GoalReview& review) {
  const Message verdict = review.note.empty() ? say("{}", word(review.verdict)) : say("{} ({})", word(review.verdict), review.note);
  if (review.by == Party::mentor || review.by == Party::mentee) return say("the {} says {}", word(review.by), verdict);
  return review.by == Party::both ? say("both say {}", verdict) : verdict;
}

std::vector<SettledGoal> settled_since(const Case& c, Date since) {
  std::vector<SettledGoal> out;
  const auto is_new = [&](Date day) { return day && day <= c.today && (!since || day > since); };
  for (const GoalFacts& facts : c.history.goals) {
    const Goal& goal = *facts.goal;
    for (const GoalReview& review : goal.reviews)
      if (is_new(review.date)) out.push_back({&goal, review.date, view_of(review), review.place});
    if (is_new(facts.closed))
      out.push_back({&goal, facts.closed, goal.status == GoalStatus::unset ? say("settled") : say("{}", word(goal.status)), goal.place});
  }
  std::ranges::stable_sort(out, {}, &SettledGoal::date);
  return out;
}

}  // namespace

const GoalQuestionWords& words_of(GoalQuestion question) { return kWords[static_cast<std::size_t>(question)]; }

Date ReviewedGoal::last_verdict() const {
  Date last;
  for (const GoalReview* const review : {verdict.mentor, verdict.mentee})
    if (review != nullptr) last = std::max(last, review->date);
  return last;
}

GoalsReviewed review_goals(const Case& c) {
  GoalsReviewed out;
  std::vector<const Goal*> open;
  const ActionsOfGoals actions = actions_of_goals(c);
  for (const GoalFacts* const facts : open_goals(c)) {
    open.push_back(facts->goal);
    out.goals.push_back(GoalReader{c, *facts, actions}.read());
    out.goals.back().order = why_here(*facts->goal);
  }
  std::ranges::stable_sort(out.goals, comes_before);
  out.order = disagreement(open);
  out.last_review = last_review(c);
  out.settled = settled_since(c, out.last_review.date);
  std::set<Text> named;
  for (const Meeting* const meeting : c.held()) named.insert(meeting->goals.begin(), meeting->goals.end());
  if (!named.empty())
    for (const Goal* const goal : open)
      if (!named.contains(goal->id)) out.unlinked.push_back(goal);
  return out;
}

}  // namespace mentor
