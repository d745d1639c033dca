// For people: what was seen, where, why it matters and what to do, in plain text.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/encode.hpp"
#include "base/unicode.hpp"
#include "base/wrap.hpp"
#include "report/format.hpp"
#include "report/journey.hpp"
#include "report/reading.hpp"
#include "report/table.hpp"

namespace mentor {
namespace {

constexpr std::size_t kProseColumns = 80;
constexpr std::size_t kShortestExcerptColumns = 20, kLongestExcerptColumns = 110;
/// Bytes of a section with some findings.
constexpr std::size_t kUsualSection = 4 << 10;
/// Blanks before "= seen:" and the width of that label.
constexpr std::size_t kNoteIndent = 2, kNoteLabel = 9;

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;33m";
    case Severity::info:
      return "\x1b[36m";
  }
  return "";
}

/// The first `count` code points.
std::string_view first(std::string_view text, std::size_t count) {
  if (is_plain(text.substr(0, count))) return text.substr(0, count);
  std::size_t bytes = 0;
  while (count-- > 0 && bytes < text.size()) bytes += decode(text.substr(bytes)).bytes;
  return text.substr(0, bytes);
}

/// The columns that it takes as it is printed.
std::size_t shown_columns(std::string_view text) { return width_columns(encode::terminal(Text{text})); }

/// The end of it that takes at most `columns` as it is printed.
std::string_view last(std::string_view text, std::size_t columns) {
  const std::size_t count = code_points(text);
  if (count > columns) text.remove_prefix(first(text, count - columns).size());
  while (shown_columns(text) > columns) text.remove_prefix(decode(text).bytes);
  return text;
}

void put_place(std::string& out, const Mark& mark) {
  encode::path(out, mark.path);
  if (mark.line != 0) out.append(":").append(fmt::format_int(mark.line).c_str());
}

class FullWriter {
 public:
  explicit FullWriter(const Look& look) : look_(look), width_(look.width_columns > 0 ? static_cast<std::size_t>(look.width_columns) : kProseColumns) {}

  std::string section(const Section& section) {
    out_.reserve(kUsualSection);
    if (!section.heading.empty()) out_ += bold(encode::terminal(section.heading)) + "\n";
    write_facts(section.facts);
    if (!section.heading.empty()) out_ += "\n";
    if (!section.intro.empty()) out_ += wrap(encode::terminal(section.intro), width_, 0) + "\n\n";
    for (const Item& item : section.items) write_item(item);
    for (const Block& block : section.blocks) write_block(block);
    for (const ReadFile& file : section.files) out_ += bold(encode::path(file.path)) + "\n" + reading(file, look_) + "\n";
    return std::move(out_);
  }

  std::string tail(const Report& report) {
    write_items("Across relationships", report.across, report.has_sections);
    write_items("Problems in the files", report.problems, report.has_sections || !report.across.empty());
    const bool says_something = report.has_sections || !report.across.empty() || !report.problems.empty();
    if (says_something || look_.verbose) write_closing(report.closing);
    if (!report.postscript.empty() && (says_something || !out_.empty())) out_ += '\n';
    write_closing(report.postscript);
    return std::move(out_);
  }

 private:
  void write_facts(const std::vector<Fact>& facts) {
    std::size_t width = 0;
    for (const Fact& fact : facts) width = std::max(width, fact.label.size());
    for (const Fact& fact : facts) {
      if (fact.label.empty()) continue;
      const std::string value = encode::terminal(show(fact));
      if (!value.empty()) out_ += "  " + pad(fact.label, width) + "  " + wrap(value, width_, width + 4) + "\n";
    }
  }

  void write_items(std::string_view heading, const std::vector<Item>& items, bool has_heading) {
    if (has_heading && !items.empty()) out_ += bold(heading) + "\n\n";
    for (const Item& item : items) write_item(item);
  }

  void write_item(const Item& item) {
    put_place(out_, item.mark);
    if (item.mark.line != 0) out_.append(":").append(fmt::format_int(std::max(1U, item.mark.column)).c_str());
    out_.append(": ");
    paint_on(color_of(item.severity));
    out_.append(name(item.severity)).append("[").append(item.rule).append("]");
    paint_off();
    out_.append(": ");
    encode::terminal(out_, item.message);
    out_ += '\n';
    const bool is_brief = item.severity == Severity::info && !look_.verbose;
    if (!is_brief) write_details(item);
    if (!item.repair.empty()) {
      encode::terminal(begin_note(), item.repair);
      end_note("help");
    }
    out_ += '\n';
  }

  void write_details(const Item& item) {
    if (!item.excerpt.empty()) write_excerpt(item);
    for (const EvidenceLine& line : item.evidence) {
      begin_note().append(iso(line.date)).append("  ");
      encode::terminal(note_, line.what);
      if (!line.mark.path.empty()) {
        put_place(note_.append(" ("), line.mark);
        note_ += ')';
      }
      end_note("seen");
    }
    if (!item.limit) return;
    const LimitShown& limit = *item.limit;
    const bool is_one = limit.value == 1 && limit.unit.ends_with('s');
    fmt::format_to(std::back_inserter(begin_note()), "{:g} {} ({})", limit.value, limit.unit.substr(0, limit.unit.size() - is_one), limit.origin);
    end_note("limit");
  }

  void write_excerpt(const Item& item) {
    const std::string number = fmt::format_int(item.mark.line).str();
    const std::string gutter(number.size(), ' ');
    const std::size_t longest = excerpt_columns(number.size() + 3);
    std::string_view line = item.excerpt;
    std::string_view prefix = first(line, item.mark.column == 0 ? 0 : item.mark.column - 1);
    std::size_t offset = shown_columns(prefix);
    std::string_view cut_off;
    // of a very long line only the part around the mark
    if (offset + std::min<std::size_t>(item.marked, longest / 2) > longest) {
      const std::size_t begin = prefix.size();
      prefix = last(prefix, longest / 4);
      line.remove_prefix(begin - prefix.size());
      cut_off = "…";
      offset = width_columns(cut_off) + shown_columns(prefix);
    }
    const std::string_view marked = first(line.substr(prefix.size()), item.marked);
    const std::size_t room = longest > offset ? longest - offset : 1;
    const std::size_t carets = std::clamp<std::size_t>(shown_columns(marked), 1, room);
    out_.append(gutter).append(" |\n").append(number).append(" | ").append(cut_off).append(cut(encode::terminal(Text{line}), longest)).append("\n");
    out_.append(gutter).append(" | ").append(offset, ' ').append(paint(color_of(item.severity), std::string(carets, '^'))).append("\n");
  }

  /// Columns of an excerpt behind its gutter, but for the mark of what was cut off before it.
  std::size_t excerpt_columns(std::size_t gutter) const {
    if (look_.width_columns <= 0) return kLongestExcerptColumns;
    const std::size_t room = width_ > gutter + 1 ? width_ - gutter - 1 : 0;
    return std::clamp(room, kShortestExcerptColumns, kLongestExcerptColumns);
  }

  std::string& begin_note() {
    note_.clear();
    return note_;
  }

  void end_note(std::string_view label) {
    out_.append(kNoteIndent, ' ').append("= ").append(label).append(":").append(kNoteLabel - label.size() - 3, ' ');
    wrap(out_, note_, width_, kNoteIndent + kNoteLabel);
    out_ += '\n';
  }

  void write_block(const Block& block) {
    if (block.lines.empty()) return;
    if (!block.heading.empty()) out_ += bold(block.heading) + "\n";
    if (!block.intro.empty()) out_ += "  " + wrap(encode::terminal(block.intro), width_, 2) + "\n";
    switch (block.layout) {
      case Layout::dated:
        write_dated(block);
        break;
      case Layout::table:
        out_ += grid(block, width_);
        break;
      case Layout::journey:
        for (const std::string& row : journey_rows(block, width_ - 2)) out_ += "  " + row + "\n";
        break;
      case Layout::verbatim:
        for (const Line& line : block.lines) {
          const std::string sign = encode::terminal(show(line.facts.front()));
          out_ += (sign.empty() ? sign : "  " + sign + " ") + encode::terminal(line.text) + "\n";
        }
        break;
      case Layout::bullets:
      case Layout::numbered:
      case Layout::prose:
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
          if (i > 0 && block.layout == Layout::prose) out_ += '\n';
          write_line(block.lines[i], marker(block, i));
        }
        break;
    }
    out_ += "\n";
  }

  /// What stands before a line.
  static std::string marker(const Block& block, std::size_t number) {
    if (block.layout == Layout::prose) return "  ";
    const Box box = block.lines[number].box;
    if (block.layout == Layout::numbered) return fmt::format("  {:>{}}. {}", number + 1, fmt::formatted_size("{}", block.lines.size()), tick(box));
    return box == Box::none ? "  - " : fmt::format("  {}", tick(box));
  }

  static std::string_view tick(Box box) { return box == Box::none ? "" : box == Box::open ? "[ ] " : "[x] "; }

  void write_line(const Line& line, const std::string& marker) {
    const std::size_t indent = marker.size();
    std::string text = line.date ? fmt::format("{}  ", iso(line.date)) : std::string{};
    encode::terminal(text, line.text);
    if (!line.mark.path.empty()) {
      put_place(text.append(" ("), line.mark);
      text += ')';
    }
    out_ += marker + wrap(text, width_, indent) + "\n";
    for (const Fact& fact : line.facts) {
      if (fact.label.empty()) continue;
      const std::string value = encode::terminal(show(fact));
      if (!value.empty()) out_ += std::string(indent, ' ') + wrap(fmt::format("{}: {}", fact.label, value), width_, indent + 2) + "\n";
    }
    for (const Line& point : line.points) write_line(point, std::string(indent, ' ') + std::string(point.box == Box::none ? "- " : tick(point.box)));
  }

  void write_dated(const Block& block) {
    for (const Line& line : block.lines) {
      const std::string date = line.date ? iso(line.date) : std::string(10, ' ');
      const std::string figure = line.figure ? fmt::format("{:>+7.1f}  ", std::abs(*line.figure) < .05 ? 0 : *line.figure) : std::string{};
      const std::size_t indent = 14 + figure.size();
      std::string where;
      if (!line.mark.path.empty()) put_place(where.append("  "), line.mark);
      out_ += fmt::format("  {}  {}{}\n", date, figure, wrap(encode::terminal(line.text) + where, width_, indent));
    }
  }

  void write_closing(const Message& closing) {
    if (!closing.empty()) out_ += wrap(encode::terminal(closing), width_, 0) + "\n";
  }

  void paint_on(std::string_view color) {
    if (look_.color) out_ += color;
  }
  void paint_off() {
    if (look_.color) out_ += "\x1b[0m";
  }
  std::string paint(std::string_view color, const std::string& text) const { return look_.color ? std::string(color) + text + "\x1b[0m" : text; }
  std::string bold(std::string_view text) const { return paint("\x1b[1m", std::string(text)); }

  const Look& look_;
  std::size_t width_;
  std::string out_;
  /// A note in the making; its buffer is used again.
  std::string note_;
};

std::string head(const Report&, const Look&) { return {}; }
std::string section(const Section& section, const Look& look) { return FullWriter{look}.section(section); }
std::string columns(const Report& report, const std::vector<Section>& sections, const Look& look) { return table(sections, report.legend, look); }
std::string tail(const Report& report, const Look& look) { return FullWriter{look}.tail(report); }

}  // namespace

Message show(const Fact& fact) {
  if (!fact.shown.empty()) return fact.shown;
  struct Visitor {
    Message operator()(std::monostate) { return {}; }
    Message operator()(bool v) { return say("{}", v ? "yes" : "no"); }
    Message operator()(long v) { return say("{}", v); }
    Message operator()(double v) { return say("{:g}", v); }
    Message operator()(Date v) { return say("{}", iso(v)); }
    Message operator()(std::string_view v) { return say("{}", v); }
    Message operator()(const Message& v) { return v; }
    Message operator()(const MarkedDate& v) { return say("{}", iso(v.date)); }
    Message operator()(const std::vector<std::string_view>& v) { return say("{}", fmt::join(v, ", ")); }
  };
  return std::visit(Visitor{}, fact.value);
}

extern constinit const Format full_format;
constinit const Format full_format = {
    .name = "full",
    .summary = "For people: each finding with its line, the evidence, the limit and what to do.",
    .head = head,
    .section = section,
    .tail = tail,
    .table = columns,
};

}  // namespace mentor
