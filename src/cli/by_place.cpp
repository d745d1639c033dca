#include "cli/by_place.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace mentor {

void ByPlace::add(const Item& item, std::uint32_t owner, bool is_finding, Spool::Piece piece) {
  if (paths_.empty()) paths_.emplace_back();
  std::deque<std::string>& paths = paths_.front();
  if (paths.empty() || paths.back() != item.mark.path) paths.push_back(item.mark.path);
  placed_.push_back({&paths.back(), item.mark.line, item.mark.column, item.rule, is_finding, owner, piece});
}

void ByPlace::add(ByPlace&& others) {
  if (placed_.empty()) placed_.swap(others.placed_);
  placed_.insert(placed_.end(), others.placed_.begin(), others.placed_.end());
  std::ranges::move(others.paths_, std::back_inserter(paths_));
}

void ByPlace::drop(std::span<const std::uint32_t> owners) {
  std::erase_if(placed_, [owners](const Placed& one) { return std::ranges::binary_search(owners, one.owner); });
}

std::vector<Spool::Piece> ByPlace::pieces() {
  // several findings of one rule at one place keep the order in which the rule gave them
  std::ranges::stable_sort(placed_, [](const Placed& a, const Placed& b) {
    return std::tie(*a.path, a.line, a.column, a.rule, a.is_finding, a.owner) < std::tie(*b.path, b.line, b.column, b.rule, b.is_finding, b.owner);
  });
  std::vector<Spool::Piece> pieces;
  pieces.reserve(placed_.size());
  for (const Placed& one : placed_) pieces.push_back(one.piece);
  return pieces;
}

}  // namespace mentor
