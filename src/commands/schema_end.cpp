// The schemas of what is said at an end: the steps to it, the summary, what became of what the program had said, and what a programme tells.
#include "commands/schema_report.hpp"
#include "practice/closing.hpp"

namespace mentor {

using namespace shape;

std::string close_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship"});
  Members plan = section().add("state", state()).add("settled", kCount).add("steps_in_all", kCount).add("next_step", kTextOrNull).add("by", kDayOrNull);
  document.define("relationship", "The steps to a good ending.",
                  plan.add("steps", list_of(reference("step"))).add("out_of_order", list_of(reference("disorder"))));
  std::vector<std::string_view> standings;
  for (const Standing each : {Standing::done, Standing::begun, Standing::open, Standing::skipped, Standing::missed, Standing::not_needed})
    standings.push_back(name(each));
  Members step = placed_line().add("done", kTruth).add("step", kText).add("standing", one_of(standings)).add("when", kDayOrNull);
  document.define("step", "One step: how it stands, and how to note it.", step.add("detail", kTextOrNull).add("how", kTextOrNull));
  document.define("disorder", "What happened in an order that may have left somebody out.", placed_line());
  return finish_report(std::move(document));
}

std::string summary_schema(const Schema& schema) {
  Document document = report(schema, "relationships", {"relationship", "in_numbers"});
  Members facts = section().add("state", state()).add("is_interim", kTruth).add("from", kDayOrNull).add("to", kDayOrNull).add("lasted_days", kCount);
  const std::string numbers = list_of(reference("number"));
  document.define("in_numbers", "With --for programme: numbers, and no word of the journal.", Members{facts}.add("numbers", numbers));
  Members told = facts.add("mentor", kText).add("mentee", kText).add("purpose", kTextOrNull).add("ending", list_of(reference("line")));
  told.add("goals", list_of(reference("goal"))).add("achievements", list_of(reference("line"))).add("learned", list_of(reference("learned")));
  told.add("outcomes", list_of(reference("outcome"))).add("plan", list_of(reference("plan_item"))).add("journey", list_of(reference("sign")));
  told.add("turning_points", list_of(reference("day_line"))).add("numbers", numbers).add("thanks", list_of(reference("thanks")));
  document.define("relationship", "A relationship told at its end, or on the way.", told.add("next", list_of(reference("next"))));
  document.define("line", "A line of text.", line());
  document.define("day_line", "What happened on a day.", day_line());
  document.define("goal", "A goal, how it stands, and what each side says of it.",
                  line().add("stands", kText).add("mentor", kTextOrNull).add("mentee", kTextOrNull));
  document.define("learned", "What one side learned.", day_line().add("who", kSide));
  document.define("outcome", "What came of it, and which benefit that is.", line().add("benefit", kText));
  document.define("plan_item", "An item of the plan; it has no box where it was dropped.",
                  line().may_have("done", kTruth).add("owner", kParty).add("agreed", kDayOrNull));
  document.define("sign", "A meeting (# held, x called off, ! missed, > moved), a pause (=) or a turning point (*).",
                  day_line().add("sign", one_of(std::initializer_list<std::string_view>{"#", "x", "!", ">", "=", "*"})).may_have("until", kDay));
  document.define("thanks", "Thanks, and whose they are.", day_line().add("from", kParty));
  document.define("next", "What comes next.", line().may_have("who", kSide).may_have("follow_up", kDay));
  Members number = line();
  for (const std::string_view key : {"meetings_held",
                                     "meetings_due",
                                     "minutes",
                                     "timed_meetings",
                                     "mean_gap_days",
                                     "longest_gap_days",
                                     "called_off_by_mentor",
                                     "called_off_by_mentee",
                                     "missed_by_mentor",
                                     "missed_by_mentee",
                                     "outside",
                                     "moved",
                                     "goals_met",
                                     "goals",
                                     "actions_done_by_mentor",
                                     "actions_of_mentor",
                                     "actions_done_by_mentee",
                                     "actions_of_mentee",
                                     "feedback_by_mentor",
                                     "feedback_by_mentee",
                                     "introductions"})
    number.may_have(key, kNumber);
  document.define("number", "A number or two that belong together, each under its key; what there is none of is left out.", number);
  return finish_report(std::move(document));
}

std::string backtest_schema(const Schema& schema) {
  Document document = report(schema, "parts", {"journal", "states", "budget", "rules", "survival"});
  const auto part = [](std::string_view id) { return Members{}.add("id", constant(id)); };
  Members journal = part("journal").add("relationships", kCount).add("met_again", kCount).add("pair_years", kNumber);
  document.define("journal", "What the gaps between meetings became.", journal.add("stopped", kCount).add("ended_well", kCount).add("undecided", kCount));
  document.define("states", "How often the states were right.",
                  part("states").add("precision", kShareOrNull).add("found", list_of(reference("record"))).add("confusion", list_of(reference("said"))));
  document.define("budget", "False alarms that are promised, and those that happened.", part("budget").add("false_alarms", list_of(reference("promise"))));
  document.define("rules", "What each rule saw.", part("rules").add("rules", list_of(reference("record"))));
  Members survival = part("survival").add("closed", kCount).add("faded", kCount).add("median_days", kCountOrNull).add("curve", list_of(reference("share")));
  document.define("survival", "How long relationships last, by Kaplan and Meier.", survival);
  Members record = line().add("stops_found", kCount).add("stops", kCount).add("lead_days", kCountOrNull).add("spoke_and_met_again", kCount);
  record.add("met_again", kCount).add("false_alarms", kCount).add("false_alarms_per_100_years", kNumberOrNull);
  document.define("record", "What was found, how early, and how often it was wrong.", record);
  document.define("said", "Gaps of which the same was said, by what became of them.", line().add("stopped", kCount).add("met_again", kCount));
  document.define("promise", "False alarms in 100 pair-years.", line().add("promised", kNumber).add("happened", kNumberOrNull).add("verdict", kText));
  document.define("share", "The share that was still going after so many months, and how many were seen that long.",
                  line().add("months", kCount).add("still_going", kShare).add("seen", kCount));
  return finish_report(std::move(document));
}

std::string programme_schema(const Schema& schema) {
  Document document = report(schema, "parts", {"programme"});
  Members programme = section().add("relationships", kCount).add("in_force", kText);
  programme.may_have("quiet_weeks", list_of(reference("weeks"))).may_have("figures", list_of(reference("figure"))).may_have("lines", list_of(reference("written")));
  document.define("programme", "What the relationships tell together; without the lists where they are too few.", programme);
  document.define("weeks", "Weeks in which hardly anybody met.", line().add("from", kDay).add("to", kDay));
  document.define("figure", "Of 100, as counted here and as built in.", line().add("counted", kCount).add("built_in", kCountOrNull));
  document.define("written", "A line for mentor.yaml.", line().add("sign", kText));
  return finish_report(std::move(document));
}

}  // namespace mentor
