// Adopts a folder of free-form notes: shows how they are understood, and writes the one small file that makes a relationship of them.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "commands/import_calendar.hpp"
#include "commands/show_read.hpp"
#include "journal/adoption.hpp"
#include "journal/guard.hpp"
#include "journal/parse.hpp"
#include "journal/values.hpp"
#include "journal/yaml_spelling.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};

constexpr Flag kFlags[] = {
    {"mentor", 0, "NAME", "Who guides: a name, or `Name <address>`.", Choices::none},
    {"mentee", 0, "NAME", "Who is guided.", Choices::none},
    {"cadence", 0, "RHYTHM", "How often the two mean to meet: weekly, fortnightly, monthly, `3 weeks`.", Choices::none},
    {"output", 0, "FILE", "The file to write; else `relationship.md` among the notes.", Choices::folders},
    {"match", 0, "WORDS", "Of a calendar: the events whose title holds these words; else those that name both, or one of the two in the title.", Choices::none},
    {"past-as-planned", 0, "", "Of a calendar: dates that are over are entered as planned, to be asked about; else as held.", Choices::none},
    {"dry-run", 0, "", "Show what would be written, and write nothing.", Choices::none},
};

void check_person(std::string_view name, std::string_view role) {
  if (name.empty()) throw Failure{say("the {} is not named", role), say("add --{} NAME", role)};
  const bool is_line = first_forbidden_byte(name) == std::string_view::npos && name.find_first_of("\n\r\t") == std::string::npos;
  if (!is_line || read_person(name).name.empty())
    throw Failure{say("`{}` is not a name", Text{name}), say("--{} takes a name, or a name and an address: `Ada Lovelace <ada@example.org>`", role)};
}

void check_wish(const Request& request) {
  if (request.names[0] != "notes") {
    const std::string_view meant = nearest(request.names[0], {"notes", "ics"});
    throw Failure{say("`mentor import` does not know `{}`", Text{request.names[0]}),
                  meant.empty() ? say("write `mentor import notes DIR` or `mentor import ics FILE PAIR`") : say("did you mean `{}`?", meant)};
  }
  check_person(request.text("mentor"), "mentor");
  check_person(request.text("mentee"), "mentee");
  if (read_person(request.text("mentor")).name == read_person(request.text("mentee")).name)
    throw Failure{say("mentor and mentee have the same name"), say("write one of them differently, or nobody could tell whose an action is")};
  if (!request.text("cadence").empty() && read_cadence(request.text("cadence")) == 0)
    throw Failure{say("`{}` is not a rhythm", Text{request.text("cadence")}), say("write weekly, fortnightly, monthly, quarterly, or like `3 weeks`")};
}

std::string draft(const Request& request, const Adoption& adoption) {
  NewRecord names{&kinds::relationship};
  for (const std::string_view name : {"mentor", "mentee", "cadence"}) names.put(name, std::string(request.text(name)));
  names.value("notes").list = adoption.globs;
  return "---\n" + yaml::block(names, 0, {}) + "\n---\n";
}

/// Reads the notes as they will be read once the file is there.
void read_as_written(const Brief& brief, const Adoption& adoption, Reading& reading, Understood& understood) {
  const Folder folder{adoption.folder};
  const Units units{{adoption.unit}};
  read_unit(folder, units, 0, *brief.programme, YamlReader::fastest, reading, &understood);
  const Person mentor = read_person(brief.request.text("mentor")), mentee = read_person(brief.request.text("mentee"));
  const Relationship& r = reading.relationship;
  const bool is_same = reading.kind == Reading::Kind::relationship && r.mentor.name == mentor.name && r.mentor.email == mentor.email &&
                       r.mentee.name == mentee.name && r.mentee.email == mentee.email && r.notes.size() == adoption.globs.size();
  if (!is_same)
    throw Failure{say("the file would not say what it was asked to; nothing was written"),
                  say("look for unusual characters in names, or for notes that name a mentor themselves"), ExitCode::failed};
}

Section section(const Adoption& adoption, const Reading& reading, const Understood& understood, bool is_written) {
  const Relationship& r = reading.relationship;
  Section out;
  out.id = adoption.id;
  out.heading = say("{} and {}: what was understood of {}", r.mentor.name, r.mentee.name, counted(static_cast<long>(reading.files) - 1, "file"));
  out.facts = read_facts(r);
  out.facts.push_back({"file", "file", say("{}", Text{adoption.target}), {}});
  out.facts.push_back({"written", "", is_written, {}});
  out.files = read_files(r, {reading.sources.data(), reading.files}, understood);
  out.files.erase(out.files.begin());  // the relationship's own says what was asked for
  return out;
}

Message closing(const Adoption& adoption, const Brief& brief, bool is_written) {
  const Message what = is_written ? say("`{}` was written; the notes themselves were not touched.", Text{adoption.target})
                                  : say("Nothing was written; without --dry-run it would be `{}`.", Text{adoption.target});
  if (!is_written) return what;
  if (adoption.id.empty())
    return say("{} It lies outside of the journal in `{}`: `mentor check -C {}` looks at it by itself.", what, Text{brief.folder}, Text{adoption.folder});
  const std::string_view quote = adoption.id.find(' ') == std::string::npos ? "" : "\"";
  const Message name = say("{}{}{}", quote, Text{adoption.id}, quote);
  return say("{} `mentor show {} --read` shows this again, `mentor show {}` how the two are doing.", what, name, name);
}

Output run(Brief& brief) {
  const Request& request = brief.request;
  check_wish(request);
  const Adoption adoption = plan_adoption(request.names[1], std::string(request.text("output")), request.here, brief.folder);
  Reading reading;
  reading.drafts = {{adoption.unit.path(0), draft(request, adoption)}};
  Understood understood;
  read_as_written(brief, adoption, reading, understood);
  const bool writes = !request.has("dry-run");
  if (writes && reading.relationship.meetings.empty())
    throw Failure{say("no meeting was understood in the notes, and nothing was written"), say("--dry-run shows what each line was taken for"),
                  ExitCode::failed};
  Written out;
  out.report.schema = "mentor.import/1";
  out.report.group = "relationships";
  out.report.today = brief.today;
  for (const Problem& problem : reading.problems) out.report.problems.push_back(item(problem));
  out.sections.push_back(section(adoption, reading, understood, writes));
  mark_problems(out.sections[0], out.report.problems);
  out.report.closing = closing(adoption, brief, writes);
  if (writes) out.files.push_back({adoption.folder + "/" + adoption.unit.files[0], reading.drafts[0].text, true});
  return out;
}

}  // namespace

extern constinit const Command import_command;
constinit const Command import_command = {
    .name = "import",
    .summary = "Adopt a folder of free-form notes, or enter the dates of a calendar",
    .details =
        "`mentor import notes DIR` reads the notes in the folder as they are: one file a meeting or one long file, dates and actions in whatever way they are "
        "written. It shows line by line what was "
        "understood, and writes one file, `relationship.md`, which names the two and adopts the notes (`notes:`). The notes are never changed, and no file is "
        "written over. "
        "`mentor import ics FILE PAIR` enters what a calendar file tells of a relationship's meetings and the journal does not yet: dates that are over as "
        "held, what was called off, declined or moved as such, and the next date as planned. Run again, it enters only what is new. Nothing else of an event "
        "is taken over, neither its title nor its description.",
    .examples =
        "mentor import notes notes --mentor Grace --mentee Ada --dry-run\n"
        "mentor import notes notes --mentor \"Grace Hopper\" --mentee \"Ada Lovelace\"\n"
        "mentor import ics mentoring.ics ada --dry-run",
    .names = Names::source_folder,
    .needs = CommandNeeds::settings,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .run = run,
    .wish = wishes_from_calendar,
    .writes_for = [](const Request& request) { return request.names.front() == "ics"; },
    .pair_at = 2,
};

}  // namespace mentor
