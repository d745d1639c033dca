#include "base/unfinished_merge.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.hpp"

namespace mentor {
namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t find_line(std::string_view text, std::string_view beginning, std::size_t from) {
  for (std::size_t at = text.find(beginning, from); at != npos; at = text.find(beginning, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return npos;
}

bool exists(int folder, const std::string& path) { return ::faccessat(folder, path.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0; }

/// Where git keeps its files, as a path from the folder that holds `.git`: that folder, or what the file names that stands there in a
/// further work tree. Empty when there is no `.git`.
std::string git_folder(int folder, const std::string& path) {
  const std::string git = path + ".git";
  struct stat facts {};
  if (::fstatat(folder, git.c_str(), &facts, 0) != 0) return {};
  if (S_ISDIR(facts.st_mode)) return git;
  const Descriptor file{::openat(folder, git.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
  std::string text;
  if (!file || !S_ISREG(facts.st_mode) || read_whole(file.get(), text, 4096) != 0 || !text.starts_with("gitdir: ")) return git;
  const std::string named = text.substr(8, text.find_first_of("\r\n") - 8);
  return named.starts_with('/') ? named : path + named;
}

bool is_root(int folder, const std::string& path) {
  struct stat here {
  }, above{};
  return ::fstatat(folder, (path + ".").c_str(), &here, 0) != 0 || ::fstatat(folder, (path + "..").c_str(), &above, 0) != 0 ||
         (here.st_ino == above.st_ino && here.st_dev == above.st_dev);
}

}  // namespace

std::size_t find_conflict(std::string_view text) {
  const std::size_t ours = find_line(text, "<<<<<<< ", 0);
  if (ours == npos) return npos;
  // A row of equals signs alone is a heading or a rule of Markdown, so all three markers must be there; if they do not follow the first
  // opening, they follow no later one either.
  std::size_t middle = find_line(text, "=======", ours);
  while (middle != npos && middle + 7 < text.size() && text[middle + 7] != '\n' && text[middle + 7] != '\r') {
    middle = find_line(text, "=======", middle + 7);
  }
  return middle == npos || find_line(text, ">>>>>>> ", middle) == npos ? npos : ours;
}

std::string_view unfinished_merge(int folder) {
  for (std::string path;; path += "../") {
    if (const std::string git = git_folder(folder, path); !git.empty()) {
      if (exists(folder, git + "/MERGE_HEAD")) return "merge";
      return exists(folder, git + "/rebase-merge") || exists(folder, git + "/rebase-apply") ? "rebase" : "";
    }
    if (is_root(folder, path)) return {};
  }
}

}  // namespace mentor
