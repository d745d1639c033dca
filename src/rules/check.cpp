#include "rules/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/fnv.hpp"
#include "base/unicode.hpp"
#include "rules/settings.hpp"

namespace mentor {
namespace {

bool is_off(const Settings::Choice* choice) { return choice != nullptr && choice->is_off; }

/// Of very much evidence the newest, with the number of what is left out.
void cut_evidence(std::vector<Evidence>& evidence) {
  constexpr std::size_t kMost = 12;
  if (evidence.size() <= kMost) return;
  std::ranges::stable_sort(evidence, {}, &Evidence::date);
  const std::size_t left_out = evidence.size() - kMost + 1;
  evidence.erase(evidence.begin() + 1, evidence.begin() + static_cast<std::ptrdiff_t>(left_out));
  evidence.front().what = say("and {} more from here on", left_out - 1);
}

/// A pair that has ended is judged by its end alone; in a pause nothing is due.
bool is_due(When when, State state) {
  if (state == State::paused) return false;
  return when == When::always || (when == When::ended) == (state == State::closed);
}

/// Moves what was noted in confidence out of what everybody sees.
void part(Checked& checked) {
  const auto is_shared = [](const Finding& finding) { return !finding.is_confidential; };
  const auto first = std::stable_partition(checked.findings.begin(), checked.findings.end(), is_shared);
  std::move(first, checked.findings.end(), std::back_inserter(checked.in_confidence));
  checked.findings.erase(first, checked.findings.end());
}

/// What the rule itself does not say of a finding, and every finding has.
void stamp(Finding& finding, const Rule& rule, const Settings::Choice* choice) {
  finding.rule = &rule;
  if (!finding.severity) finding.severity = rule.severity;
  if (choice != nullptr && choice->has_severity) finding.severity = choice->severity;
  cut_evidence(finding.evidence);
}

/// The gravest first; within a severity the order of the rules, which is kept.
void sort(Findings& findings) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
}

bool is_in_force(const Snooze& snooze, Date today) { return snooze.date && snooze.date <= today && today < snooze.until; }

/// Who asks for silence about a finding: a comment, else a snooze; a place that is nowhere when nobody does.
Silenced asked_for(const Case& subject, const Finding& finding) {
  for (const Ignore& ignore : subject.relationship.ignores)
    if (finding.rule->id == ignore.rule.raw() && (!ignore.reason.empty() || *finding.severity < Severity::error)) return {{}, ignore.place, ignore.reason, {}};
  for (const Snooze& snooze : subject.relationship.snoozes)
    if (is_in_force(snooze, subject.today) && (snooze.rule.empty() || finding.rule->id == snooze.rule.raw()))
      return {{}, snooze.place, snooze.reason, snooze.until};
  return {};
}

/// Moves what somebody asked not to be told of out of what is told. What was noted in confidence is not told anyway, and must not show
/// through here.
void silence(const Case& subject, Checked& checked) {
  if (subject.relationship.ignores.empty() && subject.relationship.snoozes.empty()) return;
  Findings told;
  for (Finding& finding : checked.findings) {
    Silenced silenced = asked_for(subject, finding);
    if (silenced.place.line == 0) {
      told.push_back(std::move(finding));
    } else {
      silenced.finding = std::move(finding);
      checked.silenced.push_back(std::move(silenced));
    }
  }
  checked.findings = std::move(told);
}

/// Whether a rule was tried on the relationship, and found nothing.
bool is_quiet(const Case& subject, const Checked& checked, const Rule& rule) {
  if (rule.check == nullptr || is_off(subject.settings.choice(rule)) || !is_due(rule.when, subject.assessment.state)) return false;
  return std::ranges::find(checked.not_judged, &rule) == checked.not_judged.end() &&
         std::ranges::find(checked.findings, &rule, &Finding::rule) == checked.findings.end() &&
         std::ranges::none_of(checked.silenced, [&rule](const Silenced& silenced) { return silenced.finding.rule == &rule; });
}

}  // namespace

Checked check(const Case& subject) {
  Checked out;
  const State state = subject.assessment.state;
  if (state == State::paused) return out;
  const Recorded recorded{subject};
  for (const Rule* const rule : all_rules()) {
    const Settings::Choice* const choice = subject.settings.choice(*rule);
    if (rule->check == nullptr || is_off(choice) || !is_due(rule->when, state)) continue;
    if (!recorded.has(rule->needs)) {
      if (!is_occasional(rule->needs)) out.not_judged.push_back(rule);
      continue;
    }
    const std::size_t first = out.findings.size();
    rule->check(subject, out.findings);
    for (std::size_t i = first; i < out.findings.size(); ++i) {
      Finding& finding = out.findings[i];
      stamp(finding, *rule, choice);
      if (finding.place.line == 0) finding.place = subject.relationship.place;
    }
  }
  part(out);
  silence(subject, out);
  for (Findings* const list : {&out.findings, &out.in_confidence}) sort(*list);
  return out;
}

std::optional<Enrolled> enrol(const Case& subject) {
  const State state = subject.assessment.state;
  if (state == State::closed || state == State::dormant || subject.history.started > subject.today) return {};
  const Relationship& r = subject.relationship;
  const std::string_view mentor = r.mentor.name.raw(), address = r.mentor.email.raw();
  Enrolled out{std::string(r.id.raw()),
               std::string(mentor.empty() ? address : mentor),
               fold_case(address.empty() ? mentor : address),
               subject.history.started,
               {},
               r.place.line};
  for (const Rule* const rule : all_rules()) {
    if (rule->check_all == nullptr) continue;
    Finding finding;
    finding.rule = rule;
    finding.severity = rule->severity;
    if (asked_for(subject, finding).place.line != 0) out.silenced.push_back(rule);
  }
  return out;
}

Findings check_all(std::span<const Enrolled> enrolled, const Settings& settings) {
  Findings out;
  for (const Rule* const rule : all_rules()) {
    const Settings::Choice* const choice = settings.choice(*rule);
    if (rule->check_all == nullptr || is_off(choice)) continue;
    const std::size_t first = out.size();
    rule->check_all(enrolled, settings, out);
    for (std::size_t i = first; i < out.size(); ++i) stamp(out[i], *rule, choice);
  }
  sort(out);
  return out;
}

void report_silence(const Case& subject, const Checked& checked, std::span<const Source> sources, Problems& problems) {
  ProblemList list{problems};
  const auto report = [&](const ProblemKind& kind, Place place, Text rule, Message message, Message repair) {
    const Source& source = sources[place.file];
    list.add(kind, source, span_of(source, rule, {place.offset, place.offset + 1}), std::move(message), std::move(repair));
  };
  const auto report_unknown = [&](Place place, Text rule) {
    report(problems::unknown_rule, place, rule, rule.empty() ? say("no rule is named") : say("there is no rule `{}`", rule), rule_meant(rule));
  };
  for (const Ignore& ignore : subject.relationship.ignores) {
    const Rule* const rule = find_rule(ignore.rule.raw());
    if (rule == nullptr)
      report_unknown(ignore.place, ignore.rule);
    else if (ignore.reason.empty())
      report(problems::ignore_without_reason, ignore.place, ignore.rule, say("nothing says why `{}` is to be silent", rule->id),
             say("write the reason behind it: mentor: ignore {} -- REASON", rule->id));
    else if (is_quiet(subject, checked, *rule))
      report(problems::unused_ignore, ignore.place, ignore.rule, say("`{}` finds nothing here", rule->id),
             say("take this comment out, or it will silence the next finding of its kind too"));
  }
  for (const Snooze& snooze : subject.relationship.snoozes)
    if (is_in_force(snooze, subject.today) && !snooze.rule.empty() && find_rule(snooze.rule.raw()) == nullptr) report_unknown(snooze.place, snooze.rule);
}

std::string fingerprint(const Finding& finding, Text relationship_id) {
  std::uint64_t hash = kFnvBasis;
  for (const std::string_view part : {finding.rule->id, relationship_id.raw(), std::string_view(finding.subject)}) hash = fnv1a("\xff", fnv1a(part, hash));
  return fmt::format("{:016x}", hash);
}

}  // namespace mentor
