#include "journal/adoption.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/failure.hpp"
#include "journal/problem.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRelationshipFiles[] = {"relationship.md", "relationship.yaml", "relationship.yml"};

/// As a user writes it: from where they are, unless that leads upwards.
std::string shown(const fs::path& path, const fs::path& here) {
  const fs::path relative = path.lexically_relative(here);
  return relative.empty() || *relative.begin() == ".." ? path.native() : relative.native();
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

/// With links resolved, so that what lies below what can be told from the names.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path found = fs::canonical(path, error);
  if (error) throw Failure{say("the folder `{}` cannot be opened: {}", Text{path.native()}, error.message()), say("check the name and the rights")};
  return found;
}

fs::path find_notes(const std::string& notes, const fs::path& here, const fs::path& journal) {
  for (const fs::path& path : {here / notes, journal / notes}) {
    if (is_folder(path)) return resolved(path);
    if (is_there(path) && !fs::is_symlink(path)) throw Failure{say("`{}` is a file", Text{notes}), say("name the folder that the notes lie in")};
  }
  throw Failure{say("there is no folder `{}`", Text{notes}), say("name the folder that the notes lie in")};
}

/// The file to be written; its folder exists.
fs::path find_target(const fs::path& notes, const std::string& output, const fs::path& here) {
  if (output.empty()) return notes / kRelationshipFiles[0];
  fs::path target = (here / output).lexically_normal();
  if (is_folder(target)) target /= kRelationshipFiles[0];
  const std::string name = target.filename().native();
  if (!has_extension(name, ".md") || name.starts_with('.'))
    throw Failure{say("`{}` is not a name for a relationship's file", Text{output}), say("write a name that ends in .md")};
  if (!is_folder(target.parent_path()))
    throw Failure{say("there is no folder `{}`", Text{shown(target.parent_path(), here)}), say("make it first, or name another file with --output")};
  return resolved(target.parent_path()) / name;
}

/// Path of `notes` below `folder` with a '/' behind it; empty when they are the same.
std::string prefix_of(const fs::path& notes, const fs::path& folder) {
  const fs::path relative = notes.lexically_relative(folder);
  if (relative == ".") return {};
  if (relative.empty() || *relative.begin() == "..")
    throw Failure{say("`{}` does not lie below `{}`", Text{notes.native()}, Text{folder.native()}),
                  say("a relationship adopts notes below its own folder; name another file with --output")};
  for (const fs::path& part : relative)
    if (part.native().starts_with('.'))
      throw Failure{say("`{}` is a hidden folder, and those are not read", Text{part.native()}), say("name a file inside it with --output, or rename it")};
  return relative.native() + "/";
}

/// A folder that holds a relationship's file is that relationship's with all that lies below it.
void refuse_neighbours(const fs::path& notes, const fs::path& target, const fs::path& here, const fs::path& journal) {
  if (is_there(target))
    throw Failure{say("`{}` is there already, and nothing is written over", Text{shown(target, here)}), say("name another file with --output"),
                  ExitCode::failed};
  for (fs::path folder = notes;; folder = folder.parent_path()) {
    for (const std::string_view name : kRelationshipFiles)
      if (is_there(folder / name))
        throw Failure{say("the notes belong to a relationship already: `{}`", Text{shown(folder / name, here)}),
                      say("`mentor show` with its name and --read tells how they are understood"), ExitCode::failed};
    if (folder == journal || folder == folder.parent_path()) return;
  }
}

bool is_notes_name(std::string_view path) { return has_extension(path, ".md") || has_extension(path, ".markdown") || has_extension(path, ".txt"); }

/// All that the journal's folder holds, and the text files below `prefix`.
std::vector<std::string> all_files(const Folder& folder, const std::string& prefix) {
  Problems ignored;
  std::vector<std::string> paths = folder.list_text_files(prefix);
  for (const Unit& unit : folder.list({}, ignored))
    for (std::size_t file = 0; file < unit.files.size(); ++file) paths.push_back(unit.path(file));
  return paths;
}

/// The notes below `prefix`, and globs that find them. A file called `relationship` has all that lies in its folder besides.
void find_files(Adoption& adoption, const std::string& prefix) {
  const bool has_all = adoption.unit.files[0] == kRelationshipFiles[0];
  std::set<std::string> endings, deep_endings;
  for (const std::string& path : all_files(Folder{adoption.folder}, prefix)) {
    const bool is_note = path.starts_with(prefix) && is_notes_name(path);
    if (is_note || has_all) adoption.unit.files.push_back(path);
    if (!is_note) continue;
    const bool is_deep = path.find('/', prefix.size()) != std::string::npos;
    (is_deep ? deep_endings : endings).insert(path.substr(path.rfind('.')));
  }
  std::sort(adoption.unit.files.begin() + 1, adoption.unit.files.end());
  for (const std::string& ending : deep_endings) adoption.globs.push_back(prefix + "**/*" + ending);
  for (const std::string& ending : endings)
    if (!deep_endings.contains(ending)) adoption.globs.push_back(prefix + "*" + ending);
}

/// The id in the journal at `journal`; a Failure when another relationship has it.
std::string find_id(const fs::path& target, const fs::path& journal) {
  const fs::path below = target.parent_path().lexically_relative(journal);
  if (below.empty() || *below.begin() == "..") return {};
  const std::string folder = below == "." ? std::string{} : below.native() + "/";
  const bool is_whole_folder = target.filename() == kRelationshipFiles[0];
  const std::string id = Unit{folder, {target.filename().native()}, is_whole_folder}.id();
  Problems ignored;
  for (const Unit& unit : Folder{journal.native()}.list({}, ignored))
    if (unit.id() == id && unit.files.size() == 1)
      throw Failure{say("a relationship called `{}` stands in `{}` already", Text{id}, Text{unit.path(0)}),
                    say("add `notes:` there, or name another file with --output"), ExitCode::failed};
  return id;
}

}  // namespace

Adoption plan_adoption(const std::string& notes, const std::string& output, const std::string& here, const std::string& journal) {
  const fs::path root = resolved(journal), place = resolved(here);
  const fs::path folder = find_notes(notes, place, root);
  const fs::path target = find_target(folder, output, place);
  Adoption adoption;
  adoption.folder = target.parent_path().native();
  adoption.target = shown(target, place);
  adoption.unit.files.push_back(target.filename().native());
  adoption.unit.is_folder = true;
  const std::string prefix = prefix_of(folder, adoption.folder);
  refuse_neighbours(folder, target, place, root);
  find_files(adoption, prefix);
  if (adoption.globs.empty())
    throw Failure{say("there are no notes in `{}`", Text{shown(folder, place)}), say("notes are files that end in .md, .markdown or .txt")};
  adoption.id = find_id(target, root);
  return adoption;
}

}  // namespace mentor
