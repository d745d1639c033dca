// The method in words: how a stall is found, and in which order the states are tried. Every figure is taken from method.hpp or from the
// levels in force, so that what is said is what is done.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "rules/state.hpp"

namespace mentor {

/// One step on the way to a state: the first that holds decides.
struct StateStep {
  Assessment::Ground ground;
  State state;
  /// What must hold, as a clause: "the closing is noted".
  std::string holds;
};

/// The steps in the order in which Replay tries them; the last one always holds.
std::vector<StateStep> state_steps(const Levels& levels);

/// A heading and paragraphs.
struct MethodPart {
  std::string_view heading;
  std::vector<std::string> paragraphs;
};

inline constexpr std::string_view kMethodTitle = "How a stall is found";

/// How a stall is found, for a reader who wants to judge the verdicts: what is read, the clock, both sums, the levels, small samples, and
/// what cannot be known.
std::vector<MethodPart> method_in_words(const Programme& programme);

}  // namespace mentor
