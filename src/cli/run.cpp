#include "cli/run.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "base/encode.hpp"
#include "base/failure.hpp"
#include "cli/enter.hpp"
#include "cli/find_unit.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/print.hpp"
#include "cli/survey.hpp"
#include "cli/write_files.hpp"
#include "commands/describe.hpp"
#include "commands/what_if.hpp"
#include "journal/guard.hpp"
#include "journal/values.hpp"
#include "report/template.hpp"
#include "rules/settings.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

/// The journal's folder: as asked, else MENTOR_DIR, else the nearest folder upwards that holds a mentor.yaml, else the working directory.
std::string find_folder(const Request& request, const World& world) {
  const fs::path here = world.folder;
  if (request.folder) return here / *request.folder;
  if (const std::string variable = world.variable("MENTOR_DIR"); !variable.empty()) return here / variable;
  std::error_code ignored;
  for (fs::path folder = here;; folder = folder.parent_path()) {
    if (fs::exists(folder / "mentor.yaml", ignored) || fs::exists(folder / "mentor.yml", ignored)) return folder;
    if (fs::exists(folder / ".git", ignored) || folder == folder.parent_path()) return here;
  }
}

/// Colours, width and detail of what is printed.
Look look(const Request& request, const World& world) {
  Look out;
  out.verbose = request.verbose;
  out.width_columns = request.width_columns > 0 ? request.width_columns : world.width_columns;
  if (request.color != ColorMode::automatic) {
    out.color = request.color == ColorMode::always;
  } else if (world.variable("NO_COLOR").empty()) {
    const auto is_forced = [&world](const std::string& name) { return !world.variable(name).empty() && world.variable(name) != "0"; };
    out.color = is_forced("FORCE_COLOR") || is_forced("CLICOLOR_FORCE") || (world.is_terminal && world.variable("TERM") != "dumb");
  }
  return out;
}

void print_failure(std::ostream& err, const Failure& failure) {
  err << "mentor: " << encode::terminal(failure.message) << "\n";
  if (!Text{failure.hint}.empty()) err << "        " << encode::terminal(failure.hint) << "\n";
}

/// A journal opened: its folder, its settings, its units.
struct Journal {
  Folder folder;
  std::unique_ptr<ProgrammeFile> programme;
  Settings settings;
  std::unique_ptr<QuestionSets> questions;
  /// Of the programme's question sets.
  Problems of_questions;

  explicit Journal(const std::string& path) : folder(path), programme(std::make_unique<ProgrammeFile>()) {
    for (const char* const name : {"mentor.yaml", "mentor.yml"}) {
      if (!folder.has_file(name)) continue;
      programme = read_programme(folder, name);
      settings = read_settings(programme->programme, programme->source, programme->problems);
      break;
    }
    questions = std::make_unique<QuestionSets>(folder, programme->programme, of_questions);
  }

  std::vector<std::string> excluded() const {
    std::vector<std::string> globs;
    for (const Text glob : programme->programme.exclude) globs.emplace_back(glob.raw());
    if (!programme->programme.questions.empty()) globs.push_back(std::string(programme->programme.questions.raw()) + "/**");
    return globs;
  }
};

/// Settings that cannot be understood stop the run: a silent default would change every verdict. What is only unusual does not.
void refuse_settings(const Journal& journal, const Look& how, std::ostream& err) {
  const Problems& problems = journal.programme->problems;
  const auto is_grave = [](const Problem& p) { return p.kind->severity == Severity::error || p.kind == &problems::unknown_key; };
  if (std::ranges::none_of(problems, is_grave)) return;
  Report report;
  for (const Problem& problem : problems)
    if (is_grave(problem)) report.problems.emplace_back(item(problem)).severity = Severity::error;
  err << find_format("full")->tail(report, how);
  throw Failure{say("the settings in {} cannot be used", Text{journal.programme->source.path}), say("correct what is listed above; nothing was checked")};
}

std::vector<std::size_t> choose_units(const Units& units, const std::vector<std::string>& names, const std::vector<std::string_view>& words) {
  std::vector<std::size_t> chosen;
  if (names.empty()) {
    for (std::size_t i = 0; i < units.size(); ++i) chosen.push_back(i);
    return chosen;
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < units.size(); ++i) ids.push_back(units[i].id());
  for (const std::string& name : names) chosen.push_back(find_unit(name, ids, words));
  std::ranges::sort(chosen);
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

/// --select and --ignore, as choices on top of the settings.
void apply_selection(const Request& request, Settings& settings) {
  const auto names = [](const std::vector<std::string>& list, const Rule& rule) { return std::ranges::find(list, rule.id) != list.end(); };
  for (const Rule* const rule : all_rules()) {
    if (!names(request.ignore, *rule) && (request.select.empty() || names(request.select, *rule))) continue;
    Settings::Choice off;
    off.rule = rule;
    off.is_off = true;
    settings.choices.insert(settings.choices.begin(), off);
  }
}

std::string read_template(const std::string& name, const std::string& here) {
  constexpr std::uintmax_t kMostBytes = 1 << 20;
  const fs::path path = fs::path(here) / name;
  std::error_code error;
  if (!fs::is_regular_file(path, error))
    throw Failure{say("there is no template `{}`", Text{name}), say("--template takes a file; `examples/templates` has one to begin with")};
  if (fs::file_size(path, error) > kMostBytes) throw Failure{say("the template `{}` is longer than 1 MiB", Text{name}), say("is it the right file?")};
  std::ifstream file{path, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) throw Failure{say("the template `{}` cannot be read", Text{name}), say("check its rights"), ExitCode::failed};
  if (first_forbidden_byte(text) != std::string::npos)
    throw Failure{say("the template `{}` holds a control character, or is not UTF-8", Text{name}), say("save it as plain UTF-8 text")};
  return text;
}

unsigned thread_count(const World& world) {
  const int asked = read_count(world.variable("MENTOR_THREADS"));
  return asked > 0 ? static_cast<unsigned>(std::min(asked, 64)) : std::max(1U, std::thread::hardware_concurrency());
}

/// The names that the command takes besides those of relationships.
std::vector<std::string_view> words_of(const Command& command, const Journal& journal) {
  return command.words == nullptr ? std::vector<std::string_view>{} : command.words(*journal.questions);
}

/// Whether a relationship is named. Words and relationships are not asked for in one breath: the one is text, the other a report.
bool names_pairs(const std::vector<std::string>& names, const std::vector<std::string_view>& words) {
  const auto is_word = [&words](const std::string& name) { return std::ranges::find(words, name) != words.end(); };
  const auto word = std::ranges::find_if(names, is_word), other = std::ranges::find_if_not(names, is_word);
  if (word != names.end() && other != names.end())
    throw Failure{say("`{}` is a word of mentor's own, and `{}` is none", Text{*word}, Text{*other}), say("ask for one after the other")};
  return other != names.end();
}

Surveyed look_at_journal(Journal& journal, const std::string& path, const Request& request, const Look& how, const World& world) {
  Problems known = std::move(journal.programme->problems);
  known.insert(known.end(), journal.of_questions.begin(), journal.of_questions.end());
  const std::size_t of_programme = known.size();
  const Units units{journal.folder.list(journal.excluded(), known)};
  const std::vector<std::string_view> words = words_of(*request.command, journal);
  if (words.empty() && units.size() == 0 && known.size() == of_programme && !request.has("allow-empty"))
    throw Failure{say("there is no journal in `{}`: no .md, .yaml or .yml file names a mentor and a mentee", Text{path}),
                  say("name the journal's folder with -C; `mentor --help` tells more")};
  apply_selection(request, journal.settings);
  std::optional<OwnSettings> own;
  if (sets_limits(request)) {
    own = OwnSettings{journal.settings, levels(journal.programme->programme)};
    set_limits(request.all("set"), journal.settings, journal.programme->programme.false_alarms);
  }
  const std::vector<std::size_t> chosen = choose_units(units, request.names, words);
  const YamlReader yaml = world.variable("MENTOR_YAML") == "reference" ? YamlReader::reference : YamlReader::fastest;
  Surveyed seen = survey({journal.folder, units, chosen, journal.programme->programme, journal.settings, *journal.questions, request, how, thread_count(world),
                          yaml, own ? &*own : nullptr, request.names.empty()},
                         known);
  const bool is_empty = seen.brief.relationships == 0 && std::ranges::count(seen.brief.by_severity, 0) == 3;
  if (is_empty && !request.has("allow-empty"))
    throw Failure{say("there is no journal in `{}`: no file names a mentor and a mentee", Text{path}), say("name the journal's folder with -C")};
  return seen;
}

ExitCode run_command(const Request& request, const World& world);

ExitCode judge(const Request& request, const Brief& brief) {
  if (!request.command->judges || request.fail_on == FailOn::never) return ExitCode::clean;
  for (std::size_t severity = static_cast<std::size_t>(request.fail_on); severity < 3; ++severity)
    if (brief.by_severity[severity] > 0) return ExitCode::found;
  return ExitCode::clean;
}

/// Runs the command on what was seen, and lets the world have what it gives.
ExitCode answer(Surveyed& seen, const Request& request, const Look& how, const World& world) {
  Output output = request.command->run(seen.brief);
  if (const auto* const text = std::get_if<std::string>(&output)) {
    write(world.out, *text);
  } else if (const auto* const files = std::get_if<Files>(&output)) {
    write_files((fs::path(world.folder) / (request.has("output") ? request.text("output") : ".")).native(), files->files);
    return files->exit_code;
  } else if (auto* const written = std::get_if<Written>(&output)) {
    write_files(world.folder, written->files);
    seen.spool = std::make_unique<Spool>();
    for (const Section& section : written->sections) seen.pieces.push_back(seen.spool->put(request.format->section(section, how)));
    print(world.out, written->report, seen, *request.format, how);
  } else {
    print(world.out, std::get<Report>(output), seen, *request.format, how);
  }
  return ExitCode::clean;
}

/// Runs the program for the JSON of a report, and prints that in the shape of a template.
ExitCode run_with_template(const Request& request, const World& world) {
  const std::string text = read_template(std::string(request.text("template")), world.folder);
  std::ostringstream document;
  const World inside{document, world.err, world.today, world.folder, world.environment, false, world.width_columns};
  const ExitCode code = run_command(request, inside);
  write(world.out, fill_template(text, document.str(), *request.shape));
  return code;
}

ExitCode run_command(const Request& request, const World& world) {
  const Look how = look(request, world);
  static const Settings kDefaults;
  const auto nothing_seen = [&request](const Settings& settings) { return Surveyed{{request, settings, request.today, {}, {}, {}, 0}, {}, {}, {}}; };
  if (request.command->needs == CommandNeeds::nothing) {
    Surveyed nothing = nothing_seen(kDefaults);
    return answer(nothing, request, how, world);
  }
  const std::string path = find_folder(request, world);
  Journal journal{path};
  refuse_settings(journal, how, world.err);
  if (request.command->writes(request))
    return enter({journal.folder, path, journal.excluded(), journal.programme->programme, journal.settings, *journal.questions, request, how}, world);
  const bool needs_journal = request.command->needs == CommandNeeds::journal || names_pairs(request.names, words_of(*request.command, journal));
  if (request.command->needs == CommandNeeds::settings || !needs_journal) {
    Surveyed nothing = nothing_seen(journal.settings);
    nothing.brief.folder = path;
    nothing.brief.programme = &journal.programme->programme;
    nothing.brief.questions = journal.questions.get();
    for (const Problem& problem : journal.of_questions) nothing.brief.problems.push_back(item(problem));
    return answer(nothing, request, how, world);
  }
  Surveyed seen = look_at_journal(journal, path, request, how, world);
  seen.brief.folder = path;
  seen.brief.programme = &journal.programme->programme;
  seen.brief.questions = journal.questions.get();
  const ExitCode code = judge(request, seen.brief);
  return std::max(code, answer(seen, request, how, world));
}

void print_pair_ids(const Request& request, const World& world) {
  Problems ignored;
  const Journal journal{find_folder(request, world)};
  std::string text;
  for (const Unit& unit : journal.folder.list(journal.excluded(), ignored))
    if (!is_voice(unit)) text += encode::path(unit.id()) + "\n";
  write(world.out, text);
}

ExitCode dispatch(const Parsed& parsed, const World& world) {
  switch (parsed.wants) {
    case Parsed::Wants::version:
      write(world.out, std::string("mentor ") + MENTOR_VERSION + "\n");
      break;
    case Parsed::Wants::help:
      write(world.out, help(parsed.request.command));
      break;
    case Parsed::Wants::pair_ids:
      print_pair_ids(parsed.request, world);
      break;
    case Parsed::Wants::run:
      return parsed.request.has("template") ? run_with_template(parsed.request, world) : run_command(parsed.request, world);
  }
  return ExitCode::clean;
}

}  // namespace

std::string World::variable(const std::string& name) const {
  const auto at = environment.find(name);
  return at == environment.end() ? std::string{} : at->second;
}

int run(const std::vector<std::string>& arguments, const World& world) {
  try {
    return static_cast<int>(dispatch(parse_args(arguments, world), world));
  } catch (const Failure& failure) {
    print_failure(world.err, failure);
    return static_cast<int>(failure.exit_code);
  } catch (const std::bad_alloc&) {
    print_failure(world.err, {say("there is not enough memory"), say("check fewer files at a time")});
  } catch (const std::exception& error) {
    print_failure(world.err, {say("something went wrong that should not: {}", Text{error.what()}), say("please report it, with the command")});
  }
  return static_cast<int>(ExitCode::failed);
}

}  // namespace mentor
