#include "base/salt.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <iterator>

#include "base/failure.hpp"

namespace mentor {

std::string random_salt() {
  std::array<unsigned char, 16> bytes;
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw Failure{say("the system gives no random numbers"), say("nothing can be sealed here; try another machine"), ExitCode::failed};
  std::string out;
  for (const unsigned char byte : bytes) fmt::format_to(std::back_inserter(out), "{:02x}", byte);
  return out;
}

}  // namespace mentor
