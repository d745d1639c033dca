// libFuzzer target: any bytes as the notes of a relationship, read from a folder as the program does. Nothing may crash or hang; every
// node, record, problem and understood line must lie in its file, on the line it says. A byte 0x1E parts files. Built by hand with clang:
//   cmake -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DMENTOR_TESTS=OFF -DCMAKE_CXX_FLAGS="-g -O1 -fsanitize=fuzzer-no-link,address,undefined"
//   ninja -C build/fuzz mentor_library
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc tests/fuzz/notes_fuzz.cpp build/fuzz/libmentor_library.a
//     -lyaml-cpp -lfmt -lutf8proc -o notes_fuzz
// The files lie in the folder that NOTES_FUZZ_FOLDER names (an empty one in memory is best), else in the one for temporary files.
#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "commands/show_read.hpp"
#include "journal/parse.hpp"
#include "report/reading.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

/// Names that say a day and names that do not; the relationship's own comes first.
constexpr std::string_view kNames[] = {"relationship.md", "2026-01-14.md", "notes.md", "2025/03 February.md", "log.txt", "29.02.2025.md"};
constexpr char kParts = 0x1E;

void require(bool holds, const std::string& what) {
  if (holds) return;
  fmt::print(stderr, "{}\n", what);
  std::abort();
}

/// Where the lines of a text begin.
class LineStarts {
 public:
  explicit LineStarts(std::string_view text) {
    for (std::size_t at = 0; at != std::string_view::npos; at = text.find('\n', at)) starts_.push_back(at == 0 && starts_.empty() ? 0 : ++at);
  }
  std::size_t line_of(std::size_t offset) const { return static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin()); }
  std::size_t count() const { return starts_.size(); }

 private:
  std::vector<std::size_t> starts_;
};

void hold_tree(const Tree& tree, const Source& source, const LineStarts& lines) {
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    const std::string what =
        fmt::format(": node {} in {}, bytes {} to {}, line {}, next {}", i, source.path, node.span.begin, node.span.end, node.line, node.next);
    require(node.span.begin <= node.span.end && node.span.end <= source.text.size(), "a span outside the text" + what);
    require(node.next > i && node.next <= tree.nodes.size(), "next leads nowhere" + what);
    require(node.line == lines.line_of(node.span.begin), fmt::format("a wrong line (it is {})", lines.line_of(node.span.begin)) + what);
  }
}

void hold_understood(const UnderstoodFile& file, const LineStarts& lines) {
  std::uint32_t last = 0;
  for (const UnderstoodLine& line : file.lines) {
    require(line.line <= lines.count(), fmt::format("a line behind the end of the file: {} of {}", line.line, lines.count()));
    require(line.line >= last, fmt::format("lines out of order: {} behind {}", line.line, last));
    last = line.line;
    for (const UnderstoodValue& value : line.values) require(!value.name.empty(), "a value without a name");
  }
}

void hold_place(const Record& record, const std::vector<LineStarts>& lines, std::string_view what) {
  require(record.recorded(), fmt::format("a {} that stands nowhere", what));
  require(record.place.file < lines.size(), fmt::format("a {} in no file", what));
  require(record.place.line == lines[record.place.file].line_of(record.place.offset),
          fmt::format("a {} on a wrong line: {}, byte {}", what, record.place.line, record.place.offset));
}

void hold(const Reading& reading, const Understood& understood) {
  std::vector<LineStarts> lines;
  for (std::size_t file = 0; file < reading.files; ++file) lines.emplace_back(reading.sources[file].text);
  for (std::size_t file = 0; file < std::min(reading.files, reading.trees.size()); ++file)
    if (!reading.trees[file].empty()) hold_tree(reading.trees[file], reading.sources[file], lines[file]);
  for (std::size_t file = 0; file < understood.size(); ++file) hold_understood(understood[file], lines[file]);
  for (const Meeting& meeting : reading.relationship.meetings) {
    hold_place(meeting, lines, "meeting");
    for (const Action& action : meeting.actions) hold_place(action, lines, "action");
  }
  for (const Problem& problem : reading.problems)
    require(problem.kind != nullptr && !Text{problem.message}.empty() && !Text{problem.repair}.empty(), "a problem that says nothing");
  for (const ReadFile& file : read_files(reading.relationship, {reading.sources.data(), reading.files}, understood)) (void)mentor::reading(file, {});
}

fs::path make_folder() {
  const char* const named = ::getenv("NOTES_FUZZ_FOLDER");
  fs::path folder = named != nullptr ? fs::path(named) : fs::temp_directory_path() / "mentor-notes-fuzz";
  fs::create_directories(folder / "2025");
  std::ofstream(folder / kNames[0])
      << "---\nmentor: Grace Hopper\nmentee: Ada Lovelace\nstarted: 2025-11-03\ncadence: 2 weeks\nnotes: [\"*.md\", \"**/*.md\"]\n---\n";
  return folder;
}

void write(const fs::path& path, std::string_view text) {
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  require(file != nullptr, "the folder cannot be written to");
  std::fwrite(text.data(), 1, text.size(), file);
  std::fclose(file);
}

}  // namespace
}  // namespace mentor

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mentor;
  static const fs::path path = make_folder();
  static const Folder folder{path.native()};
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  Unit unit{"", {std::string(kNames[0])}, true};
  for (std::size_t name = 1; name < std::size(kNames) && (name == 1 || !rest.empty()); ++name) {
    const std::size_t end = std::min(rest.find(kParts), rest.size());
    write(path / kNames[name], rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    unit.files.emplace_back(kNames[name]);
  }
  const Units units{{unit}};
  static Reading reading;
  static const Programme programme;
  Understood understood;
  read_unit(folder, units, 0, programme, YamlReader::fastest, reading, &understood);
  hold(reading, understood);
  return 0;
}
