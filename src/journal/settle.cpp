#include "journal/settle.hpp"

#include <algorithm>

#include "base/nearest.hpp"
#include "journal/bind.hpp"

namespace mentor {
namespace {

class Settling {
 public:
  Settling(Relationship& relationship, std::span<const Source> sources, Problems& problems)
      : relationship_(relationship), sources_(sources), problems_(problems) {}

  void run(const Defaults& defaults) {
    fill_defaults(defaults);
    const auto earlier = [](const Meeting& a, const Meeting& b) { return sort_day(a) < sort_day(b); };
    if (!std::ranges::is_sorted(relationship_.meetings, earlier)) std::ranges::stable_sort(relationship_.meetings, earlier);
    settle_actions();
    check_goals();
    check_order();
  }

 private:
  /// Undated entries last.
  static Date sort_day(const Meeting& meeting) { return meeting.date ? day_told(meeting) : Date{std::numeric_limits<std::int32_t>::max()}; }

  void fill_defaults(const Defaults& defaults) {
    if (relationship_.cadence.empty()) {
      relationship_.cadence = defaults.cadence;
      // they stand in mentor.yaml, which is none of the relationship's sources
      for (CadenceStep& step : relationship_.cadence) step.place = {};
    }
    if (!relationship_.length.recorded()) relationship_.length = defaults.length;
    for (Meeting& meeting : relationship_.meetings)
      if (meeting.status == Status::unset && !meeting.is_unclear) meeting.status = Status::held;
    for (Goal& goal : relationship_.goals)
      if (goal.status == GoalStatus::unset && !goal.closed) goal.status = GoalStatus::active;
    for (Holiday& holiday : relationship_.holidays)
      if (!holiday.to) holiday.to = holiday.from;
  }

  void settle_actions() {
    Meeting* before = nullptr;
    for (std::size_t i = 0; i < relationship_.meetings.size(); ++i) {
      Meeting& meeting = relationship_.meetings[i];
      if (meeting.actions.empty()) continue;
      const Date next = next_meeting_after(i);
      for (Action& action : meeting.actions) settle_action(action, next);
      if (before != nullptr) carry_over(meeting, *before);
      before = &meeting;
    }
    for (Action& action : relationship_.actions) settle_action(action, {});
  }

  Date next_meeting_after(std::size_t index) const {
    const Meeting& meeting = relationship_.meetings[index];
    if (meeting.next.date) return meeting.next.date;
    // no pair has so many entries on one day; a file made to stall the run may
    constexpr std::size_t kFurthest = 64;
    for (std::size_t i = index + 1; i < std::min(relationship_.meetings.size(), index + kFurthest); ++i)
      if (relationship_.meetings[i].date > meeting.date && relationship_.meetings[i].status != Status::moved) return relationship_.meetings[i].date;
    return {};
  }

  static void settle_action(Action& action, Date next) {
    if (action.owner == Party::unset && !action.is_owner_unclear) action.owner = Party::mentee;
    if (action.state == ActionState::unset) action.state = action.done.done ? ActionState::done : ActionState::open;
    if (action.state == ActionState::done) action.done.done = true;
    if (!action.due && next) {
      action.due = next;
      action.due_is_default = true;
    }
  }

  /// The same words for the same owner in the meeting before: one action that was carried.
  static void carry_over(Meeting& meeting, Meeting& before) {
    const auto key = [](const Action* action) { return std::pair{action->owner, action->text}; };
    const Date known = meeting.date ? day_logged(meeting) : Date{};
    const auto carry = [known](Action& earlier, Action& action) {
      earlier.carried_on = known;
      action.carried = static_cast<std::uint16_t>(earlier.carried + 1);
    };
    constexpr std::size_t kFew = 16;
    if (before.actions.size() <= kFew) {
      for (Action& action : meeting.actions) {
        const auto at =
            std::ranges::find_if(before.actions, [&](const Action& earlier) { return earlier.owner == action.owner && earlier.text == action.text; });
        if (!action.text.empty() && at != before.actions.end()) carry(*at, action);
      }
      return;
    }
    std::vector<Action*> earlier;
    for (Action& action : before.actions) earlier.push_back(&action);
    std::ranges::stable_sort(earlier, {}, key);
    for (Action& action : meeting.actions) {
      const auto at = std::ranges::lower_bound(earlier, key(&action), {}, key);
      if (!action.text.empty() && at != earlier.end() && key(*at) == key(&action)) carry(**at, action);
    }
  }

  void check_goals() {
    const auto& goals = relationship_.goals;
    for (std::size_t i = 0; i < goals.size(); ++i)
      for (std::size_t j = 0; j < i && !goals[i].id.empty(); ++j)
        if (goals[i].id == goals[j].id) {
          report(problems::duplicate_goal, goals[i].place, goals[i].id,
                 say("two goals are called `{}`; the other stands on line {}", goals[i].id, goals[j].place.line), say("give one of the two another id"));
          break;
        }
    for (const Meeting& meeting : relationship_.meetings) {
      for (const Text goal : meeting.goals) check_goal(goal, meeting.place);
      for (const Action& action : meeting.actions) check_goal(action.goal, action.place);
    }
    for (const Action& action : relationship_.actions) check_goal(action.goal, action.place);
  }

  void check_goal(Text id, Place place) {
    if (id.empty() || std::ranges::find(relationship_.goals, id, &Goal::id) != relationship_.goals.end()) return;
    std::vector<std::string_view> known;
    for (const Goal& goal : relationship_.goals)
      if (!goal.id.empty()) known.push_back(goal.id.raw());
    const std::string_view meant = nearest(id.raw(), known);
    report(problems::unknown_goal, place, id, say("no goal has the id `{}`", id),
           meant.empty() ? say("give the goal it belongs to `id: {}`, or name one of the goals there are", id) : say("did you mean `{}`?", Text{meant}));
  }

  void check_order() {
    const Relationship& r = relationship_;
    if (r.started && r.until && r.until < r.started)
      report(problems::date_order, r.place, {}, say("`until` {} lies before `started` {}", iso(r.until), iso(r.started)), say("correct one of the two"));
    for (const Pause& pause : r.pauses)
      if (pause.from && pause.to && pause.to < pause.from)
        report(problems::date_order, pause.place, {}, say("the pause ends on {}, before it begins on {}", iso(pause.to), iso(pause.from)),
               say("correct one of the two"));
    const Meeting* before = nullptr;
    for (const Meeting& meeting : r.meetings) {
      if (!meeting.is_held()) continue;
      if (before != nullptr && meeting.date && before->date == meeting.date)
        report(
            problems::duplicate_meeting, meeting.place, {},
            say("a second held meeting on {}; the other stands in {} line {}", iso(meeting.date), Text{sources_[before->place.file].path}, before->place.line),
            say("remove one if both tell of the same meeting"));
      before = &meeting;
    }
  }

  /// At `what`, when it lies in the source; else at the record.
  void report(const ProblemKind& kind, Place place, Text what, Message message, Message repair) {
    const Source& source = sources_[place.file];
    const Span span = span_of(source, what, {place.offset, place.offset + 1});
    problems_.add(kind, source, span, std::move(message), std::move(repair));
  }

  Relationship& relationship_;
  std::span<const Source> sources_;
  ProblemList problems_;
};

}  // namespace

Date day_told(const Meeting& meeting) {
  return meeting.status == Status::cancelled && meeting.notice.recorded() ? meeting.date - meeting.notice.days() : meeting.date;
}

Date day_logged(const Meeting& meeting) {
  if (meeting.logged) return meeting.logged;
  return meeting.status == Status::planned && meeting.booked ? meeting.booked : day_told(meeting);
}

void settle(Relationship& relationship, const Defaults& defaults, std::span<const Source> sources, Problems& problems) {
  Settling{relationship, sources, problems}.run(defaults);
}

}  // namespace mentor
