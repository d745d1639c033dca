// Prints a JSON Schema.
#include "commands/schema.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "commands/command.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"json"};

Output run(Brief& brief) {
  const std::string& name = brief.request.names.front();
  const auto schemas = all_schemas();
  const auto at = std::ranges::find(schemas, name, &Schema::name);
  if (at != schemas.end()) return at->text(*at);
  std::vector<std::string_view> known;
  std::string list;
  for (const Schema& schema : schemas) {
    known.push_back(schema.name);
    list += (list.empty() ? "" : ", ") + std::string(schema.name);
  }
  const std::string_view meant = nearest(name, known);
  throw Failure{say("there is no schema `{}`", Text{name}), meant.empty() ? say("it may be: {}", list) : say("did you mean `{}`?", meant)};
}

}  // namespace

std::span<const Schema> all_schemas() {
  static constexpr Schema list[] = {
      {"relationship", "A mentoring relationship in YAML", relationship_schema},
      {"config", "The programme's settings, mentor.yaml", config_schema},
      {"questions", "A question set of the programme's own", questions_schema},
      {"check", "What `mentor check --format json` prints", check_schema},
      {"status", "What `mentor status --format json` prints", status_schema},
      {"show", "What `mentor show --format json` prints", show_schema},
      {"history", "What `mentor show --history --format json` prints", history_schema},
      {"read", "What `mentor show --read --format json` prints", read_schema},
      {"confidence", "What `mentor show --in-confidence PARTY --format json` prints", confidence_schema},
      {"agenda", "What `mentor agenda --format json` prints", agenda_schema},
      {"goals", "What `mentor goals --format json` prints", goals_schema},
      {"question-sets", "What `mentor feedback --format json` prints: the list of question sets", question_sets_schema},
      {"feedback", "What `mentor feedback --set NAME --format json` prints: the questions of a set", feedback_schema},
      {"sheets", "What `mentor feedback --write --format json` prints", sheets_schema},
      {"compare", "What `mentor feedback --compare --format json` prints", compare_schema},
      {"revive", "What `mentor revive --format json` prints", revive_schema},
      {"close", "What `mentor close --format json` prints", close_schema},
      {"summary", "What `mentor summary --format json` prints", summary_schema},
      {"remind", "What `mentor remind --format json` prints", remind_schema},
      {"programme", "What `mentor programme --format json` prints", programme_schema},
      {"settings", "What `mentor config --format json` prints", settings_schema},
      {"backtest", "What `mentor backtest --format json` prints", backtest_schema},
      {"export", "What `mentor export --format json` prints", export_schema},
      {"entry", "What commands that enter something print with --format json", entry_schema},
      {"files", "What `mentor init` and `mentor new` print with --format json", files_schema},
      {"import", "What `mentor import notes --format json` prints", import_schema},
  };
  return list;
}

extern constinit const Command schema_command;
constinit const Command schema_command = {
    .name = "schema",
    .summary = "Print a JSON Schema for editors and other programs",
    .details =
        "`relationship`, `config` and `questions` describe a journal's YAML files, so that an editor completes and checks them while they are written: "
        "name the schema in the first line, as in `# yaml-language-server: $schema=relationship.schema.json`. "
        "The others describe what is printed as JSON: a document says in its first key which one it answers to, `mentor.check/1` to `mentor schema check`. "
        "Later versions may add keys, and take none away. All are JSON Schema draft-07.",
    .examples = "mentor schema relationship > relationship.schema.json\nmentor schema check",
    .names = Names::one_schema,
    .needs = CommandNeeds::nothing,
    .flags = {},
    .formats = kFormats,
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
