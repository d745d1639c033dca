// What lies ahead of a relationship, in sentences: its rhythm, the likely next meeting, and what would change its state.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// "meets every 15 days (13 to 17); it has been 41. Fewer than 1 in 100 pairs this regular are silent that long".
Message rhythm(const Pair& pair);
/// When the next meeting is, or is likely to be.
Message expected(const Pair& pair);
/// What time alone would change: the next state and its day.
Line if_nothing_is_entered(const Pair& pair);
/// "3 of the last 8 dates were not kept; ...": beside what chance brings. Empty when all were kept.
Message beside_chance(const Pair& pair);
/// What would change the state: time alone, and what the two could do, each found by trying it on the model.
Block outlook(const Pair& pair);

}  // namespace mentor
