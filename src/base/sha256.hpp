// SHA-256 (FIPS 180-4), for sealing answers: a promise of what was written that tells nothing about it.
#pragma once
#include <string>
#include <string_view>

namespace mentor {

/// The hash of the bytes as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace mentor
