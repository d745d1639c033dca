#include "practice/closing.hpp"

#include <algorithm>

#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Text kStockTaking{"stock-taking"}, kClosing{"closing"};

/// Reads the steps off one relationship.
class ClosingReader {
 public:
  ClosingReader(const Relationship& relationship, Date today) : r_(relationship), c_(relationship.closing), today_(today), ending_(relationship, today) {}

  ClosingPlan read() {
    ClosingPlan plan;
    plan.steps = {stock_taking(), terms(),       second_chance(), conversation(), decision(), announcement(), last_meeting(),
                  goals(),        plan_items_(), achievements(),  learned(),      reason(),   future(),       closed()};
    find_disorder(plan.out_of_order);
    const Date last = c_.last_session.date ? c_.last_session.date : c_.recorded() ? r_.until : Date{};
    if (last > today_) plan.by = last;
    return plan;
  }

 private:
  bool known(Date date) const { return ending_.is_known(date); }

  static ClosingStep step(std::string_view id, std::string_view title, std::string_view source) { return {id, title, source, Standing::open, {}, {}, {}, {}}; }

  static void settle(ClosingStep& step, Date date, Place place, Message detail = {}) {
    step.standing = Standing::done;
    step.date = date;
    step.place = place;
    step.detail = std::move(detail);
  }

  /// What both sides have to do, each for itself.
  void both(ClosingStep& step, const Answers* mentor, const Answers* mentee) const {
    if (mentor != nullptr && mentee != nullptr) {
      const Answers& later = mentor->date < mentee->date ? *mentee : *mentor;
      settle(step, later.date, later.place, say("both have"));
    } else if (mentor != nullptr || mentee != nullptr) {
      step.standing = Standing::begun;
      step.detail = say("{} has; {} not yet", name_of(r_, mentor != nullptr ? Party::mentor : Party::mentee),
                        name_of(r_, mentor != nullptr ? Party::mentee : Party::mentor));
    }
  }

  ClosingStep stock_taking() const {
    ClosingStep out = step("stock-taking", "Take stock, each alone: what was gained, what was missing, what is wanted next", "E8, Q9");
    both(out, ending_.answers(kStockTaking, Party::mentor), ending_.answers(kStockTaking, Party::mentee));
    const Value& value = c_.value;
    if (out.standing == Standing::open && !(value.gained.empty() && value.missing.empty() && value.wanted.empty()))
      settle(out, c_.decided, value.place, say("noted together"));
    if (!out.is_settled()) out.how = say("`mentor feedback {} --set stock-taking` has the questions", r_.id);
    return out;
  }

  /// Why nothing needs to be renegotiated; empty when it might.
  Message beyond_repair() const {
    switch (ending_.beyond_repair()) {
      case BeyondRepair::reached:
        return say("what was agreed on is reached");
      case BeyondRepair::circumstances:
        return say("circumstances end it, not the two");
      case BeyondRepair::one_matter:
        return say("it was for one matter from the beginning");
      case BeyondRepair::no:
        break;
    }
    return {};
  }

  ClosingStep terms() const {
    ClosingStep out = step("terms", "See whether other terms would help: rhythm, length, goals, expectations", "T30, E2");
    for (const Concern& concern : r_.concerns)
      if (!concern.is_confidential() && known(concern.renegotiated.date))
        settle(out, concern.renegotiated.date, concern.renegotiated.place, say("{}", concern.renegotiated.result));
    if (out.is_settled()) return out;
    if (out.detail = beyond_repair(); !out.detail.empty()) {
      out.standing = Standing::not_needed;
      return out;
    }
    out.how = say("note the day and the result in a concern, as `renegotiated:`");
    return out;
  }

  ClosingStep second_chance() const {
    ClosingStep out = step("second-chance", "Offer a second chance, and wait for the answer", "T33, E9");
    const SecondChance* chance = nullptr;
    switch (ending_.second_chance(&chance)) {
      case SecondChanceState::answered:
        settle(out, chance->answered, chance->place, say("{}", chance->result));
        return out;
      case SecondChanceState::skipped:
        out.standing = Standing::skipped;
        out.detail = say("{}", c_.second_chance_skipped);
        return out;
      case SecondChanceState::not_needed:
        out.standing = Standing::not_needed;
        out.detail = beyond_repair();
        return out;
      case SecondChanceState::offered:
        out.standing = Standing::begun;
        out.detail = say("offered on {}, no answer noted", iso(chance->date));
        break;
      case SecondChanceState::missing:
        break;
    }
    out.how = say("note it in a concern as `second-chance:`; or say why not, as `second-chance-skipped:` of the closing");
    return out;
  }

  ClosingStep conversation() const {
    ClosingStep out = step("conversation", "Talk about ending, openly", "T34, E4");
    if (const Date talked = ending_.talked())
      settle(out, talked, c_.place, known(c_.talked) ? Message{} : say("both agreed"));
    else
      out.how = say("note the day as `talked:` of the closing");
    return out;
  }

  ClosingStep decision() const {
    ClosingStep out = step("decision", "Decide together, on the goals rather than on a date", "E1, E10");
    if (!known(c_.decided)) {
      out.how = say("note the day as `decided:`, with `basis:` and `agreed-by: [mentor, mentee]`");
      return out;
    }
    const bool of_mentor = c_.agreed_by.contains(Party::mentor), of_mentee = c_.agreed_by.contains(Party::mentee);
    settle(out, c_.decided, c_.place, c_.basis == Basis::unset ? Message{} : say("on {}", in_words(c_.basis)));
    if (c_.basis != Basis::unset && of_mentor && of_mentee) return out;
    out.standing = Standing::begun;
    if (of_mentor != of_mentee) {
      out.detail = say("{} has agreed; of {} nothing is noted", name_of(r_, of_mentor ? Party::mentor : Party::mentee),
                       name_of(r_, of_mentor ? Party::mentee : Party::mentor));
      out.how = say("note who agreed as `agreed-by:`");
    } else if (!of_mentor) {
      out.detail = say("nothing is noted of who agreed");
      out.how = say("note who agreed as `agreed-by:`, and what the decision rests on as `basis:`");
    } else {
      out.detail = say("both have agreed; what the decision rests on is not noted");
      out.how = say("note it as `basis:`");
    }
    return out;
  }

  static std::string_view in_words(Basis basis) {
    switch (basis) {
      case Basis::goals:
        return "the goals";
      case Basis::agreed_end:
        return "the agreed end";
      case Basis::needs:
        return "needs that have changed";
      case Basis::circumstances:
        return "circumstances";
      case Basis::fit:
        return "how the two fit";
      case Basis::unset:
        break;
    }
    return "";
  }

  ClosingStep announcement() const {
    ClosingStep out = step("announcement", "Say which meeting will be the last, before it comes", "E5");
    const LastSession& last = c_.last_session;
    switch (ending_.announced()) {
      case Announced::in_time:
        settle(out, last.told, last.place, last.date ? say("the last meeting: {}", iso(last.date)) : Message{});
        break;
      case Announced::missing:
        out.detail = say("the last meeting is on {}; nothing says that it was announced", iso(last.date));
        break;
      case Announced::late:
        out.detail = say("the last meeting was on {}; it was announced on {}", iso(last.date), iso(last.told));
        break;
      case Announced::unset:
        break;
    }
    if (!out.is_settled() && last.date) {
      out.place = last.place;
      // what was not said before the day cannot be said before it any more
      out.standing = last.date <= today_ ? Standing::missed : Standing::begun;
    }
    if (!out.is_settled()) out.how = say("note both days as `last-session: {{date: ..., told: ...}}`");
    return out;
  }

  ClosingStep last_meeting() const {
    ClosingStep out = step("last-meeting", "Hold the last meeting as a celebration: what was reached, thanks, what comes next", "E6");
    const Date day = c_.last_session.date;
    const auto held = std::ranges::find_if(r_.meetings, [&](const Meeting& meeting) { return meeting.is_held() && day && meeting.date == day && known(day); });
    if (held != r_.meetings.end())
      settle(out, day, held->place, c_.celebrated == YesNo::yes ? say("celebrated") : Message{});
    else if (c_.celebrated == YesNo::yes)
      settle(out, {}, c_.place, say("celebrated"));
    else
      out.how = say("`mentor agenda {}` has an agenda for it; note the meeting, and `celebrated: yes`", r_.id);
    return out;
  }

  ClosingStep goals() const {
    ClosingStep out = step("goals", "Compare the goals with where things stand, both views", "E7, Q10");
    if (r_.goals.empty()) {
      out.standing = Standing::not_needed;
      out.detail = say("no goals are noted");
      return out;
    }
    if (!c_.goals_compared.empty()) {
      settle(out, {}, c_.place, say("{}", c_.goals_compared));
      return out;
    }
    long missing_mentor = 0, missing_mentee = 0;
    for (const Goal& goal : r_.goals) {
      const auto has = [&](Party party) {
        return std::ranges::any_of(goal.reviews,
                                   [&](const GoalReview& review) { return (review.by == party || review.by == Party::both) && known(review.date); });
      };
      missing_mentor += !has(Party::mentor);
      missing_mentee += !has(Party::mentee);
    }
    const auto count = static_cast<long>(r_.goals.size());
    if (missing_mentor == 0 && missing_mentee == 0) {
      settle(out, {}, r_.goals.front().place, say("both have a verdict on each"));
      return out;
    }
    if (missing_mentor < count || missing_mentee < count) {
      out.standing = Standing::begun;
      out.detail = say("without a verdict: {} of {} by {}, {} by {}", missing_mentor, counted(count, "goal"), r_.mentor.name, missing_mentee, r_.mentee.name);
    }
    out.how = say("`mentor goals {}` lists them; note a verdict each, or `goals-compared:` in the closing", r_.id);
    return out;
  }

  ClosingStep plan_items_() const {
    ClosingStep out = step("plan", "Go through the plan: finish it, hand it on, or let it go", "E13");
    const auto items = plan_items(r_, today_);
    const auto open = std::ranges::count_if(items, [this](const PlanItem& item) { return is_open(*item.action, today_); });
    const auto goals = std::ranges::count_if(r_.goals, [this](const Goal& goal) { return !is_settled(goal); });
    if (items.empty() && r_.goals.empty()) {
      out.standing = Standing::not_needed;
      out.detail = say("neither goals nor actions are noted");
    } else if (open == 0 && goals == 0) {
      settle(out, {}, {}, say("nothing is left open"));
    } else {
      out.standing = static_cast<std::size_t>(open) < items.size() ? Standing::begun : Standing::open;
      out.detail = open > 0 && goals > 0 ? say("still open: {} and {}", counted(open, "action"), counted(goals, "goal"))
                                         : say("still open: {}", open > 0 ? counted(open, "action") : counted(goals, "goal"));
      out.how = say("tick each, or note it as cancelled, parked or dropped");
    }
    return out;
  }

  bool is_settled(const Goal& goal) const {
    return known(goal.closed) || (!goal.closed && (goal.status == GoalStatus::met || goal.status == GoalStatus::dropped || goal.status == GoalStatus::parked));
  }

  ClosingStep achievements() const {
    ClosingStep out = step("achievements", "Name what you have reached together", "E14");
    if (c_.achievements.empty())
      out.how = say("note it as `achievements:` of the closing");
    else
      settle(out, {}, c_.place, say("{}", counted(static_cast<long>(c_.achievements.size()), "achievement")));
    return out;
  }

  ClosingStep learned() const {
    ClosingStep out = step("voices", "Say what each has learned, the mentor too", "E14, T35");
    const bool of_mentor = ending_.has_voice(Party::mentor), of_mentee = ending_.has_voice(Party::mentee);
    both(out, ending_.answers(kClosing, Party::mentor), ending_.answers(kClosing, Party::mentee));
    if (!out.is_settled() && of_mentor && of_mentee) {
      settle(out, {}, c_.place, say("both have"));
    } else if (of_mentor != of_mentee) {
      out.standing = Standing::begun;
      out.detail = say("of {} nothing is noted yet", name_of(r_, of_mentor ? Party::mentee : Party::mentor));
    }
    if (!out.is_settled()) out.how = say("note it as `learned:` of the closing; `mentor feedback {} --set closing` has questions", r_.id);
    return out;
  }

  ClosingStep reason() const {
    ClosingStep out = step("reason", "Say why it ends, so that nobody is left to guess", "E15, C13");
    if (ending_.has_reason())
      settle(out, {}, c_.place, c_.reason.empty() ? say("{}", in_words(c_.basis)) : Message{});
    else
      out.how = say("note it as `reason:` of the closing, in words that both may read");
    return out;
  }

  ClosingStep future() const {
    ClosingStep out = step("future", "Agree on what comes next, and on what the relationship becomes", "E3, E12");
    const bool has_steps = !c_.next_steps.mentor.empty() || !c_.next_steps.mentee.empty();
    if (c_.after != After::unset && has_steps) {
      settle(out, {}, c_.place, say("{}", in_words(c_.after)));
      return out;
    }
    if (c_.after != After::unset || has_steps) {
      out.standing = Standing::begun;
      out.detail = has_steps ? say("next steps are noted; what it becomes is not") : say("{}; next steps are not noted", in_words(c_.after));
    }
    out.how = say("note `after:` and `next-steps:` of the closing");
    return out;
  }

  static std::string_view in_words(After after) {
    switch (after) {
      case After::friendship:
        return "a friendship";
      case After::peer:
        return "colleagues on one level";
      case After::contact:
        return "an occasional contact";
      case After::none:
        return "the ways part";
      case After::unset:
        break;
    }
    return "";
  }

  ClosingStep closed() const {
    ClosingStep out = step("closed", "Close it", "E16, E17");
    if (known(c_.closed))
      settle(out, c_.closed, c_.place, c_.reopened && c_.reopened <= today_ ? say("taken up again on {}", iso(c_.reopened)) : Message{});
    else
      out.how = say("note the day as `closed:` of the closing");
    return out;
  }

  void find_disorder(std::vector<OutOfOrder>& found) const {
    const auto check = [&](Date first, Date second, std::string_view first_name, std::string_view second_name) {
      if (known(first) && known(second) && second < first)
        found.push_back({say("{} ({}) came before {} ({})", second_name, iso(second), first_name, iso(first)), second, c_.place});
    };
    for (const Concern& concern : r_.concerns) {
      if (concern.is_confidential()) continue;
      check(concern.renegotiated.date, concern.second_chance.date, "the talk about other terms", "the second chance");
      check(concern.second_chance.date, c_.decided, "the second chance", "the decision to end");
    }
    for (const Party party : {Party::mentor, Party::mentee})
      if (const Answers* const stock = ending_.answers(kStockTaking, party))
        check(stock->date, c_.decided, party == Party::mentor ? "the mentor's stock-taking" : "the mentee's stock-taking", "the decision to end");
    check(c_.talked, c_.decided, "the conversation about it", "the decision to end");
    const LastSession& last = c_.last_session;
    if (known(last.date) && last.told && last.told >= last.date)
      found.push_back({say("the last meeting ({}) came before it was announced ({})", iso(last.date), iso(last.told)), last.date, last.place});
    check(last.date, c_.closed, "the last meeting", "the closing");
  }

  const Relationship& r_;
  const Closing& c_;
  Date today_;
  Ending ending_;
};

}  // namespace

std::string_view name(Standing standing) {
  constexpr std::string_view kNames[] = {"done", "begun", "open", "skipped", "missed", "not-needed"};
  return kNames[static_cast<std::size_t>(standing)];
}

const ClosingStep* ClosingPlan::next() const {
  const auto at = std::ranges::find_if(steps, [](const ClosingStep& step) { return !step.is_settled(); });
  return at == steps.end() ? nullptr : &*at;
}

std::size_t ClosingPlan::settled() const { return static_cast<std::size_t>(std::ranges::count_if(steps, &ClosingStep::is_settled)); }

ClosingPlan closing_plan(const Relationship& relationship, Date today) { return ClosingReader{relationship, today}.read(); }

bool is_open(const Action& action, Date today) {
  if (action.state == ActionState::cancelled || action.state == ActionState::unknown) return false;
  return !action.done.done || (action.done.date && action.done.date > today);
}

std::vector<PlanItem> plan_items(const Relationship& r, Date today) {
  std::vector<PlanItem> items;
  for (const Meeting& meeting : r.meetings)
    for (const Action& action : meeting.actions)
      if (!action.is_carried_on(today) && meeting.date && meeting.date <= today) items.push_back({&action, meeting.date});
  for (const Action& action : r.actions)
    if (!action.is_carried_on(today) && (!action.date || action.date <= today)) items.push_back({&action, action.date ? action.date : r.started});
  std::ranges::stable_sort(items, {}, &PlanItem::agreed);
  return items;
}

}  // namespace mentor
