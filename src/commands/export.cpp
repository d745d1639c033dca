// The whole model as JSON, for other programs.
#include "commands/command.hpp"
#include "report/model_json.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"json"};

std::optional<Section> visit(const Pair& pair) {
  Section section;
  section.json = model_json(pair.relationship, pair.sources);
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.export/1";
  report.group = "relationships";
  report.today = brief.today;
  report.problems = std::move(brief.problems);
  return report;
}

}  // namespace

extern constinit const Command export_command;
constinit const Command export_command = {
    .name = "export",
    .summary = "Print the whole model for other programs",
    .details =
        "Prints everything that was read, with the file and line of each entry. Field names are those of the journal with _ for -. What was not noted is null, "
        "an empty list is []. "
        "Private text is left out.",
    .examples = "mentor export --format json\nmentor export ada > ada.json",
    .names = Names::pairs,
    .needs = CommandNeeds::journal,
    .flags = {},
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
