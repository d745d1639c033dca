// The plan to regain momentum: which of the known steps the signs of a relationship ask for, in the order of the sources, why each was
// chosen, who does it, and whether the journal shows that it was done.
//
// To add a step: a row in the table of revival.cpp.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "rules/check.hpp"

namespace mentor {

/// Steps come in groups, each from one way of looking at a stall.
enum class RevivalPath : std::uint8_t {
  renew,       // ask, re-examine, reorder, recommit
  energy,      // drive, process, growth, stretch, presence
  disconnect,  // the walk through a moment in which the contact broke
  decide,      // other terms, a second chance, a third person, an end
};

struct RevivalStepWords {
  std::string_view id, title;
  /// What to do, in a few sentences.
  std::string_view how;
  /// Rows of the requirements.
  std::string_view source;
  RevivalPath path{};
  Party who{};
  /// Names of rules, one behind the other with a blank between; any of them asks for the step.
  std::string_view signs;
  /// It belongs to every plan for a pair that has stopped.
  bool always_when_stopped = false;
};

/// One step of a plan.
struct RevivalStep {
  const RevivalStepWords* words = nullptr;
  /// The findings that ask for it; empty when the state alone does.
  std::vector<const Finding*> because;
  /// When the journal shows that it was done, and where; false when it does not.
  Date done;
  Place done_place;
  /// What is done of it, or is still missing.
  Message standing;
};

struct RevivalPlan {
  /// Since when the trouble lasts: what was done before does not count.
  Date since;
  std::vector<RevivalStep> steps;
  /// The rules whose signs a recommitment should name as habits.
  std::vector<const Rule*> habits;

  /// The first step that is not done; null when all are, or there are none.
  const RevivalStep* next() const;
};

std::span<const RevivalStepWords> revival_steps();

/// Deterministic: the same journal, day and settings give the same plan. Confidential matters take no part in it.
RevivalPlan revival_plan(const Case& subject, const Checked& checked);

/// One part of the walk through a moment of disconnect (requirements M2), and what is noted of it.
struct DisconnectPart {
  std::string_view title, question;
  /// Empty when nothing is noted.
  Message noted;
};
/// The seven parts, in order.
std::vector<DisconnectPart> disconnect_walk(const Relationship& relationship, const Disconnect& disconnect);
/// The last moment of disconnect that is known and has no action yet; null when there is none.
const Disconnect* open_disconnect(const Relationship& relationship, Date today);

}  // namespace mentor
