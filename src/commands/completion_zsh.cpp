// The completion script for zsh, in terms of its _arguments.
#include <fmt/format.h>

#include "commands/completion.hpp"

namespace mentor {
namespace {

constexpr std::string_view kOpening = R"zsh(#compdef mentor
# Completion of mentor for zsh. Written by `mentor generate`: changes belong into the tables of the program.

# The relationships of the journal at hand.
_mentor_pairs() {
  local -a pairs
  local folder=${opt_args[-C]:-${opt_args[--directory]:-$mentor_folder}}
  folder=${${(Q)folder}/#\~/$HOME}
  pairs=(${(f)"$(mentor ${folder:+-C} ${folder:+$folder} __complete pairs 2>/dev/null)"})
  _wanted pairs expl relationship compadd -a pairs
}

_mentor() {
  local curcontext=$curcontext state line expl mentor_folder
  typeset -A opt_args
  local -a global verbs words_known
)zsh";

/// Text in single quotes that ends up in the brackets of an option.
std::string description(std::string_view sentence) {
  std::string out;
  for (const char c : gist(sentence)) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    if (c == '\'')
      out += R"('\'')";
    else
      out += c;
  }
  return out;
}

std::string action(const Flag& flag, const Command* command) {
  if (flag.choices == Choices::folders) return "_directories";
  const auto words = words_of(flag, command);
  return words.empty() ? " " : fmt::format("({})", fmt::join(words, " "));
}

std::string option(const Flag& flag, const Command* command) {
  const bool takes_value = !flag.value.empty();
  const std::string value = takes_value ? fmt::format(":{}:{}", flag.value, action(flag, command)) : "";
  const std::string_view equals = takes_value ? "=" : "", plus = takes_value ? "+" : "";
  const std::string what = fmt::format("[{}]{}", description(flag.help), value);
  if (flag.letter == 0) return fmt::format("'{}--{}{}{}'", flag.is_repeatable ? "*" : "", flag.name, equals, what);
  return fmt::format("'(-{0} --{1})'{{-{0}{2},--{1}{3}}}'{4}'", flag.letter, flag.name, plus, equals, what);
}

std::string global_options() {
  std::string out = "  global=(\n";
  for (const Flag& flag : global_flags())
    if (flag.choices != Choices::formats) out += "    " + option(flag, nullptr) + "\n";
  return out + "  )\n";
}

/// Formats differ from command to command.
std::string format_option(const Command* command) {
  for (const Flag& flag : global_flags())
    if (flag.choices == Choices::formats && (command == nullptr || !command->formats.empty())) return option(flag, command);
  return {};
}

std::string verbs() {
  std::string out = "      verbs=(\n";
  for (const Command* const command : all_commands()) out += fmt::format("        '{}:{}'\n", command->name, description(command->summary));
  return out + "      )\n      _describe -t commands command verbs\n      ;;\n";
}

std::string arguments(const Command& command) {
  std::string out = fmt::format("        {})\n", command.name);
  const auto words = words_of(command.names);
  if (!words.empty()) {
    out += "          words_known=(";
    for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : " ") + in_quotes(words[i], R"('\'')");
    out += ")\n";
  }
  out += "          _arguments $global";
  if (const std::string format = format_option(&command); !format.empty()) out += " \\\n            " + format;
  for (const Flag& flag : command.flags) out += " \\\n            " + option(flag, &command);
  const std::string_view place = takes_many(command.names) ? "*" : "1";
  if (takes_pairs(command.names) && !words.empty())
    out += fmt::format(" \\\n            '{}: :{{_mentor_pairs; _wanted names expl name compadd -a words_known}}'", place);
  else if (takes_pairs(command.names))
    out += fmt::format(" \\\n            '{}: :_mentor_pairs'", place);
  else if (!words.empty())
    out += fmt::format(" \\\n            '{}: :{{_wanted names expl name compadd -a words_known}}'", place);
  if (takes_folder(command.names)) out += " \\\n            '2: :_directories'";
  return out + "\n          ;;\n";
}

}  // namespace

std::string zsh_completion() {
  std::string out{kOpening};
  out += global_options();
  out += fmt::format("  _arguments -C $global {} '1: :->verb' '*:: :->rest' && return\n\n  case $state in\n    verb)\n", format_option(nullptr));
  out += verbs();
  out += "    rest)\n      mentor_folder=${opt_args[-C]:-${opt_args[--directory]}}\n      case $line[1] in\n";
  for (const Command* const command : all_commands()) out += arguments(*command);
  return out + "      esac\n      ;;\n  esac\n}\n\n_mentor \"$@\"\n";
}

}  // namespace mentor
