// What a programme of many pairs tells about itself, and the lines of mentor.yaml by which its pairs are then judged.
#include "commands/command.hpp"
#include "commands/sums.hpp"
#include "journal/vocabulary.hpp"
#include "rules/counting.hpp"
#include "rules/prior.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json", "markdown"};

void count(const Pair& pair, std::any& sum) { add_to_tally(pair.subject, sum_in<Tally>(sum)); }

/// A share as the vocabulary finds it; -1 when it was not counted.
long share_of(const Counted& counted, const Field& field) {
  Counted copy = counted;
  return static_cast<const Count*>(field.member(&copy))->value;
}

bool is_share(const Field& field) { return field.shape == Shape::count && !field.required; }

Message in_force(const Programme& programme) {
  const Counted& own = programme.counted;
  if (own.relationships.value < 0) return say("the built-in figures");
  if (own.used == YesNo::no) return say("the built-in figures: `used: no` in mentor.yaml:{}", own.place.line);
  if (!has_counted(programme)) return say("the built-in figures: those of mentor.yaml:{} are of too few relationships", own.place.line);
  return say("what was counted on {} of {} (mentor.yaml:{})", own.date ? iso(own.date) : "an unknown day", counted(own.relationships.value, "relationship"),
             own.place.line);
}

Block figures(const Counted& found) {
  const Counted usual = built_in();
  Block block{"figures", "Of 100", {}, Layout::table, {}};
  for (const Field& field : kinds::counted.fields) {
    if (!is_share(field) || share_of(found, field) < 0) continue;
    block.lines.push_back({{},
                           say("{}", field.name),
                           {},
                           {},
                           Box::none,
                           {{"counted", "counted", share_of(found, field)},
                            {"built_in", "built in", share_of(usual, field)},
                            {"", "meaning", Message{say("{}", field.meaning)}}}});
  }
  return block;
}

Block quiet(const Counted& found) {
  Block block{"quiet_weeks", "Weeks in which hardly anybody met", {}, Layout::bullets};
  for (const Holiday& each : found.quiet_weeks)
    block.lines.push_back({{}, say("{} to {}", iso(each.from), iso(each.to)), {}, {}, Box::none, {{"from", "", each.from}, {"to", "", each.to}}});
  return block;
}

/// The lines for mentor.yaml, as one key.
Block lines(const Counted& found) {
  Block block{"lines",
              "For mentor.yaml",
              {},
              Layout::verbatim,
              say("With these lines in it, in place of any `counted:` that is there, every pair is judged by its own programme.")};
  const auto add = [&block](Message text) { block.lines.push_back({{}, std::move(text), {}, {}, Box::none, {{"sign", "", std::string_view("")}}}); };
  add(say("{}:", kinds::counted.name));
  for (const Field& field : kinds::counted.fields) {
    if (field.shape == Shape::date) add(say("  {}: {}", field.name, iso(found.date)));
    if (field.shape == Shape::count && share_of(found, field) >= 0) add(say("  {}: {}", field.name, share_of(found, field)));
    if (field.shape != Shape::records || found.quiet_weeks.empty()) continue;
    add(say("  {}:", field.name));
    for (const Holiday& each : found.quiet_weeks) add(say("    - {{from: {}, to: {}}}", iso(each.from), iso(each.to)));
  }
  return block;
}

Output run(Brief& brief) {
  Written out;
  out.report.schema = "mentor.programme/1";
  out.report.group = "parts";
  out.report.today = brief.today;
  Tally& tally = sum_in<Tally>(brief.sum);
  const auto pairs = static_cast<long>(tally.pairs.size());
  Section section;
  section.id = "programme";
  section.heading = say("What {} of this programme tell", counted(pairs, "relationship"));
  section.facts = {{"relationships", "", pairs}, {"in_force", "in force", Message{in_force(*brief.programme)}}};
  if (pairs < method::kFewestCounted) {
    section.intro = say("Fewer than {} that have met say too little about a programme: nothing is counted.", method::kFewestCounted);
  } else {
    const Counted found = count_up(tally, *brief.programme, brief.today);
    section.intro = say("Only counts are shown: no name and no text. Few pairs make a small difference, for the built-in figures weigh as much as {:g} pairs.",
                        method::kImaginaryRelationships);
    section.blocks = {quiet(found), figures(found), lines(found)};
  }
  out.sections.push_back(std::move(section));
  if (!brief.problems.empty())
    out.report.closing = say("{} in the files: `mentor check` shows them.", counted(static_cast<long>(brief.problems.size()), "problem"));
  return out;
}

}  // namespace

extern constinit const Command programme_command;
constinit const Command programme_command = {
    .name = "programme",
    .summary = "What a programme of many pairs tells about itself",
    .details =
        "Counts over all relationships: weeks in which hardly anybody met, how many end early, how regular the pairs are, and how often what was agreed takes "
        "place. It prints the figures beside the built-in ones, and the lines for mentor.yaml that put them in force: from then on a pair is judged by its own "
        "programme. Nothing is counted in secret, so a verdict never changes because of somebody else's notes; count again once or twice a year. `used: no` "
        "switches the figures off. Fewer than 30 relationships say too little.",
    .examples = "mentor programme\nmentor programme --today 2026-03-30 --format json",
    .names = Names::pairs,
    .needs = CommandNeeds::journal,
    .flags = {},
    .formats = kFormats,
    .run = run,
    .count = count,
    .join = join_sums<Tally>,
};

}  // namespace mentor
