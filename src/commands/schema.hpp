// The JSON Schemas: what an editor checks a journal by, and what other programs may expect of the output.
//
// To add one: a function here, its row in schema.cpp, what it describes in tests/tools/validate.py.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace mentor {

struct Schema {
  std::string_view name;
  /// One line.
  std::string_view title;
  std::string (*text)(const Schema&);
};
std::span<const Schema> all_schemas();

/// From the vocabulary: a relationship in YAML, mentor.yaml, and a programme's own question set.
std::string relationship_schema(const Schema& schema);
std::string config_schema(const Schema& schema);
std::string questions_schema(const Schema& schema);
/// From what the writers write.
std::string check_schema(const Schema& schema);
std::string export_schema(const Schema& schema);
std::string feedback_schema(const Schema& schema);

}  // namespace mentor
