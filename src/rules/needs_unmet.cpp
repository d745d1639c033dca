// Finds pairs whose answers say that the relationship does not give what is needed, once both have answered.
#include <algorithm>
#include <array>

#include "rules/rule.hpp"
#include "rules/talks.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"rating", 2, "of 5", "an answer at or below it says that something needed is not there", Origin::practice},
    {"days", 60, "days", "answers of the two that lie further apart do not belong together", Origin::practice},
};
constexpr const Limit &kRating = kLimits[0], &kDays = kLimits[1];

/// Questions whose low answer says so, whatever the set: those of `health`, and the names a programme is likely to use.
constexpr std::array<std::string_view, 8> kAboutNeeds = {"useful", "difference", "heard", "awkward", "fit", "needs-met", "chemistry", "value"};

/// What an answer rates: its first digit, alone or before another ("2", "2/4": now and wanted); 0 when it rates nothing.
int rating(Text answer) {
  const std::string_view text = answer.raw();
  const bool is_digit = !text.empty() && text[0] >= '1' && text[0] <= '5';
  return is_digit && (text.size() == 1 || text[1] == '/' || text[1] == ' ') ? text[0] - '0' : 0;
}

const Answers* latest(const Case& c, Party party) {
  const Answers* found = nullptr;
  for (const Answers& answers : c.relationship.answers)
    if (answers.from == party && answers.date && answers.date <= c.today && (found == nullptr || answers.date >= found->date)) found = &answers;
  return found;
}

/// The first question about needs that this side rated low; null when there is none.
const Entry* low_answer(const Case& c, const Answers& answers) {
  const auto is_low = [&c](const Entry& item) {
    const int value = rating(item.value);
    return value != 0 && value <= c.limit(kRating) && std::ranges::find(kAboutNeeds, item.key.raw()) != kAboutNeeds.end();
  };
  const auto at = std::ranges::find_if(answers.items, is_low);
  return at == answers.items.end() ? nullptr : &*at;
}

void check(const Case& c, Findings& findings) {
  const Answers *of_mentor = latest(c, Party::mentor), *of_mentee = latest(c, Party::mentee);
  if (of_mentor == nullptr || of_mentee == nullptr) return;
  const Date first = std::min(of_mentor->date, of_mentee->date), second = std::max(of_mentor->date, of_mentee->date);
  if (days_between(first, second) > c.limit(kDays) || last_talk(c) >= second) return;
  Finding finding;
  const Relationship& r = c.relationship;
  Party party{};
  for (const Answers* const answers : {of_mentor, of_mentee}) {
    const Entry* const low = low_answer(c, *answers);
    if (low == nullptr) continue;
    finding.evidence.push_back({answers->place, answers->date, say("{} answered `{}` with {} of 5", name_of(r, answers->from), low->key, rating(low->value))});
    party = party == Party::unset ? answers->from : Party::both;
    finding.place = answers->place;
    finding.limit = &kRating;
    finding.limit_value = c.limit(kRating);
  }
  const bool both_say_no = of_mentor->on_track == OnTrack::no && of_mentee->on_track == OnTrack::no;
  if (party == Party::unset && !both_say_no) return;
  if (both_say_no) {
    finding.message = say("{} and {} both answered that it is not on track", r.mentor.name, r.mentee.name);
    finding.place = of_mentee->date >= of_mentor->date ? of_mentee->place : of_mentor->place;
  } else {
    finding.message = party == Party::both ? say("both answered that something they need is not there yet")
                                           : say("{} answered that something needed is not there yet", name_of(r, party));
  }
  finding.repair = say("talk about what is missing, whether it can be had here, and what else is open to you; note the talk as a review with its date");
  finding.subject = iso(second);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule needs_unmet;
constinit const Rule needs_unmet = {
    .id = "needs-unmet",
    .title = "The relationship does not give what is needed",
    .source = "S28, S14, C11, C14, C15, Q9",
    .needs = Needs::answers,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Two good people may still not be what each other needs just now; or the need was never said. Both have the same first step: say what is missing, and "
        "see whether it can be had here, from somebody else besides, or only elsewhere. A second chance and a good end are both open. Nothing is read out "
        "before both have answered.",
    .repair = "A talk about what is missing, noted as a review.",
    .ask = "What had you hoped for that you do not find here, and could we still make room for it?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
answers:
  - {date: 2026-03-17, from: mentor, set: health, items: {useful: 4, heard: 4}}
  - {date: 2026-03-18, from: mentee, set: health, items: {useful: 2, heard: 4}}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
answers:
  - {date: 2026-03-18, from: mentee, set: health, items: {useful: 2, heard: 4}}
)"},
    .check = check,
};

}  // namespace mentor
