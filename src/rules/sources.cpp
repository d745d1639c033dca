#include "rules/sources.hpp"

#include <array>
#include <charconv>

namespace mentor {
namespace {

constexpr std::array<std::string_view, 5> kTitles = {
    "\"What to Do When Your Mentoring Relationship Has Stalled Out\", Laura Francis",
    "\"5 ways to save a mentoring relationship that has stalled\"",
    "\"Mentoring Challenges\"",
    "\"Maintaining momentum in the mentoring relationship\", NIHR, 2022",
    "\"How do you close a mentoring program?\"",
};

/// Rows of one letter up to a number come from one document.
struct Range {
  char letter;
  int last;
  std::size_t document;
};
constexpr Range kRanges[] = {{'S', 7, 2},  {'S', 15, 0}, {'S', 18, 1}, {'S', 25, 3}, {'S', 29, 4}, {'C', 10, 2}, {'C', 15, 4}, {'T', 12, 0},
                             {'T', 25, 1}, {'T', 30, 2}, {'T', 32, 3}, {'T', 34, 4}, {'T', 35, 1}, {'Q', 3, 0},  {'Q', 4, 2},  {'Q', 8, 3},
                             {'Q', 10, 4}, {'M', 10, 3}, {'M', 12, 1}, {'M', 13, 0}, {'E', 1, 0},  {'E', 6, 2},  {'E', 16, 4}, {'E', 17, 3}};

std::size_t document_of(std::string_view row) {
  int number = 0;
  std::from_chars(row.data() + 1, row.data() + row.size(), number);
  for (const Range& range : kRanges)
    if (range.letter == row[0] && number <= range.last) return range.document;
  return kTitles.size();
}

}  // namespace

std::vector<std::string> source_titles(std::string_view rows) {
  std::array<std::string, kTitles.size() + 1> found;
  while (!rows.empty()) {
    const std::size_t comma = rows.find(',');
    std::string_view row = rows.substr(0, comma);
    row.remove_prefix(std::min(row.find_first_not_of(' '), row.size()));
    rows = comma == std::string_view::npos ? std::string_view{} : rows.substr(comma + 1);
    if (row.size() < 2) continue;
    std::string& list = found[document_of(row)];
    list += (list.empty() ? "" : ", ") + std::string(row);
  }
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < kTitles.size(); ++i)
    if (!found[i].empty()) titles.push_back(std::string(kTitles[i]) + " (" + found[i] + ")");
  return titles;
}

}  // namespace mentor
