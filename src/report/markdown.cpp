// For a page, an issue or a mail: the report as Markdown that reads well as it is and shows everything when rendered.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/encode.hpp"
#include "report/format.hpp"
#include "report/journey.hpp"
#include "report/table.hpp"

namespace mentor {
namespace {

using encode::markdown;

constexpr std::size_t kPictureColumns = 80;

std::string place(const Mark& mark) {
  if (mark.path.empty()) return {};
  return mark.line == 0 ? encode::markdown_code(mark.path) : encode::markdown_code(fmt::format("{}:{}", mark.path, mark.line));
}

class MarkdownWriter {
 public:
  std::string section(const Section& section) {
    if (!section.heading.empty()) out_ += fmt::format("## {}\n\n", markdown(section.heading));
    bool any = false;
    for (const Fact& fact : section.facts) any = write_fact("- ", fact) || any;
    if (any) out_ += '\n';
    if (!section.intro.empty()) out_ += markdown(section.intro) + "\n\n";
    for (const Item& item : section.items) write_item(item);
    if (!section.items.empty()) out_ += '\n';
    for (const Block& block : section.blocks) write_block(block);
    return std::move(out_);
  }

  std::string tail(const Report& report) {
    write_items("Across relationships", report.across);
    write_items("Problems in the files", report.problems);
    if (!report.closing.empty()) out_ += markdown(report.closing) + "\n";
    if (!report.postscript.empty()) out_ += "\n" + markdown(report.postscript) + "\n";
    return std::move(out_);
  }

 private:
  void write_items(std::string_view heading, const std::vector<Item>& items) {
    if (items.empty()) return;
    out_ += fmt::format("## {}\n\n", heading);
    for (const Item& item : items) write_item(item);
    out_ += '\n';
  }

  /// A labelled fact as a list item, or below one; false when there is nothing to say.
  bool write_fact(std::string_view marker, const Fact& fact) {
    if (fact.label.empty()) return false;
    const std::string value = markdown(show(fact));
    if (value.empty()) return false;
    out_ += fmt::format("{}**{}:** {}\n", marker, fact.label, value);
    return true;
  }

  void write_item(const Item& item) {
    out_ += fmt::format("- {} **{}** `{}`: {}\n", place(item.mark), name(item.severity), item.rule, markdown(item.message));
    for (const EvidenceLine& line : item.evidence) {
      const std::string where = place(line.mark);
      out_ += fmt::format("  - {} {}{}{}\n", iso(line.date), markdown(line.what), where.empty() ? "" : " ", where);
    }
    if (!item.repair.empty()) out_ += fmt::format("  - what helps: {}\n", markdown(item.repair));
  }

  void write_block(const Block& block) {
    if (block.lines.empty()) return;
    if (!block.heading.empty()) out_ += fmt::format("### {}\n\n", block.heading);
    if (!block.intro.empty()) out_ += markdown(block.intro) + "\n\n";
    if (block.layout == Layout::table) {
      write_table(block);
    } else if (block.layout == Layout::journey) {
      for (const std::string& row : journey_rows(block, kPictureColumns)) out_ += "    " + row + "\n";
      out_ += '\n';
    } else {
      for (std::size_t i = 0; i < block.lines.size(); ++i) write_line(block.lines[i], block.layout, i + 1);
      if (block.layout != Layout::prose) out_ += '\n';
    }
  }

  void write_line(const Line& line, Layout layout, std::size_t number) {
    std::string marker = layout == Layout::prose ? "" : layout == Layout::numbered ? fmt::format("{}. ", number) : "- ";
    const std::string indent(marker.size(), ' ');
    write_text(line, marker);
    if (layout == Layout::prose) out_ += '\n';
    for (const Fact& fact : line.facts) write_fact(layout == Layout::prose ? "- " : indent + "- ", fact);
    write_points(line.points, layout == Layout::prose ? "" : indent);
  }

  void write_points(const std::vector<Line>& points, const std::string& indent) {
    for (const Line& point : points) {
      write_text(point, indent + "- ");
      for (const Fact& fact : point.facts) write_fact(indent + "  - ", fact);
      write_points(point.points, indent + "  ");
    }
  }

  void write_text(const Line& line, std::string marker) {
    if (line.box != Box::none) marker += line.box == Box::open ? "[ ] " : "[x] ";
    out_ += marker;
    if (line.date) out_ += iso(line.date) + " ";
    if (line.figure) out_ += fmt::format("({:+.1f}) ", std::abs(*line.figure) < .05 ? 0 : *line.figure);
    out_ += markdown(line.text);
    if (const std::string where = place(line.mark); !where.empty()) out_ += " " + where;
    out_ += '\n';
  }

  void write_table(const Block& block) {
    const std::vector<std::string_view> labels = column_labels(block);
    std::string rule = "|---|";
    out_ += "| |";
    for (const std::string_view label : labels) {
      out_ += fmt::format(" {} |", label);
      rule += "---|";
    }
    out_ += "\n" + rule + "\n";
    for (const Line& line : block.lines) {
      out_ += fmt::format("| {} |", markdown(line.text));
      for (const std::string_view label : labels) {
        const auto fact = std::ranges::find(line.facts, label, &Fact::label);
        out_ += fmt::format(" {} |", fact == line.facts.end() ? std::string{} : markdown(show(*fact)));
      }
      out_ += '\n';
    }
    out_ += '\n';
  }

  std::string out_;
};

std::string head(const Report&, const Look&) { return {}; }
std::string section(const Section& section, const Look&) { return MarkdownWriter{}.section(section); }
std::string tail(const Report& report, const Look&) { return MarkdownWriter{}.tail(report); }

}  // namespace

extern constinit const Format markdown_format;
constinit const Format markdown_format = {
    .name = "markdown",
    .summary = "A page in Markdown: headings, lists to tick, tables.",
    .head = head,
    .section = section,
    .tail = tail,
};

}  // namespace mentor
