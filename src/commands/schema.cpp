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
      {"export", "What `mentor export --format json` prints", export_schema},
      {"feedback", "What `mentor feedback --set NAME --format json` prints", feedback_schema},
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
        "`check`, `export` and `feedback` describe what the commands of that name print as JSON. All are JSON Schema draft-07.",
    .examples = "mentor schema relationship > relationship.schema.json\nmentor schema check",
    .names = Names::one_schema,
    .needs = CommandNeeds::nothing,
    .flags = {},
    .formats = kFormats,
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
