// The schemas of what the JSON writers write (report/json.cpp, report/model_json.cpp). Keys of later versions may come in addition.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "commands/pretty_json.hpp"
#include "commands/schema.hpp"
#include "journal/vocabulary.hpp"
#include "rules/state.hpp"

namespace mentor {
namespace {

constexpr std::string_view kDayType = R"({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})";
constexpr std::string_view kDayOrNull = R"({"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})";
constexpr std::string_view kTimeOrNull = R"({"type": ["string", "null"], "pattern": "^[0-9]{2}:[0-9]{2}$"})";
constexpr std::string_view kText = R"({"type": "string"})";
constexpr std::string_view kTextOrNull = R"({"type": ["string", "null"]})";
constexpr std::string_view kTexts = R"({"type": "array", "items": {"type": "string"}})";
constexpr std::string_view kCount = R"({"type": "integer", "minimum": 0})";
constexpr std::string_view kCountOrNull = R"({"type": ["integer", "null"], "minimum": 0})";
constexpr std::string_view kLine = R"({"type": "integer", "minimum": 1})";
constexpr std::string_view kNumber = R"({"type": "number"})";
constexpr std::string_view kSeverity = R"({"enum": ["info", "warning", "error"]})";
constexpr std::string_view kParty = R"({"enum": ["mentor", "mentee", "both", null]})";

std::string underscored(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '-', '_');
  std::ranges::replace(out, ' ', '_');
  return out;
}

std::string list_of(std::string_view item) { return fmt::format(R"({{"type": "array", "items": {}}})", item); }
std::string reference(std::string_view name) { return fmt::format(R"({{"$ref": "#/definitions/{}"}})", name); }
std::string or_null(std::string_view schema) { return fmt::format(R"({{"anyOf": [{}, {{"type": "null"}}]}})", schema); }

template <class Words>
std::string one_of(const Words& words, bool may_be_null) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + encode::json(word);
  return R"({"enum": [)" + out + (may_be_null ? ", null]}" : "]}");
}

/// An object of which every key is always there.
class Members {
 public:
  Members& add(std::string_view key, std::string_view schema) {
    keys_.emplace_back(key);
    schemas_.emplace_back(schema);
    return *this;
  }
  /// A key that is not always there.
  Members& may_have(std::string_view key, std::string_view schema) {
    add(key, schema);
    optional_.emplace_back(key);
    return *this;
  }
  void write(PrettyJson& json) const {
    json.member("type", "object");
    std::vector<std::string_view> required;
    for (const std::string& key : keys_)
      if (std::ranges::find(optional_, key) == optional_.end()) required.push_back(key);
    json.key("required").words(required).key("properties").open('{');
    for (std::size_t i = 0; i < keys_.size(); ++i) json.key(keys_[i]).raw(schemas_[i]);
    json.close('}');
  }

 private:
  std::vector<std::string> keys_, schemas_, optional_;
};

void define(PrettyJson& json, std::string_view name, std::string_view description, const Members& members) {
  json.key(name).open('{').member("description", description);
  members.write(json);
  json.close('}');
}

PrettyJson begin(const Schema& schema, const Members& document) {
  PrettyJson json;
  json.open('{').member("$schema", "http://json-schema.org/draft-07/schema#").member("title", schema.title);
  document.write(json);
  json.key("definitions").open('{');
  return json;
}

Members head(std::string_view version) {
  Members document;
  document.add("schema", fmt::format(R"({{"const": "{}"}})", version)).add("mentor", kText).add("today", kDayType);
  return document;
}

/// Findings of rules and problems in files share a shape.
void define_findings(PrettyJson& json) {
  Members evidence, limit, finding;
  evidence.add("file", kTextOrNull).add("line", kLine).add("date", kDayOrNull).add("what", kText);
  limit.add("key", kText).add("value", kNumber).add("unit", kText).add("origin", kText);
  finding.add("rule", kText).add("severity", kSeverity).add("party", kParty).add("message", kText);
  finding.add("file", kTextOrNull).add("line", kLine).add("column", kLine);
  finding.add("evidence", list_of(reference("evidence"))).add("limit", or_null(reference("limit"))).add("repair", kTextOrNull);
  finding.add("fingerprint", R"({"type": "string", "minLength": 1})");
  define(json, "evidence", "An entry of the journal that a finding rests on.", evidence);
  define(json, "limit", "The limit that was passed; its origin is source, practice, judgement, or the place that sets it.", limit);
  define(json, "finding", "Something worth a word, or a problem in a file; the same one has the same fingerprint in every run.", finding);
}

std::vector<std::string_view> state_names() {
  std::vector<std::string_view> names;
  for (const StateWords& row : state_table()) names.push_back(row.name);
  return names;
}

void define_relationship(PrettyJson& json) {
  Members contact, silenced, relationship;
  contact.add("date", kDayType).add("file", kTextOrNull).add("line", kLine);
  relationship.add("id", kText).add("mentor", kText).add("mentee", kText).add("state", one_of(state_names(), false)).add("since", kDayOrNull);
  relationship.add("phase", one_of(Words<Phase>::list, true)).add("party", kParty);
  relationship.add("p_stopped", R"({"type": ["number", "null"], "minimum": 0, "maximum": 1})");
  relationship.add("last_contact", or_null(reference("contact"))).add("next_meeting", kDayOrNull).add("not_judged", kTexts);
  relationship.add("findings", list_of(reference("finding"))).may_have("silenced", list_of(reference("silenced")));
  relationship.may_have("own_state", one_of(state_names(), false)).may_have("own_since", kDayOrNull).may_have("newly_found", kTexts).may_have("no_longer_found", kTexts);
  silenced.add("what", kText).add("rule", kText).add("reason", kTextOrNull).add("until", kDayOrNull).add("file", kText).add("line", kLine);
  define(json, "contact", "The last held meeting or answered message.", contact);
  define(json, "silenced", "A finding that a comment or a snooze asks not to be told of; its place is where that is asked.", silenced);
  define(json, "relationship", "One pair: its state, and the findings behind it.", relationship);
}

void define_summary(PrettyJson& json) {
  Members by_state, summary;
  for (const std::string_view state : state_names()) by_state.add(std::string(state), kCount);
  summary.add("relationships", kCount).add("by_state", reference("by_state")).add("errors", kCount).add("warnings", kCount).add("infos", kCount);
  define(json, "by_state", "How many relationships are in each state.", by_state);
  define(json, "summary", "Counts of the whole run.", summary);
}

std::string per_party(std::string_view value) {
  return fmt::format(R"({{"type": "object", "required": ["mentor", "mentee"], "properties": {{"mentor": {0}, "mentee": {0}}}}})", value);
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
      return list_of(kDayType);
    case Shape::party:
      return one_of(Words<Party>::list, true);
    case Shape::parties:
      return list_of(kParty);
    case Shape::word:
      return one_of(field.words, true);
    case Shape::words:
      return list_of(one_of(field.words, false));
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
  if (&kind == &kinds::meeting) out.may_have("readings", list_of(kDayType));
  return out;
}

void define_reached(PrettyJson& json, const Kind& kind, std::vector<const Kind*>& seen) {
  if (std::ranges::find(seen, &kind) != seen.end()) return;
  seen.push_back(&kind);
  define(json, underscored(kind.name), kind.meaning, exported(kind));
  for (const Field& field : kind.fields)
    if (field.record != nullptr) define_reached(json, *field.record, seen);
}

}  // namespace

std::string check_schema(const Schema& schema) {
  Members document = head("mentor.check/1");
  document.add("relationships", list_of(reference("relationship"))).add("problems", list_of(reference("finding"))).add("summary", reference("summary"));
  PrettyJson json = begin(schema, document);
  define_relationship(json);
  define_findings(json);
  define_summary(json);
  json.close('}').close('}');
  return std::move(json).finish();
}

std::string export_schema(const Schema& schema) {
  Members document = head("mentor.export/1");
  document.add("relationships", list_of(reference("relationship"))).add("problems", list_of(reference("finding")));
  PrettyJson json = begin(schema, document);
  std::vector<const Kind*> seen;
  define_reached(json, kinds::relationship, seen);
  Members person, cadence, item;
  person.add("name", kText).add("email", kTextOrNull);
  cadence.add("from", kDayOrNull).add("days", kCount);
  item.add("key", kText).add("value", kText);
  define(json, "person", "A name, and an address where one is noted.", person);
  define(json, "cadence", "How often the pair means to meet, from a day on.", cadence);
  define(json, "item", "A key and a value of the user's own.", item);
  define_findings(json);
  json.close('}').close('}');
  return std::move(json).finish();
}

std::string feedback_schema(const Schema& schema) {
  constexpr std::string_view kSides[] = {"mentor", "mentee", "both"};
  Members document, question;
  document.add("schema", R"({"const": "mentor.feedback/1"})").add("set", kText).add("for", one_of(kSides, false));
  document.may_have("pair", kText).may_have("reason", kTextOrNull).add("questions", list_of(reference("question")));
  question.add("id", kText).add("text", kText).add("for", one_of(kSides, false)).add("area", kTextOrNull).add("source", kTextOrNull);
  PrettyJson json = begin(schema, document);
  define(json, "question", "One question, or a statement to rate.", question);
  json.close('}').close('}');
  return std::move(json).finish();
}

}  // namespace mentor
