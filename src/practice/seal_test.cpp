#include "practice/seal.hpp"

#include <doctest/doctest.h>

namespace mentor {
namespace {

Answers answers() {
  Answers out;
  out.date = make_date(2026, 3, 2);
  out.from = Party::mentee;
  out.set = Text{"health"};
  out.on_track = OnTrack::unsure;
  out.items = {{Text{"heard"}, Text{"4"}}, {Text{"fresh"}, Text{"2"}}};
  out.salt = Text{"00112233445566778899aabbccddeeff"};
  return out;
}

const std::string kSeal = seal(Text{"ada"}, answers());

template <class Change>
bool changes_seal(Change change) {
  Answers other = answers();
  change(other);
  return seal(Text{"ada"}, other) != kSeal;
}

}  // namespace

TEST_CASE("a seal is the hash of all parts, each with its length before it") {
  // made with python3's hashlib over "13:mentor-seal-1,3:ada,6:mentee,6:health,10:2026-03-02,32:0011...,6:unsure,5:fresh,1:2,5:heard,1:4,"
  CHECK(kSeal == "06c07e19ec3b4e477831fcfa890e815f789233d736a6bf1b030c3b55e7ee190b");
}

TEST_CASE("whatever is changed breaks the seal, and another's seal fits nobody else") {
  CHECK(seal(Text{"bo"}, answers()) != kSeal);
  CHECK(changes_seal([](Answers& a) { a.from = Party::mentor; }));
  CHECK(changes_seal([](Answers& a) { a.set = Text{"goals"}; }));
  CHECK(changes_seal([](Answers& a) { a.date = a.date + 1; }));
  CHECK(changes_seal([](Answers& a) { a.salt = Text{"00112233445566778899aabbccddeefe"}; }));
  CHECK(changes_seal([](Answers& a) { a.on_track = OnTrack::yes; }));
  CHECK(changes_seal([](Answers& a) { a.items[0].value = Text{"5"}; }));
  CHECK(changes_seal([](Answers& a) { a.items[0].key = Text{"herd"}; }));
  CHECK(changes_seal([](Answers& a) { a.items.pop_back(); }));
  CHECK(changes_seal([](Answers& a) { a.items.push_back({Text{"useful"}, Text{"3"}}); }));
  // parts cannot flow into each other
  CHECK(changes_seal([](Answers& a) { a.items[0] = {Text{"hear"}, Text{"d4"}}; }));
}

TEST_CASE("the order in which answers stand is not part of the seal") {
  CHECK_FALSE(changes_seal([](Answers& a) { std::swap(a.items[0], a.items[1]); }));
}

TEST_CASE("a private sheet is read for its author, and anything else is none") {
  const Source sheet{"pairs/ada/feedback/2026-03-02-mentee-health.private.md",
                     "---\ndate: 2026-03-02\nfrom: mentee\nset: health\nsalt: abc\n---\n- heard: 4\n- fresh:\n"};
  const PrivateSheet read{sheet};
  REQUIRE(read.answers() != nullptr);
  CHECK(read.answers()->items.size() == 1);
  CHECK(read.answers()->salt == Text{"abc"});
  for (const char* const text : {"", "---\n- list\n---\n", "---\nnever closed\n"}) {
    const Source other{"x.private.md", text};
    CHECK(PrivateSheet{other}.answers() == nullptr);
  }
}

}  // namespace mentor
