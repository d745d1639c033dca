// The JSON Schemas: what an editor checks a journal by, and what other programs may expect of the output.
//
// To add one: a function here, beside those of its kind (schema_journal.cpp, schema_standing.cpp, schema_files.cpp, schema_talk.cpp,
// schema_end.cpp), and its row in schema.cpp.
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
/// Of what the commands print as JSON. Keys of later versions may come in addition, so these leave room for them.
std::string check_schema(const Schema& schema);
std::string status_schema(const Schema& schema);
std::string show_schema(const Schema& schema);
std::string history_schema(const Schema& schema);
std::string read_schema(const Schema& schema);
std::string confidence_schema(const Schema& schema);
std::string remind_schema(const Schema& schema);
std::string agenda_schema(const Schema& schema);
std::string goals_schema(const Schema& schema);
std::string feedback_schema(const Schema& schema);
std::string question_sets_schema(const Schema& schema);
std::string sheets_schema(const Schema& schema);
std::string compare_schema(const Schema& schema);
std::string revive_schema(const Schema& schema);
std::string close_schema(const Schema& schema);
std::string summary_schema(const Schema& schema);
std::string backtest_schema(const Schema& schema);
std::string programme_schema(const Schema& schema);
std::string settings_schema(const Schema& schema);
std::string export_schema(const Schema& schema);
std::string entry_schema(const Schema& schema);
std::string files_schema(const Schema& schema);
std::string import_schema(const Schema& schema);

}  // namespace mentor
