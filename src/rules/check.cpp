#include "rules/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/fnv.hpp"
#include "base/nearest.hpp"

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

}  // namespace

std::string_view name(Origin origin) {
  switch (origin) {
    case Origin::source:
      return "source";
    case Origin::practice:
      return "practice";
    case Origin::judgement:
      return "judgement";
  }
  return "";
}

double Settings::value(const Limit& limit) const {
  for (const Choice& choice : choices)
    for (const auto& [key, value] : choice.limits)
      if (key == &limit) return value;
  return limit.value;
}

const Settings::Choice* Settings::origin(const Limit& limit) const {
  for (const Choice& choice : choices)
    for (const auto& [key, value] : choice.limits)
      if (key == &limit) return &choice;
  return nullptr;
}

const Settings::Choice* Settings::choice(const Rule& rule) const {
  const auto at = std::ranges::find(choices, &rule, &Choice::rule);
  return at == choices.end() ? nullptr : &*at;
}

Checked check(const Case& subject) {
  Checked out;
  const State state = subject.assessment.state;
  if (state == State::paused) return out;
  const Recorded recorded{subject};
  for (const Rule* const rule : all_rules()) {
    const Settings::Choice* const choice = subject.settings.choice(*rule);
    if (is_off(choice) || !is_due(rule->when, state)) continue;
    if (!recorded.has(rule->needs)) {
      if (!is_occasional(rule->needs)) out.not_judged.push_back(rule);
      continue;
    }
    const std::size_t first = out.findings.size();
    rule->check(subject, out.findings);
    for (std::size_t i = first; i < out.findings.size(); ++i) {
      Finding& finding = out.findings[i];
      finding.rule = rule;
      if (!finding.severity) finding.severity = rule->severity;
      if (choice != nullptr && choice->has_severity) finding.severity = choice->severity;
      cut_evidence(finding.evidence);
      if (finding.place.line == 0) finding.place = subject.relationship.place;
    }
  }
  part(out);
  // the gravest first; within a severity the order of the rules, which is kept
  for (Findings* const list : {&out.findings, &out.in_confidence})
    std::ranges::stable_sort(*list, [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return out;
}

std::string fingerprint(const Finding& finding, Text relationship_id) {
  std::uint64_t hash = kFnvBasis;
  for (const std::string_view part : {finding.rule->id, relationship_id.raw(), std::string_view(finding.subject)}) hash = fnv1a("\xff", fnv1a(part, hash));
  return fmt::format("{:016x}", hash);
}

namespace {

/// Turns one entry of `signs:` into a choice.
class SettingsReader {
 public:
  SettingsReader(const Source& source, Problems& problems) : source_(source), problems_(problems) {}

  void read(const Sign& sign, Settings& settings) {
    const Rule* const rule = find_rule(sign.rule.raw());
    if (rule == nullptr) {
      std::vector<std::string_view> known;
      for (const Rule* const each : all_rules()) known.push_back(each->id);
      return report(sign, sign.rule, problems::unknown_key, say("there is no rule `{}`", sign.rule),
                    did_you_mean(sign.rule, known, "`mentor explain` lists the rules"));
    }
    Settings::Choice& choice = settings.choices.emplace_back();
    choice.rule = rule;
    choice.line = sign.place.line;
    if (!sign.setting.empty()) read_setting(sign, sign.setting, choice);
    for (const Entry& item : sign.limits) read_limit(sign, item, choice);
  }

 private:
  void read_setting(const Sign& sign, Text setting, Settings::Choice& choice) {
    choice.is_off = setting.raw() == "off" || setting.raw() == "no" || setting.raw() == "false";
    if (choice.is_off) return;
    for (const auto& [word, severity] :
         {std::pair<std::string_view, Severity>{"info", Severity::info}, {"warning", Severity::warning}, {"error", Severity::error}}) {
      if (setting.raw() != word) continue;
      choice.has_severity = true;
      choice.severity = severity;
      return;
    }
    report(sign, setting, problems::not_allowed, say("`{}` cannot be set to `{}`", sign.rule, setting),
           say("write off, info, warning or error, or limits as keys of their own"));
  }

  void read_limit(const Sign& sign, const Entry& item, Settings::Choice& choice) {
    if (item.key.raw() == "severity") return read_setting(sign, item.value, choice);
    std::vector<std::string_view> known = {"severity"};
    for (const Limit& limit : choice.rule->limits) {
      known.push_back(limit.key);
      if (limit.key != item.key.raw()) continue;
      double value = 0;
      const std::string_view text = item.value.raw();
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0) || value > 100000)
        return report(sign, item.value, problems::out_of_range, say("`{}` of `{}` takes a number from 0; `{}` is none", limit.key, sign.rule, item.value),
                      say("it is {:g} {} by default", limit.value, limit.unit));
      choice.limits.emplace_back(&limit, value);
      return;
    }
    report(sign, item.key, problems::unknown_key, say("`{}` has no limit `{}`", sign.rule, item.key),
           did_you_mean(item.key, known, "`mentor explain RULE` lists its limits"));
  }

  static Message did_you_mean(Text word, const std::vector<std::string_view>& known, std::string_view otherwise) {
    const std::string_view meant = nearest(word.raw(), known);
    return meant.empty() ? say("{}", otherwise) : say("did you mean `{}`?", meant);
  }

  void report(const Sign& sign, Text where, const ProblemKind& kind, Message message, Message repair) {
    problems_.push_back(problem_at(kind, source_, span_of(source_, where, {sign.place.offset, sign.place.offset + 1}), std::move(message), std::move(repair)));
  }

  const Source& source_;
  Problems& problems_;
};

}  // namespace

Settings read_settings(const Programme& programme, const Source& source, Problems& problems) {
  Settings settings;
  SettingsReader reader{source, problems};
  for (const Sign& sign : programme.signs) reader.read(sign, settings);
  return settings;
}

}  // namespace mentor
