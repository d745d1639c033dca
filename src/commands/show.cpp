// One relationship in full: its state and how it was reached, what was counted and what not, what would change it, and what happened when.
#include <fmt/format.h>

#include "commands/show.hpp"

#include "commands/ahead.hpp"
#include "commands/describe.hpp"
#include "commands/in_confidence.hpp"
#include "commands/show_read.hpp"
#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json", "markdown"};

constexpr Flag kFlags[] = {
    {"history", 0, "", "Show how the state moved over time, why, and which entry brought each change about.", Choices::none},
    {"read", 0, "", "Show line by line how the files were understood, to be checked against them.", Choices::none},
    {"in-confidence", 0, "PARTY", "Show what this party noted in confidence and nothing else, for their own eyes; a facilitator sees what either noted.",
     Choices::none, false, kConfidants},
};

std::optional<Section> visit(const Pair& pair) {
  const Relationship& r = pair.relationship;
  const Assessment& a = pair.assessment();
  Section section;
  section.id = id_of(r);
  if (pair.request.has("in-confidence")) return confidential_section(pair, pair.request.text("in-confidence"));
  if (pair.request.has("read")) {
    section = read_section(pair);
    section.id = id_of(r);
    std::vector<Item> problems;
    for (const Problem& problem : pair.problems) problems.push_back(item(problem));
    mark_problems(section, problems);
    return section;
  }
  section.heading = say("{}: {}", r.id, people(r));
  if (pair.request.has("history")) {
    section.facts = {{"state", "state", name(a.state)}, {"since", "since", a.since}};
    section.blocks.push_back(history_of_states(pair));
    return section;
  }
  section.facts = contract_facts(pair);
  const MarkedDate contact = last_contact(pair);
  const std::optional<long> left = Ending{r, pair.subject.today}.meetings_left();
  const Fact shown[] = {
      {"", "state", Message{say("{} since {}", name(a.state), iso(a.since))}},
      {"", "because", why(pair)},
      {"", "what to do", Message{say("{}", state_table()[static_cast<std::size_t>(a.state)].advice)}},
      {"", "purpose", Message{say("{}", r.purpose)}},
      {"", "phase", phase(pair)},
      {"", "rhythm", rhythm(pair)},
      {"", "planned", left ? FactValue{say("{}, {} of them left", counted(r.planned_meetings.value, "meeting"), *left)} : FactValue{}},
      {"", "last contact", contact.date ? say("{} ({}:{})", iso(contact.date), Text{contact.mark.path}, contact.mark.line) : say("none noted")},
      {"", "next meeting", expected(pair)},
      {"", "revived on", a.revived ? FactValue{a.revived} : FactValue{}},
      {"", "who",
       a.party == Party::unset ? FactValue{}
                               : FactValue{say("called off, missed, moved late or left unanswered lately: {} by {}, {} by {}", a.incidents_mentor,
                                               r.mentor.name, a.incidents_mentee, r.mentee.name)}},
  };
  for (const Fact& fact : shown)
    if (!std::holds_alternative<std::monostate>(fact.value)) section.facts.push_back(fact);
  section.lists_findings = true;
  for (const Finding& finding : pair.checked.findings) section.items.push_back(item(pair, finding));
  section.blocks.push_back(silenced_block(pair));
  if (a.is_judged()) {
    section.blocks.push_back(silence_ledger(pair));
    section.blocks.push_back(drift_ledger(pair));
  }
  section.blocks.push_back(not_counted(pair));
  for (Line& line : not_judged(pair).lines) section.blocks.back().lines.push_back(std::move(line));
  section.blocks.push_back(axes_block(pair));
  section.blocks.push_back(outlook(pair));
  section.blocks.push_back(timeline(pair));
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.show/1";
  report.group = "relationships";
  report.today = brief.today;
  if (brief.request.has("in-confidence")) {
    report.schema = "mentor.confidence/1";
    return report;
  }
  report.problems = std::move(brief.problems);
  if (brief.request.has("history")) report.schema = "mentor.history/1";
  if (brief.request.has("read")) report.schema = "mentor.read/1";
  return report;
}

}  // namespace

extern constinit const Command show_command;
constinit const Command show_command = {
    .name = "show",
    .summary = "One relationship in full: state, reasons, ledger, timeline",
    .details =
        "Prints the state and how it was reached: the points that speak for and against, as columns that add up, what was not counted and why, what would "
        "change it, and what happened when. Each line "
        "names the file and line it rests on, so that every verdict can be checked by hand. With --history it prints instead how the state moved over time, "
        "and with --read how each line of the files "
        "was understood: the line's number, its beginning, and what it was taken for.",
    .examples = "mentor show ada\nmentor show ada --today 2026-03-01\nmentor show ada --history\nmentor show ada --read",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
