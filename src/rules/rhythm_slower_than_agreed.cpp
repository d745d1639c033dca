// Finds pairs that meet steadily, but more rarely than they once agreed.
#include <algorithm>
#include <optional>
#include <span>

#include "rules/clock.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"times", 1.4, "times the agreed rhythm", "how much slower the pair is on average", Origin::judgement},
    {"gaps", 4, "gaps", "between the last meetings, which are looked at", Origin::judgement},
    {"spread", 1.5, "times the average", "a gap longer than this is a hole and not a rhythm", Origin::judgement},
};
constexpr const Limit &kTimes = kLimits[0], &kGaps = kLimits[1], &kSpread = kLimits[2];

/// Where the cadence in force is written.
Place place_of_cadence(const Case& c) {
  Place place;
  for (const CadenceStep& step : c.relationship.cadence)
    if (!step.from || step.from <= c.today) place = step.place;
  return place;
}

/// Days between the last held meetings without pauses and holidays; nothing when they are no steady rhythm.
std::optional<double> steady_gap(const Case& c, std::span<const Meeting* const> meetings) {
  Clock clock;
  clock.set(c.history, c.today);
  double total = 0, longest = 0, shortest = 1e9;
  for (std::size_t i = 1; i < meetings.size(); ++i) {
    const double gap = clock.available(meetings[i - 1]->date, meetings[i]->date);
    total += gap;
    longest = std::max(longest, gap);
    shortest = std::min(shortest, gap);
  }
  const double mean = total / static_cast<double>(meetings.size() - 1), spread = c.limit(kSpread);
  if (longest > spread * mean || shortest * spread < mean) return {};
  return mean;
}

bool is_going(State state) { return state == State::on_track || state == State::drifting; }

void check(const Case& c, Findings& findings) {
  const Rhythms& rhythms = c.assessment.rhythms;
  const std::span<const Meeting* const> held = c.held();
  const auto wanted = static_cast<std::size_t>(std::max(1, c.count(kGaps))) + 1;
  if (!rhythms.is_agreed || held.size() < wanted || !is_going(c.assessment.state)) return;
  const auto last = held.last(wanted);
  const Place agreed = place_of_cadence(c);
  const std::optional<double> gap = steady_gap(c, last);
  if (!gap || *gap < c.limit(kTimes) * rhythms.cadence) return;
  Finding finding;
  finding.message =
      say("agreed is every {}; the last {} were {:.0f} days long on average", days(rhythms.cadence), counted(static_cast<long>(wanted) - 1, "gap"), *gap);
  finding.place = agreed;
  for (const Meeting* const meeting : last) finding.evidence.push_back({meeting->place, meeting->date, say("held")});
  finding.limit = &kTimes;
  finding.limit_value = c.limit(kTimes);
  finding.repair =
      say("if it suits both, write it down as it is: `cadence:` every {:.0f} days from {} on; if not, say what gets in the way", *gap, iso(c.today));
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule rhythm_slower_than_agreed;
constinit const Rule rhythm_slower_than_agreed = {
    .id = "rhythm-slower-than-agreed",
    .title = "The pair meets steadily, but more rarely than agreed",
    .source = "S8, S17, C3",
    .needs = Needs::meetings,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "A rhythm that nobody keeps any more tells neither of the two when the next meeting is due, and makes a healthy pair look late. Often the slower one "
        "is the right one, and only the agreement is old.",
    .repair = "The rhythm that works, written as `cadence:` with the day from which it holds.",
    .ask = "How often is often enough for us now?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-12-01
cadence: 2 weeks
meetings: [{date: 2025-12-15}, {date: 2026-01-05}, {date: 2026-01-26}, {date: 2026-02-16}, {date: 2026-03-09}, {date: 2026-03-30}]
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-12-01
cadence: [{every: 2 weeks}, {from: 2026-03-30, every: 3 weeks}]
meetings: [{date: 2025-12-15}, {date: 2026-01-05}, {date: 2026-01-26}, {date: 2026-02-16}, {date: 2026-03-09}, {date: 2026-03-30}]
)"},
    .check = check,
};

}  // namespace mentor
