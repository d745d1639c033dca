// The schemas of how relationships stand: check, status, show with its other views, and remind.
#include "commands/schema_report.hpp"

namespace mentor {
namespace {

using namespace shape;

/// What --set adds.
Members with_other_limits() {
  return Members{}.may_have("own_state", state()).may_have("own_since", kDayOrNull).may_have("newly_found", kTexts).may_have("no_longer_found", kTexts);
}

/// What check and show say of a relationship, as contract_facts() of describe.hpp has it.
Members judged() {
  Members out = named_section().add("state", state()).add("since", kDayOrNull).add("phase", phase_or_null()).add("party", kParty);
  out.add("p_stopped", kShareOrNull).add("last_contact", or_null(reference("contact"))).add("next_meeting", kDayOrNull).add("not_judged", kTexts);
  return out.add("findings", list_of(reference("finding")));
}

/// What --verbose adds.
Members with_outlook() {
  return Members{}
      .may_have("dates", kCount)
      .may_have("not_kept", kCount)
      .may_have("not_kept_by_chance", kCount)
      .may_have("outlook", list_of(reference("prospect")));
}

void define_prospect(Document& document) {
  document.define("prospect", "What would change the state: nothing entered, or an act of the two.",
                  dated_line().may_have("act", kText).may_have("leads_to", state()));
}

}  // namespace

std::string check_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"}, Members{}.add("summary", reference("summary")));
  document.define("relationship", "One pair: its state, and the findings behind it.",
                  judged().may_have("silenced", list_of(reference("silenced"))).append(with_other_limits()).append(with_outlook()));
  define_prospect(document);
  define_contact(document);
  define_silenced(document);
  Members by_state, summary;
  for (const std::string_view name : state_names()) by_state.add(name, kCount);
  summary.add("relationships", kCount).add("by_state", reference("by_state")).add("errors", kCount).add("warnings", kCount).add("infos", kCount);
  document.define("by_state", "How many relationships are in each state.", by_state);
  document.define("summary", "Counts of the whole run.", summary);
  return finish_report(std::move(document));
}

std::string status_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  Members row = section().add("state", state()).add("mentor", kText).add("mentee", kText).add("since", kDayOrNull);
  row.add("last_contact", or_null(reference("contact"))).add("next_meeting", kDayOrNull).add("cadence_days", kNumber);
  row.add("open_actions", kCount).add("overdue_actions", kCount).add("open_goals", kCount).add("meetings_held", kCount);
  row.add("phase", phase_or_null()).add("last_meetings", R"({"type": ["string", "null"], "pattern": "^[#x!>]*$"})").append(with_other_limits());
  document.define("relationship", "One pair as a row; the last meetings are # held, x called off, ! missed, > moved.", row);
  define_contact(document);
  return finish_report(std::move(document));
}

std::string show_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  const std::string lines = list_of(reference("line"));
  Members shown = judged().add("silenced", list_of(reference("silenced"))).may_have("silence", lines).may_have("drift", lines);
  shown.add("not_counted", lines).add("axes", list_of(reference("axes"))).add("outlook", list_of(reference("prospect"))).add("timeline", lines);
  document.define("relationship", "One pair in full: its state, what was counted and what not, what would change it, and what happened.", shown);
  document.define("line", "A line of the ledgers and of the timeline; the figures of a ledger add up to the last one.", dated_line());
  define_prospect(document);
  define_contact(document);
  define_silenced(document);
  define_axes(document);
  return finish_report(std::move(document));
}

std::string history_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  document.define("relationship", "How one pair's state moved.",
                  section().add("state", state()).add("since", kDayOrNull).add("history", list_of(reference("spell"))));
  document.define("spell", "A state from a day on, why, and the entry that brought it.", dated_line().add("state", state()).add("why", kText));
  return finish_report(std::move(document));
}

std::string confidence_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  document.define("relationship", "What one side noted in confidence, for their own eyes.", section().add("findings", list_of(reference("finding"))));
  return finish_report(std::move(document));
}

std::string remind_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  document.define("relationship", "What is due for one pair.", named_section().add("due", list_of(reference("reminder"))));
  document.define("reminder", "Something due: of what kind, and for whom.", dated_line().add("kind", kText).add("for", kSideOrBoth).add("person", kTextOrNull));
  return finish_report(std::move(document));
}

}  // namespace mentor
