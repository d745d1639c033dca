#include "journal/parse.hpp"

#include <algorithm>
#include <array>

#include "journal/bind.hpp"
#include "journal/guard.hpp"
#include "journal/notes_series.hpp"
#include "journal/settle.hpp"
#include "journal/silence_asked.hpp"
#include "journal/values.hpp"
#include "journal/yaml.hpp"

namespace mentor {
namespace {

/// The value of a key of the root map, or null.
const Node* root_value(const Tree& tree, std::string_view key) {
  if (tree.empty() || tree.nodes[0].kind != Node::Kind::map) return nullptr;
  for (std::uint32_t at = 1; at < tree.nodes[0].next;) {
    const std::uint32_t value = tree.nodes[at].next;
    if (tree.nodes[at].text == key) return &tree.nodes[value];
    at = tree.nodes[value].next;
  }
  return nullptr;
}

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

Date date_in_name(std::string_view path) {
  const std::string_view name = base_name(path);
  return name.size() < 10 ? Date{} : parse_iso(name.substr(0, 10));
}

bool is_private_path(std::string_view path) { return base_name(path).find(".private.") != std::string_view::npos; }

/// Reads the files of one unit in turn.
class UnitReader {
 public:
  UnitReader(const Folder& folder, const Units& units, const Programme& programme, YamlReader yaml, Reading& reading, Understood* understood)
      : folder_(folder), units_(units), programme_(programme), yaml_(yaml), reading_(reading), understood_(understood) {}

  void read(std::size_t index) {
    const Unit& unit = units_[index];
    clear(unit);
    read_sources(unit);
    reading_.files = unit.files.size();
    if (!read_main()) return;
    adopt_notes(unit);
    adopt_voices(unit);
    const std::vector<notes::Plan> plans = plan_notes(unit);
    const notes::Ticks ticks({reading_.sources.data() + 1, reading_.files - 1});
    if (understood_ != nullptr) understood_->assign(reading_.files, {});
    for (std::size_t file = 1; file < reading_.files; ++file) {
      const notes::Plan* plan = plan_of_[file] < 0 ? nullptr : &plans[static_cast<std::size_t>(plan_of_[file])];
      if (plan != nullptr) reading_.free_files.push_back(static_cast<std::uint32_t>(file));
      const notes::Notes notes{&people_, &ticks, plan, understood_ == nullptr ? nullptr : &(*understood_)[file]};
      read_further(file, plan_of_[file] == kNoNotes ? nullptr : &notes);
      // what becomes of a meeting is known at its end only
      if (understood_ != nullptr) std::ranges::stable_sort((*understood_)[file].lines, {}, &UnderstoodLine::line);
    }
    read_comments();
    settle(reading_.relationship, programme_.defaults, {reading_.sources.data(), reading_.files}, reading_.problems);
  }

 private:
  void clear(const Unit& unit) {
    reading_.id = unit.id();
    reading_.relationship = {};
    reading_.relationship.id = Text{reading_.id};
    reading_.kind = Reading::Kind::broken;
    reading_.problems.clear();
    reading_.adopted.clear();
    reading_.free_files.clear();
  }

  void read_sources(const Unit& unit) {
    if (reading_.drafts.empty()) return folder_.read(unit, reading_.sources, reading_.problems);
    if (reading_.sources.size() < unit.files.size()) reading_.sources.resize(unit.files.size());
    for (std::size_t file = 0; file < unit.files.size(); ++file) read_file(unit.path(file), reading_.sources[file]);
  }

  void read_file(const std::string& path, Source& source) {
    const auto draft = std::ranges::find(reading_.drafts, path, &Source::path);
    if (draft == reading_.drafts.end())
      folder_.read_file(path, source, reading_.problems);
    else
      source = *draft;
  }

  Tree& tree_of(std::size_t file, MarkdownRole role, const notes::Notes* notes = nullptr) {
    if (reading_.trees.size() <= file) reading_.trees.resize(file + 1);
    Tree& tree = reading_.trees[file];
    tree.clear();
    read_source(reading_.sources[file], role, tree, reading_.problems, yaml_, notes);
    return tree;
  }

  bool read_main() {
    const Tree& tree = tree_of(0, MarkdownRole::relationship);
    const Node* const mentor = root_value(tree, "mentor");
    const Node* const mentee = root_value(tree, "mentee");
    if (mentor == nullptr && mentee == nullptr && !reading_is_folder()) {
      const bool failed = std::ranges::any_of(reading_.problems, [](const Problem& p) { return p.kind->severity == Severity::error; });
      reading_.kind = failed ? Reading::Kind::broken : Reading::Kind::orphan;
      // what a note says to itself matters to nobody until somebody adopts it
      if (!failed) reading_.problems.clear();
      return false;
    }
    if (tree.empty() || tree.nodes[0].kind != Node::Kind::map) return false;
    people_.aliases = programme_.aliases;
    if (mentor != nullptr && mentor->kind == Node::Kind::scalar) people_.mentor = read_person(mentor->text);
    if (mentee != nullptr && mentee->kind == Node::Kind::scalar) people_.mentee = read_person(mentee->text);
    bind(0, tree, kinds::relationship, reading_.relationship);
    reading_.kind = Reading::Kind::relationship;
    return true;
  }

  bool reading_is_folder() const { return reading_.files > 1 || base_name(reading_.sources[0].path).starts_with("relationship."); }

  void bind(std::size_t file, const Tree& tree, const Kind& kind, Record& record) {
    Binder{reading_.sources[file], static_cast<std::uint32_t>(file), tree, people_, reading_.problems}.bind(0, kind, record);
  }

  bool is_note(std::size_t file) const {
    const std::string_view path = reading_.sources[file].path;
    return is_markdown(path) && !is_private_path(path) && !is_answers_path(path);
  }

  /// Settles the dates of all notes together; those that spell them as the journal does need no plan.
  std::vector<notes::Plan> plan_notes(const Unit& unit) {
    plan_of_.assign(std::max<std::size_t>(1, reading_.files), kNoNotes);
    notes::Series series(reading_.relationship.started);
    Problems ignored;
    Tree scratch;
    int count = 0;
    for (std::size_t file = 1; file < reading_.files; ++file) {
      const Source& source = reading_.sources[file];
      ignored.clear();
      if (!is_note(file)) continue;
      // asked how its lines are understood, even a plain file has something to say
      if (understood_ == nullptr && notes::is_plainly_spelled(source)) continue;
      const bool is_dated = notes::is_dated_by_front_matter(source);
      plan_of_[file] = kNoPlan;
      if (is_dated || !check_bytes(source, ignored)) continue;
      notes::FileScan scan = notes::scan_notes(source, unit.folder.size(), scratch);
      if (scan.has_words || !scan.marks.empty()) {
        series.add(std::move(scan));
        plan_of_[file] = count++;
      }
    }
    if (count == 0) return {};
    std::vector<notes::Plan> plans = series.settle(reading_.problems);
    for (int& plan : plan_of_)
      if (plan >= 0 && plans[static_cast<std::size_t>(plan)].is_strict) plan = kNoPlan;
    return plans;
  }

  void read_further(std::size_t file, const notes::Notes* notes) {
    const std::string& path = reading_.sources[file].path;
    if (is_private_path(path)) return;
    const bool is_answers = is_answers_path(path);
    const Tree& tree = tree_of(file, is_answers ? MarkdownRole::answers : MarkdownRole::note, notes);
    if (tree.empty()) return;
    if (tree.nodes[0].kind != Node::Kind::map) {
      reading_.problems.push_back(problem_at(problems::wrong_type, reading_.sources[file], tree.nodes[0].span,
                                             say("a file of a relationship holds keys and values"), say("begin it with `date: YYYY-MM-DD` for a meeting")));
      return;
    }
    if (is_markdown(path)) return bind(file, tree, kinds::relationship, reading_.relationship);
    const Date named = date_in_name(path);
    if (is_answers || root_value(tree, "set") != nullptr) {
      Answers& answers = reading_.relationship.answers.emplace_back();
      answers.date = named;
      bind(file, tree, kinds::answers, answers);
    } else if (named || root_value(tree, "date") != nullptr) {
      Meeting& meeting = reading_.relationship.meetings.emplace_back();
      meeting.date = named;
      bind(file, tree, kinds::meeting, meeting);
      if (named && meeting.date && named != meeting.date)
        reading_.problems.push_back(problem_at(problems::date_mismatch, reading_.sources[file], root_value(tree, "date")->span,
                                               say("the file's name says {}, the file itself {}", iso(named), iso(meeting.date)),
                                               say("rename the file, or correct the date")));
    } else {
      bind(file, tree, kinds::relationship, reading_.relationship);
    }
  }

  /// A voice's answers are that voice's own; they ask for nothing on behalf of both.
  void read_comments() {
    for (std::size_t file = 0; file < reading_.files; ++file) {
      const Source& source = reading_.sources[file];
      if (!is_private_path(source.path) && !is_answers_path(source.path) && !reading_.trees[file].empty())
        find_silence_asked(source, static_cast<std::uint32_t>(file), reading_.trees[file], reading_.relationship.ignores);
    }
  }

  /// Files named by `notes:` are read as notes of this relationship, relative to its folder.
  void adopt_notes(const Unit& unit) {
    for (const Text note : reading_.relationship.notes) {
      const std::string glob = unit.folder + std::string(note.raw());
      const std::string_view prefix = std::string_view(glob).substr(0, glob.find_first_of("*?"));
      for (const std::size_t index : units_.files_below(prefix)) {
        const Unit& other = units_[index];
        if (&other == &unit || !matches(glob, other.path(0)) || std::ranges::find(reading_.adopted, index) != reading_.adopted.end()) continue;
        reading_.adopted.push_back(index);
        add_source(other.path(0));
      }
      adopt_text_files(unit, glob);
    }
  }

  /// Of a relationship in one file: the answers in the folder of its name.
  void adopt_voices(const Unit& unit) {
    if (unit.is_folder || !units_.have_voices()) return;
    const std::string path = unit.path(0);
    for (const std::string_view folder : {"/feedback/", "/answers/"})
      for (const std::size_t index : units_.files_below(path.substr(0, path.size() - extension(path).size()).append(folder))) {
        if (std::ranges::find(reading_.adopted, index) != reading_.adopted.end()) continue;
        reading_.adopted.push_back(index);
        add_source(units_[index].path(0));
      }
  }

  /// `.txt` files are no journal files by themselves: they are looked for only where somebody names them.
  void adopt_text_files(const Unit& unit, std::string_view glob) {
    if ((!glob.ends_with(".txt") && !glob.ends_with('*')) || glob.find("..") != std::string_view::npos || glob.starts_with('/')) return;
    const std::size_t slash = glob.substr(0, glob.find_first_of("*?")).rfind('/');
    const std::string_view folder = slash == std::string_view::npos ? std::string_view{} : glob.substr(0, slash + 1);
    for (const std::string& path : folder_.list_text_files(folder.size() < unit.folder.size() ? std::string_view(unit.folder) : folder)) {
      const auto end = reading_.sources.begin() + static_cast<std::ptrdiff_t>(reading_.files);
      if (matches(glob, path) && std::find_if(reading_.sources.begin(), end, [&](const Source& source) { return source.path == path; }) == end)
        add_source(path);
    }
  }

  void add_source(const std::string& path) {
    // the relationship views the first source's text, which must not move
    if (reading_.sources.size() <= reading_.files) reading_.sources.emplace_back();
    read_file(path, reading_.sources[reading_.files]);
    ++reading_.files;
  }

  const Folder& folder_;
  const Units& units_;
  const Programme& programme_;
  YamlReader yaml_;
  Reading& reading_;
  Understood* understood_;
  People people_;
  /// By file: which plan it follows.
  static constexpr int kNoPlan = -1, kNoNotes = -2;
  std::vector<int> plan_of_;
};

}  // namespace

bool is_voice(const Unit& unit) { return !unit.is_folder && (unit.folder.ends_with("/feedback/") || unit.folder.ends_with("/answers/")); }

Units::Units(std::vector<Unit> units) : units_(std::move(units)), have_voices_(std::ranges::any_of(units_, is_voice)) {}

bool is_markdown(std::string_view path) { return has_extension(path, ".md") || has_extension(path, ".markdown") || has_extension(path, ".txt"); }

bool is_answers_path(std::string_view path) {
  return path.find("/feedback/") != std::string_view::npos || path.find("/answers/") != std::string_view::npos || path.starts_with("feedback/") ||
         path.starts_with("answers/");
}

std::vector<std::size_t> Units::files_below(std::string_view prefix) const {
  const auto path = [this](std::size_t i) { return units_[i].path(0); };
  std::call_once(sorted_, [&] {
    for (std::size_t i = 0; i < units_.size(); ++i)
      if (!units_[i].is_folder) files_by_path_.push_back(i);
    std::ranges::sort(files_by_path_, {}, path);
  });
  std::vector<std::size_t> found;
  for (auto it = std::ranges::lower_bound(files_by_path_, prefix, {}, path); it != files_by_path_.end() && path(*it).starts_with(prefix); ++it)
    found.push_back(*it);
  return found;
}

void read_source(const Source& source, MarkdownRole role, Tree& tree, Problems& problems, YamlReader yaml, const notes::Notes* notes) {
  if (!check_bytes(source, problems)) return;
  if (is_markdown(source.path))
    read_markdown(source, role, tree, problems, yaml, notes);
  else
    read_yaml(source, {mark_size(source.text), static_cast<std::uint32_t>(source.text.size())}, 1, tree, problems, yaml);
}

void read_unit(const Folder& folder, const Units& units, std::size_t index, const Programme& programme, YamlReader yaml, Reading& reading,
               Understood* understood) {
  UnitReader{folder, units, programme, yaml, reading, understood}.read(index);
}

Problem orphan_problem(const Unit& unit) {
  return problem_with(problems::orphan_note, unit.path(0), say("these notes belong to no relationship: the file names no `mentor` and `mentee`"),
                      say("add both names at its top, move it into a relationship's folder, or name it in that relationship's `notes:`"));
}

void report_future(Reading& reading, Date today) {
  if (reading.free_files.empty()) return;
  const Meeting* only = nullptr;
  for (const Meeting& meeting : reading.relationship.meetings) {
    if (!meeting.is_held() || !meeting.date || meeting.date <= today || !std::ranges::binary_search(reading.free_files, meeting.place.file)) continue;
    if (only != nullptr) return;
    only = &meeting;
  }
  if (only == nullptr) return;
  const YearMonthDay at = civil(only->date);
  const Date year_before = make_date(at.year - 1, at.month, at.day);
  reading.problems.push_back(problem_at(problems::date_in_future, reading.sources[only->place.file], {only->place.offset, only->place.offset + 1},
                                        say("these notes tell of {}, which lies after {}", iso(only->date), iso(today)),
                                        year_before && year_before <= today
                                            ? say("write {} if that was meant, or `planned` if it is still to come", iso(year_before))
                                            : say("correct the day, or write `planned` if it is still to come")));
}

std::unique_ptr<ProgrammeFile> read_programme(const Folder& folder, std::string_view name) {
  auto file = std::make_unique<ProgrammeFile>();
  if (!folder.read_file(name, file->source, file->problems)) return file;
  read_source(file->source, MarkdownRole::relationship, file->tree, file->problems);
  if (file->tree.empty()) return file;
  const People nobody;
  Binder binder{file->source, 0, file->tree, nobody, file->problems};
  if (file->tree.nodes[0].kind == Node::Kind::map)
    binder.bind(0, kinds::programme, file->programme);
  else
    file->problems.push_back(problem_at(problems::wrong_type, file->source, file->tree.nodes[0].span, say("mentor.yaml holds keys and values"),
                                        say("`mentor explain programme` lists its keys")));
  return file;
}

}  // namespace mentor
