// The way to a good ending as a checklist: what is done, what is missing, what is out of order, and what comes next.
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "practice/closing.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "markdown", "json"};

Line line(const Pair& pair, const ClosingStep& step) {
  Line out;
  out.text = say("{}", step.title);
  out.box = step.standing == Standing::done || step.standing == Standing::skipped || step.standing == Standing::not_needed ? Box::ticked : Box::open;
  if (step.place.line != 0) out.mark = mark(pair, step.place);
  const FactValue when = step.date ? FactValue{step.date} : FactValue{};
  out.facts = {{"step", "", step.id}, {"standing", "", name(step.standing)}, {"when", "", when}, {"detail", "", step.detail}, {"how", "", step.how}};
  // people read one note below the step, not a form
  Message note = step.detail;
  if (step.standing == Standing::not_needed) note = say("not needed: {}", note);
  if (step.standing == Standing::skipped) note = say("left out: {}", note);
  if (step.date) note = note.empty() ? say("{}", iso(step.date)) : say("{}, {}", iso(step.date), note);
  if (!note.empty()) out.facts.push_back({"", "so far", note});
  if (!step.how.empty()) out.facts.push_back({"", "how", step.how});
  return out;
}

/// What the pair needs to hear first.
Message opening(const Pair& pair, const ClosingPlan& plan) {
  const State state = pair.assessment().state;
  if (state == State::closed)
    return plan.next() == nullptr ? say("It is closed, and everything that belongs to a good ending is noted.")
                                  : say("It is closed. What is still open below can be noted afterwards: a kind word that comes late is better than none.");
  if (state == State::closing)
    return say("What the two set out to do is done, or its agreed end is here. An ending that both take part in is the last thing they can give each other.");
  if (pair.relationship.closing.recorded()) return say("The two are on the way to an ending. Nothing here is closed by itself: that is for the two to say.");
  if (state == State::stalled || state == State::dormant)
    return say("Nothing says that it has ended, and much that it has stopped. `mentor revive {}` has the way back; this is the way out, should the two choose it.",
               pair.relationship.id);
  return say("Nothing says that it is ending. This is what a good ending takes, whenever it comes.");
}

std::optional<Section> visit(const Pair& pair) {
  const ClosingPlan plan = closing_plan(pair.relationship, pair.subject.today);
  const ClosingStep* const next = plan.next();
  Section section;
  section.id = id_of(pair.relationship);
  section.heading = say("{}: the way to a good ending ({})", pair.relationship.id, people(pair.relationship));
  section.intro = opening(pair, plan);
  const Assessment& a = pair.assessment();
  section.facts = {{"state", "", name(a.state)},
                   {"", "state", Message{say("{} since {}", name(a.state), iso(a.since))}},
                   {"settled", "", static_cast<long>(plan.settled())},
                   {"steps_in_all", "", static_cast<long>(plan.steps.size())},
                   {"", "steps", Message{say("{} of {} settled", plan.settled(), plan.steps.size())}},
                   {"next_step", "", next == nullptr ? FactValue{} : FactValue{next->id}},
                   {"", "next", next == nullptr ? FactValue{} : FactValue{say("{}", next->title)}},
                   {"by", "by", plan.by ? FactValue{plan.by} : FactValue{}}};
  Block steps{"steps", "Step by step", {}, Layout::bullets, {}};
  for (const ClosingStep& step : plan.steps) steps.lines.push_back(line(pair, step));
  Block disorder{"out_of_order", "Out of order", {}, Layout::bullets, say("It cannot be undone, but it can be said: the other side may have been left to guess.")};
  for (const OutOfOrder& each : plan.out_of_order) {
    Line out;
    out.text = each.what;
    out.mark = mark(pair, each.place);
    disorder.lines.push_back(std::move(out));
  }
  section.blocks = {std::move(steps), std::move(disorder)};
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.close/1";
  report.group = "relationships";
  report.today = brief.today;
  report.problems = std::move(brief.problems);
  return report;
}

}  // namespace

extern constinit const Command close_command;
constinit const Command close_command = {
    .name = "close",
    .summary = "The way to a good ending, step by step",
    .details =
        "Prints the steps of a good ending, read off the journal: taking stock, other terms, a second chance, the conversation, the decision and what it rests "
        "on, the last meeting and its announcement, goals and plan compared, what was reached and learned, why it ends, and what comes next. It says what is "
        "done, what is missing and how to note it, and what happened in an order that may have left somebody out. A relationship can be closed from every "
        "state; the program never closes one by itself.",
    .examples = "mentor close ada\nmentor close ada --format markdown",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = {},
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
