// The list of commands, in the order of the help.
#include <algorithm>

#include "commands/command.hpp"

namespace mentor {

// One a line, so that two additions touch different lines.
// clang-format off
extern constinit const Command check_command;
extern constinit const Command status_command;
extern constinit const Command show_command;
extern constinit const Command remind_command;
extern constinit const Command goals_command;
extern constinit const Command feedback_command;
extern constinit const Command agenda_command;
extern constinit const Command init_command;
extern constinit const Command new_command;
extern constinit const Command log_command;
extern constinit const Command done_command;
extern constinit const Command pause_command;
extern constinit const Command snooze_command;
extern constinit const Command explain_command;
extern constinit const Command config_command;
extern constinit const Command revive_command;
extern constinit const Command close_command;
extern constinit const Command summary_command;
extern constinit const Command backtest_command;
extern constinit const Command programme_command;
extern constinit const Command import_command;
extern constinit const Command export_command;
extern constinit const Command merge_driver_command;
extern constinit const Command schema_command;
extern constinit const Command completion_command;
extern constinit const Command generate_command;

std::span<const Command* const> all_commands() {
  static constexpr const Command* list[] = {
      &check_command,
      &status_command,
      &show_command,
      &remind_command,
      &goals_command,
      &feedback_command,
      &agenda_command,
      &init_command,
      &new_command,
      &log_command,
      &done_command,
      &pause_command,
      &snooze_command,
      &explain_command,
      &config_command,
      &revive_command,
      &close_command,
      &summary_command,
      &backtest_command,
      &programme_command,
      &import_command,
      &export_command,
      &merge_driver_command,
      &schema_command,
      &completion_command,
      &generate_command,
  };
  return list;
}
// clang-format on

const Command* find_command(std::string_view name) {
  const auto commands = all_commands();
  const auto at = std::ranges::find(commands, name, &Command::name);
  return at == commands.end() ? nullptr : *at;
}

}  // namespace mentor
