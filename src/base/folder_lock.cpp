#include "base/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

#include "base/failure.hpp"

namespace mentor {
namespace {

constexpr std::chrono::seconds kLongestWait{10};
constexpr useconds_t kPauseMicroseconds = 2000;

/// errno of what went wrong; EWOULDBLOCK when somebody else held the folder all the time.
int hold(int folder) {
  const auto end = std::chrono::steady_clock::now() + kLongestWait;
  while (::flock(folder, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK || std::chrono::steady_clock::now() > end) return errno;
    ::usleep(kPauseMicroseconds);
  }
  return 0;
}

}  // namespace

FolderLock::FolderLock(const std::string& folder, std::string_view shown)
    : folder_(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
      shown_(!shown.empty()   ? shown
             : folder.empty() ? "."
                              : folder) {
  const int error = folder_ ? hold(folder_.get()) : errno;
  if (error == 0) return;
  if (error == EWOULDBLOCK)
    throw Failure{say("`{}` is being written to by another run of mentor, and has been for ten seconds", Text{shown_}),
                  say("nothing was written; wait until the other run has ended, and run it again"), ExitCode::failed};
  throw Failure{say("`{}` cannot be written to: {}", Text{shown_}, error_words(error)), say("nothing was written; see to the folder and its permissions"),
                ExitCode::failed};
}

std::string FolderLock::path_of(std::string_view name) const {
  if (shown_ == ".") return std::string(name);
  return shown_ + (shown_.ends_with('/') ? "" : "/") + std::string(name);
}

}  // namespace mentor
