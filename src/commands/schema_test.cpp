#include "commands/schema.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "commands/pretty_json.hpp"
#include "commands/yaml_as_json.hpp"
#include "journal/vocabulary.hpp"
#include "rules/rule.hpp"

namespace mentor {
namespace {

using Json = nlohmann::json;

Json parsed(std::string_view name) {
  for (const Schema& schema : all_schemas())
    if (schema.name == name) return Json::parse(schema.text(schema));
  return {};
}

bool describes_output(const Json& schema) { return schema["properties"].contains("schema"); }

/// Every "$ref" below `json` names a definition of the document.
void check_references(const Json& json, const Json& definitions) {
  if (json.is_object() && json.contains("$ref")) {
    const std::string target = json["$ref"];
    INFO(target);
    REQUIRE(target.starts_with("#/definitions/"));
    CHECK(definitions.contains(target.substr(std::string_view("#/definitions/").size())));
  }
  for (const Json& child : json)
    if (child.is_structured()) check_references(child, definitions);
}

void check_kind(const Json& schema, const Kind& kind) {
  INFO(std::string(kind.name));
  CHECK(schema["properties"].size() == kind.fields.size());
  CHECK(schema["additionalProperties"] == false);
  CHECK(schema["patternProperties"].contains("^x-"));
  for (const Field& field : kind.fields) {
    REQUIRE(schema["properties"].contains(std::string(field.name)));
    CHECK(schema["properties"][std::string(field.name)]["description"] == std::string(field.meaning));
  }
}

TEST_CASE("every schema is JSON Schema draft-07 whose references lead somewhere") {
  for (const Schema& schema : all_schemas()) {
    const Json json = Json::parse(schema.text(schema));
    CHECK(json["$schema"] == "http://json-schema.org/draft-07/schema#");
    CHECK(json["title"] == std::string(schema.title));
    check_references(json, json["definitions"]);
    for (const auto& definition : json["definitions"].items()) CHECK(json.dump().find("#/definitions/" + definition.key() + "\"") != std::string::npos);
    CHECK(schema.text(schema) == schema.text(schema));
  }
}

TEST_CASE("the schemas of a journal know every kind and field of the vocabulary, and no other") {
  const Json relationship = parsed("relationship"), config = parsed("config"), questions = parsed("questions");
  check_kind(relationship, kinds::relationship);
  check_kind(config, kinds::programme);
  check_kind(questions, kinds::question_set);
  for (const Kind* const kind : all_kinds()) {
    if (kind == &kinds::relationship || kind == &kinds::programme || kind == &kinds::question_set) continue;
    std::string name(kind->name);
    for (char& c : name) c = c == ' ' ? '-' : c;
    const bool in_relationship = relationship["definitions"].contains(name), in_config = config["definitions"].contains(name);
    const bool in_questions = questions["definitions"].contains(name);
    INFO(name);
    CHECK((in_relationship || in_config || in_questions));
    if (in_questions) check_kind(questions["definitions"][name], *kind);
    if (in_relationship) check_kind(relationship["definitions"][name], *kind);
    if (in_config) check_kind(config["definitions"][name], *kind);
  }
  CHECK(relationship["required"] == Json({"mentor", "mentee"}));
}

TEST_CASE("the settings know every rule and limit") {
  const Json signs = parsed("config")["properties"]["signs"];
  CHECK(signs["properties"].size() == all_rules().size());
  for (const Rule* const rule : all_rules()) {
    const Json& limits = signs["properties"][std::string(rule->id)]["anyOf"][1]["properties"];
    for (const Limit& limit : rule->limits) CHECK(limits[std::string(limit.key)]["default"] == limit.value);
  }
}

TEST_CASE("a schema of what is printed has the name that the document says, and leaves room for keys of later versions") {
  for (const Schema& schema : all_schemas()) {
    const Json json = Json::parse(schema.text(schema));
    if (!describes_output(json)) continue;
    CHECK(json["properties"]["schema"]["const"] == "mentor." + std::string(schema.name) + "/1");
    CHECK(json.dump().find("\"additionalProperties\":false") == std::string::npos);
  }
}

TEST_CASE("the contract of check is required as a whole") {
  const Json check = parsed("check");
  CHECK(check["required"] == Json({"schema", "mentor", "today", "relationships", "problems", "summary"}));
  CHECK(check["definitions"]["relationship"]["required"] ==
        Json({"id", "mentor", "mentee", "state", "since", "phase", "party", "p_stopped", "last_contact", "next_meeting", "not_judged", "findings"}));
  CHECK(check["definitions"]["finding"]["required"] ==
        Json({"rule", "severity", "party", "message", "file", "line", "column", "evidence", "limit", "repair", "fingerprint"}));
}

TEST_CASE("examples of the vocabulary become JSON") {
  CHECK(yaml_as_json("2026-01-07") == R"("2026-01-07")");
  CHECK(yaml_as_json("6") == "6");
  CHECK(yaml_as_json("007") == R"("007")");
  CHECK(yaml_as_json("{mentor: 2, mentee: 0.5}") == R"({"mentor": 2, "mentee": 0.5})");
  CHECK(yaml_as_json("[{id: review, title: Lead a design review}]") == R"([{"id": "review", "title": "Lead a design review"}])");
  CHECK(yaml_as_json("|").empty());
  for (const Kind* const kind : all_kinds())
    for (const Field& field : kind->fields)
      if (field.example != "|") CHECK_FALSE(yaml_as_json(field.example).empty());
}

TEST_CASE("pretty JSON has a member a line, and words on one") {
  PrettyJson json;
  json.open('{').key("a").open('[').open('{').close('}').text("b\"").close(']').key("c-d").words(std::vector<std::string_view>{"e", "f"}).close('}');
  CHECK(std::move(json).finish() == "{\n  \"a\": [\n    {},\n    \"b\\\"\"\n  ],\n  \"c-d\": [\"e\", \"f\"]\n}\n");
}

}  // namespace
}  // namespace mentor
