// The tool cannot go on: thrown anywhere, caught once in cli/run.cpp. What is wrong in the user's files is never a Failure.
#pragma once
#include "base/text.hpp"

namespace mentor {

/// How the program ends, as the user sees it.
enum class ExitCode : int {
  clean = 0,   // nothing at or above --fail-on
  found = 1,   // something found
  usage = 2,   // asked wrongly: usage, settings, no journal here
  failed = 3,  // could not do it: reading, writing, output
};

struct Failure {
  Message message;
  /// What to do about it; may be empty.
  Message hint = {};
  ExitCode exit_code = ExitCode::usage;
};

}  // namespace mentor
