// Runs the pages of documentation: prose, fenced files that are made in a fresh folder, and fenced `console` blocks whose commands are run
// and whose output must be what the page says.
//
//   ```yaml pairs/ada.yaml      a file: its language, its path, and `crlf` or `bom` where it begins or ends so
//   ```console                  lines `$ mentor ...`, each followed by what it prints and by [1] when that is its exit code; `$ cat FILE` and
//                               `$ ls FOLDER` show what was written
#include <doctest/doctest.h>

#include "rules/rule.hpp"
#include "transcript.hpp"

namespace mentor::transcript {
namespace {

/// The words of a command line; quotes hold words together, and nothing else of a shell is known.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  char quote = 0;
  bool is_inside = false;
  for (const char c : line) {
    if (quote == 0 && c == ' ') {
      is_inside = false;
      continue;
    }
    if (!is_inside) words.emplace_back();
    is_inside = true;
    if (quote == 0 && (c == '"' || c == '\'')) quote = c;
    else if (c == quote) quote = 0;
    else words.back() += c;
  }
  return words;
}

/// The backticks or tildes a fence opens with; empty when the line is none.
std::string fence_of(const std::string& line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return {};
  return line.substr(0, line.find_first_not_of(line[0]));
}

class Page {
 public:
  Page(const std::string& text, fs::path folder) : lines_(lines_of(text)), folder_(std::move(folder)) {}

  /// The page as it should be: the same words, with what the commands print now.
  std::string run() {
    while (at_ < lines_.size()) {
      const std::string line = take();
      if (const std::string fence = fence_of(line); !fence.empty()) block(fence, words_of(line.substr(fence.size())));
    }
    return std::move(out_);
  }

 private:
  const std::string& take() {
    out_ += lines_[at_] + "\n";
    return lines_[at_++];
  }

  bool is_end(const std::string& fence) const { return at_ == lines_.size() || lines_[at_] == fence; }

  void block(const std::string& fence, const std::vector<std::string>& info) {
    if (info.size() == 1 && info[0] == "console") console(fence);
    else if (info.size() >= 2) make_file(fence, info);
    else
      while (!is_end(fence)) take();
    if (at_ < lines_.size()) take();
  }

  void make_file(const std::string& fence, const std::vector<std::string>& info) {
    const auto has = [&info](std::string_view word) { return std::find(info.begin() + 2, info.end(), word) != info.end(); };
    std::string text = has("bom") ? "\xEF\xBB\xBF" : "";
    while (!is_end(fence)) text += take() + (has("crlf") ? "\r\n" : "\n");
    write_text(folder_ / info[1], text);
  }

  void console(const std::string& fence) {
    while (!is_end(fence)) {
      const std::string command = lines_[at_];
      const bool is_mentor = command.starts_with("$ mentor");
      if (!is_mentor && !command.starts_with("$ cat ") && !command.starts_with("$ ls ")) {
        ++at_;  // what an earlier run printed
        continue;
      }
      take();
      const std::vector<std::string> words = words_of(command.substr(2));
      const std::string shown = is_mentor ? run_in(folder_, {words.begin() + 1, words.end()}).shown() : words[0] == "cat" ? read_text(folder_ / words[1]) : listed(words[1]);
      out_ += shown.empty() || shown.ends_with('\n') ? shown : shown + "\n";
    }
  }

  std::string listed(const std::string& folder) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_ / folder)) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    std::string out;
    for (const std::string& name : names) out += name + "\n";
    return out;
  }

  std::vector<std::string> lines_;
  fs::path folder_;
  std::size_t at_ = 0;
  std::string out_;
};

void hold(const fs::path& page, const fs::path& folder) {
  const std::string difference = held_to(page, Page{read_text(page), folder}.run());
  CHECK_MESSAGE(difference.empty(), difference);
}

}  // namespace

TEST_CASE("every page of tests/transcripts says what the program prints") {
  std::size_t pages = 0;
  for (const auto& entry : fs::directory_iterator(MENTOR_ROOT "/tests/transcripts")) {
    if (entry.path().extension() != ".md") continue;
    const FreshFolder folder;
    hold(entry.path(), folder.path());
    ++pages;
  }
  CHECK(pages >= 11);
}

TEST_CASE("every rule speaks on some page") {
  std::string all;
  for (const auto& entry : fs::directory_iterator(MENTOR_ROOT "/tests/transcripts")) all += read_text(entry.path());
  for (const Rule* const rule : all_rules()) {
    CAPTURE(rule->id);
    const bool speaks = all.find("[" + std::string(rule->id) + "]: ") != std::string::npos;
    CHECK(speaks);
  }
}

TEST_CASE("the README of every example says what the program prints") {
  for (const auto& entry : fs::directory_iterator(MENTOR_ROOT "/examples"))
    if (entry.is_directory()) hold(entry.path() / "README.md", entry.path());
}

TEST_CASE("the README says what the program prints") { hold(MENTOR_ROOT "/README.md", MENTOR_ROOT); }

TEST_CASE("a page that is wrong is told with its line and both spellings") {
  CHECK(differences("a\nb\nc\n", "a\nB\nc\n", "page.md") == "page.md:2\n  - b\n  + B\n");
  CHECK(differences("a\n", "a\nb\n", "page.md") == "page.md:2\n  + b\n");
  CHECK(differences("a\n", "a\n", "page.md").empty());
}

}  // namespace mentor::transcript
