#include "cli/spool.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "base/failure.hpp"

namespace mentor {
namespace {

/// Pieces in memory. Some hundred relationships fit, so that most journals need no file.
constexpr std::size_t kLargestInMemory = 1 << 20;

bool write_at(int file, std::string_view text, std::uint64_t offset) {
  while (!text.empty()) {
    const ssize_t written = ::pwrite(file, text.data(), text.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  return true;
}

bool read_at(int file, char* to, std::size_t bytes, std::uint64_t offset) {
  while (bytes > 0) {
    const ssize_t got = ::pread(file, to, bytes, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    bytes -= static_cast<std::size_t>(got);
    offset += static_cast<std::uint64_t>(got);
  }
  return true;
}

}  // namespace

Spool::~Spool() {
  if (file_ >= 0) ::close(file_);
}

Spool::Piece Spool::put(std::string_view text) {
  const std::lock_guard lock{mutex_};
  if (!has_failed_ && !recent_.empty() && recent_.size() + text.size() > kLargestInMemory) unload();
  const Piece piece{filed_bytes_ + recent_.size(), text.size()};
  recent_ += text;
  return piece;
}

std::string_view Spool::read(Piece piece, std::string& buffer) const {
  if (piece.offset >= filed_bytes_) return std::string_view(recent_).substr(piece.offset - filed_bytes_, piece.bytes);
  if (buffer.size() < piece.bytes) buffer.resize(piece.bytes);
  if (!read_at(file_, buffer.data(), piece.bytes, piece.offset))
    throw Failure{say("the output could not be read back"), say("check fewer files at a time"), ExitCode::failed};
  return std::string_view(buffer).substr(0, piece.bytes);
}

void Spool::unload() {
  if (file_ < 0) file_ = ::memfd_create("mentor-output", MFD_CLOEXEC);
  has_failed_ = file_ < 0 || !write_at(file_, recent_, filed_bytes_);
  if (has_failed_) return;
  filed_bytes_ += recent_.size();
  recent_.clear();
}

}  // namespace mentor
