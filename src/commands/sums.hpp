// For commands that add something up over all relationships: their Command::count and Command::join.
#pragma once
#include <any>

namespace mentor {

/// The sum so far; begun when there is none.
template <class Sum>
Sum& sum_in(std::any& sum) {
  if (!sum.has_value()) sum = Sum{};
  return *std::any_cast<Sum>(&sum);
}

template <class Sum>
void join_sums(std::any& sum, const std::any& other) {
  sum_in<Sum>(sum).add(*std::any_cast<Sum>(&other));
}

}  // namespace mentor
