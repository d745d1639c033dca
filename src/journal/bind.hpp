// The binder: walks a neutral tree beside the vocabulary and fills the model. What does not fit becomes a Problem at its place; the rest
// of the entry is kept.
#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "journal/programme.hpp"
#include "journal/people.hpp"
#include "journal/problem.hpp"
#include "journal/tree.hpp"
#include "journal/vocabulary.hpp"

namespace mentor {

class Binder {
 public:
  /// `file` is the number of `source` in its relationship. The result views source and tree.
  Binder(const Source& source, std::uint32_t file, const Tree& tree, const People& people, Problems& problems)
      : source_(source), file_(file), tree_(tree), people_(people), problems_(problems) {}

  /// Fills `record`, which is of `kind`, from the map at nodes[map].
  void bind(std::uint32_t map, const Kind& kind, Record& record);

 private:
  template <class T>
  static T& as(void* member) {
    return *static_cast<T*>(member);
  }
  void bind_key(std::uint32_t key, std::uint32_t value, const Kind& kind, Record& record);
  void bind_field(std::uint32_t value, const Kind& kind, const Field& field, Record& record);
  void bind_scalar(const Node& value, const Kind& kind, const Field& field, Record& record, void* member);
  void bind_records(std::uint32_t value, const Field& field, void* list);
  void bind_record(std::uint32_t value, const Kind& kind, Record& record);
  void bind_texts(std::uint32_t value, const Field& field, std::vector<Text>& list);
  void bind_dates(std::uint32_t value, const Field& field, std::vector<Date>& list);
  void bind_words(std::uint32_t value, const Field& field, std::uint16_t& bits);
  void bind_cadence(std::uint32_t value, const Field& field, std::vector<CadenceStep>& steps);
  void bind_person(std::uint32_t value, const Field& field, Person& person);
  void bind_per_party(std::uint32_t value, const Field& field, void* member);
  void bind_party_number(const Node& at, const Field& field, Party party, std::string_view number, void* member);
  void bind_items(std::uint32_t value, const Field& field, std::vector<Entry>& items);
  void bind_answers(std::uint32_t value, const Field& field, std::vector<Entry>& items);
  void bind_signs(std::uint32_t value, const Field& field, std::vector<Sign>& signs);
  static bool bind_unsettled(std::string_view text, Meeting& meeting);
  void bind_next(const Node& value, const Field& field, Next& next);
  Date bind_date(const Node& at, std::string_view text, const Field& field, std::array<Date, 2>* readings = nullptr);
  Party bind_party(const Node& at, std::string_view text, const Field& field);
  std::uint8_t bind_word(const Node& at, std::string_view text, const Field& field);
  /// Calls `use(node, text)` for each item of a list of scalars, or of a comma list in one scalar.
  template <class Use>
  void for_each_item(std::uint32_t value, const Field& field, Use use);

  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }
  Place place(const Node& at) const { return {file_, at.line, at.span.begin}; }
  void report(const ProblemKind& kind, const Node& at, Message message, Message repair);
  void wrong_type(const Node& at, const Field& field);
  void check_required(const Node& map, const Kind& kind, Record& record);

  const Source& source_;
  std::uint32_t file_;
  const Tree& tree_;
  const People& people_;
  ProblemList problems_;
};

}  // namespace mentor
