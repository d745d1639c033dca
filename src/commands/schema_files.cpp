// The schemas of what the files say and what is entered into them: export and the model behind it (report/model_json.cpp), read, import,
// entries, new files.
#include <algorithm>

#include "commands/schema_report.hpp"
#include "journal/vocabulary.hpp"

namespace mentor {
namespace {

using namespace shape;

std::string underscored(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '-', '_');
  std::ranges::replace(out, ' ', '_');
  return out;
}

/// A list that tells "none" from "not recorded" is null in the latter case.
std::string records_schema(const Field& field) {
  const std::string list = list_of(reference(underscored(field.record->name)));
  return field.mark_recorded != nullptr ? or_null(list) : list;
}

std::string value_schema(const Field& field) {
  switch (field.shape) {
    case Shape::text:
      return std::string(kTextOrNull);
    case Shape::texts:
      return std::string(kTexts);
    case Shape::date:
    case Shape::tick:
      return std::string(kDayOrNull);
    case Shape::dates:
      return list_of(kDay);
    case Shape::party:
      return word_of<Party>(true);
    case Shape::parties:
      return list_of(kParty);
    case Shape::word:
      return one_of(field.words, true);
    case Shape::words:
      return list_of(one_of(field.words));
    case Shape::count:
    case Shape::duration:
    case Shape::rhythm:
      return std::string(kCountOrNull);
    case Shape::cadence:
      return list_of(reference("cadence"));
    case Shape::person:
      return or_null(reference("person"));
    case Shape::party_texts:
      return per_party(kTextOrNull);
    case Shape::party_ratings:
    case Shape::party_ranks:
      return per_party(kCountOrNull);
    case Shape::record:
      return or_null(reference(underscored(field.record->name)));
    case Shape::records:
      return records_schema(field);
    case Shape::items:
      return list_of(reference("item"));
    default:
      return "{}";
  }
}

/// A record as the export writes it; the order is that of report/model_json.cpp.
Members exported(const Kind& kind) {
  Members out;
  if (&kind == &kinds::relationship) out.add("id", kText);
  out.add("file", kText).add("line", kLine);
  for (const Field& field : kind.fields) {
    const std::string key = underscored(field.name);
    switch (field.shape) {
      case Shape::private_text:
      case Shape::owned_text:
        break;
      case Shape::minutes:
        out.add("actual_minutes", kCountOrNull).add("planned_minutes", kCountOrNull);
        break;
      case Shape::next:
        out.add(key, kDayOrNull).add("next_time", kTimeOrNull);
        break;
      default:
        out.add(key, value_schema(field));
    }
  }
  if (&kind == &kinds::action) out.add("due_from", R"({"enum": ["written", "next-meeting", null]})").add("carried", kCount);
  if (&kind == &kinds::meeting) out.may_have("readings", list_of(kDay));
  return out;
}

void define_reached(Document& document, const Kind& kind, std::vector<const Kind*>& seen) {
  if (std::ranges::find(seen, &kind) != seen.end()) return;
  seen.push_back(&kind);
  document.define(underscored(kind.name), kind.meaning, exported(kind));
  for (const Field& field : kind.fields)
    if (field.record != nullptr) define_reached(document, *field.record, seen);
}

/// How many meetings and actions were understood.
Members understood() { return section().add("meetings", kCount).add("actions", kCount).add("without_a_day", kCount); }

void define_read_files(Document& document) {
  document.define("file", "A file, line by line.", Members{}.add("file", kText).add("lines", list_of(reference("read_line"))));
  Members line;
  line.add("line", kCount).add("last_line", kCount).add("excerpt", kTextOrNull).add("meaning", kText).add("found", kTextOrNull);
  line.add("values", R"({"type": "object", "additionalProperties": {"type": "string"}})").add("problems", kTexts);
  document.define("read_line", "What one or more lines were taken for; line 0 is the name of the file.", line);
}

}  // namespace

std::string export_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  std::vector<const Kind*> seen;
  define_reached(document, kinds::relationship, seen);
  document.define("person", "A name, and an address where one is noted.", Members{}.add("name", kText).add("email", kTextOrNull));
  document.define("cadence", "How often the pair means to meet, from a day on.", Members{}.add("from", kDayOrNull).add("days", kCount));
  document.define("item", "A key and a value of the user's own.", Members{}.add("key", kText).add("value", kText));
  return finish_report(std::move(document));
}

std::string read_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  document.define("relationship", "How the files of one pair were understood.", understood().add("files", list_of(reference("file"))));
  define_read_files(document);
  return finish_report(std::move(document));
}

std::string import_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  document.define("relationship", "How adopted notes were understood, and the file that makes a relationship of them.",
                  understood().add("file", kText).add("written", kTruth).add("files", list_of(reference("file"))));
  define_read_files(document);
  return finish_report(std::move(document));
}

std::string entry_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  document.define("relationship", "What was entered, or would be with --dry-run, and where; nowhere when the journal said so already.",
                  section().add("file", kTextOrNull).add("line", kLineOrNull).add("written", kTruth).add("changes", list_of(reference("change"))));
  document.define("change", "A line that comes in (+) or goes out (-).", file_line());
  return finish_report(std::move(document));
}

std::string settings_schema(const Schema& schema) {
  Document document = report(schema, "settings", {"rule", "key"});
  constexpr std::string_view kSeverities[] = {"off", "info", "warning", "error"};
  document.define("rule", "A rule: its severity, where that comes from, and its limits.",
                  section().add("kind", constant("rule")).add("severity", one_of(kSeverities)).add("origin", kText).add("limits", list_of(reference("value"))));
  document.define("value", "A limit in force, its built-in value, and where it comes from.",
                  line().add("key", kText).add("value", kNumber).add("unit", kText).add("built_in", kNumber).add("origin", kText));
  document.define("key", "A key of mentor.yaml, and what it says.", section().add("kind", constant("key")).add("yaml", kTextOrNull).add("origin", kTextOrNull));
  return finish_report(std::move(document));
}

std::string files_schema(const Schema& schema) {
  Document document = report(schema, "files", {"batch"});
  document.define(
      "batch", "New files; with --dry-run the lines that they would have.",
      section().add("files", list_of(reference("file"))).may_have("lines", list_of(reference("line"))).may_have("merging", list_of(reference("advice"))));
  document.define("file", "A file, and whether it was written.", line().add("path", kText).add("written", kTruth));
  document.define("line", "A line of a file.", file_line());
  document.define("advice", "A line of text.", line());
  return finish_report(std::move(document));
}

}  // namespace mentor
