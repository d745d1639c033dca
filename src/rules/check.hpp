// Runs the rules over one relationship: the only place that passes over, silences, stamps and sorts.
#pragma once
#include "rules/rule.hpp"

namespace mentor {

/// A finding that somebody asked not to be told of.
struct Silenced {
  Finding finding;
  /// Where that is asked for, and why; of a snooze until when.
  Place place;
  Text reason;
  Date until;
};

struct Checked {
  Findings findings;
  /// Not told, not counted; the state of the relationship is found as before.
  std::vector<Silenced> silenced;
  /// What was noted in confidence: for its author's own eyes, on their own request; never shown, counted or weighed with the others.
  Findings in_confidence;
  /// Rules that the journal gives nothing to judge by.
  std::vector<const Rule*> not_judged;
};

Checked check(const Case& subject);

/// What rules over all relationships are told of this one, its path aside; nothing when it is not under way.
std::optional<Enrolled> enrol(const Case& subject);

/// What these rules find, worst first.
Findings check_all(std::span<const Enrolled> enrolled, const Settings& settings);

/// Adds what is wrong with the requests for silence: a rule that does not exist, no reason, nothing to silence. `sources` are those of the
/// relationship.
void report_silence(const Case& subject, const Checked& checked, std::span<const Source> sources, Problems& problems);

/// The same finding has the same fingerprint in every run: a hash of rule, relationship and subject.
std::string fingerprint(const Finding& finding, Text relationship_id);

}  // namespace mentor
