// Made-up pairs, each from a seed of its own: entries with the days on which they became known, spelled as a journal in several ways that
// ought to mean the same.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.hpp"

namespace mentor::made {

/// One entry of the journal: its line, and the day from which it is known.
struct MadeEntry {
  std::string section;
  Date day, known;
  std::string_view status;
  Party by{};
  int mentor_pulse = 0, mentee_pulse = 0, minutes = 0;
  /// Of a pause its end, of a contact its answer, of a goal the day it was settled, of a meeting's action the day it was done.
  Date until;
  /// Of a meeting the day its action is due; false without one. The same action stands in the next meeting again.
  Date due = {};
  bool is_carried = false;
};

struct MadePair {
  Date started;
  int cadence = 14;
  std::vector<MadeEntry> entries;
};

MadePair make_pair(unsigned seed);

struct Spelling {
  /// Only what was known on this day; everything when false.
  Date known_by = {};
  int shift_days = 0;
  bool swap_roles = false, reverse = false, split_pauses = false;
  /// What is not known yet leaves an empty line, so that all else stays where it is.
  bool keep_lines = false;
};

/// The pair in YAML.
std::string journal(const MadePair& pair, const Spelling& how);

}  // namespace mentor::made
