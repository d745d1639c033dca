#include "rules/wording.hpp"

#include <fmt/format.h>

#include <cmath>

namespace mentor {

std::string counted(long count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

std::string odds(double points) {
  const double ratio = std::pow(10.0, std::fabs(points) / 10.0);
  if (ratio < 1.25) return "the odds are even that it has stopped";
  const std::string_view what = points > 0 ? "has stopped" : "is going on";
  if (ratio >= 99.5) return fmt::format("the odds are more than 100 to 1 that it {}", what);
  if (ratio < 3) return fmt::format("the odds are about {:.2g} to 1 that it {}", std::round(ratio * 2) / 2, what);
  return fmt::format("the odds are about {:.0f} to 1 that it {}", ratio < 20 ? ratio : std::round(ratio / 10) * 10, what);
}

Text name_of(const Relationship& relationship, Party party) { return party == Party::mentor ? relationship.mentor.name : relationship.mentee.name; }

std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) out.append(i == 0 ? "" : i + 1 == words.size() ? " and " : ", ").append(words[i]);
  return out;
}

std::string days(double value) { return value == std::floor(value) ? counted(static_cast<long>(value), "day") : fmt::format("{:.1f} days", value); }

}  // namespace mentor
