// The goal review: what each goal's record asks to be talked about, in which order, and how to write down what was decided.
#include <fmt/format.h>

#include <algorithm>

#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "practice/goal_review.hpp"
#include "practice/questions.hpp"
#include "rules/ending.hpp"
#include "rules/phase.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "markdown", "html", "json"};

/// The question as the set words it; a programme whose own set has no such question leaves it at the label.
Text question_text(const Pair& pair, GoalQuestion question) {
  const QuestionSet* const set = pair.questions.find("goals");
  if (set == nullptr) return {};
  const auto at = std::ranges::find(set->questions, Text{words_of(question).id}, &Question::id);
  return at == set->questions.end() ? Text{} : at->text;
}

/// What to write below the goal so that a verdict is noted, in the spelling of its file.
Message verdict_line(const Pair& pair, const Goal& goal, std::string_view by) {
  const std::string day = iso(pair.subject.today);
  return is_markdown(pair, goal.place) ? say("`- {} {}: keep -- why`", day, by) : say("`- {{date: {}, by: {}, verdict: keep, note: why}}`", day, by);
}

Message verdict(const GoalReview* review) {
  if (review == nullptr) return say("none yet");
  return review->note.empty() ? say("{} on {}", word(review->verdict), iso(review->date))
                              : say("{} on {}: {}", word(review->verdict), iso(review->date), review->note);
}

Message progress(const ReviewedGoal& goal) {
  const std::string since = counted(goal.meetings_since, "meeting");
  if (!goal.last_progress) return say("none noted since it was set on {}; {} since then", iso(goal.facts->created), since);
  return goal.meetings_since == 0 ? say("last on {}, at the last meeting or after it", iso(goal.last_progress))
                                  : say("last on {}; {} since then", iso(goal.last_progress), since);
}

Message gaps(const std::vector<SmartGap>& list) {
  Message out;
  for (const SmartGap& gap : list) out = out.empty() ? say("not yet {}: {}", gap.word, gap.what) : say("{}; not yet {}: {}", out, gap.word, gap.what);
  return out;
}

FactValue or_null(std::string_view word) { return word.empty() ? FactValue{} : FactValue{word}; }

Line goal_line(const Pair& pair, const ReviewedGoal& reviewed) {
  const Goal& goal = reviewed.goal();
  std::vector<std::string_view> raised, missing;
  for (const RaisedQuestion& each : reviewed.raised) raised.push_back(words_of(each.question).id);
  for (const SmartGap& gap : reviewed.gaps) missing.push_back(gap.word);
  Line line{{}, title_of(goal).empty() ? say("(a goal without a name)") : say("{}", title_of(goal)), {}, mark(pair, goal.place)};
  line.facts = {
      {"id", "", say("{}", goal.id)},
      {"order", "order", reviewed.order},
      {"set", "", reviewed.facts->created},
      {"due", "", goal.due},
      {"measure", "measure", say("{}", goal.measure)},
      {"stage", "stage", or_null(word(goal.stage)), goal.stage == Stage::unset ? Message{} : say("{} (of knowing, doing, living)", word(goal.stage))},
      {"last_progress", "progress", reviewed.last_progress, progress(reviewed)},
      {"meetings_since", "", static_cast<long>(reviewed.meetings_since)},
      {"not_smart", "SMART", missing, gaps(reviewed.gaps)},
      {"verdict_mentor", "mentor", or_null(reviewed.verdict.mentor ? word(reviewed.verdict.mentor->verdict) : ""), verdict(reviewed.verdict.mentor)},
      {"verdict_mentee", "mentee", or_null(reviewed.verdict.mentee ? word(reviewed.verdict.mentee->verdict) : ""), verdict(reviewed.verdict.mentee)},
      {"asks", "", raised},
  };
  for (const RaisedQuestion& each : reviewed.raised) {
    const Text text = question_text(pair, each.question);
    const Mark place = mark(pair, each.place);
    const Message why = say("{} ({}:{})", each.why, Text{place.path}, place.line);
    line.facts.push_back({words_of(each.question).id, words_of(each.question).label, text.empty() ? why : say("{}. {}", why, text)});
  }
  if (reviewed.raised.empty()) line.facts.push_back({"", "review", say("its record raises no question now")});
  return line;
}

/// How to write down what was decided about the goals that ask something.
Block record(const Pair& pair, const GoalsReviewed& review) {
  Block block{"record", "To write down what you decide", {}, Layout::bullets};
  for (const ReviewedGoal& reviewed : review.goals) {
    const Goal& goal = reviewed.goal();
    if (reviewed.raised.empty()) continue;
    block.lines.push_back({{}, say("{}", title_of(goal)), {}, mark(pair, goal.place)});
    block.lines.back().facts = {{"mentor", "mentor", verdict_line(pair, goal, "mentor")}, {"mentee", "mentee", verdict_line(pair, goal, "mentee")}};
    block.intro = is_markdown(pair, goal.place) ? say("A line below the goal for each side, with its own verdict: keep, revise, met, drop or park. Two that "
                                                      "differ are a reason to talk, not a mistake.")
                                                : say("An entry under the goal's `reviews:` for each side, with its own verdict: keep, revise, met, drop or "
                                                      "park. Two that differ are a reason to talk, not a mistake.");
  }
  return block;
}

Message compared(const Pair& pair, const Disagreement& order) {
  const Relationship& r = pair.relationship;
  if (order.goals < 2) return say("Fewer than two goals are ranked by both, so there is no order to compare.");
  if (order.places == 0) return say("{} and {} put their {} in the same order.", r.mentor.name, r.mentee.name, counted(order.goals, "goal"));
  if (order.goals == 2) return say("{} and {} put the two goals the other way round: a good place to begin.", r.mentor.name, r.mentee.name);
  const Message far = say("`{}` lies furthest apart", title_of(*order.widest));
  return say("Of {}, {} and {} put {} the other way round; all in all the goals are {:g} places apart, of {} at most. {}: a good place to begin.",
             counted(order.order.pairs, "pair") + " of goals", r.mentor.name, r.mentee.name, order.order.opposite, order.places, order.most_places, far);
}

Block priorities(const Pair& pair, const GoalsReviewed& review) {
  Block block{"priorities", "Priorities, side by side", {}, Layout::table};
  const auto is_ranked = [](const ReviewedGoal& goal) { return goal.goal().priority.mentor.value > 0 || goal.goal().priority.mentee.value > 0; };
  if (review.goals.size() < 2 || std::ranges::none_of(review.goals, is_ranked)) return block;
  block.intro = compared(pair, review.order);
  const auto rank = [](Rank value) { return value.value > 0 ? FactValue{static_cast<long>(value.value)} : FactValue{}; };
  for (std::size_t i = 0; i < review.goals.size(); ++i) {
    const Goal& goal = review.goals[i].goal();
    block.lines.push_back({{},
                           say("{}", title_of(goal)),
                           {},
                           {},
                           Box::none,
                           {{"mentor", "mentor", rank(goal.priority.mentor)},
                            {"mentee", "mentee", rank(goal.priority.mentee)},
                            {"proposed", "proposed", static_cast<long>(i + 1)}}});
  }
  return block;
}

Block settled(const Pair& pair, const GoalsReviewed& review) {
  Block block{"settled", review.last_review.date ? "Settled since the last review" : "Settled so far", {}};
  for (const SettledGoal& each : review.settled) block.lines.push_back({each.date, say("{}: {}", title_of(*each.goal), each.what), {}, mark(pair, each.place)});
  return block;
}

Block unlinked(const Pair& pair, const GoalsReviewed& review) {
  Block block{"unlinked", "Named in no meeting yet", {}, Layout::bullets};
  if (!review.unlinked.empty()) block.intro = say("Meetings note what they were about with `goals:`; these goals do not appear there.");
  for (const Goal* const goal : review.unlinked) block.lines.push_back({{}, say("{}", title_of(*goal)), {}, mark(pair, goal->place)});
  return block;
}

Message last_review_said(const LastReview& review) {
  const std::string since = counted(review.meetings_since, "meeting");
  return review.date ? say("{}, {} ago", iso(review.date), since) : say("none noted in {}", since);
}

std::optional<Section> visit(const Pair& pair) {
  const Relationship& r = pair.relationship;
  if (pair.assessment().state == State::closed && pair.request.names.empty()) return {};
  const GoalsReviewed review = review_goals(pair.subject);
  Section section;
  section.id = id_of(r);
  section.urgency = urgency(pair);
  section.heading = say("{}: {}, goals on {}", r.id, people(r), iso(pair.subject.today));
  section.facts = {
      {"mentor", "", say("{}", r.mentor.name)},
      {"mentee", "", say("{}", r.mentee.name)},
      {"phase", "phase", or_null(word(phase_of(pair.subject).phase)), phase(pair)},
      {"purpose", "purpose", r.purpose.empty() ? FactValue{} : FactValue{say("{}", r.purpose)}},
      {"last_review", "last review", review.last_review.date, last_review_said(review.last_review)},
      {"meetings_since_review", "", static_cast<long>(review.last_review.meetings_since)},
      {"pairs_of_goals", "", static_cast<long>(review.order.order.pairs)},
      {"pairs_opposite", "", static_cast<long>(review.order.order.opposite)},
      {"places_apart", "", review.order.places},
  };
  Block goals{"goals", "Goals, in the order we propose", {}, Layout::numbered};
  for (const ReviewedGoal& goal : review.goals) goals.lines.push_back(goal_line(pair, goal));
  if (review.goals.empty())
    section.intro = Ending{r, pair.subject.today}.is_begun() ? say("No goal is open, and an end is on its way: `mentor close {}` has what belongs to it.", r.id)
                    : r.goals.empty()
                        ? say("No goal is noted yet. A purpose may come with the first talks: `mentor agenda {}` brings the questions for it.", r.id)
                        : say("No goal is open. Is there a next one, or is it time for a good ending?");
  section.blocks = {std::move(goals), priorities(pair, review), record(pair, review), settled(pair, review), unlinked(pair, review), axes_block(pair)};
  return section;
}

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.goals/1";
  report.group = "relationships";
  report.today = brief.today;
  report.problems = std::move(brief.problems);
  return report;
}

}  // namespace

extern constinit const Command goals_command;
constinit const Command goals_command = {
    .name = "goals",
    .summary = "The goal review: what each goal's record asks to be talked about",
    .details =
        "Prints for each open goal which of five questions its record raises (still valid, met, needs changed, still fits, new or revised), each with the line "
        "that raises it; what of SMART is missing; when it last moved and how many meetings ago; its stage; and the verdicts of both. Both orders of priority "
        "stand side by side with the number of pairs of goals that the two put the other way round (Kendall's distance) and the places they are apart "
        "(Spearman's footrule). The proposed order goes by the mean of the two ranks, then by the due day, then by the day the goal was set. A change of "
        "circumstances noted under `events:` opens the review again.",
    .examples = "mentor goals\nmentor goals ada\nmentor goals ada --format markdown",
    .names = Names::pairs,
    .needs = CommandNeeds::journal,
    .flags = {},
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
