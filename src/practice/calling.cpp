#include "practice/calling.hpp"

#include <algorithm>

#include "practice/voices.hpp"
#include "rules/ending.hpp"
#include "rules/phase.hpp"

namespace mentor {
namespace {

/// Whether the state alone says what to talk about.
bool goes_first(State state) { return state == State::stalled || state == State::dormant || state == State::closing || state == State::too_early; }

bool was_answered_lately(const Relationship& relationship, const QuestionSet& set, Date today) {
  const std::vector<Round> all = rounds(relationship, set.name, today);
  return std::ranges::any_of(all, [&](const Round& round) { return has_all_voices(round, set) && days_between(round.date(), today) < kAskAgainDays; });
}

class Caller {
 public:
  Caller(const QuestionSets& sets, const Case& subject) : sets_(sets.all()), subject_(subject) {
    std::ranges::stable_partition(sets_, [&sets](const QuestionSet* set) { return sets.is_own(set); });
  }

  void call(std::string_view occasion, const Message& reason) {
    if (occasion.empty()) return;
    for (const QuestionSet* const set : sets_) {
      const bool is_named = std::ranges::find(set->when, Text{occasion}) != set->when.end();
      const bool is_new = std::ranges::find(out_, set, &Calling::set) == out_.end();
      if (is_named && is_new && !was_answered_lately(subject_.relationship, *set, subject_.today)) out_.push_back({set, reason});
    }
  }

  void call_by_state() {
    const Assessment& a = subject_.assessment;
    call(name(a.state), say("this relationship is {} since {}", name(a.state), iso(a.since)));
  }

  std::vector<Calling> out_;

 private:
  std::vector<const QuestionSet*> sets_;
  const Case& subject_;
};

}  // namespace

std::vector<Calling> callings(const QuestionSets& sets, const Case& subject, const Checked& checked) {
  Caller caller{sets, subject};
  const State state = subject.assessment.state;
  // once it is decided, what is left is to end well
  if (subject.assessment.ground == Assessment::Ground::end_decided)
    caller.call(word(Phase::moving_on), say("the end was decided on {}", iso(subject.relationship.closing.decided)));
  if (state != State::closed && Ending{subject.relationship, subject.today}.meetings_left() == 1)
    caller.call(word(Phase::moving_on), say("the next meeting is the last of {} that were planned", subject.relationship.planned_meetings.value));
  if (goes_first(state)) caller.call_by_state();
  for (const Finding& finding : checked.findings) caller.call(finding.rule->id, say("{} ({})", finding.message, finding.rule->id));
  const PhaseFound phase = phase_of(subject);
  caller.call(word(phase.phase), say("its phase is {}: {}", word(phase.phase), phase.reason));
  if (!goes_first(state)) caller.call_by_state();
  return std::move(caller.out_);
}

Calling called_for(const QuestionSets& sets, const Case& subject, const Checked& checked) {
  const std::vector<Calling> all = callings(sets, subject, checked);
  if (!all.empty()) return all.front();
  return {sets.find("feedback"), say("nothing in the journal calls for another set, and telling each other how it is never hurts")};
}

}  // namespace mentor
