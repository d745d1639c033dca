// Finds pairs in which it is always the same one who asks for the next meeting or writes first.
#include <algorithm>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"count", 6, "first steps", "the last so many all came from one side", Origin::judgement},
};
constexpr const Limit& kCount = kLimits[0];

/// One time that somebody took the first step.
struct FirstStep {
  Date date;
  Party by{};
  Place place;
  std::string_view what;
};

/// Messages that answer none of the other side.
void add_messages(const Case& c, std::vector<FirstStep>& steps) {
  PerParty<Date> answered;
  for (const ContactFacts& contact : c.history.contacts) {
    if (contact.date > c.today || (contact.from != Party::mentor && contact.from != Party::mentee)) continue;
    const bool is_of_mentor = contact.from == Party::mentor;
    if ((is_of_mentor ? answered.mentee : answered.mentor) != contact.date)
      steps.push_back({contact.date, contact.from, contact.contact->place, "wrote first"});
    (is_of_mentor ? answered.mentor : answered.mentee) = contact.answered;
  }
}

/// Newest first.
std::vector<FirstStep> first_steps(const Case& c) {
  std::vector<FirstStep> steps;
  for (const Slot* const slot : c.assessment.visible)
    if (slot->meeting->proposed_by != Party::unset) steps.push_back({slot->day, slot->meeting->proposed_by, slot->meeting->place, "asked for the meeting"});
  add_messages(c, steps);
  std::ranges::stable_sort(steps, std::greater{}, &FirstStep::date);
  return steps;
}

void check(const Case& c, Findings& findings) {
  const std::vector<FirstStep> steps = first_steps(c);
  if (steps.empty() || (steps.front().by != Party::mentor && steps.front().by != Party::mentee)) return;
  const Party by = steps.front().by, other = by == Party::mentor ? Party::mentee : Party::mentor;
  const auto change = std::ranges::find_if(steps, [by](const FirstStep& step) { return step.by != by; });
  const auto count = change - steps.begin();
  if (count < std::max(1, c.count(kCount))) return;
  const Relationship& r = c.relationship;
  Finding finding;
  finding.party = other;
  finding.message = change == steps.end() ? say("the first step was {}'s all {} times; none of {} is noted", name_of(r, by), count, name_of(r, other))
                                          : say("the last {} times the first step was {}'s; {}'s last one was on {}", count, name_of(r, by), name_of(r, other),
                                                iso(change->date));
  finding.place = steps.front().place;
  for (auto step = change; step-- != steps.begin();) finding.evidence.push_back({step->place, step->date, say("{} {}", name_of(r, by), step->what)});
  finding.limit = &kCount;
  finding.limit_value = c.limit(kCount);
  finding.repair = say("let {} choose the next date or write first, and note it as `proposed-by:`; or agree that it is to stay as it is", name_of(r, other));
  finding.subject = std::string(word(other));
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule initiative_one_sided;
constinit const Rule initiative_one_sided = {
    .id = "initiative-one-sided",
    .title = "The first step is always taken by the same one",
    .source = "S16, C7",
    .needs = Needs::initiative,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "A pair can run for long on the will of one of the two, and stops on the day that this one has a busy month. Many pairs agree that the mentee calls "
        "the meetings, which is fine; then this is only a reminder to ask now and then whether the other one would still come. Counted are meetings with "
        "`proposed-by:` and messages that answer no other; what is not noted is not counted.",
    .repair = "A meeting that the other side asked for, or a message it wrote first.",
    .ask = "How much do we each want this, and how would the other notice?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, proposed-by: mentor}
  - {date: 2026-02-02, proposed-by: mentor}
  - {date: 2026-02-16, proposed-by: mentor}
  - {date: 2026-03-02, proposed-by: mentor}
  - {date: 2026-03-16, proposed-by: mentor}
contacts: [{date: 2026-03-20, from: mentor, answered: 2026-03-21}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, proposed-by: mentor}
  - {date: 2026-02-02, proposed-by: mentor}
  - {date: 2026-02-16, proposed-by: mentee}
  - {date: 2026-03-02, proposed-by: mentor}
  - {date: 2026-03-16, proposed-by: mentor}
contacts: [{date: 2026-03-20, from: mentor, answered: 2026-03-21}]
)"},
    .check = check,
};

}  // namespace mentor
