#include "base/nearest.hpp"

#include <algorithm>

namespace mentor {
namespace {

/// Optimal string alignment distance; words longer than 64 bytes are not compared.
std::size_t distance(std::string_view a, std::string_view b) {
  std::size_t before[65] = {}, last[65] = {}, row[65] = {};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::copy(std::begin(last), std::end(last), std::begin(before));
    std::copy(std::begin(row), std::end(row), std::begin(last));
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t best_distance = std::min<std::size_t>(2, (word.size() - 1) / 2) + 1;
  if (word.empty() || word.size() > 64) return best;
  for (const std::string_view candidate : known) {
    if (candidate.size() > 64 || candidate.size() + 2 < word.size() || word.size() + 2 < candidate.size()) continue;
    if (const std::size_t d = distance(word, candidate); d < best_distance) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace mentor
