// Finds ends decided before most relationships have had the time they need.
#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
    {"days", 182, "days", "from the start that most relationships at work need at least", Origin::source},
};
constexpr const Limit &kJudged = kLimits[0], &kDays = kLimits[1];

void check(const Case& c, Findings& findings) {
  const Relationship& r = c.relationship;
  const Date end = c.assessment.state == State::closed ? r.closing.closed : r.closing.decided;
  if (!is_end_judged(c, kJudged) || r.kind == MatchKind::situational || !c.history.started || days_between(c.history.started, end) >= c.limit(kDays)) return;
  const Ending ending{r, c.today};
  const SecondChanceState chance = ending.second_chance();
  if (ending.beyond_repair() != BeyondRepair::no || chance == SecondChanceState::answered || chance == SecondChanceState::skipped) return;
  Finding finding;
  finding.message = say("{} {} after it began; most need six months and more", c.assessment.state == State::closed ? "closed" : "the end was decided",
                        counted(days_between(c.history.started, end), "day"));
  finding.place = r.closing.place;
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair =
      say("if the goals, the agreed end or circumstances ended it, note that as `basis:` of the closing; else see whether a second chance is wanted");
  finding.subject = iso(end);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule early_end;
constinit const Rule early_end = {
    .id = "early-end",
    .title = "It ends before six months",
    .source = "E11",
    .needs = Needs::nothing,
    .severity = Severity::info,
    .when = When::always,
    .limits = kLimits,
    .why =
        "Trust takes time: most mentoring at work needs at least half a year before it bears. That is a note and no more. Relationships for one question are "
        "not asked, nor those that have reached what they were for, that circumstances end, or whose second chance was answered or left out on purpose.",
    .repair = "`basis:` of the closing, or the second chance.",
    .ask = "What would we need to give this a fair chance, and do both of us want that?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-16, basis: fit, reason: we work in different ways}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
kind: situational
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-16, basis: fit, reason: we work in different ways}
)"},
    .check = check,
};

}  // namespace mentor
