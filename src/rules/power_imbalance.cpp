// Tells whoever noted, in confidence, that one has power over the other, that it still waits for a conversation.
#include "rules/noted_reasons.hpp"

namespace mentor {
namespace {

void check(const Case& c, Findings& findings) {
  find_noted(c, ReasonCode::power_imbalance, "an imbalance of power",
             "do not carry it alone: talk first with somebody outside of the two who can be there when you raise it", findings);
}

}  // namespace

extern constinit const Rule power_imbalance;
constinit const Rule power_imbalance = {
    .id = "power-imbalance",
    .title = "An imbalance of power was noted",
    .source = "C10, T29",
    .needs = Needs::reasons,
    .severity = Severity::warning,
    .limits = {},
    .why =
        "Whoever depends on the other, or is junior by many years, may not dare to say what is wrong, and then the journal looks well for a long time. It is "
        "meant in confidence unless the note says `confidential: no`: `mentor show PAIR --in-confidence PARTY` alone tells of it, to whoever noted it and to "
        "a facilitator, and nothing else counts it.",
    .repair = "A conversation with somebody outside of the two, noted as `talked:` of a concern, confidential if you like.",
    .ask = "What would make it easy for either of us to disagree here?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
reasons: [{date: 2026-03-16, code: power-imbalance, noted-by: mentee}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
reasons: [{date: 2026-03-16, code: power-imbalance, noted-by: mentee}]
concerns: [{raised: {date: 2026-03-16, by: mentee, confidential: yes}, talked: 2026-03-20}]
)"},
    .check = check,
};

}  // namespace mentor
