// The machine contract: one JSON document with a schema and a version; additive changes only.
#include <algorithm>

#include "report/format.hpp"
#include "report/json_writer.hpp"

namespace mentor {
namespace {

class ReportWriter {
 public:
  explicit ReportWriter(std::string& out) : json_(out) {}

  void write_head(const Report& report) {
    json_.open('{');
    json_.key("schema");
    json_.text(report.schema);
    json_.key("mentor");
    json_.text(std::string_view(MENTOR_VERSION));
    json_.key("today");
    json_.date(report.today);
    json_.line(1);
    json_.key(report.group);
    json_.open('[');
  }

  void write_section(const Section& section) {
    json_.line(2);
    if (!section.json.empty()) return json_.raw(section.json);
    json_.open('{');
    json_.key("id");
    json_.text(std::string_view(section.id));
    write_facts(section.facts);
    if (section.lists_findings) {
      json_.line(3);
      json_.key("findings");
      write_items(section.items, 4);
    }
    for (const Block& block : section.blocks) write_block(block);
    if (!section.files.empty()) write_files(section.files);
    json_.close('}');
  }

  void write_tail(const Report& report) {
    json_.close(']');
    json_.line(1);
    json_.key("problems");
    json_.open('[');
    for (const std::vector<Item>* const list : {&report.across, &report.problems}) write_each(*list, 2);
    json_.close(']');
    if (!report.summary.empty()) write_summary(report);
    json_.close('}');
  }

 private:
  void write_summary(const Report& report) {
    json_.line(1);
    json_.key("summary");
    json_.open('{');
    json_.key("relationships");
    json_.number(std::get<long>(report.summary[0].value));
    json_.key("by_state");
    json_.open('{');
    write_facts(report.by_state);
    json_.close('}');
    write_facts({report.summary.begin() + 1, report.summary.end()});
    json_.close('}');
  }

  void write_facts(const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) {
      if (fact.key.empty()) continue;
      json_.key(fact.key);
      write_value(fact.value);
    }
  }

  void write_value(const FactValue& value) {
    struct Visitor {
      ReportWriter& w;
      void operator()(std::monostate) { w.json_.null(); }
      void operator()(bool v) { w.json_.truth(v); }
      void operator()(long v) { w.json_.number(v); }
      void operator()(double v) { w.json_.real(v); }
      void operator()(Date v) { w.json_.date(v); }
      void operator()(std::string_view v) { w.json_.text(v); }
      void operator()(const Message& v) { w.json_.text_or_null(v); }
      void operator()(const MarkedDate& v) { w.write_marked_date(v); }
      void operator()(const std::vector<std::string_view>& v) {
        w.json_.open('[');
        for (const std::string_view word : v) w.json_.text(word);
        w.json_.close(']');
      }
    };
    std::visit(Visitor{*this}, value);
  }

  void write_marked_date(const MarkedDate& value) {
    if (!value.date) return json_.null();
    json_.open('{');
    json_.key("date");
    json_.date(value.date);
    write_mark(value.mark);
    json_.close('}');
  }

  /// A place that is nowhere is null; a file as a whole is its first line.
  void write_mark(const Mark& mark) {
    json_.key("file");
    json_.word_or_null(mark.path);
    json_.key("line");
    json_.number(std::max(1U, mark.line));
  }

  void write_items(const std::vector<Item>& items, int depth) {
    json_.open('[');
    write_each(items, depth);
    json_.close(']');
  }

  void write_each(const std::vector<Item>& items, int depth) {
    for (const Item& item : items) {
      json_.line(depth);
      write_item(item);
    }
  }

  void write_item(const Item& item) {
    json_.open('{');
    json_.key("rule");
    json_.text(item.rule);
    json_.key("severity");
    json_.text(name(item.severity));
    json_.key("party");
    json_.word_or_null(word(item.party));
    json_.key("message");
    json_.text(item.message);
    write_mark(item.mark);
    json_.key("column");
    json_.number(std::max(1U, item.mark.column));
    json_.key("evidence");
    json_.open('[');
    for (const EvidenceLine& line : item.evidence) {
      json_.open('{');
      write_mark(line.mark);
      json_.key("date");
      json_.date(line.date);
      json_.key("what");
      json_.text(line.what);
      json_.close('}');
    }
    json_.close(']');
    json_.key("limit");
    write_limit(item.limit);
    json_.key("repair");
    json_.text_or_null(item.repair);
    json_.key("fingerprint");
    json_.text(std::string_view(item.fingerprint));
    json_.close('}');
  }

  void write_limit(const std::optional<LimitShown>& limit) {
    if (!limit) return json_.null();
    json_.open('{');
    json_.key("key");
    json_.text(limit->key);
    json_.key("value");
    json_.real(limit->value);
    json_.key("unit");
    json_.text(limit->unit);
    json_.key("origin");
    json_.text(std::string_view(limit->origin));
    json_.close('}');
  }

  void write_block(const Block& block) {
    json_.line(3);
    json_.key(block.key);
    json_.open('[');
    for (const Line& line : block.lines) {
      json_.line(4);
      write_line(line, block.layout == Layout::dated);
    }
    json_.close(']');
  }

  /// A dated line is the same whatever is known of it; any other says what it is, whether it is done, and where it stands if it does.
  void write_line(const Line& line, bool is_dated) {
    json_.open('{');
    if (is_dated || line.date) {
      json_.key("date");
      json_.date(line.date);
    }
    json_.key("what");
    json_.text(line.text);
    if (is_dated || line.figure) {
      json_.key("figure");
      line.figure ? json_.real(*line.figure) : json_.null();
    }
    if (line.box != Box::none) {
      json_.key("done");
      json_.truth(line.box == Box::ticked);
    }
    write_facts(line.facts);
    if (!line.points.empty()) {
      json_.key("points");
      json_.open('[');
      for (const Line& point : line.points) write_line(point, false);
      json_.close(']');
    }
    if (is_dated || !line.mark.path.empty()) write_mark(line.mark);
    json_.close('}');
  }

  void write_files(const std::vector<ReadFile>& files) {
    json_.line(3);
    json_.key("files");
    json_.open('[');
    for (const ReadFile& file : files) {
      json_.line(4);
      json_.open('{');
      json_.key("file");
      json_.text(std::string_view(file.path));
      json_.key("lines");
      json_.open('[');
      for (const ReadLine& line : file.lines) {
        json_.line(5);
        write_read_line(line);
      }
      json_.close(']');
      json_.close('}');
    }
    json_.close(']');
  }

  void write_read_line(const ReadLine& line) {
    json_.open('{');
    json_.key("line");
    json_.number(line.first);
    json_.key("last_line");
    json_.number(line.last);
    json_.key("excerpt");
    json_.text_or_null(line.excerpt);
    json_.key("meaning");
    json_.text(line.meaning);
    json_.key("found");
    json_.word_or_null(line.found);
    json_.key("values");
    json_.open('{');
    for (const auto& [name, value] : line.values) {
      json_.key(name);
      json_.text(value);
    }
    json_.close('}');
    json_.key("problems");
    json_.open('[');
    for (const std::string_view problem : line.problems) json_.text(problem);
    json_.close(']');
    json_.close('}');
  }

  JsonWriter json_;
};

std::string head(const Report& report, const Look&) {
  std::string out;
  ReportWriter{out}.write_head(report);
  return out;
}

std::string section(const Section& section, const Look&) {
  std::string out;
  ReportWriter{out}.write_section(section);
  return out;
}

std::string tail(const Report& report, const Look&) {
  std::string out;
  ReportWriter{out}.write_tail(report);
  return out += '\n';
}

}  // namespace

extern constinit const Format json_format;
constinit const Format json_format = {
    .name = "json",
    .summary = "One JSON document, described by `mentor schema`.",
    .wants_all = true,
    .between = ",",
    .head = head,
    .section = section,
    .tail = tail,
};

}  // namespace mentor
