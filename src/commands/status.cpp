// One row a relationship, the most urgent first.
#include <fmt/format.h>

#include <algorithm>

#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "commands/what_if.hpp"
#include "rules/phase.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};
constexpr Flag kFlags[] = {set_flag};
constexpr std::size_t kPictured = 8;

/// The last meetings as signs: # held, x cancelled, ! missed, > moved.
std::string picture(const Assessment& a) {
  std::string signs;
  const std::size_t first = a.visible.size() > kPictured ? a.visible.size() - kPictured : 0;
  for (std::size_t i = first; i < a.visible.size(); ++i) {
    switch (a.visible[i]->status) {
      case Status::held:
        signs += '#';
        break;
      case Status::cancelled:
        signs += 'x';
        break;
      case Status::no_show:
        signs += '!';
        break;
      case Status::moved:
        signs += '>';
        break;
      default:
        break;
    }
  }
  return signs;
}

struct ActionCount {
  long open = 0, overdue = 0;
};

ActionCount count_actions(const Pair& pair) {
  ActionCount count;
  const auto add = [&](const Action& action, Date known) {
    if (!known || known > pair.subject.today || action.is_carried_on(pair.subject.today) || action.state == ActionState::cancelled || action.state == ActionState::unknown) return;
    if (action.done.done && (!action.done.date || action.done.date <= pair.subject.today)) return;
    ++count.open;
    count.overdue += action.due && !action.due_is_default && action.due < pair.subject.today;
  };
  for (const Meeting& meeting : pair.relationship.meetings)
    for (const Action& action : meeting.actions) add(action, meeting.date);
  for (const Action& action : pair.relationship.actions) add(action, action.date ? action.date : pair.subject.history.started);
  return count;
}

std::optional<Section> visit(const Pair& pair) {
  const Assessment& a = pair.assessment();
  const ActionCount actions = count_actions(pair);
  const auto is_open = [&](const GoalFacts& goal) { return goal.created <= pair.subject.today && goal.is_open(pair.subject.today); };
  const long goals = std::ranges::count_if(pair.subject.history.goals, is_open);
  const MarkedDate contact = last_contact(pair);
  const Phase phase = phase_of(pair.subject).phase;
  const std::string_view phase_shown = phase == Phase::unset ? "-" : phase_word(phase, pair.programme.phases);
  Section section;
  section.id = id_of(pair.relationship);
  section.urgency = urgency(pair);
  section.facts = {
      {"state", "state", name(a.state)},
      {"", "pair", Message{say("{}", pair.relationship.id)}},
      {"mentor", "", Message{say("{}", pair.relationship.mentor.name)}},
      {"mentee", "", Message{say("{}", pair.relationship.mentee.name)}},
      {"since", "since", a.since},
      {"last_contact", "last", contact.date ? FactValue{contact} : FactValue{}, contact.date ? Message{} : say("-")},
      {"next_meeting", "next", next_meeting(pair), next_meeting(pair) ? Message{} : say("-")},
      {"cadence_days", "every", a.rhythms.cadence, say("{}{:g} d", a.rhythms.is_agreed ? "" : "~", a.rhythms.cadence)},
      {"open_actions", "actions", actions.open, actions.overdue > 0 ? say("{} ({} late)", actions.open, actions.overdue) : say("{}", actions.open)},
      {"overdue_actions", "", actions.overdue},
      {"open_goals", "goals", goals},
      {"meetings_held", "held", static_cast<long>(a.silence.held)},
      {"phase", "phase", phase == Phase::unset ? FactValue{} : FactValue{word(phase)}, say("{}", phase_shown)},
      {"last_meetings", "last meetings", Message{picture(a)}},
  };
  for (Fact& fact : what_if_facts(pair)) section.facts.push_back(std::move(fact));
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.status/1";
  report.group = "relationships";
  report.today = brief.today;
  report.postscript = what_if(brief);
  report.legend = say("# held  x called off  ! missed  > moved");
  if (!brief.problems.empty())
    report.closing = say("{} in the files: `mentor check` shows them.", counted(static_cast<long>(brief.problems.size()), "problem"));
  return report;
}

}  // namespace

extern constinit const Command status_command;
constinit const Command status_command = {
    .name = "status",
    .summary = "One row a relationship, the most urgent first",
    .details =
        "Prints a table: state, since when, last contact, next agreed meeting, rhythm (a ~ stands before one that was not agreed but observed or assumed), "
        "open actions, open goals, held "
        "meetings, phase, and the last meetings as signs: # held, x called off, ! missed, > moved.",
    .examples = "mentor status\nmentor status --today 2026-03-30\nmentor status --format json",
    .names = Names::pairs,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .is_table = true,
    .visit = visit,
    .run = run,
    .count = count_changes,
    .join = join_changes,
};

}  // namespace mentor
