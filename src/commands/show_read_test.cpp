#include "commands/show_read.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "commands/private_lines.hpp"
#include "report/reading.hpp"

namespace mentor {
namespace {

std::string private_of(const std::string& path, const std::string& text) {
  const PrivateLines lines = private_lines({path, text});
  std::string out;
  for (std::uint32_t line = 1; line < 20; ++line)
    if (lines.contains(line)) out += (out.empty() ? "" : " ") + std::to_string(line);
  return out;
}

TEST_CASE("lines of a private block are private, with those that open and close it") {
  CHECK(private_of("a.md", "a\n<!-- private -->\nb\n<!-- /private -->\nc") == "2 3 4");
  CHECK(private_of("a.md", "a <!--PRIVATE--> b\nc\n<!-- /private --> d\ne") == "1 2 3");
  CHECK(private_of("a.md", "<!-- private -->\nnever closed\n\nb") == "1 2 3 4");
  CHECK(private_of("a.md", "<!-- a private thought -->\nb").empty());
}

TEST_CASE("a private key takes what may belong to it along") {
  CHECK(private_of("a.md", "a\n**Private:** b\nc\n\nd") == "2");
  CHECK(private_of("a.md", "Private: b\\\nc\n\nd") == "1 2 3");
  CHECK(private_of("a.md", "Private:\nb\nc\n\nd\n") == "1 2 3 4");
  CHECK(private_of("a.md", "Private:\n\n- b\nc\n\nd\n") == "1 2 3 4 5");
  CHECK(private_of("a.md", "- Private: b\n  c\n\n  d\n# e") == "1 2 3 4");
  CHECK(private_of("a.md", "---\nprivate: |\n  b\n\n  c\n---\nd") == "2 3 4 5");
  CHECK(private_of("a.md", "Private: b\n## c\n") == "1");
  CHECK(private_of("a.yaml", "- private: |\n    b\n\n    c\n- d") == "1 2 3 4");
  CHECK(private_of("a.yaml", "- {date: 2026-01-01, \"private\": x}\n- b") == "1");
  CHECK(private_of("a.md", "a privateer: b\nin private\n").empty());
}

/// The rows of a file as people see them.
std::string read_as(const std::string& text, const std::vector<UnderstoodLine>& lines) {
  const std::vector<Source> sources = {{"n/x.md", text}};
  const std::vector<ReadFile> files = read_files({}, sources, {{"n/x.md", lines}});
  return reading(files.at(0), {});
}

TEST_CASE("a line is shown beside what it was taken for, and text is summed up") {
  const std::string text = "# 14.1.26\n\nwe talked\nof this\n\nand that\n- read it\x1b[2J\n";
  const std::string shown = read_as(text, {{1, LineMeaning::meeting, "heading; day first by vote", {{"date", "2026-01-14"}, {"status", "held"}}},
                                           {3, LineMeaning::text, "", {}},
                                           {4, LineMeaning::text, "", {}},
                                           {6, LineMeaning::text, "", {}},
                                           {7, LineMeaning::action, "", {{"owner", "mentee"}, {"due", "next meeting"}}}});
  CHECK(shown ==
        "    1  # 14.1.26                                 meeting 2026-01-14, held (heading; day first by\n"
        "                                                 vote)\n"
        "  3-6                                            text\n"
        "    7  - read it<U+001B>[2J                      action: owner mentee, due next meeting\n");
}

TEST_CASE("of a private line nothing is shown but that it is there") {
  const std::string shown = read_as("# 2026-01-14\nPrivate: secret\n",
                                    {{1, LineMeaning::meeting, "heading", {{"date", "2026-01-14"}}}, {2, LineMeaning::label, "", {{"private", "secret"}}}});
  CHECK(shown.find("secret") == std::string::npos);
  CHECK(shown.find("(private)") != std::string::npos);
}

TEST_CASE("two records of one line are two rows, and a line number too many does no harm") {
  const std::string shown = read_as("# 2026-01-14\n", {{0, LineMeaning::date, "file name", {{"date", "2026-01-14"}}},
                                                       {1, LineMeaning::meeting, "heading", {}},
                                                       {1, LineMeaning::pause, "", {{"from", "2026-02-01"}, {"from", "2026-03-01"}}},
                                                       {9, LineMeaning::action, "", {}},
                                                       {7, LineMeaning::text, "", {}},
                                                       {4, LineMeaning::text, "", {}}});
  CHECK(shown.find("name  x.md ") != std::string::npos);
  CHECK(shown.find("pause: from 2026-02-01; 2026-03-01\n") != std::string::npos);
  CHECK(std::count(shown.begin(), shown.end(), '#') == 1);
}

TEST_CASE("problems stand beside their lines, each once") {
  Section section;
  section.files = {{"a.md", {{1, 1, {}, "meeting", "", {}, {}}, {1, 1, {}, "pause", "", {}, {}}, {3, 5, {}, "text", "", {}, {}}}}};
  std::vector<Item> problems(3);
  for (Item& problem : problems) problem.mark = {"a.md", 1, 1};
  problems[0].rule = problems[1].rule = "date-order";
  problems[2].rule = "date-ambiguous";
  problems[2].mark.line = 4;
  mark_problems(section, problems);
  CHECK(section.files[0].lines[0].problems == std::vector<std::string_view>{"date-order"});
  CHECK(section.files[0].lines[1].problems.empty());
  CHECK(section.files[0].lines[2].problems == std::vector<std::string_view>{"date-ambiguous"});
}

}  // namespace
}  // namespace mentor
