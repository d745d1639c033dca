// Two edited versions of one file become one again: what either side added, changed or took away is added, changed or taken away, entry by
// entry and field by field. What both changed in different ways is left to people, between the markers that git uses.
//
// The order of the two sides makes no difference to the result, but for what stands between markers.
#pragma once
#include <string>
#include <string_view>

namespace mentor {

struct Merged {
  std::string text;
  /// How many places are left to people.
  std::size_t conflicts = 0;
};

/// Merges two versions of a journal's file that began as `base`. The parts are moved as they are and never written anew; the result is
/// read again, and if an entry were missing, there twice or no longer understood, the lines are merged as those of any other text.
Merged merge_journals(std::string_view base, std::string_view mine, std::string_view theirs);

/// Merges the lines of any text, as git does by itself.
Merged merge_lines(std::string_view base, std::string_view mine, std::string_view theirs);

}  // namespace mentor
