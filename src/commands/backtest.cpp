// How often the verdicts were right, on the journal's own past: what was flagged and what became of it, with intervals.
#include "rules/backtest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands/command.hpp"
#include "commands/sums.hpp"
#include "rules/method.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json", "markdown"};
constexpr double kDaysPerYear = 365.25;

void count(const Pair& pair, std::any& sum) { add_backtest(pair.subject, sum_in<Backtest>(sum)); }

long percent(double share) { return std::lround(share * 100); }

/// "12 of 15 (55-93 %)".
Message share(long of, long all) {
  if (all == 0) return say("none to tell by");
  const evidence::Interval reach = evidence::share_interval(of, all);
  return say("{} of {} ({}-{} %)", of, all, percent(reach.low), percent(reach.high));
}

/// "12 (2-7 %)": of a number that stands elsewhere.
Message among(long of, long all) {
  const evidence::Interval reach = evidence::share_interval(of, all);
  return all == 0 ? say("{}", of) : say("{} ({}-{} %)", of, percent(reach.low), percent(reach.high));
}

/// Per 100 pair-years, with its interval.
Message yearly(long alarms, double years) {
  if (years <= 0) return say("none to tell by");
  const evidence::Interval reach = evidence::count_interval(alarms);
  return say("{:.1f} ({:.1f}-{:.1f})", 100 * static_cast<double>(alarms) / years, 100 * reach.low / years, 100 * reach.high / years);
}

long stopped(const Backtest& sums) { return sums.by_outcome[static_cast<std::size_t>(Outcome::stopped)]; }
long met_again(const Backtest& sums) { return sums.by_outcome[static_cast<std::size_t>(Outcome::met_again)]; }
double years(const Backtest& sums) { return static_cast<double>(sums.days_met_again) / kDaysPerYear; }

FactValue median_of(std::vector<int> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  return static_cast<long>(values[values.size() / 2]);
}

Line line(Message text, std::vector<Fact> facts) {
  Line out;
  out.text = std::move(text);
  out.facts = std::move(facts);
  return out;
}

/// One row: what it found, how early, and how often it was wrong.
Line row(Message name, const AlarmRecord& record, const Backtest& sums) {
  const FactValue lead = median_of(record.lead_days);
  return line(std::move(name),
              {{"stops_found", "stops found", record.stops, share(record.stops, stopped(sums))},
               {"stops", "", stopped(sums)},
               {"lead_days", "days early", lead, std::holds_alternative<long>(lead) ? Message{} : say("-")},
               {"spoke_and_met_again", "spoke, then they met", record.met_again, among(record.met_again, met_again(sums))},
               {"met_again", "", met_again(sums)},
               {"false_alarms", "", record.alarms},
               {"false_alarms_per_100_years", "", years(sums) > 0 ? FactValue{100 * static_cast<double>(record.alarms) / years(sums)} : FactValue{}}});
}

Section what_happened(const Backtest& sums) {
  Section section;
  section.id = "journal";
  section.heading = say("What the journal tells of {}", counted(sums.relationships, "relationship"));
  section.intro =
      say("Between two meetings, and behind the last, lies a gap. It ended by meeting again, or it became long: as long as makes a pair dormant, "
          "or closed early. "
          "The program is asked what it said at each weekly look in these gaps, knowing only what was known then.");
  section.facts = {{"relationships", "", sums.relationships},
                   {"met_again", "met again", met_again(sums), say("{}, {:.1f} pair-years", counted(met_again(sums), "gap"), years(sums))},
                   {"pair_years", "", years(sums)},
                   {"stopped", "stopped", stopped(sums)},
                   {"ended_well", "ended well", sums.by_outcome[static_cast<std::size_t>(Outcome::ended_well)]},
                   {"undecided", "still open", sums.by_outcome[static_cast<std::size_t>(Outcome::undecided)]}};
  return section;
}

Section states(const Backtest& sums) {
  Section section;
  section.id = "states";
  section.heading = say("How often the states were right");
  const AlarmRecord& alarm = sums.watched[kStopped];
  Block found{"found", "", {}, Layout::table, {}};
  found.lines.push_back(row(say("stalled or dormant"), alarm, sums));
  found.lines.push_back(row(say("stalled, dormant or drifting"), sums.watched[kAnyAlarm], sums));
  Block matrix{"confusion", "Gaps, by what was said and what became of them", {}, Layout::table, {}};
  matrix.lines.push_back(line(say("called stalled"), {{"stopped", "stopped", alarm.stops}, {"met_again", "met again", alarm.met_again}}));
  matrix.lines.push_back(
      line(say("not called stalled"), {{"stopped", "stopped", stopped(sums) - alarm.stops}, {"met_again", "met again", met_again(sums) - alarm.met_again}}));
  section.blocks = {std::move(found), std::move(matrix)};
  section.facts = {
      {"precision", "",
       alarm.stops + alarm.met_again > 0 ? FactValue{static_cast<double>(alarm.stops) / static_cast<double>(alarm.stops + alarm.met_again)} : FactValue{}},
      {"", "of what was called stalled or dormant, had stopped", Message{share(alarm.stops, alarm.stops + alarm.met_again)}}};
  return section;
}

Message held(long alarms, double promised, double pair_years) {
  const evidence::Interval reach = evidence::count_interval(alarms);
  const double expected = promised * pair_years / 100;
  if (reach.low > expected) return say("more than promised");
  return reach.high <= expected ? say("kept") : say("in keeping with it");
}

Section budget(const Backtest& sums, const Budgets& allowed) {
  Section section;
  section.id = "budget";
  section.heading = say("False alarms: what is promised, and what happened");
  section.intro =
      say("Counted in 100 years of pairs that met again. A pair that drifts and then finds its way back counts as a false alarm here, for the journal cannot "
          "tell the two apart.");
  Block block{"false_alarms", "", {}, Layout::table, {}};
  const long stalled = sums.watched[kStopped].alarms, any = sums.watched[kAnyAlarm].alarms;
  const double stalled_promise = allowed.stalled, any_promise = allowed.stalled + allowed.drifting;
  const auto add = [&](Message name, long alarms, double promise) {
    block.lines.push_back(
        line(std::move(name),
             {{"promised", "promised", promise, say("{:.0f}", promise)},
              {"happened", "happened", years(sums) > 0 ? FactValue{100 * static_cast<double>(alarms) / years(sums)} : FactValue{}, yearly(alarms, years(sums))},
              {"verdict", "", held(alarms, promise, years(sums)), {}},
              {"", "so far", Message{held(alarms, promise, years(sums))}}}));
  };
  add(say("stalled or dormant"), stalled, stalled_promise);
  add(say("stalled, dormant or drifting"), any, any_promise);
  section.blocks.push_back(std::move(block));
  return section;
}

Section rules(const Backtest& sums, const Settings& settings) {
  Section section;
  section.id = "rules";
  section.heading = say("What each rule saw");
  section.intro = say("A rule is no verdict: most of what they see is worth a word in pairs that go on well. Rules that never spoke are left out.");
  Block block{"rules", "", {}, Layout::table, {}};
  for (std::size_t i = 0; i < all_rules().size(); ++i) {
    const Rule& rule = *all_rules()[i];
    const Settings::Choice* const choice = settings.choice(rule);
    const AlarmRecord& record = sums.watched[kFirstRule + i];
    if ((choice != nullptr && choice->is_off) || (record.stops == 0 && record.met_again == 0)) continue;
    block.lines.push_back(row(say("{}", rule.id), record, sums));
  }
  section.blocks.push_back(std::move(block));
  return section;
}

/// The last step up to a day.
const evidence::SurvivalStep* step_at(const std::vector<evidence::SurvivalStep>& steps, int day) {
  const auto behind = std::ranges::upper_bound(steps, day, {}, &evidence::SurvivalStep::days);
  return behind == steps.begin() ? nullptr : &*(behind - 1);
}

Section lives(Backtest& sums) {
  Section section;
  section.id = "survival";
  section.heading = say("How long relationships last");
  section.intro =
      say("By the estimate of Kaplan and Meier: pairs that are still going count for as long as they have been seen. A pair that was silent for long counts as "
          "ended on the day of its last meeting.");
  const auto steps = evidence::survival(sums.lives);
  section.facts = {{"closed", "ended with a closing", sums.closed}, {"faded", "faded", sums.faded}};
  const auto half = std::ranges::find_if(steps, [](const evidence::SurvivalStep& step) { return step.share <= .5; });
  section.facts.push_back({"median_days", "half of them last", half == steps.end() ? FactValue{} : FactValue{static_cast<long>(half->days)},
                           half == steps.end() ? say("longer than seen so far") : say("{}", days(half->days))});
  Block block{"curve", "", {}, Layout::table, {}};
  for (const int months : {3, 6, 12, 18, 24, 36, 48, 60}) {
    const int day = static_cast<int>(std::lround(months * method::kDaysPerMonth));
    const auto at_risk = std::ranges::count_if(sums.lives, [day](const evidence::Lifetime& life) { return life.days >= day; });
    if (at_risk == 0) break;
    const evidence::SurvivalStep* const step = step_at(steps, day);
    const double still = step == nullptr ? 1 : step->share;
    const evidence::Interval reach = step == nullptr ? evidence::Interval{1, 1} : evidence::survival_interval(*step);
    block.lines.push_back(
        line(say("{} months", months),
             {{"months", "", static_cast<long>(months)},
              {"still_going", "still going", still,
               reach.low < reach.high ? say("{} % ({}-{} %)", percent(still), percent(reach.low), percent(reach.high)) : say("{} %", percent(still))},
              {"seen", "seen that long", static_cast<long>(at_risk)}}));
  }
  section.blocks.push_back(std::move(block));
  return section;
}

Output run(Brief& brief) {
  Written out;
  out.report.schema = "mentor.backtest/1";
  out.report.group = "parts";
  out.report.today = brief.today;
  Backtest& sums = sum_in<Backtest>(brief.sum);
  sums.watched.resize(kFirstRule + all_rules().size());
  out.sections.push_back(what_happened(sums));
  out.sections.push_back(states(sums));
  out.sections.push_back(budget(sums, budgets(*brief.programme)));
  out.sections.push_back(rules(sums, brief.settings));
  out.sections.push_back(lives(sums));
  if (!brief.problems.empty())
    out.report.closing = say("{} in the files: `mentor check` shows them.", counted(static_cast<long>(brief.problems.size()), "problem"));
  return out;
}

}  // namespace

extern constinit const Command backtest_command;
constinit const Command backtest_command = {
    .name = "backtest",
    .summary = "How often the verdicts were right, on the journal's own past",
    .details =
        "Replays the rules and states over the past of every relationship, look by look, each look knowing only what was known then, and holds what was said "
        "against what became of it: how many stops were found and how early, how often a pair was warned that met again, for the states and for each rule, "
        "with 95 % intervals (Wilson for shares, exact Poisson for counts). It also prints how long relationships last (Kaplan and Meier), and what the "
        "false-alarm budget promises beside what happened. A journal of a few pairs cannot prove much, and the intervals say so. Only counts are printed: no "
        "name and no text.",
    .examples = "mentor backtest\nmentor backtest --today 2026-03-30 --format json",
    .names = Names::pairs,
    .needs = CommandNeeds::journal,
    .flags = {},
    .formats = kFormats,
    .run = run,
    .count = count,
    .join = join_sums<Backtest>,
};

}  // namespace mentor
