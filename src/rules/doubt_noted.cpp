// Reminds a mentor, and nobody else, of a doubt they noted about themself.
#include "rules/noted_reasons.hpp"

namespace mentor {
namespace {

void check(const Case& c, Findings& findings) {
  find_noted(c, ReasonCode::inexperience, "a doubt whether their own experience is enough",
             "nobody else needs to know: answer `mentor feedback --set rapport --for mentor` for yourself, or talk with another mentor", findings,
             [](const Reason& reason) { return reason.noted_by == Party::mentor; });
}

}  // namespace

extern constinit const Rule doubt_noted;
constinit const Rule doubt_noted = {
    .id = "doubt-noted",
    .title = "A doubt about one's own experience was noted",
    .source = "S23, T32",
    .needs = Needs::reasons,
    .severity = Severity::info,
    .limits = {},
    .why =
        "Many mentors doubt at some time whether they can keep a rapport alive, and say so to nobody. The doubt is theirs: noted by a mentor it is meant in "
        "confidence unless the note says `confidential: no`, and `mentor show PAIR --in-confidence mentor` alone tells of it. What stands in `private:` text "
        "is "
        "not read at all.",
    .repair = "A conversation with somebody you trust, noted as `talked:` of a concern, confidential if you like.",
    .ask = "What helps you most in our talks, and what do you need less of?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
reasons: [{date: 2026-03-16, code: inexperience, noted-by: mentor}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
private: I doubt that my experience is enough.
)"},
    .check = check,
};

}  // namespace mentor
