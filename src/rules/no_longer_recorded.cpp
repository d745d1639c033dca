// Finds what a pair used to note of its meetings and no longer does.
#include <algorithm>
#include <array>
#include <span>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 3, "held meetings", "in which it was not noted any more", Origin::judgement},
    {"before", 8, "held meetings", "before these, of which it was usual in most", Origin::judgement},
    {"usual", 0.6, "share of meetings", "from which on it was usual", Origin::judgement},
};
constexpr const Limit &kMeetings = kLimits[0], &kBefore = kLimits[1], &kUsual = kLimits[2];
constexpr std::size_t kFewest = 4;

bool any(const PerParty<Rating>& ratings) { return ratings.mentor.value != 0 || ratings.mentee.value != 0; }

struct Noted {
  std::string_view field;
  bool (*is_in)(const Meeting&);
};

/// Goals and feedback have rules of their own, which tell their absence from a note that there was none.
constexpr Noted kFields[] = {
    {"minutes", [](const Meeting& m) { return m.minutes.actual >= 0; }},
    {"agenda-by", [](const Meeting& m) { return m.agenda_by != Party::unset; }},
    {"presence", [](const Meeting& m) { return any(m.presence); }},
    {"contribution", [](const Meeting& m) { return any(m.contribution); }},
    {"pulse", [](const Meeting& m) { return any(m.pulse); }},
    {"topics", [](const Meeting& m) { return !m.topics.empty(); }},
    {"learned", [](const Meeting& m) { return !m.learned.mentor.empty() || !m.learned.mentee.empty(); }},
    {"actions", [](const Meeting& m) { return !m.actions.empty(); }},
    {"next", [](const Meeting& m) { return m.next.recorded; }},
};

void check(const Case& c, Findings& findings) {
  const std::span<const Meeting* const> held = c.held();
  const auto recent = static_cast<std::size_t>(std::max(1, c.count(kMeetings)));
  if (held.size() < recent + kFewest || c.assessment.state == State::closing) return;
  const auto last = held.last(recent), earlier = held.first(held.size() - recent);
  const auto before = earlier.last(std::min(earlier.size(), std::max(kFewest, static_cast<std::size_t>(c.count(kBefore)))));
  std::array<const Noted*, std::size(kFields)> stopped{};
  std::size_t count = 0;
  for (const Noted& field : kFields) {
    const auto has = [&field](const Meeting* meeting) { return field.is_in(*meeting); };
    if (std::ranges::any_of(last, has)) continue;
    const auto noted = std::ranges::count_if(before, has);
    if (noted > 0 && static_cast<double>(noted) >= c.limit(kUsual) * static_cast<double>(before.size())) stopped[count++] = &field;
  }
  if (count == 0) return;
  Finding finding;
  std::string names;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = std::find_if(before.rbegin(), before.rend(), [&](const Meeting* meeting) { return stopped[i]->is_in(*meeting); });
    names += fmt::format("{}`{}`", i == 0 ? "" : i + 1 == count ? " and " : ", ", stopped[i]->field);
    finding.evidence.push_back({(*at)->place, (*at)->date, say("the last `{}`", stopped[i]->field)});
  }
  finding.message = say("{} {} usual, and not noted in the last {}", names, count == 1 ? "was" : "were", counted(static_cast<long>(recent), "meeting"));
  finding.place = held.back()->place;
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("note it again next time, if it was of use; if it was not, leave it: what is not noted is never held against anybody");
  finding.subject = names;
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule no_longer_recorded;
constinit const Rule no_longer_recorded = {
    .id = "no-longer-recorded",
    .title = "Something that was usually noted no longer is",
    .source = "S8, S17",
    .needs = Needs::meetings,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Notes get thin before meetings do, and a pair that stops noting a thing can no longer see how it goes. It may also mean only that the note was "
        "never read. It counts for nothing in any verdict.",
    .repair = "The same note, once more; or none, on purpose.",
    .ask = "Which of our notes have helped us, and which can we drop?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-11-03
cadence: 2 weeks
meetings:
  - {date: 2025-12-15, agenda-by: mentee}
  - {date: 2025-12-29, agenda-by: mentee}
  - {date: 2026-01-12, agenda-by: mentor}
  - {date: 2026-01-26, agenda-by: mentee}
  - {date: 2026-02-09, agenda-by: none}
  - {date: 2026-02-23}
  - {date: 2026-03-09}
  - {date: 2026-03-23}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-11-03
cadence: 2 weeks
meetings:
  - {date: 2025-12-15, agenda-by: mentee}
  - {date: 2025-12-29, agenda-by: mentee}
  - {date: 2026-01-12, agenda-by: mentor}
  - {date: 2026-01-26, agenda-by: mentee}
  - {date: 2026-02-09}
  - {date: 2026-02-23}
  - {date: 2026-03-09}
  - {date: 2026-03-23, agenda-by: none}
)"},
    .check = check,
};

}  // namespace mentor
