#include "journal/respelled.hpp"

#include <fmt/format.h>

#include "base/date.hpp"

namespace mentor {
namespace {

template <class T>
const T& as(const void* member) {
  return *static_cast<const T*>(member);
}

std::string spelled(const Person& person) {
  if (person.email.empty()) return std::string(person.name.raw());
  return fmt::format("{} <{}>", person.name.raw(), person.email.raw());
}

NewValue respell_records(const Field& field, const void* list) {
  NewValue out{&field};
  for (std::size_t i = 0; i < field.size(list); ++i) out.records.push_back(respelled(*field.record, *static_cast<const Record*>(field.at(list, i))));
  return out;
}

/// A rhythm that holds from the beginning is one word; others are a dated list.
NewValue respell_cadence(const Field& field, const std::vector<CadenceStep>& steps) {
  NewValue out{&field};
  if (steps.size() == 1 && !steps[0].from)
    out.scalar = fmt::format("{} days", steps[0].every.days);
  else
    for (const CadenceStep& step : steps) out.records.push_back(respelled(kinds::cadence_step, step));
  return out;
}

NewValue respell(const Field& field, const void* member) {
  NewValue out{&field};
  switch (field.shape) {
    case Shape::text:
      out.scalar = as<Text>(member).raw();
      break;
    case Shape::texts:
      for (const Text text : as<std::vector<Text>>(member)) out.list.emplace_back(text.raw());
      break;
    case Shape::date:
      if (const Date date = as<Date>(member)) out.scalar = iso(date);
      break;
    case Shape::word:
      if (const auto word = as<std::uint8_t>(member); word != 0) out.scalar = field.words[static_cast<std::size_t>(word) - 1];
      break;
    case Shape::count:
      if (const int count = as<Count>(member).value; count >= 0) out.scalar = std::to_string(count);
      break;
    case Shape::duration:
      if (const Duration length = as<Duration>(member); length.recorded()) out.scalar = fmt::format("{} min", length.minutes);
      break;
    case Shape::rhythm:
      if (const int days = as<Rhythm>(member).days; days > 0) out.scalar = fmt::format("{} days", days);
      break;
    case Shape::cadence:
      return respell_cadence(field, as<std::vector<CadenceStep>>(member));
    case Shape::person:
      out.scalar = spelled(as<Person>(member));
      break;
    case Shape::record:
      if (const Record& record = as<Record>(member); record.recorded()) out.records.push_back(respelled(*field.record, record));
      break;
    case Shape::records:
      return respell_records(field, member);
    case Shape::items:
      for (const Entry& item : as<std::vector<Entry>>(member)) out.pairs.emplace_back(item.key.raw(), item.value.raw());
      break;
    default:
      break;
  }
  return out;
}

}  // namespace

NewRecord respelled(const Kind& kind, const Record& record) {
  NewRecord out{&kind};
  for (const Field& field : kind.fields) {
    // a member function pointer of the table takes a record to write to; it is only read here
    NewValue value = respell(field, field.member(const_cast<Record*>(&record)));
    if (!value.says_nothing()) out.values.push_back(std::move(value));
  }
  return out;
}

}  // namespace mentor
