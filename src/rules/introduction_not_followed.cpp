// Finds introductions that the mentor made and of which nothing is noted since.
#include "base/encode.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 30, "days", "time to take it up", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

void check(const Case& c, Findings& findings) {
  for (const Introduction& introduction : c.relationship.introductions) {
    const bool is_followed = introduction.followed_up && introduction.followed_up <= c.today;
    if (!introduction.date || is_followed || days_between(introduction.date, c.today) < std::max(1, c.count(kDays))) continue;
    Finding finding;
    finding.message = introduction.to.empty()
                          ? say("an introduction was made on {}; what came of it is not noted yet", iso(introduction.date))
                          : say("the introduction to {} was made on {}; what came of it is not noted yet", introduction.to, iso(introduction.date));
    finding.place = introduction.place;
    if (!introduction.why.empty()) finding.evidence.push_back({introduction.place, introduction.date, say("it was for this: {}", introduction.why)});
    finding.limit = &kDays;
    finding.limit_value = c.limit(kDays);
    finding.repair = say("write two lines to them this week, or say that it is not the time; note the day as `followed-up:`");
    finding.subject = iso(introduction.date) + " " + encode::terminal(introduction.to);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule introduction_not_followed;
constinit const Rule introduction_not_followed = {
    .id = "introduction-not-followed",
    .title = "An introduction has not been taken up yet",
    .source = "T21, M13",
    .needs = Needs::introductions,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "When a mentor opens a door, they lend their name. Going through it is the mentee's part, and it is easier in the first weeks than later, when one "
        "would have to explain the delay. Sometimes it was the wrong door; that is worth a word to the mentor too.",
    .repair = "A word to the person, or to the mentor that it is not the time, noted as `followed-up:`.",
    .ask = "What would make the first line to this person easy to write?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
introductions: [{date: 2026-02-16, to: Edith, why: knows the review board}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
introductions: [{date: 2026-02-16, to: Edith, why: knows the review board, followed-up: 2026-02-20}]
)"},
    .check = check,
};

}  // namespace mentor
