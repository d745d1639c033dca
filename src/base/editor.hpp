// A text handed to the user's own editor, and what came of it. The one place in which another program is started: the one that the user
// has named in VISUAL or EDITOR, in a terminal, and never what a journal says.
#pragma once
#include <string>
#include <string_view>

namespace mentor {

/// A file that only its owner can read, among the temporary files; gone when it is no longer needed.
class Sheet {
 public:
  /// Writes `text` to a new file in `folder` whose name ends with `ending`. A Failure when that is not possible.
  Sheet(const std::string& folder, std::string_view text, std::string_view ending);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  /// Waits while `editor`, a line for the shell, works on the file; gives what it left. A Failure when the editor could not be started, or
  /// says that it failed.
  std::string edit(const std::string& editor);
  /// The file stays where it is.
  void keep() { is_kept_ = true; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool is_kept_ = false;
};

}  // namespace mentor
