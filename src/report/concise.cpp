// One line per finding, `path:line:column: severity[rule]: message`: for editors, grep and scripts. Frozen.
#include <fmt/format.h>

#include <algorithm>

#include "base/encode.hpp"
#include "report/format.hpp"

namespace mentor {
namespace {

std::string nothing(const Report&, const Look&) { return {}; }

std::string section(const Section& section, const Look&) {
  std::string out;
  for (const Item& item : section.items)
    out += fmt::format("{}:{}:{}: {}[{}]: {}\n", encode::path(item.mark.path), std::max(1U, item.mark.line), std::max(1U, item.mark.column),
                       name(item.severity), item.rule, encode::terminal(item.message));
  return out;
}

}  // namespace

extern constinit const Format concise_format;
constinit const Format concise_format = {
    .name = "concise",
    .summary = "One line per finding: path:line:column: severity[rule]: message.",
    .is_by_place = true,
    .head = nothing,
    .section = section,
    .tail = nothing,
};

}  // namespace mentor
