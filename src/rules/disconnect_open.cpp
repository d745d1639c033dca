// Finds noted moments of disconnect of which nobody has said yet what is to be done about them.
#include <algorithm>
#include <array>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"days", 7, "days", "time to think it through", Origin::judgement},
};
constexpr const Limit& kDays = kLimits[0];

/// The steps of the walk (requirements M2) that nothing is noted for.
std::string open_steps(const Disconnect& d) {
  const std::pair<bool, std::string_view> steps[] = {
      {d.noticed.bits != 0, "what you noticed"},         {d.who != Party::unset || d.from != Location::unset, "who stepped back and from what"},
      {!d.conditions.empty(), "what keeps it going"},    {!d.description.empty() || !d.role_of.mentor.empty() || !d.role_of.mentee.empty(), "what happened"},
      {d.impact != Impact::unset, "how far it reaches"}, {!d.learning.empty(), "what it teaches"},
  };
  std::array<std::string_view, std::size(steps)> open{};
  std::size_t count = 0;
  for (const auto& [is_noted, step] : steps)
    if (!is_noted) open[count++] = step;
  return count == 0 ? "every step but the last is noted" : "not noted yet: " + listed(std::span(open).first(count));
}

std::string noticed(const Disconnect& d) {
  std::array<std::string_view, Words<Noticed>::list.size()> words{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (d.noticed.contains(static_cast<Noticed>(i + 1))) words[count++] = Words<Noticed>::list[i];
  return listed(std::span(words).first(count));
}

/// Who stepped back, and from what, as far as it is noted.
Message whereabouts(const Case& c, const Disconnect& d) {
  const Text mentor = c.relationship.mentor.name, mentee = c.relationship.mentee.name;
  const Message who = d.who == Party::mentor   ? say("{}", mentor)
                      : d.who == Party::mentee ? say("{}", mentee)
                      : d.who == Party::both   ? say("{} and {}", mentor, mentee)
                                               : Message{};
  const Message from = d.from == Location::unset ? Message{} : say("from the {}", word(d.from));
  if (who.empty()) return from;
  return from.empty() ? who : say("{} {}", who, from);
}

void check(const Case& c, Findings& findings) {
  for (const Disconnect& disconnect : c.relationship.disconnects) {
    if (!disconnect.date || disconnect.action.recorded() || days_between(disconnect.date, c.today) < c.count(kDays)) continue;
    Finding finding;
    finding.party = disconnect.who;
    const std::string what = noticed(disconnect);
    finding.message = say("the disconnect of {} is open: it is not noted what you will do about it", iso(disconnect.date));
    finding.place = disconnect.place;
    if (const Message where = whereabouts(c, disconnect); !where.empty())
      finding.evidence.push_back({disconnect.place, disconnect.date, say("stepped back: {}", where)});
    if (!what.empty()) finding.evidence.push_back({disconnect.place, disconnect.date, say("noticed in: {}", what)});
    finding.evidence.push_back({disconnect.place, disconnect.date, say("{}", open_steps(disconnect))});
    finding.limit = &kDays;
    finding.limit_value = c.limit(kDays);
    finding.repair = say("walk through it together with `mentor revive {}`, and note the `action:` you choose", c.relationship.id);
    finding.subject = iso(disconnect.date);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern constinit const Rule disconnect_open;
constinit const Rule disconnect_open = {
    .id = "disconnect-open",
    .title = "A moment of disconnect is noted, and nothing done yet",
    .source = "S24, S25, M2",
    .needs = Needs::disconnects,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Nearly every pair loses touch for a moment: the tone changes, the pace, the way one sits. Whoever noticed it has done the hardest part. It stays "
        "open until you have chosen to change how you meet, to talk about it, or to come back to it on a day that you name.",
    .repair = "What you will do, noted as `action:` of the disconnect.",
    .ask = "When did you feel that we lost each other, and what was going on just before?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
disconnects: [{date: 2026-03-16, noticed: [tone, pace], who: mentee, from: conversation}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
disconnects: [{date: 2026-03-16, noticed: [tone, pace], who: mentee, from: conversation, action: {what: conversation}}]
)"},
    .check = check,
};

}  // namespace mentor
