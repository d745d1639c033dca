#include "report/template.hpp"

#include <doctest/doctest.h>

#include "base/failure.hpp"

namespace mentor {
namespace {

std::string filled(std::string_view text, std::string_view json, std::string_view format = "full") { return fill_template(text, json, *find_format(format)); }

}  // namespace

TEST_CASE("a template shows names, lists, and what is there or not") {
  constexpr std::string_view json = R"({"id": "ada", "n": 3, "share": 0.5, "open": true, "next": null, "steps": [{"what": "a"}, {"what": "b"}]})";
  CHECK(filled("{{id}} {{n}} {{share}}", json) == "ada 3 0.5");
  CHECK(filled("{{#steps}}- {{what}}\n{{/steps}}", json) == "- a\n- b\n");
  CHECK(filled("{{#open}}yes{{/open}}{{^next}}none{{/next}}{{missing}}", json) == "yesnone");
}

TEST_CASE("no template makes a journal's text act") {
  constexpr std::string_view json = R"({"x": "<script>\u001b[31m *b*"})";
  for (const std::string_view text : {"{{x}}", "{{{x}}}", "{{&x}}"}) {
    CHECK(filled(text, json) == "<script><U+001B>[31m *b*");
    CHECK(filled(text, json, "html") == "&lt;script&gt;&lt;U+001B&gt;[31m *b*");
    CHECK(filled(text, json, "markdown") == "&lt;script&gt;&lt;U+001B&gt;\\[31m \\*b\\*");
  }
}

TEST_CASE("a template that is not closed is told, and partials read nothing") {
  CHECK_THROWS_AS(filled("{{#steps}}", "{}"), Failure);
  CHECK(filled("a{{> /etc/passwd}}b", "{}") == "ab");
}

}  // namespace mentor
