#include "commands/new_files.hpp"

#include <filesystem>

#include "base/failure.hpp"

namespace mentor {

Reading require_clean(const Brief& brief, const NewFile& file) {
  const std::size_t slash = file.path.rfind('/') + 1;
  const Units units{{Unit{file.path.substr(0, slash), {file.path.substr(slash)}}}};
  const Folder folder{brief.programme == nullptr ? brief.request.here : brief.folder};
  static const Programme kNone;
  Reading reading;
  reading.drafts = {{file.path, file.text}};
  read_unit(folder, units, 0, brief.programme == nullptr ? kNone : *brief.programme, YamlReader::fastest, reading);
  for (const Problem& problem : reading.problems) throw Failure{problem.message, problem.repair};
  if (reading.kind != Reading::Kind::relationship)
    throw Failure{say("the file would not say what it was asked to; nothing was written"), say("look for unusual characters in the names")};
  return reading;
}

void add_lines(Block& block, const NewFile& file) {
  std::string_view rest = file.text;
  for (long number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    block.lines.push_back({{},
                           say("{}", Text{rest.substr(0, end)}),
                           {},
                           {},
                           Box::none,
                           {{"sign", "", std::string_view("+")}, {"file", "", say("{}", Text{file.path})}, {"line", "", number}}});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Written new_files(const Brief& brief, std::vector<NewFile> files, Message heading) {
  const bool is_dry = brief.request.has("dry-run");
  Written out;
  out.report.schema = "mentor.files/1";
  out.report.group = "files";
  out.report.today = brief.today;
  Section section;
  section.heading = std::move(heading);
  Block list{"files", is_dry ? "Would be written" : "Written", {}, Layout::bullets};
  Block lines{"lines", "", {}, Layout::verbatim};
  for (const NewFile& file : files)
    if (std::filesystem::exists(brief.folder + "/" + file.path))
      throw Failure{say("`{}` is there already", Text{brief.folder + "/" + file.path}), say("nothing was written; no file is ever written over")};
  for (NewFile& file : files) {
    list.lines.push_back({{}, say("{}", Text{file.path}), {}, {}, Box::none, {{"path", "", say("{}", Text{file.path})}, {"written", "", !is_dry}}});
    add_lines(lines, file);
    if (!is_dry) out.files.push_back({brief.folder + "/" + file.path, std::move(file.text), true});
  }
  section.blocks.push_back(std::move(list));
  if (is_dry || brief.request.verbose) section.blocks.push_back(std::move(lines));
  out.sections.push_back(std::move(section));
  return out;
}

}  // namespace mentor
