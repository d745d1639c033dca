#include "journal/source.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/temporary.hpp"
#include "journal/guard.hpp"
#include "journal/problem.hpp"

namespace mentor {
namespace {

constexpr int kDeepestFolder = 16;

constexpr std::array<const char*, 3> kRelationshipNames = {"relationship.md", "relationship.yaml", "relationship.yml"};

bool is_relationship_name(std::string_view name) { return std::ranges::find(kRelationshipNames, name) != kRelationshipNames.end(); }

bool is_settings_name(std::string_view name) { return name == "mentor.yaml" || name == "mentor.yml"; }

bool is_readme(std::string_view name) { return name.size() == 9 && strncasecmp(name.data(), "readme.md", 9) == 0; }

bool is_excluded(std::span<const std::string> exclude, std::string_view path) {
  return std::ranges::any_of(exclude, [&](const std::string& glob) {
    return matches(glob, path) || (glob.ends_with("/**") && path == std::string_view(glob).substr(0, glob.size() - 3));
  });
}

/// Whether a walk never comes to this path: it, or a folder on the way, is hidden or excluded.
bool is_passed_over(std::span<const std::string> exclude, std::string_view path) {
  for (std::size_t begin = 0, end = 0; end < path.size(); begin = end + 1) {
    end = std::min(path.find('/', begin), path.size());
    if (path[begin] == '.' || end == begin || is_excluded(exclude, path.substr(0, end))) return true;
  }
  return path.empty() || path.ends_with('/');
}

enum class EntryKind : std::uint8_t { file, folder, link, other };

struct Entry {
  std::string name;
  EntryKind kind;
};

/// One walk through a folder, in name order.
class Walk {
 public:
  Walk(std::span<const std::string> exclude, std::vector<Problem>& problems, std::vector<Unit>& units, bool looks_for_text = false)
      : exclude_(exclude), problems_(problems), units_(units), looks_for_text_(looks_for_text) {}

  /// `inside` is the unit of the folder that `path` belongs to, or null.
  void enter(int parent, const char* name, const std::string& path, int depth, Unit* inside) {
    if (depth > kDeepestFolder) {
      problems_.push_back(problem_with(problems::too_deep_folder, path, say("folders are nested more than {} deep here", kDeepestFolder),
                                       say("move the journal further up, or name the folder in `exclude:` of mentor.yaml")));
      return;
    }
    const int descriptor = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR* const stream = descriptor < 0 ? nullptr : ::fdopendir(descriptor);
    if (stream == nullptr) {
      problems_.push_back(problem_with(problems::unreadable, path.empty() ? "." : path, say("the folder cannot be opened: {}", error_words(errno)),
                                       say("check its permissions")));
      return;
    }
    const std::vector<Entry> entries = read_entries(stream, path);
    take(entries, ::dirfd(stream), path, depth, inside);
    ::closedir(stream);
  }

 private:
  std::vector<Entry> read_entries(DIR* stream, const std::string& path) {
    std::vector<Entry> entries;
    errno = 0;
    while (const dirent* const entry = ::readdir(stream)) {
      if (entry->d_name[0] == '.') {
        report_unfinished_write(path, entry->d_name);
        errno = 0;
        continue;
      }
      entries.push_back({entry->d_name, kind_of(::dirfd(stream), *entry)});
      errno = 0;
    }
    if (errno != 0)
      problems_.push_back(
          problem_with(problems::unreadable, path.empty() ? "." : path, say("the folder cannot be listed: {}", error_words(errno)), say("check the disk")));
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
  }

  static EntryKind kind_of(int folder, const dirent& entry) {
    switch (entry.d_type) {
      case DT_REG:
        return EntryKind::file;
      case DT_DIR:
        return EntryKind::folder;
      case DT_LNK:
        return EntryKind::link;
      case DT_UNKNOWN:
        break;
      default:
        return EntryKind::other;
    }
    struct stat facts {};
    if (::fstatat(folder, entry.d_name, &facts, AT_SYMLINK_NOFOLLOW) != 0) return EntryKind::other;
    return S_ISREG(facts.st_mode) ? EntryKind::file : S_ISDIR(facts.st_mode) ? EntryKind::folder : S_ISLNK(facts.st_mode) ? EntryKind::link : EntryKind::other;
  }

  void take(const std::vector<Entry>& entries, int folder, const std::string& path, int depth, Unit* inside) {
    Unit own;
    const bool is_unit = inside == nullptr && !looks_for_text_ &&
                         std::ranges::any_of(entries, [](const Entry& e) { return e.kind == EntryKind::file && is_relationship_name(e.name); });
    if (is_unit) {
      own.folder = path;
      own.is_folder = true;
      inside = &own;
    }
    for (const Entry& entry : entries) {
      const std::string below = path + entry.name;
      if (is_excluded(exclude_, below)) continue;
      if (entry.kind == EntryKind::folder) {
        if (is_journal_name(entry.name) && !looks_for_text_) report_not_a_file(below, "a folder");
        enter(folder, entry.name.c_str(), below + "/", depth + 1, inside);
      } else {
        take_leaf(entry, below, depth, inside, path);
      }
    }
    if (is_unit) {
      const auto first = std::ranges::find_if(own.files, [](const std::string& name) { return is_relationship_name(name); });
      std::rotate(own.files.begin(), first, first + 1);
      units_.push_back(std::move(own));
    }
  }

  void take_leaf(const Entry& entry, const std::string& below, int depth, Unit* inside, const std::string& path) {
    if (looks_for_text_) {
      if (entry.kind == EntryKind::file && has_extension(entry.name, ".txt")) units_.push_back({path, {entry.name}, false});
      return;
    }
    if (!is_journal_name(entry.name)) return;
    if (entry.kind == EntryKind::link) {
      problems_.push_back(problem_with(problems::link_not_followed, below, say("this is a link, and links are not followed"),
                                       say("put the file itself into the journal's folder")));
    } else if (entry.kind == EntryKind::other) {
      report_not_a_file(below, "neither file nor folder");
    } else if (depth == 0 && is_settings_name(entry.name)) {
      return;
    } else if (is_readme(entry.name)) {
      return;
    } else if (inside != nullptr) {
      inside->files.push_back(below.substr(inside->folder.size()));
    } else {
      units_.push_back({path, {entry.name}, false});
    }
  }

  void report_unfinished_write(const std::string& path, std::string_view name) {
    const std::string_view owner = owner_of_temporary(name);
    if (owner.empty()) return;
    problems_.push_back(problem_with(problems::unfinished_write, path + std::string(name),
                                     say("left behind by a run that was ended while it wrote `{}`", Text{owner}),
                                     say("`{}` itself is whole; compare the two, take over what is missing there, and delete this file", Text{owner})));
  }

  void report_not_a_file(const std::string& path, std::string_view what) {
    problems_.push_back(
        problem_with(problems::not_a_file, path, say("this has a journal's name but is {}", what), say("rename it, or name it in `exclude:` of mentor.yaml")));
  }

  std::span<const std::string> exclude_;
  std::vector<Problem>& problems_;
  std::vector<Unit>& units_;
  bool looks_for_text_;
};

/// Reads to the end or to just over the limit. errno of a failed read, 0 when all went well.
int read_all(int descriptor, std::string& text) {
  thread_local std::array<char, 64 << 10> buffer;
  text.clear();
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    // a regular file gives less than asked for only at its end
    if (static_cast<std::size_t>(got) < buffer.size() || text.size() > kLargestFile) return 0;
  }
}

}  // namespace

SourceLine line_at(const Source& source, std::size_t offset) {
  const std::string_view text = source.text;
  std::vector<std::uint32_t>& starts = source.line_starts;
  if (starts.empty()) {
    starts.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  const auto next = std::ranges::upper_bound(starts, std::min(offset, text.size()));
  SourceLine line;
  line.number = static_cast<std::uint32_t>(next - starts.begin());
  line.begin = *(next - 1);
  line.end = next == starts.end() ? text.size() : *next - 1;
  if (line.end > line.begin && text[line.end - 1] == '\r') --line.end;
  return line;
}

std::string Unit::id() const {
  std::string id = is_folder ? folder.substr(0, folder.size() - (folder.empty() ? 0 : 1)) : path(0);
  if (!is_folder) id.resize(id.size() - extension(id).size());
  if (id.starts_with("pairs/")) id.erase(0, 6);
  return id.empty() ? "relationship" : id;
}

Folder::Folder(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (descriptor_ < 0)
    throw Failure{say("the folder `{}` cannot be opened: {}", Text{path}, error_words(errno)), say("name the journal's folder with -C, or go there first")};
}

Folder::~Folder() { ::close(descriptor_); }

bool Folder::has_file(const char* name) const {
  struct stat facts {};
  return ::fstatat(descriptor_, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(facts.st_mode);
}

std::vector<Unit> Folder::list(std::span<const std::string> exclude, std::vector<Problem>& problems, const std::string& below) const {
  std::vector<Unit> units;
  if (below.empty()) {
    Walk{exclude, problems, units}.enter(descriptor_, ".", "", 0, nullptr);
  } else if (const std::unique_ptr<Folder> folder = this->below(below)) {
    const auto depth = static_cast<int>(std::ranges::count(below, '/'));
    Walk{exclude, problems, units}.enter(folder->descriptor_, ".", below, depth, nullptr);
  }
  return units;
}

std::vector<Unit> Folder::find(const std::string& id, std::span<const std::string> exclude) const {
  std::vector<Unit> found;
  std::vector<Problem> ignored;
  for (const std::string& path : {id, "pairs/" + id}) {
    const std::string parent = path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    if (is_inside_unit(parent)) continue;
    const std::unique_ptr<Folder> folder = parent.empty() ? nullptr : below(parent);
    if (!parent.empty() && !folder) continue;
    for (const std::string_view extension : {".md", ".yaml", ".yml"}) {
      const std::string name = path.substr(parent.size()).append(extension);
      const bool is_there =
          (folder ? *folder : *this).has_file(name.c_str()) && is_journal_name(name) && !is_readme(name) && !(parent.empty() && is_settings_name(name));
      const Unit unit{parent, {name}};
      if (is_there && unit.id() == id && !is_passed_over(exclude, unit.path(0))) found.push_back(unit);
    }
    if (is_passed_over(exclude, path) || !has_relationship(path + "/")) continue;
    for (Unit& unit : list(exclude, ignored, path + "/"))
      if (unit.is_folder && unit.id() == id) found.push_back(std::move(unit));
  }
  return found;
}

bool Folder::has_relationship(std::string_view path) const {
  const std::unique_ptr<Folder> folder = below(path);
  return folder && std::ranges::any_of(kRelationshipNames, [&](const char* name) { return folder->has_file(name); });
}

bool Folder::is_inside_unit(std::string_view path) const {
  if (std::ranges::any_of(kRelationshipNames, [&](const char* name) { return has_file(name); })) return true;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
    if (has_relationship(path.substr(0, slash + 1))) return true;
  return false;
}

std::vector<std::string> Folder::list_text_files(std::string_view folder) const {
  std::vector<Unit> units;
  std::vector<Problem> ignored;
  const std::string path(folder);
  Walk{{}, ignored, units, true}.enter(descriptor_, path.empty() ? "." : path.c_str(), path, 0, nullptr);
  std::vector<std::string> paths;
  for (const Unit& unit : units) paths.push_back(unit.path(0));
  return paths;
}

std::unique_ptr<Folder> Folder::below(std::string_view path) const {
  if (path.empty() || path.front() == '/') return nullptr;
  std::unique_ptr<Folder> folder;
  while (!path.empty()) {
    const std::string name(path.substr(0, path.find('/')));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    if (name.empty() || name == ".") continue;
    if (name == "..") return nullptr;
    const int descriptor = ::openat(folder ? folder->descriptor_ : descriptor_, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return nullptr;
    folder.reset(new Folder(descriptor));
  }
  return folder;
}

bool Folder::read_file(std::string_view path, Source& source, std::vector<Problem>& problems, std::string_view shown) const {
  if (shown.empty()) shown = path;
  source.path = shown;
  source.line_starts.clear();
  // a name below this folder is the end of the path that is shown
  const Descriptor file{::openat(descriptor_, source.path.c_str() + (shown.size() - path.size()), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
  const int error = file ? read_all(file.get(), source.text) : errno;
  if (error == 0 && source.text.size() <= kLargestFile) return true;
  if (error != 0)
    problems.push_back(problem_with(problems::unreadable, shown, say("the file cannot be read: {}", error_words(error)), say("check its permissions")));
  else
    problems.push_back(problem_with(problems::too_large, shown, say("the file is larger than {} KiB", kLargestFile >> 10),
                                    say("split it, or name it in `exclude:` of mentor.yaml")));
  source.text.clear();
  return false;
}

void Folder::read(const Unit& unit, std::vector<Source>& sources, std::vector<Problem>& problems) const {
  if (sources.size() < unit.files.size()) sources.resize(unit.files.size());
  const std::string folder = unit.folder.empty() ? "." : unit.folder;
  const Folder here{::openat(descriptor_, folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  for (std::size_t i = 0; i < unit.files.size(); ++i) {
    here.read_file(unit.files[i], sources[i], problems, unit.path(i));
  }
}

bool matches(std::string_view glob, std::string_view path) {
  // `star` and `resume` remember the last wildcard, so that a mismatch costs one step back and never a recursion
  std::size_t g = 0, p = 0, star = std::string_view::npos, resume = 0;
  while (p < path.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g;
      resume = p;
      g += glob.substr(g).starts_with("**") ? 2U : 1U;
      if (glob.substr(star).starts_with("**/")) ++g;
      continue;
    }
    if (g < glob.size() && (glob[g] == path[p] || (glob[g] == '?' && path[p] != '/'))) {
      ++g;
      ++p;
      continue;
    }
    if (star == std::string_view::npos) return false;
    const bool crosses = glob.substr(star).starts_with("**");
    if (!crosses && path[resume] == '/') return false;
    p = ++resume;
    g = star + (crosses ? 2U : 1U) + (glob.substr(star).starts_with("**/") ? 1U : 0U);
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

std::string_view extension(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos ? std::string_view{} : path.substr(dot);
}

bool has_extension(std::string_view path, std::string_view lower_case) {
  return path.size() >= lower_case.size() && strncasecmp(path.data() + path.size() - lower_case.size(), lower_case.data(), lower_case.size()) == 0;
}

bool is_journal_name(std::string_view name) {
  return has_extension(name, ".md") || has_extension(name, ".yaml") || has_extension(name, ".yml") || has_extension(name, ".markdown");
}

}  // namespace mentor
