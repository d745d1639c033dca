#include "practice/revival.hpp"

#include <algorithm>

#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr RevivalStepWords kSteps[] = {
    {"feedback", "Ask each other how it looks",
     "Each answers a few plain questions alone, then the two compare. Where the answers differ is where to begin: that is news, not a fault.",
     "T1, T2, S13, Q1, C1", RevivalPath::renew, Party::both,
     "no-feedback feedback-one-sided views-differ pulse-low pulse-falling answers-falling momentum-falling cancellations no-shows short-notice-moves contact-unanswered", true},
    {"goals", "Look at the goals again, each one",
     "Are they still the right ones, are some of them done, and would a smaller or a new one fit better now? Start with why the two of you began.",
     "T4, T5, Q2, S10, S12, S14", RevivalPath::renew, Party::both,
     "goal-overdue goal-without-progress no-active-goal goals-all-met direction-unset focus-off-goals review-due review-overdue circumstances-changed", true},
    {"priorities", "Put the goals in order, each for oneself, then together",
     "Some goals may have moved down the list, and some may be none any more. Two different orders are worth a conversation before any new plan.",
     "T6, T7, Q3, S14", RevivalPath::renew, Party::both, "priorities-differ goal-without-progress focus-off-goals circumstances-changed", true},
    {"recommit", "Promise to start again, both of you, or decide to stop",
     "To be responsive, reflective, engaged and dedicated; how each may hold the other to it; which old habits you will name aloud; and the next dates. It "
     "holds when both have made it.",
     "T7, T8, T9, T10, T11, S15, C6", RevivalPath::renew, Party::both,
     "cancellations no-shows short-notice-moves cancelled-not-rebooked no-show-open agreed-slots-missed momentum-falling habit-returned recommitment-one-sided",
     true},

    {"drive", "Find out again what drives the mentee",
     "What matters now, in a few months, in a year or two? The mentee writes three lines before the next meeting, and the mentor asks rather than answers.",
     "T13, T14, M12, S16, S19", RevivalPath::energy, Party::mentee, "pulse-low pulse-falling no-active-goal direction-unset initiative-one-sided phase-stuck"},
    {"process", "Make the way visible, not only the aim",
     "Say for each goal what the next piece of work is and how both will see that it is done. Small, dated and finished beats large.", "T15, S4, S10",
     RevivalPath::energy, Party::both, "goal-not-smart actions-overdue actions-carried actions-one-sided goal-without-progress"},
    {"growth", "Name what has become better since the beginning",
     "Compare with your own last time and with nobody else. What is known by now, what is done, and what is lived? Knowing it is not yet doing it, and that "
     "takes time.",
     "T16, T18, S27, M11", RevivalPath::energy, Party::both, "no-new-learning learning-stuck topics-repeat"},
    {"stretch", "Try one thing that is a little uncomfortable",
     "The mentor introduces the mentee to somebody, or opens a door; the mentee goes through it. If it goes wrong, write down what it taught: that counts as "
     "success.",
     "T20, T21, S11", RevivalPath::energy, Party::both, "stretch-none introduction-not-followed topics-repeat"},
    {"presence", "Be there with all attention, and make the next meeting deliberate",
     "Phones away, an agenda that the mentee drafts, something about the person and not only the task, and a word of thanks before you part.",
     "T17, T19, T23, T24, S5, S6, S7, S20", RevivalPath::energy, Party::both,
     "short-meetings no-agenda presence-low contribution-low person-left-out next-meeting-missing next-date-vague"},

    {"disconnect", "Walk through the moment in which the contact broke",
     "Seven questions, from noticing it to what you will do. Most pairs meet such a moment at some point.", "M2, S21, S24, S25, S26, T31",
     RevivalPath::disconnect, Party::both, "disconnect-open response-slowing contact-unanswered"},

    {"agreement", "Say what each expects of the other, and write it down",
     "What you hope for, what is out of bounds, what stays between you, how you work best, and whom to turn to when it gets hard. Ten minutes, and both agree "
     "to it.",
     "T28, C5, C9, C14", RevivalPath::decide, Party::both, "agreement-missing agreement-one-sided agreement-old facilitator-missing"},
    {"terms", "Talk about what is in the way, and try other terms",
     "What it is, with an example or two, and what each of you could do about it. Then another rhythm, shorter meetings, a pause with an end, other "
     "expectations: what would have to change for it to be worth the time?",
     "T26, T27, T28, T30, C3, C5", RevivalPath::decide, Party::both,
     "rhythm-slower-than-agreed agreed-slots-missed short-meetings concern-waiting reason-noted "
     "pause-overrun"},
    {"second-chance", "Give it a second chance, in words",
     "The mentee says what they strive for, what is hard right now, and what kind of advice would help; the mentor answers. Nobody can meet a wish that "
     "was never spoken.",
     "T33, S28, C11, C14, C15", RevivalPath::decide, Party::mentee, "needs-unmet second-chance-missing concern-waiting undecided-long"},
    {"facilitator", "Ask a third person to sit in",
     "Whoever looks after the programme can listen to both, and can help to find another match without anybody losing face.", "T29, C4, C8, C9, C10",
     RevivalPath::decide, Party::both, "facilitator-missing concern-waiting undecided-long"},
    {"end", "Or end it well", "Stopping is an honest answer too: better a good ending than meetings that both avoid. `mentor close` shows the way.",
     "S14, E1, E4, C12", RevivalPath::decide, Party::both, "goals-all-met undecided-long end-passed second-chance-missing"},
};

bool names(std::string_view signs, std::string_view rule) {
  while (!signs.empty()) {
    const std::size_t end = std::min(signs.find(' '), signs.size());
    if (signs.substr(0, end) == rule) return true;
    signs.remove_prefix(std::min(end + 1, signs.size()));
  }
  return false;
}

bool has_stopped(State state) { return state == State::stalled || state == State::dormant; }

/// Finds in the journal whether a step was taken since the trouble began.
class DoneReader {
 public:
  DoneReader(const Case& subject, Date since) : c_(subject), r_(subject.relationship), since_(since) {}

  void read(RevivalStep& step) const {
    const std::string_view id = step.words->id;
    if (id == "feedback") return read_answers(step, {Text{"stalled"}, Text{"feedback"}, Text{"health"}});
    if (id == "goals") return read_goals(step);
    if (id == "priorities") return read_answers(step, {Text{"priorities"}});
    if (id == "recommit") return read_recommitment(step);
    if (id == "drive") return read_answers(step, {Text{"drive"}, Text{"purpose"}});
    if (id == "growth") return read_learned(step);
    if (id == "stretch") return read_stretch(step);
    if (id == "agreement" && counts(r_.agreement.date)) return settle(step, r_.agreement.date, r_.agreement.place, say("noted"));
    if (id == "terms") return read_terms(step);
    if (id == "second-chance") return read_second_chance(step);
    if (id == "facilitator") return read_facilitator(step);
  }

 private:
  bool counts(Date day) const { return day && day >= since_ && day <= c_.today; }

  static void settle(RevivalStep& step, Date day, Place place, Message standing) {
    step.done = day;
    step.done_place = place;
    step.standing = std::move(standing);
  }

  const Answers* last_answers(std::initializer_list<Text> sets, Party party) const {
    const Answers* last = nullptr;
    for (const Answers& each : r_.answers)
      if (std::ranges::find(sets, each.set) != sets.end() && each.from == party && counts(each.date) && (last == nullptr || last->date <= each.date))
        last = &each;
    return last;
  }

  void read_answers(RevivalStep& step, std::initializer_list<Text> sets) const {
    const Answers* const mentor = last_answers(sets, Party::mentor);
    const Answers* const mentee = last_answers(sets, Party::mentee);
    const bool needs_mentor = step.words->who != Party::mentee, needs_mentee = step.words->who != Party::mentor;
    if ((mentor != nullptr || !needs_mentor) && (mentee != nullptr || !needs_mentee)) {
      const Answers& last = mentor == nullptr || (mentee != nullptr && mentor->date < mentee->date) ? *mentee : *mentor;
      return settle(step, last.date, last.place, needs_mentor && needs_mentee ? say("both have answered") : say("answered"));
    }
    if (mentor != nullptr || mentee != nullptr)
      step.standing = say("{} has answered on {}; {} not yet", name_of(r_, mentor != nullptr ? Party::mentor : Party::mentee),
                          iso((mentor != nullptr ? mentor : mentee)->date), name_of(r_, mentor != nullptr ? Party::mentee : Party::mentor));
  }

  void read_goals(RevivalStep& step) const {
    Date last;
    Place place;
    long open = 0, reviewed = 0;
    for (const GoalFacts& goal : c_.history.goals) {
      if (goal.created > c_.today || !goal.is_open(c_.today)) continue;
      ++open;
      const auto has = [&](Party party) {
        return std::ranges::any_of(goal.goal->reviews,
                                   [&](const GoalReview& review) { return (review.by == party || review.by == Party::both) && counts(review.date); });
      };
      if (!has(Party::mentor) || !has(Party::mentee)) continue;
      ++reviewed;
      for (const GoalReview& review : goal.goal->reviews)
        if (counts(review.date) && (!last || review.date > last)) {
          last = review.date;
          place = review.place;
        }
    }
    if (open > 0 && open == reviewed) return settle(step, last, place, say("both have a verdict on each goal"));
    if (open > 0 && reviewed > 0) step.standing = say("{} of {} reviewed by both", reviewed, counted(open, "goal"));
  }

  void read_recommitment(RevivalStep& step) const {
    bool by_mentor = false, by_mentee = false;
    const Recommitment* last = nullptr;
    for (const Recommitment& promise : r_.recommitments) {
      if (!counts(promise.date)) continue;
      by_mentor = by_mentor || promise.by.contains(Party::mentor);
      by_mentee = by_mentee || promise.by.contains(Party::mentee);
      if (last == nullptr || last->date <= promise.date) last = &promise;
    }
    if (by_mentor && by_mentee) return settle(step, last->date, last->place, say("both have promised"));
    if (last != nullptr)
      step.standing = say("{} has promised on {}; it holds when {} has, too", name_of(r_, by_mentor ? Party::mentor : Party::mentee), iso(last->date),
                          name_of(r_, by_mentor ? Party::mentee : Party::mentor));
  }

  void read_learned(RevivalStep& step) const {
    for (const Meeting* const meeting : c_.held())
      if (counts(meeting->date) && !(meeting->learned.mentor.empty() && meeting->learned.mentee.empty()))
        settle(step, meeting->date, meeting->place, say("something learned is noted"));
  }

  void read_stretch(RevivalStep& step) const {
    for (const Stretch& stretch : r_.stretch)
      if (counts(stretch.date)) settle(step, stretch.date, stretch.place, say("tried: {}", stretch.what));
    for (const Introduction& introduction : r_.introductions)
      if (counts(introduction.date)) settle(step, introduction.date, introduction.place, say("introduced to {}", introduction.to));
  }

  template <class Found>
  void each_open_concern(Found found) const {
    for (const Concern& concern : r_.concerns)
      if (!concern.is_confidential()) found(concern);
  }

  void read_terms(RevivalStep& step) const {
    each_open_concern([&](const Concern& concern) {
      if (counts(concern.renegotiated.date)) settle(step, concern.renegotiated.date, concern.renegotiated.place, say("{}", concern.renegotiated.result));
    });
  }

  void read_second_chance(RevivalStep& step) const {
    each_open_concern([&](const Concern& concern) {
      const SecondChance& chance = concern.second_chance;
      if (counts(chance.answered))
        settle(step, chance.answered, chance.place, say("{}", chance.result));
      else if (counts(chance.date))
        step.standing = say("offered on {}; no answer noted yet", iso(chance.date));
    });
  }

  void read_facilitator(RevivalStep& step) const {
    if (!r_.agreement.facilitator.name.empty()) step.standing = say("in your agreement: {}", r_.agreement.facilitator.name);
  }

  const Case& c_;
  const Relationship& r_;
  Date since_;
};

/// Rules whose signs are habits: something that people do, again and again.
constexpr std::string_view kHabits =
    "cancellations no-shows short-notice-moves short-meetings actions-overdue actions-carried no-agenda no-feedback contact-unanswered presence-low "
    "contribution-low "
    "next-meeting-missing cancelled-not-rebooked";

}  // namespace

std::span<const RevivalStepWords> revival_steps() { return kSteps; }

const RevivalStep* RevivalPlan::next() const {
  const auto at = std::ranges::find_if(steps, [](const RevivalStep& step) { return !step.done; });
  return at == steps.end() ? nullptr : &*at;
}

RevivalPlan revival_plan(const Case& subject, const Checked& checked) {
  RevivalPlan plan;
  const Assessment& a = subject.assessment;
  // a conversation about the trouble may have come a little before the day on which it showed
  plan.since = (has_stopped(a.state) || a.state == State::drifting ? a.since : subject.today) - static_cast<int>(std::max(30.0, 2 * a.rhythms.cadence));
  const DoneReader done{subject, plan.since};
  for (const RevivalStepWords& words : kSteps) {
    RevivalStep step;
    step.words = &words;
    for (const Finding& finding : checked.findings)
      if (names(words.signs, finding.rule->id)) step.because.push_back(&finding);
    if (words.id == "disconnect" && open_disconnect(subject.relationship, subject.today) == nullptr && a.state != State::drifting) step.because.clear();
    const bool is_last_resort = words.path == RevivalPath::decide && a.state == State::dormant && words.id != "facilitator" && words.id != "agreement";
    if (step.because.empty() && !(words.always_when_stopped && has_stopped(a.state)) && !is_last_resort) continue;
    done.read(step);
    plan.steps.push_back(std::move(step));
  }
  for (const Finding& finding : checked.findings)
    if (names(kHabits, finding.rule->id) && std::ranges::find(plan.habits, finding.rule) == plan.habits.end()) plan.habits.push_back(finding.rule);
  return plan;
}

const Disconnect* open_disconnect(const Relationship& relationship, Date today) {
  const Disconnect* last = nullptr;
  for (const Disconnect& each : relationship.disconnects)
    if (each.date <= today && !each.action.recorded() && (last == nullptr || last->date <= each.date)) last = &each;
  return last;
}

std::vector<DisconnectPart> disconnect_walk(const Relationship& r, const Disconnect& d) {
  std::string noticed;
  for (std::size_t i = 0; i < Words<Noticed>::list.size(); ++i)
    if (d.noticed.contains(static_cast<Noticed>(i + 1))) noticed += (noticed.empty() ? "" : ", ") + std::string(Words<Noticed>::list[i]);
  const auto who = [&]() -> Message {
    if (d.who == Party::unset && d.from == Location::unset) return {};
    const Message person = d.who == Party::both ? say("both of you") : d.who == Party::unset ? say("not noted") : say("{}", name_of(r, d.who));
    return d.from == Location::unset ? person : say("{}, in the {}", person, word(d.from));
  };
  const auto roles = [&]() -> Message {
    if (d.role_of.mentor.empty() && d.role_of.mentee.empty()) return d.description.empty() ? Message{} : say("{}", d.description);
    return say("{}{}{}: {}; {}: {}", d.description, d.description.empty() ? "" : "; ", r.mentor.name, d.role_of.mentor.empty() ? Text{"-"} : d.role_of.mentor,
               r.mentee.name, d.role_of.mentee.empty() ? Text{"-"} : d.role_of.mentee);
  };
  return {
      {"Notice", "What changed: posture, pace, tone, language, the atmosphere, how you talk at all?", say("{}", noticed)},
      {"Locate", "Who stepped back, and from what: this conversation, or the relationship?", who()},
      {"See what keeps it going", "What around you, and what of each of you, lets it last?", say("{}", d.conditions)},
      {"Describe it", "What happened, as a camera would have seen it, and what was the part of each?", roles()},
      {"Weigh it", "Did it touch one meeting, or the whole of it?", say("{}", word(d.impact))},
      {"Learn from it", "What does it tell you about each other that you did not know?", say("{}", d.learning)},
      {"Act", "Will you change how you meet, talk about it, or come back to it on a day that you name?",
       d.action.what == Repair::unset ? Message{}
       : d.action.until               ? say("{} until {}", word(d.action.what), iso(d.action.until))
                                      : say("{}", word(d.action.what))},
  };
}

}  // namespace mentor
