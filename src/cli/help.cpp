#include "cli/help.hpp"

#include <fmt/format.h>

#include "base/wrap.hpp"

namespace mentor {
namespace {

constexpr std::size_t kColumns = 80;

std::string flag_lines(std::span<const Flag> flags) {
  std::string out;
  for (const Flag& flag : flags) {
    std::string left = flag.letter != 0 ? fmt::format("  -{}, --{}", flag.letter, flag.name) : fmt::format("      --{}", flag.name);
    if (!flag.value.empty()) left += fmt::format(" {}", flag.value);
    constexpr std::size_t kIndent = 26;
    if (left.size() + 2 > kIndent)
      out += left + "\n" + std::string(kIndent, ' ') + wrap(flag.help, kColumns, kIndent) + "\n";
    else
      out += pad(left, kIndent) + wrap(flag.help, kColumns, kIndent) + "\n";
  }
  return out;
}

std::string example_lines(std::string_view examples) {
  std::string out;
  while (!examples.empty()) {
    const std::size_t end = examples.find('\n');
    out += fmt::format("  $ {}\n", examples.substr(0, end));
    examples = end == std::string_view::npos ? std::string_view{} : examples.substr(end + 1);
  }
  return out;
}

std::string overview() {
  std::string out = "mentor reads notes of mentoring pairs and says early when one loses momentum.\n\nUsage: mentor COMMAND [options]\n\nCommands:\n";
  for (const Command* const command : all_commands()) out += "  " + pad(command->name, 14) + wrap(command->summary, kColumns, 16) + "\n";
  out += "\nExamples:\n" + example_lines("mentor check\nmentor status -C ~/circle --today 2026-03-30\nmentor explain stalled");
  out += "\nOptions for every command:\n" + flag_lines(global_flags());
  out += "\nExit status: 0 nothing found at or above --fail-on, 1 something found, 2 asked\nwrongly or no journal here, 3 could not read or write.\n";
  return out;
}

}  // namespace

std::string usage(const Command& command) {
  std::string_view names;
  switch (command.names) {
    case Names::none:
      break;
    case Names::pairs:
      names = " [PAIR...]";
      break;
    case Names::one_pair:
      names = " PAIR";
      break;
    case Names::new_pair:
      names = " PAIR";
      break;
    case Names::pair_and_words:
      names = " PAIR [WORD...]";
      break;
    case Names::maybe_pair:
      names = " [PAIR]";
      break;
    case Names::topics_or_pairs:
      names = " [NAME|PAIR...]";
      break;
    case Names::settings:
      names = " [NAME...]";
      break;
    case Names::one_schema:
    case Names::one_shell:
    case Names::one_product:
      names = " NAME";
      break;
    case Names::source_folder:
      names = " notes DIR|ics FILE PAIR";
      break;
    case Names::three_versions:
      names = " BASE MINE THEIRS";
      break;
  }
  return fmt::format("mentor {}{} [options]", command.name, names);
}

std::string help(const Command* command) {
  if (command == nullptr) return overview();
  std::string out =
      wrap(fmt::format("{}.", command->summary), kColumns, 0) + "\n\nUsage: " + usage(*command) + "\n\n" + wrap(command->details, kColumns, 0) + "\n";
  out += "\nExamples:\n" + example_lines(command->examples);
  if (!command->flags.empty()) out += "\nOptions:\n" + flag_lines(command->flags);
  if (!command->formats.empty()) out += fmt::format("\nFormats: {}\n", fmt::join(command->formats, ", "));
  out += "\nOptions for every command:\n" + flag_lines(global_flags());
  out += "\nExit status: 0 nothing found at or above --fail-on, 1 something found, 2 asked\nwrongly or no journal here, 3 could not read or write.\n";
  return out;
}

}  // namespace mentor
