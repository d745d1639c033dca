// Finished pieces of the output, until all of them are there and their order is known. Few stay in memory; many go to a file without a
// name, so that memory does not grow with them and no word of a journal is left behind on a disk.
#pragma once
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace mentor {

/// Takes pieces from any thread and gives them back in any order.
class Spool {
 public:
  /// Where a piece lies; a piece of no bytes is none.
  struct Piece {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    explicit operator bool() const { return bytes > 0; }
  };

  Spool() = default;
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  Piece put(std::string_view text);
  /// The bytes of a piece, in memory or in `buffer`, which grows to the longest piece. Throws a Failure when they cannot be read back.
  std::string_view read(Piece piece, std::string& buffer) const;

 private:
  /// Moves what is in memory to the file; when that does not work, memory it is.
  void unload();

  std::mutex mutex_;
  /// The pieces behind those in the file, end to end.
  std::string recent_;
  std::uint64_t filed_bytes_ = 0;
  int file_ = -1;
  bool has_failed_ = false;
};

}  // namespace mentor
