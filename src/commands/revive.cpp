// The plan to regain momentum, built from the signs that fired; the sheet to promise it on; and a quiet way to a third person.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "practice/revival.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "markdown", "json"};
constexpr std::string_view kRoles[] = {"mentor", "mentee"};
constexpr Flag kFlags[] = {
    {"for", 0, "WHO", "Add what mentor or mentee can do alone.", Choices::none, false, kRoles},
    {"confidential", 0, "", "Print, for the one named with --for, words to turn to a third person; nothing else is printed.", Choices::none},
};

constexpr std::size_t kMostReasons = 3;

Line line(Message text, std::vector<Fact> facts = {}, Box box = Box::none) {
  Line out;
  out.text = std::move(text);
  out.facts = std::move(facts);
  out.box = box;
  return out;
}

/// A title within a sentence.
std::string lower_first(std::string_view title) {
  std::string out(title);
  if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

std::string_view in_words(Party party) { return party == Party::both ? "both of you" : word(party); }

/// Why a step is in the plan: the findings, as sentences with their places. What an earlier step has told is told again only when there is
/// nothing else to tell.
Message reasons(const Pair& pair, const RevivalStep& step, std::vector<const Finding*>& told) {
  if (step.because.empty()) return say("it belongs to every new beginning");
  std::vector<const Finding*> fresh;
  for (const Finding* const finding : step.because)
    if (std::ranges::find(told, finding) == told.end()) fresh.push_back(finding);
  if (fresh.empty()) fresh.push_back(step.because.front());
  Message all;
  for (std::size_t i = 0; i < std::min(fresh.size(), kMostReasons); ++i) {
    const Finding& finding = *fresh[i];
    const Mark where = mark(pair, finding.place);
    const Message one = where.path.empty() ? finding.message : say("{} ({}:{})", finding.message, Text{where.path}, where.line);
    all = all.empty() ? one : say("{}; {}", all, one);
    told.push_back(&finding);
  }
  return fresh.size() > kMostReasons ? say("{}; and {} more", all, fresh.size() - kMostReasons) : all;
}

std::vector<std::string_view> signs(const RevivalStep& step) {
  std::vector<std::string_view> ids;
  for (const Finding* const finding : step.because)
    if (std::ranges::find(ids, finding->rule->id) == ids.end()) ids.push_back(finding->rule->id);
  return ids;
}

/// The command that helps with a step; empty when there is none.
Message tool(const Relationship& r, std::string_view id) {
  if (id == "feedback") return say("`mentor feedback {} --set stalled`, and then `--compare`", r.id);
  if (id == "goals") return say("`mentor goals {}`", r.id);
  if (id == "priorities") return say("`mentor feedback {} --set priorities`", r.id);
  if (id == "drive") return say("`mentor feedback {} --set drive --for mentee`", r.id);
  if (id == "growth") return say("`mentor feedback {} --set mastery`", r.id);
  if (id == "presence") return say("`mentor agenda {}`", r.id);
  if (id == "end") return say("`mentor close {}`", r.id);
  return {};
}

Line step_line(const Pair& pair, const RevivalStep& step, std::vector<const Finding*>& told) {
  const RevivalStepWords& words = *step.words;
  std::vector<std::string_view> ids = signs(step);
  Line out = line(say("{}", words.title), {}, step.done ? Box::ticked : Box::open);
  out.facts = {{"step", "", words.id},
               {"how", "how", Message{say("{}", words.how)}},
               {"why", "why now", reasons(pair, step, told)},
               {"signs", "", std::move(ids)},
               {"who", "who", in_words(words.who)},
               {"tool", "helps", tool(pair.relationship, words.id)},
               {"done_on", "", step.done ? FactValue{step.done} : FactValue{}},
               {"standing", "so far", step.done ? say("{} ({})", step.standing, iso(step.done)) : step.standing},
               {"source", "", words.source}};
  if (step.done_place.line != 0) out.mark = mark(pair, step.done_place);
  return out;
}

/// Why the two began, in their own words.
Block beginning(const Pair& pair) {
  const Relationship& r = pair.relationship;
  Block block{"beginning", "Why you began", {}, Layout::bullets};
  if (!r.purpose.empty()) block.lines.push_back(line(say("{}", r.purpose)));
  for (const Party party : {Party::mentee, Party::mentor})
    if (const Text why = r.agreement.why.of(party); !why.empty()) block.lines.push_back(line(say("{}: {}", name_of(r, party), why)));
  return block;
}

Block walk(const Pair& pair) {
  Block block{"disconnect", "The walk through the moment in which the contact broke", {}, Layout::numbered};
  const Disconnect* const open = open_disconnect(pair.relationship, pair.subject.today);
  const Disconnect none;
  for (const DisconnectPart& part : disconnect_walk(pair.relationship, open == nullptr ? none : *open))
    block.lines.push_back(line(say("{}: {}", part.title, part.question), {{"noted", "noted", part.noted}}));
  const Message where = open == nullptr && is_markdown(pair) ? say("under `## Disconnect {}`", iso(pair.subject.today))
                        : open == nullptr                    ? say("as an entry under `disconnects:`")
                                                             : say("in its entry");
  block.intro = say("Most pairs come to such a moment at some point. Write down what you find {}; it is open until an action is noted.", where);
  return block;
}

/// What both sign: four promises, how each is held to them, the habits that are named, and the next dates.
Block sheet(const Pair& pair, const RevivalPlan& plan) {
  const Relationship& r = pair.relationship;
  Block block{"recommitment", "The promise, for both", {}, Layout::bullets};
  block.intro = say("Go through it together. It holds when both have made it; then note it as shown below.");
  for (const std::string_view promise :
       {"responsive: an answer within the time we agree on, even if it is short",
        "reflective: each thinks it over before we meet, and says what did not go well", "engaged: we come prepared, on time, and with all attention",
        "dedicated: a date that is fixed is kept, or moved in good time"})
    block.lines.push_back(line(say("{}", promise), {}, Box::open));
  for (const Rule* const habit : plan.habits)
    block.lines.push_back(line(say("we will say it aloud when this returns: {}", lower_first(habit->title)), {{"habit", "", habit->id}}, Box::open));
  if (plan.habits.empty()) block.lines.push_back(line(say("an old habit that we will name aloud when it returns: ...")));
  block.lines.push_back(line(r.agreement.accountability.empty() ? say("how each may hold the other to it: ...")
                                                                : say("how each may hold the other to it: {}", r.agreement.accountability)));
  block.lines.push_back(line(say("what each needs, thinks, fears and hopes, said without being argued with: ...")));
  block.lines.push_back(line(say("the next three dates: ...")));
  return block;
}

/// The entry to note it by, in the spelling of the file.
Block note(const Pair& pair, const RevivalPlan& plan) {
  std::string habits;
  for (const Rule* const habit : plan.habits) habits += (habits.empty() ? "" : ", ") + std::string(habit->id);
  const std::string day = iso(pair.subject.today);
  Block block{"note", "To note it in the journal", {}, Layout::prose};
  if (is_markdown(pair)) {
    block.lines.push_back(line(say("`## Recommitment {}`", day)));
    block.lines.push_back(line(say("`By: mentor, mentee`")));
    block.lines.push_back(line(say("`Promises: responsive, reflective, engaged, dedicated`")));
    if (!habits.empty()) block.lines.push_back(line(say("`Habits: {}`", habits)));
  } else {
    block.intro = say("An entry under `recommitments:`.");
    block.lines.push_back(line(say("`- {{date: {}, by: [mentor, mentee], promises: [responsive, reflective, engaged, dedicated]{}}}`", day,
                                   habits.empty() ? std::string{} : fmt::format(", habits: [{}]", habits))));
  }
  return block;
}

struct Prompt {
  Party who;
  std::string_view text;
};
constexpr Prompt kPrompts[] = {
    {Party::mentor, "Which two things about these meetings would you change, beginning with your own part?"},
    {Party::mentor, "Where could you tell what you went through yourself, in place of advice?"},
    {Party::mentor, "Whom could you introduce, and what would that open?"},
    {Party::mentor, "What has the mentee done lately that you are grateful for, or that taught you something? Say it."},
    {Party::mentor, "What have you learned about your own way of leading by explaining it?"},
    {Party::mentee, "What would you like to be different half a year from now, and what is the first piece of it?"},
    {Party::mentee, "What do you believe you know already, and could look at again with fresh eyes?"},
    {Party::mentee, "What small thing would you try if it did not matter how it turned out?"},
    {Party::mentee, "What did the mentor do that helped? A line of thanks costs little and carries far."},
    {Party::mentee, "Who else knows something that you need, and for which part of the way?"},
};

Block prompts(const Pair& pair, Party who) {
  Block block{"prompts", {}, {}, Layout::bullets};
  block.heading = who == Party::mentor ? "For the mentor, before the next meeting" : "For the mentee, before the next meeting";
  for (const Prompt& prompt : kPrompts)
    if (prompt.who == who) block.lines.push_back(line(say("{}", prompt.text)));
  if (who == Party::mentee)
    block.lines.push_back(
        line(say("If you would rather talk to a third person first: `mentor revive {} --for mentee --confidential` has words for it.", pair.relationship.id)));
  return block;
}

/// What the mentee can say when asking for a second chance.
Block second_chance_letter(const Pair& pair) {
  Block block{"second_chance", "Words for a second chance", {}, Layout::prose};
  block.intro = say("In the mentee's own words, in a message or at the table:");
  block.lines.push_back(line(
      say("\"{}, I would like our meetings to be worth your time and mine, and I would like to say more clearly what I need.", pair.relationship.mentor.name)));
  block.lines.push_back(line(say("What I am working towards: ...")));
  block.lines.push_back(line(say("What is hard for me right now: ...")));
  block.lines.push_back(line(say("The kind of advice I hope for: ...")));
  block.lines.push_back(line(say("Would you give it three more meetings with me? And what would you need from me?\"")));
  return block;
}

bool is_end_decided(const Pair& pair) { return pair.assessment().ground == Assessment::Ground::end_decided; }

Message opening(const Pair& pair, const RevivalPlan& plan) {
  const State state = pair.assessment().state;
  if (is_end_decided(pair))
    return say("The end was decided on {}: `mentor close {}` has the way to it. If the two would rather go on, a new goal is the best beginning.",
               iso(pair.relationship.closing.decided), pair.relationship.id);
  if (state == State::closed)
    return say("It is closed. If the two want to begin again, a new first meeting is the best plan: note it, and `reopened:` in the closing.");
  if (plan.steps.empty()) return say("Nothing in the journal says that momentum is being lost. Go on as you do, and ask now and then how it is for the other.");
  if (state == State::stalled || state == State::dormant)
    return say(
        "Before any plan, one honest question for each: is this still worth my time, and would I miss it? Both answers lead somewhere. One step is enough to "
        "begin with; the order below is a proposal.");
  const auto asks_for_a_talk = [](const RevivalStep& step) { return step.words->path == RevivalPath::decide && step.words->id != "agreement"; };
  if (std::ranges::any_of(plan.steps, asks_for_a_talk))
    return say(
        "These steps answer what is noted in the journal. Some of it wants a conversation first; the order below is a proposal, and one step is enough "
        "to begin with.");
  if (plan.next() == nullptr) return say("All of this is done, as far as the journal shows. The signs fade as meetings take place.");
  if (plan.steps.size() == 1) return say("One step would answer what the journal shows.");
  return say("These steps answer the signs in the journal. One is enough to begin with: choose the one that both of you would enjoy most.");
}

/// A letter to a third person, for the eyes of the one who asked for it.
Section letter(const Pair& pair, Party who) {
  const Relationship& r = pair.relationship;
  const Person& facilitator = r.agreement.facilitator.name.empty() ? pair.programme.coordinator : r.agreement.facilitator;
  Section section;
  section.id = id_of(r);
  section.heading = say("For {} alone", name_of(r, who));
  section.intro = say("{} You need nobody's leave to ask for help, and asking is not an accusation. This page is printed for you and written nowhere.",
                      who == Party::mentee ? "Saying that it does not work is harder for the one who has less power."
                                           : "Saying that it does not work is hard for the one who is meant to help.");
  section.facts = {{"facilitator", "to whom",
                    facilitator.name.empty()
                        ? FactValue{say("whoever looks after the programme; no name is noted in the journal")}
                        : FactValue{facilitator.email.empty() ? say("{}", facilitator.name) : say("{} <{}>", facilitator.name, facilitator.email)}}};
  Block block{"letter", "Words to begin with", {}, Layout::prose};
  block.lines.push_back(line(facilitator.name.empty() ? say("Hello,") : say("Dear {},", facilitator.name)));
  block.lines.push_back(
      line(say("I am {} of {}. I would like to talk about our mentoring with somebody who is not part of it, and I ask you to keep this between us for now.",
               who == Party::mentee ? "the mentee" : "the mentor", name_of(r, who == Party::mentee ? Party::mentor : Party::mentee))));
  block.lines.push_back(line(say("What I have noticed, with one or two examples: ...")));
  block.lines.push_back(line(say("What I have tried, or do not dare to try: ...")));
  block.lines.push_back(
      line(say("What would help me most: a conversation with you / the three of us together / another match / advice on how to end it well.")));
  block.lines.push_back(line(say("Could we speak for twenty minutes this week?")));
  section.blocks.push_back(std::move(block));
  return section;
}

Party role(const Request& request) { return request.text("for") == "mentor" ? Party::mentor : request.text("for") == "mentee" ? Party::mentee : Party::unset; }

std::optional<Section> visit(const Pair& pair) {
  const Party who = role(pair.request);
  if (pair.request.has("confidential")) {
    if (who == Party::unset) throw Failure{say("--confidential needs to know for whom"), say("add --for mentee or --for mentor")};
    return letter(pair, who);
  }
  const RevivalPlan plan = revival_plan(pair.subject, pair.checked);
  const Assessment& a = pair.assessment();
  const bool is_over = a.state == State::closed || is_end_decided(pair);
  const RevivalStep* const next = plan.next();
  Section section;
  section.id = id_of(pair.relationship);
  section.heading = say("{}: {} ({})", pair.relationship.id,
                        is_over || plan.steps.empty() ? "how things stand"
                        : a.state == State::on_track  ? "small steps that would help"
                                                      : "a way back to momentum",
                        people(pair.relationship));
  section.facts = {{"state", "", name(a.state)},
                   {"", "state", Message{say("{} since {}", name(a.state), iso(a.since))}},
                   {"", "because", why(pair)},
                   {"next_step", "", next == nullptr || is_over ? FactValue{} : FactValue{next->words->id}}};
  section.intro = opening(pair, plan);
  if (is_over) return section;
  if (plan.steps.empty() && who == Party::unset) return section;
  const auto has = [&plan](std::string_view id) {
    return std::ranges::any_of(plan.steps, [id](const RevivalStep& step) { return step.words->id == id && !step.done; });
  };
  section.blocks.push_back(beginning(pair));
  Block steps{"steps", "The plan", {}, Layout::numbered};
  std::vector<const Finding*> told;
  for (const RevivalStep& step : plan.steps) steps.lines.push_back(step_line(pair, step, told));
  section.blocks.push_back(std::move(steps));
  if (has("disconnect")) section.blocks.push_back(walk(pair));
  if (has("recommit")) {
    section.blocks.push_back(sheet(pair, plan));
    section.blocks.push_back(note(pair, plan));
  }
  if (has("second-chance")) section.blocks.push_back(second_chance_letter(pair));
  if (who != Party::unset) section.blocks.push_back(prompts(pair, who));
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.revive/1";
  report.group = "relationships";
  report.today = brief.today;
  if (!brief.request.has("confidential")) report.problems = std::move(brief.problems);
  return report;
}

}  // namespace

extern constinit const Command revive_command;
constinit const Command revive_command = {
    .name = "revive",
    .summary = "A plan to regain momentum, or to say honestly that it is over",
    .details =
        "Builds a plan from the signs that fired: asking each other, looking at the goals again, their order, and a promise that both make; or drive, process, "
        "growth, stretch and presence; the "
        "walk through a moment of disconnect; other terms, a second chance, a third person, or the question whether to end. Each step says why it was chosen, "
        "who does it, and whether the journal shows that it was done. --for adds what one side can do alone. With --confidential it prints, for that side "
        "only, words to turn to whoever looks after the programme.",
    .examples = "mentor revive bo\nmentor revive bo --for mentee\nmentor revive bo --for mentee --confidential",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
