// Adds a line to the end of a file, and nothing else: by the commit path, so that faults can be tried on it alone, or in one of the ways in
// which other programs have lost notes. The tests of tests/tools/write_path.py must find each of the wrong ways wrong.
//
//   commit_probe right|create|in-place|unsynced|checked-rename FILE LINE
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/commit.hpp"
#include "base/encode.hpp"

namespace {

using mentor::Descriptor;

struct Wish {
  std::filesystem::path file;
  std::string line;
};

constexpr int kNotWritten = 3;

void right(const Wish& wish) {
  const mentor::FolderLock lock{wish.file.parent_path().native()};
  for (bool is_second = false;; is_second = true) {
    mentor::Edit edit{.path = wish.file.filename().native()};
    edit.before = mentor::read_for_edit(lock, edit.path);
    edit.after = edit.before + wish.line + "\n";
    try {
      return mentor::commit(lock, edit);
    } catch (const mentor::ChangedMeanwhile&) {
      if (is_second) throw;
    }
  }
}

void create(const Wish& wish) {
  const mentor::FolderLock lock{wish.file.parent_path().native()};
  mentor::commit(lock, {.path = wish.file.filename().native(), .is_new = true, .after = wish.line + "\n"});
}

std::string read(const Wish& wish) {
  const Descriptor file{::open(wish.file.c_str(), O_RDONLY)};
  std::string text;
  mentor::read_whole(file.get(), text, mentor::kLargestFile);
  return text;
}

bool write_in_place(const std::string& path, const std::string& text, bool syncs) {
  const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600)};
  return file && mentor::write_whole(file.get(), text) == 0 && (!syncs || ::fsync(file.get()) == 0);
}

/// Cuts the file, and then writes it.
int in_place(const Wish& wish) { return write_in_place(wish.file.native(), read(wish) + wish.line + "\n", true) ? 0 : kNotWritten; }

/// Renames before the bytes are on the disk, looks whether the file has changed only before that, and holds no lock.
int rename_over(const Wish& wish, bool syncs) {
  const std::string before = read(wish);
  const std::string beside = wish.file.native() + ".new";
  if (!write_in_place(beside, before + wish.line + "\n", syncs) || read(wish) != before) return kNotWritten;
  return ::rename(beside.c_str(), wish.file.c_str()) == 0 ? 0 : kNotWritten;
}

int add(const std::string& way, const Wish& wish) {
  if (way == "in-place") return in_place(wish);
  if (way == "unsynced") return rename_over(wish, false);
  if (way == "checked-rename") return rename_over(wish, true);
  way == "create" ? create(wish) : right(wish);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 2;
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return add(words[1], {words[2], words[3]});
  } catch (const mentor::Failure& failure) {
    std::fprintf(stderr, "%s\n%s\n", mentor::encode::terminal(failure.message).c_str(), mentor::encode::terminal(failure.hint).c_str());
    return static_cast<int>(failure.exit_code);
  }
}
