// Finds sides who bring little into the conversation: little at all, or much less than the other.
#include <algorithm>

#include "rules/observed.hpp"
#include "rules/recent.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"low", 2, "of 5", "a contribution at or below it is low", Origin::judgement},
    {"meetings", 2, "rated meetings", "so many in a row, at least; a single one says nothing", Origin::judgement},
    {"apart", 2, "of 5", "so far do the two lie apart in each meeting", Origin::judgement},
    {"apart-meetings", 3, "meetings rated for both", "so many in a row, in the same direction", Origin::judgement},
};
constexpr const Limit &kLow = kLimits[0], &kMeetings = kLimits[1], &kApart = kLimits[2], &kApartMeetings = kLimits[3];

/// How much more the mentor brought in.
int lead_of_mentor(const Meeting& meeting) { return meeting.contribution.mentor.value - meeting.contribution.mentee.value; }

bool is_of_both(const Meeting& meeting) { return meeting.contribution.mentor.value != 0 && meeting.contribution.mentee.value != 0; }

void find_apart(const Case& c, Findings& findings) {
  const auto last = last_noted(c, c.count(kApartMeetings), is_of_both);
  const auto leads_by = [&](int sign) {
    return std::ranges::all_of(
        last, [&](const Meeting* meeting) { return !is_of_both(*meeting) || sign * lead_of_mentor(*meeting) >= std::max(1.0, c.limit(kApart)); });
  };
  if (last.empty() || (!leads_by(1) && !leads_by(-1))) return;
  const Party quiet = leads_by(1) ? Party::mentee : Party::mentor, other = leads_by(1) ? Party::mentor : Party::mentee;
  const Relationship& r = c.relationship;
  Finding finding;
  finding.party = quiet;
  finding.message = say("much less of the last meetings came from {} than from {}", name_of(r, quiet), name_of(r, other));
  finding.place = last.back()->place;
  for (const Meeting* const meeting : last)
    if (is_of_both(*meeting))
      finding.evidence.push_back({meeting->place, meeting->date,
                                  say("{} of 5 for {}, {} for {}", meeting->contribution.of(quiet).value, name_of(r, quiet),
                                      meeting->contribution.of(other).value, name_of(r, other))});
  finding.limit = &kApart;
  finding.limit_value = c.limit(kApart);
  finding.repair = say("let {} open the next meeting with ten minutes of their own, and note the `contribution:` after it", name_of(r, quiet));
  finding.subject = "apart " + std::string(word(quiet));
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  const Observed observed{&Meeting::contribution, "contribution", "let whoever said little choose the topic and open the meeting"};
  if (!find_low(c, observed, kLow, kMeetings, findings)) find_apart(c, findings);
}

}  // namespace

extern constinit const Rule contribution_low;
constinit const Rule contribution_low = {
    .id = "contribution-low",
    .title = "One side brings little into the conversation",
    .source = "S7",
    .needs = Needs::contribution,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Some people need silence to think, and a talk may well be uneven. When the same one is quiet time and again, either the topic is not theirs, or "
        "there is no room left to speak. Both are easy to change once they are seen.",
    .repair = "A meeting to which both brought something, noted as contribution.",
    .ask = "What would you bring up if you knew that there was time for it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-16, contribution: {mentor: 5, mentee: 3}}
  - {date: 2026-03-02, contribution: {mentor: 5, mentee: 3}}
  - {date: 2026-03-16, contribution: {mentor: 5, mentee: 3}}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-16, contribution: {mentor: 5, mentee: 3}}
  - {date: 2026-03-02, contribution: {mentor: 4, mentee: 3}}
  - {date: 2026-03-16, contribution: {mentor: 3, mentee: 5}}
)"},
    .check = check,
};

}  // namespace mentor
