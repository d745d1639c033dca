// What is taken of a pair before its own notes say more: as the method has it, or as counted in the pair's own programme.
#pragma once
#include <array>

#include "journal/programme.hpp"
#include "rules/evidence.hpp"
#include "rules/method.hpp"

namespace mentor {

/// Signs of which the share of good ones is learned.
inline constexpr std::size_t kLearnedSigns = 5;

struct Prior {
  /// The chance that a pair falls silent for good in a month, without a word.
  double silent_month = method::kHazardMonth;
  /// How common each of evidence::kShapes is, as logarithms.
  std::array<double, 4> shape_logs{};
  /// In the order of SignKind.
  std::array<method::SignPrior, kLearnedSigns> signs = {method::kKept, method::kAgenda, method::kFeedback, method::kAction, method::kGoal};
};

/// Whether the programme's own counted figures are in force: they are there, not switched off, and of enough relationships.
bool has_counted(const Programme& programme);
/// The counted figures where they are in force, else those of the method. A counted share of good signs weighs as much as the one it replaces.
Prior prior_of(const Programme& programme);

/// The figures of the method in the terms of the counted ones.
Counted built_in();

/// Of 100 relationships in a year, how many end early at this chance a month of falling silent; and back.
double ended_of_100(double silent_month);
double silent_month(double ended_of_100);

}  // namespace mentor
