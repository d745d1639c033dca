// Topics of conversation, as rules compare them.
#pragma once
#include "base/text.hpp"

namespace mentor {

/// The same word, whatever its case.
bool is_same_topic(Text a, Text b);

/// About the person and not about a task: a rung of the conversation ladder (Clutterbuck 2007) above work, or a word that means the same.
/// Challenges stand on the ladder too, but people write them of tasks as well; they do not count.
bool is_personal(Text topic);

}  // namespace mentor
