// What is to become of a journal: one wish, in the words of the vocabulary and independent of how a file spells it.
#pragma once
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/bind.hpp"
#include "journal/programme.hpp"
#include "journal/vocabulary.hpp"

namespace mentor {

struct NewRecord;

/// A field and what it is to say; which member is used follows from the field's shape. Saying nothing clears the field.
struct NewValue {
  const Field* field = nullptr;
  /// Of single values.
  std::string scalar = {};
  /// Of texts, dates, words and parties.
  std::vector<std::string> list = {};
  /// Of items and of what is said per party.
  std::vector<std::pair<std::string, std::string>> pairs = {};
  /// Of records, of one record, and of a dated cadence.
  std::vector<NewRecord> records = {};

  bool says_nothing() const { return scalar.empty() && list.empty() && pairs.empty() && records.empty(); }
};

/// A record that is to be written, or some of its fields.
struct NewRecord {
  const Kind* kind = nullptr;
  std::vector<NewValue> values = {};

  const NewValue* find(std::string_view name) const;
  /// Takes the value out.
  bool take(std::string_view name, NewValue& value);
  /// Has the field `name` say `words`; empty words are passed over. The kind has such a field.
  void put(std::string_view name, std::string words);
  /// The value of the field `name`, added when it is not there yet.
  NewValue& value(std::string_view name);
};

/// A way from one record to a record in it.
struct Step {
  const Field* field = nullptr;
  /// Of a list the number of the record in the model as it was read; unused for a single record.
  std::size_t index = 0;
};

/// One change of a relationship.
struct Wish {
  enum class Act : std::uint8_t {
    add,     // one more record in `list` of the record
    set,     // the fields in `values` of the record; a single record such as the closing need not be there yet
    remove,  // the record itself
  };
  Act act = Act::add;
  /// The record that it is about: from the relationship, which is the empty path, step by step.
  std::vector<Step> record = {};
  const Field* list = nullptr;
  NewRecord values = {};
};

/// What the map at nodes[map] of a tree says, as values; keys that the kind does not have are left out.
NewRecord record_of(const Tree& tree, std::uint32_t map, const Kind& kind);

/// The wish to have one more record in the relationship's list that `values.kind` belongs to; of a single record, such as the closing, to
/// have it say these values.
Wish add_record(NewRecord values);

/// The record at the end of a path, and its kind.
struct Found {
  const Kind* kind = &kinds::relationship;
  const Record* record = nullptr;
};
Found find_record(const Relationship& relationship, const std::vector<Step>& path);

/// What a wish says, understood as a reader will understand it: a record at the end of the same path in an otherwise empty relationship.
class Wanted {
 public:
  /// `problems` receives what the binder has to say of the values.
  Wanted(const Wish& wish, const People& people, const Defaults& defaults, Problems& problems);
  const void* record() const { return record_; }

 private:
  Source source_;
  Tree tree_;
  Relationship relationship_;
  void* record_ = nullptr;
};

}  // namespace mentor
