// One more entry in the journal: a meeting that was held, called off, missed, moved or planned, or a message. One line, or one sheet in
// an editor.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "commands/asked_day.hpp"
#include "commands/command.hpp"
#include "commands/typed.hpp"
#include "journal/parse.hpp"
#include "practice/agenda.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};
constexpr std::string_view kSides[] = {"mentor", "mentee", "both"};
constexpr std::string_view kAnybody[] = {"mentor", "mentee", "both", "external"};
constexpr std::string_view kAgendaBy[] = {"mentor", "mentee", "both", "none"};

constexpr Flag kFlags[] = {
    {"date", 0, "DAY", "The day of the meeting or message; else today. A weekday is the last of that name.", Choices::none},
    {"cancelled-by", 0, "SIDE", "It was called off, by mentor, mentee, both, or external: nobody's fault.", Choices::none, false, kAnybody},
    {"no-show", 0, "SIDE", "This side did not come.", Choices::none, false, kAnybody},
    {"moved-to", 0, "DAY", "It was moved to that day; --by says by whom.", Choices::none},
    {"planned", 0, "", "It is yet to come: a date that was agreed today.", Choices::none},
    {"contact-from", 0, "SIDE", "A message between meetings, from this side.", Choices::none, false, kSides},
    {"by", 0, "SIDE", "With --moved-to: who asked for it.", Choices::none, false, kAnybody},
    {"notice", 0, "TIME", "How long before it was called off or moved: `2 h`, `1 day`.", Choices::none},
    {"answered", 0, "DAY", "With --contact-from: the day of the answer.", Choices::none},
    {"minutes", 0, "N/M", "How long it was, and was meant to be: `50`, `50/60`.", Choices::none},
    {"agenda-by", 0, "SIDE", "Who brought an agenda; none says that there was none.", Choices::none, false, kAgendaBy},
    {"topic", 0, "WORDS", "What it was about.", Choices::none, true},
    {"goal", 0, "ID", "A goal that moved or was talked about.", Choices::none, true},
    {"action", 0, "TASK", "What was promised: `Ada: read the guide due:+2w`; without a name the mentee's.", Choices::none, true},
    {"feedback", 0, "WORDS", "What was said about the meetings themselves: `mentee: more time on design`.", Choices::none, true},
    {"note", 0, "TEXT", "Free text.", Choices::none},
    {"next", 0, "DAY", "The next meeting, with a time if there is one: `+2w`, `monday`, `2026-12-09 10:00`; none says that no date was agreed.", Choices::none},
    dry_run_flag,
};

/// What became of the meeting, as the options say it.
struct Outcome {
  Status status = Status::held;
  std::string_view by = {};
};

Outcome outcome(const Request& request) {
  std::vector<Outcome> said;
  if (request.has("cancelled-by")) said.push_back({Status::cancelled, request.text("cancelled-by")});
  if (request.has("no-show")) said.push_back({Status::no_show, request.text("no-show")});
  if (request.has("moved-to")) said.push_back({Status::moved, request.text("by")});
  if (request.has("planned")) said.push_back({Status::planned});
  if (said.size() > 1)
    throw Failure{say("a meeting is called off, missed, moved or planned, and not several of these"), say("enter one after the other, or choose one")};
  return said.empty() ? Outcome{} : said.front();
}

/// Options that make no sense with what is entered would be lost without a word.
void refuse_unused(const Request& request, std::initializer_list<std::string_view> unused, std::string_view entered) {
  for (const std::string_view flag : unused)
    if (request.has(flag)) throw Failure{say("--{} does not belong to {}", flag, entered), say("leave it out, or enter it by itself")};
}

void refuse_unused(const Request& request, Status status) {
  if (status != Status::held)
    refuse_unused(request, {"minutes", "agenda-by", "feedback", "goal", "action"},
                  status == Status::planned ? "a meeting that is yet to come" : "a meeting that was not held");
  if (status != Status::cancelled && status != Status::moved) refuse_unused(request, {"notice"}, "a meeting that took place or was missed");
  if (status != Status::moved) refuse_unused(request, {"by"}, "a meeting that was not moved");
  if (status == Status::planned) refuse_unused(request, {"next"}, "a meeting that is yet to come");
  refuse_unused(request, {"answered"}, "a meeting");
}

std::string next_in_words(const Request& request) {
  const std::string_view words = request.text("next");
  if (words.empty() || words == "none") return std::string(words);
  const std::size_t blank = words.find(' ');
  const Date day = read_day(words.substr(0, blank), "next", request.today, Weekdays::next);
  return iso(day) + (blank == std::string_view::npos ? "" : std::string(words.substr(blank)));
}

void check_day(const Request& request, Status status, Date day) {
  if (status == Status::planned && day < request.today)
    throw Failure{say("{} is over, so nothing is planned for it", day_in_words(day)), say("leave out --planned, or name a day to come with --date")};
  const bool has_happened = status == Status::held || status == Status::no_show;
  if (has_happened && day > request.today)
    throw Failure{say("{} is yet to come", day_in_words(day)), say("--planned enters a date that was agreed; --date names another day")};
}

/// The meeting as the options tell of it.
NewRecord meeting_of(const Pair& pair, const Outcome& outcome, Date day) {
  const Request& request = pair.request;
  NewRecord meeting{&kinds::meeting};
  meeting.put("date", iso(day));
  meeting.put("status", std::string(word(outcome.status)));
  meeting.put("by", std::string(outcome.by));
  meeting.put("notice", std::string(request.text("notice")));
  if (outcome.status == Status::moved) meeting.put("to", iso(asked_day(request, "moved-to", Weekdays::next)));
  if (outcome.status == Status::planned)
    meeting.put("booked", iso(request.today));
  else if (day != request.today)
    meeting.put("logged", iso(request.today));
  meeting.put("minutes", std::string(request.text("minutes")));
  meeting.put("agenda-by", std::string(request.text("agenda-by")));
  if (request.has("topic")) meeting.value("topics").list = request.all("topic");
  if (request.has("goal")) meeting.value("goals").list = request.all("goal");
  meeting.put("notes", std::string(request.text("note")));
  for (const std::string& task : request.all("action"))
    meeting.value("actions").records.push_back(typed_action(task, pair.relationship, pair.programme, request.today));
  for (const std::string& words : request.all("feedback"))
    meeting.value("feedback").records.push_back(typed_feedback(words, pair.relationship, pair.programme));
  meeting.put("next", next_in_words(request));
  return meeting;
}

// ---------------------------------------------------------------- the sheet

bool leaves_all_open(const Request& request) {
  return std::ranges::none_of(kFlags, [&](const Flag& flag) { return flag.name != "date" && flag.name != "dry-run" && request.has(flag.name); });
}

/// An entry of today with room for what is usual, and the agenda below it as a comment.
std::string sheet(const Pair& pair) {
  if (!leaves_all_open(pair.request)) return {};
  const Date day = asked_day(pair.request, "date", Weekdays::last, pair.request.today);
  const Agenda agenda = make_agenda(pair.subject, pair.checked.findings, pair.questions, day);
  std::string text = fmt::format("## {} held /{} min\n\nAgenda by:\nTopics:\nLearned mentee:\nLearned mentor:\nNext:\n\n- [ ] \n\n", iso(day), agenda.minutes);
  text +=
      "<!--\nFill in what there is to say, and leave or delete the rest; below the lines above there is room for\nfree text. `held` may become `cancelled by "
      "mentee, 2 h before`, `no-show mentor` or `moved to 2026-12-09`.\nActions: `- [ ] Ada: read the guide due:2026-12-09`. This comment is not entered.\n";
  for (const AgendaItem& item : agenda.items) text += fmt::format("\n{} ({} min)", item.title, item.minutes);
  return text + "\n-->\n";
}

/// The meeting that the sheet tells of.
NewRecord meeting_on_sheet(const Pair& pair) {
  const Source source{"sheet.md", pair.request.sheet};
  Tree tree;
  Problems problems;
  read_source(source, MarkdownRole::note, tree, problems);
  for (const Problem& problem : problems)
    if (problem.kind != &problems::key_without_value)
      throw Failure{say("line {} of the sheet cannot be understood: {}", problem.line, problem.message), problem.repair, ExitCode::failed};
  NewRecord all{&kinds::relationship};
  if (!tree.empty() && tree.nodes[0].kind == Node::Kind::map) all = record_of(tree, 0, kinds::relationship);
  const NewValue* const meetings = all.find("meetings");
  if (meetings == nullptr || meetings->records.size() != 1 || all.values.size() != 1)
    throw Failure{say("the sheet tells of {} and of one meeting only, entries can be made from it", meetings == nullptr ? 0 : meetings->records.size()),
                  say("keep its first line: `## 2026-12-09 held`"), ExitCode::failed};
  return with_owners(meetings->records.front(), pair.relationship, pair.programme);
}

// ---------------------------------------------------------------- entering

Message in_words(const NewRecord& meeting) {
  const auto said = [&](std::string_view field) { return meeting.find(field) == nullptr ? std::string_view{} : std::string_view(meeting.find(field)->scalar); };
  Message words = say("{}, {}", day_in_words(parse_iso(said("date"))), Text{said("status").empty() ? "held" : said("status")});
  if (!said("by").empty()) words = say("{} {} {}", words, said("status") == "no-show" ? "of the" : "by", Text{said("by")});
  if (const Date to = parse_iso(said("to"))) words = say("{} to {}", words, day_in_words(to));
  if (!said("minutes").empty()) words = say("{}, {} min", words, Text{said("minutes")});
  if (const NewValue* const actions = meeting.find("actions")) words = say("{}, {}", words, counted(static_cast<long>(actions->records.size()), "action"));
  if (said("next") == "none") return say("{}; no next date agreed", words);
  if (const Date next = parse_iso(said("next").substr(0, 10))) return say("{}; next on {}{}", words, day_in_words(next), Text{said("next").substr(10)});
  return words;
}

Wishes contact(const Pair& pair) {
  const Request& request = pair.request;
  refuse_unused(request,
                {"cancelled-by", "no-show", "moved-to", "planned", "minutes", "agenda-by", "topic", "goal", "action", "feedback", "next", "notice", "by"},
                "a message");
  const Date day = asked_day(request, "date", Weekdays::last, request.today);
  NewRecord record{&kinds::contact};
  record.put("date", iso(day));
  record.put("from", std::string(request.text("contact-from")));
  const Date answered = asked_day(request, "answered", Weekdays::last);
  if (answered && answered < day)
    throw Failure{say("the answer of {} would be older than the message of {}", iso(answered), iso(day)), say("correct one of the two")};
  record.put("answered", iso(answered));
  record.put("note", std::string(request.text("note")));
  const Message said =
      say("{}, message from {}{}", day_in_words(day), request.text("contact-from"), answered ? say(", answered {}", day_in_words(answered)) : Message{});
  return {{add_record(std::move(record))}, said};
}

Wishes wish(const Pair& pair) {
  const Request& request = pair.request;
  if (request.has("contact-from")) return contact(pair);
  NewRecord meeting;
  if (!request.sheet.empty()) {
    meeting = meeting_on_sheet(pair);
  } else {
    const Outcome what = outcome(request);
    refuse_unused(request, what.status);
    const Date day = asked_day(request, "date", what.status == Status::held || what.status == Status::no_show ? Weekdays::last : Weekdays::next, request.today);
    check_day(request, what.status, day);
    meeting = meeting_of(pair, what, day);
  }
  const Message said = in_words(meeting);
  return {meeting_wishes(std::move(meeting), pair.relationship), said};
}

}  // namespace

extern constinit const Command log_command;
constinit const Command log_command = {
    .name = "log",
    .summary = "Enter a meeting or a message",
    .details =
        "Enters what happened, today or on --date: a meeting that was held unless an option says that it was called off, missed, moved or is yet to come, or a "
        "message. The entry goes into the file in the manner the file has: Markdown or YAML, one file or a file a meeting, the newest first or last. A date "
        "that was entered as planned becomes what came of it. No other byte of the file changes, which is proved before it is written. "
        "Without any option, in a terminal, $VISUAL or $EDITOR opens on a sheet with the agenda.",
    .examples =
        "mentor log ada --minutes 50 --action \"Ada: draft it due:+2w\" --next +2w\n"
        "mentor log ada --cancelled-by mentor --notice \"2 h\"\n"
        "mentor log ada --contact-from mentee --note \"asked for a new date\"\n"
        "mentor log ada --planned --date +2w",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .wish = wish,
    .sheet = sheet,
};

}  // namespace mentor
