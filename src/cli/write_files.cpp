#include "cli/write_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/failure.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view reason) {
  throw Failure{say("`{}` could not be written: {}", Text{path.native()}, reason), say("see to the folder and its rights, or name another with --output"),
                ExitCode::failed};
}

/// Closes and removes the file unless it has been put in its place.
class Temporary {
 public:
  Temporary(const fs::path& target, mode_t mode) : path_(target.native() + ".new-" + std::to_string(::getpid())) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
  }
  ~Temporary() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (!is_placed_) ::unlink(path_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  bool write(std::string_view text) const {
    if (descriptor_ < 0) return false;
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor_) == 0;
  }
  bool place(const fs::path& target) {
    is_placed_ = std::rename(path_.c_str(), target.c_str()) == 0;
    return is_placed_;
  }
  /// Fails with EEXIST when something is there, be it only since a moment ago.
  bool place_anew(const fs::path& target) {
    is_placed_ = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0;
    // file systems that cannot do this can nearly always do that; the temporary file is removed at the end
    if (!is_placed_ && (errno == EINVAL || errno == ENOSYS)) return ::link(path_.c_str(), target.c_str()) == 0;
    return is_placed_;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
  bool is_placed_ = false;
};

}  // namespace

void write_files(const std::string& folder, std::span<const NamedText> files) {
  for (const NamedText& file : files) {
    const fs::path target = fs::path(folder) / file.path;
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) fail(target.parent_path(), error.message());
    Temporary temporary{target, static_cast<mode_t>(file.is_journal ? 0600 : 0666)};
    if (!temporary.write(file.text) || !(file.is_journal ? temporary.place_anew(target) : temporary.place(target))) fail(target, std::strerror(errno));
  }
}

}  // namespace mentor
