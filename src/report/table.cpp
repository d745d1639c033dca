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

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, width_columns(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

/// The widths of columns whose cells are wrapped: the widest gives way until a row fits, but no word is broken.
std::vector<std::size_t> shrink(const std::vector<Row>& rows, std::size_t room) {
  std::vector<std::size_t> widths(rows.front().size(), 0), least = widths;
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], width_columns(row[i]));
      least[i] = std::max(least[i], longest_word(row[i]));
    }
  while (room > 0 && total(widths, static_cast<std::size_t>(-1)) > room) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    if (widest == widths.size()) break;
    --widths[widest];
  }
  return widths;
}

std::vector<std::string> wrapped_lines(std::string_view text, std::size_t width) {
  const std::string all = wrap(text, width, 0);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    lines.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// One row, as many lines high as its highest cell.
void put_row(std::string& out, const Row& row, const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(wrapped_lines(row[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
      line.append(i == 0 ? 0 : kGap, ' ').append(pad(at < cells[i].size() ? cells[i][at] : std::string{}, widths[i]));
    line.erase(line.find_last_not_of(' ') + 1);
    out.append("  ").append(line).append("\n");
  }
}

}  // namespace

std::vector<std::string_view> column_labels(const Block& block) {
  std::vector<std::string_view> labels;
  for (const Line& line : block.lines)
    for (const Fact& fact : line.facts)
      if (!fact.label.empty() && std::ranges::find(labels, fact.label) == labels.end()) labels.push_back(fact.label);
  return labels;
}

std::string grid(const Block& block, std::size_t width_columns) {
  const std::vector<std::string_view> labels = column_labels(block);
  std::vector<Row> rows = {{""}};
  rows[0].insert(rows[0].end(), labels.begin(), labels.end());
  for (const Line& line : block.lines) {
    Row& row = rows.emplace_back(labels.size() + 1);
    row[0] = encode::terminal(line.text);
    for (const Fact& fact : line.facts)
      if (const auto at = std::ranges::find(labels, fact.label); at != labels.end())
        row[static_cast<std::size_t>(at - labels.begin()) + 1] = encode::terminal(show(fact));
  }
  const auto widths = shrink(rows, width_columns > 2 ? width_columns - 2 : 0);
  std::string out;
  for (const Row& row : rows) put_row(out, row, widths);
  return out;
}

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
