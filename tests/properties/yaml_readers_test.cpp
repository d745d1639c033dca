// Holds the two YAML readers equal: what the strict one takes, yaml-cpp behind the guard reads as the same tree, byte for byte.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "journal/guard.hpp"
#include "journal/yaml.hpp"
#include "journal/yaml_strict.hpp"
#include "same_tree.hpp"

namespace mentor {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(undefined_behavior_sanitizer)
#define MENTOR_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(MENTOR_SANITIZED)
constexpr int kMutations = 15'000;
#else
constexpr int kMutations = 300'000;
#endif
/// Of the mutated texts, how many the strict reader must take: fewer would compare nothing.
constexpr int kLeastAcceptedPercent = 30;

constexpr std::array<std::string_view, 9> kSamples = {
    R"(mentor: Grace Hopper <grace@example.org>
mentee: "Ada Lovelace"
started: 2026-01-07
cadence: 2 weeks   # agreed
agreement:
  date: 2026-01-14
  signed: [mentor, mentee]
  expectations: {mentor: "opens doors, tells", mentee: brings the agenda}
)",
    R"(goals:
  - id: review
    title: Lead a design review
    progress: [2026-02-01, 2026-03-02]
    priority: {mentor: 2, mentee: 1}
  - id: talk
    title: 'Say it''s done'
    due:
)",
    R"(meetings:
- date: 2026-01-14
  status: held
  minutes: 55/60
  notes: |
    Talked about the plan.

      indented: further
    Last line.
  actions:
  - text: read the guide
    owner: mentee
- date: 2026-01-28
  status: cancelled
)",
    R"(a: >-
  folded text
  of two lines

  and a paragraph
b: |+
  kept

c: |-
  stripped
)",
    "a: 1\r\nb:\r\n  - x\r\n  - |\r\n    one\r\n    two\r\nc: \"q\"\r\n",
    R"(---
# a comment
mentor: A
  # inside
list:
  -
  - ~
  - null
  - - x
    - y: 1
      z:
last: "with \"quotes\" and \\ and \/"
)",
    R"(x: {a: [1, 2, {b: c}], d: "e", f: 'g'}
y: [10:30, a b c, "q, r", don't, why?]
z: []
w: {}
)",
    "umlaut: Jürgen Groß\ncjk: 日本語\nemoji: \"😀 x\"\nflow: [ä, ö]\nnotes: |\n  Grüße\tx\n  y\n",
    "a:\n- 1\n- b: 2\n  c:\n  - d\ne: f",
};

constexpr std::array<std::string_view, 86> kBits = {":",
                                                    ": ",
                                                    " #",
                                                    "#",
                                                    "- ",
                                                    "-",
                                                    "  ",
                                                    " ",
                                                    "\n",
                                                    "\n\n",
                                                    "\t",
                                                    "\r\n",
                                                    "'",
                                                    "\"",
                                                    "|\n",
                                                    ">-\n",
                                                    "|2\n",
                                                    "|+\n",
                                                    "{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    ",",
                                                    "&a ",
                                                    "*a",
                                                    "!t ",
                                                    "? ",
                                                    "~",
                                                    "null",
                                                    "---\n",
                                                    "...\n",
                                                    "%",
                                                    "@",
                                                    "`",
                                                    "\\",
                                                    "\\n",
                                                    "é",
                                                    "key: v\n",
                                                    "  - x\n",
                                                    "a: b: c",
                                                    " : ",
                                                    "::",
                                                    "\n   ",
                                                    "\n      ",
                                                    "- - x\n",
                                                    "<<: *a",
                                                    "=",
                                                    "''",
                                                    "\"\"",
                                                    "[]",
                                                    "{}",
                                                    "[a, b]",
                                                    "{a: 1}",
                                                    "{a: 1, }",
                                                    "{a:1}",
                                                    "? x\n: y\n",
                                                    "-\n",
                                                    "x:\n",
                                                    "x: |\n",
                                                    "x: >\n  a\n\n  b\n",
                                                    "x: |\n\n\n  a\n   b\n \n  c\n\n\n# c\n",
                                                    "null: x\n",
                                                    "a:\nnull: b\n",
                                                    "Null",
                                                    "NULL",
                                                    ", ",
                                                    "\\\"",
                                                    "\\\\",
                                                    "?",
                                                    "{a: ~}",
                                                    "[null]",
                                                    "a: 'b'\n",
                                                    "\n\r\n",
                                                    "a: [1,\n 2]\n",
                                                    "\"a\n b\"",
                                                    "|-\n  x\n",
                                                    ">+\n  y\n\n",
                                                    "   # c\n",
                                                    "\n# c\n",
                                                    "- \n",
                                                    "-  a: 1\n",
                                                    "x : y\n",
                                                    "\"k\": v\n",
                                                    "\xC2\xA0",
                                                    "x: ''\n",
                                                    "  : "};

std::vector<std::string> corpus() {
  std::vector<std::string> texts(kSamples.begin(), kSamples.end());
  for (const char* folder : {MENTOR_ROOT "/examples", MENTOR_ROOT "/tests/nasty/yaml"}) {
    if (!std::filesystem::is_directory(folder)) continue;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".yaml" && entry.file_size() < 3000) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) {
      std::ifstream file(path, std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  return texts;
}

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(random_() % end); }

  void mutate(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t newline = text.find('\n', at);
    switch (below(8)) {
      case 0:
        text.insert(at, bit());
        break;
      case 1:
        text.erase(at, 1 + below(4));
        break;
      case 2:
        text.insert(std::min(newline, text.size()), bit());
        break;
      case 3:
        text.insert(newline == text.npos ? 0 : newline + 1, below(8), ' ');
        break;
      case 4:
        outdent(text, newline);
        break;
      case 5:
        insert_value(text, at);
        break;
      case 6:
        repeat_line(text, newline);
        break;
      default:
        text.resize(below(16) == 0 ? at : text.size());
        break;
    }
  }

 private:
  std::string_view bit() { return kBits[below(kBits.size())]; }
  void outdent(std::string& text, std::size_t newline) {
    for (std::size_t width = below(6); width > 0 && newline != text.npos && newline + 1 < text.size() && text[newline + 1] == ' '; --width)
      text.erase(newline + 1, 1);
  }
  void insert_value(std::string& text, std::size_t at) {
    const std::size_t colon = text.find(": ", at);
    if (colon != text.npos) text.insert(colon + 2, bit());
  }
  void repeat_line(std::string& text, std::size_t newline) {
    const std::size_t end = newline == text.npos ? text.npos : text.find('\n', newline + 1);
    if (end == text.npos) return;
    const std::string line = text.substr(newline + 1, end - newline);
    text.insert(below(2) == 0 ? 0 : newline + 1, line);
  }

  std::mt19937_64 random_;
};

struct Compared {
  bool accepted = false;
  std::string difference;
};

/// The text as a part of a larger source, so that offsets and line numbers are tried too.
Compared compare(const std::string& text, std::size_t before) {
  const std::string_view opening = std::string_view("---\r\n---\n").substr(0, before);
  const Source source{"x.yaml", std::string(opening) + text + (before == 0 ? "" : "---\n")};
  Span part{static_cast<std::uint32_t>(opening.size()), static_cast<std::uint32_t>(opening.size() + text.size())};
  if (before != 0 && !text.empty() && text.back() != '\n') return {};
  Problems problems;
  static Tree strict;
  static Tree reference;
  if (!check_bytes(source, problems) || !read_yaml_strict(source, part, 3, strict)) return {};
  read_yaml(source, part, 3, reference, problems, YamlReader::reference);
  if (!problems.empty()) return {true, "the reference refuses: " + std::string(Text{problems.front().message}.raw())};
  return {true, difference(strict, reference)};
}

}  // namespace

TEST_CASE("both YAML readers give the same tree for every text that the strict one takes") {
  const std::vector<std::string> texts = corpus();
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(compare(text, 0).difference == "");
  }
  for (const std::string_view sample : kSamples) {
    CAPTURE(sample);
    CHECK_MESSAGE(compare(std::string(sample), 0).accepted, "the strict reader should take this");
  }
  Mutator mutator(20260301);
  int accepted = 0;
  int tried = 0;
  for (; tried < kMutations; ++tried) {
    std::string text = tried % 8 == 0 ? texts[mutator.below(texts.size())] : std::string(kSamples[mutator.below(kSamples.size())]);
    for (std::size_t i = 1 + mutator.below(2); i > 0; --i) mutator.mutate(text);
    const Compared compared = compare(text, tried % 3 == 0 ? 5 : 0);
    accepted += compared.accepted ? 1 : 0;
    if (compared.difference.empty()) continue;
    FAIL_CHECK("the readers differ: ", compared.difference, "\n", text, "<<<");
    break;
  }
  MESSAGE(accepted, " of ", tried, " mutations taken by the strict reader");
  CHECK(accepted * 100 >= tried * kLeastAcceptedPercent);
}

}  // namespace mentor
