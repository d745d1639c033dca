// What holds for all relationships of a folder, as plain values: `mentor.yaml`, and the question sets. Of one relationship: journal.hpp.
#pragma once
#include <vector>

#include "journal/journal.hpp"

namespace mentor {

/// One question, or a statement to rate.
struct Question : Record {
  Text id, text;
  Party for_whom{};
  Text area, source;
  AnswerKind answer{};
  /// It may be left out without a word: not everybody wants to talk about it.
  YesNo optional{};
};

/// Questions that belong together, in their order.
struct QuestionSet : Record {
  Text name, title, purpose, source;
  AnswerKind answer{};
  /// Its answers stay with whoever gives them.
  YesNo self_check{};
  /// Rules, states and phases that call for it.
  std::vector<Text> when;
  std::vector<Question> questions;
};

/// A relationship's defaults, as the programme sets them.
struct Defaults : Record {
  std::vector<CadenceStep> cadence;
  Duration length;
  Count grace, journal_delay;
};

/// What the user asks of one rule: `off`, a severity, or limits by name.
struct Sign : Record {
  Text rule, setting;
  std::vector<Entry> limits;
};

/// False alarms per 100 healthy pair-years that are allowed at most.
struct FalseAlarms : Record {
  Count stalled, drifting;
};

/// What the programme's own relationships told when they were counted. Shares are of 100.
struct Counted : Record {
  Date date;
  Count relationships;
  YesNo used{};
  std::vector<Holiday> quiet_weeks;
  Count ended_early;
  Count loose_rhythm, fair_rhythm, steady_rhythm, strict_rhythm;
  Count kept, agenda, feedback, actions_done;
};

struct ReportSettings : Record {
  Count minimum_group;
  YesNo redact{};
};

/// The programme: what `mentor.yaml` says.
struct Programme : Record {
  Text programme;
  Person coordinator;
  Defaults defaults;
  std::vector<Holiday> holidays;
  std::vector<Sign> signs;
  FalseAlarms false_alarms;
  Counted counted;
  PhaseWords phases{};
  std::vector<Text> exclude;
  std::vector<Entry> aliases;
  Text questions;
  ReportSettings report;
};

}  // namespace mentor
