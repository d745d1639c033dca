#include "journal/bind.hpp"

#include "base/nearest.hpp"
#include "journal/values.hpp"

namespace mentor {

void Binder::report(const ProblemKind& kind, const Node& at, Message message, Message repair) {
  problems_.add(kind, source_, at.span, std::move(message), std::move(repair));
}

void Binder::wrong_type(const Node& at, const Field& field) {
  report(problems::wrong_type, at, say("`{}` takes {}", field.name, shape_in_words(field.shape)), say("write it like `{}: {}`", field.name, field.example));
}

void Binder::bind(std::uint32_t map, const Kind& kind, Record& record) {
  const Node& at = node(map);
  if (!record.recorded()) record.place = place(at);
  for (std::uint32_t key = map + 1; key < at.next;) {
    const std::uint32_t value = node(key).next;
    bind_key(key, value, kind, record);
    key = node(value).next;
  }
  if (kind.has_required) check_required(at, kind, record);
}

void Binder::bind_key(std::uint32_t key, std::uint32_t value, const Kind& kind, Record& record) {
  const std::string_view name = node(key).text;
  if (const Field* const field = kind.find(name)) return bind_field(value, kind, *field, record);
  if (name.starts_with("x-")) return;
  std::vector<std::string_view> known;
  for (const Field& field : kind.fields) known.push_back(field.name);
  const std::string_view meant = nearest(name, known);
  report(problems::unknown_key, node(key), say("`{}` is not a key of `{}`", Text{name}, kind.name),
         meant.empty() ? say("`mentor explain {}` lists its keys; a key of your own begins with `x-`", kind.name) : say("did you mean `{}`?", meant));
}

void Binder::bind_field(std::uint32_t value, const Kind& kind, const Field& field, Record& record) {
  const Node& at = node(value);
  void* const member = field.member(&record);
  if (at.kind == Node::Kind::null && field.shape != Shape::next && field.shape != Shape::records && field.shape != Shape::private_text) {
    report(problems::key_without_value, at, say("`{}` has no value", field.name),
           field.required ? say("write `{}: {}`", field.name, field.example) : say("write `{}: {}`, or leave the line out", field.name, field.example));
    return;
  }
  switch (field.shape) {
    case Shape::texts:
      return bind_texts(value, field, as<std::vector<Text>>(member));
    case Shape::dates:
      return bind_dates(value, field, as<std::vector<Date>>(member));
    case Shape::words:
      return bind_words(value, field, as<std::uint16_t>(member));
    case Shape::parties:
      for_each_item(value, field, [&](const Node& item, std::string_view text) {
        if (const Party party = bind_party(item, text, field); party != Party::unset)
          as<WordSet<Party>>(member).bits |= static_cast<std::uint16_t>(party == Party::both ? 3U : 1U << (static_cast<unsigned>(party) - 1));
      });
      return;
    case Shape::cadence:
      return bind_cadence(value, field, as<std::vector<CadenceStep>>(member));
    case Shape::person:
      return bind_person(value, field, as<Person>(member));
    case Shape::party_texts:
    case Shape::party_ratings:
    case Shape::party_ranks:
      return bind_per_party(value, field, member);
    case Shape::record:
      return bind_record(value, *field.record, as<Record>(member));
    case Shape::records:
      return bind_records(value, field, member);
    case Shape::items:
      return &kind == &kinds::answers ? bind_answers(value, field, as<std::vector<Entry>>(member)) : bind_items(value, field, as<std::vector<Entry>>(member));
    case Shape::signs:
      return bind_signs(value, field, as<std::vector<Sign>>(member));
    default:
      break;
  }
  if (at.kind == Node::Kind::list || at.kind == Node::Kind::map) return wrong_type(at, field);
  bind_scalar(at, kind, field, record, member);
}

template <class Use>
void Binder::for_each_item(std::uint32_t value, const Field& field, Use use) {
  const Node& at = node(value);
  if (at.kind == Node::Kind::map) return wrong_type(at, field);
  if (at.kind == Node::Kind::scalar) {
    std::string_view rest = at.text;
    while (!rest.empty()) {
      const std::size_t comma = at.quoted ? std::string_view::npos : rest.find(',');
      if (const std::string_view item = trim(rest.substr(0, comma)); !item.empty()) use(at, item);
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
    return;
  }
  for (std::uint32_t item = value + 1; item < at.next; item = node(item).next) {
    if (node(item).kind == Node::Kind::scalar)
      use(node(item), trim(node(item).text));
    else
      wrong_type(node(item), field);
  }
}

void Binder::bind_texts(std::uint32_t value, const Field& field, std::vector<Text>& list) {
  for_each_item(value, field, [&](const Node&, std::string_view text) { list.emplace_back(text); });
}

void Binder::bind_dates(std::uint32_t value, const Field& field, std::vector<Date>& list) {
  for_each_item(value, field, [&](const Node& at, std::string_view text) {
    if (const Date date = bind_date(at, text, field)) list.push_back(date);
  });
}

void Binder::bind_words(std::uint32_t value, const Field& field, std::uint16_t& bits) {
  for_each_item(value, field, [&](const Node& at, std::string_view text) {
    if (const std::uint8_t index = bind_word(at, text, field)) bits |= static_cast<std::uint16_t>(1U << (index - 1));
  });
}

void Binder::bind_items(std::uint32_t value, const Field& field, std::vector<Entry>& items) {
  const Node& at = node(value);
  if (at.kind != Node::Kind::map) return wrong_type(at, field);
  for (std::uint32_t key = value + 1; key < at.next; key = node(node(key).next).next) {
    const Node& part = node(node(key).next);
    if (part.kind == Node::Kind::scalar)
      items.push_back({Text{node(key).text}, Text{trim(part.text)}});
    else
      wrong_type(part, field);
  }
}

/// A question without an answer was left out, which is everybody's right; what is private stays so.
void Binder::bind_answers(std::uint32_t value, const Field& field, std::vector<Entry>& items) {
  const Node& at = node(value);
  if (at.kind != Node::Kind::map) return wrong_type(at, field);
  for (std::uint32_t key = value + 1; key < at.next; key = node(node(key).next).next) {
    const Node& part = node(node(key).next);
    if (part.kind == Node::Kind::null || node(key).text.starts_with("privat")) continue;
    if (part.kind != Node::Kind::scalar)
      wrong_type(part, field);
    else if (const std::string_view answer = trim(part.text); !answer.empty())
      items.push_back({Text{node(key).text}, Text{answer}});
  }
}

void Binder::bind_signs(std::uint32_t value, const Field& field, std::vector<Sign>& signs) {
  const Node& at = node(value);
  if (at.kind != Node::Kind::map) return wrong_type(at, field);
  for (std::uint32_t key = value + 1; key < at.next; key = node(node(key).next).next) {
    const std::uint32_t setting = node(key).next;
    Sign& sign = signs.emplace_back();
    sign.place = place(node(key));
    sign.rule = Text{node(key).text};
    if (node(setting).kind == Node::Kind::scalar)
      sign.setting = Text{trim(node(setting).text)};
    else
      bind_items(setting, field, sign.limits);
  }
}

void Binder::bind_record(std::uint32_t value, const Kind& kind, Record& record) {
  const Node& at = node(value);
  if (at.kind == Node::Kind::map) return bind(value, kind, record);
  if (at.kind == Node::Kind::list && at.next > value + 1 && node(value + 1).kind == Node::Kind::map) {
    for (std::uint32_t item = value + 1; item < at.next; item = node(item).next)
      if (node(item).kind == Node::Kind::map) bind(item, kind, record);
    return;
  }
  if (const Field* text = kind.free_text.empty() ? nullptr : kind.find(kind.free_text); text != nullptr && at.kind == Node::Kind::scalar) {
    record.place = place(at);
    bind_field(value, kind, *text, record);
    return check_required(at, kind, record);
  }
  report(problems::wrong_type, at, say("a {} takes keys of its own", kind.name), say("`mentor explain {}` lists them", kind.name));
}

void Binder::bind_records(std::uint32_t value, const Field& field, void* list) {
  const Node& at = node(value);
  if (field.mark_recorded != nullptr) field.mark_recorded(list);
  if (at.kind == Node::Kind::null) return;
  if (at.kind != Node::Kind::list) return bind_record(value, *field.record, *static_cast<Record*>(field.append(list)));
  std::size_t count = 0;
  for (std::uint32_t item = value + 1; item < at.next; item = node(item).next) ++count;
  // a Markdown file gives its sections one by one; then doubling is left to the list
  if (count > 1) field.reserve(list, count);
  for (std::uint32_t item = value + 1; item < at.next; item = node(item).next)
    if (node(item).kind != Node::Kind::null) bind_record(item, *field.record, *static_cast<Record*>(field.append(list)));
}

void Binder::check_required(const Node& map, const Kind& kind, Record& record) {
  for (const Field& field : kind.fields) {
    if (!field.required) continue;
    const void* const member = field.member(&record);
    const bool is_there = field.shape == Shape::person ? !static_cast<const Person*>(member)->name.empty()
                          : field.shape == Shape::text ? !static_cast<const Text*>(member)->empty()
                                                       : static_cast<bool>(*static_cast<const Date*>(member));
    if (is_there) continue;
    // a value that was there and could not be read has been reported already
    bool was_written = false;
    for (std::uint32_t key = static_cast<std::uint32_t>(&map - tree_.nodes.data()) + 1; map.kind == Node::Kind::map && key < map.next;
         key = node(node(key).next).next)
      was_written = was_written || node(key).text == field.name;
    if (!was_written) report(problems::missing_key, map, say("this {} has no `{}`", kind.name, field.name), say("add `{}: {}`", field.name, field.example));
  }
}

}  // namespace mentor
