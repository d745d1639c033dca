// Finds recommitments that one of the two has made and the other not yet.
#include <algorithm>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 7, "days", "time for the other to answer", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

bool is_of_both(const Recommitment& recommitment) { return recommitment.by.contains(Party::mentor) && recommitment.by.contains(Party::mentee); }

/// The newest that is known today; null when there is none.
const Recommitment* latest(const Case& c) {
  const Recommitment* found = nullptr;
  for (const Recommitment& recommitment : c.relationship.recommitments)
    if (recommitment.date && recommitment.date <= c.today && (found == nullptr || recommitment.date >= found->date)) found = &recommitment;
  return found;
}

void check(const Case& c, Findings& findings) {
  const Recommitment* const last = latest(c);
  if (last == nullptr || last->by.bits == 0 || is_of_both(*last) || days_between(last->date, c.today) < c.count(kDays)) return;
  const Party other = last->by.contains(Party::mentor) ? Party::mentee : Party::mentor, first = other == Party::mentor ? Party::mentee : Party::mentor;
  const Relationship& r = c.relationship;
  Finding finding;
  finding.party = other;
  finding.message = say("{} recommitted on {}; of {} it is not noted yet", name_of(r, first), iso(last->date), name_of(r, other));
  finding.place = last->place;
  finding.limit = &kDays;
  finding.limit_value = c.limit(kDays);
  finding.repair = say("ask {} without pressing: add both under `by:`, or talk about ending it well (`mentor close {}`)", name_of(r, other), r.id);
  finding.subject = iso(last->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule recommitment_one_sided;
constinit const Rule recommitment_one_sided = {
    .id = "recommitment-one-sided",
    .title = "One side has recommitted, the other not yet",
    .source = "T8, T7",
    .needs = Needs::recommitments,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A new start needs two. Whoever has promised it alone will carry it for a while and then feel alone with it. Not to answer is an answer too, and it is "
        "kinder for both when it is said.",
    .repair = "The other side's word, under `by:`; or a decision to end it.",
    .ask = "Do we both want to go on, and what would each of us need for that?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
recommitments: [{date: 2026-03-16, by: [mentee], promises: [responsive, engaged]}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
recommitments: [{date: 2026-03-16, by: [mentor, mentee], promises: [responsive, engaged]}]
)"},
    .check = check,
};

}  // namespace mentor
