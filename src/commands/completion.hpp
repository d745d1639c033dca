// What a shell offers while a command line is written, derived from the tables of commands and flags.
//
// To add a shell: its script in a file of its own, its row in completion.cpp.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.hpp"

namespace mentor {

struct Shell {
  std::string_view name;
  /// As the shell wants to find it.
  std::string_view file;
  std::string (*script)();
};
std::span<const Shell> all_shells();

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

/// The words that a flag's value may be; `command` is null before the command is written. Folders have none: the shell knows them.
std::vector<std::string_view> words_of(Choices choices, const Command* command);
/// The same of a flag: its own words, or those of its choices.
std::vector<std::string_view> words_of(const Flag& flag, const Command* command);
/// The words that a name may be; relationships are not among them: the program is asked.
std::vector<std::string_view> words_of(Names names);
inline bool takes_pairs(Names names) { return names == Names::pairs || names == Names::one_pair || names == Names::maybe_pair || names == Names::pair_and_words || names == Names::topics_or_pairs; }
/// The second name is a folder, which the shell knows.
inline bool takes_folder(Names names) { return names == Names::source_folder; }
inline bool takes_many(Names names) { return names == Names::pairs || names == Names::topics_or_pairs || names == Names::settings; }

/// Every flag once, those of all commands first.
std::vector<const Flag*> every_flag();
/// The beginning of a sentence, short enough for a menu.
std::string_view gist(std::string_view sentence);
/// In single quotes: `quote` stands for a single quote in them.
std::string in_quotes(std::string_view text, std::string_view quote);

}  // namespace mentor
