#include "rules/clock.hpp"

#include <algorithm>

namespace mentor {
namespace {

/// Makes one of breaks that overlap or follow each other without a day between; sorted by their first day.
void join(std::vector<Break>& breaks) {
  std::size_t kept = 0;
  for (std::size_t i = 1; i < breaks.size(); ++i) {
    if (breaks[i].from <= breaks[kept].to + 1)
      breaks[kept].to = std::max(breaks[kept].to, breaks[i].to);
    else
      breaks[++kept] = breaks[i];
  }
  if (!breaks.empty()) breaks.resize(kept + 1);
}

}  // namespace

void Clock::set(const History& history, Date asof) {
  const auto known = static_cast<std::size_t>(std::ranges::count_if(history.pauses, [&](const Break& pause) { return pause.known <= asof; }));
  if (history_ == &history && known == known_pauses_) return;
  history_ = &history;
  known_pauses_ = known;
  breaks_ = history.holidays;
  for (const Break& pause : history.pauses)
    if (pause.known <= asof) breaks_.push_back(pause);
  std::ranges::sort(breaks_, [](const Break& a, const Break& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  // a break told in two parts is one, also for the time to find back
  join(breaks_);
  for (Break& each : breaks_) each.to = each.to + history.grace_of(each);
  join(breaks_);
}

int Clock::available(Date from, Date to) const {
  if (to <= from) return 0;
  int days = days_between(from, to);
  for (auto at = std::ranges::upper_bound(breaks_, from, {}, &Break::to); at != breaks_.end() && at->from <= to; ++at)
    days -= days_between(std::max(from + 1, at->from), std::min(to, at->to)) + 1;
  return std::max(days, 0);
}

}  // namespace mentor
