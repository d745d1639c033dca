#include "cli/write_files.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "base/commit.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw Failure{say("the folder `{}` could not be made: {}", Text{folder.native()}, error.message()),
                  say("see to the folder and its permissions, or name another with --output"), ExitCode::failed};
}

/// What the user's umask leaves of the usual permissions.
mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

void write_files(const std::string& folder, std::span<const NamedText> files) {
  for (const NamedText& file : files) {
    const fs::path target = fs::path(folder) / file.path;
    make_folder(target.parent_path());
    const FolderLock lock{target.parent_path().native()};
    Edit edit{.path = target.filename().native(), .is_new = file.is_journal || !fs::exists(target), .after = file.text};
    if (!file.is_journal) edit.new_mode = usual_mode();
    if (!edit.is_new) edit.before = read_for_replacement(lock, edit.path);
    commit(lock, edit);
  }
}

}  // namespace mentor
