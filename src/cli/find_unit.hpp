// Which relationship a name on the command line means.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// The number of the id that is meant: the whole id, or the last part of one id only. A Failure when there is none, or more than one;
/// `words` are what else the name might have been.
std::size_t find_unit(const std::string& name, const std::vector<std::string>& ids, const std::vector<std::string_view>& words = {});

}  // namespace mentor
