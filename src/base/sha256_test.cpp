#include "base/sha256.hpp"

#include <doctest/doctest.h>

namespace mentor {

TEST_CASE("SHA-256 gives the values of FIPS 180-4 and of NIST's further examples") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("around the length of a block, where the padding changes its shape") {
  // made with sha256sum
  const std::pair<std::size_t, const char*> cases[] = {
      {1, "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a"},   {55, "3376424373aba5558fe0d6fb4de3b937b5cc23e38bf978d47a792423bb77a235"},
      {56, "433433c89b6417aafffa5b2361b4912dbb11e4a796207bf7ca3a1dcc116ea994"},  {63, "6e80a1cca9ce209522c092413cd97b7b71b18c8c3e90b2e0d5fe59b97c37ad18"},
      {64, "55d24d1e5bb5c78ff659439718f787646160ce78ff2f48952745723fe61d06e6"},  {65, "676fc2b538902dd46ab4f093f1cfd8d218dfa9624fc3d539cad3cba6a3eb07f5"},
      {119, "4f1fca6f9f81f68cd9b37209a7bf1eebece7533f47acfe55e204736ea05c26b6"}, {120, "864bacb2b3f3b4c49e904e197a03783d6825bc7738ce9e945b14c75dca2b3ff7"},
      {128, "a7061f12c459e9a58c2368fad32b8bd799483e6f145b22cdaf6b0bc14ad384eb"},
  };
  for (const auto& [size, expected] : cases) {
    CAPTURE(size);
    CHECK(sha256(std::string(size, 'm')) == expected);
  }
}

}  // namespace mentor
