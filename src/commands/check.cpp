// The main job: every relationship's state and the findings behind it, most urgent first, and the problems in the files.
#include <fmt/format.h>

#include "commands/ahead.hpp"
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "commands/what_if.hpp"
#include "rules/chance.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Flag kFlags[] = {
    {"fail-on", 0, "SEVERITY", "The lowest severity that makes the exit code 1: info, warning, error (the default) or never.", Choices::fail_on},
    {"select", 0, "RULE", "Only this rule; may be repeated.", Choices::rules, true},
    {"ignore", 0, "RULE", "Not this rule; may be repeated.", Choices::rules, true},
    set_flag,
    {"allow-empty", 0, "", "A folder without relationships is no error.", Choices::none},
};
constexpr std::string_view kFormats[] = {"full", "concise", "json", "markdown"};

bool is_quiet_state(State state) { return state == State::on_track || state == State::closed; }

/// What lies ahead, and how much of what went wrong may be chance: with --verbose, for each pair is replayed for it.
void add_outlook(const Pair& pair, Section& section) {
  if (pair.assessment().state == State::closed) return;
  if (!pair.request.format->wants_all) {
    const Line next = if_nothing_is_entered(pair);
    section.facts.push_back({"", "next", next.date ? say("on {} {}", iso(next.date), next.text) : next.text});
    section.facts.push_back({"", "by chance", beside_chance(pair)});
    return;
  }
  const DatesNotKept found = dates_not_kept(pair.assessment());
  section.facts.push_back({"dates", "", static_cast<long>(found.dates)});
  section.facts.push_back({"not_kept", "", static_cast<long>(found.count)});
  section.facts.push_back({"not_kept_by_chance", "", static_cast<long>(found.by_chance)});
  section.blocks.push_back(outlook(pair));
}

std::optional<Section> visit(const Pair& pair) {
  const Assessment& a = pair.assessment();
  const Format& format = *pair.request.format;
  if (!format.wants_all && !pair.request.verbose && pair.checked.findings.empty() && is_quiet_state(a.state) && !is_changed(pair)) return {};
  Section section;
  section.id = id_of(pair.relationship);
  section.urgency = format.wants_all ? 0 : urgency(pair);
  section.lists_findings = true;
  section.heading = say("{}: {} since {} ({})", pair.relationship.id, name(a.state), iso(a.since), people(pair.relationship));
  if (format.wants_all)
    section.facts = contract_facts(pair);
  else
    section.facts = {{"", "because", why(pair)}};
  for (Fact& fact : what_if_facts(pair)) section.facts.push_back(std::move(fact));
  if (pair.request.verbose) add_outlook(pair, section);
  for (const Finding& finding : pair.checked.findings) section.items.push_back(item(pair, finding));
  if (format.wants_all || pair.request.verbose)
    section.blocks.push_back(silenced_block(pair));
  else if (!pair.checked.silenced.empty())
    section.facts.push_back({"", "silenced", say("{} (-v lists them)", counted(static_cast<long>(pair.checked.silenced.size()), "finding"))});
  return section;
}

Message sentence(const Brief& brief) {
  std::string states;
  for (const StateWords& row : state_table())
    if (const long count = brief.by_state[static_cast<std::size_t>(row.state)]; count > 0)
      states += fmt::format("{}{} {}", states.empty() ? "" : ", ", count, row.name);
  return say("{}: {}. {}, {}, {}.", counted(brief.relationships, "relationship"), states.empty() ? "none read" : states, counted(brief.by_severity[2], "error"),
             counted(brief.by_severity[1], "warning"), counted(brief.by_severity[0], "info"));
}

/// What the folder's false alarms come to in a year.
Message expected(const Brief& brief) {
  const long going = brief.relationships - brief.by_state[static_cast<std::size_t>(State::closed)];
  const Budgets allowed = budgets(*brief.programme);
  const auto a_year = [going](double of_100) { return of_100 * static_cast<double>(going) / 100; };
  return say("With {} that {} not closed, chance alone brings at most {:.1f} wrong alarms of stalled a year and {:.1f} of drifting (`false-alarms:`).",
             counted(going, "relationship"), going == 1 ? "is" : "are", a_year(allowed.stalled), a_year(allowed.drifting));
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.check/1";
  report.group = "relationships";
  report.today = brief.today;
  report.across = brief.across;
  report.problems = std::move(brief.problems);
  report.summary = {{"relationships", "", brief.relationships},
                    {"errors", "", brief.by_severity[2]},
                    {"warnings", "", brief.by_severity[1]},
                    {"infos", "", brief.by_severity[0]}};
  for (const StateWords& row : state_table()) report.by_state.push_back({row.name, "", brief.by_state[static_cast<std::size_t>(row.state)]});
  if (!brief.request.quiet)
    report.closing = brief.request.verbose && brief.relationships > 0 ? say("{} {}", sentence(brief), expected(brief)) : sentence(brief);
  report.postscript = what_if(brief);
  return report;
}

}  // namespace

extern constinit const Command check_command;
constinit const Command check_command = {
    .name = "check",
    .summary = "Find relationships that lose momentum, with the evidence",
    .details =
        "Reads the whole journal and prints each relationship that needs a word: its state, the findings behind it, worst first, each with the line, the "
        "evidence, the limit and "
        "the least that clears it. Problems in the files are listed too. When all is well nothing is printed, so that it can run from cron.",
    .examples = "mentor check\nmentor check ada bo --today 2026-03-30\nmentor check --format json --fail-on warning\nmentor check --set cancellations.count=3",
    .names = Names::pairs,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .judges = true,
    .visit = visit,
    .run = run,
    .count = count_changes,
    .join = join_changes,
};

}  // namespace mentor
