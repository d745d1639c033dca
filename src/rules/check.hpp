// Runs the rules over one relationship: the only place that passes over, silences, stamps and sorts.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

struct Checked {
  Findings findings;
  /// What was noted in confidence: for its author's own eyes, on their own request; never shown, counted or weighed with the others.
  Findings in_confidence;
  /// Rules that the journal gives nothing to judge by.
  std::vector<const Rule*> not_judged;
};

Checked check(const Case& subject);

/// The settings that `signs:` of mentor.yaml asks for; unknown rules and limits are problems.
Settings read_settings(const Programme& programme, const Source& source, Problems& problems);

/// The same finding has the same fingerprint in every run: a hash of rule, relationship and subject.
std::string fingerprint(const Finding& finding, Text relationship_id);

}  // namespace mentor
