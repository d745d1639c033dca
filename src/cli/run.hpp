// The program as a function: arguments and a world in, an exit code out. Tests call it as main() does.
#pragma once
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/salt.hpp"

namespace mentor {

/// Everything outside the program that it may depend on.
struct World {
  std::ostream& out;
  std::ostream& err;
  Date today;
  /// The working directory; paths in arguments are taken from here.
  std::string folder;
  std::map<std::string, std::string> environment;
  bool is_terminal = false;
  /// Columns of the terminal; 0 when there is none.
  int width_columns = 0;
  /// Somebody sits there who can be handed to an editor.
  bool is_interactive = false;
  /// What seals are salted with.
  std::string (*salt)() = random_salt;

  /// The variable's value; empty when it is not set.
  std::string variable(const std::string& name) const;
};

/// Runs the program; `arguments` are those behind its name. The exit code is one of ExitCode.
int run(const std::vector<std::string>& arguments, const World& world);

}  // namespace mentor
