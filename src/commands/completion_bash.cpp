// The completion script for bash; it runs on 3.2 too, which macOS has.
#include <fmt/format.h>

#include <algorithm>

#include "commands/completion.hpp"

namespace mentor {
namespace {

constexpr std::string_view kOpening = R"(# Completion of mentor for bash. Written by `mentor generate`: changes belong into the tables of the program.

# Offers those of the further words that begin with the first.
_mentor_offer() {
  local begin=$1 word quoted
  shift
  for word; do
    if [[ -n $word && $word == "$begin"* ]]; then
      printf -v quoted %q "$word"
      COMPREPLY+=("$quoted")
    fi
  done
}

# The relationships of the journal at hand.
_mentor_pairs() {
  local id ids=()
  while IFS= read -r id; do
    ids+=("$id")
  done < <(mentor ${folder:+-C "$folder"} __complete pairs 2>/dev/null)
  _mentor_offer "$cur" "${ids[@]}"
}

_mentor_folders() {
  local folder_name
  compopt -o filenames 2>/dev/null
  while IFS= read -r folder_name; do
    COMPREPLY+=("$folder_name")
  done < <(compgen -d -- "$cur")
}

_mentor() {
  local cur=${COMP_WORDS[COMP_CWORD]} flag='' verb='' folder='' word
  local -i i names=0
  COMPREPLY=()
  ((COMP_CWORD > 0)) && flag=${COMP_WORDS[COMP_CWORD - 1]}
  # bash makes three words of --flag=value
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $flag == = ]]; then
    flag=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  cur=${cur//\\/}

  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
)";

constexpr std::string_view kFlagsRead = R"(        [[ ${COMP_WORDS[i + 1]} == = ]] && i+=1
        i+=1
        [[ $word == -C || $word == --directory ]] && folder=${COMP_WORDS[i]/#\~/$HOME}
        ;;
      -*) ;;
      *)
        if [[ -z $verb ]]; then verb=$word; else names+=1; fi
        ;;
    esac
  done

  case $flag in
)";

std::string value_flag_pattern() {
  std::string out;
  for (const Flag* const flag : every_flag()) {
    if (flag->value.empty()) continue;
    if (flag->letter != 0) out += fmt::format("{}-{}", out.empty() ? "" : " | ", flag->letter);
    out += fmt::format("{}--{}", out.empty() ? "" : " | ", flag->name);
  }
  return out;
}

std::string offer(const std::vector<std::string_view>& words) {
  std::string out = "_mentor_offer \"$cur\"";
  for (const std::string_view word : words) out += " " + (word.find(' ') == std::string_view::npos ? std::string(word) : in_quotes(word, R"('\'')"));
  return out;
}

std::string offer_formats() {
  std::string out = "      case $verb in\n";
  for (const Command* const command : all_commands())
    if (!command->formats.empty()) out += fmt::format("        {}) {} ;;\n", command->name, offer(words_of(Choices::formats, command)));
  out += fmt::format("        '') {} ;;\n", offer(words_of(Choices::formats, nullptr)));
  return out + "      esac\n";
}

/// Several commands may have a flag of one name, each with words of its own.
std::vector<std::string_view> words_of_name(const Flag& named) {
  std::vector<std::string_view> words = words_of(named, nullptr);
  for (const Command* const command : all_commands())
    for (const Flag& flag : command->flags)
      if (flag.name == named.name)
        for (const std::string_view word : words_of(flag, command))
          if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  return words;
}

/// What completes the value of each flag.
std::string flag_values() {
  std::string out;
  for (const Flag* const flag : every_flag()) {
    if (flag->value.empty()) continue;
    out += flag->letter != 0 ? fmt::format("    -{} | --{})\n", flag->letter, flag->name) : fmt::format("    --{})\n", flag->name);
    if (flag->choices == Choices::folders)
      out += "      _mentor_folders\n";
    else if (flag->choices == Choices::formats)
      out += offer_formats();
    else if (const auto words = words_of_name(*flag); !words.empty())
      out += "      " + offer(words) + "\n";
    out += "      return\n      ;;\n";
  }
  return out + "  esac\n\n";
}

std::vector<std::string> spelled(std::span<const Flag> flags) {
  std::vector<std::string> out;
  for (const Flag& flag : flags) out.push_back("--" + std::string(flag.name));
  return out;
}

std::string flag_names() {
  std::string out = "  if [[ $cur == -* ]]; then\n";
  const std::vector<std::string> global = spelled(global_flags());
  out += "    " + offer({global.begin(), global.end()}) + "\n    case $verb in\n";
  for (const Command* const command : all_commands()) {
    const std::vector<std::string> own = spelled(command->flags);
    if (!own.empty()) out += fmt::format("      {}) {} ;;\n", command->name, offer({own.begin(), own.end()}));
  }
  return out + "    esac\n    return\n  fi\n\n";
}

std::string names() {
  std::string out = "  case $verb in\n";
  std::vector<std::string_view> verbs;
  for (const Command* const command : all_commands()) verbs.push_back(command->name);
  out += fmt::format("    '') {} ;;\n", offer(verbs));
  for (const Command* const command : all_commands()) {
    if (command->names == Names::none) continue;
    const std::string once = takes_many(command->names) ? "" : "((names == 0)) && ";
    const std::string_view folder = takes_folder(command->names) ? "; ((names == 1)) && _mentor_folders" : "";
    const std::vector<std::string_view> words = words_of(command->names);
    const std::string_view pairs = !takes_pairs(command->names) ? "" : words.empty() ? "_mentor_pairs" : "; _mentor_pairs";
    out +=
        fmt::format("    {}) {}{}{}{} ;;\n", command->name, once, words.empty() && takes_pairs(command->names) ? std::string{} : offer(words), pairs, folder);
  }
  return out + "  esac\n}\n\ncomplete -F _mentor mentor\n";
}

}  // namespace

std::string bash_completion() {
  return std::string(kOpening) + "      " + value_flag_pattern() + ")\n" + std::string(kFlagsRead) + flag_values() + flag_names() + names();
}

}  // namespace mentor
