// Finds sides for whom the meetings feel less and less good.
#include <array>

#include "rules/evidence.hpp"
#include "rules/recent.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"chance", 0.05, "probability", "so rarely, at most, does a steady pulse look like this", Origin::judgement},
    {"drop", 2, "of 5", "so far, at least, the last pulse lies below the first of these", Origin::judgement},
    {"meetings", 8, "rated meetings", "how far back is looked, up to 16", Origin::judgement},
};
constexpr const Limit &kChance = kLimits[0], &kDrop = kLimits[1], &kMeetings = kLimits[2];
/// Fewer pulses can fall by chance too easily to say anything.
constexpr int kFewest = 4;

/// The last pulses of one side, oldest first.
struct Pulses {
  std::array<double, 16> values{};
  std::array<const Meeting*, 16> meetings{};
  std::size_t count = 0;

  Pulses(const Case& c, Party party) {
    const std::size_t most = static_cast<std::size_t>(std::clamp(c.count(kMeetings), kFewest, static_cast<int>(values.size())));
    for (auto it = c.held().rbegin(); it != c.held().rend() && count < most; ++it) {
      if ((*it)->pulse.of(party).value == 0) continue;
      values[count] = (*it)->pulse.of(party).value;
      meetings[count++] = *it;
    }
    std::ranges::reverse(std::span(values).first(count));
    std::ranges::reverse(std::span(meetings).first(count));
  }

  bool is_enough() const { return count >= static_cast<std::size_t>(kFewest); }
  double drop() const { return values[0] - values[count - 1]; }
  bool falls(const Case& c) const {
    return is_enough() && drop() > 0 && drop() >= c.limit(kDrop) && evidence::mann_kendall({values.data(), count}).chance_of_fall <= c.limit(kChance);
  }
};

void add_finding(const Case& c, Party party, const Pulses& pulses, const Pulses& of_other, Findings& findings) {
  Finding finding;
  finding.party = party;
  std::string values;
  for (std::size_t i = 0; i < pulses.count; ++i) {
    values += fmt::format("{}{}", i == 0 ? "" : ", ", pulses.values[i]);
    finding.evidence.push_back({pulses.meetings[i]->place, pulses.meetings[i]->date, say("{} of 5 for {}", pulses.values[i], name_of(c.relationship, party))});
  }
  const Party other = party == Party::mentor ? Party::mentee : Party::mentor;
  const bool other_holds = of_other.is_enough() && of_other.drop() <= 0;
  finding.message = other_holds ? say("the meetings feel less and less good to {}: {} of 5; to {} they do not", name_of(c.relationship, party), values,
                                      name_of(c.relationship, other))
                                : say("the meetings feel less and less good to {}: {} of 5", name_of(c.relationship, party), values);
  finding.place = pulses.meetings[pulses.count - 1]->place;
  finding.limit = &kChance;
  finding.limit_value = c.limit(kChance);
  finding.repair = say("ask what has changed since {}, change one thing, and note the `pulse:` of the next meetings", iso(pulses.meetings[0]->date));
  finding.subject = std::string(word(party));
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  const Pulses of_mentor(c, Party::mentor), of_mentee(c, Party::mentee);
  if (of_mentor.falls(c)) add_finding(c, Party::mentor, of_mentor, of_mentee, findings);
  if (of_mentee.falls(c)) add_finding(c, Party::mentee, of_mentee, of_mentor, findings);
}

}  // namespace

extern constinit const Rule pulse_falling;
constinit const Rule pulse_falling = {
    .id = "pulse-falling",
    .title = "The meetings feel less and less good to one side",
    .source = "S9, S16, S21, C6",
    .needs = Needs::pulses,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Interest rarely goes at once. Each single rating may still be fine while the line of them points down; seen early, a small change is enough. Of all "
        "orders in which the same ratings could have come, so few fall as clearly as the limit says (the exact test of Mann and Kendall).",
    .repair = "Pulses that no longer fall.",
    .ask = "When did our meetings last give you something, and what was different then?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, pulse: {mentor: 4, mentee: 5}}
  - {date: 2026-02-02, pulse: {mentor: 4, mentee: 5}}
  - {date: 2026-02-16, pulse: {mentor: 4, mentee: 4}}
  - {date: 2026-03-02, pulse: {mentor: 5, mentee: 4}}
  - {date: 2026-03-16, pulse: {mentor: 4, mentee: 3}}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, pulse: {mentor: 4, mentee: 5}}
  - {date: 2026-02-02, pulse: {mentor: 4, mentee: 4}}
  - {date: 2026-02-16, pulse: {mentor: 4, mentee: 5}}
  - {date: 2026-03-02, pulse: {mentor: 5, mentee: 4}}
  - {date: 2026-03-16, pulse: {mentor: 4, mentee: 4}}
)"},
    .check = check,
};

}  // namespace mentor
