// Holds the shape of the house: who includes whom, one door for each third party, journal text printed by encoders only, and the list of
// rules complete. Reads the sources as text.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "commands/schema.hpp"
#include "rules/rule.hpp"
#include "transcript.hpp"

namespace mentor::transcript {
namespace {

const std::vector<std::string> kLayers = {"base", "journal", "rules", "practice", "report", "commands", "cli"};

/// Files outside journal/ that may see the bytes of a Text, and why.
const std::map<std::string, std::string> kMayCallRaw = {
    {"base/text.hpp", "defines it"},
    {"base/encode.cpp", "the encoders"},
    {"cli/run.cpp", "globs of mentor.yaml become patterns for paths"},
    {"cli/enter.cpp", "globs of `notes:` become folders to look into"},
    {"commands/done.cpp", "an action is found by its words, in whatever case"},
    {"commands/import_calendar.cpp", "addresses of the two are compared with those of a calendar"},
    {"commands/remind.cpp", "a person is found by name or address, in whatever case"},
    {"commands/new.cpp", "the two names head the new file"},
    {"rules/check.cpp", "compares names of rules, hashes ids for the fingerprint, and keeps names when the files are gone"},
    {"rules/settings.cpp", "reads settings"},
    {"rules/topics.cpp", "topics are compared, whatever their case"},
    {"rules/actions_carried.cpp", "the text is hashed as the subject"},
    {"rules/needs_unmet.cpp", "ratings and names of questions are read"},
    {"rules/goal_record.cpp", "the words of a title are counted"},
    {"practice/questions.cpp", "names of sets, also as answers have them, and the folder of own ones"},
    {"commands/describe.cpp", "the id of a section"},
    {"practice/seal.cpp", "answers are hashed"},
    {"practice/voices.cpp", "ids of questions are keys of answers"},
    {"practice/worksheet.cpp", "names of sets and ids, which are plain words, head a sheet"},
    {"commands/feedback.cpp", "areas are compared with --area"},
    {"commands/feedback_sheets.cpp", "the name of a set, a plain word, in a file's name"},
};

/// What no source may contain, and what stands in its place.
const std::map<std::string, std::string> kForbidden = {
    {"YAML::Load", "hangs on some inputs; journal/yaml.cpp uses the events"},
    {"fmt::runtime", "a pattern is a literal, so that the compiler checks it"},
    {"std::regex", "crashes on long lines; write a scanner"},
    {"system(", "base/editor.hpp starts the user's editor, and nothing else is started"},
    {"popen(", "base/editor.hpp starts the user's editor, and nothing else is started"},
    {"stoi(", "throws, and takes '3x' for 3; journal/values.hpp has readers"},
    {"atoi(", "takes anything for 0; journal/values.hpp has readers"},
};

struct File {
  /// Below src/, with '/'.
  std::string name;
  std::vector<std::string> lines;

  bool is_test() const { return name.ends_with("_test.cpp"); }
  std::string layer() const { return name.find('/') == std::string::npos ? "main" : name.substr(0, name.find('/')); }
};

std::vector<File> files_below(const fs::path& root) {
  std::vector<File> list;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") list.push_back({fs::relative(entry.path(), root).generic_string(), lines_of(read_text(entry.path()))});
  std::ranges::sort(list, {}, &File::name);
  return list;
}

const std::vector<File>& sources() {
  static const std::vector<File> files = files_below(MENTOR_ROOT "/src");
  return files;
}

/// The name of the type whose definition begins on this line, at the left margin; empty when none does.
std::string type_defined(const std::string& line) {
  for (const std::string_view keyword : {"struct ", "class ", "enum class ", "enum ", "union "}) {
    if (!line.starts_with(keyword)) continue;
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", keyword.size());
    const bool is_specialised = end < line.size() && line[end] == '<', is_declared = line.ends_with(';') && line.find('{') == std::string::npos;
    return is_specialised || is_declared ? std::string{} : line.substr(keyword.size(), end - keyword.size());
  }
  return {};
}

/// Every type of a file that other files can name, with its namespace: what stands in an unnamed namespace is the file's own.
std::vector<std::string> types_of(const File& file) {
  std::vector<std::string> scopes, types;
  for (const std::string& line : file.lines) {
    if (line.starts_with("namespace ") && line.ends_with('{')) scopes.push_back(line.substr(10, line.size() - 11));
    if (line.starts_with('}') && line.find("// namespace") != std::string::npos && !scopes.empty()) scopes.pop_back();
    const std::string name = type_defined(line);
    if (name.empty() || std::ranges::find(scopes, "") != scopes.end()) continue;
    std::string full;
    for (const std::string& scope : scopes) full += scope;
    types.push_back(full + ":: " + name);
  }
  return types;
}

/// What stands between the quotes or brackets of an #include line; empty when the line is none.
std::string included(const std::string& line) {
  if (!line.starts_with("#include ")) return {};
  const std::size_t open = line.find_first_of("\"<");
  return line.substr(open + 1, line.find_first_of("\">", open + 1) - open - 1);
}

std::ptrdiff_t rank(const std::string& layer) {
  const auto at = std::ranges::find(kLayers, layer);
  return layer == "main" ? static_cast<std::ptrdiff_t>(kLayers.size()) : at == kLayers.end() ? -1 : at - kLayers.begin();
}

/// Lines of the sources that a test picks, as "name:line: text".
template <class Is>
std::string offenders(Is is_one) {
  std::string found;
  for (const File& file : sources())
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (is_one(file, file.lines[i])) found += file.name + ":" + std::to_string(i + 1) + ": " + file.lines[i] + "\n";
  return found;
}

}  // namespace

TEST_CASE("every folder includes only folders to its left") {
  const std::string found = offenders([](const File& file, const std::string& line) {
    const std::string what = included(line);
    if (file.is_test() || what.find('/') == std::string::npos) return false;
    const std::ptrdiff_t of_what = rank(what.substr(0, what.find('/')));
    return of_what >= 0 && of_what > rank(file.layer());
  });
  CHECK_MESSAGE(found.empty(), found);
}

TEST_CASE("every source lies in a folder of the plan") {
  for (const File& file : sources()) {
    CAPTURE(file.name);
    CHECK(rank(file.layer()) >= 0);
  }
}

TEST_CASE("every third party has one door") {
  const std::map<std::string, std::string> doors = {{"CLI/", "cli/parse.cpp"}, {"yaml-cpp/", "journal/yaml.cpp"}, {"utf8proc.h", "base/unicode.cpp"},
                                                    {"nlohmann/", "report/template.cpp"},
                                                    {"kainjow/", "report/template.cpp"}};
  const std::string found = offenders([&doors](const File& file, const std::string& line) {
    const std::string what = included(line);
    return !file.is_test() && std::ranges::any_of(doors, [&](const auto& door) { return what.starts_with(door.first) && file.name != door.second; });
  });
  CHECK_MESSAGE(found.empty(), found);
  const std::string foreign = offenders([](const File& file, const std::string& line) {
    const std::string what = included(line);
    return !file.is_test() && what.starts_with("doctest/");
  });
  CHECK_MESSAGE(foreign.empty(), foreign);
}

TEST_CASE("bytes of a journal are seen by the readers and the encoders, and by few others") {
  std::set<std::string> callers;
  const std::string found = offenders([&callers](const File& file, const std::string& line) {
    if (file.is_test() || file.layer() == "journal" || (line.find(".raw()") == std::string::npos && line.find(" raw()") == std::string::npos)) return false;
    callers.insert(file.name);
    return kMayCallRaw.count(file.name) == 0;
  });
  CHECK_MESSAGE(found.empty(), found);
  for (const auto& [name, reason] : kMayCallRaw) {
    CAPTURE(name);
    CHECK(callers.count(name) == 1);  // else it needs no exception any more
  }
}

TEST_CASE("what has bitten others is not used") {
  const std::string found = offenders([](const File& file, const std::string& line) {
    const std::string code = line.substr(0, line.find("//"));
    return !file.is_test() && std::ranges::any_of(kForbidden, [&code](const auto& entry) { return code.find(entry.first) != std::string::npos; });
  });
  CHECK_MESSAGE(found.empty(), found);
}

TEST_CASE("one file alone starts another program") {
  const std::string found = offenders([](const File& file, const std::string& line) {
    const bool starts = line.find("::fork(") != std::string::npos || line.find("::exec") != std::string::npos || line.find("posix_spawn") != std::string::npos;
    return starts && file.name != "base/editor.cpp";
  });
  CHECK_MESSAGE(found.empty(), found);
}

TEST_CASE("every source opens with a sentence, unless its header does") {
  for (const File& file : sources()) {
    CAPTURE(file.name);
    REQUIRE(!file.lines.empty());
    const std::string stem = file.name.substr(0, file.name.size() - (file.is_test() ? 9 : 4));
    const bool has_header = file.name.ends_with(".cpp") && fs::exists(MENTOR_ROOT "/src/" + stem + ".hpp");
    const bool is_beside_its_subject = file.is_test() && fs::exists(MENTOR_ROOT "/src/" + stem + ".cpp");
    CHECK((has_header || is_beside_its_subject || file.lines[0].starts_with("// ")));
  }
}

TEST_CASE("no two types of one namespace share a name") {
  // two of one name are one to the linker, which keeps either, and the program runs with the members of the other
  std::map<std::string, std::string> first;
  std::string found;
  for (const char* const root : {"/src", "/tests"})
    for (const File& file : files_below(std::string(MENTOR_ROOT) + root))
      for (const std::string& type : types_of(file))
        if (const auto [at, is_new] = first.emplace(type, file.name); !is_new) found += type + " in " + at->second + " and in " + file.name + "\n";
  CHECK_MESSAGE(found.empty(), found);
  CHECK(first.contains("mentor :: Relationship"));
  CHECK(types_of({"a.cpp", {"namespace mentor {", "namespace {", "struct Own {", "};", "}  // namespace", "class Seen {", "struct Later;", "}  // namespace mentor"}}) ==
        std::vector<std::string>{"mentor :: Seen"});
}

TEST_CASE("no line is longer than 220 columns") {
  const std::string found = offenders([](const File&, const std::string& line) { return line.size() > 220; });
  CHECK_MESSAGE(found.empty(), found);
}

TEST_CASE("every document that is printed has a schema, and every schema a document") {
  std::set<std::string> printed, described;
  for (const File& file : sources())
    for (const std::string& line : file.lines) {
      const std::size_t at = line.find("\"mentor."), end = line.find("/1\"");
      const bool names_one = at != std::string::npos && end != std::string::npos && !file.name.starts_with("commands/schema");
      if (names_one) printed.insert(line.substr(at + 8, end - at - 8));
    }
  for (const Schema& schema : all_schemas())
    if (schema.text(schema).find("\"const\": \"mentor.") != std::string::npos) described.emplace(schema.name);
  CHECK(printed == described);
}

TEST_CASE("every rule stands in a file of its name, and every such file is in the list") {
  std::set<std::string> defined, listed;
  for (const File& file : sources())
    if (file.layer() == "rules" && !file.is_test())
      for (const std::string& line : file.lines)
        if (line.starts_with("constinit const Rule ")) {
          const std::string name = line.substr(21, line.find(' ', 21) - 21);
          CHECK(file.name == "rules/" + name + ".cpp");
          std::string id = name;
          std::ranges::replace(id, '_', '-');
          CHECK(std::ranges::find(file.lines, "    .id = \"" + id + "\",") != file.lines.end());
          defined.insert(id);
        }
  for (const Rule* const rule : all_rules()) listed.emplace(rule->id);
  CHECK(defined == listed);
}

}  // namespace mentor::transcript
