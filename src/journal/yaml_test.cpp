#include "journal/yaml.hpp"

#include <doctest/doctest.h>

#include "journal/yaml_limits.hpp"
#include "journal/yaml_strict.hpp"

namespace mentor {
namespace {

struct Reading {
  Source source;
  Tree tree;
  Problems problems;

  explicit Reading(std::string text, YamlReader reader = YamlReader::fastest) : source{"x.yaml", std::move(text)} {
    read_yaml(source, {0, static_cast<std::uint32_t>(source.text.size())}, 1, tree, problems, reader);
  }
  std::string_view written(std::size_t node) const {
    const Span span = tree.nodes.at(node).span;
    return std::string_view(source.text).substr(span.begin, span.end - span.begin);
  }
};

/// The tree on one line: `{key: 'quoted', list: [plain, ~]}`.
std::string shown(const Tree& tree, std::size_t& at) {
  const Node& node = tree.nodes.at(at++);
  if (node.kind == Node::Kind::null) return "~";
  if (node.kind == Node::Kind::scalar) return node.quoted ? "'" + std::string(node.text) + "'" : std::string(node.text);
  const bool is_map = node.kind == Node::Kind::map;
  std::string text = is_map ? "{" : "[";
  while (at < node.next) {
    if (text.size() > 1) text += ", ";
    if (is_map) text += shown(tree, at) + ": ";
    text += shown(tree, at);
  }
  return text + (is_map ? "}" : "]");
}

std::string shown(const Reading& reading) {
  if (!reading.problems.empty()) return "problem: " + std::string(reading.problems.front().kind->id);
  std::size_t at = 0;
  return reading.tree.empty() ? "" : shown(reading.tree, at);
}

/// What both readers make of a text that the strict one must take.
std::string both(const std::string& text) {
  const Source source{"x.yaml", text};
  Tree tree;
  CAPTURE(text);
  CHECK(read_yaml_strict(source, {0, static_cast<std::uint32_t>(text.size())}, 1, tree));
  const std::string reference = shown(Reading(text, YamlReader::reference));
  CHECK(shown(Reading(text)) == reference);
  return reference;
}

/// What comes of a text that only the reference takes.
std::string unusual(const std::string& text) {
  const Source source{"x.yaml", text};
  Tree tree;
  CAPTURE(text);
  CHECK_FALSE(read_yaml_strict(source, {0, static_cast<std::uint32_t>(text.size())}, 1, tree));
  CHECK(tree.empty());
  return shown(Reading(text));
}

struct Complaint {
  std::string id;
  std::string marked;
  std::string message, repair;
};

Complaint complaint(std::string text) {
  const Reading reading(std::move(text));
  CAPTURE(reading.source.text);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.tree.empty());
  const Problem& problem = reading.problems.front();
  return {std::string(problem.kind->id), std::to_string(problem.line) + ":" + std::to_string(problem.column) + "+" + std::to_string(problem.marked),
          std::string(Text{problem.message}.raw()), std::string(Text{problem.repair}.raw())};
}

/// Kind and place of what is wrong, and that the message has the words.
void refuses(std::string text, std::string_view id, std::string_view place, std::string_view words) {
  CAPTURE(text);
  const Complaint found = complaint(std::move(text));
  CHECK(found.id == id);
  CHECK(found.marked == place);
  CAPTURE(found.message);
  CAPTURE(found.repair);
  CHECK((found.message + " " + found.repair).find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("a journal's plain style is read by both readers alike") {
  CHECK(both("mentor: Grace Hopper <grace@example.org>\nstarted: 2026-01-07 # Wednesday\n") ==
        "{mentor: Grace Hopper <grace@example.org>, started: 2026-01-07}");
  CHECK(both("a:\n  - x\n  - y: 1\n    z: 2\nb:\n- 3\n- 4\nc: d\n") == "{a: [x, {y: 1, z: 2}], b: [3, 4], c: d}");
  CHECK(both("- - a\n  - b\n- c\n") == "[[a, b], c]");
  CHECK(both("a: [mentor, mentee]\nb: {x: 1, y: [p q, \"r, s\"]}\nc: []\nd: {}\n") == "{a: [mentor, mentee], b: {x: 1, y: [p q, 'r, s']}, c: [], d: {}}");
  CHECK(both("a: [why?, {b: so? what}, \"c?\"]\nd: e?\n") == "{a: [why?, {b: so? what}, 'c?'], d: e?}");
  CHECK(both("---\n# comment\n\na: 1") == "{a: 1}");
  CHECK(shown(Reading("\xEF\xBB\xBF"
                      "a: 1\n")) == "{a: 1}");
}

TEST_CASE("nothing written is nothing read") {
  CHECK(both("") == "");
  CHECK(both("\n\n  # only a comment\n") == "");
  CHECK(both("---\n") == "");
  CHECK(unusual("~\n") == "");
  CHECK(unusual("...\n") == "");
}

TEST_CASE("a value left out, and a word for nothing, are null") {
  CHECK(both("a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: nul\ng: 'null'\nh:\n  -\n  - x\n") == "{a: ~, b: ~, c: ~, d: ~, e: ~, f: nul, g: 'null', h: [~, x]}");
  CHECK(both("a:\n  null\nb:\n") == "{a: ~, b: ~}");
  CHECK(both("x:\n  a:\nnully: 1\n") == "{x: {a: ~}, nully: 1}");
  const Reading reading("list:\n  -  \n  - x\nkey:  # c\n");
  CHECK(reading.tree.nodes[3].span.begin == 9);
  CHECK(reading.tree.nodes[3].span.end == 9);
  CHECK(reading.tree.nodes.back().span.begin == 22);
  CHECK(reading.tree.nodes.back().line == 4);
}

TEST_CASE("quotes are taken off, and simple escapes read") {
  CHECK(both(R"(a: "x: y # z"
b: 'it''s'
c: "say \"hi\" \\ \/"
d: ""
e: 'back\slash'
)") == R"({a: 'x: y # z', b: 'it's', c: 'say "hi" \ /', d: '', e: 'back\slash'})");
  CHECK(unusual("a: \"tab\\t \\u00e4\"\n") == "{a: 'tab\t \xC3\xA4'}");
  CHECK(unusual("a: \"two\n  lines\"\n") == "{a: 'two lines'}");
}

TEST_CASE("blocks of text keep or fold their lines, and end as they say") {
  CHECK(both("a: |\n  one\n\n    two\nb: 1\n") == "{a: 'one\n\n  two\n', b: 1}");
  CHECK(both("a: |-\n  one\n\nb: |+\n  two\n\n") == "{a: 'one', b: 'two\n\n'}");
  CHECK(both("a: >\n  one\n  two\n\n  three\n") == "{a: 'one two\nthree\n'}");
  CHECK(both("a: |\r\n  one\r\n  two\r\n") == "{a: 'one\ntwo\n'}");
  CHECK(both("- |\n  # not a comment\n  - nor a list\n- x\n") == "['# not a comment\n- nor a list\n', x]");
  CHECK(unusual("a: |2\n    one\n") == "{a: '  one\n'}");
}

TEST_CASE("what is unusual but clear is left to the reference") {
  CHECK(unusual("a: one\n  two\n") == "{a: one two}");
  CHECK(unusual("a: [1,\n    2,\n   ]\n") == "{a: [1, 2]}");
  CHECK(unusual("a b: c\n\"d\": e\n'f' : g\n") == "{a b: c, 'd': e, 'f': g}");
  CHECK(unusual("--- # start\na: 1\n...\n") == "{a: 1}");
  CHECK(unusual("just words\n") == "just words");
  CHECK(unusual("a: x\ty\n") == "{a: x\ty}");
}

TEST_CASE("every node knows where it stands") {
  for (const YamlReader reader : {YamlReader::fastest, YamlReader::reference}) {
    const Reading reading("a: 'q' # c\nb:\n  - x y\n  - [1, {c: 2}]  \nd: |\n  text\n  more\n\ne:\n", reader);
    REQUIRE(shown(reading) == "{a: 'q', b: [x y, [1, {c: 2}]], d: 'text\nmore\n', e: ~}");
    const auto& nodes = reading.tree.nodes;
    CHECK(reading.written(2) == "'q'");
    CHECK(reading.written(4) == "x y\n  - [1, {c: 2}]");
    CHECK(nodes[4].line == 3);
    CHECK(reading.written(5) == "x y");
    CHECK(reading.written(6) == "[1, {c: 2}]");
    CHECK(nodes[6].next == 11);
    CHECK(reading.written(8) == "{c: 2}");
    CHECK(reading.written(12) == "|\n  text\n  more");
    CHECK(nodes[12].line == 5);
    CHECK(nodes[0].next == nodes.size());
    CHECK(reading.written(14) == "");
    CHECK(nodes[14].line == 9);
  }
}

TEST_CASE("a part of a source keeps the source's offsets and line numbers") {
  const Source source{"x.md", "---\r\nmentor: A\r\nlist:\r\n  - b\r\n---\r\n# Notes\r\n"};
  for (const YamlReader reader : {YamlReader::fastest, YamlReader::reference}) {
    Tree tree;
    Problems problems;
    read_yaml(source, {5, 30}, 2, tree, problems, reader);
    REQUIRE(tree.nodes.size() == 6);
    CHECK(tree.nodes[2].line == 2);
    CHECK(tree.nodes[2].span.begin == 13);
    CHECK(tree.nodes[5].line == 4);
    CHECK(tree.nodes[5].text == "b");
  }
}

TEST_CASE("a key that stands twice keeps its first value, and both lines are named") {
  const Reading reading("a: 1\nb: {c: 2, c: {d: 3}, e: 4}\na: [5]\nf: 6\n");
  REQUIRE(reading.problems.size() == 2);
  CHECK(reading.problems[0].kind == &problems::duplicate_key);
  CHECK(reading.problems[0].column == 11);
  CHECK(Text{reading.problems[1].message}.raw() == "the key `a` stands here again; it is in line 1 too");
  CHECK(reading.problems[1].line == 3);
  std::size_t at = 0;
  CHECK(shown(reading.tree, at) == "{a: 1, b: {c: 2, e: 4}, f: 6}");
  CHECK(reading.tree.nodes[0].next == reading.tree.nodes.size());
  CHECK(Reading("a: 1\n'a': 2\n").problems.size() == 1);
}

TEST_CASE("a large map is searched for repeated keys too") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "key" + std::to_string(i) + ": x\n";
  both(text);
  CHECK(unusual(text + "key7: y\n") == "problem: duplicate-key");
}

TEST_CASE("what people write who think of Markdown is explained to them") {
  refuses("a: **bold** move\n", "yaml-anchor", "1:4+13", "\"**bold** move\"");
  refuses("actions:\n  - [ ] task\n", "yaml-syntax", "2:5+8", "Markdown");
  refuses("actions:\n  - [x] task\n", "yaml-syntax", "2:5+8", "Markdown");
  refuses("a: `code`\n", "yaml-syntax", "1:4+6", "backtick");
  refuses("a: > quoted\n", "yaml-syntax", "1:4+8", "next line");
}

TEST_CASE("a value that needs quotes is shown in them") {
  refuses("a: 1\ntitle: Learn C++: basics\n", "yaml-syntax", "2:8+17", "\"Learn C++: basics\"");
  refuses("a: say \"hi\": x # c\n", "yaml-syntax", "1:4+11", "'say \"hi\": x'");
  refuses("a: @ada\n", "yaml-syntax", "1:4+4", "\"@ada\"");
  refuses("a: %5\n", "yaml-syntax", "1:4+2", "\"%5\"");
  refuses("a: [@ada, bo]\n", "yaml-syntax", "1:5+1", "quotes");
  refuses("a: \"Learn\" C++\n", "yaml-syntax", "1:11+4", "'\"Learn\" C++'");
  refuses("a: \"C:\\Users\"\n", "yaml-syntax", "1:7+2", "single quotes");
  refuses("a: {mentor: reads, and asks}\n", "yaml-syntax", "1:20+8", "comma");
}

TEST_CASE("an anchor, an alias and a tag are refused, whatever they are used for") {
  refuses("a: &x [1]\nb: *x\n", "yaml-anchor", "1:4+1", "anchors");
  refuses("a: *x\n", "yaml-anchor", "1:4+2", "\"*x\"");
  refuses("a: !important\n", "yaml-tag", "1:4+1", "tag");
  refuses("a: ! x\n", "yaml-tag", "1:4+3", "tag");
  refuses("<<: {a: 1}\nb: !!str 1\n", "yaml-tag", "2:4+1", "tag");
}

TEST_CASE("something left open is shown where it opens") {
  refuses("a: \"x\nb: 3\n", "yaml-unclosed-quote", "1:4+2", "never closed");
  refuses("a: 'x\nb: 3", "yaml-unclosed-quote", "1:4+2", "never closed");
  refuses("a: \"x\nb: \"y\"\nc: 1\n", "yaml-unclosed-quote", "1:4+2", "line 2");
  refuses("a: [1, 2\nb: 3\n", "yaml-syntax", "1:4+1", "`]`");
  refuses("a: {b: {c: 1}\nd: 3\n", "yaml-syntax", "1:4+1", "`}`");
  refuses("a: [b}\n", "yaml-syntax", "1:6+1", "bracket");
}

TEST_CASE("blanks and colons that only look right are named") {
  refuses("a:\n\t- x\n", "yaml-tab", "2:1+1", "spaces");
  refuses("a:\n  b: 1\n\tc: 2\n", "yaml-tab", "3:1+1", "spaces");
  refuses("mentor: x\ntitle:\xC2\xA0x\nb: 2\n", "yaml-syntax", "2:7+1", "no-break space");
  refuses("title\xEF\xBC\x9A x\nb: 2\n", "yaml-syntax", "1:6+1", "wide colon");
  refuses("a: \xE2\x80\x9CLearn C++: basics\xE2\x80\x9D\n", "yaml-syntax", "1:4+19", "straight");
  refuses("mentor:Grace\nmentee: Ada\n", "yaml-syntax", "1:7+1", "`mentor: Grace`");
}

TEST_CASE("lines that belong nowhere are shown") {
  refuses("a: 1\nb\n", "yaml-syntax", "2:1+1", "no `:`");
  refuses("- a\nb\n", "yaml-syntax", "2:1+1", "no `:`");
  refuses("a:\nb\n", "yaml-syntax", "2:1+1", "no `:`");
  refuses("a: 1\n  b: 2\n", "yaml-syntax", "2:3+1", "has its value already");
  refuses("a:\n    b: 1\n  c: 2\n", "yaml-syntax", "3:1+2", "indentation");
  refuses("a: - b\n", "yaml-syntax", "1:4+3", "`a:`");
  refuses("date: {{date}}\nb: 1\n", "yaml-syntax", "1:7+8", "template");
  refuses(",", "yaml-syntax", "1:1+1", "nothing above");
}

TEST_CASE("a second document is refused, and so is text behind the end") {
  refuses("a: 1\n---\nb: 2\n", "yaml-documents", "2:1+3", "second document");
  refuses("a: 1\n...\nb: 2\n", "yaml-documents", "3:1+3", "second document");
  refuses("\"a\":b\n", "yaml-syntax", "1:4+2", "closing quote");
  refuses("%YAML 1.2\n---\na: 1\n", "yaml-syntax", "1:1+9", "directive");
}

TEST_CASE("keys are words") {
  refuses("? a\n: b\n", "yaml-key", "1:1+1", "several words");
  refuses("[a, b]: c\n", "yaml-key", "1:1+1", "key");
  refuses(": b\n", "yaml-key", "1:1+1", "no key");
  refuses("~: b\n", "yaml-key", "1:1+1", "no key");
  refuses("a: [b: c]\n", "yaml-syntax", "1:5+1", "braces");
}

TEST_CASE("escapes do not smuggle control characters in") {
  refuses("a: \"\\x1b[31m\"\n", "control-character", "1:4+10", "escape");
  refuses("a: \"x\\0\"\n", "control-character", "1:4+5", "escape");
  refuses("a: \"why?\\x01\"\n", "control-character", "1:4+10", "escape");
  refuses("a: \"x\\r\"\n", "control-character", "1:4+5", "escape");
  refuses("a: \"\\u2028\"\n", "control-character", "1:4+8", "escape");
  CHECK(unusual("a: \"x\\n\"\n") == "{a: 'x\n'}");
}

TEST_CASE("the limits hold in both readers") {
  std::string deep;
  for (std::size_t i = 0; i + 1 < kDeepest; ++i) deep += std::string(i, ' ') + "a:\n";
  both(deep + std::string(kDeepest - 1, ' ') + "a: 1\n");
  CHECK(unusual(deep + std::string(kDeepest - 1, ' ') + "a: [1]\n") == "problem: yaml-too-deep");
  CHECK(unusual(std::string(5000, '[')) == "problem: yaml-key");
  both("a: " + std::string(kLongestScalar - 10, 'x') + "\n");
  CHECK(unusual("a: " + std::string(kLongestScalar + 1, 'x') + "\n") == "problem: yaml-too-large");
  std::string many = "a:\n";
  while (many.size() < 4 * kMostNodes) many += "- 1\n";
  CHECK(unusual(many) == "problem: yaml-too-large");
}

}  // namespace mentor
