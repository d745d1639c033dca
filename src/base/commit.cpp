#include "base/commit.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>

#include "base/attributes.hpp"
#include "base/temporary.hpp"
#include "base/unfinished_merge.hpp"

namespace mentor {
namespace {

/// Links behind links; more are a loop.
constexpr int kMostLinks = 8;
/// What is replaced may be larger than a journal, within reason.
constexpr std::size_t kLargestReplaced = 64 << 20;

/// The end of every failure here: the file is as it was.
[[noreturn]] void refuse(const FolderLock& lock, std::string_view name, const Message& reason, const Message& hint) {
  throw Failure{say("`{}` was not written: {}", Text{lock.path_of(name)}, reason), hint, ExitCode::failed};
}

Message what_to_do(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return say("make room on the disk, and run it again");
    case EACCES:
    case EPERM:
    case EROFS:
      return say("see to the permissions of the file and its folder, and run it again");
    case ENOENT:
      return say("see whether the folder has been moved or deleted");
    default:
      return say("see to the disk, and run it again");
  }
}

/// Whether the file system, or the kernel, has no such call.
bool is_unknown_here(int error) { return error == EINVAL || error == ENOSYS || error == ENOTSUP; }

[[noreturn]] void fail(const FolderLock& lock, std::string_view name, int error) { refuse(lock, name, say("{}", error_words(error)), what_to_do(error)); }

[[noreturn]] void changed(const FolderLock& lock, std::string_view name) {
  throw ChangedMeanwhile{{say("`{}` was not written: another program changed it in the same moment", Text{lock.path_of(name)}),
                          say("what the other program wrote stands there; look at it, and run it again"), ExitCode::failed}};
}

/// The file that a name stands for, through links within the folder.
std::string follow_links(const FolderLock& lock, const std::string& path) {
  std::string name = path;
  for (int links = 0; links <= kMostLinks; ++links) {
    struct stat facts {};
    if (::fstatat(lock.descriptor(), name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISLNK(facts.st_mode)) return name;
    std::string target(4096, '\0');
    const ssize_t size = ::readlinkat(lock.descriptor(), name.c_str(), target.data(), target.size());
    if (size < 0) fail(lock, path, errno);
    target.resize(static_cast<std::size_t>(size));
    if (target.find('/') != std::string::npos || target == "." || target == "..")
      refuse(lock, path, say("it is a link to `{}`, which is not a file of the same folder", Text{target}), say("put the file itself in place of the link"));
    name = std::move(target);
  }
  refuse(lock, path, say("it is a link that leads to itself"), say("put a file in place of the link"));
}

struct Opened {
  Descriptor file;
  struct stat facts {};
  std::string text = {};
  /// errno; 0 when the file is there and was read.
  int error = 0;

  Opened(const FolderLock& lock, const char* name) : file(::openat(lock.descriptor(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    if (!file || ::fstat(file.get(), &facts) != 0) error = errno;
  }
  /// Reads its text, to just over `most` bytes.
  Opened(const FolderLock& lock, const char* name, std::size_t most) : Opened(lock, name) {
    if (is_regular()) error = read_whole(file.get(), text, most);
  }
  bool is_regular() const { return error == 0 && S_ISREG(facts.st_mode); }
};

/// The file behind `path`, fit to be replaced.
std::string read_checked(const FolderLock& lock, const std::string& path, std::size_t most) {
  Opened opened{lock, follow_links(lock, path).c_str(), most};
  if (opened.error != 0) fail(lock, path, opened.error);
  if (!opened.is_regular()) refuse(lock, path, say("it is not a regular file"), say("put a file in its place"));
  if (opened.facts.st_nlink > 1)
    refuse(lock, path, say("the same file has a second name elsewhere (a hard link), which would keep the old text"),
           say("copy it to a file of its own, and put that in its place"));
  if (opened.text.size() > most) refuse(lock, path, say("it is larger than {} KiB", most >> 10), say("divide it, one file a relationship or a meeting"));
  return std::move(opened.text);
}

/// One edit on its way to the disk.
class Commit {
 public:
  Commit(const FolderLock& lock, const Edit& edit, std::string name)
      : lock_(lock), edit_(edit), name_(std::move(name)), temporary_(lock.descriptor(), name_, edit.before) {
    if (temporary_.error() != 0) fail(temporary_.error());
  }

  void create() {
    const mode_t mode = edit_.new_mode != 0 ? edit_.new_mode : mode_beside(lock_.descriptor(), name_);
    prepare(::fchmod(temporary_.descriptor(), mode) == 0 ? 0 : errno);
    const SignalsHeld held;
    if (!place_where_none_is()) fail(errno);
    if (const int error = sync_folder(); error != 0) {
      take_back_new();
      fail(error);
    }
    temporary_.keep();
  }

  void replace() {
    {
      const Opened old{lock_, name_.c_str()};
      if (old.error == ENOENT) changed();
      if (old.error != 0) fail(old.error);
      old_facts_ = old.facts;
      if (!old.is_regular()) changed();
      prepare(copy_attributes(old.file.get(), old.facts, temporary_.descriptor()));
    }
    const SignalsHeld held;
    if (exchange() == 0) return finish_exchange();
    if (errno == ENOENT) changed();
    // file systems that cannot exchange: a moment remains in which another program's writing would be lost
    if (!is_unknown_here(errno)) fail(errno);
    if (!is_old(name_.c_str())) changed();
    if (::renameat(lock_.descriptor(), temporary_.name(), lock_.descriptor(), name_.c_str()) != 0) fail(errno);
    temporary_.keep();
    if (const int error = sync_folder(); error != 0) fail_unconfirmed(error);
  }

 private:
  [[noreturn]] void fail(int error) {
    temporary_.remove();
    if (error == EEXIST) refuse(lock_, name_, say("there is such a file already"), say("choose another name, or move that file away"));
    if (error == ENOSPC || error == EDQUOT)
      refuse(lock_, name_, say("{}; {} bytes are needed for a moment", error_words(error), edit_.after.size()), what_to_do(error));
    mentor::fail(lock_, name_, error);
  }
  [[noreturn]] void changed() { mentor::changed(lock_, name_); }
  [[noreturn]] void fail_unconfirmed(int error) {
    throw Failure{say("`{}` was written, but the disk did not confirm it: {}", Text{lock_.path_of(name_)}, error_words(error)),
                  say("look at the file before you run it again"), ExitCode::failed};
  }

  /// The new text, complete and on the disk; `error` is that of what came before.
  void prepare(int error) {
    if (error == 0) error = write_whole(temporary_.descriptor(), edit_.after);
    // never tried twice: after a failure a second one may report success though the text is gone
    if (error == 0 && ::fsync(temporary_.descriptor()) != 0) error = errno;
    if (error != 0) fail(error);
  }

  int sync_folder() const { return ::fsync(lock_.descriptor()) == 0 || errno == EINVAL ? 0 : errno; }

  int exchange() const { return ::renameat2(lock_.descriptor(), temporary_.name(), lock_.descriptor(), name_.c_str(), RENAME_EXCHANGE); }

  /// Whether a file is still what the edit began from.
  bool is_old(const char* name) const {
    const Opened opened{lock_, name, edit_.before.size()};
    return opened.is_regular() && opened.facts.st_nlink == 1 && has_same_attributes(opened.facts, old_facts_) && opened.text == edit_.before;
  }
  /// Whether a file holds our new text and nothing else.
  bool is_ours(const char* name) const {
    const Opened opened{lock_, name, edit_.after.size()};
    return opened.is_regular() && opened.text == edit_.after;
  }

  /// What stood in the file has come out under the temporary name.
  void finish_exchange() {
    const bool is_undisturbed = is_old(temporary_.name());
    const int error = is_undisturbed ? sync_folder() : 0;
    if (is_undisturbed && error == 0) return temporary_.remove();
    if (exchange() != 0 || !is_ours(temporary_.name())) tell_of_both();
    if (error != 0) fail(error);
    changed();
  }

  /// Puts nothing in the place of our new file, unless another program has written to it since.
  void take_back_new() {
    if (::renameat(lock_.descriptor(), name_.c_str(), lock_.descriptor(), temporary_.name()) != 0 || !is_ours(temporary_.name())) tell_of_both();
  }

  /// Two programs' texts, and no way to say which is the one to keep.
  [[noreturn]] void tell_of_both() {
    temporary_.keep();
    throw Failure{say("`{}` was written to by another program more than once in the same moment; what it wrote stands there or in `{}`",
                      Text{lock_.path_of(name_)}, Text{lock_.path_of(temporary_.name())}),
                  say("compare the two, keep what is wanted in the first, and delete the second"), ExitCode::failed};
  }

  bool place_where_none_is() {
    const int folder = lock_.descriptor();
    if (::renameat2(folder, temporary_.name(), folder, name_.c_str(), RENAME_NOREPLACE) == 0) return true;
    // file systems that cannot do this can nearly always do that
    if (!is_unknown_here(errno) || ::linkat(folder, temporary_.name(), folder, name_.c_str(), 0) != 0) return false;
    ::unlinkat(folder, temporary_.name(), 0);
    return true;
  }

  const FolderLock& lock_;
  const Edit& edit_;
  std::string name_;
  Temporary temporary_;
  struct stat old_facts_ {};
};

}  // namespace

std::string read_for_edit(const FolderLock& lock, const std::string& path) {
  std::string text = read_checked(lock, path, kLargestFile);
  if (text.find('\0') != std::string::npos)
    refuse(lock, path, say("it holds NUL bytes, which a power cut or a full disk leaves behind"), say("restore it from git or a backup"));
  if (find_conflict(text) != std::string::npos)
    refuse(lock, path, say("a merge of git was left unfinished in it"),
           say("choose between the two sides, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"));
  if (const std::string_view what = unfinished_merge(lock.descriptor()); !what.empty())
    refuse(lock, path, say("git is in the middle of a {} here", what),
           say("finish it with `git {} --continue`, or give it up with `git {} --abort`", what, what));
  return text;
}

std::string read_for_replacement(const FolderLock& lock, const std::string& path) { return read_checked(lock, path, kLargestReplaced); }

void commit(const FolderLock& lock, const Edit& edit) {
  if (!edit.is_new && edit.before == edit.after) return;
  const std::string name = edit.is_new ? edit.path : follow_links(lock, edit.path);
  remove_spent(lock.descriptor(), name);
  Commit commit{lock, edit, name};
  if (edit.is_new)
    commit.create();
  else
    commit.replace();
}

}  // namespace mentor
