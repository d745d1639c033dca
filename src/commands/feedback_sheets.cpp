// Sheets: written for each voice, sealed by their author, opened when the other side has answered too. Files are only ever added.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "commands/describe.hpp"
#include "commands/feedback.hpp"
#include "commands/private_lines.hpp"
#include "practice/seal.hpp"
#include "practice/voices.hpp"
#include "practice/worksheet.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// Where the answers of the relationship lie: `pairs/cy/feedback/`, of a folder as of a single file.
std::string folder_of_answers(const Pair& pair) {
  const std::string& path = pair.sources.front().path;
  const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
  if (std::string_view(path).substr(name).starts_with("relationship.")) return path.substr(0, name) + "feedback/";
  return path.substr(0, path.size() - extension(path).size()) + "/feedback/";
}

bool is_there(const Pair& pair, std::string_view path) {
  return std::ranges::any_of(pair.sources, [path](const Source& source) { return source.path == path; });
}

std::string path_of_record(const Pair& pair, const Record& record) { return pair.sources[record.place.file].path; }

/// `2026-03-02-mentee.md`; with the name of the set when that day has a sheet already.
std::string open_path(const Pair& pair, Date date, Party party, const QuestionSet& set) {
  const std::string stem = fmt::format("{}{}-{}", folder_of_answers(pair), iso(date), word(party));
  return is_there(pair, stem + ".md") ? fmt::format("{}-{}.md", stem, set.name.raw()) : stem + ".md";
}

/// With more to its name: `2026-03-02-mentee-health.private.md`.
std::string named_path(const Pair& pair, Date date, Party party, const QuestionSet& set, std::string_view ending) {
  return fmt::format("{}{}-{}-{}{}", folder_of_answers(pair), iso(date), word(party), set.name.raw(), ending);
}

/// The sheet of that side, set and day that is there already; empty when none is.
std::string known_sheet(const Pair& pair, Party party, const QuestionSet& set) {
  const Date today = pair.subject.today;
  if (const std::string path = named_path(pair, today, party, set, ".private.md"); is_there(pair, path)) return path;
  for (const Answers& answers : pair.relationship.answers)
    if (answers.from == party && answers.set == set.name && answers.date == today) return path_of_record(pair, answers);
  return {};
}

FeedbackPage report_on(const Pair& pair, const QuestionSet& set) {
  FeedbackPage out;
  out.schema = "mentor.sheets/1";
  out.section.id = id_of(pair.relationship);
  out.section.heading = say("{}: sheets for `{}`", pair.relationship.id, set.name);
  out.section.facts = {{"set", "", say("{}", set.name)}};
  out.section.blocks.push_back({"files", "", {}, Layout::bullets, {}});
  return out;
}

void note(FeedbackPage& out, std::string_view path, bool is_new, Message what) {
  Line line;
  line.text = say("`{}`: {}", Text{path}, what);
  line.facts = {{"path", "", say("{}", Text{path})}, {"written", "", is_new}};
  out.section.blocks.front().lines.push_back(std::move(line));
}

void add_file(FeedbackPage& out, std::string path, std::string text, Message what) {
  note(out, path, true, std::move(what));
  out.files.push_back({std::move(path), std::move(text), true});
}

constexpr std::string_view kKeepOut = "Keep `*.private.md` out of what the two of you share: in git, a line with these characters in `.gitignore` does it.";

/// A sheet of one's own, with the salt that its seal will need.
FeedbackPage new_private_sheet(const Pair& pair, const QuestionSet& set, Party party) {
  FeedbackPage out = report_on(pair, set);
  const Worksheet sheet{set, party, name_of(pair.relationship, party), pair.subject.today, pair.request.salt()};
  add_file(out, named_path(pair, sheet.date, party, set, ".private.md"), text_of(sheet), say("a sheet that only its author sees, to be filled in"));
  out.closing = say("Fill it in, then run the same command again: it notes the seal, and nothing else of it. {}", kKeepOut);
  return out;
}

/// The author's own sheet for the set, the newest first; null when there is none.
const PrivateSheet* newest(const std::vector<PrivateSheet>& sheets) {
  const auto at = std::ranges::max_element(sheets, {}, [](const PrivateSheet& sheet) { return sheet.answers()->date; });
  return at == sheets.end() ? nullptr : &*at;
}

std::vector<PrivateSheet> own_sheets(const Pair& pair, const QuestionSet& set, Party party) {
  std::vector<PrivateSheet> sheets;
  for (const Source& source : pair.sources) {
    if (!is_private_name(source.path)) continue;
    PrivateSheet sheet{source};
    const Answers* const answers = sheet.answers();
    if (answers == nullptr || answers->from != party || answers->set != set.name || !answers->date || answers->date > pair.subject.today) continue;
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

/// The record that seals the answers of that day; null when there is none.
const Answers* seal_of(const Pair& pair, const Answers& sheet) {
  const auto& all = pair.relationship.answers;
  const auto at = std::ranges::find_if(all, [&sheet](const Answers& answers) {
    return !answers.sealed.empty() && answers.from == sheet.from && answers.set == sheet.set && answers.date == sheet.date;
  });
  return at == all.end() ? nullptr : &*at;
}

void refuse_self_check(const QuestionSet& set) {
  if (set.self_check == YesNo::yes)
    throw Failure{say("answers to `{}` stay with whoever gives them; there is nothing to seal", set.name),
                  say("--write makes a sheet that only its author sees")};
}

void require_unchanged(const Pair& pair, const PrivateSheet& sheet, const Answers& sealed) {
  if (sealed.sealed == Text{seal(pair.relationship.id, *sheet.answers())}) return;
  throw Failure{say("the answers in {} are not those that were sealed on {} ({}:{})", Text{sheet.source().path}, iso(sealed.date),
                    Text{path_of_record(pair, sealed)}, sealed.place.line),
                say("bring the sheet back to what it was, or agree on a new round"), ExitCode::failed};
}

/// The round that the seal belongs to.
Round round_of(const Pair& pair, const QuestionSet& set, const Answers& sealed) {
  for (const Round& round : rounds(pair.relationship, set.name, pair.subject.today))
    if (round.voices.of(sealed.from).sealed == &sealed) return round;
  return {};
}

}  // namespace

FeedbackPage written_sheets(const Pair& pair, const QuestionSet& set) {
  const Party asked = asked_party(pair.request);
  const bool is_private = set.self_check == YesNo::yes;
  const Date today = pair.subject.today;
  FeedbackPage out = report_on(pair, set);
  for (const Party party : {Party::mentor, Party::mentee}) {
    if ((asked != Party::both && asked != party) || questions_for(set, party).empty()) continue;
    if (const std::string known = known_sheet(pair, party, set); !known.empty()) {
      note(out, known, false, say("is there already, and stays as it is"));
      continue;
    }
    const Text person = name_of(pair.relationship, party);
    const std::string path = is_private ? named_path(pair, today, party, set, ".private.md") : open_path(pair, today, party, set);
    add_file(out, path, text_of({set, party, person, today}), say("a sheet for {}, to be filled in", person));
  }
  if (out.section.blocks.front().lines.empty())
    throw Failure{say("the set `{}` has no questions for the {}", set.name, word(asked)), say("leave out --for, or choose another set")};
  if (is_private)
    out.closing = say("Nobody but its author is meant to read it, and `mentor` prints no word of it. {}", kKeepOut);
  else if (only_party(set) != Party::both)
    out.closing = say("Bring it to the next meeting, as far as you like.");
  else
    out.closing = say("When both have answered, `mentor feedback {} --set {} --compare` puts the two side by side.", pair.relationship.id, set.name);
  return out;
}

FeedbackPage sealed_sheet(const Pair& pair, const QuestionSet& set) {
  refuse_self_check(set);
  const Party party = asked_party(pair.request);
  const std::vector<PrivateSheet> sheets = own_sheets(pair, set, party);
  const PrivateSheet* const sheet = newest(sheets);
  if (sheet == nullptr) return new_private_sheet(pair, set, party);
  const Answers& answers = *sheet->answers();
  const Text path{sheet->source().path};
  if (const Answers* const sealed = seal_of(pair, answers)) {
    require_unchanged(pair, *sheet, *sealed);
    if (round_of(pair, set, *sealed).is_complete() && answers.date != pair.subject.today) return new_private_sheet(pair, set, party);
    throw Failure{say("the answers in {} are sealed already ({}:{})", path, Text{path_of_record(pair, *sealed)}, sealed->place.line),
                  say("`mentor feedback {} --set {} --for {} --open` opens them when the other side has answered", pair.relationship.id, set.name, word(party)),
                  ExitCode::failed};
  }
  if (answers.items.empty()) throw Failure{say("nothing is answered yet in {}", path), say("fill it in, then seal it")};
  if (answers.salt.size() < 32)
    throw Failure{say("{} has no salt, and without it a seal could be guessed", path),
                  say("take the answers into a new sheet: rename this one, then --seal writes one")};
  FeedbackPage out = report_on(pair, set);
  add_file(
      out, named_path(pair, answers.date, party, set, "-sealed.md"),
      fmt::format("---\ndate: {}\nfrom: {}\nset: {}\nsealed: {}\n---\n", iso(answers.date), word(party), set.name.raw(), seal(pair.relationship.id, answers)),
      say("the seal of {}; it tells nothing about them", counted(static_cast<long>(answers.items.size()), "answer")));
  out.closing =
      say("Share this file, and keep the sheet as it is. When the other side has answered too, `mentor feedback {} --set {} --for {} --open` opens it.",
          pair.relationship.id, set.name, word(party));
  return out;
}

FeedbackPage opened_sheet(const Pair& pair, const QuestionSet& set) {
  refuse_self_check(set);
  const Party party = asked_party(pair.request), other = party == Party::mentor ? Party::mentee : Party::mentor;
  const std::vector<PrivateSheet> sheets = own_sheets(pair, set, party);
  const PrivateSheet* const sheet = newest(sheets);
  const Answers* const sealed = sheet == nullptr ? nullptr : seal_of(pair, *sheet->answers());
  if (sealed == nullptr)
    throw Failure{
        say("there are no sealed answers of the {} to `{}` here", word(party), set.name),
        say("the sheet itself must be in this folder; `mentor feedback {} --set {} --for {} --seal` makes one", pair.relationship.id, set.name, word(party))};
  const Round round = round_of(pair, set, *sealed);
  require_unchanged(pair, *sheet, *sealed);
  if (round.has_copied_seal)
    throw Failure{say("both seals are the same, so one is a copy of the other"), say("begin a new round, each with a sheet of your own"), ExitCode::failed};
  if (round.voices.of(party).answers != nullptr)
    throw Failure{say("the answers of the {} are open already ({})", word(party), Text{path_of_record(pair, *round.voices.of(party).answers)}),
                  say("`mentor feedback {} --set {} --compare` shows both", pair.relationship.id, set.name)};
  if (!round.voices.of(other).has_answered())
    throw Failure{say("the {} has not answered yet, so nothing is opened", word(other)),
                  say("`mentor feedback {} --set {} --for {} --seal` is theirs to run", pair.relationship.id, set.name, word(other))};
  const PrivateLines hidden = private_lines(sheet->source());
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(sheet->source().text, '\n') + 1);
  for (std::uint32_t line = 1; line <= lines; ++line)
    if (hidden.contains(line))
      throw Failure{say("line {} of {} is private, and the sheet would be opened with it", line, Text{sheet->source().path}),
                    say("private lines are no part of the seal: take them out, then open it")};
  FeedbackPage out = report_on(pair, set);
  add_file(out, open_path(pair, sealed->date, party, set), sheet->source().text, say("the answers, as they were sealed, for both to see"));
  const bool both = round.voices.of(other).answers != nullptr;
  out.closing =
      say("`mentor feedback {} --set {} --compare` puts both side by side{}.", pair.relationship.id, set.name, both ? "" : " once the other side is open too");
  return out;
}

}  // namespace mentor
