// One line per finding, `path:line:column: severity[rule]: message`: for editors, grep and scripts. Frozen.
#include "report/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/encode.hpp"

namespace mentor {
namespace {

std::string line_of(const Item& item) {
  return fmt::format("{}:{}:{}: {}[{}]: {}\n", encode::path(item.mark.path), std::max(1U, item.mark.line), std::max(1U, item.mark.column), name(item.severity),
                     item.rule, encode::terminal(item.message));
}

std::string render(const Report& report, const Look&) {
  std::vector<const Item*> items;
  for (const Item& item : report.problems) items.push_back(&item);
  for (const Section& section : report.sections)
    for (const Item& item : section.items) items.push_back(&item);
  std::ranges::stable_sort(items, [](const Item* a, const Item* b) {
    return std::tie(a->mark.path, a->mark.line, a->mark.column, a->rule) < std::tie(b->mark.path, b->mark.line, b->mark.column, b->rule);
  });
  std::string out;
  for (const Item* const item : items) out += line_of(*item);
  return out;
}

}  // namespace

extern constinit const Format concise_format;
constinit const Format concise_format = {"concise", "One line per finding: path:line:column: severity[rule]: message.", false, render};

}  // namespace mentor
