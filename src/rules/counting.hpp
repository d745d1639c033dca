// What a programme tells about itself, by counting only: weeks in which hardly anybody met, how regular its pairs are, how many end early,
// and how often what was agreed takes place. With these figures in mentor.yaml a pair is judged by its own programme (prior.hpp).
#pragma once
#include <array>
#include <vector>

#include "rules/rule.hpp"

namespace mentor {

/// Good ones of all of a kind.
struct Share {
  long good = 0, all = 0;
};

/// What one relationship adds.
struct CountedPair {
  std::vector<Date> held;
  /// Days [from, to] between held meetings as counted for the rhythm, the available ones among them, and the cadence then.
  struct Gap {
    Date from, to;
    int available = 0;
    double cadence = 0;
  };
  std::vector<Gap> gaps;
};

/// Sums over relationships; the order in which they are added makes no difference.
struct Tally {
  std::vector<CountedPair> pairs;
  long ended_early = 0;
  /// Calendar days in which the pairs were together.
  long days = 0;
  Share kept, agenda, feedback, actions_done;

  void add(const Tally& other);
};

/// Adds one relationship as its journal tells on the day of `subject`.
void add_to_tally(const Case& subject, Tally& tally);

/// Weeks, Monday to Sunday, in which fewer than half of the expected meetings took place, joined where they touch; only weeks in which at
/// least kFewestExpected were expected by the pairs' own rates, and no more than eight in a row, for that is no break any more.
std::vector<Holiday> quiet_weeks(const Tally& tally, Date today, const std::vector<Holiday>& known);

/// The figures for mentor.yaml. Shares are shrunk towards the built-in ones, which weigh as much as kImaginaryRelationships; the shapes of
/// the rhythm come from an EM over the pairs' gaps. Sorts the pairs.
Counted count_up(Tally& tally, const Programme& programme, Date today);

}  // namespace mentor
