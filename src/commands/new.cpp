// A relationship begun: one file that names the two, and a sheet on which they agree how they want to work together.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "commands/asked_day.hpp"
#include "commands/command.hpp"
#include "commands/new_files.hpp"
#include "commands/typed.hpp"
#include "journal/parse.hpp"
#include "journal/values.hpp"
#include "journal/yaml_spelling.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};

constexpr Flag kFlags[] = {
    {"mentor", 0, "NAME", "Who gives the time: a name, or `Name <address>`.", Choices::none},
    {"mentee", 0, "NAME", "Whose development it is about.", Choices::none},
    {"cadence", 0, "RHYTHM", "How often the two mean to meet: weekly, fortnightly, monthly, `3 weeks`.", Choices::none},
    {"length", 0, "TIME", "How long a meeting is meant to be: `60 min`.", Choices::none},
    {"kind", 0, "WORD", "What sort of mentoring it is; a situational one ends when its issue is settled.", Choices::none, false, Words<MatchKind>::list},
    {"started", 0, "DAY", "The day of the match; else today.", Choices::none},
    {"until", 0, "DAY", "The end that is meant.", Choices::none},
    {"purpose", 0, "TEXT", "What it is for, in a sentence.", Choices::none},
    {"yaml", 0, "", "Make a YAML file; else it is Markdown.", Choices::none},
    dry_run_flag,
};

/// What the two may want to agree on, and the key that keeps what they agreed.
struct Theme {
  std::string_view asked, kept;
};
constexpr Theme kThemes[] = {
    {"What each hopes for", "expectations"},
    {"Why each is here", "why"},
    {"How we will know that it was worth it", "purpose, goals"},
    {"How often, how long, where", "cadence, length"},
    {"Who finds the date, who brings the agenda", "expectations"},
    {"How much notice when a date has to move", "expectations"},
    {"How we reach each other in between, and how soon one answers", "expectations"},
    {"What stays between us, and who may know what", "confidentiality"},
    {"What is out of bounds", "boundaries"},
    {"How we tell each other what does not help", "expectations"},
    {"How we hold each other to our word", "accountability"},
    {"What we do when it gets quiet", "accountability"},
    {"Whom we both trust to turn to when it gets hard", "facilitator"},
    {"When we read this page again", "date"},
    {"Until when, and how we decide to go on or to stop", "until"},
    {"How we want to part, whenever it comes", "until"},
};

std::string sheet_in_markdown() {
  std::string out =
      "**What we agree on.** Each fills in a column alone; then you talk, and the last column is for what both can live with.\n"
      "What is agreed goes below, in a section `## Agreement` with its day.\n\n| | mentee | mentor | agreed | kept as |\n|---|---|---|---|---|\n";
  for (const Theme& theme : kThemes) out += fmt::format("| {} | | | | `{}` |\n", theme.asked, theme.kept);
  return out;
}

std::string sheet_in_yaml() {
  std::string out =
      "# What we agree on: each answers alone (mentee, mentor), then you talk. What both can live with\n# goes below, as `agreement:`, under the key behind "
      "each line.\n#\n";
  for (const Theme& theme : kThemes) out += fmt::format("#   {} ({})\n#     mentee:\n#     mentor:\n#     agreed:\n", theme.asked, theme.kept);
  return out;
}

void check_name(const Request& request, std::string_view role) {
  if (!request.has(role)) throw Failure{say("the {} is not named", role), say("add --{} NAME", role)};
  if (read_person(request.text(role)).name.empty())
    throw Failure{say("`{}` is not a name", Text{request.text(role)}),
                  say("--{} takes a name, or a name and an address: `Ada Lovelace <ada@example.org>`", role)};
}

/// A name that may be a path below `pairs/`, and nothing else.
void check_id(const std::string& id) {
  const bool is_plain =
      !id.empty() && id.front() != '/' && id.back() != '/' && id.find("//") == std::string::npos && ("/" + id).find("/.") == std::string::npos &&
      std::ranges::all_of(id, [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.' || c == '/';
      });
  if (!is_plain)
    throw Failure{say("`{}` cannot be the name of a relationship", Text{id}),
                  say("take letters, digits, `-` and `_`, and `/` between folders: `ada` or `2026/ada`")};
  if (is_journal_name(id)) throw Failure{say("`{}` ends like a file", Text{id}), say("give the name alone; --yaml makes a YAML file")};
}

NewRecord relationship_of(const Request& request) {
  NewRecord record{&kinds::relationship};
  for (const std::string_view name : {"mentor", "mentee"}) record.put(name, std::string(request.text(name)));
  record.put("started", iso(asked_day(request, "started", Weekdays::last, request.today)));
  record.put("until", iso(asked_day(request, "until", Weekdays::next)));
  for (const std::string_view name : {"kind", "cadence", "length", "purpose"}) record.put(name, std::string(request.text(name)));
  return record;
}

std::string text_of(const Request& request) {
  const std::string top = yaml::block(relationship_of(request), 0, {}) + "\n";
  if (request.has("yaml")) return top + "\n" + sheet_in_yaml();
  const std::string mentor(read_person(request.text("mentor")).name.raw()), mentee(read_person(request.text("mentee")).name.raw());
  return "---\n" + top + "---\n\n# " + mentor + " and " + mentee + "\n\n" + sheet_in_markdown();
}

/// Is there such a relationship already, in whatever file?
void refuse_known(const Brief& brief, const std::string& id) {
  std::vector<std::string> nothing;
  const std::vector<Unit> known = Folder{brief.folder}.find(id, nothing);
  if (!known.empty()) throw Failure{say("there is a relationship `{}` already, in {}", Text{id}, Text{known[0].path(0)}), say("choose another name")};
}

Output run(Brief& brief) {
  const Request& request = brief.request;
  const std::string& id = request.names.front();
  check_id(id);
  for (const std::string_view role : {"mentor", "mentee"}) check_name(request, role);
  if (read_person(request.text("mentor")).name == read_person(request.text("mentee")).name)
    throw Failure{say("mentor and mentee have the same name"), say("write one of them differently, or nobody could tell whose an action is")};
  refuse_known(brief, id);
  NewFile file{"pairs/" + id + (request.has("yaml") ? ".yaml" : ".md"), text_of(request)};
  const Reading read = require_clean(brief, file);
  Written out = new_files(brief, {file}, say("{} and {}", read.relationship.mentor.name, read.relationship.mentee.name));
  out.report.closing =
      say("Fill in the sheet together, at the first meeting. `mentor feedback {} --set purpose` has questions for it, `mentor log {}` enters the meeting.",
          Text{id}, Text{id});
  return out;
}

}  // namespace

extern constinit const Command new_command;
constinit const Command new_command = {
    .name = "new",
    .summary = "Begin a relationship",
    .details =
        "Writes one file, `pairs/PAIR.md`, that names the two and holds a sheet on which they agree how they want to work together: each fills in a column, "
        "then "
        "they talk, and the last column is for both. No file is written over.",
    .examples = "mentor new ada --mentor \"Grace Hopper\" --mentee \"Ada Lovelace\"",
    .names = Names::new_pair,
    .needs = CommandNeeds::settings,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
