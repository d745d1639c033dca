#include "base/encode.hpp"

#include <doctest/doctest.h>

namespace mentor {

TEST_CASE("JSON keeps hashes, unless they begin a command of a CI's runner") {
  CHECK(encode::json("#> ##### ## Goals") == "\"#> ##### ## Goals\"");
  CHECK(encode::json("##[x ##vso[x ##teamcity[x") == "\"\\u0023#[x \\u0023#vso[x \\u0023#teamcity[x\"");
  CHECK(encode::json("###[x") == "\"#\\u0023#[x\"");
}

TEST_CASE("a line for a terminal holds no command of a CI's runner") { CHECK(encode::terminal(Text{"##[x ###[y ##z"}) == "# #[x ## #[y ##z"); }

}  // namespace mentor
