// The parts of `mentor show`: how a verdict was reached, what happened when, and how the state moved.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// S1 as a column that adds up.
Block silence_ledger(const Pair& pair);
/// S2 as a column that adds up.
Block drift_ledger(const Pair& pair);
/// How long the silence is, and what of it does not count: "41 days, less 10 of breaks".
std::string silent_for(const Pair& pair);
/// Entries and days that the verdict does not rest on, and why.
Block not_counted(const Pair& pair);
/// Rules that the journal gives nothing to judge by, by what it does not note.
Block not_judged(const Pair& pair);
/// What was known of the relationship on the day, by the days it tells of.
Block timeline(const Pair& pair);
/// Every state the relationship has been in, with the reason then and the entry that brought it about.
Block history_of_states(const Pair& pair);

}  // namespace mentor
