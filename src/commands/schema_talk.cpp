// The schemas of what the two talk about: agenda, goals, revive, and the questions with what came of them.
#include "commands/schema_report.hpp"
#include "practice/agenda.hpp"
#include "practice/goal_review.hpp"

namespace mentor {
namespace {

using namespace shape;

Document begin(const Schema& schema, std::initializer_list<std::string_view> sections) { return report(schema, "relationships", sections); }

}  // namespace

std::string agenda_schema(const Schema& schema) {
  Document document = begin(schema, {"relationship", "ended"});
  const std::string items = list_of(reference("item"));
  Members agenda = named_section().add("date", kDay).add("date_agreed", kTruth).add("meeting", kText).add("minutes", kCount);
  agenda.add("phase", phase_or_null()).add("state", state());
  agenda.add("agenda", items).add("left_out", items).add("preparation", list_of(reference("preparation"))).add("note", list_of(reference("line")));
  document.define("relationship", "The agenda of one pair's next meeting, what was left for the one behind it, and what each side brings.", agenda);
  document.define("ended", "A relationship without a further meeting.", section());
  document.define("item", "What is talked about, in how many minutes; a list is there where it has points.",
                  line().add("item", kText).add("minutes", kCountOrNull).may_have("points", list_of(reference("point"))));
  Members point = placed_line().may_have("done", kTruth).add("for", kSideOrNull).add("set", kTextOrNull).add("question", kTextOrNull);
  document.define("point", "One action, question or goal, and why it is there.", point.add("because", kTextOrNull));
  document.define("preparation", "What one side brings.", line().add("for", kSide).may_have("points", list_of(reference("placed"))));
  document.define("placed", "A line, and where what it speaks of is noted.", placed_line());
  document.define("line", "A line to add to the file after the meeting.", line());
  return finish_report(std::move(document));
}

std::string goals_schema(const Schema& schema) {
  Document document = begin(schema, {"relationship"});
  Members review = named_section().add("phase", phase_or_null()).add("purpose", kTextOrNull).add("last_review", kDayOrNull);
  review.add("meetings_since_review", kCount).add("pairs_of_goals", kCount).add("pairs_opposite", kCount).add("places_apart", kNumber);
  review.add("goals", list_of(reference("goal"))).add("priorities", list_of(reference("priority"))).add("record", list_of(reference("verdict_lines")));
  review.add("settled", list_of(reference("settled"))).add("unlinked", list_of(reference("placed"))).add("axes", list_of(reference("axes")));
  document.define("relationship", "One pair's goals, and what their record asks.", review);
  std::vector<std::string_view> questions;
  for (const GoalQuestion question : {GoalQuestion::valid, GoalQuestion::met, GoalQuestion::needs_changed, GoalQuestion::still_fits, GoalQuestion::new_goal})
    questions.push_back(words_of(question).id);
  Members goal = placed_line().add("id", kTextOrNull).add("order", kTextOrNull).add("set", kDayOrNull).add("due", kDayOrNull).add("measure", kTextOrNull);
  goal.add("stage", word_of<Stage>(true)).add("last_progress", kDayOrNull).add("meetings_since", kCount).add("not_smart", kTexts);
  goal.add("verdict_mentor", word_of<Verdict>(true)).add("verdict_mentee", word_of<Verdict>(true)).add("asks", list_of(one_of(questions)));
  for (const std::string_view question : questions) goal.may_have(question, kText);
  document.define("goal", "An open goal; of each question that it asks, a key with the reason.", goal);
  document.define("priority", "A goal's rank on each side, and in the order proposed.",
                  line().add("mentor", kCountOrNull).add("mentee", kCountOrNull).add("proposed", kCount));
  document.define("verdict_lines", "What each side may write below the goal.", placed_line().add("mentor", kText).add("mentee", kText));
  document.define("settled", "A goal that was settled, or a verdict on it.", dated_line());
  document.define("placed", "A goal, and where it is noted.", placed_line());
  define_axes(document);
  return finish_report(std::move(document));
}

std::string revive_schema(const Schema& schema) {
  Document document = begin(schema, {"relationship", "letter"});
  const std::string lines = list_of(reference("line"));
  Members plan = section().add("state", state()).add("next_step", kTextOrNull).may_have("beginning", lines).may_have("steps", list_of(reference("step")));
  plan.may_have("disconnect", list_of(reference("part"))).may_have("recommitment", list_of(reference("promise")));
  for (const std::string_view block : {"note", "second_chance", "prompts"}) plan.may_have(block, lines);
  document.define("relationship", "A plan to regain momentum; without steps where nothing calls for one, or the relationship is closed.", plan);
  document.define("letter", "Words for one side alone to turn to a third person, with --confidential.",
                  section().add("facilitator", kText).add("letter", lines));
  Members step = placed_line().add("done", kTruth).add("step", kText).add("how", kText).add("why", kText).add("signs", kTexts).add("who", kText);
  step.add("tool", kTextOrNull).add("done_on", kDayOrNull).add("standing", kTextOrNull).add("source", kText);
  document.define("step", "A step of the plan, why it was chosen, and what the journal shows of it.", step);
  document.define("part", "A part of the walk through a moment of disconnect, and what is noted of it.", line().add("noted", kTextOrNull));
  document.define("promise", "A line of the promise that both make.", line().may_have("done", kTruth).may_have("habit", kText));
  document.define("line", "A line of text.", line());
  return finish_report(std::move(document));
}

std::string feedback_schema(const Schema& schema) {
  Members root = root_of(schema).add("set", kText).add("for", kSideOrBoth).may_have("pair", kText).may_have("reason", kTextOrNull);
  Document document{schema, root.add("questions", list_of(reference("question")))};
  document.define("question", "One question, or a statement to rate.",
                  Members{}.add("id", kText).add("text", kText).add("for", kSideOrBoth).add("area", kTextOrNull).add("source", kTextOrNull));
  return std::move(document).finish();
}

std::string question_sets_schema(const Schema& schema) {
  Document document{schema, root_of(schema).add("sets", list_of(reference("set")))};
  document.define("set", "A question set, and how many questions it has.",
                  Members{}.add("set", kText).add("title", kTextOrNull).add("purpose", kTextOrNull).add("questions", kCount));
  return std::move(document).finish();
}

std::string sheets_schema(const Schema& schema) {
  Document document = begin(schema, {"relationship"});
  document.define("relationship", "Sheets for one pair; with --dry-run the lines that they would have.",
                  section().add("set", kText).add("files", list_of(reference("sheet"))).may_have("lines", list_of(reference("line"))));
  document.define("sheet", "A sheet, and whether it was written now.", line().add("path", kText).add("written", kTruth));
  document.define("line", "A line of a sheet.", file_line());
  return finish_report(std::move(document));
}

std::string compare_schema(const Schema& schema) {
  Document document = begin(schema, {"compared", "waiting"});
  const Members standing = section().add("set", kText).add("mentor_answered", kDayOrNull).add("mentee_answered", kDayOrNull);
  const std::string strays = list_of(reference("stray"));
  Members compared = Members{standing}.add("rated_by_both", kCount).add("within_a_point", kCount).add("before", kDayOrNull);
  compared.add("first", list_of(reference("first"))).add("items", list_of(reference("item"))).add("words", list_of(reference("words")));
  compared.add("answered_by_one", list_of(reference("one"))).add("not_compared", strays);
  document.define("compared", "Both voices on a set that both have answered.", compared);
  document.define("waiting", "A set that one of the two has not answered: of the other nothing is shown.", Members{standing}.add("not_compared", strays));
  const auto about = [] { return line().add("id", kText); };
  Members item = about().add("area", kTextOrNull).add("mentor", kRatingOrNull).add("mentor_wanted", kRatingOrNull);
  item.add("mentee", kRatingOrNull).add("mentee_wanted", kRatingOrNull).add("apart", kCount);
  document.define("item", "The two ratings of an item, from 1 to 5, and how far they are apart.", item);
  document.define("first", "An item to talk about first.", about().add("weight", kCount).add("why", kTextOrNull));
  document.define("words", "What both wrote; a side that the question is not for has none.", about().may_have("mentor", kText).may_have("mentee", kText));
  document.define("one", "A question that one of the two has left out.", about().add("by", kSide));
  document.define("stray", "An answer that could not be put beside another.", placed_line());
  return finish_report(std::move(document));
}

}  // namespace mentor
