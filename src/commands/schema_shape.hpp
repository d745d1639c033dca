// The words in which the schemas of what is printed are written: days, texts, counts, lists, and objects with their keys.
#pragma once
#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/encode.hpp"
#include "commands/pretty_json.hpp"
#include "commands/schema.hpp"
#include "journal/journal.hpp"

namespace mentor::shape {

constexpr std::string_view kDay = R"({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})";
constexpr std::string_view kDayOrNull = R"({"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})";
constexpr std::string_view kTimeOrNull = R"({"type": ["string", "null"], "pattern": "^[0-9]{2}:[0-9]{2}$"})";
constexpr std::string_view kText = R"({"type": "string"})";
constexpr std::string_view kTextOrNull = R"({"type": ["string", "null"]})";
constexpr std::string_view kTexts = R"({"type": "array", "items": {"type": "string"}})";
constexpr std::string_view kTruth = R"({"type": "boolean"})";
constexpr std::string_view kCount = R"({"type": "integer", "minimum": 0})";
constexpr std::string_view kCountOrNull = R"({"type": ["integer", "null"], "minimum": 0})";
constexpr std::string_view kRatingOrNull = R"({"type": ["integer", "null"], "minimum": 1, "maximum": 5})";
constexpr std::string_view kLine = R"({"type": "integer", "minimum": 1})";
constexpr std::string_view kLineOrNull = R"({"type": ["integer", "null"], "minimum": 1})";
constexpr std::string_view kNumber = R"({"type": "number"})";
constexpr std::string_view kNumberOrNull = R"({"type": ["number", "null"]})";
constexpr std::string_view kShare = R"({"type": "number", "minimum": 0, "maximum": 1})";
constexpr std::string_view kShareOrNull = R"({"type": ["number", "null"], "minimum": 0, "maximum": 1})";
constexpr std::string_view kSeverity = R"({"enum": ["info", "warning", "error"]})";
constexpr std::string_view kSide = R"({"enum": ["mentor", "mentee"]})";
constexpr std::string_view kSideOrNull = R"({"enum": ["mentor", "mentee", null]})";
constexpr std::string_view kSideOrBoth = R"({"enum": ["mentor", "mentee", "both"]})";
constexpr std::string_view kParty = R"({"enum": ["mentor", "mentee", "both", null]})";

std::string list_of(std::string_view item);
std::string or_null(std::string_view shape);
/// One of them; a single one stands for itself.
std::string any_of(const std::vector<std::string>& shapes);
std::string constant(std::string_view word);
/// What the document defines under that name.
std::string reference(std::string_view name);
/// A value for each side.
std::string per_party(std::string_view value);

template <class List>
std::string one_of(const List& words, bool may_be_null = false) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + encode::json(word);
  return R"({"enum": [)" + out + (may_be_null ? ", null]}" : "]}");
}

/// One of the words that the vocabulary has for it.
template <class Enum>
std::string word_of(bool may_be_null = false) {
  return one_of(Words<Enum>::list, may_be_null);
}

/// The keys of an object, in the order in which they are written.
class Members {
 public:
  /// A key that is always there.
  Members& add(std::string_view key, std::string_view shape);
  /// A key that is not always there.
  Members& may_have(std::string_view key, std::string_view shape);
  /// All keys of another object behind these.
  Members& append(const Members& more);
  void write(PrettyJson& json) const;

 private:
  struct Member {
    std::string key, shape;
    bool is_always_there = true;
  };
  std::vector<Member> list_;
};

/// A schema from its beginning to its end: what the document is, then what it refers to.
class Document {
 public:
  Document(const Schema& schema, const Members& root);
  Document& define(std::string_view name, std::string_view description, const Members& members);
  std::string finish() &&;

 private:
  PrettyJson json_;
};

/// The key that names what is printed and its version; the schema has the same name.
Members root_of(const Schema& schema);

}  // namespace mentor::shape
