#include "report/table.hpp"

#include <algorithm>

#include "base/encode.hpp"
#include "base/unicode.hpp"
#include "base/wrap.hpp"

namespace mentor {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t kNarrowest = 8;

Row header(const Section& section) {
  Row row;
  for (const Fact& fact : section.facts)
    if (!fact.label.empty()) row.emplace_back(fact.label);
  return row;
}

Row cells(const Section& section) {
  Row row;
  for (const Fact& fact : section.facts)
    if (!fact.label.empty()) row.push_back(encode::terminal(show(fact)));
  return row;
}

std::vector<std::size_t> fit(const std::vector<Row>& rows, const Look& look) {
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_columns(row[i]));
  if (look.width_columns <= 0) return widths;
  const auto total = [&widths] {
    std::size_t sum = 2 * (widths.size() - 1);
    for (const std::size_t width : widths) sum += width;
    return sum;
  };
  while (total() > static_cast<std::size_t>(look.width_columns)) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  return widths;
}

}  // namespace

std::string table(const std::vector<Section>& sections, const Look& look) {
  if (sections.empty()) return {};
  std::vector<Row> rows = {header(sections.front())};
  for (const Section& section : sections) rows.push_back(cells(section));
  const auto widths = fit(rows, look);
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : "  ") + pad(cut(row[i], widths[i]), widths[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out + "\n";
}

}  // namespace mentor
