// One writer at a time in a folder. The lock is on the folder itself: a lock on a file is lost with the first replacement of the file.
#pragma once
#include <string>
#include <string_view>

#include "base/file.hpp"

namespace mentor {

/// A folder held for writing, from before its file is read until after the new one stands in its place. Keeps out other runs of this
/// program, and no editor.
class FolderLock {
 public:
  /// Waits for at most ten seconds; then, or when there is no such folder, a Failure with exit code `failed`. `shown` is the folder as the
  /// user knows it, where that is not `folder`.
  explicit FolderLock(const std::string& folder, std::string_view shown = {});

  int descriptor() const { return folder_.get(); }
  /// A file of this folder, as the user knows it.
  std::string path_of(std::string_view name) const;

 private:
  Descriptor folder_;
  std::string shown_;
};

}  // namespace mentor
