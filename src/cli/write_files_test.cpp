#include "cli/write_files.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/failure.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end.
struct Scratch {
  fs::path path = fs::temp_directory_path() / ("mentor-write-files-" + std::to_string(::getpid()));
  Scratch() { fs::create_directories(path); }
  ~Scratch() { fs::remove_all(path); }
};

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t count_entries(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})); }

TEST_CASE("files are written below the folder, in folders that are made") {
  const Scratch scratch;
  const std::vector<NamedText> files = {{"man/a.1", "one\n"}, {"man/b.5", "two\n"}, {"c/d/e", ""}};
  write_files(scratch.path.native(), files);
  CHECK(read(scratch.path / "man/a.1") == "one\n");
  CHECK(read(scratch.path / "man/b.5") == "two\n");
  CHECK(fs::exists(scratch.path / "c/d/e"));
  CHECK(count_entries(scratch.path / "man") == 2);
}

TEST_CASE("a file that is there is replaced, and one that is the same already is not touched") {
  const Scratch scratch;
  write_files(scratch.path.native(), std::vector<NamedText>{{"man/a.1", "old\n"}});
  write_files(scratch.path.native(), std::vector<NamedText>{{"man/a.1", "new\n"}});
  CHECK(read(scratch.path / "man/a.1") == "new\n");
  const auto long_ago = fs::last_write_time(scratch.path / "man/a.1") - std::chrono::hours(1);
  fs::last_write_time(scratch.path / "man/a.1", long_ago);
  write_files(scratch.path.native(), std::vector<NamedText>{{"man/a.1", "new\n"}});
  CHECK(fs::last_write_time(scratch.path / "man/a.1") == long_ago);
}

TEST_CASE("a link to somewhere else is not written through") {
  const Scratch scratch;
  std::ofstream(scratch.path / "elsewhere") << "kept";
  fs::create_directories(scratch.path / "man");
  fs::create_symlink(scratch.path / "elsewhere", scratch.path / "man/a.1");
  CHECK_THROWS_AS(write_files(scratch.path.native(), std::vector<NamedText>{{"man/a.1", "new\n"}}), Failure);
  CHECK(read(scratch.path / "elsewhere") == "kept");
}

TEST_CASE("a journal's file replaces none and is its owner's alone") {
  const Scratch scratch;
  write_files(scratch.path.native(), std::vector<NamedText>{{"ada.md", "new\n", true}});
  CHECK(fs::status(scratch.path / "ada.md").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK_THROWS_AS(write_files(scratch.path.native(), std::vector<NamedText>{{"ada.md", "newer\n", true}}), Failure);
  fs::create_symlink(scratch.path / "nowhere", scratch.path / "bo.md");
  CHECK_THROWS_AS(write_files(scratch.path.native(), std::vector<NamedText>{{"bo.md", "text\n", true}}), Failure);
  CHECK(read(scratch.path / "ada.md") == "new\n");
  CHECK(count_entries(scratch.path) == 2);
}

TEST_CASE("what cannot be written is a failure, and nothing half is left") {
  const Scratch scratch;
  std::ofstream(scratch.path / "man") << "a file where a folder is needed";
  const auto code = [&](const NamedText& file) {
    try {
      write_files(scratch.path.native(), std::vector<NamedText>{file});
    } catch (const Failure& failure) {
      return failure.exit_code;
    }
    return ExitCode::clean;
  };
  CHECK(code({"man/a.1", "text"}) == ExitCode::failed);
  fs::create_directories(scratch.path / "taken/a.1");
  CHECK(code({"taken/a.1", "text"}) == ExitCode::failed);
  CHECK(count_entries(scratch.path / "taken") == 1);
}

}  // namespace
}  // namespace mentor
