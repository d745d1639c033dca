// Finds pairs whose two sides put the open goals in a different order.
#include <algorithm>
#include <vector>

#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"share", 0.3, "of the pairs of goals", "from this share on, put the other way round by the two, the orders differ", Origin::judgement},
};
constexpr const Limit& kShare = kLimits[0];

bool is_ranked_by_both(const GoalFacts& facts, Date day) {
  const PerParty<Rank>& rank = facts.goal->priority;
  return rank.mentor.value != 0 && rank.mentee.value != 0 && facts.created <= day && facts.is_open(day);
}

/// The goal that this side puts first.
const Goal* first_of(const std::vector<const Goal*>& goals, Party party) {
  return *std::ranges::min_element(goals, {}, [party](const Goal* goal) { return goal->priority.of(party).value; });
}

Message words(const Relationship& r, const std::vector<const Goal*>& goals, const evidence::OrderGap& gap) {
  const Goal *of_mentor = first_of(goals, Party::mentor), *of_mentee = first_of(goals, Party::mentee);
  if (gap.pairs == 1) return say("{} puts `{}` first, {} `{}`", r.mentor.name, title_of(*of_mentor), r.mentee.name, title_of(*of_mentee));
  const Message share = say("{} and {} put {} of {} pairs of goals the other way round", r.mentor.name, r.mentee.name, gap.opposite, gap.pairs);
  if (of_mentor == of_mentee) return share;
  return say("{}; {} puts `{}` first, {} `{}`", share, r.mentor.name, title_of(*of_mentor), r.mentee.name, title_of(*of_mentee));
}

void check(const Case& c, Findings& findings) {
  const auto differs = [&c](const GoalFacts& goal) {
    return is_ranked_by_both(goal, c.today) && goal.goal->priority.mentor.value != goal.goal->priority.mentee.value;
  };
  if (c.assessment.state == State::closing || std::ranges::none_of(c.history.goals, differs)) return;
  std::vector<const Goal*> goals;
  for (const GoalFacts& goal : c.history.goals)
    if (is_ranked_by_both(goal, c.today)) goals.push_back(goal.goal);
  const evidence::OrderGap gap = disagreement(goals).order;
  if (gap.opposite == 0 || gap.opposite < c.limit(kShare) * gap.pairs) return;
  Finding finding;
  const Relationship& r = c.relationship;
  finding.message = words(r, goals, gap);
  finding.place = goals.front()->place;
  for (const Goal* const goal : goals)
    finding.evidence.push_back(
        {goal->place, goal->set,
         say("`{}`: {} for {}, {} for {}", title_of(*goal), goal->priority.mentor.value, r.mentor.name, goal->priority.mentee.value, r.mentee.name)});
  finding.limit = &kShare;
  finding.limit_value = c.limit(kShare);
  finding.repair = say("tell each other why, agree on one order for now, and note it as `priority:` of each goal");
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule priorities_differ;
constinit const Rule priorities_differ = {
    .id = "priorities-differ",
    .title = "The two put the goals in a different order",
    .source = "S14, C5, Q3, T6",
    .needs = Needs::priorities,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Both may be right: priorities move, and the other side often hears of it last. Meetings that follow one order only feel like somebody else's errand. "
        "A difference is something to talk about, no error. Counted are pairs of open goals that both sides have ranked.",
    .repair = "One order that both can work with, noted.",
    .ask = "Which goal would you keep if we could only keep one, and what speaks for it just now?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals:
  - {id: review, title: Lead a design review, set: 2026-02-16, priority: {mentor: 1, mentee: 2}}
  - {id: talk, title: Give a talk, set: 2026-02-16, priority: {mentor: 2, mentee: 1}}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals:
  - {id: review, title: Lead a design review, set: 2026-02-16, priority: {mentor: 1, mentee: 1}}
  - {id: talk, title: Give a talk, set: 2026-02-16, priority: {mentor: 2, mentee: 3}}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
