// The clock: days that count. Announced pauses, holidays and a few days to find back after each are not held against anybody.
#pragma once
#include <vector>

#include "rules/history.hpp"

namespace mentor {

class Clock {
 public:
  /// Takes the pauses known on `asof`; cheap when they are the same as before.
  void set(const History& history, Date asof);
  /// How many pauses are known.
  std::size_t known_pauses() const { return known_pauses_; }
  /// Days in (from, to] that were not pause or holiday; 0 when `to` is not after `from`.
  int available(Date from, Date to) const;

 private:
  std::vector<Break> breaks_;
  std::size_t known_pauses_ = static_cast<std::size_t>(-1);
  const History* history_ = nullptr;
};

}  // namespace mentor
