#include "commands/schema_report.hpp"

#include "rules/state.hpp"

namespace mentor::shape {

Document report(const Schema& schema, std::string_view group, std::initializer_list<std::string_view> sections, const Members& more) {
  std::vector<std::string> shapes;
  for (const std::string_view name : sections) shapes.push_back(reference(name));
  Members root = root_of(schema);
  root.add("mentor", kText).add("today", kDay).add(group, list_of(any_of(shapes))).add("problems", list_of(reference("finding"))).append(more);
  return {schema, root};
}

std::string finish_report(Document document) {
  Members evidence, limit, finding;
  evidence.add("file", kTextOrNull).add("line", kLine).add("date", kDayOrNull).add("what", kText);
  limit.add("key", kText).add("value", kNumber).add("unit", kText).add("origin", kText);
  finding.add("rule", kText).add("severity", kSeverity).add("party", kParty).add("message", kText);
  finding.add("file", kTextOrNull).add("line", kLine).add("column", kLine);
  finding.add("evidence", list_of(reference("evidence"))).add("limit", or_null(reference("limit"))).add("repair", kTextOrNull);
  finding.add("fingerprint", R"({"type": "string", "minLength": 1})");
  document.define("evidence", "An entry of the journal that a finding rests on.", evidence);
  document.define("limit", "The limit that was passed; its origin is source, practice, judgement, or the place that sets it.", limit);
  document.define("finding", "Something worth a word, or a problem in a file; the same one has the same fingerprint in every run.", finding);
  return std::move(document).finish();
}

Members section() { return Members{}.add("id", kText); }
Members named_section() { return section().add("mentor", kText).add("mentee", kText); }

Members line() { return Members{}.add("what", kText); }
Members day_line() { return Members{}.may_have("date", kDay).append(line()); }
Members placed_line() { return line().may_have("file", kText).may_have("line", kLine); }
Members dated_line() { return Members{}.add("date", kDayOrNull).append(line()).add("figure", kNumberOrNull).add("file", kTextOrNull).add("line", kLine); }
Members file_line() { return line().add("sign", one_of(std::initializer_list<std::string_view>{"+", "-"})).add("file", kText).add("line", kLine); }

std::vector<std::string_view> state_names() {
  std::vector<std::string_view> names;
  for (const StateWords& row : state_table()) names.push_back(row.name);
  return names;
}

std::string state() { return one_of(state_names()); }
std::string phase_or_null() { return word_of<Phase>(true); }

void define_contact(Document& document) {
  document.define("contact", "The last held meeting or answered message.", Members{}.add("date", kDay).add("file", kTextOrNull).add("line", kLine));
}

void define_silenced(Document& document) {
  document.define("silenced", "A finding that a comment or a snooze asks not to be told of; its place is where that is asked.",
                  line().add("rule", kText).add("reason", kTextOrNull).add("until", kDayOrNull).add("file", kText).add("line", kLine));
}

void define_axes(Document& document) {
  document.define("axes", "How many signs of a clear purpose and of rapport there were from that day on, and whether a disconnect was open.",
                  dated_line().add("purpose", kCount).add("rapport", kCountOrNull).add("disconnect", kTruth));
}

}  // namespace mentor::shape
