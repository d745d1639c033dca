// Finds reasons why it may not be working that somebody noted and that nobody has talked about since.
#include <algorithm>
#include <array>

#include "rules/noted_reasons.hpp"

namespace mentor {
namespace {

struct Advice {
  ReasonCode code;
  /// What was noted, behind "has noted".
  std::string_view what;
  std::string_view repair;
};

// Competition, power between the two and a mentor's doubts in themself have rules of their own.
constexpr std::array kAdvice = {
    Advice{ReasonCode::lack_of_feedback, "too little feedback", "agree on one question each way for the end of every meeting"},
    Advice{ReasonCode::poor_communication, "communication that does not work well", "agree on how, and how soon, each of you answers"},
    Advice{ReasonCode::lack_of_time, "too little time", "agree on a rhythm that survives a busy week, or announce a pause"},
    Advice{ReasonCode::personality_mismatch, "a mismatch of personalities", "say what each of you needs from the other; another match is no defeat"},
    Advice{ReasonCode::incompatible_goals, "goals or expectations that do not fit together", "write down both lists side by side, and keep what is on both"},
    Advice{ReasonCode::lack_of_commitment, "too little commitment", "ask each other whether this is still worth the time, and recommit or end"},
    Advice{ReasonCode::mentee_ownership, "first steps that seldom come from the mentee",
           "let the mentee choose the next goal, write the next agenda and book the next date"},
    Advice{ReasonCode::style_clash, "a clash of values, experiences or ways of learning", "tell each other how you learn best, and add it to the agreement"},
    Advice{ReasonCode::skills_mismatch, "skills of the mentor that no longer match the mentee's direction",
           "list what is needed next, and who could give it: here, or as a second mentor"},
    Advice{ReasonCode::wants_other_mentor, "a wish for another mentor", "say what another one would bring; it may be a second one beside this, or a good end"},
    Advice{ReasonCode::mentor_leaves, "the mentor's leaving", "say plainly that it has nothing to do with the other, and plan the last meetings"},
    Advice{ReasonCode::needs_unexpressed, "needs that were never expressed", "let each write down three things hoped for, and read them to each other"},
    Advice{ReasonCode::experience_unused, "experience of the mentor that is not used",
           "go through what the mentor knows, and pick one part nobody has asked about yet"},
    Advice{ReasonCode::conflict_of_interest, "a conflict of interest", "name what each of you has at stake, and keep it out of the meetings or end them"},
    Advice{ReasonCode::inexperience, "too little experience for what is needed", "name what is needed, and who could give it: here, or as a second mentor"},
};

bool is_no_own_doubt(const Reason& reason) { return reason.code != ReasonCode::inexperience || reason.noted_by != Party::mentor; }

void check(const Case& c, Findings& findings) {
  const auto& reasons = c.relationship.reasons;
  for (const Advice& advice : kAdvice)
    if (std::ranges::find(reasons, advice.code, &Reason::code) != reasons.end())
      find_noted(c, advice.code, advice.what, advice.repair, findings, is_no_own_doubt);
}

}  // namespace

extern constinit const Rule reason_noted;
constinit const Rule reason_noted = {
    .id = "reason-noted",
    .title = "A reason was noted, and not talked about yet",
    .source = "S18, C1, C2, C3, C4, C5, C6, C7, C9, C11, C12, C13, C14, C15",
    .needs = Needs::reasons,
    .severity = Severity::info,
    .limits = {},
    .why =
        "Why a relationship is not working is often known to one of the two long before it is said. Noting it is the first step; saying it is the second. "
        "What was stated and what is only suspected are kept apart. A reason that is marked confidential is told to whoever noted it and to a facilitator, "
        "and to nobody else.",
    .repair = "A conversation about it, noted as `talked:` of a concern.",
    .ask = "What stands between us and a good next meeting, as each of us sees it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
reasons: [{date: 2026-03-16, code: lack-of-time, noted-by: mentor, stated: suspected}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
reasons: [{date: 2026-03-16, code: lack-of-time, noted-by: mentor, stated: suspected}]
concerns: [{raised: {date: 2026-03-16, by: mentor}, talked: 2026-03-20}]
)"},
    .check = check,
};

}  // namespace mentor
