// What was asked, typed and checked for spelling; nothing is looked up yet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "report/format.hpp"

namespace mentor {

struct Command;

enum class ColorMode : std::uint8_t { automatic, always, never };
/// The lowest severity that makes the exit code 1.
enum class FailOn : std::uint8_t { info, warning, error, never };

struct Request {
  const Command* command = nullptr;
  /// PAIR, NAME and the like, as the command's arity says.
  std::vector<std::string> names;
  std::optional<std::string> folder;
  Date today;
  const Format* format = nullptr;
  ColorMode color = ColorMode::automatic;
  /// Columns; 0: as wide as the terminal.
  int width_columns = 0;
  bool quiet = false, verbose = false;
  FailOn fail_on = FailOn::error;
  std::vector<std::string> select, ignore;
  bool allow_empty = false;
  /// How each line was understood is asked for.
  bool read = false;
  /// Where files go.
  std::optional<std::string> output;
  /// The working directory: paths are taken from here.
  std::string here;
  /// Nothing is written.
  bool dry_run = false;
  /// Of a relationship to be made.
  std::string mentor, mentee, cadence;
};

}  // namespace mentor
