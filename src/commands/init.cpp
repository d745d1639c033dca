// A journal's folder begun: the settings, and if asked three relationships to look at.
#include <filesystem>

#include "commands/command.hpp"
#include "commands/example_pairs.hpp"
#include "commands/new_files.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};

constexpr Flag kFlags[] = {
    {"example", 0, "", "Add three invented relationships: one that does well, one that has stalled, one on its way to a good end.", Choices::none},
    dry_run_flag,
};

constexpr std::string_view kSettings =
    "# The settings of this journal; `mentor explain programme` lists them all.\n"
    "# What stands here holds where a relationship does not say otherwise.\n"
    "defaults:\n"
    "  cadence: 2 weeks\n"
    "  length: 60 min\n";

Line line(Message text) { return {{}, std::move(text), {}, {}}; }

/// How git is told to merge what both sides wrote.
Block merging() {
  Block block{"merging", "If the two of you share it with git", {}, Layout::bullets};
  block.intro = say("Two lines keep you from conflicts when both have written: the first once in the folder, the second once on each computer.");
  block.lines.push_back(line(say("`printf '*.md merge=mentor\\n*.yaml merge=mentor\\n' >> .gitattributes`")));
  block.lines.push_back(line(say("`git config merge.mentor.driver \"mentor merge-driver %O %A %B\"`")));
  return block;
}

Output run(Brief& brief) {
  const std::filesystem::path here = brief.request.here;
  brief.folder = brief.request.folder ? (here / *brief.request.folder).native() : here.native();
  std::vector<NewFile> files = {{"mentor.yaml", std::string(kSettings)}};
  if (brief.request.has("example"))
    for (NewFile& pair : example_pairs(brief.today)) {
      require_clean(brief, pair);
      files.push_back(std::move(pair));
    }
  Written out = new_files(brief, std::move(files), say("A journal in {}", Text{brief.folder}));
  out.sections[0].blocks.push_back(merging());
  out.report.closing = brief.request.has("example") ? say("`mentor status` shows how the three are doing, `mentor check` why.")
                                                    : say("`mentor new PAIR --mentor NAME --mentee NAME` begins a relationship.");
  return out;
}

}  // namespace

extern constinit const Command init_command;
constinit const Command init_command = {
    .name = "init",
    .summary = "Begin a journal",
    .details =
        "Writes `mentor.yaml`, which marks the folder as a journal and holds its settings, into the folder of -C or into this one, and says how git is told to "
        "merge what mentor and mentee both wrote. With --example there are three relationships to look at. No file is written over.",
    .examples = "mentor init -C ~/mentoring\nmentor init -C /tmp/look --example",
    .names = Names::none,
    .needs = CommandNeeds::nothing,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
