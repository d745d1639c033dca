// How what was read is written again: from the model back to the words of the vocabulary.
#pragma once
#include "journal/wish.hpp"

namespace mentor {

/// What the fields of a record say, in the order of the vocabulary; those that say nothing are left out. Knows the shapes that settings have:
/// texts, days, words, counts, lengths of time, rhythms, people, records, and the user's own items.
NewRecord respelled(const Kind& kind, const Record& record);

}  // namespace mentor
