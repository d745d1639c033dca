// Notes as people write them: every folder beside this file is a relationship with notes in one of the shapes that were seen, and
// `expected` says how they are to be read. MENTOR_UPDATE=1 writes it anew; then it is to be read by eye.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "journal/parse.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string quoted(Text text) { return "\"" + std::string(text.raw()) + "\""; }

std::string day_or_doubt(const Meeting& meeting) {
  if (meeting.date) return iso(meeting.date);
  return meeting.readings[0] ? "(" + iso(meeting.readings[0]) + " or " + iso(meeting.readings[1]) + ")" : "(no date)";
}

void show(const Action& action, std::string& out) {
  out += "  action " + std::string(word(action.owner)) + " " + quoted(action.text);
  if (action.due) out += std::string(" due ") + (action.due_is_default ? "next meeting" : iso(action.due));
  out += " " + std::string(word(action.state));
  if (action.done.date) out += " " + iso(action.done.date);
  if (action.carried != 0) out += " carried " + std::to_string(action.carried);
  out += "\n";
}

void show(const Meeting& meeting, std::string& out) {
  out += day_or_doubt(meeting) + " " + std::string(word(meeting.status));
  if (meeting.to) out += " to " + iso(meeting.to);
  if (meeting.by != Party::unset) out += " by " + std::string(word(meeting.by));
  out += "\n";
  for (const Action& action : meeting.actions) show(action, out);
  if (meeting.next.recorded)
    out += "  next " + (meeting.next.date ? iso(meeting.next.date) : std::string("not agreed")) +
           (meeting.next.time >= 0
                ? " at " + std::to_string(meeting.next.time / 60) + ":" + (meeting.next.time % 60 < 10 ? "0" : "") + std::to_string(meeting.next.time % 60)
                : "") +
           "\n";
}

std::string reading_of(const fs::path& folder) {
  const Folder root(folder.string());
  Problems problems;
  const Units units(root.list({}, problems));
  const Programme programme;
  std::string out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Reading reading;
    read_unit(root, units, i, programme, YamlReader::fastest, reading);
    if (reading.kind != Reading::Kind::relationship) continue;
    for (const Meeting& meeting : reading.relationship.meetings) show(meeting, out);
    for (const Action& action : reading.relationship.actions) show(action, out);
    for (const Contact& contact : reading.relationship.contacts) out += "contact " + iso(contact.date) + "\n";
    for (const Pause& pause : reading.relationship.pauses) out += "pause " + iso(pause.from) + " to " + iso(pause.to) + "\n";
    for (const Problem& problem : reading.problems)
      out += std::string(problem.kind->id) + " " + problem.path + ":" + std::to_string(problem.line) + ": " + std::string(Text{problem.message}.raw()) + "\n";
  }
  for (const Problem& problem : problems) out += "listing: " + std::string(problem.kind->id) + " " + problem.path + "\n";
  return out;
}

}  // namespace

TEST_CASE("every folder of notes is read as it is meant") {
  std::size_t seen = 0;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(MENTOR_ROOT "/tests/notes"))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::ranges::sort(folders);
  for (const fs::path& folder : folders) {
    CAPTURE(folder.filename().string());
    const std::string read = reading_of(folder);
    if (std::getenv("MENTOR_UPDATE") != nullptr) std::ofstream(folder / "expected", std::ios::binary) << read;
    CHECK(read == contents(folder / "expected"));
    ++seen;
  }
  CHECK(seen >= 40);
}

}  // namespace mentor
