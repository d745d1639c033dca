// Merges two edited versions of a journal's file, when git asks for it.
#include <fcntl.h>

#include <cerrno>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "commands/command.hpp"
#include "journal/merge.hpp"

namespace mentor {
namespace {

std::string read_version(const std::string& here, const std::string& name) {
  constexpr std::size_t kLargest = 64 << 20;
  const Descriptor file{::open((name.starts_with('/') ? name : here + "/" + name).c_str(), O_RDONLY | O_CLOEXEC)};
  std::string text;
  const int error = file ? read_whole(file.get(), text, kLargest) : errno;
  if (error == 0 && text.size() <= kLargest) return text;
  throw Failure{say("`{}` cannot be read: {}", Text{name}, error == 0 ? "it is larger than 64 MiB" : error_words(error)),
                say("nothing was merged; `git merge --abort` goes back"), ExitCode::failed};
}

Output run(Brief& brief) {
  const Request& request = brief.request;
  const std::string base = read_version(request.here, request.names[0]);
  const std::string mine = read_version(request.here, request.names[1]);
  const std::string theirs = read_version(request.here, request.names[2]);
  Merged merged = merge_journals(base, mine, theirs);
  return Files{{{request.names[1], std::move(merged.text)}}, merged.conflicts == 0 ? ExitCode::clean : ExitCode::found};
}

}  // namespace

extern constinit const Command merge_driver_command;
constinit const Command merge_driver_command = {
    .name = "merge-driver",
    .summary = "Merge two edited versions of a journal's file, for git",
    .details =
        "When mentor and mentee both write into the same file, git sees two changes in one place and gives up. This merges entry by entry and field by "
        "field instead: what either added, changed or took away is added, changed or taken away, in the order of the file's dates, and all else stays as "
        "it is written. What both changed in different ways is left between git's usual markers, and the exit code is 1. The result is read again before "
        "it is taken; a file that cannot be understood as a journal is merged line by line, as git would do it. "
        "Which of the two is mine and which is theirs makes no difference to the result. "
        "Two lines enable it: `*.md merge=mentor` in the repository's file `.gitattributes`, and one for `*.yaml`; and, once on each computer, "
        "`git config merge.mentor.driver \"mentor merge-driver %O %A %B\"`. "
        "git calls it with three files, BASE as it was before, MINE and THEIRS, and finds the result in MINE.",
    .examples = "git config merge.mentor.driver \"mentor merge-driver %O %A %B\"\nmentor merge-driver base.md mine.md theirs.md",
    .names = Names::three_versions,
    .needs = CommandNeeds::nothing,
    .flags = {},
    .formats = {},
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
