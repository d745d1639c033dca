// All relationships of a folder, seen one at a time: read, parsed, judged, and forgotten but for what the command keeps. Spread over
// threads; the result never depends on how many.
#pragma once
#include "commands/command.hpp"
#include "journal/parse.hpp"

namespace mentor {

struct SurveyOptions {
  unsigned threads = 1;
  YamlReader yaml = YamlReader::fastest;
};

/// Visits the units `chosen` (in path order) and gathers what the command keeps of them.
Brief survey(const Folder& folder, const Units& units, const std::vector<std::size_t>& chosen, const Programme& programme, const Settings& settings,
             const Request& request, const SurveyOptions& options);

}  // namespace mentor
