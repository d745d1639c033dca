// FNV-1a, the hash behind fingerprints and names of temporary files: the same on every machine, and no defence against anybody.
#pragma once
#include <cstdint>
#include <string_view>

namespace mentor {

inline constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325;

constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = kFnvBasis) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

}  // namespace mentor
