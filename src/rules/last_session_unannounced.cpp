// Finds last meetings of which nothing says that they were announced before they came.
#include "rules/ending.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    kJudgedAfterClosing,
};
constexpr const Limit& kJudged = kLimits[0];

void check(const Case& c, Findings& findings) {
  const LastSession& last = c.relationship.closing.last_session;
  const Ending ending{c.relationship, c.today};
  const Announced announced = ending.announced();
  const bool is_taken_back = c.relationship.closing.reopened && c.relationship.closing.reopened <= c.today;
  if ((announced != Announced::missing && announced != Announced::late) || is_taken_back) return;
  if (c.assessment.state == State::closed && (!is_end_judged(c, kJudged) || ending.is_silent())) return;
  const bool is_ahead = last.date > c.today;
  if (!is_ahead && ending.word_afterwards()) return;
  Finding finding;
  finding.message = announced == Announced::late ? say("the last meeting was on {}, and it was announced on {}, not before", iso(last.date), iso(last.told))
                    : is_ahead                   ? say("the last meeting is on {}, and nothing says that both know it", iso(last.date))
                                                 : say("the last meeting was on {}, and nothing says that it was announced before", iso(last.date));
  finding.place = last.place;
  finding.repair = is_ahead ? say("say it before that day, and note when as `told:` beside the date")
                   : announced == Announced::missing
                       ? say("if it was said, note when as `told:` beside the date; if not, write a few kind words and note them as a contact")
                       : say("write a few kind words about how it came, and note them as a contact");
  finding.subject = iso(last.date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule last_session_unannounced;
constinit const Rule last_session_unannounced = {
    .id = "last-session-unannounced",
    .title = "The last meeting came, or comes, unannounced",
    .source = "E5",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .when = When::always,
    .limits = kLimits,
    .why =
        "Whoever knows that a meeting is the last can ask what is still open, say thanks, and take leave; whoever learns of it afterwards cannot. It is the "
        "mentee who is to know it in good time. Where no last meeting is noted, nothing is said.",
    .repair = "The day on which it was announced, before the meeting; afterwards, a kind word.",
    .ask = "Our last meeting is near: what do you want it to hold, and what is still open for you?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-09, basis: goals, last-session: {date: 2026-04-06}}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-06-02
meetings: [{date: 2026-01-12}, {date: 2026-02-09}]
closing: {talked: 2026-03-09, decided: 2026-03-09, basis: goals, last-session: {date: 2026-04-06, told: 2026-03-09}}
)"},
    .check = check,
};

}  // namespace mentor
