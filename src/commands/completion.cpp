// Prints the script that completes command lines in a shell.
#include "commands/completion.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "commands/product.hpp"
#include "commands/schema.hpp"
#include "commands/topics.hpp"

namespace mentor {
namespace {

template <class Rows>
std::vector<std::string_view> names_of(const Rows& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.name);
  return names;
}

std::vector<std::string_view> formats_of(const Command* command) {
  if (command != nullptr) return {command->formats.begin(), command->formats.end()};
  std::vector<std::string_view> names;
  for (const Format* const format : all_formats()) names.push_back(format->name);
  return names;
}

std::vector<std::string_view> rule_ids() {
  std::vector<std::string_view> ids;
  for (const Rule* const rule : all_rules()) ids.push_back(rule->id);
  return ids;
}

Output run(Brief& brief) {
  const std::string& name = brief.request.names.front();
  const auto shells = all_shells();
  const auto at = std::ranges::find(shells, name, &Shell::name);
  if (at != shells.end()) return at->script();
  const std::string_view meant = nearest(name, names_of(shells));
  throw Failure{say("there is no completion for `{}`", Text{name}), meant.empty() ? say("it may be: bash, zsh, fish") : say("did you mean `{}`?", meant)};
}

}  // namespace

std::span<const Shell> all_shells() {
  static constexpr Shell list[] = {
      {"bash", "mentor.bash", bash_completion},
      {"zsh", "_mentor", zsh_completion},
      {"fish", "mentor.fish", fish_completion},
  };
  return list;
}

std::vector<std::string_view> words_of(Choices choices, const Command* command) {
  switch (choices) {
    case Choices::none:
    case Choices::folders:
      return {};
    case Choices::formats:
      return formats_of(command);
    case Choices::colors:
      return {"auto", "always", "never"};
    case Choices::fail_on:
      return {"info", "warning", "error", "never"};
    case Choices::rules:
      return rule_ids();
    case Choices::schemas:
      return names_of(all_schemas());
    case Choices::shells:
      return names_of(all_shells());
    case Choices::question_sets:
      return QuestionSets{}.names();
  }
  return {};
}

std::vector<std::string_view> words_of(const Flag& flag, const Command* command) {
  return flag.words.empty() ? words_of(flag.choices, command) : std::vector<std::string_view>{flag.words.begin(), flag.words.end()};
}

std::vector<std::string_view> words_of(Names names) {
  switch (names) {
    case Names::none:
    case Names::pairs:
    case Names::one_pair:
    case Names::maybe_pair:
    case Names::three_versions:
    case Names::pair_and_words:
    case Names::new_pair:
      return {};
    case Names::topics_or_pairs:
      return all_topics();
    case Names::settings:
      return setting_names();
    case Names::one_schema:
      return names_of(all_schemas());
    case Names::one_shell:
      return names_of(all_shells());
    case Names::one_product:
      return product_names();
    case Names::source_folder:
      return {"notes", "ics"};
  }
  return {};
}

std::vector<const Flag*> every_flag() {
  std::vector<const Flag*> flags;
  const auto add = [&flags](std::span<const Flag> list) {
    for (const Flag& flag : list)
      if (std::ranges::none_of(flags, [&flag](const Flag* known) { return known->name == flag.name; })) flags.push_back(&flag);
  };
  add(global_flags());
  for (const Command* const command : all_commands()) add(command->flags);
  return flags;
}

std::string_view gist(std::string_view sentence) {
  std::size_t end = sentence.find_first_of(";:");
  for (std::size_t dot = sentence.find('.'); dot != std::string_view::npos; dot = sentence.find('.', dot + 1))
    if (dot + 1 == sentence.size() || sentence[dot + 1] == ' ') {
      end = std::min(end, dot);
      break;
    }
  return sentence.substr(0, end);
}

std::string in_quotes(std::string_view text, std::string_view quote) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += quote;
    else
      out += c;
  }
  return out + "'";
}

extern constinit const Command completion_command;
constinit const Command completion_command = {
    .name = "completion",
    .summary = "Print the completion script of a shell: bash, zsh or fish",
    .details =
        "Completes commands, options, their values, and the names of relationships as the journal at hand has them. "
        "For bash: `source <(mentor completion bash)`, or keep the script as `mentor` in ~/.local/share/bash-completion/completions. "
        "For zsh: keep it as `_mentor` in a folder of $fpath. For fish: keep it as ~/.config/fish/completions/mentor.fish.",
    .examples = "mentor completion bash\nmentor completion zsh > ~/.zfunc/_mentor",
    .names = Names::one_shell,
    .needs = CommandNeeds::nothing,
    .flags = {},
    .formats = {},
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
