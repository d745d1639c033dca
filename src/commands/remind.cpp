// What is due within some days, for each of the two. Prints nothing when nothing is, so that it can run from cron.
#include <algorithm>
#include <set>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "base/unicode.hpp"
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "practice/reminders.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "markdown", "json"};

constexpr Flag kFlags[] = {
    {"within", 0, "TIME", "How far ahead to look: `7d`, the default, `2w`, `1m`.", Choices::none},
    {"for", 0, "PERSON", "Only what concerns this person: a name, a first name, or an address.", Choices::none},
};

int days_within(const Request& request) {
  if (!request.has("within")) return 7;
  const Date last = parse_day_word("+" + std::string(request.text("within")), request.today);
  if (last) return days_between(request.today, last);
  throw Failure{say("`{}` is no length of time for --within", Text{request.text("within")}), say("write a number with d, w, m or y: 7d, 2w")};
}

/// Whether a person is called so: the whole name, the first, or the address, in any case.
bool is_called(const Person& person, std::string_view asked) {
  const std::string wanted = fold_case(asked), name = fold_case(person.name.raw());
  return !wanted.empty() && (name == wanted || name.substr(0, name.find(' ')) == wanted || fold_case(person.email.raw()) == wanted);
}

/// The side that --for means: both where it was not given, unset where it is somebody else.
Party side_asked(const Pair& pair) {
  const std::string_view asked = pair.request.text("for");
  if (asked.empty()) return Party::both;
  const bool mentor = is_called(pair.relationship.mentor, asked), mentee = is_called(pair.relationship.mentee, asked);
  return mentor && mentee ? Party::both : mentor ? Party::mentor : mentee ? Party::mentee : Party::unset;
}

/// Who was asked for, and who there is.
struct Asked {
  bool is_found = false;
  std::set<std::string> names;
};

void count(const Pair& pair, std::any& sum) {
  if (!sum.has_value()) sum = Asked{};
  auto& people = std::any_cast<Asked&>(sum);
  people.is_found = people.is_found || side_asked(pair) != Party::unset;
  if (pair.request.has("for"))
    for (const Person* const person : {&pair.relationship.mentor, &pair.relationship.mentee}) {
      const std::string_view name = person->name.raw();
      people.names.emplace(name);
      people.names.emplace(name.substr(0, name.find(' ')));
    }
}

void join(std::any& sum, const std::any& other) {
  auto& people = std::any_cast<Asked&>(sum);
  const auto& more = std::any_cast<const Asked&>(other);
  people.is_found = people.is_found || more.is_found;
  people.names.insert(more.names.begin(), more.names.end());
}

Line line(const Pair& pair, const Reminder& reminder) {
  const bool is_one = reminder.who == Party::mentor || reminder.who == Party::mentee;
  const Text person = is_one ? name_of(pair.relationship, reminder.who) : Text{};
  Line out{reminder.date, is_one ? say("{}: {}", person, reminder.text) : reminder.text, {}, mark(pair, reminder.place)};
  out.facts = {{"kind", "", reminder.kind},
               {"for", "", is_one ? word(reminder.who) : std::string_view("both")},
               {"person", "", is_one ? FactValue{say("{}", person)} : FactValue{}}};
  return out;
}

std::optional<Section> visit(const Pair& pair) {
  const Party asked = side_asked(pair);
  if (asked == Party::unset) return {};
  Section section;
  section.id = id_of(pair.relationship);
  section.heading = say("{}: {}", pair.relationship.id, people(pair.relationship));
  section.facts = {{"mentor", "", say("{}", pair.relationship.mentor.name)}, {"mentee", "", say("{}", pair.relationship.mentee.name)}};
  Block due{"due", "", {}, Layout::dated};
  for (const Reminder& reminder : reminders(pair.subject, pair.checked.findings, days_within(pair.request)))
    if (asked == Party::both || reminder.who == Party::unset || reminder.who == asked) due.lines.push_back(line(pair, reminder));
  if (due.lines.empty()) return {};
  section.blocks.push_back(std::move(due));
  return section;
}

void require_known(const Brief& brief) {
  if (!brief.request.has("for") || !brief.sum.has_value()) return;
  const auto& people = std::any_cast<const Asked&>(brief.sum);
  if (people.is_found) return;
  const std::string_view meant = nearest(brief.request.text("for"), {people.names.begin(), people.names.end()});
  throw Failure{say("nobody here is called `{}`", Text{brief.request.text("for")}),
                meant.empty() ? say("--for takes a name or an address as the journals have them") : say("did you mean `{}`?", Text{meant})};
}

Output run(Brief& brief) {
  require_known(brief);
  days_within(brief.request);
  Report report;
  report.schema = "mentor.remind/1";
  report.group = "relationships";
  report.today = brief.today;
  if (!brief.problems.empty())
    report.closing = say("{} in the files: `mentor check` shows them.", counted(static_cast<long>(brief.problems.size()), "problem"));
  return report;
}

}  // namespace

extern constinit const Command remind_command;
constinit const Command remind_command = {
    .name = "remind",
    .summary = "What is due in the next days, for each of the two",
    .details =
        "Prints what is due within seven days or --within: meetings, actions and goals with a day, those that are late, a review, the end of a pause, of a "
        "snooze or of the relationship, and after an end the day on which the two meant to hear of each other again. When nothing is due nothing is printed, "
        "so "
        "that cron sends no mail. Private and confidential notes are left out, and what is snoozed is not told.",
    .examples = "mentor remind\nmentor remind --for ada@example.org --within 2w\n0 8 * * 1  mentor remind -C ~/mentoring",
    .names = Names::pairs,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = visit,
    .run = run,
    .count = count,
    .join = join,
};

}  // namespace mentor
