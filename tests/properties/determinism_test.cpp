// Same folder, same request, same day: the same bytes, whatever the machine around the program is like.
#include <doctest/doctest.h>

#include <locale.h>
#include <time.h>

#include <algorithm>

#include "transcript.hpp"

namespace mentor::transcript {
namespace {

const fs::path kProgramme = MENTOR_ROOT "/examples/programme";
using Environment = std::map<std::string, std::string>;

/// What the commands print, in every form they have, one behind the other.
std::string everything(const fs::path& folder, const Environment& environment = {}) {
  std::string out;
  const auto add = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--today", "2026-06-15"});
    out += run_in(folder, arguments, environment).shown();
  };
  for (const std::string format : {"full", "concise", "json"}) add({"check", "--verbose", "--format", format});
  for (const std::string format : {"full", "json"}) add({"status", "--format", format});
  for (const std::string pair : {"2025/gladys", "2026/wendy"}) add({"show", pair});
  add({"export", "--format", "json"});
  return out;
}

/// Sets a variable of the process, which the libraries below might look at, and puts it back.
class ProcessVariable {
 public:
  ProcessVariable(std::string name, const char* value) : name_(std::move(name)), before_(::getenv(name_.c_str()) == nullptr ? "" : ::getenv(name_.c_str())) {
    ::setenv(name_.c_str(), value, 1);
  }
  ~ProcessVariable() { before_.empty() ? ::unsetenv(name_.c_str()) : ::setenv(name_.c_str(), before_.c_str(), 1); }
  ProcessVariable(const ProcessVariable&) = delete;
  ProcessVariable& operator=(const ProcessVariable&) = delete;

 private:
  std::string name_, before_;
};

/// The programme's files, made anew in the order of `paths`.
std::string from_copy(const std::vector<fs::path>& paths) {
  const FreshFolder folder;
  for (const fs::path& path : paths) write_text(folder.path() / path, read_text(kProgramme / path));
  return everything(folder.path());
}

}  // namespace

TEST_CASE("the number of threads changes no byte") {
  const std::string once = everything(kProgramme, {{"MENTOR_THREADS", "1"}});
  CHECK(once.size() > 50'000);
  for (const std::string threads : {"2", "4", "64"}) {
    const bool same = everything(kProgramme, {{"MENTOR_THREADS", threads}}) == once;
    CHECK(same);
  }
}

TEST_CASE("both readers of YAML give the same bytes") {
  const std::string difference = differences(everything(kProgramme), everything(kProgramme, {{"MENTOR_YAML", "reference"}}), "reference");
  CHECK_MESSAGE(difference.empty(), difference);
}

TEST_CASE("time zone and language of the process change no byte") {
  const std::string here = everything(kProgramme);
  for (const char* const zone : {"Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata"}) {
    const ProcessVariable variable{"TZ", zone};
    ::tzset();
    const bool same = everything(kProgramme) == here;
    CHECK(same);
  }
  for (const char* const language : {"C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"}) {
    const ProcessVariable variable{"LC_ALL", language};
    ::setlocale(LC_ALL, "");
    const bool same = everything(kProgramme) == here;
    ::setlocale(LC_ALL, "C");
    CHECK(same);
  }
}

TEST_CASE("neither the order in which files were made nor their times change a byte") {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(kProgramme))
    if (entry.is_regular_file()) paths.push_back(fs::relative(entry.path(), kProgramme));
  std::ranges::sort(paths);
  const std::string forwards = from_copy(paths);
  std::ranges::reverse(paths);
  const bool same = from_copy(paths) == forwards, as_in_place = everything(kProgramme) == forwards;
  CHECK(same);
  CHECK(as_in_place);
}

TEST_CASE("the same command twice gives the same bytes") {
  const bool same = everything(kProgramme) == everything(kProgramme);
  CHECK(same);
}

}  // namespace mentor::transcript
