// The way to a good ending as a checklist: what is done, what is missing, what is out of order, and what comes next.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "commands/asked_day.hpp"
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "commands/typed.hpp"
#include "practice/closing.hpp"
#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "markdown", "json"};
constexpr std::string_view kWho[] = {"mentor", "mentee", "both"};

/// What --write enters: each is named like the field that it fills, but for the two at the end.
constexpr Flag kFields[] = {
    {"talked", 0, "DAY", "The day both talked about ending.", Choices::none},
    {"decided", 0, "DAY", "The day the end was decided.", Choices::none},
    {"basis", 0, "WORD", "What the decision rests on.", Choices::none, false, Words<Basis>::list},
    {"agreed-by", 0, "SIDE", "Who agreed to end.", Choices::none, true, kWho},
    {"reason", 0, "TEXT", "Why it ends, so that nobody is left guessing.", Choices::none},
    {"second-chance-skipped", 0, "TEXT", "Why no second chance was looked for.", Choices::none},
    {"achievement", 0, "TEXT", "What the two reached together.", Choices::none, true},
    {"learned", 0, "TEXT", "What one of them learned: `mentor: to ask first`.", Choices::none, true},
    {"goals-compared", 0, "TEXT", "What came of comparing the goals with where things stand.", Choices::none},
    {"next-steps", 0, "TEXT", "What one of them does next: `mentee: lead the spring review`.", Choices::none, true},
    {"after", 0, "WORD", "What the relationship becomes.", Choices::none, false, Words<After>::list},
    {"contact-terms", 0, "TEXT", "How the two stay in touch, if they do.", Choices::none},
    {"follow-up", 0, "DAY", "The day on which the two mean to hear of each other again.", Choices::none},
    {"celebrated", 0, "", "The end was celebrated.", Choices::none},
    {"closed", 0, "DAY", "The day it was closed; nothing is closed before this is said.", Choices::none},
    {"last-session", 0, "DAY", "The day of the last meeting.", Choices::none},
    {"told", 0, "DAY", "The day both knew that it would be the last.", Choices::none},
};

constexpr Flag kWrite = {"write", 0, "", "Enter the closing record, or more of it, with the options below.", Choices::none};

/// --write, what it enters, --dry-run.
constexpr auto kFlags = [] {
  std::array<Flag, std::size(kFields) + 2> flags;
  flags.front() = kWrite;
  std::ranges::copy(kFields, flags.begin() + 1);
  flags.back() = dry_run_flag;
  return flags;
}();

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
    return say(
        "Nothing says that it has ended, and much that it has stopped. `mentor revive {}` has the way back; this is the way out, should the two choose it.",
        pair.relationship.id);
  const Relationship& r = pair.relationship;
  if (Ending{r, pair.subject.today}.meetings_left() == 1)
    return say("One of {} planned meetings is left. This is what a good ending takes, and most of it fits into that meeting.", r.planned_meetings.value);
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
  Block disorder{
      "out_of_order", "Out of order", {}, Layout::bullets, say("It cannot be undone, but it can be said: the other side may have been left to guess.")};
  for (const OutOfOrder& each : plan.out_of_order) {
    Line out;
    out.text = each.what;
    out.mark = mark(pair, each.place);
    disorder.lines.push_back(std::move(out));
  }
  section.blocks = {std::move(steps), std::move(disorder)};
  return section;
}

// ---------------------------------------------------------------- --write

/// Days that can only be told of when they are over.
void check_past(const Request& request, std::string_view flag, Date day) {
  const bool may_come = flag == "last-session" || flag == "follow-up";
  if (!may_come && day > request.today) throw Failure{say("--{}: {} is yet to come", flag, day_in_words(day)), say("enter it when it has happened")};
}

std::string day_given(const Request& request, std::string_view flag) {
  const Date day = asked_day(request, flag, flag == "last-session" || flag == "follow-up" ? Weekdays::next : Weekdays::last);
  check_past(request, flag, day);
  return iso(day);
}

/// The values of the option, as the field of the closing has them.
NewValue value_given(const Pair& pair, const Field& field, std::string_view flag) {
  const Request& request = pair.request;
  NewValue value{&field};
  switch (field.shape) {
    case Shape::date:
      value.scalar = day_given(request, flag);
      break;
    case Shape::texts:
      value.list = request.all(flag);
      break;
    case Shape::parties: {
      const auto& given = request.all(flag);
      value.list = std::ranges::find(given, "both") == given.end() ? given : std::vector<std::string>{"mentor", "mentee"};
      break;
    }
    case Shape::party_texts:
      for (const std::string& words : request.all(flag)) value.pairs.push_back(typed_per_party(words, flag, pair.relationship, pair.programme));
      break;
    default:
      value.scalar = request.text(flag);
  }
  return value;
}

NewRecord closing_of(const Pair& pair) {
  const Request& request = pair.request;
  NewRecord closing{&kinds::closing};
  NewRecord last{&kinds::last_session};
  for (const Flag& flag : kFields) {
    if (!request.has(flag.name)) continue;
    if (flag.name == "last-session")
      last.put("date", day_given(request, flag.name));
    else if (flag.name == "told")
      last.put("told", day_given(request, flag.name));
    else
      closing.values.push_back(value_given(pair, *kinds::closing.find(flag.name == "achievement" ? "achievements" : flag.name), flag.name));
  }
  if (!last.values.empty()) closing.value("last-session").records.push_back(std::move(last));
  return closing;
}

Wishes wish(const Pair& pair) {
  NewRecord closing = closing_of(pair);
  if (closing.values.empty()) {
    const ClosingPlan plan = closing_plan(pair.relationship, pair.subject.today);
    const ClosingStep* const next = plan.next();
    throw Failure{say("nothing is said that could be entered"),
                  next == nullptr ? say("everything is noted already") : say("say it with options, such as --talked today; what comes next: {}", next->title)};
  }
  std::vector<std::string_view> names;
  for (const NewValue& value : closing.values) names.push_back(value.field->name);
  const bool closes = pair.request.has("closed");
  const Message then = closes ? say("It is closed. `mentor summary {}` has the summary for both.", pair.relationship.id)
                              : say("`mentor close {}` shows what comes next.", pair.relationship.id);
  Wish wish{Wish::Act::set, {{kinds::relationship.find("closing")}}, nullptr, std::move(closing)};
  // a line of a terminal holds so many names
  constexpr std::size_t kMostNames = 5;
  return {{std::move(wish)},
          names.size() <= kMostNames ? say("the closing now says {}", fmt::join(names, ", ")) : say("the closing now says {} things more", names.size()),
          then};
}

std::optional<Section> visit_unless_unsaid(const Pair& pair) {
  for (const Flag& flag : kFlags)
    if (flag.name != kWrite.name && pair.request.has(flag.name))
      throw Failure{say("--{} is entered with --write only", flag.name), say("add --write, or leave it out to see the steps")};
  return visit(pair);
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
        "state; the program never closes one by itself. With --write what the options say is entered into the closing record, without a touch on anything "
        "else.",
    .examples =
        "mentor close ada\nmentor close ada --format markdown\n"
        "mentor close ada --write --decided today --basis goals --last-session +2w\n"
        "mentor close ada --write --closed today --celebrated --follow-up +6m",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = visit_unless_unsaid,
    .run = run,
    .wish = wish,
    .writes_for = [](const Request& request) { return request.has("write"); },
};

}  // namespace mentor
