// Finds sides for whom the meetings have not felt good for some time.
#include <algorithm>
#include <span>

#include "rules/recent.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"act", 2, "of 5", "a pulse at or below it, time and again, asks for a talk", Origin::practice},
    {"act-meetings", 2, "rated meetings", "how many in a row are time and again", Origin::judgement},
    {"note", 4, "of 5", "pulses that stay below it are worth a note", Origin::practice},
    {"note-meetings", 3, "rated meetings", "how many in a row are staying below", Origin::judgement},
};
constexpr const Limit &kAct = kLimits[0], &kActMeetings = kLimits[1], &kNote = kLimits[2], &kNoteMeetings = kLimits[3];

/// The last `wanted` pulses of one side, as far back as they reach, when none of them is above `limit`.
std::span<const Meeting* const> all_below(const Case& c, Party party, int wanted, auto is_low) {
  const auto pulse = [party](const Meeting& meeting) { return meeting.pulse.of(party).value; };
  const auto last = last_noted(c, wanted, [&](const Meeting& meeting) { return pulse(meeting) != 0; });
  return std::ranges::all_of(last, [&](const Meeting* meeting) { return pulse(*meeting) == 0 || is_low(pulse(*meeting)); }) ? last
                                                                                                                            : std::span<const Meeting* const>{};
}

void add_finding(const Case& c, Party party, std::span<const Meeting* const> low, const Limit& limit, Findings& findings) {
  Finding finding;
  finding.party = party;
  finding.place = low.back()->place;
  std::string pulses;
  for (const Meeting* const meeting : low) {
    const int pulse = meeting->pulse.of(party).value;
    if (pulse == 0) continue;
    pulses += fmt::format("{}{}", pulses.empty() ? "" : ", ", pulse);
    finding.evidence.push_back({meeting->place, meeting->date, say("{} of 5 for {}", pulse, name_of(c.relationship, party))});
  }
  const bool is_grave = &limit == &kAct;
  finding.message = is_grave ? say("the last meetings felt low to {}: {} of 5", name_of(c.relationship, party), pulses)
                             : say("the last meetings were so-so for {}: {} of 5", name_of(c.relationship, party), pulses);
  if (!is_grave) finding.severity = Severity::info;
  finding.limit = &limit;
  finding.limit_value = c.limit(limit);
  finding.repair = say("ask what would make the next meeting worth it, change one thing, and note the `pulse:` after it");
  finding.subject = std::string(word(party));
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  for (const Party party : {Party::mentor, Party::mentee}) {
    const auto grave = all_below(c, party, c.count(kActMeetings), [&](int pulse) { return pulse <= c.limit(kAct); });
    if (!grave.empty()) {
      add_finding(c, party, grave, kAct, findings);
      continue;
    }
    const auto low = all_below(c, party, c.count(kNoteMeetings), [&](int pulse) { return pulse < c.limit(kNote); });
    if (!low.empty()) add_finding(c, party, low, kNote, findings);
  }
}

}  // namespace

extern constinit const Rule pulse_low;
constinit const Rule pulse_low = {
    .id = "pulse-low",
    .title = "The meetings have not felt good to one side for a while",
    .source = "S9, S21, C6",
    .needs = Needs::pulses,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "How a meeting feels tells of motivation before anything else does. One low evening means little; several in a row want to be talked about, by whoever "
        "they were low for. Programmes that ask for a rating aim at 4 and call when it is 1 or 2.",
    .repair = "A meeting that feels better, noted as a pulse.",
    .ask = "What gives you energy in our meetings, and what takes it away?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-16, pulse: {mentor: 4, mentee: 4}}
  - {date: 2026-03-02, pulse: {mentor: 4, mentee: 2}}
  - {date: 2026-03-16, pulse: {mentor: 4, mentee: 2}}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-16, pulse: {mentor: 4, mentee: 4}}
  - {date: 2026-03-02, pulse: {mentor: 4, mentee: 2}}
  - {date: 2026-03-16, pulse: {mentor: 4, mentee: 4}}
)"},
    .check = check,
};

}  // namespace mentor
