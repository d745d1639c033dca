// What a rule, a state, a question set, a problem or a word of the vocabulary means, with the limits in force.
#include <fmt/format.h>

#include <algorithm>

#include "base/encode.hpp"
#include "base/wrap.hpp"
#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "commands/explain_pair.hpp"
#include "commands/topics.hpp"
#include "journal/bind.hpp"
#include "journal/vocabulary.hpp"
#include "rules/method_words.hpp"
#include "rules/sources.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full"};

std::size_t width(const Brief& brief) { return brief.request.width_columns > 0 ? static_cast<std::size_t>(brief.request.width_columns) : 80; }

std::string paragraph(const Brief& brief, std::string_view text, std::size_t indent = 0) {
  return std::string(indent, ' ') + wrap(text, width(brief), indent) + "\n";
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += "    " + std::string(text.substr(0, end)) + "\n";
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return out;
}

std::string explain_limits(const Brief& brief, const Rule& rule) {
  std::string out = "Limits in force:\n";
  for (const Limit& limit : rule.limits) {
    const Settings::Choice* const choice = brief.settings.origin(limit);
    const std::string origin =
        choice == nullptr ? fmt::format("from {}", name(limit.origin)) : fmt::format("from mentor.yaml line {}; {:g} by default", choice->line, limit.value);
    out += "  " + wrap(fmt::format("{}: {:g} {} ({}): {}", limit.key, brief.settings.value(limit), limit.unit, origin, limit.meaning), width(brief), 4) + "\n";
  }
  return out;
}

std::string explain_rule(const Brief& brief, const Rule& rule) {
  const Settings::Choice* const choice = brief.settings.choice(rule);
  std::string out = fmt::format("{}: {}\n\n", rule.id, rule.title);
  out += paragraph(brief, rule.why) + "\n";
  out += paragraph(brief, fmt::format("What clears it: {}", rule.repair));
  out += paragraph(brief, fmt::format("To ask at the next meeting: {}", rule.ask)) + "\n";
  if (!rule.limits.empty()) out += explain_limits(brief, rule);
  if (choice != nullptr && choice->is_off) out += fmt::format("It is switched off on line {} of mentor.yaml.\n", choice->line);
  const std::string limits = rule.limits.empty() ? std::string{} : fmt::format("{{{}: {:g}}}, or ", rule.limits.front().key, rule.limits.front().value);
  out += paragraph(brief, fmt::format("To change it, write in mentor.yaml: signs: {{{}: {}off}}; info, warning or error in place of off sets its severity.",
                                      rule.id, limits));
  out += paragraph(brief, fmt::format("It needs {} in the journal.", in_words(rule.needs)));
  for (const std::string& title : source_titles(rule.source)) out += paragraph(brief, fmt::format("Source: {}", title));
  out += "\n";
  const std::string like_it = rule.example.copies == 1 ? "" : fmt::format(", with {} more like it", rule.example.copies - 1);
  out += fmt::format("A journal that shows it{} (on 2026-03-30):\n\n", like_it) + indented(rule.example.fires) + "\nand one that does not:\n\n" +
         indented(rule.example.quiet);
  return out;
}

std::string explain_state(const Brief& brief, const StateWords& row) {
  return fmt::format("{}: a state of a relationship\n\n", row.name) + paragraph(brief, row.meaning) +
         paragraph(brief, fmt::format("What to do: {}", row.advice)) +
         paragraph(brief, "`mentor show PAIR` shows how a relationship came into its state, with the points that add up to it.");
}

std::string explain_method(const Brief& brief) {
  std::string out = fmt::format("{}: {}\n", kMethodTopic, kMethodTitle);
  const auto add = [&](const MethodPart& part) {
    out += fmt::format("\n{}\n", part.heading);
    for (std::size_t i = 0; i < part.paragraphs.size(); ++i) out += (i == 0 ? "" : "\n") + paragraph(brief, part.paragraphs[i], 2);
  };
  for (const MethodPart& part : method_in_words(*brief.programme)) add(part);
  out += "\nThe order of the states: the first line that holds decides\n";
  for (const StateStep& step : state_steps(levels(*brief.programme))) out += "  " + pad(name(step.state), 11) + wrap(step.holds, width(brief), 13) + "\n";
  return out;
}

/// "by stalled, no-feedback"; empty when nothing but a wish calls for it.
std::string callers(const QuestionSet& set) {
  std::string out;
  for (const Text when : set.when) out += (out.empty() ? "" : ", ") + encode::terminal(when);
  return out;
}

std::string explain_set(const Brief& brief, const QuestionSet& set) {
  const std::string name = encode::terminal(set.name);
  std::string out = fmt::format("{}: a question set: {}\n\n", name, encode::terminal(set.title)) + paragraph(brief, encode::terminal(set.purpose)) + "\n";
  for (const Question& question : set.questions) {
    const std::string_view whose = question.for_whom == Party::mentor ? " (for the mentor)" : question.for_whom == Party::mentee ? " (for the mentee)" : "";
    const std::string_view may = question.optional == YesNo::yes ? " (only if you like)" : "";
    out += fmt::format("  {}{}{}\n", encode::terminal(question.id), whose, may) + paragraph(brief, encode::terminal(question.text), 6);
  }
  out += "\n";
  if (set.answer == AnswerKind::rating) out += paragraph(brief, "Statements are rated from 1 to 5.");
  if (set.answer == AnswerKind::now_and_wanted) out += paragraph(brief, "Each is rated twice from 1 to 5: as it is now, and as it is wanted.");
  if (set.self_check == YesNo::yes)
    out += paragraph(brief, "Answers stay with whoever gives them, and nobody is sent here: that would show who needs it.");
  else if (const std::string when = callers(set); !when.empty())
    out += paragraph(brief, fmt::format("`mentor feedback` offers it on: {}.", when));
  out += paragraph(brief, fmt::format("`mentor feedback PAIR --set {} --write` makes the sheets for it.", name));
  return out + paragraph(brief, fmt::format("Source: {}", encode::terminal(source_in_words(set.source))));
}

std::string explain_problem(const Brief& brief, const ProblemKind& kind) {
  return fmt::format("{}: {} ({})\n\n", kind.id, kind.title, name(kind.severity)) + paragraph(brief, kind.why);
}

std::string explain_kind(const Brief& brief, const Kind& kind) {
  std::string out = fmt::format("{}: a kind of entry in the journal\n\n", kind.name) + paragraph(brief, kind.meaning) + "\n";
  for (const Field& field : kind.fields) {
    out += fmt::format("  {}: {}\n", field.name, field.example == "|" ? "text" : field.example);
    std::string line = fmt::format("{} Takes {}.", field.meaning, shape_in_words(field.shape));
    if (!field.words.empty() && field.shape != Shape::party && field.shape != Shape::parties) line += fmt::format(" Words: {}.", fmt::join(field.words, ", "));
    out += paragraph(brief, line, 6);
  }
  if (const std::string text = in_markdown(kind); !text.empty()) out += "\n" + paragraph(brief, text);
  return out;
}

std::string list(const Brief& brief) {
  constexpr std::size_t kIndent = 2, kNames = 28;
  std::string out = "Rules:\n";
  const auto add = [&](std::string_view name, std::string_view text) {
    out += std::string(kIndent, ' ') + pad(name, kNames) + wrap(text, width(brief), kIndent + kNames) + "\n";
  };
  for (const Rule* const rule : all_rules()) add(rule->id, rule->title);
  out += "\nStates:\n";
  for (const StateWords& row : state_table()) add(row.name, row.meaning);
  out += "\nHow it all is found:\n";
  add(kMethodTopic, kMethodTitle);
  out += "\nQuestion sets:\n";
  for (const QuestionSet* const set : brief.questions->all()) add(encode::terminal(set->name), encode::terminal(set->title));
  out += "\nProblems in files:\n";
  for (const ProblemKind* const kind : all_problem_kinds()) add(kind->id, kind->title);
  out += "\nEntries of a journal:\n";
  for (const Kind* const kind : all_kinds()) add(kind->name, kind->meaning);
  return out + "\n`mentor explain NAME` tells more of each.\n";
}

std::string explain(const Brief& brief, std::string_view name) {
  std::string out;
  const auto part = [&out](const std::string& text) { out += (out.empty() ? "" : "\n") + text; };
  if (const Rule* const rule = find_rule(name)) part(explain_rule(brief, *rule));
  for (const StateWords& row : state_table())
    if (row.name == name) part(explain_state(brief, row));
  if (name == kMethodTopic) part(explain_method(brief));
  if (const QuestionSet* const set = brief.questions->find(name)) part(explain_set(brief, *set));
  for (const ProblemKind* const kind : all_problem_kinds())
    if (kind->id == name) part(explain_problem(brief, *kind));
  for (const Kind* const kind : all_kinds())
    if (kind->name == name) part(explain_kind(brief, *kind));
  return out;
}

std::vector<std::string_view> words(const QuestionSets& questions) {
  std::vector<std::string_view> known = all_topics();
  for (const std::string_view set : questions.names()) known.push_back(set);
  return known;
}

Output run(Brief& brief) {
  if (brief.request.names.empty()) return list(brief);
  const std::vector<std::string_view> known = words(*brief.questions);
  if (std::ranges::find(known, brief.request.names.front()) == known.end()) {
    Report report;
    report.today = brief.today;
    report.problems = std::move(brief.problems);
    return report;
  }
  std::string out;
  for (const std::string& name : brief.request.names) out += (out.empty() ? "" : "\n") + explain(brief, name);
  return out;
}

}  // namespace

extern constinit const Command explain_command;
constinit const Command explain_command = {
    .name = "explain",
    .summary = "What a word of mentor means, or why it says what it says of a pair",
    .details =
        "Tells why a rule matters, what clears it, its limits with the values in force and where they come from, and shows a journal that has it and one that "
        "has not. With the name of a relationship: its state and the step that decided, the last contact, the rhythm, the silence and the drift in figures "
        "to be checked by hand, each finding with its limit, what was not judged, and what would change it. A word that mentor knows wins over a relationship "
        "of "
        "the same name. Without a name it lists everything there is to explain.",
    .examples =
        "mentor explain\nmentor explain stalled\nmentor explain meeting-overdue\nmentor explain health\nmentor explain meeting\nmentor explain method\nmentor "
        "explain ada",
    .names = Names::topics_or_pairs,
    .needs = CommandNeeds::journal_if_named,
    .flags = {},
    .formats = kFormats,
    .visit = explain_pair,
    .run = run,
    .words = words,
};

}  // namespace mentor
