// Files as the system gives them: a descriptor that closes itself, bytes read and written to the last, an error in words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// Largest file that is read as a part of a journal, in bytes.
inline constexpr std::size_t kLargestFile = 1 << 20;

/// A descriptor that closes itself; negative when nothing could be opened.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  explicit operator bool() const { return value_ >= 0; }

 private:
  int value_;
};

/// What an errno says, in English whatever the locale.
std::string error_words(int error);

/// Reads to the end, or to just over `most` bytes. errno of a failed read, 0 when all went well.
int read_whole(int descriptor, std::string& text, std::size_t most);
/// Writes all of it. errno of a failed write, 0 when all went well.
int write_whole(int descriptor, std::string_view text);

/// The names in an open folder, in the order of the disk; none when they cannot be listed.
std::vector<std::string> names_in(int folder);

}  // namespace mentor
