#include "base/commit.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/encode.hpp"
#include "base/fnv.hpp"
#include "base/temporary.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end.
struct Scratch {
  fs::path path = fs::temp_directory_path() / ("mentor-commit-" + std::to_string(::getpid()));
  Scratch() { fs::create_directories(path); }
  ~Scratch() { fs::remove_all(path); }

  void write(const std::string& name, std::string_view text) const { std::ofstream(path / name, std::ios::binary) << text; }
  std::string read(const std::string& name) const {
    std::ifstream in(path / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t count() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), {})); }
  mode_t mode(const std::string& name) const {
    struct stat facts {};
    REQUIRE(::lstat((path / name).c_str(), &facts) == 0);
    return facts.st_mode & 07777;
  }
  FolderLock lock() const { return FolderLock{path.native(), "pairs"}; }
};

/// What the user is told; empty when all went well.
template <class Do>
std::string refusal(Do something) {
  try {
    something();
  } catch (const Failure& failure) {
    CHECK(failure.exit_code == ExitCode::failed);
    CHECK(!failure.hint.empty());
    return encode::terminal(failure.message);
  }
  return {};
}

std::string refusal_to_read(const Scratch& scratch, const std::string& name) {
  return refusal([&] { read_for_edit(scratch.lock(), name); });
}

std::string left_behind(std::string_view name, std::string_view base) { return fmt::format(".{}.mentor-{:016x}", name, fnv1a(base)); }

TEST_CASE("an edit replaces the text and keeps what else the file is") {
  const Scratch scratch;
  scratch.write("ada.md", "old\n");
  fs::permissions(scratch.path / "ada.md", fs::perms(0640));
  const bool has_attributes = ::setxattr((scratch.path / "ada.md").c_str(), "user.note", "x", 1, 0) == 0;
  const FolderLock lock = scratch.lock();
  const std::string before = read_for_edit(lock, "ada.md");
  commit(lock, {.path = "ada.md", .before = before, .after = before + "new\n"});
  CHECK(scratch.read("ada.md") == "old\nnew\n");
  CHECK(scratch.mode("ada.md") == 0640);
  char value = 0;
  if (has_attributes) CHECK((::getxattr((scratch.path / "ada.md").c_str(), "user.note", &value, 1) == 1 && value == 'x'));
  CHECK(scratch.count() == 1);
}

TEST_CASE("an edit that changes nothing does not write") {
  const Scratch scratch;
  scratch.write("ada.md", "old\n");
  struct stat before {
  }, after{};
  ::stat((scratch.path / "ada.md").c_str(), &before);
  commit(scratch.lock(), {.path = "ada.md", .before = "old\n", .after = "old\n"});
  ::stat((scratch.path / "ada.md").c_str(), &after);
  CHECK(before.st_ino == after.st_ino);
}

TEST_CASE("what another program wrote meanwhile stays, and the edit can be made on it") {
  const Scratch scratch;
  scratch.write("ada.md", "old\n");
  const FolderLock lock = scratch.lock();
  Edit edit{.path = "ada.md", .before = read_for_edit(lock, "ada.md"), .after = "old\nours\n"};
  SUBCASE("appended") { scratch.write("ada.md", "old\ntheirs\n"); }
  SUBCASE("made shorter") { scratch.write("ada.md", ""); }
  SUBCASE("replaced") {
    scratch.write("new", "theirs\n");
    fs::rename(scratch.path / "new", scratch.path / "ada.md");
  }
  const std::string theirs = scratch.read("ada.md");
  CHECK_THROWS_AS(commit(lock, edit), ChangedMeanwhile);
  CHECK(scratch.read("ada.md") == theirs);
  CHECK(scratch.count() == 1);
  edit.before = read_for_edit(lock, "ada.md");
  edit.after = edit.before + "ours\n";
  commit(lock, edit);
  CHECK(scratch.read("ada.md") == theirs + "ours\n");
}

TEST_CASE("a file that went away, or became something else, is not made again") {
  const Scratch scratch;
  const FolderLock lock = scratch.lock();
  CHECK_THROWS_AS(commit(lock, {.path = "ada.md", .before = "old\n", .after = "new\n"}), ChangedMeanwhile);
  fs::create_directory(scratch.path / "ada.md");
  CHECK_THROWS_AS(commit(lock, {.path = "ada.md", .before = "old\n", .after = "new\n"}), ChangedMeanwhile);
  CHECK(fs::is_directory(scratch.path / "ada.md"));
  CHECK(scratch.count() == 1);
}

TEST_CASE("a new file replaces none and has the permissions of the journals beside it") {
  const Scratch scratch;
  const FolderLock lock = scratch.lock();
  commit(lock, {.path = "ada.md", .is_new = true, .after = "new\n"});
  CHECK(scratch.mode("ada.md") == 0600);
  CHECK(refusal([&] { commit(lock, {.path = "ada.md", .is_new = true, .after = "newer\n"}); }) ==
        "`pairs/ada.md` was not written: there is such a file already");
  CHECK(scratch.read("ada.md") == "new\n");
  fs::permissions(scratch.path / "ada.md", fs::perms(0644));
  commit(lock, {.path = "bo.md", .is_new = true, .after = ""});
  CHECK(scratch.mode("bo.md") == 0644);
  commit(lock, {.path = "cy.yaml", .is_new = true, .after = "new\n"});
  CHECK(scratch.mode("cy.yaml") == 0600);
  fs::permissions(scratch.path / "bo.md", fs::perms(0664));
  commit(lock, {.path = "di.md", .is_new = true, .after = "new\n"});
  CHECK(scratch.mode("di.md") == 0600);
  CHECK(scratch.count() == 4);
}

TEST_CASE("files that must not be written to are refused before anything is read into an edit") {
  const Scratch scratch;
  CHECK(refusal_to_read(scratch, "ada.md") == "`pairs/ada.md` was not written: No such file or directory");
  fs::create_directory(scratch.path / "folder.md");
  CHECK(refusal_to_read(scratch, "folder.md") == "`pairs/folder.md` was not written: it is not a regular file");
  REQUIRE(::mkfifo((scratch.path / "pipe.md").c_str(), 0600) == 0);
  CHECK(refusal_to_read(scratch, "pipe.md") == "`pairs/pipe.md` was not written: it is not a regular file");
  scratch.write("nul.md", std::string_view("a\0b\n", 4));
  CHECK(refusal_to_read(scratch, "nul.md").find("NUL bytes") != std::string::npos);
  scratch.write("conflict.md", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n");
  CHECK(refusal_to_read(scratch, "conflict.md") == "`pairs/conflict.md` was not written: a merge of git was left unfinished in it");
  scratch.write("large.md", std::string(kLargestFile + 1, 'x'));
  CHECK(refusal_to_read(scratch, "large.md") == "`pairs/large.md` was not written: it is larger than 1024 KiB");
  scratch.write("two.md", "text\n");
  fs::create_hard_link(scratch.path / "two.md", scratch.path / "names.md");
  CHECK(refusal_to_read(scratch, "two.md").find("a hard link") != std::string::npos);
}

TEST_CASE("a link within the folder is kept and its file edited, any other is refused") {
  const Scratch scratch;
  scratch.write("real.md", "old\n");
  fs::create_symlink("real.md", scratch.path / "ada.md");
  fs::create_symlink("loop.md", scratch.path / "loop.md");
  fs::create_symlink("../elsewhere.md", scratch.path / "out.md");
  const FolderLock lock = scratch.lock();
  commit(lock, {.path = "ada.md", .before = read_for_edit(lock, "ada.md"), .after = "new\n"});
  CHECK(fs::is_symlink(scratch.path / "ada.md"));
  CHECK(scratch.read("real.md") == "new\n");
  CHECK(refusal([&] { read_for_edit(lock, "loop.md"); }) == "`pairs/loop.md` was not written: it is a link that leads to itself");
  CHECK(refusal([&] { read_for_edit(lock, "out.md"); }) ==
        "`pairs/out.md` was not written: it is a link to `../elsewhere.md`, which is not a file of the same folder");
}

TEST_CASE("nothing is written while git waits for a merge to be finished") {
  const Scratch scratch;
  scratch.write("ada.md", "text\n");
  CHECK(refusal_to_read(scratch, "ada.md").empty());
  fs::create_directories(scratch.path / ".git");
  CHECK(refusal_to_read(scratch, "ada.md").empty());
  scratch.write(".git/MERGE_HEAD", "0123\n");
  CHECK(refusal_to_read(scratch, "ada.md") == "`pairs/ada.md` was not written: git is in the middle of a merge here");
  // a further work tree has a file in place of the folder, and the journal may lie deeper
  fs::create_directories(scratch.path / "tree/pairs");
  scratch.write("tree/.git", "gitdir: ../.git\n");
  scratch.write("tree/pairs/bo.md", "text\n");
  const FolderLock below{(scratch.path / "tree/pairs").native(), "pairs"};
  CHECK(refusal([&] { read_for_edit(below, "bo.md"); }) == "`pairs/bo.md` was not written: git is in the middle of a merge here");
  fs::remove(scratch.path / ".git/MERGE_HEAD");
  fs::create_directories(scratch.path / ".git/rebase-merge");
  CHECK(refusal([&] { read_for_edit(below, "bo.md"); }) == "`pairs/bo.md` was not written: git is in the middle of a rebase here");
}

TEST_CASE("what a killed run left behind is removed only when nobody can miss it") {
  const Scratch scratch;
  scratch.write("ada.md", "second\n");
  scratch.write(left_behind("ada.md", "first\n"), "first\n");
  scratch.write(left_behind("ada.md", "second\n"), "second\nhalf of what was to be wri");
  scratch.write(left_behind("ada.md", "zero\n"), "somebody else's\n");
  scratch.write(left_behind("ada.md", "empty\n"), "");
  scratch.write(left_behind("bo.md", "first\n"), "first\n");
  const FolderLock lock = scratch.lock();
  commit(lock, {.path = "ada.md", .before = "second\n", .after = "third\n"});
  CHECK(scratch.read("ada.md") == "third\n");
  CHECK(!fs::exists(scratch.path / left_behind("ada.md", "first\n")));
  CHECK(!fs::exists(scratch.path / left_behind("ada.md", "empty\n")));
  CHECK(scratch.read(left_behind("ada.md", "second\n")) == "second\nhalf of what was to be wri");
  CHECK(scratch.read(left_behind("ada.md", "zero\n")) == "somebody else's\n");
  CHECK(scratch.read(left_behind("bo.md", "first\n")) == "first\n");
  CHECK(owner_of_temporary(left_behind("ada.md", "first\n")) == "ada.md");
  CHECK(owner_of_temporary(left_behind("ada.md", "first\n") + "-2") == "ada.md");
  CHECK(owner_of_temporary(".mentor-notes").empty());
  CHECK(owner_of_temporary("ada.md.mentor-0123456789abcdef").empty());
}

TEST_CASE("the longest name a file can have can be edited") {
  const Scratch scratch;
  const std::string name = std::string(252, 'x') + ".md";
  scratch.write(name, "old\n");
  commit(scratch.lock(), {.path = name, .before = "old\n", .after = "new\n"});
  CHECK(scratch.read(name) == "new\n");
}

}  // namespace
}  // namespace mentor
