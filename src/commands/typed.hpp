// Entries as people type them: "Ada: read the guide due:+2w".
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "journal/wish.hpp"

namespace mentor {

/// An action: whose it is, what is to be done, and `due:` and `goal:` at its end; without a name it is the mentee's. A Failure when the name
/// is neither of the two, or a day is none.
NewRecord typed_action(std::string_view words, const Relationship& relationship, const Programme& programme, Date today);

/// Feedback: `mentee: more time on design`; without a name it is from both.
NewRecord typed_feedback(std::string_view words, const Relationship& relationship, const Programme& programme);

/// What is said of one side: `mentee: lead the review` is the side and its words. A Failure when no side is named.
std::pair<std::string, std::string> typed_per_party(std::string_view words, std::string_view flag, const Relationship& relationship, const Programme& programme);

/// The meeting with names in its actions made the parties that they mean; boxes with nothing behind them are left out.
NewRecord with_owners(NewRecord meeting, const Relationship& relationship, const Programme& programme);

/// The wishes to have the meeting in the journal: a date that was announced becomes what came of it; else it is one entry more.
std::vector<Wish> meeting_wishes(NewRecord meeting, const Relationship& relationship);

}  // namespace mentor
