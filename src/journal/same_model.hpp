// Whether two models say the same, field by field as the vocabulary has it: where it is written, in which order a file lists its meetings
// and what was only concluded from other entries are left aside.
#pragma once
#include <string_view>

#include "journal/journal.hpp"
#include "journal/wish.hpp"

namespace mentor {

/// The first field of `kind` in which two of its records differ; null when they say the same.
const Field* difference(const Kind& kind, const void* a, const void* b);

/// The first field in which `now` is not `before` with the wish come true; null when it is. Both are settled; `wanted` is what the wish says.
const Field* difference(const Relationship& before, const Relationship& now, const Wish& wish, const void* wanted);

}  // namespace mentor
