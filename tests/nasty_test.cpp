// Inputs that broke YAML readers, here or elsewhere: each must end soon, and in the verdict that nasty/yaml.expected states.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "journal/guard.hpp"
#include "journal/yaml.hpp"

namespace mentor {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::string> expected_verdicts() {
  std::ifstream file(MENTOR_ROOT "/tests/nasty/yaml.expected");
  std::map<std::string, std::string> verdicts;
  for (std::string name, verdict; file >> name;) {
    if (name == "#") {
      std::getline(file, name);
    } else if (file >> verdict) {
      verdicts[name] = verdict;
    }
  }
  return verdicts;
}

Problems problems_of(const std::string& text, YamlReader reader) {
  const Source source{"x.yaml", text};
  Problems problems;
  Tree tree;
  if (check_bytes(source, problems)) read_yaml(source, {0, static_cast<std::uint32_t>(text.size())}, 1, tree, problems, reader);
  return problems;
}

std::string verdict_of(const std::string& text, YamlReader reader) {
  const Problems problems = problems_of(text, reader);
  return problems.empty() ? "ok" : std::string(problems.front().kind->id);
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

double seconds_for(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  problems_of(text, YamlReader::fastest);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("every nasty file ends in the verdict that is written down for it, with both readers") {
  const std::map<std::string, std::string> expected = expected_verdicts();
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(MENTOR_ROOT "/tests/nasty/yaml")) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    REQUIRE(expected.count(name) == 1);
    const std::string text = contents(entry.path());
    CHECK(verdict_of(text, YamlReader::reference) == expected.at(name));
    CHECK(verdict_of(text, YamlReader::fastest) == expected.at(name));
    ++seen;
  }
  CHECK(seen == expected.size());
}

TEST_CASE("every beginning of a nasty file is read without a crash") {
  for (const auto& entry : std::filesystem::directory_iterator(MENTOR_ROOT "/tests/nasty/yaml")) {
    const std::string text = contents(entry.path());
    for (std::size_t size = 0; size < std::min<std::size_t>(text.size(), 100); ++size) verdict_of(text.substr(0, size), YamlReader::fastest);
  }
}

TEST_CASE("twice the text takes about twice the time") {
  struct Pattern {
    std::string opening, piece;
  };
  const std::vector<Pattern> patterns = {{"", "a: 1\n"},        {"", "k:\n"},        {"a: [", "1, "},   {"a: [", "[], "},
                                         {"a: [", "\"x\", "},   {"", "- 1\n"},       {"", "- - \n"},    {"a: |\n", "  x\n"},
                                         {"a: >\n", "  x\n\n"}, {"a: ", "x y\n  "},  {"a: \"", "x\n "}, {"", "# c\n"},
                                         {"", "<<<<<<< \n"},    {"", "<"},           {"", "=======\n"}, {"a: ", "{"},
                                         {"a: \"", "\\"},       {"a: '", "''"},      {"", "\xC3\xA4"},  {"", "- a\n b\n"},
                                         {"a: [", "~\n"},       {"a: {", "b, "},     {"", "a: \"b\n"},  {"a: {b: [1,\n", "  #\n"},
                                         {"", "\r\n"},          {"a: x\n", "   \n"}, {"", "a: b: c\n"}, {"a: \xC3\xA4\n", "\xC3\xA4\xFF"}};
  for (const Pattern& pattern : patterns) {
    CAPTURE(pattern.opening);
    CAPTURE(pattern.piece);
    const double once = seconds_for(pattern.opening + repeated(pattern.piece, 100'000));
    const double twice = seconds_for(pattern.opening + repeated(pattern.piece, 200'000));
    // Room for a busy machine: what is quadratic takes minutes here.
    CHECK(twice < 8 * once + 0.5);
  }
}

}  // namespace mentor
