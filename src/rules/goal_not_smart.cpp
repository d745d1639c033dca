// Finds open goals that lack some of the five parts of a SMART goal, in journals that note such parts at all.
#include <vector>

#include "base/encode.hpp"
#include "rules/goal_record.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"parts", 2, "parts", "with so many missing a goal is hard to steer by; a single one is left to the goal review", Origin::judgement},
};
constexpr const Limit& kParts = kLimits[0];

/// What to add, by the letter that is missing.
constexpr std::string_view kRepairs[] = {"a title that says what will be done or different", "how both will know (`measure:`)",
                                         "a first step (an action with `goal:`, or `progress:`)", "why it matters (`why:`)", "a day (`due:`)"};

void check(const Case& c, Findings& findings) {
  for (const GoalFacts& goal : c.history.goals) {
    if (goal.created > c.today || !goal.is_open(c.today) || held_since(c, goal.created) == 0) continue;
    const std::vector<SmartGap> gaps = smart_gaps(goal, c);
    if (gaps.empty() || static_cast<double>(gaps.size()) < c.limit(kParts)) continue;
    std::vector<std::string_view> missing, repairs;
    for (const SmartGap& gap : gaps) {
      missing.push_back(gap.word);
      repairs.push_back(kRepairs[static_cast<std::size_t>(gap.letter)]);
    }
    Finding finding;
    finding.message = say("`{}` is not yet {}", title_of(*goal.goal), listed(missing));
    finding.place = goal.goal->place;
    finding.limit = &kParts;
    finding.limit_value = c.limit(kParts);
    finding.repair = say("add to the goal: {}", listed(repairs));
    finding.subject = encode::terminal(goal.goal->id);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule goal_not_smart;
constinit const Rule goal_not_smart = {
    .id = "goal-not-smart",
    .title = "A goal does not yet have all five SMART parts",
    .source = "T15, M7",
    .needs = Needs::goal_details,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Specific, measurable, achievable, relevant, time-bound: a goal with all five can be seen coming closer, and that carries a pair through slow weeks. "
        "A first step stands for achievable, a reason for relevant, and a title of three words or more for specific. A new goal has time until the next "
        "meeting. Journals that note neither a measure nor "
        "a reason for any goal are not judged: some pairs "
        "do well with a direction alone.",
    .repair = "The parts that are named, in a few words each.",
    .ask = "How would we both know that this goal is reached, and what would be its first visible step?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals:
  - {id: review, title: Lead a design review, set: 2026-02-16, due: 2026-06-30, measure: one review chaired, why: to be heard, progress: [2026-03-02]}
  - {id: confidence, title: Confidence, set: 2026-02-16, why: to be heard, progress: [2026-03-02]}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
goals:
  - {id: review, title: Lead a design review, set: 2026-02-16, due: 2026-06-30, measure: one review chaired, why: to be heard, progress: [2026-03-02]}
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
)"},
    .check = check,
};

}  // namespace mentor
