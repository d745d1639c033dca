#include "rules/chance.hpp"

#include "rules/method.hpp"

namespace mentor {

DatesNotKept dates_not_kept(const Assessment& now) {
  DatesNotKept out;
  for (std::size_t i = now.visible.size(); i-- > 0 && out.dates < method::kAttributedEntries;) {
    const Slot& slot = *now.visible[i];
    if (slot.by == Party::external) continue;
    ++out.dates;
    out.count += slot.is_incident() ? 1 : 0;
  }
  out.by_chance = evidence::most_by_chance(out.dates, 1 - now.usual_kept);
  return out;
}

}  // namespace mentor
