#include "base/attributes.hpp"

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "base/file.hpp"

namespace mentor {
namespace {

/// The value of an attribute; errno goes to `error`.
std::string attribute(int file, const char* name, int& error) {
  std::string value;
  for (;;) {
    const ssize_t size = ::fgetxattr(file, name, nullptr, 0);
    if (size >= 0) {
      value.resize(static_cast<std::size_t>(size));
      const ssize_t got = ::fgetxattr(file, name, value.data(), value.size());
      if (got >= 0) {
        value.resize(static_cast<std::size_t>(got));
        return value;
      }
    }
    // it grew between the two calls
    if (errno == ERANGE) continue;
    error = errno;
    return {};
  }
}

/// Names of the attributes, each with a NUL behind it.
std::string attribute_names(int file, int& error) {
  const ssize_t size = ::flistxattr(file, nullptr, 0);
  std::string names(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  const ssize_t got = size > 0 ? ::flistxattr(file, names.data(), names.size()) : size;
  if (got < 0 && errno != ENOTSUP && errno != ENOSYS) error = errno;
  names.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return names;
}

int copy_extended(int from, int to) {
  int error = 0;
  const std::string names = attribute_names(from, error);
  for (std::size_t at = 0; error == 0 && at < names.size(); at = names.find('\0', at) + 1) {
    const char* const name = names.c_str() + at;
    const std::string value = attribute(from, name, error);
    int is_missing = 0;
    // a label that the system has given already need not be set, which few may do
    if (error == 0 && (attribute(to, name, is_missing) != value || is_missing != 0) && ::fsetxattr(to, name, value.data(), value.size(), 0) != 0) error = errno;
  }
  return error;
}

std::string_view extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot);
}

}  // namespace

int copy_attributes(int from, const struct stat& facts, int to) {
  struct stat own {};
  if (::fstat(to, &own) != 0) return errno;
  // a change of the owner takes special permissions away, so it comes first
  if ((own.st_uid != facts.st_uid || own.st_gid != facts.st_gid) && ::fchown(to, facts.st_uid, facts.st_gid) != 0) return errno;
  if (::fchmod(to, facts.st_mode & 07777) != 0) return errno;
  return copy_extended(from, to);
}

bool has_same_attributes(const struct stat& a, const struct stat& b) { return a.st_mode == b.st_mode && a.st_uid == b.st_uid && a.st_gid == b.st_gid; }

mode_t mode_beside(int folder, const std::string& name) {
  constexpr mode_t kOwnersAlone = 0600, kReadAndWrite = 0666;
  mode_t mode = 0;
  for (const std::string& other : names_in(folder)) {
    struct stat facts {};
    if (other.starts_with('.') || extension_of(other) != extension_of(name)) continue;
    if (::fstatat(folder, other.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(facts.st_mode)) continue;
    const mode_t its = (facts.st_mode & kReadAndWrite) | kOwnersAlone;
    if (mode != 0 && mode != its) return kOwnersAlone;
    mode = its;
  }
  return mode == 0 ? kOwnersAlone : mode;
}

}  // namespace mentor
