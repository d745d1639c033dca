// Hands arguments, streams, today's date and terminal facts to run(); nothing else.
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iostream>

#include "cli/run.hpp"

extern char** environ;

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  // a write beyond a limit of size fails, and the spool keeps to memory then
  std::signal(SIGXFSZ, SIG_IGN);
  mentor::World world{std::cout, std::cerr, {}, {}, {}, ::isatty(STDOUT_FILENO) != 0, 0};
  world.is_interactive = world.is_terminal && ::isatty(STDIN_FILENO) != 0;
  std::error_code unknown;
  world.folder = std::filesystem::current_path(unknown).string();
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view entry = *variable;
    world.environment.emplace(entry.substr(0, entry.find('=')), entry.find('=') == std::string_view::npos ? "" : entry.substr(entry.find('=') + 1));
  }
  const time_t now = ::time(nullptr);
  struct tm civil {};
  ::localtime_r(&now, &civil);
  world.today = mentor::make_date(civil.tm_year + 1900, civil.tm_mon + 1, civil.tm_mday);
  winsize size{};
  if (world.is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) world.width_columns = size.ws_col;
  return mentor::run({words + 1, words + count}, world);
}
