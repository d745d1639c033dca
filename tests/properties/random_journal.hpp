// A relationship made up by walking the vocabulary, and its two spellings. Both say the same; everything that says nothing (comments, blank
// lines, quotes, line ends, the order of keys) is drawn anew for each.
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "journal/wish.hpp"

namespace mentor::random_journal {

using RandomValue = NewValue;
using RandomRecord = NewRecord;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// 0 to sides - 1.
  std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(engine_() % sides); }
  bool chance(std::size_t percent) { return roll(100) < percent; }
  template <class List>
  const auto& pick(const List& list) {
    return list[roll(std::size(list))];
  }

 private:
  std::mt19937_64 engine_;
};

/// One record of a kind, and one value of a field.
RandomRecord make_record(const Kind& kind, Dice& dice);
RandomValue make_value(const Kind& kind, const Field& field, Dice& dice);
/// A relationship in which every value fits its field.
RandomRecord make_relationship(Dice& dice);
std::string spell_yaml(const RandomRecord& relationship, Dice& dice);
std::string spell_markdown(const RandomRecord& relationship, Dice& dice);

/// One line of flow YAML: `{a: b, c: [d]}`.
std::string flow_scalar(std::string_view text, Dice& dice);
std::string flow_value(const RandomValue& value, Dice& dice);
std::string flow_record(const RandomRecord& record, Dice& dice);
/// LF or CRLF, with or without a byte order mark and a line end at the end.
std::string dress(std::string text, Dice& dice);

}  // namespace mentor::random_journal
