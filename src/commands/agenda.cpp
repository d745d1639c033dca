// The agenda of the next meeting: items with minutes that add up, the reason for each, and what each side brings.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "commands/asked_day.hpp"
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "practice/agenda.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "markdown", "html", "json"};
constexpr std::string_view kRoles[] = {"mentor", "mentee"};

constexpr Flag kFlags[] = {
    {"date", 0, "DATE", "Which meeting: its day; else the next agreed date, else the day that the rhythm of the two suggests.", Choices::none},
    {"for", 0, "ROLE", "Adds what this side prepares: mentor or mentee.", Choices::none, false, kRoles},
    template_flag,
};

FactValue word_or_null(std::string_view word) { return word.empty() ? FactValue{} : FactValue{word}; }

/// The name of a side, or the side where it has none.
Text called(const Pair& pair, Party party) {
  const Text name = name_of(pair.relationship, party);
  return name.empty() ? Text{word(party)} : name;
}

bool is_one_side(Party party) { return party == Party::mentor || party == Party::mentee; }

Line point_line(const Pair& pair, const AgendaPoint& point) {
  const Message text = is_one_side(point.who) ? say("{}: {}", called(pair, point.who), point.text) : point.text;
  Line line{{}, text, {}, mark(pair, point.place), point.is_action ? Box::open : Box::none};
  line.facts = {{"for", "", word_or_null(is_one_side(point.who) ? word(point.who) : "")},
                {"set", "", point.question ? FactValue{say("{}", point.question.set->name)} : FactValue{}},
                {"question", "", point.question.question != nullptr ? FactValue{say("{}", point.question.question->id)} : FactValue{}},
                {"because", "because", point.because.empty() ? FactValue{} : FactValue{point.because}}};
  return line;
}

Line item_line(const Pair& pair, const AgendaItem& item, bool has_time) {
  Line line{{}, has_time ? say("{} ({} min)", item.title, item.minutes) : say("{}", item.title), {}, {}};
  line.facts = {{"item", "", item.key}, {"minutes", "", has_time ? FactValue{static_cast<long>(item.minutes)} : FactValue{}}};
  for (const AgendaPoint& point : item.points) line.points.push_back(point_line(pair, point));
  return line;
}

Block prepare(const Pair& pair, const Agenda& agenda) {
  Block block{"preparation", "Before you meet", {}, Layout::bullets};
  const std::string_view asked = pair.request.text("for");
  for (const Party role : {Party::mentor, Party::mentee}) {
    if (!asked.empty() && asked != word(role)) continue;
    Line line{{}, say("{} brings", called(pair, role)), {}, {}};
    line.facts = {{"for", "", word(role)}};
    for (const Preparation& each : preparation(pair.subject, pair.questions, agenda, role)) {
      // the worksheet is for the one who asks for it
      if (each.is_question && asked.empty()) continue;
      line.points.push_back({{}, each.text, {}, mark(pair, each.place)});
    }
    block.lines.push_back(std::move(line));
  }
  return block;
}

/// The entry to add to the file after the meeting, in the spelling it has.
Block note(const Pair& pair, const Agenda& agenda, bool is_agreed) {
  Block block{"note", "To note afterwards", {}, Layout::prose};
  std::string topics;
  const auto add = [&topics](std::string_view topic) { topics.append(topics.empty() ? "" : ", ").append(topic); };
  for (const AgendaItem& item : agenda.items)
    for (const AgendaPoint& point : item.points)
      if (item.key != "goals" && point.question) add(topic_of(point.question));
  const std::string day = iso(agenda.date);
  const auto line = [&block](Message text) { block.lines.push_back({{}, std::move(text), {}, {}}); };
  if (is_markdown(pair)) {
    line(say("`## {} held /{} min`", day, agenda.minutes));
    if (!topics.empty()) line(say("`Topics: {}`", topics));
  } else {
    line(topics.empty() ? say("`- {{date: {}, minutes: /{}}}`", day, agenda.minutes)
                        : say("`- {{date: {}, minutes: /{}, topics: [{}]}}`", day, agenda.minutes, topics));
  }
  block.intro = say("An entry for {}{}. Leave out the topics that you did not come to: they return. Where none is noted, all of them count as talked about.",
                    Text{pair.sources.front().path}, is_agreed ? "" : ", with the day on which you meet");
  return block;
}

Message kept_short(const Relationship& r, const Case& c) {
  if (c.assessment.state == State::closed) return say("This relationship was closed on {}; there is no further meeting to prepare.", iso(r.closing.closed));
  return say("The last session was on {}. What remains is to write down how it ended: `mentor close {}`.", iso(r.closing.last_session.date), r.id);
}

NextDate asked_date(const Pair& pair) { return pair.request.has("date") ? NextDate{asked_day(pair.request, "date", Weekdays::next)} : next_date(pair.subject); }

/// A proposal is for a week; the two find the day.
Message week_of(Date day, Date today) {
  const Date monday = day - (day.day + 3) % 7;
  return monday <= today ? say("this week") : say("the week of {}", iso(monday));
}

Message proposed(const NextDate& next, const Case& c) {
  const Message week = week_of(next.day, c.today);
  if (next.is_by_rhythm) return say("none is agreed: settle on a day; the rhythm of the two suggests {}", week);
  return c.held().empty() ? say("none is agreed: settle on a day, perhaps {}", week) : say("none is agreed: settle on a day soon, perhaps {}", week);
}

std::optional<Section> visit(const Pair& pair) {
  const Relationship& r = pair.relationship;
  const Case& c = pair.subject;
  Section section;
  section.id = id_of(r);
  if (has_ended(c)) {
    section.heading = say("{}: {}", r.id, people(r));
    section.intro = kept_short(r, c);
    return section;
  }
  const NextDate next = asked_date(pair);
  const Agenda agenda = make_agenda(c, pair.checked.findings, pair.questions, next.day);
  section.heading = next.is_agreed ? say("{}: {}, agenda for {} {}", r.id, people(r), weekday(next.day), iso(next.day))
                                   : say("{}: {}, agenda for {}", r.id, people(r), week_of(next.day, c.today));
  section.facts = {
      {"mentor", "", say("{}", r.mentor.name)},
      {"mentee", "", say("{}", r.mentee.name)},
      {"date", next.is_agreed ? "" : "date", next.day, next.is_agreed ? Message{} : proposed(next, c)},
      {"date_agreed", "", next.is_agreed},
      {"meeting", "meeting", name(agenda.shape), say("{}, {} minutes", in_words(agenda.shape), agenda.minutes)},
      {"minutes", "", static_cast<long>(agenda.minutes)},
      {"phase", "phase", word_or_null(word(phase_of(c).phase)), phase(pair)},
      {"state", "state", name(c.assessment.state)},
  };
  Block items{"agenda", "Agenda", {}, Layout::numbered};
  for (const AgendaItem& item : agenda.items) items.lines.push_back(item_line(pair, item, true));
  Block left{"left_out", "Left for next time", {}, Layout::bullets};
  for (const AgendaItem& item : agenda.left_out) left.lines.push_back(item_line(pair, item, false));
  section.blocks = {std::move(items), std::move(left), prepare(pair, agenda), note(pair, agenda, next.is_agreed)};
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.agenda/1";
  report.group = "relationships";
  report.today = brief.today;
  report.problems = std::move(brief.problems);
  return report;
}

}  // namespace

extern constinit const Command agenda_command;
constinit const Command agenda_command = {
    .name = "agenda",
    .summary = "The next meeting's agenda, from what the journal holds",
    .details =
        "Prints what belongs to the next meeting: a word that is about no task, open actions with those carried most often first, what the findings ask, goals "
        "whose record raises a question, a review every third meeting, and the next questions of the phase. Minutes add up to the agreed length; what does "
        "not fit is left for next time, and said. A first meeting, one after a pause, one to find back to each other and the last one have shapes of their "
        "own. No question returns before its set is through: a meeting counts as having asked what its agenda asked, unless its `topics:` name what was "
        "talked about. The same journal gives the same agenda.",
    .examples = "mentor agenda ada\nmentor agenda ada --for mentee\nmentor agenda ada --date 2026-04-01 --format markdown",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
