// The two axes that carry a mentoring relationship, by Clutterbuck, as the statements of the question set `health` tell of them.
#pragma once
#include <span>
#include <string_view>

namespace mentor {

struct Axis {
  std::string_view name;
  /// What is said of it when it falls.
  std::string_view fallen;
  std::span<const std::string_view> statements;
};

/// The area `purpose`.
inline constexpr std::string_view kPurposeStatements[] = {"point", "chosen-again", "on-subject"};
/// The areas `trust` and `conversation`.
inline constexpr std::string_view kRapportStatements[] = {"awkward", "doubts", "in-confidence", "heard", "undivided", "fresh", "person"};
inline constexpr Axis kAxes[] = {
    {"purpose", "what the two meet for is less clear to them", kPurposeStatements},
    {"rapport", "the two are less close in their talks", kRapportStatements},
};

}  // namespace mentor
