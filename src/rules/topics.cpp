#include "rules/topics.hpp"

#include <algorithm>
#include <array>

namespace mentor {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool is_same_topic(Text a, Text b) { return same(a.raw(), b.raw()); }

bool is_personal(Text topic) {
  static constexpr std::array<std::string_view, 19> kPersonal = {"origin", "family",   "childhood", "home",   "health",  "friends", "education",
                                                                 "school", "interest", "interests", "hobby",  "hobbies", "dream",   "dreams",
                                                                 "hopes",  "fears",    "values",    "person", "life"};
  return std::ranges::any_of(kPersonal, [topic](std::string_view word) { return same(topic.raw(), word); });
}

}  // namespace mentor
