// The parts of `mentor show`: how a verdict was reached, what happened when, and how the state moved.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// S1 as a column that adds up.
Block silence_ledger(const Pair& pair);
/// S2 as a column that adds up.
Block drift_ledger(const Pair& pair);
/// What the verdict does not rest on, and why.
Block not_counted(const Pair& pair);
/// What was known of the relationship on the day, by the days it tells of.
Block timeline(const Pair& pair);
/// Every state the relationship has been in, with the reason then and the entry that brought it about.
Block history_of_states(const Pair& pair);

}  // namespace mentor
