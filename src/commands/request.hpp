// What was asked, typed and checked for spelling; nothing is looked up yet.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
  /// With --template: the format its values are encoded for; `format` is that of the document it is filled with.
  const Format* shape = nullptr;
  ColorMode color = ColorMode::automatic;
  /// Columns; 0: as wide as the terminal.
  int width_columns = 0;
  bool quiet = false, verbose = false;
  FailOn fail_on = FailOn::error;
  std::vector<std::string> select, ignore;
  /// The working directory: paths are taken from here.
  std::string here;
  /// 32 hexadecimal digits that nobody can guess.
  std::string (*salt)() = nullptr;
  /// What was filled in with an editor; empty when nothing was.
  std::string sheet;
  /// What the command's own flags were given, by name; a flag without a value was given "yes".
  std::map<std::string_view, std::vector<std::string>> flags;

  bool has(std::string_view flag) const { return !all(flag).empty(); }
  /// The last value given; empty when none was.
  std::string_view text(std::string_view flag) const { return has(flag) ? std::string_view(all(flag).back()) : std::string_view{}; }
  /// Every value given, in order.
  const std::vector<std::string>& all(std::string_view flag) const {
    static const std::vector<std::string> none;
    const auto at = flags.find(flag);
    return at == flags.end() ? none : at->second;
  }
};

}  // namespace mentor
