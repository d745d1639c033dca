#include "journal/values.hpp"

#include <doctest/doctest.h>

namespace mentor {
namespace {

std::string read(std::string_view text) {
  const DateReading reading = read_date(text);
  switch (reading.kind) {
    case DateReading::Kind::iso:
      return iso(reading.date);
    case DateReading::Kind::clear:
      return "clear " + iso(reading.date);
    case DateReading::Kind::ambiguous:
      return iso(reading.readings[0]) + " or " + iso(reading.readings[1]);
    case DateReading::Kind::impossible:
      return "impossible";
    case DateReading::Kind::not_a_date:
      return "none";
  }
  return "";
}

TEST_CASE("a rating is read as people type it, and another number is none") {
  for (const char* const four : {"4", " 4 ", "4/5", "4 / 5", "4 of 5", "4 out of 5", "4 - better", "4-better", "4: yes", "4, mostly", "4 (more or less)", "4."}) {
    CAPTURE(std::string(four));
    CHECK(read_rating(Text{four}) == 4);
  }
  for (const char* const none : {"", "0", "6", "44", "4.5", "4,5", "4-5", "4 - 5", "4/10", "4/50", "four", "4th", "about 4"}) {
    CAPTURE(std::string(none));
    CHECK(read_rating(Text{none}) == 0);
  }
  for (const char* const bare : {"4", "4/5", "4 of 5"}) CHECK(is_bare_rating(Text{bare}));
  for (const char* const more : {"4 weeks", "4 - better", "", "4/5 or so"}) CHECK_FALSE(is_bare_rating(Text{more}));
}

}  // namespace

TEST_CASE("a date that can mean two days is never guessed") {
  CHECK(read("2026-01-14") == "2026-01-14");
  CHECK(read("2026/1/4") == "clear 2026-01-04");
  CHECK(read("14/01/2026") == "clear 2026-01-14");
  CHECK(read("01/14/2026") == "clear 2026-01-14");
  CHECK(read("14.1.26") == "clear 2026-01-14");
  CHECK(read("04/04/2026") == "clear 2026-04-04");
  CHECK(read("03/04/2026") == "2026-04-03 or 2026-03-04");
  CHECK(read("26-03-01") == "2026-03-01 or 2001-03-26");
  CHECK(read("14 January 2026") == "clear 2026-01-14");
  CHECK(read("Jan 14th, 2026") == "clear 2026-01-14");
  CHECK(read("2026-02-30") == "impossible");
  CHECK(read("32/13/2026") == "impossible");
  for (const char* text : {"", "soon", "14 January", "2026", "1/2", "2026-01-14-15", "the 14th of nothing 2026"}) CHECK(read(text) == "none");
}

TEST_CASE("lengths of time need their unit") {
  CHECK(read_duration("60 min").minutes == 60);
  CHECK(read_duration("1 h 30 min").minutes == 90);
  CHECK(read_duration("2 days").days() == 2);
  CHECK(!read_duration("60").recorded());
  CHECK(!read_duration("an hour").recorded());
}

TEST_CASE("rhythms are read in the words people use") {
  CHECK(read_cadence("2 weeks") == 14);
  CHECK(read_cadence("weekly") == 7);
  CHECK(read_cadence("every other week") == 14);
  CHECK(read_cadence("every two weeks") == 14);
  CHECK(read_cadence("Monthly") == 30);
  CHECK(read_cadence("quarterly") == 91);
  CHECK(read_cadence("10 days") == 10);
  CHECK(read_cadence("6 weeks") == 42);
  for (const char* text : {"", "often", "0 weeks", "2", "2 hours", "week 2"}) CHECK(read_cadence(text) <= 0);
}

TEST_CASE("people are names, addresses, or both") {
  CHECK(read_person("Ada Lovelace <ada@example.org>").name == Text{"Ada Lovelace"});
  CHECK(read_person("Ada Lovelace <ada@example.org>").email == Text{"ada@example.org"});
  CHECK(read_person("Ada").email.empty());
  CHECK(read_person("ada@example.org").email == Text{"ada@example.org"});
  CHECK(read_person("Ada <nobody>").name.empty());
  CHECK(read_person("Ada <a@b").name.empty());
}

}  // namespace mentor
