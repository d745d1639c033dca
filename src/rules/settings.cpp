#include "rules/settings.hpp"

#include <algorithm>
#include <charconv>

#include "base/nearest.hpp"

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

  void report(const Sign& sign, Text where, const ProblemKind& kind, Message message, Message repair) {
    problems_.push_back(problem_at(kind, source_, span_of(source_, where, {sign.place.offset, sign.place.offset + 1}), std::move(message), std::move(repair)));
  }

  const Source& source_;
  Problems& problems_;
};

}  // namespace

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
