// Minutes for the items of a meeting: they add up to its length exactly.
#pragma once
#include <vector>

namespace mentor {

struct TimeWish {
  /// Below `least` an item is not worth beginning; `wish` is what it would take if there were time.
  int least = 0, wish = 0;
};

/// Minutes of each, together `total`. Each gets its least, and what is left is parted in proportion to the wishes, in steps of five minutes
/// where `total` is a multiple of five and all leasts are, else of one; what rounding leaves over goes to the largest remainders, the
/// earlier item first (Hamilton's method). The leasts must fit into `total`, and there must be an item.
std::vector<int> allot_minutes(const std::vector<TimeWish>& wishes, int total);

}  // namespace mentor
