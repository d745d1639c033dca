// mentor(1), from the tables of commands, flags and formats.
#include <fmt/format.h>

#include "base/failure.hpp"
#include "commands/command.hpp"
#include "commands/mdoc.hpp"
#include "commands/product.hpp"

namespace mentor {
namespace {

struct Row {
  std::string_view name, meaning;
};

constexpr Row kEnvironment[] = {
    {"MENTOR_DIR", "The journal's folder, where `-C` does not name one."},
    {"MENTOR_TODAY", "The day to judge by, where `--today` does not name one."},
    {"MENTOR_THREADS", "How many relationships are read at a time, 1 to 64; else as many as the machine has processors."},
    {"NO_COLOR", "When it is set to anything, nothing is coloured unless `--color always` asks for it."},
    {"FORCE_COLOR", "When it is set to anything but 0, colours are used even where the output is no terminal."},
    {"CLICOLOR_FORCE", "The same."},
};

constexpr Row kFiles[] = {
    {"mentor.yaml", "The programme's settings. It marks the root of a journal."},
    {"pairs/NAME.md, pairs/NAME.yaml", "A relationship in one file."},
    {"pairs/NAME/relationship.md", "A relationship in a folder, with a file for each meeting beside it."},
};

constexpr struct {
  ExitCode code;
  std::string_view meaning;
} kExitCodes[] = {
    {ExitCode::clean, "Nothing was found at or above the severity of `--fail-on`, or the command judges nothing."},
    {ExitCode::found, "Something was found."},
    {ExitCode::usage, "It was asked wrongly: the command line, the settings, or no journal where it was looked for."},
    {ExitCode::failed, "It could not be done: a file could not be read or written, or the output could not be."},
};

/// "Fl C Ar DIR" and the like, for .It and .Op.
std::string macros(const Flag& flag) {
  const std::string value = flag.value.empty() ? "" : fmt::format(" Ar {}", flag.value);
  const std::string name = "Fl \\-" + Mdoc::escape(flag.name) + value;
  return flag.letter == 0 ? name : fmt::format("Fl {} , {}", flag.letter, name);
}

std::string names(const Command& command) {
  switch (command.names) {
    case Names::none:
      return "";
    case Names::pairs:
      return " Oo Ar PAIR ... Oc";
    case Names::one_pair:
      return " Ar PAIR";
    case Names::new_pair:
      return " Ar PAIR";
    case Names::pair_and_words:
      return " Ar PAIR Op Ar WORD ...";
    case Names::maybe_pair:
      return " Op Ar PAIR";
    case Names::topics_or_pairs:
      return " Oo Ar NAME | PAIR ... Oc";
    case Names::settings:
      return " Oo Ar NAME ... Oc";
    case Names::one_schema:
    case Names::one_shell:
    case Names::one_product:
      return " Ar NAME";
    case Names::source_folder:
      return " Cm notes Ar DIR | Cm ics Ar FILE PAIR";
    case Names::three_versions:
      return " Ar BASE Ar MINE Ar THEIRS";
  }
  return {};
}

void write_flags(Mdoc& page, std::span<const Flag> flags) {
  page.begin_list();
  for (const Flag& flag : flags) {
    page.macro("It " + macros(flag));
    page.prose(flag.help);
  }
  page.end_list();
}

void write_command(Mdoc& page, const Command& command) {
  page.subsection(command.name);
  page.macro(fmt::format("Nm Ic {}{} Op Ar options", command.name, names(command)));
  page.paragraph();
  page.prose(fmt::format("{}.", command.summary));
  page.paragraph();
  page.prose(command.details);
  if (!command.formats.empty()) {
    page.paragraph();
    page.prose(fmt::format("Formats: `{}`.", fmt::join(command.formats, "`, `")));
  }
  if (!command.flags.empty()) write_flags(page, command.flags);
  page.display(command.examples);
}

template <class Rows>
void write_rows(Mdoc& page, std::string_view heading, const Rows& rows) {
  page.section(heading);
  page.begin_list();
  for (const Row& row : rows) {
    page.item(row.name);
    page.prose(row.meaning);
  }
  page.end_list();
}

void write_exit_status(Mdoc& page) {
  page.section("EXIT STATUS");
  page.begin_list();
  for (const auto& row : kExitCodes) {
    page.item(std::to_string(static_cast<int>(row.code)));
    page.prose(row.meaning);
  }
  page.end_list();
}

void write_formats(Mdoc& page) {
  page.section("FORMATS");
  page.begin_list();
  for (const Format* const format : all_formats()) {
    page.item(format->name);
    page.prose(format->summary);
  }
  page.end_list();
}

}  // namespace

std::string command_man_page() {
  Mdoc page{"MENTOR 1", "mentor", "find mentoring relationships that lose momentum"};
  page.section("SYNOPSIS");
  page.macro("Nm");
  page.macro("Ar command");
  page.macro("Op Ar name ...");
  page.macro("Op Ar options");
  page.section("DESCRIPTION");
  page.prose(
      "`mentor` reads the notes that two people keep of their meetings, in a folder of Markdown or YAML files, "
      "says early and with evidence when momentum is going, and what would help.");
  page.prose("It works offline, writes nothing but what a command is asked to write, and scores nobody.");
  page.paragraph();
  page.prose("What a journal may say is told in");
  page.macro("Xr mentor-journal 5 ;");
  page.prose("what is looked for, and why, in");
  page.macro("Xr mentor-rules 7 .");
  page.section("COMMANDS");
  for (const Command* const command : all_commands()) write_command(page, *command);
  page.section("OPTIONS");
  page.prose("Every command takes these, before or behind its name.");
  write_flags(page, global_flags());
  write_formats(page);
  write_rows(page, "ENVIRONMENT", kEnvironment);
  write_rows(page, "FILES", kFiles);
  write_exit_status(page);
  page.section("EXAMPLES");
  page.prose("What needs a word in a journal, as of a day:");
  page.display("mentor check -C ~/circle --today 2026-03-30");
  page.prose("A weekly reminder from cron, which stays silent when all is well:");
  page.display("0 8 * * 1  mentor check -C $HOME/circle --fail-on never");
  page.section("SEE ALSO");
  page.macro("Xr mentor-journal 5 ,");
  page.macro("Xr mentor-rules 7");
  return std::move(page).finish();
}

}  // namespace mentor
