// The completion script for fish: one line for each thing that may come next.
#include <fmt/format.h>

#include "commands/completion.hpp"

namespace mentor {
namespace {

constexpr std::string_view kOpening = R"(# Completion of mentor for fish. Written by `mentor generate`: changes belong into the tables of the program.

# The command and the names behind it, as far as they are written.
function __mentor_said
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case )";

constexpr std::string_view kFunctions = R"(
                set -e words[1]
            case '-*'
            case '*'
                echo -- $words[1]
        end
        set -e words[1]
    end
end

function __mentor_needs_command
    test (count (__mentor_said)) -eq 0
end

function __mentor_on
    set -l said (__mentor_said)
    set -q said[1]; and contains -- $said[1] $argv
end

# No name is written yet.
function __mentor_on_first
    set -l said (__mentor_said)
    test (count $said) -eq 1; and contains -- $said[1] $argv
end

# One name is written.
function __mentor_on_second
    set -l said (__mentor_said)
    test (count $said) -eq 2; and contains -- $said[1] $argv
end

# The relationships of the journal at hand.
function __mentor_pairs
    set -l words (commandline -opc)
    set -l folder
    while set -q words[1]
        switch $words[1]
            case -C --directory
                set folder -C (string replace -r -- '^~' $HOME "$words[2]")
            case '--directory=*'
                set folder -C (string replace -r -- '^--directory=' '' $words[1] | string replace -r -- '^~' $HOME)
        end
        set -e words[1]
    end
    mentor $folder __complete pairs 2>/dev/null
end

complete -c mentor -f
)";

std::string quoted(std::string_view text) { return in_quotes(text, R"(\')"); }

std::string value_flags() {
  std::string out;
  for (const Flag* const flag : every_flag()) {
    if (flag->value.empty()) continue;
    if (flag->letter != 0) out += fmt::format("{}-{}", out.empty() ? "" : " ", flag->letter);
    out += fmt::format("{}--{}", out.empty() ? "" : " ", flag->name);
  }
  return out;
}

/// Words with blanks in them are quoted for the line they end up in.
std::string list(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word.find(' ') == std::string_view::npos ? std::string(word) : fmt::format("\"{}\"", word);
  }
  return quoted(out);
}

std::string option(const Flag& flag, const Command* command, std::string_view condition) {
  std::string out = "complete -c mentor";
  if (!condition.empty()) out += fmt::format(" -n '{}'", condition);
  if (flag.letter != 0) out += fmt::format(" -s {}", flag.letter);
  out += fmt::format(" -l {}", flag.name);
  if (!flag.value.empty()) out += " -x";
  if (flag.choices == Choices::folders)
    out += " -a '(__fish_complete_directories)'";
  else if (const auto words = words_of(flag, command); !words.empty())
    out += " -a " + list(words);
  return out + " -d " + quoted(gist(flag.help)) + "\n";
}

std::string options_everywhere() {
  std::string out = "\n";
  for (const Flag& flag : global_flags()) {
    if (flag.choices != Choices::formats) {
      out += option(flag, nullptr, {});
      continue;
    }
    out += option(flag, nullptr, "__mentor_needs_command");
    for (const Command* const command : all_commands())
      if (!command->formats.empty()) out += option(flag, command, fmt::format("__mentor_on {}", command->name));
  }
  return out;
}

std::string command_lines(const Command& command) {
  std::string out = fmt::format("\ncomplete -c mentor -n __mentor_needs_command -a {} -d {}\n", command.name, quoted(gist(command.summary)));
  for (const Flag& flag : command.flags) out += option(flag, &command, fmt::format("__mentor_on {}", command.name));
  const std::string_view when = takes_many(command.names) ? "__mentor_on" : "__mentor_on_first";
  const std::vector<std::string_view> words = words_of(command.names);
  const auto offer = [&](const std::string& offered) { out += fmt::format("complete -c mentor -n '{} {}' -a {}\n", when, command.name, offered); };
  if (takes_folder(command.names)) out += fmt::format("complete -c mentor -n '__mentor_on_second {}' -a '(__fish_complete_directories)'\n", command.name);
  if (takes_pairs(command.names)) offer("'(__mentor_pairs)'");
  if (command.names != Names::none && (!words.empty() || !takes_pairs(command.names))) offer(list(words));
  return out;
}

}  // namespace

std::string fish_completion() {
  std::string out = std::string(kOpening) + value_flags() + std::string(kFunctions) + options_everywhere();
  for (const Command* const command : all_commands()) out += command_lines(*command);
  return out;
}

}  // namespace mentor
