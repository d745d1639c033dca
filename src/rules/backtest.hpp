// How often the verdicts were right: the rules and states replayed over a relationship's own past, look by look, and held against what
// became of it. Truth is taken from the journal alone: the two met again, or they were silent for as long as a dormant pair is.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "rules/rule.hpp"
#include "rules/survival.hpp"

namespace mentor {

/// What became of a gap between two held meetings, or behind the last one.
enum class Outcome : std::uint8_t {
  met_again,   // the next held meeting came before the silence was long
  stopped,     // the silence became long, or a closing was noted in it although neither goals nor the agreed end were reached
  ended_well,  // closed with its goals settled or its end reached: neither right nor wrong
  undecided,   // still open today
};

struct Gap {
  /// The held meeting before it, or the start; the held meeting behind it, the closing, or today.
  Date from, to;
  Outcome outcome{};
  /// Until when an alarm counts: the day from which the silence was long, or `to`.
  Date until;
};

/// The gaps of a relationship as its journal tells them on `today`, oldest first.
std::vector<Gap> gaps(const History& history, Date today, double cadence_days);

/// What is watched: first the states, then every rule in the order of the documentation.
enum Watched : std::size_t { kStopped, kAnyAlarm, kFirstRule };

/// How one state or rule did.
struct AlarmRecord {
  /// Gaps that stopped, and that went on, in which it spoke; and how often it began to speak in the latter.
  long stops = 0, met_again = 0, alarms = 0;
  /// Of the stops: days from its first word to the day from which the silence was long.
  std::vector<int> lead_days;
};

/// Sums over relationships; the order in which they are added makes no difference.
struct Backtest {
  long relationships = 0;
  /// Gaps by Outcome.
  std::array<long, 4> by_outcome{};
  /// Calendar days in gaps after which the two met again.
  long days_met_again = 0;
  /// By Watched, kFirstRule + the rule's number.
  std::vector<AlarmRecord> watched;
  std::vector<evidence::Lifetime> lives;
  long closed = 0, faded = 0;

  void add(const Backtest& other);
};

/// Adds one relationship, judged at weekly looks up to `today`.
void add_backtest(const Case& subject, Backtest& sums);

}  // namespace mentor
