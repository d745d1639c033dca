// Which parts of two versions of a text are the same part: equal, known by the same key, or alike enough to be one that was edited.
#pragma once
#include <span>
#include <vector>

#include "journal/outline.hpp"

namespace mentor {

inline constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

/// For each part of `base` the index of its counterpart in `side`, or kNobody. Counterparts stand in the same order in both. The result
/// depends on the two texts alone.
std::vector<std::size_t> align(std::span<const Part> base, std::span<const Part> side);

/// The same for two lists of parts that are both new: equal ones, and fields of one key.
std::vector<std::size_t> align_new(std::span<const Part* const> mine, std::span<const Part* const> theirs);

}  // namespace mentor
