#include "base/editor.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/failure.hpp"
#include "base/file.hpp"

namespace mentor {
namespace {

constexpr std::size_t kLongestSheet = 1 << 20;

/// While the editor has the terminal, Ctrl-C is the editor's.
class InterruptsIgnored {
 public:
  InterruptsIgnored() : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  ~InterruptsIgnored() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
  }
  InterruptsIgnored(const InterruptsIgnored&) = delete;
  InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

/// What wait() says of the editor; negative when it could not be started.
int run_editor(const std::string& editor, const std::string& path) {
  const InterruptsIgnored ignored;
  const pid_t child = ::fork();
  if (child < 0) return -1;
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGQUIT, SIG_DFL);
    const std::string line = editor + " \"$1\"";
    ::execl("/bin/sh", "sh", "-c", line.c_str(), "sh", path.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  int status = -1;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return status;
}

}  // namespace

Sheet::Sheet(const std::string& folder, std::string_view text, std::string_view ending) : path_(folder + "/mentor-XXXXXX" + std::string(ending)) {
  const Descriptor file{::mkostemps(path_.data(), static_cast<int>(ending.size()), O_CLOEXEC)};
  const int error = file ? write_whole(file.get(), text) : errno;
  if (error == 0) return;
  if (file) ::unlink(path_.c_str());
  throw Failure{say("no sheet for the editor could be made in `{}`: {}", Text{folder}, error_words(error)), say("see to TMPDIR, or say it with options"),
                ExitCode::failed};
}

Sheet::~Sheet() {
  if (!is_kept_) ::unlink(path_.c_str());
}

std::string Sheet::edit(const std::string& editor) {
  const int status = run_editor(editor, path_);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw Failure{say("the editor `{}` ended without success, and nothing was entered", Text{editor}),
                  say("set VISUAL or EDITOR to another, or say it with options"), ExitCode::failed};
  // by name: many editors put a new file in the place of the old one
  const Descriptor file{::open(path_.c_str(), O_RDONLY | O_CLOEXEC)};
  std::string text;
  const int error = file ? read_whole(file.get(), text, kLongestSheet) : errno;
  if (error != 0) throw Failure{say("what the editor left in `{}` cannot be read: {}", Text{path_}, error_words(error)), {}, ExitCode::failed};
  return text;
}

}  // namespace mentor
