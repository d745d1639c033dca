// Entries as people type them: "Ada: read the guide due:+2w".
#pragma once
#include <string_view>

#include "base/date.hpp"
#include "journal/wish.hpp"

namespace mentor {

/// An action: whose it is, what is to be done, and `due:` and `goal:` at its end; without a name it is the mentee's. A Failure when the name
/// is neither of the two, or a day is none.
NewRecord typed_action(std::string_view words, const Relationship& relationship, const Programme& programme, Date today);

/// Feedback: `mentee: more time on design`; without a name it is from both.
NewRecord typed_feedback(std::string_view words, const Relationship& relationship, const Programme& programme);

/// The meeting with names in its actions made the parties that they mean.
NewRecord with_owners(NewRecord meeting, const Relationship& relationship, const Programme& programme);

}  // namespace mentor
