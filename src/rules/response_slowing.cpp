// Finds sides that take longer and longer to answer a message.
#include <algorithm>
#include <array>

#include "rules/evidence.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"chance", 0.05, "probability", "so rarely, at most, do steady answers look like this", Origin::judgement},
    {"slower", 3, "days", "so much longer, at least, did the last answer take than the first of these", Origin::judgement},
    {"messages", 8, "answered messages", "how far back is looked, up to 16", Origin::judgement},
};
constexpr const Limit &kChance = kLimits[0], &kSlower = kLimits[1], &kMessages = kLimits[2];
/// Fewer answers can slow down by chance too easily to say anything.
constexpr int kFewest = 4;

/// The last answers of one side, oldest first.
struct Answered {
  std::array<double, 16> days{};
  std::array<const ContactFacts*, 16> contacts{};
  std::size_t count = 0;

  Answered(const Case& c, Party asked_by) {
    const auto most = static_cast<std::size_t>(std::clamp(c.count(kMessages), kFewest, static_cast<int>(days.size())));
    for (auto it = c.history.contacts.rbegin(); it != c.history.contacts.rend() && count < most; ++it) {
      if (it->from != asked_by || !it->answered || it->answered > c.today) continue;
      days[count] = days_between(it->date, it->answered);
      contacts[count++] = &*it;
    }
    std::ranges::reverse(std::span(days).first(count));
    std::ranges::reverse(std::span(contacts).first(count));
  }

  bool slows(const Case& c) const {
    if (count < static_cast<std::size_t>(kFewest)) return false;
    const double slower = days[count - 1] - days[0];
    return slower > 0 && slower >= c.limit(kSlower) && evidence::mann_kendall({days.data(), count}).chance_of_rise <= c.limit(kChance);
  }
};

void check(const Case& c, Findings& findings) {
  for (const auto& [asked_by, party] : {std::pair{Party::mentee, Party::mentor}, {Party::mentor, Party::mentee}}) {
    const Answered answered(c, asked_by);
    if (!answered.slows(c)) continue;
    Finding finding;
    finding.party = party;
    std::string values;
    for (std::size_t i = 0; i < answered.count; ++i) {
      const ContactFacts& contact = *answered.contacts[i];
      values += fmt::format("{}{:g}", i == 0 ? "" : ", ", answered.days[i]);
      finding.evidence.push_back({contact.contact->place, contact.date, say("answered by {} on {}", name_of(c.relationship, party), iso(contact.answered))});
    }
    finding.message = say("{}'s answers take longer and longer: {} days", name_of(c.relationship, party), values);
    finding.place = answered.contacts[answered.count - 1]->contact->place;
    finding.limit = &kChance;
    finding.limit_value = c.limit(kChance);
    finding.repair = say("ask whether there is too much to do, or another way to write that suits better, and agree on how soon an answer is expected");
    finding.subject = std::string(word(party));
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule response_slowing;
constinit const Rule response_slowing = {
    .id = "response-slowing",
    .title = "Answers of one side take longer and longer",
    .source = "S26, C2, C3",
    .needs = Needs::contacts,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Contact rarely ends at once: answers take longer, and then none comes. A single late answer says nothing. Of all orders in which the same answers "
        "could have come, so few rise as clearly as the limit says (the exact test of Mann and Kendall).",
    .repair = "Answers that no longer take longer, or an agreement about how soon they come.",
    .ask = "How do you like to be reached, and what is a good pace for answers?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-16}]
contacts:
  - {date: 2026-01-12, from: mentee, answered: 2026-01-12}
  - {date: 2026-01-26, from: mentee, answered: 2026-01-28}
  - {date: 2026-02-09, from: mentee, answered: 2026-02-12}
  - {date: 2026-02-23, from: mentee, answered: 2026-03-02}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-16}]
contacts:
  - {date: 2026-01-12, from: mentee, answered: 2026-01-12}
  - {date: 2026-01-26, from: mentee, answered: 2026-01-28}
  - {date: 2026-02-09, from: mentee, answered: 2026-02-16}
  - {date: 2026-02-23, from: mentee, answered: 2026-02-24}
)"},
    .check = check,
};

}  // namespace mentor
