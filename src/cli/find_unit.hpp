// Which relationship a name on the command line means.
#pragma once
#include <string>
#include <vector>

namespace mentor {

/// The number of the id that is meant: the whole id, or the last part of one id only. A Failure when there is none, or more than one.
std::size_t find_unit(const std::string& name, const std::vector<std::string>& ids);

}  // namespace mentor
