// How clear the purpose and how deep the rapport are over time, as far as the journal notes it: the two things that, by Clutterbuck, carry
// a mentoring relationship.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.hpp"

namespace mentor {

/// One part of an axis on a day.
enum class AxisPart : std::uint8_t { not_noted, missing, there };

/// Four parts of each axis; what counts is our judgement.
struct AxesPoint {
  Date day;
  /// A sentence that says what for; a goal; a goal with a horizon; a goal with a measure.
  std::array<AxisPart, 4> purpose{};
  /// The last pulses of both 4 or more; the last presence of both 4 or more; three rungs of the conversation ladder; thanks or feedback.
  std::array<AxisPart, 4> rapport{};
  /// A moment of disconnect was open.
  bool has_open_disconnect = false;
};

/// How the axes stood at the first held meeting, and at each later one at which something about them was different.
std::vector<AxesPoint> axes_over_time(const Case& c);

/// '#' there, '.' missing, '-' not noted.
std::string picture(std::span<const AxisPart> parts);
/// Parts that are there; and whether any of them is noted at all.
long count_there(std::span<const AxisPart> parts);
bool any_noted(std::span<const AxisPart> parts);

}  // namespace mentor
