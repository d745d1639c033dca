// What tests of the whole program share: a fresh folder, a run of the program in this process, and two texts compared for a reader.
#pragma once
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run.hpp"

namespace mentor::transcript {

namespace fs = std::filesystem;

/// Tests that compare with a file write it anew instead.
inline bool wants_update() { return ::getenv("MENTOR_UPDATE") != nullptr; }

inline std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Makes the folders above it too.
inline void write_text(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream{path, std::ios::binary} << text;
}

/// Lines without their ends; a text without a final line end has its last line all the same.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A text in one line with single spaces, so that words are found where a line breaks between them.
inline std::string unwrapped(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  return out;
}

/// An empty folder that goes away with the value.
class FreshFolder {
 public:
  FreshFolder() {
    std::string pattern = (fs::temp_directory_path() / "mentor-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
    // the search for a journal upwards ends here
    fs::create_directory(path_ / ".git");
  }
  ~FreshFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Ran {
  std::string out, err;
  int code = 0;

  /// As a transcript has it: what was printed, and the exit code when it is not 0.
  std::string shown() const { return out + err + (code == 0 ? "" : "[" + std::to_string(code) + "]\n"); }
};

inline std::string replaced(std::string text, const std::string& from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

/// The program in this process: no shell, no terminal, no environment but what is given, and the 30th of March 2026.
inline Ran run_in(const fs::path& folder, const std::vector<std::string>& arguments, std::map<std::string, std::string> environment = {}) {
  std::ostringstream out, err;
  World world{out, err, make_date(2026, 3, 30), folder.string(), std::move(environment)};
  world.salt = [] { return std::string("5a17c0de5a17c0de5a17c0de5a17c0de"); };
  Ran ran;
  ran.code = run(arguments, world);
  // where the folder lies differs from run to run
  ran.out = replaced(out.str(), folder.string(), "/home/ada/journal");
  ran.err = replaced(err.str(), folder.string(), "/home/ada/journal");
  return ran;
}

/// The lines that differ, as `diff` shows them, under the name and line of the page; empty when there are none.
inline std::string differences(const std::string& expected, const std::string& actual, const std::string& name) {
  const std::vector<std::string> a = lines_of(expected), b = lines_of(actual);
  // longest[i][j]: how many lines a[i..] and b[j..] have in common
  std::vector<std::vector<unsigned>> longest(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;) longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
  std::string out;
  bool is_open = false;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      is_open = false;
      ++i, ++j;
      continue;
    }
    if (!is_open) out += name + ":" + std::to_string(i + 1) + "\n";
    is_open = true;
    if (j == b.size() || (i < a.size() && longest[i + 1][j] >= longest[i][j + 1])) out += "  - " + a[i++] + "\n";
    else out += "  + " + b[j++] + "\n";
  }
  if (out.empty() && expected != actual) out = name + ": only the line ends differ\n";
  return out;
}

/// Holds a file to what is true now, or writes it anew when that is wanted. What differs, as text.
inline std::string held_to(const fs::path& path, const std::string& actual) {
  const std::string expected = read_text(path);
  if (expected == actual) return {};
  if (wants_update()) write_text(path, actual);
  return wants_update() ? std::string{} : differences(expected, actual, fs::relative(path, MENTOR_ROOT).string()) + "(MENTOR_UPDATE=1 writes it anew)\n";
}

}  // namespace mentor::transcript
