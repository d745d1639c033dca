// The settings in force, each as a line that may stand in mentor.yaml, and where it comes from.
#include <fmt/format.h>

#include <algorithm>

#include "base/encode.hpp"
#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "base/wrap.hpp"
#include "commands/command.hpp"
#include "commands/topics.hpp"
#include "journal/respelled.hpp"
#include "journal/yaml_spelling.hpp"
#include "rules/method.hpp"
#include "rules/settings.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};
constexpr Flag kFlags[] = {
    {"show-origin", 0, "", "Say behind each setting where it comes from: what is built in, or which line of mentor.yaml.", Choices::none}};
constexpr std::size_t kColumns = 80;

/// A key and its value, and what is said behind it.
struct Setting {
  std::string key, value, origin;
};

std::string line_of_settings(std::uint32_t line) { return fmt::format("mentor.yaml:{}", line); }

bool is_asked(const Brief& brief, std::string_view name) {
  const std::vector<std::string>& names = brief.request.names;
  return names.empty() || std::ranges::find(names, name) != names.end();
}

bool is_asked(const Brief& brief, const Rule& rule) { return is_asked(brief, kSigns) || is_asked(brief, rule.id); }

std::string origin_of(const Settings& settings, const Limit& limit) {
  const std::string built_in = fmt::format("built in ({})", name(limit.origin));
  const Settings::Choice* const choice = settings.origin(limit);
  return choice == nullptr ? built_in : fmt::format("{}; {} is {}", line_of_settings(choice->line), limit.value, built_in);
}

std::string_view severity_in_force(const Settings::Choice* choice, const Rule& rule) {
  if (choice != nullptr && choice->is_off) return "off";
  return name(choice != nullptr && choice->has_severity ? choice->severity : rule.severity);
}

bool sets_severity(const Settings::Choice* choice) { return choice != nullptr && (choice->is_off || choice->has_severity); }

std::string origin_of_severity(const Settings::Choice* choice, const Rule& rule) {
  return sets_severity(choice) ? fmt::format("{}; {} is built in", line_of_settings(choice->line), name(rule.severity)) : "built in";
}

/// What a rule is told: its severity where the folder sets it, for otherwise a finding may be graver or lighter by itself; its limits.
std::vector<Setting> settings_of(const Brief& brief, const Rule& rule) {
  std::vector<Setting> out;
  const Settings::Choice* const choice = brief.settings.choice(rule);
  if (sets_severity(choice)) out.push_back({"severity", std::string(severity_in_force(choice, rule)), origin_of_severity(choice, rule)});
  for (const Limit& limit : rule.limits)
    out.push_back({std::string(limit.key), fmt::format("{}", brief.settings.value(limit)), origin_of(brief.settings, limit)});
  return out;
}

/// The record that the folder gives for a key, with the built-in values of what it leaves out.
NewRecord in_force(const Field& field, const Programme& programme) {
  if (field.record == &kinds::false_alarms) {
    NewRecord out = respelled(*field.record, programme.false_alarms);
    const Budgets allowed = budgets(programme);
    out.values.clear();
    out.put("stalled", fmt::format("{}", allowed.stalled));
    out.put("drifting", fmt::format("{}", allowed.drifting));
    return out;
  }
  NewRecord out = respelled(kinds::defaults, programme.defaults);
  if (programme.defaults.journal_delay.value < 0) out.put("journal-delay", std::to_string(method::kDelayDays));
  return out;
}

bool has_built_in(const Field& field) { return field.record == &kinds::false_alarms || field.record == &kinds::defaults; }

/// What a key of mentor.yaml says; nothing when it is not set and nothing is built in.
NewValue value_of(const Field& field, const Programme& programme) {
  if (has_built_in(field)) return {&field, {}, {}, {}, {in_force(field, programme)}};
  NewRecord all = respelled(kinds::programme, programme);
  const NewValue* const found = all.find(field.name);
  return found == nullptr ? NewValue{&field} : *found;
}

/// Where a key is set; empty when it is not.
std::string origin_of(const Field& field, const Programme& programme) {
  const void* const member = field.member(const_cast<Programme*>(&programme));
  const Record* record = nullptr;
  if (field.shape == Shape::record) record = static_cast<const Record*>(member);
  if (field.shape == Shape::records && field.size(member) > 0) record = static_cast<const Record*>(field.at(member, 0));
  if (record != nullptr) return record->recorded() ? line_of_settings(record->place.line) : std::string{};
  return value_of(field, programme).says_nothing() ? "" : "mentor.yaml";
}

/// Writes the settings as YAML.
class Page {
 public:
  explicit Page(const Brief& brief) : brief_(brief), shows_origin_(brief.request.has("show-origin")) {}

  std::string write() {
    for (const Field& field : kinds::programme.fields) {
      if (field.shape == Shape::signs)
        write_rules();
      else if (is_asked(brief_, field.name))
        write_key(field);
    }
    return std::move(out_);
  }

 private:
  void add(std::string_view yaml, std::string_view remark = {}) {
    encode::terminal(out_, Text{yaml});
    if (!remark.empty()) out_.append("  # ").append(remark);
    out_ += '\n';
  }

  /// A comment over as many lines as it needs.
  void remark(std::string_view indent, std::string_view text) {
    const std::string begin = std::string(indent) + "# ";
    const std::string wrapped = wrap(text, kColumns - begin.size(), 0);
    for (std::size_t at = 0; at < wrapped.size();) {
      const std::size_t end = std::min(wrapped.find('\n', at), wrapped.size());
      add(begin + wrapped.substr(at, end - at));
      at = end + 1;
    }
  }

  void write_key(const Field& field) {
    const NewValue value = value_of(field, *brief_.programme);
    if (value.says_nothing()) return remark("", fmt::format("{}: not set. {}", field.name, field.meaning));
    if (shows_origin_) {
      const std::string origin = origin_of(field, *brief_.programme);
      const std::string rest = has_built_in(field) ? origin.empty() ? "built in (judgement)" : origin + "; what it leaves out is built in" : origin;
      remark("", fmt::format("{}: {}", field.name, rest));
    }
    std::string_view text = value_text_ = fmt::format("{}:{}", field.name, yaml::block(value, 0, {}));
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      add(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (field.record == &kinds::defaults) write_unset_defaults();
  }

  /// What is assumed where a default is not set depends on the pair, and cannot be written as a value.
  void write_unset_defaults() {
    const Defaults& set = brief_.programme->defaults;
    if (set.cadence.empty())
      remark("  ", fmt::format("cadence: not set; a pair without one is held against its own gaps, at first {}", days(method::kDefaultCadenceDays)));
    if (set.grace.value < 0)
      remark("  ", fmt::format("grace: not set; {}, or {:g} of the rhythm where that is less", days(method::kGraceDays), method::kGraceCadences));
  }

  void write_rules() {
    bool any = false;
    for (const Rule* const rule : all_rules()) {
      if (!is_asked(brief_, *rule)) continue;
      if (!any) add(fmt::format("{}:", kSigns));
      any = true;
      write_rule(*rule);
    }
  }

  void write_rule(const Rule& rule) {
    const std::vector<Setting> settings = settings_of(brief_, rule);
    const Settings::Choice* const choice = brief_.settings.choice(rule);
    const std::string severity = sets_severity(choice) ? std::string{} : std::string(name(rule.severity));
    std::string flow;
    for (const Setting& each : settings) flow += fmt::format("{}{}: {}", flow.empty() ? "" : ", ", each.key, each.value);
    const std::string line = fmt::format("  {}: {{{}}}", rule.id, flow);
    if (settings.empty()) return add(line, shows_origin_ ? severity + ", built in" : severity);
    if (!shows_origin_ && line.size() + severity.size() + 4 <= kColumns) return add(line, severity);
    add(fmt::format("  {}:", rule.id), severity.empty() ? "" : shows_origin_ ? severity + ", built in" : severity);
    for (const Setting& each : settings) add(fmt::format("    {}: {}", each.key, each.value), shows_origin_ ? each.origin : "");
  }

  const Brief& brief_;
  bool shows_origin_;
  std::string out_, value_text_;
};

Section section_of(const Brief& brief, const Rule& rule) {
  const Settings::Choice* const choice = brief.settings.choice(rule);
  Section section;
  section.id = rule.id;
  section.facts = {
      {"kind", "", std::string_view("rule")}, {"severity", "", severity_in_force(choice, rule)}, {"origin", "", say("{}", origin_of_severity(choice, rule))}};
  Block limits{"limits", "", {}, Layout::bullets};
  for (const Limit& limit : rule.limits) {
    Line& line = limits.lines.emplace_back();
    line.text = say("{}", limit.meaning);
    line.facts = {{"key", "", limit.key},
                  {"value", "", brief.settings.value(limit)},
                  {"unit", "", limit.unit},
                  {"built_in", "", limit.value},
                  {"origin", "", say("{}", origin_of(brief.settings, limit))}};
  }
  section.blocks.push_back(std::move(limits));
  return section;
}

Section section_of(const Brief& brief, const Field& field) {
  const NewValue value = value_of(field, *brief.programme);
  const std::string origin = origin_of(field, *brief.programme);
  Section section;
  section.id = field.name;
  section.facts = {{"kind", "", std::string_view("key")},
                   {"yaml", "", value.says_nothing() ? Message{} : say("{}", Text{yaml::flow(value, {})})},
                   {"origin", "",
                    !origin.empty()       ? say("{}", origin)
                    : has_built_in(field) ? say("built in")
                                          : Message{}}};
  return section;
}

void require_known(const Brief& brief) {
  const std::vector<std::string_view> known = setting_names();
  for (const std::string& asked : brief.request.names) {
    if (std::ranges::find(known, asked) != known.end()) continue;
    const std::string_view meant = nearest(asked, known);
    throw Failure{say("there is no setting `{}`", Text{asked}), meant.empty() ? say("`mentor config` lists them") : say("did you mean `{}`?", meant)};
  }
}

Output run(Brief& brief) {
  require_known(brief);
  if (brief.request.format->name != "json") return Page{brief}.write();
  Written out;
  out.report.schema = "mentor.settings/1";
  out.report.group = "settings";
  out.report.today = brief.today;
  for (const Field& field : kinds::programme.fields) {
    if (field.shape != Shape::signs) {
      if (is_asked(brief, field.name)) out.sections.push_back(section_of(brief, field));
      continue;
    }
    for (const Rule* const rule : all_rules())
      if (is_asked(brief, *rule)) out.sections.push_back(section_of(brief, *rule));
  }
  return out;
}

}  // namespace

extern constinit const Command config_command;
constinit const Command config_command = {
    .name = "config",
    .summary = "The settings in force, and where each comes from",
    .details =
        "Prints what mentor.yaml sets and what is built in, rules with their limits, as YAML: any line may be copied into mentor.yaml, and the whole page is a "
        "mentor.yaml that sets what is in force now. Behind a rule stands its built-in severity; a finding may be graver or lighter than that as long as no "
        "severity is set. With names it prints these alone: rules, or keys of mentor.yaml.",
    .examples = "mentor config\nmentor config --show-origin\nmentor config no-shows false-alarms\nmentor config --format json",
    .names = Names::settings,
    .needs = CommandNeeds::settings,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
