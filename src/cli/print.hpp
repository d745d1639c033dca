// Writes what a run gives to the output, in parts as they come: the whole of it is never in memory.
#pragma once
#include <ostream>
#include <string_view>

#include "cli/survey.hpp"

namespace mentor {

/// Writes and flushes. Throws a Failure when the output takes no more.
void write(std::ostream& out, std::string_view text);
/// What the format says before the sections of `seen`, these, and what it says behind them.
void print(std::ostream& out, Report& report, const Surveyed& seen, const Format& format, const Look& look);

}  // namespace mentor
