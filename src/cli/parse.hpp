// Arguments to a Request. The tables of commands and flags decide what there is; CLI11 does the splitting.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "commands/command.hpp"

namespace mentor {

struct Parsed {
  enum class Wants : std::uint8_t { run, help, version, pair_ids } wants = Wants::run;
  Request request;
};

/// Throws a Failure with a did-you-mean when something is not spelled as the tables say.
Parsed parse_args(const std::vector<std::string>& arguments, const World& world);

}  // namespace mentor
