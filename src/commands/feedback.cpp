// The questions for the two of a relationship: a set by name, or the one that its findings call for, with the reason.
#include "commands/feedback.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "commands/new_files.hpp"
#include "report/json_writer.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json", "markdown"};
constexpr std::string_view kSides[] = {"mentor", "mentee", "both"};

constexpr Flag kFlags[] = {
    {"set", 0, "NAME", "The question set; else the one that the findings call for.", Choices::question_sets},
    {"for", 0, "SIDE", "Whose questions: mentor, mentee or both.", Choices::none, false, kSides},
    {"area", 0, "AREA", "Only the questions of this area, such as a topic of the set `reflection`.", Choices::none},
    {"write", 0, "", "Write a sheet a voice, to be filled in; no file is written over.", Choices::none},
    {"compare", 0, "", "Both voices side by side, once both have answered.", Choices::none},
    {"seal", 0, "", "Keep one voice's answers to yourself, and note a seal that shows later that they have not changed; needs --for.", Choices::none},
    {"open", 0, "", "Open sealed answers for both to see, when the other side has answered too; needs --for.", Choices::none},
    dry_run_flag,
    template_flag,
};

std::string_view in_words(Party party) { return party == Party::mentor ? "the mentor" : party == Party::mentee ? "the mentee" : "both"; }

/// The questions that were asked for. A Failure when there are none.
std::vector<const Question*> asked_questions(const QuestionSet& set, const Request& request) {
  const Party party = asked_party(request);
  std::vector<const Question*> questions = questions_for(set, party);
  if (questions.empty()) throw Failure{say("the set `{}` has no questions for {}", set.name, in_words(party)), say("leave out --for, or choose another set")};
  const std::string_view area = request.text("area");
  if (area.empty()) return questions;
  std::vector<std::string_view> areas;
  for (const Question* const question : questions)
    if (std::ranges::find(areas, question->area.raw()) == areas.end()) areas.push_back(question->area.raw());
  std::erase_if(questions, [area](const Question* question) { return question->area != Text{area}; });
  if (!questions.empty()) return questions;
  const std::string_view meant = nearest(area, areas);
  throw Failure{say("the set `{}` has no area `{}`", set.name, Text{area}),
                meant.empty() ? say("it has: {}", Text{fmt::format("{}", fmt::join(areas, ", "))}) : say("did you mean `{}`?", Text{meant})};
}

bool has_areas(const std::vector<const Question*>& questions) {
  return std::ranges::any_of(questions, [&](const Question* question) { return question->area != questions.front()->area; });
}

std::string as_json(const QuestionSet& set, const Request& request, const Message* pair, const Message* reason) {
  std::string out;
  JsonWriter json{out};
  json.open('{');
  json.key("schema");
  json.text(std::string_view("mentor.feedback/1"));
  json.key("set");
  json.text(set.name);
  json.key("for");
  json.text(word(asked_party(request)));
  if (pair != nullptr) {
    json.key("pair");
    json.text(*pair);
    json.key("reason");
    json.text_or_null(*reason);
  }
  json.line(1);
  json.key("questions");
  json.open('[');
  for (const Question* const question : asked_questions(set, request)) {
    json.line(2);
    json.open('{');
    json.key("id");
    json.text(question->id);
    json.key("text");
    json.text(question->text);
    json.key("for");
    json.text(word(question->for_whom));
    json.key("area");
    json.text_or_null(question->area);
    json.key("source");
    json.text_or_null(source_in_words(question->source));
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return out += '\n';
}

Line line(const Question& question, Party asked, bool shows_area) {
  Line out;
  out.text = shows_area ? say("{}: {}", question.area, question.text) : say("{}", question.text);
  if (asked == Party::both && question.for_whom != Party::both) out.text = say("{} (for {})", out.text, in_words(question.for_whom));
  if (question.optional == YesNo::yes) out.text = say("{} (only if you like)", out.text);
  return out;
}

/// How it is answered, where the set's purpose does not tell.
std::string_view how_to_answer(const QuestionSet& set, const Question& question) {
  if (question.answer == set.answer && !set.purpose.empty()) return "";
  return question.answer == AnswerKind::rating ? " (1 to 5)" : question.answer == AnswerKind::now_and_wanted ? " (1 to 5, as it is and as you want it)" : "";
}

/// What a set asks, for people.
Section section(const QuestionSet& set, const Request& request) {
  const Party asked = asked_party(request);
  // a set that is put to one side alone is theirs without saying so at each question
  const Party party = asked == Party::both ? only_party(set) : asked;
  const std::vector<const Question*> questions = asked_questions(set, request);
  Section out;
  out.heading = say("{}: {}", set.name, set.title.empty() ? set.name : set.title);
  out.facts = {{"", "for", in_words(party)},
               {"", "answers", set.self_check == YesNo::yes ? FactValue{std::string_view("stay with whoever gives them")} : FactValue{}},
               {"", "from", source_in_words(set.source)}};
  out.intro = say("{}", set.purpose);
  Block block{"questions", "", {}, Layout::numbered, {}};
  for (const Question* const question : questions) {
    Line shown = line(*question, party, has_areas(questions));
    shown.text = say("{}{}", shown.text, how_to_answer(set, *question));
    block.lines.push_back(std::move(shown));
  }
  out.blocks.push_back(std::move(block));
  return out;
}

/// For one relationship: which set, and why.
FeedbackPage chosen_questions(const Pair& pair) {
  const bool is_named = pair.request.has("set");
  Calling calling = is_named ? Calling{&named_set(pair.questions, pair.request), {}} : called_for(pair.questions, pair.subject, pair.checked);
  const Text id = pair.relationship.id;
  FeedbackPage out;
  out.section = section(*calling.set, pair.request);
  out.section.heading = say("{}: {}", id, out.section.heading);
  if (!is_named) out.section.facts.insert(out.section.facts.begin(), {"", "because", calling.reason});
  if (calling.set->self_check == YesNo::yes)
    out.closing = say("`mentor feedback {} --set {} --write` makes a sheet that only its author sees.", id, calling.set->name);
  else if (const Party one = only_party(*calling.set); one != Party::both)
    out.closing = say("`mentor feedback {} --set {} --write` makes a sheet for {}, to bring to the next meeting.", id, calling.set->name, in_words(one));
  else
    out.closing = say("`mentor feedback {} --set {} --write` makes a sheet for each voice, `--compare` puts the two side by side.", id, calling.set->name);
  const Message pair_id = say("{}", id);
  out.json = as_json(*calling.set, pair.request, &pair_id, &calling.reason);
  return out;
}

/// The only one of them that was asked for; empty when none was.
std::string_view wish(const Request& request) {
  std::string_view found;
  for (const std::string_view flag : {"compare", "open", "seal", "write"}) {
    if (!request.has(flag)) continue;
    const bool is_one = found.empty() || (found == "seal" && flag == "write");
    if (!is_one) throw Failure{say("--{} and --{} cannot be asked for together", found, flag), say("do one after the other")};
    if (found.empty()) found = flag;
  }
  return found;
}

const QuestionSet& chosen_set(const Pair& pair) {
  return pair.request.has("set") ? named_set(pair.questions, pair.request) : *called_for(pair.questions, pair.subject, pair.checked).set;
}

FeedbackPage answer(const Pair& pair) {
  const std::string_view wished = wish(pair.request);
  if (wished == "compare") return compared_voices(pair);
  if (wished == "write") return written_sheets(pair, chosen_set(pair));
  if (wished.empty()) return chosen_questions(pair);
  if (!pair.request.has("set")) throw Failure{say("--{} needs to know which set", wished), say("add --set NAME")};
  if (asked_party(pair.request) == Party::both) throw Failure{say("--{} is for one voice", wished), say("add --for mentor or --for mentee")};
  return wished == "seal" ? sealed_sheet(pair, chosen_set(pair)) : opened_sheet(pair, chosen_set(pair));
}

void count(const Pair& pair, std::any& sum) { sum = answer(pair); }
void join(std::any& sum, const std::any& other) { sum = other; }

/// Every set with what it is about.
Section list(const QuestionSets& sets) {
  Section out;
  out.heading = say("Question sets");
  Block block{"sets", "", {}, Layout::table, {}};
  for (const QuestionSet* const set : sets.all()) {
    Line line;
    line.text = say("{}", set->name);
    line.facts = {{"title", "what it is about", say("{}", set->title)}, {"", "questions", static_cast<long>(set->questions.size())}};
    block.lines.push_back(std::move(line));
  }
  out.blocks.push_back(std::move(block));
  return out;
}

std::string list_as_json(const QuestionSets& sets) {
  std::string out;
  JsonWriter json{out};
  json.open('{');
  json.key("schema");
  json.text(std::string_view("mentor.question-sets/1"));
  json.line(1);
  json.key("sets");
  json.open('[');
  for (const QuestionSet* const set : sets.all()) {
    json.line(2);
    json.open('{');
    for (const auto& [key, value] : {std::pair{"set", set->name}, {"title", set->title}, {"purpose", set->purpose}}) {
      json.key(key);
      json.text_or_null(value);
    }
    json.key("questions");
    json.number(static_cast<long>(set->questions.size()));
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return out += '\n';
}

/// Without a relationship: a set, or the list of sets.
FeedbackPage without_pair(const Brief& brief) {
  if (const std::string_view wished = wish(brief.request); !wished.empty())
    throw Failure{say("--{} needs to know for whom", wished), say("write `mentor feedback PAIR --{}`", wished)};
  FeedbackPage out;
  if (brief.request.has("set")) {
    const QuestionSet& set = named_set(*brief.questions, brief.request);
    out.section = section(set, brief.request);
    out.json = as_json(set, brief.request, nullptr, nullptr);
  } else {
    out.section = list(*brief.questions);
    out.closing = say("`mentor feedback --set NAME` prints one, `mentor feedback PAIR` the one that its findings call for.");
    out.json = list_as_json(*brief.questions);
  }
  return out;
}

/// --dry-run: what would be written is shown instead.
void show_alone(Written& out) {
  Section& section = out.sections.front();
  for (Block& block : section.blocks)
    for (Line& line : block.lines)
      for (Fact& fact : line.facts)
        if (fact.key == "written") fact.value = false;
  Block lines{"lines", "Nothing was written; without --dry-run it would be", {}, Layout::verbatim};
  for (const NamedText& file : out.files) add_lines(lines, {file.path, file.text});
  section.blocks.push_back(std::move(lines));
  out.files.clear();
}

Output run(Brief& brief) {
  FeedbackPage feedback = brief.request.names.empty() ? without_pair(brief) : std::any_cast<FeedbackPage>(std::move(brief.sum));
  if (brief.request.format->name == "json" && !feedback.json.empty()) return std::move(feedback.json);
  Written out;
  out.report.schema = feedback.schema;
  out.report.group = "relationships";
  out.report.today = brief.today;
  out.report.problems = std::move(brief.problems);
  out.report.closing = std::move(feedback.closing);
  out.sections.push_back(std::move(feedback.section));
  out.files = std::move(feedback.files);
  if (brief.request.has("dry-run")) show_alone(out);
  for (NamedText& file : out.files) file.path = brief.folder + "/" + file.path;
  return out;
}

}  // namespace

const QuestionSet& named_set(const QuestionSets& sets, const Request& request) {
  const std::string_view name = request.text("set");
  if (const QuestionSet* const set = sets.find(name)) return *set;
  const std::string_view meant = nearest(name, sets.names());
  throw Failure{say("there is no question set `{}`", Text{name}), meant.empty() ? say("`mentor feedback` lists them") : say("did you mean `{}`?", Text{meant})};
}

Party asked_party(const Request& request) {
  const std::string_view side = request.text("for");
  return side == "mentor" ? Party::mentor : side == "mentee" ? Party::mentee : Party::both;
}

extern constinit const Command feedback_command;
constinit const Command feedback_command = {
    .name = "feedback",
    .summary = "Questions for the two, sheets to answer them, and both voices side by side",
    .details =
        "Without a set it chooses the one that the findings of the relationship call for, and says why; without PAIR it prints the set as it is. "
        "--write makes a sheet for each voice below `feedback/`, to be filled in with any editor; --compare shows where the two agree, where they do not, and "
        "what to talk about first, but nothing of one side before the other has answered. With --seal a voice commits itself first: its answers stay in a file "
        "of its own and only a hash goes into the journal; --open shows them when the other side has answered too, and a changed answer is seen. "
        "Answers to `rapport` and `skills` are their author's alone.",
    .examples =
        "mentor feedback ada\nmentor feedback --set health\nmentor feedback ada --set health --write\nmentor feedback ada --set health --compare\n"
        "mentor feedback ada --set health --for mentee --seal\nmentor feedback --set reflection --area rapport",
    .names = Names::maybe_pair,
    .needs = CommandNeeds::journal_if_named,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .run = run,
    .count = count,
    .join = join,
};

}  // namespace mentor
