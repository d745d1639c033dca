#include "report/table.hpp"

#include <algorithm>

#include "base/encode.hpp"
#include "base/unicode.hpp"
#include "base/wrap.hpp"

namespace mentor {
namespace {

using Row = std::vector<std::string>;

/// A cell of fewer columns is never cut: no state, no date and no usual id.
constexpr std::size_t kNarrowest = 24;
/// Columns that are always there.
constexpr std::size_t kFewest = 4;
constexpr std::size_t kGap = 2;

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

/// Columns of a row whose cells take at most `most` each.
std::size_t total(const std::vector<std::size_t>& widths, std::size_t most) {
  std::size_t sum = kGap * (widths.size() - 1);
  for (const std::size_t width : widths) sum += std::min(width, most);
  return sum;
}

/// The widths of the columns that are shown. Those on the right go first; then the widest is cut.
std::vector<std::size_t> fit(const std::vector<Row>& rows, const Look& look) {
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_columns(row[i]));
  if (look.width_columns <= 0) return widths;
  const auto room = static_cast<std::size_t>(look.width_columns);
  while (widths.size() > kFewest && total(widths, kNarrowest) > room) widths.pop_back();
  for (auto widest = std::ranges::max_element(widths); *widest > kNarrowest && total(widths, *widest) > room; widest = std::ranges::max_element(widths))
    --*widest;
  return widths;
}

}  // namespace

std::string table(const std::vector<Section>& sections, const Message& legend, const Look& look) {
  std::vector<Row> rows = {header(sections.front())};
  for (const Section& section : sections) rows.push_back(cells(section));
  const auto widths = fit(rows, look);
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i) line.append(i == 0 ? 0 : kGap, ' ').append(pad(cut(row[i], widths[i]), widths[i]));
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  out += '\n';
  if (!legend.empty() && widths.size() == rows.front().size()) out += encode::terminal(legend) + "\n";
  return out;
}

}  // namespace mentor
