#include "base/temporary.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>

#include "base/fnv.hpp"

namespace mentor {
namespace {

constexpr std::string_view kMark = ".mentor-";
constexpr std::size_t kHashDigits = 16;
constexpr std::array kEnding = {SIGINT, SIGTERM, SIGHUP};

/// What the signal handler needs, and the handlers that were there before.
volatile sig_atomic_t g_folder = -1;
std::array<char, NAME_MAX + 1> g_name{};
std::array<struct sigaction, kEnding.size()> g_before{};

void remove_and_end(int signal) {
  const int error = errno;
  ::unlinkat(g_folder, g_name.data(), 0);
  errno = error;
  // blocked while this runs, it ends the program when this is left
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

void arm(int folder, const std::string& name) {
  std::memcpy(g_name.data(), name.c_str(), name.size() + 1);
  g_folder = folder;
  for (std::size_t i = 0; i < kEnding.size(); ++i) {
    struct sigaction action {};
    action.sa_handler = remove_and_end;
    ::sigaction(kEnding[i], nullptr, &g_before[i]);
    // whoever has it ignored, as nohup does, means it; a handler of the program's own may want to go on
    if (g_before[i].sa_handler == SIG_DFL) ::sigaction(kEnding[i], &action, nullptr);
  }
}

void disarm() {
  for (std::size_t i = 0; i < kEnding.size(); ++i)
    if (g_before[i].sa_handler == SIG_DFL) ::sigaction(kEnding[i], &g_before[i], nullptr);
  g_folder = -1;
}

/// The beginning of all temporary names beside a file. The longest names lose their end, so that ours is not too long.
std::string stem(std::string_view name) { return "." + std::string(name.substr(0, NAME_MAX - 32)) + std::string(kMark); }

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string hash_of(std::string_view text) { return fmt::format("{:016x}", fnv1a(text)); }

/// Whether nobody can miss the file: it is empty, or holds the text whose hash its name carries.
bool is_spent(int folder, const std::string& name, std::string_view hash) {
  const Descriptor file{::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
  struct stat facts {};
  std::string text;
  if (!file || ::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_nlink != 1) return false;
  if (read_whole(file.get(), text, 2 * kLargestFile) != 0) return false;
  return text.empty() || hash_of(text) == hash;
}

/// Some thousand names at most; listing more would take longer than all else that a write does.
bool is_quickly_listed(int folder) {
  constexpr off_t kLargestListed = 64 << 10;
  struct stat facts {};
  return ::fstat(folder, &facts) == 0 && facts.st_size <= kLargestListed;
}

sigset_t ending_signals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int signal : kEnding) ::sigaddset(&set, signal);
  return set;
}

}  // namespace

std::string_view owner_of_temporary(std::string_view name) {
  const std::size_t mark = name.rfind(kMark);
  const bool is_ours = name.starts_with('.') && mark != std::string_view::npos && is_hash(name.substr(mark + kMark.size(), kHashDigits));
  return is_ours ? name.substr(1, mark - 1) : std::string_view{};
}

void remove_spent(int folder, std::string_view name) {
  if (!is_quickly_listed(folder)) return;
  const std::string beginning = stem(name);
  for (const std::string& left : names_in(folder)) {
    if (!left.starts_with(beginning)) continue;
    const std::string_view hash = std::string_view(left).substr(beginning.size(), kHashDigits);
    if (is_hash(hash) && is_spent(folder, left, hash)) ::unlinkat(folder, left.c_str(), 0);
  }
}

SignalsHeld::SignalsHeld() {
  const sigset_t set = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &set, &before_);
}

SignalsHeld::~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

Temporary::Temporary(int folder, std::string_view name, std::string_view base) : folder_(folder), name_(stem(name) + hash_of(base)), file_(create()) {}

int Temporary::create() {
  const SignalsHeld held;
  const std::string first = name_;
  // a name is taken when a run with the same beginning was killed
  for (int number = 2; number < 100; ++number) {
    const int file = ::openat(folder_, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file >= 0) {
      is_mine_ = true;
      arm(folder_, name_);
      return file;
    }
    if (errno != EEXIST) break;
    name_ = first + "-" + std::to_string(number);
  }
  error_ = errno;
  return -1;
}

void Temporary::keep() {
  if (is_mine_) disarm();
  is_mine_ = false;
}

void Temporary::remove() {
  if (!is_mine_) return;
  // a second attempt, since what is left behind would have to be explained to somebody
  if (::unlinkat(folder_, name_.c_str(), 0) != 0) ::unlinkat(folder_, name_.c_str(), 0);
  keep();
}

Temporary::~Temporary() { remove(); }

}  // namespace mentor
