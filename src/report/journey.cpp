#include "report/journey.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mentor {
namespace {

constexpr std::string_view kMonths[] = {"J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"};
constexpr std::size_t kYearColumns = 6, kMostSigns = 6;

}  // namespace

std::string_view sign_of(const Line& line) {
  const auto at = std::ranges::find(line.facts, "sign", &Fact::key);
  if (at == line.facts.end()) return "#";
  const auto* const sign = std::get_if<std::string_view>(&at->value);
  return sign == nullptr ? "#" : *sign;
}

std::vector<std::string> journey_rows(const Block& block, std::size_t width_columns) {
  std::map<std::pair<int, int>, std::string> months;
  std::size_t widest = 1;
  for (const Line& line : block.lines) {
    if (!line.date) continue;
    const YearMonthDay day = civil(line.date);
    std::string& signs = months[{day.year, day.month}];
    signs += sign_of(line);
    widest = std::max(widest, signs.size());
  }
  if (months.empty()) return {};
  const std::size_t room = width_columns > kYearColumns + 24 ? (width_columns - kYearColumns) / 12 - 1 : kMostSigns;
  widest = std::min({widest, room, kMostSigns});
  std::string head(kYearColumns, ' ');
  for (const std::string_view month : kMonths) head += fmt::format("{:<{}}", month, widest + 1);
  std::vector<std::string> rows = {head.substr(0, head.find_last_not_of(' ') + 1)};
  for (int year = months.begin()->first.first; year <= months.rbegin()->first.first; ++year) {
    std::string row = fmt::format("{:<{}}", year, kYearColumns);
    for (int month = 1; month <= 12; ++month) {
      const auto at = months.find({year, month});
      std::string signs = at == months.end() ? "." : at->second;
      if (signs.size() > widest) signs = signs.substr(0, widest - 1) + "+";
      row += fmt::format("{:<{}}", signs, widest + 1);
    }
    rows.push_back(row.substr(0, row.find_last_not_of(' ') + 1));
  }
  return rows;
}

}  // namespace mentor
