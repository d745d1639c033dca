// Which question set a relationship calls for now, and why. What calls for a set stands in the set itself (`when:`).
#pragma once
#include "practice/questions.hpp"
#include "rules/check.hpp"

namespace mentor {

struct Calling {
  const QuestionSet* set = nullptr;
  /// Why this one, as a sentence without its full stop.
  Message reason;
};

/// A set that both sides have answered is not called for again before this; existing programmes ask for a pulse every 60 days.
inline constexpr int kAskAgainDays = 60;

/// The sets that are called for, the most urgent first and each once: by a state that asks for a talk about the relationship itself (stalled,
/// dormant, closing, too early), then by each finding in the order of the report, then by the phase and by any other state; within the same
/// occasion the programme's own come first, then the order of the documentation. Sets that both have answered lately are left out.
std::vector<Calling> callings(const QuestionSets& sets, const Case& subject, const Checked& checked);

/// The first of them; when nothing calls, the set in which both say how it is going.
Calling called_for(const QuestionSets& sets, const Case& subject, const Checked& checked);

}  // namespace mentor
