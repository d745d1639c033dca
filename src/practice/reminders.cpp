#include "practice/reminders.hpp"

#include <algorithm>
#include <map>

#include "journal/settle.hpp"
#include "practice/closing.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// A weekly run that was missed once must not lose a follow-up; our judgement.
constexpr int kFollowUpLateDays = 14;

class Reminding {
 public:
  Reminding(const Case& c, const Findings& findings, int within) : c_(c), r_(c.relationship), findings_(findings), today_(c.today), last_(c.today + within) {}

  std::vector<Reminder> run() {
    const State state = c_.assessment.state;
    follow_up();
    if (state == State::closed) return std::move(out_);
    meeting();
    if (state == State::paused) {
      pauses();
    } else if (!is_snoozed()) {
      passed();
      actions();
      goals();
      review();
      agreed_end();
      snoozes();
    }
    std::ranges::stable_sort(out_, {}, &Reminder::date);
    return std::move(out_);
  }

 private:
  bool is_ahead(Date day) const { return day && day >= today_ && day <= last_; }
  bool is_due(Date day) const { return day && day <= last_; }
  /// What has a day of its own says how long that is ago.
  Message late(Date day) const { return day < today_ ? say(", {} ago", counted(days_between(day, today_), "day")) : Message{}; }

  bool is_snoozed() const {
    return std::ranges::any_of(r_.snoozes, [&](const Snooze& snooze) { return snooze.rule.empty() && snooze.date <= today_ && today_ < snooze.until; });
  }

  void add(Date date, Party who, std::string_view kind, Message text, Place place) { out_.push_back({date, who, kind, std::move(text), place}); }

  void follow_up() {
    const Date day = r_.closing.follow_up;
    if (!day || day > last_ || day < today_ - kFollowUpLateDays) return;
    const Text terms = r_.closing.contact_terms;
    add(day, {}, "follow-up",
        terms.empty() ? say("you meant to hear of each other again{}", late(day)) : say("you meant to hear of each other again{}: {}", late(day), terms),
        r_.closing.place);
  }

  void meeting() {
    const Date last_session = r_.closing.last_session.date;
    if (is_ahead(last_session))
      add(last_session, {}, "last-meeting", say("your last meeting: what was reached, thanks, what comes next"), r_.closing.last_session.place);
    for (const auto& [day, place] : agreed_dates())
      if (day != last_session) add(day, {}, "meeting", say("you meet; `mentor agenda {}` prepares it", r_.id), place);
  }

  /// Dates ahead that nothing is told of yet but that they were agreed, today's among them.
  std::map<Date, Place> agreed_dates() const {
    std::map<Date, Place> dates;
    for (const Meeting& meeting : r_.meetings) {
      const bool is_known = meeting.status == Status::planned ? !meeting.booked || meeting.booked <= today_ : meeting.date && day_logged(meeting) <= today_;
      if (!is_known) continue;
      if (meeting.status == Status::planned && is_ahead(meeting.date)) dates.emplace(meeting.date, meeting.place);
      if (is_ahead(meeting.next.date)) dates.emplace(meeting.next.date, meeting.next.place);
      if (meeting.status == Status::moved && is_ahead(meeting.to)) dates.emplace(meeting.to, meeting.place);
    }
    for (const Meeting& meeting : r_.meetings)
      if (meeting.status != Status::planned && meeting.date && day_logged(meeting) <= today_) dates.erase(meeting.date);
    return dates;
  }

  void passed() {
    for (const Finding& finding : findings_)
      if (finding.rule->id == "next-meeting-passed") add(today_, {}, "passed", finding.message, finding.place);
  }

  void actions() {
    for (const PlanItem& item : plan_items(r_, today_)) {
      const Action& action = *item.action;
      if (!is_open(action, today_) || action.due_is_default || !is_due(action.due) || action.text.empty()) continue;
      const Party who = action.owner == Party::both ? Party::unset : action.owner;
      add(action.due, who, "action", say("{}{}", action.text, late(action.due)), action.place);
    }
  }

  void goals() {
    for (const GoalFacts& goal : c_.history.goals)
      if (goal.created <= today_ && goal.is_open(today_) && is_due(goal.goal->due))
        add(goal.goal->due, {}, "goal", say("the goal `{}` is due{}", goal.goal->title, late(goal.goal->due)), goal.goal->place);
  }

  void review() {
    for (const Finding& finding : findings_)
      if (finding.rule->id == "review-due" || finding.rule->id == "review-overdue")
        add(today_, {}, "review", say("{}; `mentor feedback {} --set review` has the questions", finding.message, r_.id), finding.place);
  }

  void agreed_end() {
    if (is_ahead(r_.until)) add(r_.until, {}, "agreed-end", say("the end you agreed on; `mentor close {}` has the way to it", r_.id), r_.place);
  }

  void pauses() {
    for (const Pause& pause : r_.pauses)
      if (is_ahead(pause.to) && pause.from <= today_)
        add(pause.to, {}, "pause-end", say("the pause ends; a date for the first meeting behind it is worth fixing now"), pause.place);
  }

  void snoozes() {
    for (const Snooze& snooze : r_.snoozes)
      if (is_ahead(snooze.until) && snooze.date <= today_ && snooze.until > today_)
        add(snooze.until, {}, "snooze-end",
            snooze.rule.empty() ? say("you wanted to be told again from here on") : say("you wanted to be told of `{}` again", snooze.rule), snooze.place);
  }

  const Case& c_;
  const Relationship& r_;
  const Findings& findings_;
  Date today_, last_;
  std::vector<Reminder> out_;
};

}  // namespace

std::vector<Reminder> reminders(const Case& c, const Findings& findings, int within_days) { return Reminding(c, findings, within_days).run(); }

}  // namespace mentor
