// One relationship in full: its state and how it was reached, what was counted and what not, and what happened when.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "commands/show_read.hpp"
#include "rules/evidence.hpp"
#include "rules/method.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json", "markdown"};

constexpr Flag kFlags[] = {
    {"read", 0, "", "Show line by line how the files were understood, to be checked against them.", Choices::none},
};

Message told(const Relationship& r, const Meeting& meeting) {
  std::string text(word(meeting.status));
  if (meeting.status == Status::held && meeting.minutes.actual >= 0) text += fmt::format(", {} min", meeting.minutes.actual);
  if (meeting.status == Status::moved && meeting.to) text += fmt::format(" to {}", iso(meeting.to));
  if (meeting.by == Party::both || meeting.by == Party::external) text += fmt::format(" ({})", word(meeting.by));
  Message said = meeting.by == Party::mentor || meeting.by == Party::mentee ? say("{} by {}", text, name_of(r, meeting.by)) : say("{}", text);
  if (!meeting.actions.empty()) said = say("{}, {}", said, counted(static_cast<long>(meeting.actions.size()), "action"));
  if (meeting.next.date) said = say("{}, next {}", said, iso(meeting.next.date));
  return said;
}

Block timeline(const Pair& pair) {
  const Relationship& r = pair.relationship;
  Block block{"timeline", "What happened", {}};
  const auto add = [&](Date date, Message text, Place place) {
    if (date) block.lines.push_back({date, std::move(text), {}, mark(pair, place)});
  };
  add(r.started, say("matched"), r.place);
  add(r.agreement.date, say("agreement"), r.agreement.place);
  for (const Goal& goal : r.goals) add(goal.set, say("goal: {}", goal.title.empty() ? goal.id : goal.title), goal.place);
  for (const Meeting& meeting : r.meetings) add(meeting.date, told(r, meeting), meeting.place);
  for (const Contact& contact : r.contacts)
    add(contact.date,
        contact.answered ? say("message from {}, answered {}", word(contact.from), iso(contact.answered))
                         : say("message from {}, no answer noted", word(contact.from)),
        contact.place);
  for (const Pause& pause : r.pauses)
    add(pause.from, pause.reason.empty() ? say("pause until {}", iso(pause.to)) : say("pause until {}: {}", iso(pause.to), pause.reason), pause.place);
  for (const Review& review : r.reviews) add(review.date, say("review"), review.place);
  for (const Recommitment& promise : r.recommitments) add(promise.date, say("recommitment"), promise.place);
  add(r.closing.decided, say("end decided"), r.closing.place);
  add(r.closing.closed, say("closed"), r.closing.place);
  std::ranges::stable_sort(block.lines, {}, &Line::date);
  return block;
}

/// What of the calendar days was taken off: pauses, holidays, and the time it takes to write a meeting down.
std::string not_available(const Pair& pair) {
  const int all = days_between(pair.assessment().silence.since, pair.subject.today);
  return all == pair.assessment().silence.days ? std::string{} : fmt::format(" that count of {}", all);
}

/// S1 as a column that adds up.
Block silence_ledger(const Pair& pair) {
  const Assessment& a = pair.assessment();
  const SilencePoints& p = a.points;
  Block block{"silence", "Has it stopped? (10 points: ten times as likely)", {}};
  const auto add = [&](double figure, Message text) { block.lines.push_back({{}, std::move(text), figure, {}}); };
  add(evidence::points(p.prior), say("before any silence: {} in 1000 pairs stop after a given meeting", std::lround(p.prior * 1000)));
  add(-evidence::points(p.chance),
      say("silent for {}{}, {:.1f} cadences: {} of pairs like this one are, while still going", days(a.silence.days), not_available(pair), a.silence.cadences,
          p.chance >= .0095 ? fmt::format("{:.0f} in 100", p.chance * 100) : std::string("fewer than 1 in 100")));
  const double factor = a.silence.cadences > .5 ? 1 : 0;
  if (p.unanswered != 0) add(p.unanswered * factor, say("{} without an answer", counted(p.unanswered_count, "message")));
  if (p.never_met != 0) add(p.never_met, say("they have not met yet: more such pairs never begin than stop after a meeting"));
  if (p.open != 0) add(p.open * factor, say("somebody did not come, and no meeting since"));
  if (p.passed != 0) add(p.passed * factor, say("an agreed date passed without an entry"));
  if (p.in_touch != 0) add(p.in_touch, say("a date was moved, or a reason from outside given: they are in touch"));
  if (p.answered != 0) add(p.answered, say("a message was answered"));
  if (p.booked_ahead != 0) add(p.booked_ahead, say("a date ahead is agreed"));
  const double level = pair.subject.history.levels.stalled;
  add(p.total, say("in all: the odds are {} that it {}{}", odds(p.total), p.total >= 0 ? "has stopped" : "is going on",
                   p.total >= level ? fmt::format("; stalled from {:+.1f}", level) : std::string{}));
  return block;
}

/// S2 as a column that adds up.
Block drift_ledger(const Pair& pair) {
  const Assessment& a = pair.assessment();
  Block block{"drift", "Is it sliding?", {}};
  for (const SlotPoints& slot : a.slide) {
    std::string parts;
    for (const SignPoints& part : slot.parts)
      parts += fmt::format("{}{} {:+.1f}", parts.empty() ? "" : ", ", name(part.sign, part.good), std::fabs(part.points) < .05 ? 0.0 : part.points);
    block.lines.push_back({slot.slot->meeting->date,
                           say("{} ({}){}", word(slot.slot->status), parts, slot.added < slot.points - .05 ? "; the sum has reached its cap" : ""), slot.added,
                           mark(pair, slot.slot->meeting->place)});
  }
  if (a.drift_open > 0) {
    const Message gap = say("the open gap");
    block.lines.push_back({{}, a.overdue_counted == 0 ? gap : say("{}, and {} overdue", gap, counted(a.overdue_counted, "action")), a.drift_open, {}});
  }
  if (!block.lines.empty()) block.lines.push_back({{}, say("the sum now; the alarm level is {:.1f}", a.drift_level), a.drift, {}});
  return block;
}

/// What the verdict does not rest on, and why.
Block not_counted(const Pair& pair) {
  const Relationship& r = pair.relationship;
  Block block{"not_counted", "Not counted", {}};
  const Date today = pair.subject.today;
  for (const Meeting& meeting : r.meetings) {
    if (!meeting.date)
      block.lines.push_back({{}, say("a meeting without a settled date"), {}, mark(pair, meeting.place)});
    else if (meeting.date > today)
      block.lines.push_back({meeting.date, say("{}: after {}", word(meeting.status), iso(today)), {}, mark(pair, meeting.place)});
    else if (meeting.status == Status::planned)
      block.lines.push_back({meeting.date, say("planned: not known yet what became of it"), {}, mark(pair, meeting.place)});
  }
  const Date since = pair.assessment().silence.since;
  for (const std::vector<Break>* list : {&pair.subject.history.holidays, &pair.subject.history.pauses})
    for (const Break& time_off : *list)
      if (time_off.to > since && time_off.from <= today && time_off.known <= today)
        block.lines.push_back({time_off.from,
                               say("silence until {}: {}, and {} to find back", iso(time_off.to),
                                   list == &pair.subject.history.pauses ? "a pause" : "a holiday", days(pair.subject.history.grace_of(time_off))),
                               {},
                               {}});
  for (const Rule* const rule : pair.checked.not_judged) {
    const auto first = std::ranges::find(pair.checked.not_judged, rule->needs, &Rule::needs);
    if (*first != rule) continue;
    std::string rules;
    for (const Rule* const each : pair.checked.not_judged)
      if (each->needs == rule->needs) rules += (rules.empty() ? "" : ", ") + std::string(each->id);
    block.lines.push_back({{}, say("{}: the journal does not note {}", rules, in_words(rule->needs)), {}, {}});
  }
  return block;
}

Message rhythm(const Assessment& a) {
  if (a.rhythms.gap_count == 0)
    return a.rhythms.is_agreed ? say("every {} agreed", days(a.rhythms.cadence)) : say("none agreed; {} assumed", days(a.rhythms.cadence));
  const double mean = a.rhythms.gap_total / a.rhythms.gap_count * a.rhythms.cadence;
  return a.rhythms.is_agreed ? say("every {} agreed; {:.0f} days on average of the last {}", days(a.rhythms.cadence), mean, counted(a.rhythms.gap_count, "gap"))
                             : say("none agreed; every {} observed", days(a.rhythms.cadence));
}

std::optional<Section> visit(const Pair& pair) {
  const Relationship& r = pair.relationship;
  const Assessment& a = pair.assessment();
  Section section;
  section.id = id_of(r);
  if (pair.request.has("read")) {
    section = read_section(pair);
    section.id = id_of(r);
    std::vector<Item> problems;
    for (const Problem& problem : pair.problems) problems.push_back(item(problem));
    mark_problems(section, problems);
    return section;
  }
  section.heading = say("{}: {}", r.id, people(r));
  section.facts = contract_facts(pair);
  const MarkedDate contact = last_contact(pair);
  const Fact shown[] = {
      {"", "state", Message{say("{} since {}", name(a.state), iso(a.since))}},
      {"", "because", why(pair)},
      {"", "what to do", Message{say("{}", state_table()[static_cast<std::size_t>(a.state)].advice)}},
      {"", "purpose", Message{say("{}", r.purpose)}},
      {"", "phase", phase(pair)},
      {"", "rhythm", rhythm(a)},
      {"", "last contact", contact.date ? say("{} ({}:{})", iso(contact.date), Text{contact.mark.path}, contact.mark.line) : say("none noted")},
      {"", "next meeting", next_meeting(pair) ? say("{}", iso(next_meeting(pair))) : say("none agreed")},
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
  if (a.is_judged()) {
    section.blocks.push_back(silence_ledger(pair));
    section.blocks.push_back(drift_ledger(pair));
  }
  section.blocks.push_back(not_counted(pair));
  section.blocks.push_back(axes_block(pair));
  section.blocks.push_back(timeline(pair));
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.show/1";
  report.group = "relationships";
  report.today = brief.today;
  report.problems = std::move(brief.problems);
  if (brief.request.has("read")) report.schema = "mentor.read/1";
  return report;
}

}  // namespace

extern constinit const Command show_command;
constinit const Command show_command = {
    .name = "show",
    .summary = "One relationship in full: state, reasons, ledger, timeline",
    .details =
        "Prints the state and how it was reached: the points that speak for and against, as columns that add up, what was not counted and why, and what "
        "happened when. Each line "
        "names the file and line it rests on, so that every verdict can be checked by hand. With --read it prints instead how each line of the files "
        "was understood: the line's number, its beginning, and what it was taken for.",
    .examples = "mentor show ada\nmentor show ada --today 2026-03-01\nmentor show ada --read",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
