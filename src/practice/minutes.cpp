#include "practice/minutes.hpp"

#include <algorithm>
#include <numeric>

namespace mentor {

std::vector<int> allot_minutes(const std::vector<TimeWish>& wishes, int total) {
  constexpr int kStep = 5;
  const bool is_even = total % kStep == 0 && std::ranges::all_of(wishes, [](const TimeWish& each) { return each.least % kStep == 0; });
  const int step = is_even ? kStep : 1;
  std::vector<int> minutes;
  long long all = 0;
  for (const TimeWish& each : wishes) {
    minutes.push_back(each.least);
    all += std::max(1, each.wish);
  }
  const long long steps = (total - std::accumulate(minutes.begin(), minutes.end(), 0)) / step;
  long long left = steps;
  std::vector<std::size_t> order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto share = [&](std::size_t i) { return steps * std::max(1, wishes[i].wish); };
  for (const std::size_t i : order) {
    const long long whole = share(i) / all;
    minutes[i] += static_cast<int>(whole) * step;
    left -= whole;
  }
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return share(a) % all > share(b) % all; });
  for (const std::size_t i : order) {
    if (left-- <= 0) break;
    minutes[i] += step;
  }
  return minutes;
}

}  // namespace mentor
