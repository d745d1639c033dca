// Tells whoever noted, in confidence, that the two compete, that it still waits for a conversation.
#include "rules/noted_reasons.hpp"

namespace mentor {
namespace {

void check(const Case& c, Findings& findings) {
  find_noted(c, ReasonCode::competition, "competition between the two",
             "talk first with somebody outside of the two, then with each other about what each of you wants and where it crosses", findings);
}

}  // namespace

extern constinit const Rule competition_perceived;
constinit const Rule competition_perceived = {
    .id = "competition-perceived",
    .title = "Competition between the two was noted",
    .source = "C8, T29",
    .needs = Needs::reasons,
    .severity = Severity::warning,
    .limits = {},
    .why =
        "Where one fears that the other wants the same post, project or praise, openness ends, whether the fear is right or not. It is hard to say to the "
        "other's face, so it is meant in confidence unless the note says `confidential: no`: then `mentor show PAIR --in-confidence PARTY` alone tells of it, "
        "to "
        "whoever noted it and to a facilitator, and nothing else counts it.",
    .repair = "A conversation with somebody outside of the two, noted as `talked:` of a concern, confidential if you like.",
    .ask = "Where might our interests cross, and what do we do when they do?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
reasons: [{date: 2026-03-16, code: competition, noted-by: mentee}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
reasons: [{date: 2026-03-16, code: competition, noted-by: mentee}]
concerns: [{raised: {date: 2026-03-16, by: mentee, confidential: yes}, talked: 2026-03-20}]
)"},
    .check = check,
};

}  // namespace mentor
