// The new text of a file while it is being written: beside the file, under a name that tells what it belongs to, gone when the run
// ends in whatever way it can notice.
//
// A run that is killed leaves it behind. After the exchange it holds what stood in the file before; should another program have written in
// that moment, these are bytes that stand nowhere else. So the name carries the hash of the text that the edit began from, and a temporary
// file that was left behind is removed only if its content has that hash.
#pragma once
#include <csignal>
#include <string>
#include <string_view>

#include "base/file.hpp"

namespace mentor {

/// The name of the file that a temporary file of this name belongs to; empty when it is the name of no temporary file.
std::string_view owner_of_temporary(std::string_view name);

/// Removes what earlier runs left behind beside the file `name` and what nobody can miss: text that an edit has replaced, and empty files.
/// Only for whoever holds the folder's lock. In a very large folder nothing is removed: `mentor check` tells of what was left.
void remove_spent(int folder, std::string_view name);

/// Keeps SIGINT, SIGTERM and SIGHUP waiting.
class SignalsHeld {
 public:
  SignalsHeld();
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_;
};

/// A new file beside `name`, its owner's alone. While it is there, SIGINT, SIGTERM and SIGHUP remove it before they end the program; so
/// there is one at a time.
class Temporary {
 public:
  /// `base` is the text that the edit began from. `error()` tells whether it worked.
  Temporary(int folder, std::string_view name, std::string_view base);
  ~Temporary();
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  int error() const { return error_; }
  int descriptor() const { return file_.get(); }
  const char* name() const { return name_.c_str(); }
  /// It has become the file itself, or holds what must not be lost: nobody removes it.
  void keep();
  /// Removes it now.
  void remove();

 private:
  int create();

  int folder_;
  std::string name_;
  int error_ = 0;
  bool is_mine_ = false;
  Descriptor file_;
};

}  // namespace mentor
