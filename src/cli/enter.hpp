// What a command wants, entered into the files of its relationship: found without a look at the others, held, read, spliced, proved, and
// put in the place of what was read. Another program that was quicker is read again; what cannot be entered is shown, so that nothing is lost.
#pragma once
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "commands/command.hpp"
#include "journal/source.hpp"

namespace mentor {

/// The journal, and what was asked.
struct Entering {
  const Folder& folder;
  const std::string& path;
  const std::vector<std::string>& excluded;
  const Programme& programme;
  const Settings& settings;
  const QuestionSets& questions;
  const Request& request;
  const Look& how;
};

/// Enters what request.command wishes, and says what was done.
ExitCode enter(const Entering& entering, const World& world);

}  // namespace mentor
