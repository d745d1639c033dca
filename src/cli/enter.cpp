#include "cli/enter.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "base/commit.hpp"
#include "base/editor.hpp"
#include "base/encode.hpp"
#include "cli/find_unit.hpp"
#include "cli/print.hpp"
#include "commands/describe.hpp"
#include "commands/private_lines.hpp"
#include "journal/edit.hpp"

namespace mentor {
namespace {

/// How often another program may be quicker before this one gives up.
constexpr int kAttempts = 3;

/// `pairs/` of `pairs/ada.md`.
std::string folder_of(std::string_view path) { return std::string(path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1)); }

/// The files that make up the relationship, and none that do not.
std::unique_ptr<Units> locate(const Entering& e, std::size_t& index) {
  const std::string& name = e.request.names[e.request.command->pair_at];
  std::vector<Unit> found = e.folder.find(name, e.excluded);
  if (found.size() > 1)
    throw Failure{say("`{}` is the name of two: {} and {}", Text{name}, Text{found[0].path(0)}, Text{found[1].path(0)}), say("rename one of the two files")};
  Problems ignored;
  if (found.empty()) {
    found = e.folder.list(e.excluded, ignored);
    std::vector<std::string> ids;
    for (const Unit& unit : found) ids.push_back(unit.id());
    index = find_unit(name, ids);
    return std::make_unique<Units>(std::move(found));
  }
  index = 0;
  if (!found[0].is_folder) {
    const std::string path = found[0].path(0), stem = path.substr(0, path.size() - extension(path).size());
    for (const std::string_view voices : {"/feedback/", "/answers/"})
      for (Unit& voice : e.folder.list(e.excluded, ignored, stem + std::string(voices))) found.push_back(std::move(voice));
  }
  return std::make_unique<Units>(std::move(found));
}

/// A relationship as its files say it now, or will say it: `drafts` stand for what is in the folder.
class Seen {
 public:
  Seen(const Entering& e, std::unique_ptr<Units> units, std::size_t unit, std::vector<Source> drafts = {}) : e_(e), units_(std::move(units)), unit_(unit) {
    reading_.drafts = std::move(drafts);
    read();
    // notes elsewhere belong to it too, and only now it is known where
    if (reading_.adopted.empty() && add_noted_units()) read();
    require_readable(reading_);
    build_history(reading_.relationship, e_.programme, history_);
  }

  Wishes wishes() const { return ask(e_.request.command->wish); }
  std::string sheet() const { return ask(e_.request.command->sheet); }

  Edited edit(const Wish& wish) const {
    const std::span<const std::string> siblings = unit().is_folder ? std::span<const std::string>(unit().files) : std::span<const std::string>{};
    return mentor::edit({e_.folder, *units_, unit_, e_.programme, siblings}, reading_, wish);
  }

  /// The same with an edit made.
  std::unique_ptr<Seen> with(const Edited& edited) const {
    std::vector<Unit> all;
    for (std::size_t i = 0; i < units_->size(); ++i) all.push_back((*units_)[i]);
    if (edited.is_new) all[unit_].files.push_back(edited.path.substr(all[unit_].folder.size()));
    std::vector<Source> drafts = reading_.drafts;
    std::erase_if(drafts, [&](const Source& draft) { return draft.path == edited.path; });
    drafts.push_back({edited.path, edited.after});
    return std::make_unique<Seen>(e_, std::make_unique<Units>(std::move(all)), unit_, std::move(drafts));
  }

  const Relationship& relationship() const { return reading_.relationship; }
  const Unit& unit() const { return (*units_)[unit_]; }

 private:
  void read() { read_unit(e_.folder, *units_, unit_, e_.programme, YamlReader::fastest, reading_); }

  bool add_noted_units() {
    std::vector<Unit> noted;
    Problems ignored;
    for (const Text note : reading_.relationship.notes) {
      const std::string glob = unit().folder + std::string(note.raw());
      const std::string folder = folder_of(std::string_view(glob).substr(0, glob.find_first_of("*?")));
      for (Unit& other : e_.folder.list(e_.excluded, ignored, folder))
        if (!other.is_folder && other.path(0) != unit().path(0)) noted.push_back(std::move(other));
    }
    if (noted.empty()) return false;
    std::vector<Unit> all;
    for (std::size_t i = 0; i < units_->size(); ++i) all.push_back((*units_)[i]);
    std::ranges::move(noted, std::back_inserter(all));
    units_ = std::make_unique<Units>(std::move(all));
    return true;
  }

  template <class Answer>
  Answer ask(Answer (*question)(const Pair&)) const {
    static const Understood nothing;
    const Assessment assessment = Replay{history_}.run(e_.request.today);
    const Case subject{reading_.relationship, history_, assessment, e_.request.today, e_.settings};
    const Checked checked = check(subject);
    return question(Pair{reading_.relationship,
                         {reading_.sources.data(), reading_.files},
                         subject,
                         checked,
                         e_.programme,
                         e_.request,
                         nothing,
                         reading_.problems,
                         e_.questions});
  }

  const Entering& e_;
  std::unique_ptr<Units> units_;
  std::size_t unit_;
  Reading reading_;
  History history_;
};

/// What came of the wishes: one edit a file, from what it holds to what it will hold.
struct Entered {
  Wishes wishes;
  std::string id;
  std::vector<Edited> files;
  /// Every change by itself.
  std::vector<Edited> steps;

  void take(Edited edited) {
    if (edited.changes_nothing()) return;
    const auto known = std::ranges::find(files, edited.path, &Edited::path);
    if (known == files.end())
      files.push_back(edited);
    else
      known->after = edited.after;
    steps.push_back(std::move(edited));
  }
};

/// What cannot be entered is shown, so that it is not lost.
void show_unwritten(std::ostream& err, const std::vector<Wish>& wishes) {
  std::string text;
  for (const Wish& wish : wishes) {
    const std::string words = wish_in_words(wish);
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find('\n', begin), words.size());
      text += "  " + encode::terminal(Text{std::string_view(words).substr(begin, end - begin)}) + "\n";
      begin = end + 1;
    }
  }
  if (!text.empty()) err << "This is what was to be entered, to be kept or entered by hand:\n\n" << text << "\n";
}

class Writing {
 public:
  Writing(const Entering& e, const World& world) : e_(e), world_(world) {}

  Entered run() {
    for (int attempt = 1;; ++attempt) {
      Entered entered;
      try {
        const bool writes = !e_.request.has("dry-run");
        std::size_t index = 0;
        std::unique_ptr<Units> units = locate(e_, index);
        const std::string home = folder_of((*units)[index].path(0));
        std::optional<FolderLock> lock;
        if (writes) lock.emplace(absolute(home), shown(home));
        make(std::make_unique<Seen>(e_, std::move(units), index), entered);
        if (writes)
          for (const Edited& file : entered.files) write(file, *lock, home);
        return entered;
      } catch (const ChangedMeanwhile&) {
        if (attempt < kAttempts) continue;
        show_unwritten(world_.err, entered.wishes.list);
        throw;
      } catch (const Failure&) {
        show_unwritten(world_.err, entered.wishes.list);
        throw;
      }
    }
  }

 private:
  void make(std::unique_ptr<Seen> seen, Entered& entered) const {
    entered.id = id_of(seen->relationship());
    entered.wishes = seen->wishes();
    for (std::size_t i = 0; i < entered.wishes.list.size(); ++i) {
      Edited edited = seen->edit(entered.wishes.list[i]);
      if (i + 1 < entered.wishes.list.size()) seen = seen->with(edited);
      entered.take(std::move(edited));
    }
  }

  void write(const Edited& file, const FolderLock& home_lock, const std::string& home) const {
    const std::string folder = folder_of(file.path);
    std::optional<FolderLock> other;
    if (folder != home) other.emplace(absolute(folder), shown(folder));
    const FolderLock& lock = other ? *other : home_lock;
    const std::string name = file.path.substr(folder.size());
    if (!file.is_new && read_for_edit(lock, name) != file.before)
      throw ChangedMeanwhile{{say("`{}` is being changed by another program", Text{file.path}), say("nothing was written; run it again"), ExitCode::failed}};
    commit(lock, {.path = name, .is_new = file.is_new, .before = file.before, .after = file.after});
  }

  std::string absolute(const std::string& folder) const { return folder.empty() ? e_.path : e_.path + "/" + folder; }
  static std::string shown(const std::string& folder) { return folder.empty() ? "." : folder.substr(0, folder.size() - 1); }

  const Entering& e_;
  const World& world_;
};

// ---------------------------------------------------------------- what is said

/// The lines of one side of a change; private ones are passed over.
void add_lines(Block& block, const Source& file, std::uint32_t first, std::string_view lines, std::string_view sign) {
  const PrivateLines hidden = private_lines(file);
  for (std::uint32_t number = first; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const Message text = hidden.contains(number) ? say("(private)") : say("{}", Text{lines.substr(0, end)});
    block.lines.push_back(
        {{}, text, {}, {}, Box::none, {{"sign", "", sign}, {"file", "", say("{}", Text{file.path})}, {"line", "", static_cast<long>(number)}}});
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

Section section_of(const Entered& entered, const Request& request) {
  const bool is_dry = request.has("dry-run");
  Section section;
  section.id = entered.id;
  section.heading = say("{}: {}", Text{entered.id}, entered.wishes.said);
  const Edited* const first = entered.steps.empty() ? nullptr : &entered.steps.front();
  const Mark mark = first == nullptr ? Mark{} : Mark{first->path, first->line, 0};
  section.facts = {{"file", "", first == nullptr ? FactValue{} : FactValue{say("{}", Text{mark.path})}},
                   {"line", "", mark.line == 0 ? FactValue{} : FactValue{static_cast<long>(mark.line)}},
                   {"written", "", !is_dry && first != nullptr}};
  if (first == nullptr)
    section.facts.push_back({"", "written", Message{say("nothing: the journal says so already")}});
  else
    section.facts.push_back(
        {"", is_dry ? "would be written to" : "written to", Message{say("{}:{}{}", Text{mark.path}, mark.line, first->is_new ? " (a new file)" : "")}});
  if (!is_dry && !request.verbose && !request.format->wants_all) return section;
  Block changes{"changes", "", {}, Layout::verbatim, {}};
  for (const Edited& step : entered.steps)
    for (const ChangedLines& change : step.changes) {
      add_lines(changes, {step.path, step.before}, change.line, change.out, "-");
      add_lines(changes, {step.path, step.after}, change.line, change.in, "+");
    }
  section.blocks.push_back(std::move(changes));
  return section;
}

/// Where the request leaves all open and somebody sits there: what they fill in. Their text stays in a file until it is entered.
std::unique_ptr<Sheet> fill_in(const Entering& e, Request& request, const World& world) {
  if (e.request.command->sheet == nullptr || !world.is_interactive) return nullptr;
  std::size_t index = 0;
  std::unique_ptr<Units> units = locate(e, index);
  const std::string text = Seen{e, std::move(units), index}.sheet();
  if (text.empty()) return nullptr;
  const std::string visual = world.variable("VISUAL"), editor = world.variable("EDITOR"), temporary = world.variable("TMPDIR");
  auto sheet = std::make_unique<Sheet>(temporary.empty() ? "/tmp" : temporary, text, ".md");
  request.sheet = sheet->edit(!visual.empty() ? visual : !editor.empty() ? editor : "vi");
  if (request.sheet == text)
    throw Failure{say("nothing was filled in, so nothing was entered"), say("fill in a line of the sheet, or say it with options"), ExitCode::clean};
  return sheet;
}

}  // namespace

ExitCode enter(const Entering& entering, const World& world) {
  Request request = entering.request;
  const Entering e{entering.folder, entering.path, entering.excluded, entering.programme, entering.settings, entering.questions, request, entering.how};
  const std::unique_ptr<Sheet> sheet = fill_in(entering, request, world);
  Entered entered;
  try {
    entered = Writing{e, world}.run();
  } catch (const Failure&) {
    if (sheet) {
      sheet->keep();
      world.err << "What you filled in is kept in " << encode::path(sheet->path()) << "\n";
    }
    throw;
  }
  Report report;
  report.schema = "mentor.entry/1";
  report.group = "relationships";
  report.today = request.today;
  report.closing = entered.wishes.then;
  Surveyed seen{{request, e.settings, request.today, {}, {}, {}, 0}, std::make_unique<Spool>(), {}, {}};
  seen.pieces.push_back(seen.spool->put(request.format->section(section_of(entered, request), e.how)));
  print(world.out, report, seen, *request.format, e.how);
  return ExitCode::clean;
}

}  // namespace mentor
