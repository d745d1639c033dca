// The list of formats, in the order of the documentation.
#include <algorithm>

#include "report/format.hpp"

namespace mentor {

// One a line, so that two additions touch different lines.
// clang-format off
extern constinit const Format full_format;
extern constinit const Format concise_format;
extern constinit const Format json_format;
extern constinit const Format markdown_format;
extern constinit const Format html_format;

std::span<const Format* const> all_formats() {
  static constexpr const Format* list[] = {
      &full_format,
      &concise_format,
      &json_format,
      &markdown_format,
      &html_format,
  };
  return list;
}
// clang-format on

const Format* find_format(std::string_view name) {
  const auto formats = all_formats();
  const auto at = std::ranges::find(formats, name, &Format::name);
  return at == formats.end() ? nullptr : *at;
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

}  // namespace mentor
