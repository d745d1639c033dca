// Holds the table of requirements to what it promises: every row is there, and what a row names is to be seen where it says.
#include <doctest/doctest.h>

#include <map>

#include "transcript.hpp"

namespace mentor::transcript {
namespace {

/// How many rows each section of the requirements has: signs, causes, turns towards momentum, questions, models, endings.
const std::map<char, int> kRows = {{'S', 29}, {'C', 15}, {'T', 35}, {'Q', 10}, {'M', 13}, {'E', 17}};

/// A page or test, and the words by which the row is found in it.
struct Citation {
  std::string path;
  std::vector<std::string> anchors;
};

struct Row {
  std::string id, what;
  std::vector<Citation> cited;
};

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// What stands between two marks from a place on, which moves behind it; empty when there is none any more.
std::string between(const std::string& text, std::string_view open, std::string_view close, std::size_t& at) {
  const std::size_t begin = text.find(open, at);
  const std::size_t end = begin == std::string::npos ? begin : text.find(close, begin + open.size());
  at = end == std::string::npos ? text.size() : end + close.size();
  return end == std::string::npos ? "" : text.substr(begin + open.size(), end - begin - open.size());
}

/// `[page](path) `words`, `words`; [page](path) `words``: the words behind a link are looked for in it.
std::vector<Citation> citations(const std::string& cell) {
  std::vector<Citation> list;
  for (std::size_t link = cell.find("]("); link != std::string::npos;) {
    const std::size_t next = cell.find("](", link + 1);
    const std::string part = cell.substr(link, next == std::string::npos ? next : cell.rfind('[', next) - link);
    std::size_t at = 0;
    Citation citation{between(part, "](", ")", at), {}};
    for (std::string words = between(part, "`", "`", at); !words.empty(); words = between(part, "`", "`", at)) citation.anchors.push_back(words);
    list.push_back(std::move(citation));
    link = next;
  }
  return list;
}

/// The rows of a table, which are the lines `| id | what | where |` whose id is a letter of a section and a number.
std::vector<Row> rows_of(const std::string& page) {
  std::vector<Row> rows;
  for (const std::string& line : lines_of(page)) {
    std::size_t at = 1;
    const std::size_t what = line.find(" | ", at), where = what == std::string::npos ? what : line.find(" | ", what + 3);
    if (!line.starts_with("| ") || where == std::string::npos || !line.ends_with(" |")) continue;
    const std::string id = trimmed(line.substr(at, what - at));
    if (id.size() >= 2 && kRows.contains(id[0]) && id.find_first_not_of("0123456789", 1) == std::string::npos)
      rows.push_back({id, trimmed(line.substr(what + 3, where - what - 3)), citations(line.substr(where))});
  }
  return rows;
}

/// What is wrong with the citations of a row; `read` gives the text of a file, empty when there is none.
template <class Read>
std::string missing_in(const Row& row, Read read) {
  std::string wrong;
  if (row.what.empty()) wrong += row.id + " does not say what is done about it\n";
  if (row.cited.empty()) wrong += row.id + " cites nothing\n";
  for (const Citation& citation : row.cited) {
    const std::string text = unwrapped(read(citation.path));
    if (text.empty()) wrong += row.id + " cites " + citation.path + ", which is not there\n";
    if (citation.anchors.empty()) wrong += row.id + " names nothing to look for in " + citation.path + "\n";
    for (const std::string& anchor : citation.anchors)
      if (text.find(unwrapped(anchor)) == std::string::npos) wrong += row.id + ": `" + anchor + "` is not in " + citation.path + "\n";
  }
  return wrong;
}

std::string table() { return read_text(MENTOR_ROOT "/tests/requirements.md"); }

}  // namespace

TEST_CASE("every row of the requirements stands in the table, once and in order") {
  std::vector<std::string> found, expected;
  for (const Row& row : rows_of(table())) found.push_back(row.id);
  for (const char section : std::string("SCTQME"))
    for (int number = 1; number <= kRows.at(section); ++number) expected.push_back(section + std::to_string(number));
  CHECK(found == expected);
}

TEST_CASE("every row of the requirements is to be seen where it says") {
  std::map<std::string, std::string> texts;
  const auto read = [&texts](const std::string& path) -> const std::string& {
    const auto [at, is_new] = texts.emplace(path, "");
    if (is_new) at->second = read_text(fs::path(MENTOR_ROOT "/tests") / path);
    return at->second;
  };
  std::string wrong;
  for (const Row& row : rows_of(table())) wrong += missing_in(row, read);
  CHECK_MESSAGE(wrong.empty(), wrong);
}

TEST_CASE("a row that cites nothing, a page that is not there or words that are not in it is told") {
  const auto read = [](const std::string& path) { return path == "a.md" ? std::string("what is\nsaid twice") : std::string{}; };
  const auto wrong = [&read](const std::string& line) {
    const std::vector<Row> rows = rows_of(line);
    REQUIRE(rows.size() == 1);
    return missing_in(rows.front(), read);
  };
  CHECK(wrong("| S1 | says it | [a.md](a.md) `what is said`, `twice` |") == "");
  CHECK(wrong("| S1 | says it | [a.md](a.md) `twice`; [b.md](b.md) `said` |") == "S1 cites b.md, which is not there\nS1: `said` is not in b.md\n");
  CHECK(wrong("| S1 | says it | [a.md](a.md) `thrice` |") == "S1: `thrice` is not in a.md\n");
  CHECK(wrong("| S1 | says it | [a.md](a.md) |") == "S1 names nothing to look for in a.md\n");
  CHECK(wrong("| S1 | says it | not yet |") == "S1 cites nothing\n");
  CHECK(wrong("| S1 |  | [a.md](a.md) `said` |") == "S1 does not say what is done about it\n");
  CHECK(rows_of("| row | what | where |\n|---|---|---|\nS1 is a sign\n").empty());
}

}  // namespace mentor::transcript
