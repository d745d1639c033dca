#include "base/encode.hpp"

#include <doctest/doctest.h>

namespace mentor {

TEST_CASE("JSON keeps hashes, unless they begin a command of a CI's runner") {
  CHECK(encode::json("#> ##### ## Goals") == "\"#> ##### ## Goals\"");
  CHECK(encode::json("##[x ##vso[x ##teamcity[x") == "\"\\u0023#[x \\u0023#vso[x \\u0023#teamcity[x\"");
  CHECK(encode::json("###[x") == "\"#\\u0023#[x\"");
}

TEST_CASE("a line for a terminal holds no command of a CI's runner") { CHECK(encode::terminal(Text{"##[x ###[y ##z"}) == "# #[x ## #[y ##z"); }

TEST_CASE("Markdown shows a text and does not act on it") {
  const auto shown = [](std::string_view text) { return encode::markdown(Text{text}); };
  CHECK(shown("plain words, 3 of 4 (75 %)") == "plain words, 3 of 4 (75 %)");
  CHECK(shown("*a* _b_ [c](d) ![e](f) <b> a|b ~x~") == "\\*a\\* \\_b\\_ \\[c\\](d) !\\[e\\](f) &lt;b&gt; a\\|b \\~x\\~");
  CHECK(shown("@ada in #12 at https://example.org or www.example.org") == "&#64;ada in &#35;12 at https&#58;//example.org or www&#46;example.org");
  CHECK(shown("- no list") == "\\- no list");
  CHECK(shown("12. no list") == "12\\. no list");
  CHECK(shown("# no heading") == "&#35; no heading");
  CHECK(shown("write `next:`, please") == "write `next:`, please");
  CHECK(shown("one ` alone") == "one \\` alone");
  CHECK(shown("``` a fence") == "\\`\\`\\` a fence");
  CHECK(shown("\x1b[31m") == "&lt;U+001B&gt;\\[31m");
  CHECK(shown("`a|b`") == "`a/b`");
}

TEST_CASE("a web page shows a text and does not act on it") {
  CHECK(encode::html(std::string_view("<script>alert('x')</script> & \"y\"")) == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
  CHECK(encode::html(std::string_view("a\x1b[0m\xE2\x80\xAE"
                                      "b")) == "a&lt;U+001B&gt;[0m&lt;U+202E&gt;b");
}

}  // namespace mentor
