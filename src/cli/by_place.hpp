// Rendered findings and problems of a format that sorts them by where they stand. What two relationships note in one file is mixed, so
// that no relationship can be printed by itself.
#pragma once
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/spool.hpp"
#include "report/report.hpp"

namespace mentor {

class ByPlace {
 public:
  /// Whom an item belongs to: a unit by its number, or nobody. Decides between items of one place and rule.
  static constexpr std::uint32_t kNobody = 0;
  static std::uint32_t unit(std::size_t number) { return static_cast<std::uint32_t>(number) + 1; }

  void add(const Item& item, std::uint32_t owner, bool is_finding, Spool::Piece piece);
  void add(ByPlace&& others);
  /// Forgets what belongs to these; they are sorted.
  void drop(std::span<const std::uint32_t> owners);
  /// Sorted by path, line, column and rule.
  std::vector<Spool::Piece> pieces();

 private:
  struct Placed {
    const std::string* path;
    std::uint32_t line, column;
    std::string_view rule;
    bool is_finding;
    std::uint32_t owner;
    Spool::Piece piece;
  };

  std::vector<Placed> placed_;
  /// Each path once in a row; a deque, for it never moves what is pointed at.
  std::deque<std::deque<std::string>> paths_;
};

}  // namespace mentor
