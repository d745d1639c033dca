#include "journal/same_model.hpp"

#include <algorithm>
#include <optional>

namespace mentor {
namespace {

template <class T>
const T& as(const void* member) {
  return *static_cast<const T*>(member);
}

const void* member_of(const Field& field, const void* record) {
  // a member function pointer of the table takes a record to write to; it is only read here
  return field.member(const_cast<void*>(record));
}

bool same(Text a, Text b) { return a == b; }
bool same(Rating a, Rating b) { return a.value == b.value; }
bool same(Rank a, Rank b) { return a.value == b.value; }

template <class T>
bool same_for_both(const void* a, const void* b) {
  return same(as<PerParty<T>>(a).mentor, as<PerParty<T>>(b).mentor) && same(as<PerParty<T>>(a).mentee, as<PerParty<T>>(b).mentee);
}

bool same_next(const Next& a, const Next& b) { return a.recorded == b.recorded && a.date == b.date && a.time == b.time; }

bool same_cadence(const CadenceStep& a, const CadenceStep& b) { return a.from == b.from && a.every.days == b.every.days; }

bool same_record(const Field& field, const void* a, const void* b) {
  return as<Record>(a).recorded() == as<Record>(b).recorded() && difference(*field.record, a, b) == nullptr;
}

bool same_list(const Field& field, const void* a, const void* b) {
  if (field.is_recorded != nullptr && field.is_recorded(a) != field.is_recorded(b)) return false;
  const std::size_t size = field.size(a);
  if (size != field.size(b)) return false;
  for (std::size_t i = 0; i < size; ++i)
    if (difference(*field.record, field.at(a, i), field.at(b, i)) != nullptr) return false;
  return true;
}

bool same_value(const Field& field, const void* a, const void* b) {
  switch (field.shape) {
    case Shape::text:
      return same(as<Text>(a), as<Text>(b));
    case Shape::private_text:
      return as<PrivateText>(a).size() == as<PrivateText>(b).size();
    case Shape::texts:
      return as<std::vector<Text>>(a) == as<std::vector<Text>>(b);
    case Shape::date:
      return as<Date>(a) == as<Date>(b);
    case Shape::dates:
      return as<std::vector<Date>>(a) == as<std::vector<Date>>(b);
    case Shape::next:
      return same_next(as<Next>(a), as<Next>(b));
    case Shape::party:
    case Shape::word:
      return as<std::uint8_t>(a) == as<std::uint8_t>(b);
    case Shape::parties:
    case Shape::words:
      return as<std::uint16_t>(a) == as<std::uint16_t>(b);
    case Shape::rating:
      return same(as<Rating>(a), as<Rating>(b));
    case Shape::count:
      return as<Count>(a).value == as<Count>(b).value;
    case Shape::minutes:
      return as<Minutes>(a).actual == as<Minutes>(b).actual && as<Minutes>(a).planned == as<Minutes>(b).planned;
    case Shape::duration:
      return as<Duration>(a).minutes == as<Duration>(b).minutes;
    case Shape::rhythm:
      return as<Rhythm>(a).days == as<Rhythm>(b).days;
    case Shape::cadence:
      return std::ranges::equal(as<std::vector<CadenceStep>>(a), as<std::vector<CadenceStep>>(b), same_cadence);
    case Shape::person:
      return same(as<Person>(a).name, as<Person>(b).name) && same(as<Person>(a).email, as<Person>(b).email);
    case Shape::party_texts:
      return same_for_both<Text>(a, b);
    case Shape::party_ratings:
      return same_for_both<Rating>(a, b);
    case Shape::party_ranks:
      return same_for_both<Rank>(a, b);
    case Shape::tick:
      return as<Tick>(a).done == as<Tick>(b).done && as<Tick>(a).date == as<Tick>(b).date;
    case Shape::record:
      return same_record(field, a, b);
    case Shape::records:
      return same_list(field, a, b);
    case Shape::items:
      return std::ranges::equal(as<std::vector<Entry>>(a), as<std::vector<Entry>>(b),
                                [](const Entry& one, const Entry& other) { return one.key == other.key && one.value == other.value; });
    case Shape::owned_text:  // the same as owner and text
    case Shape::signs:       // of the programme, not of a relationship
      return true;
  }
  return true;
}

/// What an action says itself: its due date, unless that is the next meeting's; and of its state whether it was called off, since the rest
/// follows from its tick and from its neighbours.
bool same_in_action(const Field& field, const Action& a, const Action& b, const void* in_a, const void* in_b) {
  if (in_a == &a.due) return (a.due_is_default ? Date{} : a.due) == (b.due_is_default ? Date{} : b.due);
  if (in_a == &a.state) return (a.state == ActionState::cancelled) == (b.state == ActionState::cancelled);
  return same_value(field, in_a, in_b);
}

bool same_field(const Kind& kind, const Field& field, const void* a, const void* b) {
  const void* const in_a = member_of(field, a);
  const void* const in_b = member_of(field, b);
  return &kind == &kinds::action ? same_in_action(field, as<Action>(a), as<Action>(b), in_a, in_b) : same_value(field, in_a, in_b);
}

/// What is said for one party alone leaves what is said for the other.
template <class T>
bool is_said_for(const void* before, const void* now, const void* wanted) {
  PerParty<T> expected = as<PerParty<T>>(before);
  const PerParty<T>& said = as<PerParty<T>>(wanted);
  if (!same(said.mentor, T{})) expected.mentor = said.mentor;
  if (!same(said.mentee, T{})) expected.mentee = said.mentee;
  return same_for_both<T>(&expected, now);
}

/// Goes through two models in step, to where the wish should have changed the second.
class Comparison {
 public:
  Comparison(const Wish& wish, const void* wanted) : wish_(wish), wanted_(wanted) {}

  const Field* walk(const Kind& kind, const void* before, const void* now, std::size_t depth) const {
    const bool is_there = depth == wish_.record.size();
    for (const Field& field : kind.fields) {
      const void* const old_member = member_of(field, before);
      const void* const new_member = member_of(field, now);
      if (!is_there && wish_.record[depth].field == &field) {
        if (const Field* const found = along(field, old_member, new_member, depth)) return found;
      } else if (is_there && wish_.act == Wish::Act::add && wish_.list == &field) {
        if (const Field* const found = added(field, old_member, new_member)) return found;
      } else if (is_there && wish_.act == Wish::Act::set && wish_.values.find(field.name) != nullptr) {
        if (!is_set(kind, field, before, now)) return &field;
      } else if (!same_field(kind, field, before, now)) {
        return &field;
      }
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  bool removes_at(std::size_t depth) const { return wish_.act == Wish::Act::remove && depth + 1 == wish_.record.size(); }

  /// The one record of the new list that the old list, left without its record `out`, does not have; none when they differ in more.
  static std::optional<std::size_t> one_more(const Field& field, const void* before, const void* now, std::size_t out) {
    std::optional<std::size_t> more;
    const std::size_t size = field.size(before), new_size = field.size(now);
    std::size_t j = 0;
    for (std::size_t i = 0; i < size; ++i) {
      if (i == out) continue;
      const auto is_same = [&] { return j < new_size && difference(*field.record, field.at(before, i), field.at(now, j)) == nullptr; };
      if (!is_same()) {
        if (more) return {};
        more = j++;
        if (!is_same()) return {};
      }
      ++j;
    }
    if (!more) more = j++;
    return j == new_size ? more : std::nullopt;
  }

  const Field* along(const Field& field, const void* before, const void* now, std::size_t depth) const {
    if (field.shape != Shape::records) {
      if (removes_at(depth)) return as<Record>(now).recorded() ? &field : nullptr;
      return walk(*field.record, before, now, depth + 1);
    }
    const std::size_t index = wish_.record[depth].index;
    if (removes_at(depth)) return is_without(field, before, now, index) ? nullptr : &field;
    const std::optional<std::size_t> at = one_more(field, before, now, index);
    return at ? walk(*field.record, field.at(before, index), field.at(now, *at), depth + 1) : &field;
  }

  static bool is_without(const Field& field, const void* before, const void* now, std::size_t out) {
    if (field.size(now) + 1 != field.size(before)) return false;
    for (std::size_t i = 0, j = 0; i < field.size(before); ++i)
      if (i != out && difference(*field.record, field.at(before, i), field.at(now, j++)) != nullptr) return false;
    return true;
  }

  const Field* added(const Field& field, const void* before, const void* now) const {
    const std::optional<std::size_t> at = one_more(field, before, now, kNone);
    return at ? difference(*field.record, field.at(now, *at), wanted_) : &field;
  }

  bool is_set(const Kind& kind, const Field& field, const void* before, const void* now) const {
    const void* const wanted = member_of(field, wanted_);
    const NewValue& said = *wish_.values.find(field.name);
    if (said.says_nothing() || field.shape == Shape::record) return said.says_nothing() ? same_field(kind, field, now, wanted_) : is_merged(field, before, now);
    switch (field.shape) {
      case Shape::party_texts:
        return is_said_for<Text>(member_of(field, before), member_of(field, now), wanted);
      case Shape::party_ratings:
        return is_said_for<Rating>(member_of(field, before), member_of(field, now), wanted);
      case Shape::party_ranks:
        return is_said_for<Rank>(member_of(field, before), member_of(field, now), wanted);
      default:
        return same_field(kind, field, now, wanted_);
    }
  }

  /// Some fields of a record within the record.
  bool is_merged(const Field& field, const void* before, const void* now) const {
    Wish inner;
    inner.act = Wish::Act::set;
    inner.values = wish_.values.find(field.name)->records[0];
    return Comparison(inner, member_of(field, wanted_)).walk(*field.record, member_of(field, before), member_of(field, now), 0) == nullptr;
  }

  const Wish& wish_;
  const void* wanted_;
};

}  // namespace

const Field* difference(const Kind& kind, const void* a, const void* b) {
  for (const Field& field : kind.fields)
    if (!same_field(kind, field, a, b)) return &field;
  return nullptr;
}

const Field* difference(const Relationship& before, const Relationship& now, const Wish& wish, const void* wanted) {
  return Comparison(wish, wanted).walk(kinds::relationship, &before, &now, 0);
}

}  // namespace mentor
