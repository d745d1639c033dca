#include "commands/mdoc.hpp"

#include <fmt/format.h>

#include "base/wrap.hpp"

namespace mentor {
namespace {

/// The day on which the pages were last read by a person.
constexpr std::string_view kDate = "November 22, 2026";
constexpr std::size_t kColumns = 78;

/// What stands in backticks in bold; blanks within it do not break.
std::string embolden(std::string_view text) {
  std::string out;
  bool is_bold = false;
  for (const char c : text) {
    if (c == '`') {
      is_bold = !is_bold;
      out += is_bold ? R"(\fB)" : R"(\fP)";
    } else {
      out += c;
    }
  }
  return is_bold ? out + R"(\fP)" : out;
}

/// A line that roff would take for a macro begins with nothing.
std::string shielded(std::string_view line) { return line.starts_with('.') || line.starts_with('\'') ? "\\&" + std::string(line) : std::string(line); }

std::string shielded_lines(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    out += shielded(lines.substr(0, end)) + "\n";
    lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
  }
  return out;
}

}  // namespace

Mdoc::Mdoc(std::string_view title, std::string_view name, std::string_view description) {
  out_ = fmt::format(".\\\" Written by `mentor generate man`: changes belong into the tables of the program.\n.Dd {}\n.Dt {}\n.Os\n", kDate, title);
  section("NAME");
  macro(fmt::format("Nm {}", name));
  macro(fmt::format("Nd {}", escape(description)));
}

std::string Mdoc::escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

void Mdoc::macro(std::string_view line) { out_ += fmt::format(".{}\n", line); }

void Mdoc::section(std::string_view heading) { macro(fmt::format("Sh {}", heading)); }

void Mdoc::subsection(std::string_view heading) { macro(fmt::format("Ss {}", heading)); }

void Mdoc::prose(std::string_view text) {
  while (!text.empty()) {
    std::size_t end = text.find(". ");
    end = end == std::string_view::npos ? text.size() : end + 1;
    out_ += shielded_lines(wrap(embolden(escape(text.substr(0, end))), kColumns, 0));
    text = text.substr(std::min(end + 1, text.size()));
  }
}

void Mdoc::item(std::string_view label) { macro(fmt::format("It Sy {}", escape(label))); }

void Mdoc::display(std::string_view lines) {
  macro("Bd -literal -offset indent");
  out_ += shielded_lines(escape(lines));
  macro("Ed");
}

}  // namespace mentor
