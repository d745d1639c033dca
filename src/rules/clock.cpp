#include "rules/clock.hpp"

#include <algorithm>

namespace mentor {

void Clock::set(const History& history, Date asof) {
  const auto known = static_cast<std::size_t>(std::ranges::count_if(history.pauses, [&](const Break& pause) { return pause.known <= asof; }));
  if (history_ == &history && known == known_pauses_) return;
  history_ = &history;
  known_pauses_ = known;
  breaks_ = history.holidays;
  for (const Break& pause : history.pauses)
    if (pause.known <= asof) breaks_.push_back(pause);
  for (Break& each : breaks_) each.to = each.to + history.grace_days;
  std::ranges::sort(breaks_, [](const Break& a, const Break& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < breaks_.size(); ++i) {
    if (breaks_[i].from <= breaks_[kept].to + 1)
      breaks_[kept].to = std::max(breaks_[kept].to, breaks_[i].to);
    else
      breaks_[++kept] = breaks_[i];
  }
  if (!breaks_.empty()) breaks_.resize(kept + 1);
}

int Clock::available(Date from, Date to) const {
  if (to <= from) return 0;
  int days = days_between(from, to);
  for (auto at = std::ranges::upper_bound(breaks_, from, {}, &Break::to); at != breaks_.end() && at->from <= to; ++at)
    days -= days_between(std::max(from + 1, at->from), std::min(to, at->to)) + 1;
  return std::max(days, 0);
}

}  // namespace mentor
