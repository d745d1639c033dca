#include "rules/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "journal/values.hpp"

namespace mentor {

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

namespace {

Message did_you_mean(Text word, const std::vector<std::string_view>& known, std::string_view otherwise) {
  const std::string_view meant = nearest(word.raw(), known);
  return meant.empty() ? say("{}", otherwise) : say("did you mean `{}`?", meant);
}

/// What is wrong with a limit as it was set.
struct Fault {
  const ProblemKind* kind;
  Text where;
  Message message, repair;
};

/// Sets a limit of the rule of `choice`, or gives what is wrong. `known` are keys that could be meant besides.
std::optional<Fault> set_limit(Settings::Choice& choice, Text key, Text value, std::vector<std::string_view> known) {
  const Rule& rule = *choice.rule;
  for (const Limit& limit : rule.limits) {
    known.push_back(limit.key);
    if (limit.key != key.raw()) continue;
    double number = 0;
    const std::string_view text = value.raw();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !(number >= 0) || number > 100000)
      return Fault{&problems::out_of_range, value, say("`{}` of `{}` takes a number from 0; `{}` is none", limit.key, rule.id, value),
                   say("it is {:g} by default: {}", limit.value, limit.meaning)};
    choice.limits.emplace_back(&limit, number);
    return {};
  }
  const std::string has = known.empty() ? "it has none" : fmt::format("it has: {}", fmt::join(known, ", "));
  return Fault{&problems::unknown_key, key, say("`{}` has no limit `{}`", rule.id, key), did_you_mean(key, known, has)};
}

/// Sets one of the numbers of false alarms that are allowed.
void set_budget(Text key, Text value, FalseAlarms& false_alarms) {
  if (key.raw() != "stalled" && key.raw() != "drifting") throw Failure{say("`false-alarms` has no limit `{}`", key), say("it has: stalled, drifting")};
  const int count = read_count(value.raw());
  if (count < 1)
    throw Failure{say("`{}` of `false-alarms` takes a whole number from 1; `{}` is none", key, value), say("it counts wrong alarms a year in 100 pairs")};
  (key.raw() == "stalled" ? false_alarms.stalled : false_alarms.drifting).value = count;
}

/// Turns one entry of `signs:` into a choice.
class SettingsReader {
 public:
  SettingsReader(const Source& source, Problems& problems) : source_(source), problems_(problems) {}

  void read(const Sign& sign, Settings& settings) {
    const Rule* const rule = find_rule(sign.rule.raw());
    if (rule == nullptr) return report(sign, sign.rule, problems::unknown_key, say("there is no rule `{}`", sign.rule), rule_meant(sign.rule));
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
    if (const std::optional<Fault> fault = set_limit(choice, item.key, item.value, {"severity"}))
      report(sign, fault->where, *fault->kind, fault->message, fault->repair);
  }

  void report(const Sign& sign, Text where, const ProblemKind& kind, Message message, Message repair) {
    problems_.push_back(problem_at(kind, source_, span_of(source_, where, {sign.place.offset, sign.place.offset + 1}), std::move(message), std::move(repair)));
  }

  const Source& source_;
  Problems& problems_;
};

}  // namespace

void set_limits(const std::vector<std::string>& asked, Settings& settings, FalseAlarms& false_alarms) {
  for (const std::string_view each : asked) {
    const std::size_t dot = each.find('.'), equals = each.find('=');
    if (equals == std::string_view::npos || dot > equals)
      throw Failure{say("`{}` does not say which limit is to be what", Text{each}), say("write RULE.LIMIT=VALUE: --set cancellations.count=3")};
    const Text name{each.substr(0, dot)}, key{each.substr(dot + 1, equals - dot - 1)}, value{each.substr(equals + 1)};
    if (name.raw() == "false-alarms") {
      set_budget(key, value, false_alarms);
      continue;
    }
    const Rule* const rule = find_rule(name.raw());
    if (rule == nullptr) throw Failure{say("there is no rule `{}`", name), rule_meant(name)};
    const Settings::Choice* const own = settings.choice(*rule);
    Settings::Choice choice = own == nullptr ? Settings::Choice{} : *own;
    choice.rule = rule;
    choice.limits.clear();
    choice.line = 0;
    if (const std::optional<Fault> fault = set_limit(choice, key, value, {})) throw Failure{fault->message, fault->repair};
    settings.choices.insert(settings.choices.begin(), std::move(choice));
  }
}

Message rule_meant(Text name) {
  std::vector<std::string_view> known;
  for (const Rule* const rule : all_rules()) known.push_back(rule->id);
  return did_you_mean(name, known, "`mentor explain` lists the rules");
}

Settings read_settings(const Programme& programme, const Source& source, Problems& problems) {
  Settings settings;
  SettingsReader reader{source, problems};
  for (const Sign& sign : programme.signs) reader.read(sign, settings);
  return settings;
}

}  // namespace mentor
