// The one way in which a file is written: held, read, written beside, brought to the disk, put in its place, and compared. Whatever
// happens on the way, the file is the old one or the new one, and what another program writes meanwhile is never lost.
//
//   FolderLock lock{folder};
//   const std::string before = read_for_edit(lock, "ada.md");
//   commit(lock, {.path = "ada.md", .before = before, .after = edited(before)});
#pragma once
#include <sys/types.h>

#include <string>

#include "base/failure.hpp"
#include "base/folder_lock.hpp"

namespace mentor {

/// From these bytes of a file to those.
struct Edit {
  /// The file's name in the folder that is locked.
  std::string path;
  /// There is no such file yet, and `before` is empty. Never replaces one that appeared meanwhile.
  bool is_new = false;
  std::string before = {}, after = {};
  /// Permissions of a new file; 0: those on which all files of the same kind beside it agree, else its owner's alone.
  mode_t new_mode = 0;
};

/// The file is no longer what the edit began from. Nothing was written: read it again, and edit that.
struct ChangedMeanwhile : Failure {};

/// The bytes of a journal's file that is going to be edited. A link is followed to a file of the same folder. A Failure with exit code
/// `failed` when the file must not be written to: no regular file, linked elsewhere, a second name for it, larger than the reader takes, NUL
/// bytes in it, or a merge that nobody has finished.
std::string read_for_edit(const FolderLock& lock, const std::string& path);

/// The bytes of any file, for replacing it; the rules for links are the same. A Failure when it cannot be read.
std::string read_for_replacement(const FolderLock& lock, const std::string& path);

/// Makes the edit. Owner, permissions and extended attributes stay. Writes nothing when nothing changes. Throws a Failure with exit code
/// `failed` when it was not made: the file is the old one then, and nothing else is left behind.
void commit(const FolderLock& lock, const Edit& edit);

}  // namespace mentor
