// The way to a good ending, as far as the journal tells: which steps are taken, which are missing or out of order, and what comes next.
#pragma once
#include <string_view>
#include <vector>

#include "journal/journal.hpp"

namespace mentor {

enum class Standing : std::uint8_t {
  done,
  begun,       // part of it is noted
  open,        // nothing is noted
  skipped,     // left out on purpose, with a reason
  missed,      // the day for it has passed
  not_needed,  // as this relationship ends, there is nothing to do
};
std::string_view name(Standing standing);

/// One step, in the order in which a good ending takes them.
struct ClosingStep {
  std::string_view id, title;
  /// Rows of the requirements.
  std::string_view source;
  Standing standing{};
  /// When it was taken, and where that is written.
  Date date;
  Place place;
  /// What is known of it, or what is missing.
  Message detail;
  /// How to do it or note it; empty when it is done.
  Message how;

  bool is_settled() const { return standing != Standing::begun && standing != Standing::open; }
};

/// Two steps that were taken in an order that leaves somebody out.
struct OutOfOrder {
  Message what;
  Date date;
  Place place;
};

struct ClosingPlan {
  std::vector<ClosingStep> steps;
  std::vector<OutOfOrder> out_of_order;
  /// The day by which the open steps are due: that of the last meeting, else the agreed end; false when neither lies ahead.
  Date by;

  /// The first step that is not settled; null when all are.
  const ClosingStep* next() const;
  std::size_t settled() const;
};

/// As known on `today`. Nothing confidential is told of: a concern that must not reach the other side counts as not noted.
ClosingPlan closing_plan(const Relationship& relationship, Date today);

/// Whether an action is still to be done on `today`.
bool is_open(const Action& action, Date today);
/// Actions of the whole relationship, each with the day it was agreed on, oldest first; the same action carried on counts once.
struct PlanItem {
  const Action* action = nullptr;
  Date agreed;
};
std::vector<PlanItem> plan_items(const Relationship& relationship, Date today);

}  // namespace mentor
