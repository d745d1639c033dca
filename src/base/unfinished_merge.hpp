// What git leaves behind while a merge waits for somebody: markers in a file, and files of its own beside the history.
#pragma once
#include <string>
#include <string_view>

namespace mentor {

/// Where an unfinished merge begins in the text of a file: the line `<<<<<<< ...`; npos when there is none.
std::size_t find_conflict(std::string_view text);

/// What git is in the middle of in the repository that holds the open folder: "merge" or "rebase"; empty when nothing, or no repository.
std::string_view unfinished_merge(int folder);

}  // namespace mentor
