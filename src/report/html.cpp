// For a browser or a printer: the report as one page that needs nothing else. No script, no link, nothing loaded from anywhere, and a
// policy in the page that would forbid it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/encode.hpp"
#include "report/format.hpp"
#include "report/journey.hpp"
#include "report/table.hpp"

namespace mentor {
namespace {

using encode::html;

constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--ink:#1d2733;--soft:#5a6675;--line:#d5dbe2;--paper:#fff;--good:#2f7d4f;--bad:#b0413e;--warm:#a86a12;--tint:#f3f6f9}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaef;--soft:#a5b0bd;--line:#3a444f;--paper:#14191f;--good:#6cc48d;--bad:#ec8a86;--warm:#e0ac5b;--tint:#1c232b}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h2{font-size:1.5rem;line-height:1.25;margin:1.5rem 0 .5rem}
h3{font-size:1.1rem;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
p{margin:.5rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.75rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
ul,ol{padding-left:1.4rem;margin:.5rem 0}li{margin:.3rem 0;overflow-wrap:anywhere}
li.box{list-style:none;margin-left:-1.4rem;padding-left:1.6rem;text-indent:-1.6rem}
.note{display:block;color:var(--soft);font-size:.93rem;text-indent:0}
.where,.figure{color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:600}
.error{color:var(--bad)}.warning{color:var(--warm)}.info{color:var(--soft)}
svg{display:block;width:100%;height:auto;background:var(--tint);border-radius:.4rem}
svg text{fill:var(--soft);font:11px system-ui,sans-serif}svg line{stroke:var(--line)}
.held{fill:var(--good)}.off{fill:none;stroke:var(--bad);stroke-width:2}.moved{fill:none;stroke:var(--warm);stroke-width:2}.turn{fill:var(--warm)}.pause{fill:var(--line)}
footer{color:var(--soft);font-size:.85rem;margin-top:2.5rem}
.key i{font-style:normal}.key .met{color:var(--good)}.key .not{color:var(--bad)}.key .mov,.key .tur{color:var(--warm)}.key .pau{color:var(--line)}
@media print{body{font-size:10.5pt}main{max-width:none;padding:0}h3{break-after:avoid}li,tr,svg{break-inside:avoid}.scroll{overflow:visible}}
)css";

/// What the marks of a picture mean, in place of the signs that stand in a picture of letters.
constexpr std::string_view kJourneyKey =
    "<p class=\"note key\"><i class=\"met\">&#9679;</i> met &ensp;<i class=\"not\">&#9675;</i> called off or missed &ensp;<i class=\"mov\">&#9675;</i> moved "
    "&ensp;<i class=\"tur\">&#9670;</i> turning point &ensp;<i class=\"pau\">&#9632;</i> pause</p>\n";

std::string place(const Mark& mark) {
  if (mark.path.empty()) return {};
  const std::string where = mark.line == 0 ? mark.path : fmt::format("{}:{}", mark.path, mark.line);
  return fmt::format(" <span class=\"where\">{}</span>", html(std::string_view(encode::path(where))));
}

/// The picture: days from left to right, one mark each.
class Journey {
 public:
  explicit Journey(const Block& block) : block_(block) {
    for (const Line& line : block.lines) {
      if (!line.date) continue;
      if (!first_ || line.date < first_) first_ = line.date;
      last_ = std::max(last_, line.date);
      last_ = std::max(last_, until(line));
    }
  }

  std::string draw() const {
    if (!first_) return {};
    std::string out = fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", kWidth, kHeight, html(std::string_view(block_.heading)));
    for (const Line& line : block_.lines)
      if (until(line))
        out += fmt::format("<rect class=\"pause\" x=\"{:.1f}\" y=\"20\" width=\"{:.1f}\" height=\"40\"><title>{}</title></rect>\n", x(line.date),
                           std::max(1.0, x(until(line)) - x(line.date)), title(line));
    draw_months(out);
    for (const Line& line : block_.lines)
      if (line.date && !until(line)) draw_mark(out, line);
    return out + "</svg>\n";
  }

 private:
  static constexpr double kWidth = 720, kHeight = 92, kMargin = 16, kMiddle = 40;
  static constexpr int kMostLabels = 12;

  static Date until(const Line& line) {
    const auto at = std::ranges::find(line.facts, "until", &Fact::key);
    const Date* const day = at == line.facts.end() ? nullptr : std::get_if<Date>(&at->value);
    return day == nullptr ? Date{} : *day;
  }

  std::string title(const Line& line) const { return iso(line.date) + " " + html(line.text); }

  double x(Date day) const {
    const int span = std::max(1, days_between(first_, last_));
    return kMargin + (kWidth - 2 * kMargin) * days_between(first_, day) / span;
  }

  void draw_months(std::string& out) const {
    const YearMonthDay from = civil(first_), to = civil(last_);
    const int months = (to.year - from.year) * 12 + to.month - from.month + 1;
    const int step = std::max(1, (months + kMostLabels - 1) / kMostLabels);
    for (int i = 1; i < months; i += step) {
      const int month = from.month - 1 + i;
      const Date day = make_date(from.year + month / 12, month % 12 + 1, 1);
      if (!day || day > last_) continue;
      out += fmt::format("<line x1=\"{0:.1f}\" y1=\"16\" x2=\"{0:.1f}\" y2=\"64\"/><text x=\"{1:.1f}\" y=\"80\">{2}</text>\n", x(day), x(day) - 8,
                         iso(day).substr(2, 5));
    }
  }

  void draw_mark(std::string& out, const Line& line) const {
    const double at = x(line.date);
    const std::string_view sign = sign_of(line);
    if (sign == "*")
      out += fmt::format("<path class=\"turn\" d=\"M{0:.1f} 8l5 6-5 6-5-6z\"><title>{1}</title></path>\n", at, title(line));
    else
      out += fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{}\" r=\"5\"><title>{}</title></circle>\n",
                         sign == "#"   ? "held"
                         : sign == ">" ? "moved"
                                       : "off",
                         at, kMiddle, title(line));
  }

  const Block& block_;
  Date first_, last_;
};

class HtmlWriter {
 public:
  std::string section(const Section& section) {
    out_ += "<section>\n";
    if (!section.heading.empty()) out_ += fmt::format("<h2>{}</h2>\n", html(section.heading));
    write_facts(section.facts);
    if (!section.intro.empty()) out_ += fmt::format("<p>{}</p>\n", html(section.intro));
    write_items(section.items);
    for (const Block& block : section.blocks) write_block(block);
    out_ += "</section>\n";
    return std::move(out_);
  }

  std::string tail(const Report& report) {
    for (const auto& [heading, items] : {std::pair{"Across relationships", &report.across}, {"Problems in the files", &report.problems}}) {
      if (items->empty()) continue;
      out_ += fmt::format("<section>\n<h2>{}</h2>\n", heading);
      write_items(*items);
      out_ += "</section>\n";
    }
    if (!report.closing.empty()) out_ += fmt::format("<p>{}</p>\n", html(report.closing));
    out_ += fmt::format("<footer>mentor {}, {}</footer>\n</main>\n</body>\n</html>\n", MENTOR_VERSION, iso(report.today));
    return std::move(out_);
  }

 private:
  void write_facts(const std::vector<Fact>& facts) {
    std::string list;
    for (const Fact& fact : facts) {
      if (fact.label.empty()) continue;
      const Message value = show(fact);
      if (!value.empty()) list += fmt::format("<dt>{}</dt><dd>{}</dd>\n", html(fact.label), html(value));
    }
    if (!list.empty()) out_ += "<dl>\n" + list + "</dl>\n";
  }

  void write_items(const std::vector<Item>& items) {
    if (items.empty()) return;
    out_ += "<ul>\n";
    for (const Item& item : items) {
      out_ += fmt::format("<li><span class=\"{0}\">{0}</span> {1}{2}", name(item.severity), html(item.message), place(item.mark));
      for (const EvidenceLine& line : item.evidence)
        out_ += fmt::format("<span class=\"note\">{} {}{}</span>", iso(line.date), html(line.what), place(line.mark));
      if (!item.repair.empty()) out_ += fmt::format("<span class=\"note\">what helps: {}</span>", html(item.repair));
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void write_block(const Block& block) {
    if (block.lines.empty()) return;
    if (!block.heading.empty()) out_ += fmt::format("<h3>{}</h3>\n", html(block.heading));
    if (!block.intro.empty() && block.layout != Layout::journey) out_ += fmt::format("<p>{}</p>\n", html(block.intro));
    switch (block.layout) {
      case Layout::table:
        return write_table(block);
      case Layout::journey:
        out_ += Journey{block}.draw();
        out_ += kJourneyKey;
        return;
      case Layout::prose:
        for (const Line& line : block.lines) write_line(line, "p");
        return;
      case Layout::verbatim:
      case Layout::dated:
      case Layout::bullets:
      case Layout::numbered:
        break;
    }
    const std::string_view list = block.layout == Layout::numbered ? "ol" : "ul";
    out_ += fmt::format("<{}>\n", list);
    for (const Line& line : block.lines) write_line(line, "li");
    out_ += fmt::format("</{}>\n", list);
  }

  void write_line(const Line& line, std::string_view tag) {
    out_ += line.box == Box::none ? fmt::format("<{}>", tag) : fmt::format("<{} class=\"box\">{} ", tag, line.box == Box::ticked ? "&#9745;" : "&#9744;");
    if (line.date) out_ += iso(line.date) + " ";
    if (line.figure) out_ += fmt::format("<span class=\"figure\">{:+.1f}</span> ", std::abs(*line.figure) < .05 ? 0 : *line.figure);
    out_ += html(line.text) + place(line.mark);
    for (const Fact& fact : line.facts) {
      if (fact.label.empty()) continue;
      const Message value = show(fact);
      if (!value.empty()) out_ += fmt::format("<span class=\"note\">{}: {}</span>", html(fact.label), html(value));
    }
    // a list may stand in an item of a list and not in a paragraph
    if (tag == "li") write_points(line.points);
    out_ += fmt::format("</{}>\n", tag);
    if (tag != "li") write_points(line.points);
  }

  void write_points(const std::vector<Line>& points) {
    if (points.empty()) return;
    out_ += "\n<ul>\n";
    for (const Line& point : points) write_line(point, "li");
    out_ += "</ul>\n";
  }

  void write_table(const Block& block) {
    const std::vector<std::string_view> labels = column_labels(block);
    out_ += "<div class=\"scroll\"><table>\n<tr><th></th>";
    for (const std::string_view label : labels) out_ += fmt::format("<th>{}</th>", html(label));
    out_ += "</tr>\n";
    for (const Line& line : block.lines) {
      out_ += fmt::format("<tr><td>{}</td>", html(line.text));
      for (const std::string_view label : labels) {
        const auto fact = std::ranges::find(line.facts, label, &Fact::label);
        out_ += fmt::format("<td>{}</td>", fact == line.facts.end() ? std::string{} : html(show(*fact)));
      }
      out_ += "</tr>\n";
    }
    out_ += "</table></div>\n";
  }

  std::string out_;
};

std::string head(const Report& report, const Look&) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
      html(report.title.empty() ? Text{"mentor"} : Text{report.title}), kStyle);
}

std::string section(const Section& section, const Look&) { return HtmlWriter{}.section(section); }
std::string tail(const Report& report, const Look&) { return HtmlWriter{}.tail(report); }

}  // namespace

extern constinit const Format html_format;
constinit const Format html_format = {
    .name = "html",
    .summary = "One page for a browser or a printer, with nothing to load and no script.",
    .head = head,
    .section = section,
    .tail = tail,
};

}  // namespace mentor
