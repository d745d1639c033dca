#include "practice/questions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.hpp"
#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "practice/question_texts.hpp"
#include "rules/rule.hpp"
#include "rules/sources.hpp"

namespace mentor {
namespace {

constexpr std::size_t kLongestName = 40;

using File = QuestionSets::File;

/// The name of a set that is compiled in: that of its file.
std::string_view name_of_set(const QuestionText& text) {
  const std::string_view file = text.path.substr(text.path.rfind('/') + 1);
  return file.substr(0, file.rfind('.'));
}

/// What a question does not say itself, its set says.
void complete(QuestionSet& set) {
  if (set.answer == AnswerKind::unset) set.answer = AnswerKind::text;
  for (Question& question : set.questions) {
    if (question.for_whom == Party::unset) question.for_whom = Party::both;
    if (question.answer == AnswerKind::unset) question.answer = set.answer;
    if (question.source.empty()) question.source = set.source;
  }
}

/// Reads file.source into file.set. False: it holds no set that could be used.
bool read_set(File& file, Problems& problems) {
  read_source(file.source, MarkdownRole::relationship, file.tree, problems);
  if (file.tree.empty()) return false;
  if (file.tree.nodes[0].kind != Node::Kind::map) {
    problems.push_back(problem_at(problems::wrong_type, file.source, file.tree.nodes[0].span, say("a question set holds keys and values"),
                                  say("`mentor explain \"question set\"` lists its keys")));
    return false;
  }
  const People nobody;
  Binder{file.source, 0, file.tree, nobody, problems}.bind(0, kinds::question_set, file.set);
  std::erase_if(file.set.questions, [](const Question& question) { return question.id.empty() || question.text.empty(); });
  complete(file.set);
  return !file.set.name.empty();
}

std::deque<File> read_compiled_in() {
  std::deque<File> files;
  Problems none;
  for (const QuestionText& text : question_texts()) {
    File& file = files.emplace_back();
    file.source.path = text.path;
    file.source.text = text.text;
    read_set(file, none);
  }
  return files;
}

const std::deque<File>& compiled_in() {
  static const std::deque<File> files = read_compiled_in();
  return files;
}

/// What may stand in `when:`.
std::vector<std::string_view> occasions() {
  std::vector<std::string_view> words;
  for (const StateWords& row : state_table()) words.push_back(row.name);
  for (const std::string_view phase : Words<Phase>::list) words.push_back(phase);
  for (const Rule* const rule : all_rules()) words.push_back(rule->id);
  return words;
}

void check_occasions(const File& file, ProblemList& problems) {
  const std::vector<std::string_view> known = occasions();
  for (const Text when : file.set.when) {
    if (std::ranges::any_of(known, [when](std::string_view word) { return Text{word} == when; })) continue;
    const std::string_view meant = nearest(when.raw(), known);
    problems.add(problems::not_allowed, file.source, span_of(file.source, when, {}), say("`{}` is neither a rule nor a state nor a phase", when),
                 meant.empty() ? say("`mentor explain` lists them") : say("did you mean `{}`?", meant));
  }
}

/// Sheets and answers spell names so; a private or a `-wanted` one would be taken for something else.
bool is_plain_name(Text name) {
  const std::string_view bytes = name.raw();
  return bytes.size() <= kLongestName && bytes.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos && bytes[0] >= 'a' &&
         !bytes.starts_with("privat") && !bytes.ends_with("-wanted");
}

/// Answers refer to questions by their ids.
void check_ids(File& file, ProblemList& problems) {
  std::vector<Question>& questions = file.set.questions;
  for (std::size_t i = 0; i < questions.size();) {
    const Text id = questions[i].id;
    if (!is_plain_name(id)) {
      problems.add(problems::not_allowed, file.source, span_of(file.source, id, {}), say("`{}` cannot be the id of a question", id),
                   say("write small letters, digits and hyphens, as in `going-well`; not `private...`, nor `...-wanted`"));
      questions.erase(questions.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    const auto end = questions.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find_if(questions.begin(), end, [id](const Question& other) { return other.id == id; }) == end) {
      ++i;
      continue;
    }
    problems.add(problems::not_allowed, file.source, span_of(file.source, id, {}), say("a second question is called `{}`; only the first is used", id),
                 say("give one of the two another id"));
    questions.erase(end);
  }
}

/// False: the set cannot be used at all.
bool check_set(File& file, Problems& problems) {
  ProblemList list{problems};
  check_occasions(file, list);
  check_ids(file, list);
  if (!is_plain_name(file.set.name)) {
    list.add(problems::not_allowed, file.source, span_of(file.source, file.set.name, {}), say("`{}` cannot be the name of a question set", file.set.name),
             say("write small letters, digits and hyphens, as in `first-hundred-days`"));
    return false;
  }
  if (!file.set.questions.empty()) return true;
  list.add(problems::missing_key, file.source, {0, 1}, say("the set `{}` has no questions", file.set.name),
           say("add `questions:` with a list of them; `mentor explain question` shows how"));
  return false;
}

bool is_yaml(std::string_view path) { return has_extension(path, ".yaml") || has_extension(path, ".yml"); }

}  // namespace

QuestionSets::QuestionSets(const Folder& journal, const Programme& programme, Problems& problems) {
  if (programme.questions.empty()) return;
  const std::string folder(programme.questions.raw());
  const std::unique_ptr<Folder> below = journal.below(folder);
  if (!below) {
    problems.push_back(problem_with(problems::unreadable, folder, say("there is no such folder of question sets in the journal"),
                                    say("make the folder, or correct `questions:` in mentor.yaml; a folder outside of the journal is not read")));
    return;
  }
  for (const Unit& unit : below->list({}, problems))
    for (std::size_t i = 0; i < unit.files.size(); ++i) {
      const std::string path = unit.path(i);
      if (!is_yaml(path)) continue;
      File& file = own_.emplace_back();
      const std::string shown = fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", path);
      if (!below->read_file(path, file.source, problems, shown) || !read_set(file, problems) || !check_set(file, problems)) own_.pop_back();
    }
}

std::vector<const QuestionSet*> QuestionSets::all() const {
  std::vector<const QuestionSet*> sets;
  for (const File& file : compiled_in()) sets.push_back(&file.set);
  for (const File& file : own_) {
    const auto at = std::ranges::find_if(sets, [&file](const QuestionSet* set) { return set->name == file.set.name; });
    if (at == sets.end())
      sets.push_back(&file.set);
    else
      *at = &file.set;
  }
  return sets;
}

bool QuestionSets::has(std::string_view name) const {
  return std::ranges::any_of(own_, [name](const File& file) { return file.set.name == Text{name}; }) ||
         std::ranges::find(question_texts(), name, name_of_set) != question_texts().end();
}

const QuestionSet* QuestionSets::find(std::string_view name) const {
  for (const QuestionSet* const set : all())
    if (set->name == Text{name}) return set;
  return nullptr;
}

std::vector<std::string_view> QuestionSets::names() const {
  std::vector<std::string_view> names;
  for (const QuestionSet* const set : all()) names.push_back(set->name.raw());
  return names;
}

bool QuestionSets::is_own(const QuestionSet* set) const {
  return std::ranges::any_of(own_, [set](const File& file) { return &file.set == set; });
}

bool is_for(const Question& question, Party party) { return question.for_whom == Party::both || party == Party::both || question.for_whom == party; }

Party only_party(const QuestionSet& set) {
  const auto asks = [&set](Party party) { return std::ranges::any_of(set.questions, [party](const Question& question) { return is_for(question, party); }); };
  return !asks(Party::mentor) ? Party::mentee : !asks(Party::mentee) ? Party::mentor : Party::both;
}

std::vector<const Question*> questions_for(const QuestionSet& set, Party party) {
  std::vector<const Question*> questions;
  for (const Question& question : set.questions)
    if (is_for(question, party)) questions.push_back(&question);
  return questions;
}

void report_unknown_sets(const Relationship& relationship, const QuestionSets& sets, std::span<const Source> sources, Problems& problems) {
  ProblemList list{problems};
  for (const Answers& answers : relationship.answers) {
    if (answers.set.empty() || sets.has(answers.set.raw())) continue;
    const Source& source = sources[answers.place.file];
    const std::string_view meant = nearest(answers.set.raw(), sets.names());
    list.add(problems::unknown_question_set, source, span_of(source, answers.set, {answers.place.offset, answers.place.offset + 1}),
             say("there is no question set `{}`", answers.set),
             meant.empty() ? say("`mentor feedback` lists the sets there are") : say("did you mean `{}`?", Text{meant}));
  }
}

Message source_in_words(Text source) {
  const std::vector<std::string> titles = source_titles(source.raw());
  return titles.empty() ? say("{}", source) : say("{}", fmt::join(titles, "; "));
}

}  // namespace mentor
