// Finds old habits that are back after both have recommitted: the signs that they named, or those that stood then.
#include <algorithm>
#include <array>

#include "base/encode.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// The newest recommitment of both that is known today; null when there is none.
const Recommitment* latest_of_both(const Case& c) {
  const Recommitment* found = nullptr;
  for (const Recommitment& recommitment : c.relationship.recommitments) {
    const bool is_of_both = recommitment.by.contains(Party::mentor) && recommitment.by.contains(Party::mentee);
    if (is_of_both && recommitment.date && recommitment.date <= c.today && (found == nullptr || recommitment.date >= found->date)) found = &recommitment;
  }
  return found;
}

/// What another rule sees and everybody may read, unless mentor.yaml switches it off or it lacks what it needs.
Findings seen_by(const Rule& rule, const Case& c, const Recorded& recorded) {
  Findings seen;
  const Settings::Choice* const choice = c.settings.choice(rule);
  // what is only left out of this report (`--select`) is looked at all the same
  const bool is_off = choice != nullptr && choice->is_off && choice->line != 0;
  if (rule.check == nullptr || is_off || rule.when == When::ended || !recorded.has(rule.needs)) return seen;
  rule.check(c, seen);
  std::erase_if(seen, &Finding::is_confidential);
  return seen;
}

/// The rules that the recommitment names, each once. Habits in other words are for the two to watch.
std::vector<const Rule*> named(const Recommitment& recommitment) {
  std::vector<const Rule*> rules;
  for (const Text habit : recommitment.habits)
    if (const Rule* const rule = find_rule(encode::terminal(habit)); rule != nullptr && std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
  return rules;
}

/// The warnings that stood on the day of the recommitment, when it names nothing.
std::vector<const Rule*> standing(const Case& c, Date day) {
  const History history = as_known(c.history, day);
  const Assessment assessment = Replay{history}.run(day);
  const Case then{c.relationship, history, assessment, day, c.settings};
  const Recorded recorded{then};
  std::vector<const Rule*> rules;
  for (const Rule* const rule : all_rules())
    if (rule->severity >= Severity::warning && rule->id != "habit-returned" && !seen_by(*rule, then, recorded).empty()) rules.push_back(rule);
  return rules;
}

/// The newest evidence; null when the finding has none.
const Evidence* newest(const Finding& finding) {
  const auto at = std::ranges::max_element(finding.evidence, {}, &Evidence::date);
  return at == finding.evidence.end() ? nullptr : &*at;
}

void add_finding(const Recommitment& recommitment, const Rule& habit, const Finding& seen, Findings& findings) {
  Finding finding;
  finding.party = seen.party;
  finding.message = say("since you recommitted on {} an old habit is back (`{}`): {}", iso(recommitment.date), habit.id, seen.message);
  finding.place = seen.place;
  const Text agreed = recommitment.accountability;
  finding.evidence.push_back({recommitment.place, recommitment.date, agreed.empty() ? say("both recommitted") : say("both recommitted; agreed: {}", agreed)});
  if (const Evidence* const last = newest(seen)) finding.evidence.push_back(*last);
  finding.repair = say("name it aloud, without reproach; choose one thing that will be different, and note the new promise of both as a recommitment");
  finding.subject = std::string(habit.id) + " " + seen.subject;
  findings.push_back(std::move(finding));
}

/// Whether it was seen again since the recommitment. A named habit without days of its own must have lasted for a meeting since; of the
/// others only what has days counts.
bool is_back(const Case& c, const Recommitment& recommitment, const Finding& seen) {
  if (const Evidence* const evidence = newest(seen)) return evidence->date > recommitment.date;
  return !recommitment.habits.empty() && days_between(recommitment.date, c.today) >= c.assessment.rhythms.cadence;
}

void check(const Case& c, Findings& findings) {
  const Recommitment* const last = latest_of_both(c);
  if (last == nullptr || last->date == c.today) return;
  const Recorded recorded{c};
  for (const Rule* const habit : last->habits.empty() ? standing(c, last->date) : named(*last)) {
    if (habit->id == "habit-returned") continue;
    std::array<bool, Words<Party>::list.size() + 1> is_told{};
    for (const Finding& seen : seen_by(*habit, c, recorded)) {
      bool& told = is_told[static_cast<std::size_t>(seen.party)];
      if (told || !is_back(c, *last, seen)) continue;
      add_finding(*last, *habit, seen, findings);
      told = true;
    }
  }
}

}  // namespace

extern constinit const Rule habit_returned;
constinit const Rule habit_returned = {
    .id = "habit-returned",
    .title = "An old habit is back after a recommitment",
    .source = "S15, T9",
    .needs = Needs::recommitments,
    .severity = Severity::warning,
    .limits = {},
    .why =
        "Old habits come back; that is what makes them habits. You agreed to say so when it happens, and the first time is the cheapest. Looked for are the "
        "signs that the recommitment names under `habits:`; when it names none, the warnings that stood on that day and show again after it.",
    .repair = "A word about it, and a new promise of both, noted as a recommitment.",
    .ask = "What was different in the weeks when it went well, and what would bring that back?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: 2 weeks
meetings:
  - {date: 2026-01-12}
  - {date: 2026-01-26, status: no-show, by: mentee}
  - {date: 2026-02-09, status: no-show, by: mentee}
  - {date: 2026-02-16}
  - {date: 2026-03-02, status: no-show, by: mentee}
  - {date: 2026-03-16}
recommitments: [{date: 2026-02-16, by: [mentor, mentee], habits: [no-shows]}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-10-06
cadence: 2 weeks
meetings:
  - {date: 2026-01-12}
  - {date: 2026-01-26, status: no-show, by: mentee}
  - {date: 2026-02-09, status: no-show, by: mentee}
  - {date: 2026-02-16}
  - {date: 2026-03-02}
  - {date: 2026-03-16}
recommitments: [{date: 2026-02-16, by: [mentor, mentee], habits: [no-shows]}]
)"},
    .check = check,
};

}  // namespace mentor
