#include "base/file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace mentor {

Descriptor::~Descriptor() {
  if (value_ >= 0) ::close(value_);
}

std::string error_words(int error) { return std::string(::strerrordesc_np(error)); }

int read_whole(int descriptor, std::string& text, std::size_t most) {
  std::array<char, 64 << 10> buffer;
  text.clear();
  while (text.size() <= most) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return 0;
}

int write_whole(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    if (written == 0) return ENOSPC;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::vector<std::string> names_in(int folder) {
  std::vector<std::string> names;
  const int descriptor = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return names;
  DIR* const stream = ::fdopendir(descriptor);
  if (stream == nullptr) {
    ::close(descriptor);
    return names;
  }
  while (const dirent* const entry = ::readdir(stream)) names.emplace_back(entry->d_name);
  ::closedir(stream);
  return names;
}

}  // namespace mentor
