#include "cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "journal/values.hpp"
#include "rules/settings.hpp"

namespace mentor {
namespace {

using Values = std::map<std::string_view, std::vector<std::string>>;

constexpr std::string_view kCompletionVerb = "__complete";

std::string spelled(const Flag& flag) {
  std::string names = "--" + std::string(flag.name);
  if (flag.letter != 0) names += std::string(",-") + flag.letter;
  return names;
}

void add_flags(CLI::App& app, std::span<const Flag> flags, Values& values) {
  for (const Flag& flag : flags) {
    std::vector<std::string>& target = values[flag.name];
    if (flag.value.empty())
      app.add_flag_callback(spelled(flag), [&target] { target.emplace_back("yes"); });
    else
      app.add_option(spelled(flag), target)->expected(1)->take_all()->allow_extra_args(false)->type_name("");
  }
}

Message did_you_mean(std::string_view word, const std::vector<std::string_view>& known, std::string_view otherwise) {
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? say("{}", otherwise) : say("did you mean `{}`?", meant);
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command* const command : all_commands()) names.push_back(command->name);
  return names;
}

[[noreturn]] void refuse_extra(const std::string& extra, const Command* command) {
  if (!extra.starts_with('-')) {
    if (command == nullptr)
      throw Failure{say("`{}` is not a command", Text{extra}), did_you_mean(extra, command_names(), "`mentor --help` lists the commands")};
    throw Failure{say("`{}` is one word too many for `mentor {}`", Text{extra}, command->name), say("`mentor {} --help` shows how it is used", command->name)};
  }
  std::vector<std::string> spellings;
  const auto add = [&spellings](std::span<const Flag> flags) {
    for (const Flag& flag : flags) spellings.push_back("--" + std::string(flag.name));
  };
  add(global_flags());
  if (command != nullptr) add(command->flags);
  const std::string option = extra.substr(0, extra.find('='));
  for (const Command* const other : all_commands())
    for (const Flag& flag : other->flags)
      if (option == "--" + std::string(flag.name))
        throw Failure{say("`{}` is an option of `mentor {}`", Text{option}, other->name), say("`mentor {} --help` shows how it is used", other->name)};
  const std::vector<std::string_view> known{spellings.begin(), spellings.end()};
  throw Failure{say("there is no option `{}`", Text{option}), did_you_mean(option, known, "`--help` lists the options")};
}

const std::string* last(const Values& values, std::string_view name) {
  const auto at = values.find(name);
  return at == values.end() || at->second.empty() ? nullptr : &at->second.back();
}

Date read_today(const Values& values, const World& world) {
  const std::string* given = last(values, "today");
  const std::string variable = world.variable("MENTOR_TODAY");
  if (given == nullptr && variable.empty()) return world.today;
  const std::string& word = given != nullptr ? *given : variable;
  const Date date = parse_day_word(word, world.today);
  if (!date)
    throw Failure{say("`{}` is not a day for {}", Text{word}, given != nullptr ? "--today" : "MENTOR_TODAY"),
                  say("write YYYY-MM-DD, today, yesterday, tomorrow, or +N or -N with d, w, m or y")};
  return date;
}

const Format* read_format(const Values& values, const Command& command) {
  const std::string_view fallback = command.formats.empty() ? std::string_view("full") : command.formats.front();
  const std::string* given = last(values, "format");
  if (given == nullptr) return find_format(fallback);
  if (std::ranges::find(command.formats, *given) != command.formats.end()) return find_format(*given);
  throw Failure{say("`mentor {}` cannot be printed as `{}`", command.name, Text{*given}),
                did_you_mean(*given, {command.formats.begin(), command.formats.end()},
                             command.formats.empty() ? std::string("it has one form only") : fmt::format("it knows: {}", fmt::join(command.formats, ", ")))};
}

/// The index of a value among the words a flag takes.
std::size_t read_choice(const Values& values, std::string_view flag, std::span<const std::string_view> words, std::size_t fallback) {
  const std::string* given = last(values, flag);
  if (given == nullptr) return fallback;
  const auto at = std::ranges::find(words, *given);
  if (at == words.end())
    throw Failure{say("--{} does not know `{}`", flag, Text{*given}),
                  did_you_mean(*given, {words.begin(), words.end()}, fmt::format("it takes: {}", fmt::join(words, ", ")))};
  return static_cast<std::size_t>(at - words.begin());
}

std::vector<std::string> read_rules(const Values& values, std::string_view flag) {
  const auto at = values.find(flag);
  if (at == values.end()) return {};
  for (const std::string& id : at->second)
    if (find_rule(id) == nullptr) throw Failure{say("there is no rule `{}`", Text{id}), rule_meant(Text{id})};
  return at->second;
}

int read_width(const Values& values) {
  const std::string* given = last(values, "width");
  if (given == nullptr) return 0;
  const int width = read_count(*given);
  if (width < 20 || width > 10000) throw Failure{say("`{}` is not a width", Text{*given}), say("--width takes columns, from 20")};
  return width;
}

void check_names(const Request& request) {
  const Command& command = *request.command;
  const std::size_t count = request.names.size();
  if (command.names == Names::none && count > 0) refuse_extra(request.names.front(), &command);
  const bool takes_one = command.names == Names::one_pair || command.names == Names::new_pair || command.names == Names::one_schema || command.names == Names::one_shell || command.names == Names::one_product;
  if ((takes_one || command.names == Names::pair_and_words) && count == 0) throw Failure{say("`mentor {}` needs a name", command.name), say("`mentor {} --help` shows how it is used", command.name)};
  if (takes_one && count > 1) refuse_extra(request.names[1], &command);
  if (command.names == Names::maybe_pair && count > 1) refuse_extra(request.names[1], &command);
  if (command.names == Names::source_folder && count < 2)
    throw Failure{say("`mentor {}` needs to know what to read, and where", command.name), say("write `mentor {} notes DIR` or `mentor {} ics FILE PAIR`", command.name, command.name)};
  if (command.names == Names::source_folder && request.names[0] == "ics" && count < 3)
    throw Failure{say("`mentor import ics` needs to know whose dates they are"), say("write `mentor import ics FILE PAIR`")};
  const std::size_t most_sources = count > 0 && request.names[0] == "ics" ? 3 : 2;
  if (command.names == Names::source_folder && count > most_sources) refuse_extra(request.names[most_sources], &command);
  if (command.names == Names::three_versions && count != 3)
    throw Failure{say("`mentor {}` needs three files: one as both sides had it, mine, theirs", command.name),
                  say("`mentor {} --help` shows how git is told to name them", command.name)};
}

/// The values of the command's own flags. Words that a flag lists are the only ones that it takes.
Values read_flags(const Values& values, const Command& command) {
  Values flags;
  for (const Flag& flag : command.flags) {
    const auto at = values.find(flag.name);
    if (at == values.end() || at->second.empty()) continue;
    for (const std::string& given : at->second)
      if (!flag.words.empty() && std::ranges::find(flag.words, given) == flag.words.end())
        throw Failure{say("--{} does not know `{}`", flag.name, Text{given}),
                      did_you_mean(given, {flag.words.begin(), flag.words.end()}, fmt::format("it takes: {}", fmt::join(flag.words, ", ")))};
    flags.emplace(flag.name, at->second);
  }
  return flags;
}

Request make_request(const Command& command, const Values& values, std::vector<std::string> names, const World& world) {
  static constexpr std::string_view kColors[] = {"auto", "always", "never"};
  static constexpr std::string_view kFailOn[] = {"info", "warning", "error", "never"};
  Request request;
  request.command = &command;
  request.names = std::move(names);
  if (const std::string* folder = last(values, "directory")) request.folder = *folder;
  request.today = read_today(values, world);
  request.format = read_format(values, command);
  request.color = static_cast<ColorMode>(read_choice(values, "color", kColors, 0));
  request.fail_on = static_cast<FailOn>(read_choice(values, "fail-on", kFailOn, 2));
  request.width_columns = read_width(values);
  request.quiet = last(values, "quiet") != nullptr;
  request.verbose = last(values, "verbose") != nullptr;
  request.here = world.folder;
  request.salt = world.salt;
  request.flags = read_flags(values, command);
  request.select = read_rules(values, "select");
  request.ignore = read_rules(values, "ignore");
  check_names(request);
  if (request.has("template")) {
    request.shape = request.format->name == "json" ? find_format("full") : request.format;
    request.format = find_format("json");
  }
  return request;
}

/// What CLI11 says, in our words: its own would echo raw bytes.
[[noreturn]] void refuse(const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    throw Failure{say("`{}` needs a value", Text{arguments.empty() ? std::string_view{} : std::string_view(arguments.back())}),
                  say("`--help` lists the options and their values")};
  throw Failure{say("the command line cannot be understood"), say("`mentor --help` shows how it is used")};
}

}  // namespace

Parsed parse_args(const std::vector<std::string>& arguments, const World& world) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  app.require_subcommand(0, 1);
  app.fallthrough();
  Values values;
  std::vector<std::string> names;
  add_flags(app, global_flags(), values);
  for (const Command* const command : all_commands()) {
    // the others cannot be meant, and setting them up would take longer than many a check
    if (std::ranges::find(arguments, command->name) == arguments.end()) continue;
    CLI::App* const verb = app.add_subcommand(std::string(command->name));
    verb->set_help_flag();
    verb->allow_extras();
    add_flags(*verb, command->flags, values);
    verb->add_option("names", names);
  }
  app.add_subcommand(std::string(kCompletionVerb))->add_option("names", names);
  try {
    std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    refuse(error, arguments);
  }
  const auto chosen = app.get_subcommands();
  const Command* const command = chosen.empty() ? nullptr : find_command(chosen.front()->get_name());
  Parsed parsed;
  if (!chosen.empty() && command == nullptr) {
    parsed.wants = Parsed::Wants::pair_ids;
    if (const std::string* folder = last(values, "directory")) parsed.request.folder = *folder;
    return parsed;
  }
  if (last(values, "version") != nullptr) return {Parsed::Wants::version, {}};
  const std::vector<std::string> extras = app.remaining(true);
  if (!extras.empty()) refuse_extra(extras.front(), command);
  parsed.request.command = command;
  if (command == nullptr || last(values, "help") != nullptr) {
    parsed.wants = Parsed::Wants::help;
    return parsed;
  }
  parsed.request = make_request(*command, values, std::move(names), world);
  return parsed;
}

}  // namespace mentor
