// What a file is besides its bytes: owner, permissions, extended attributes (and with them access lists).
#pragma once
#include <sys/stat.h>

#include <string>

namespace mentor {

/// Gives the file `to` what `from` has; `facts` are those of `from`. errno of what could not be kept, 0 when all was.
int copy_attributes(int from, const struct stat& facts, int to);

/// Whether owner and permissions are the same.
bool has_same_attributes(const struct stat& a, const struct stat& b);

/// Permissions to read and write for a new file `name` in the folder: those on which all files with its extension agree; 0600 when they do not,
/// or there are none.
mode_t mode_beside(int folder, const std::string& name);

}  // namespace mentor
