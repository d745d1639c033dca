#include "journal/bind.hpp"

#include <algorithm>

#include "base/nearest.hpp"
#include "journal/values.hpp"

namespace mentor {
namespace {

template <class T>
T& as(void* member) {
  return *static_cast<T*>(member);
}

Message allowed_words(const Field& field) {
  std::string list;
  for (std::size_t i = 0; i < field.words.size(); ++i) {
    if (field.parties != 0 && (field.parties >> i & 1U) == 0) continue;
    if (!list.empty()) list += ", ";
    list += field.words[i];
  }
  return Message{std::move(list)};
}

bool same_name(std::string_view full, std::string_view given) {
  if (full.size() < given.size()) return false;
  // the whole name, or its first word
  const bool ends_here = full.size() == given.size() || full[given.size()] == ' ';
  return ends_here && equal_ignoring_case(full.substr(0, given.size()), given);
}

bool are_initials(std::string_view full, std::string_view given) {
  if (given.size() != 2 || full.empty()) return false;
  const std::size_t blank = full.rfind(' ');
  return blank != std::string_view::npos && blank + 1 < full.size() && full[0] == given[0] && full[blank + 1] == given[1];
}

std::string_view unbracket(std::string_view name) {
  if (name.starts_with("[[") && name.ends_with("]]")) name = name.substr(2, name.size() - 4);
  if (name.starts_with('@')) name.remove_prefix(1);
  while (name.size() > 2 && (name[0] == '*' || name[0] == '_') && name.back() == name[0]) name = name.substr(1, name.size() - 2);
  return trim(name);
}

}  // namespace

std::string_view shape_in_words(Shape shape) {
  switch (shape) {
    case Shape::text:
    case Shape::private_text:
    case Shape::owned_text:
      return "text";
    case Shape::texts:
      return "a list of texts";
    case Shape::date:
      return "a day written as YYYY-MM-DD";
    case Shape::dates:
      return "a list of days written as YYYY-MM-DD";
    case Shape::next:
      return "a day with or without a time, or none";
    case Shape::party:
      return "one of the two people";
    case Shape::parties:
      return "a list of mentor and mentee";
    case Shape::word:
      return "one of its words";
    case Shape::words:
      return "a list of its words";
    case Shape::rating:
      return "a number from 1 to 5";
    case Shape::count:
      return "a whole number";
    case Shape::minutes:
      return "minutes, actual/planned";
    case Shape::duration:
      return "a length of time with its unit";
    case Shape::rhythm:
      return "a rhythm such as 2 weeks or monthly";
    case Shape::cadence:
      return "a rhythm such as 2 weeks, or a dated list of them";
    case Shape::person:
      return "a name, with or without <address>";
    case Shape::party_texts:
      return "a text for mentor, mentee or both";
    case Shape::party_ratings:
      return "a number from 1 to 5 for mentor, mentee or both";
    case Shape::party_ranks:
      return "a place in the order for mentor, mentee or both";
    case Shape::tick:
      return "the day it was done, or yes";
    case Shape::record:
      return "keys of its own";
    case Shape::records:
      return "a list of entries with keys of their own";
    case Shape::items:
      return "keys and values";
    case Shape::signs:
      return "rule names, each with off, a severity, or limits";
  }
  return "";
}

bool People::share(std::string_view name) const {
  name = unbracket(name);
  return !name.empty() && same_name(mentor.name.raw(), name) && same_name(mentee.name.raw(), name);
}

Party People::find(std::string_view name) const {
  for (const std::string_view joint : {", ", " and ", " & ", " + ", "/"}) {
    const std::size_t at = name.find(joint);
    if (at == std::string_view::npos) continue;
    const Party one = find(name.substr(0, at)), other = find(name.substr(at + joint.size()));
    return one != Party::unset && other != Party::unset && one != other ? Party::both : Party::unset;
  }
  name = unbracket(name);
  if (name.empty()) return Party::unset;
  for (const Entry& alias : aliases)
    if (equal_ignoring_case(alias.key.raw(), name)) {
      name = alias.value.raw();
      break;
    }
  const bool is_mentor = same_name(mentor.name.raw(), name), is_mentee = same_name(mentee.name.raw(), name);
  if (is_mentor != is_mentee) return is_mentor ? Party::mentor : Party::mentee;
  if (is_mentor) return Party::unset;
  const bool mentor_initials = are_initials(mentor.name.raw(), name), mentee_initials = are_initials(mentee.name.raw(), name);
  if (mentor_initials != mentee_initials) return mentor_initials ? Party::mentor : Party::mentee;
  return Party::unset;
}

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

void Binder::bind_scalar(const Node& at, const Kind& kind, const Field& field, Record& record, void* member) {
  const std::string_view text = at.text;
  switch (field.shape) {
    case Shape::text: {
      const std::size_t last = text.find_last_not_of(" \t\r\n");
      as<Text>(member) = Text{text.substr(0, last == std::string_view::npos ? 0 : last + 1)};
      return;
    }
    case Shape::private_text:
      as<PrivateText>(member) = PrivateText{text};
      return;
    case Shape::date: {
      const bool is_meeting = &kind == &kinds::meeting && field.name == "date";
      if (is_meeting && at.quoted && bind_unsettled(text, static_cast<Meeting&>(record))) return;
      as<Date>(member) = bind_date(at, text, field, is_meeting ? &static_cast<Meeting&>(record).readings : nullptr);
      return;
    }
    case Shape::next:
      return bind_next(at, field, as<Next>(member));
    case Shape::party:
      as<Party>(member) = bind_party(at, text, field);
      if (&kind == &kinds::action) static_cast<Action&>(record).is_owner_unclear = as<Party>(member) == Party::unset;
      return;
    case Shape::word:
      as<std::uint8_t>(member) = bind_word(at, text, field);
      if (&kind == &kinds::meeting) static_cast<Meeting&>(record).is_unclear = as<std::uint8_t>(member) == 0;
      return;
    case Shape::count:
      if (const int count = read_count(text); count >= 0)
        as<Count>(member).value = count;
      else
        wrong_type(at, field);
      return;
    case Shape::minutes:
      if (const auto minutes = read_minutes(text))
        as<Minutes>(member) = *minutes;
      else
        wrong_type(at, field);
      return;
    case Shape::duration:
      as<Duration>(member) = read_duration(text);
      if (!as<Duration>(member).recorded()) wrong_type(at, field);
      return;
    case Shape::rhythm:
      if (const int days = read_cadence(text); days > 0)
        as<Rhythm>(member).days = days;
      else
        wrong_type(at, field);
      return;
    case Shape::tick: {
      auto& tick = as<Tick>(member);
      tick.done = equal_ignoring_case(text, "yes") || equal_ignoring_case(text, "true");
      if (tick.done || equal_ignoring_case(text, "no") || equal_ignoring_case(text, "false")) return;
      tick.date = bind_date(at, text, field);
      tick.done = static_cast<bool>(tick.date);
      return;
    }
    case Shape::owned_text: {
      auto& action = static_cast<Action&>(as<Record>(member));
      action.text = Text{trim(text)};
      action.owner = field.name == "mentor" ? Party::mentor : field.name == "mentee" ? Party::mentee : Party::both;
      return;
    }
    default:
      return wrong_type(at, field);
  }
}

/// `2026-04-03 or 2026-03-04`: what is wrong has been said by the reader of notes.
bool Binder::bind_unsettled(std::string_view text, Meeting& meeting) {
  constexpr std::size_t kDay = 10, kOr = 4;
  if (text == "?") return true;
  if (text.size() != 2 * kDay + kOr) return false;
  meeting.readings = {parse_iso(text.substr(0, kDay)), parse_iso(text.substr(kDay + kOr))};
  return meeting.readings[0] && meeting.readings[1];
}

void Binder::bind_next(const Node& at, const Field& field, Next& next) {
  const std::string_view text = trim(at.text);
  next.recorded = true;
  next.place = place(at);
  for (const std::string_view open : {"", "none", "no", "tbc", "tbd", "open", "?", "-"})
    if (equal_ignoring_case(text, open)) return;
  const std::size_t blank = text.rfind(' ');
  if (blank != std::string_view::npos) next.time = read_time(trim(text.substr(blank + 1)));
  next.date = bind_date(at, next.time >= 0 ? trim(text.substr(0, blank)) : text, field);
  next.recorded = static_cast<bool>(next.date);
}

Date Binder::bind_date(const Node& at, std::string_view text, const Field& field, std::array<Date, 2>* readings) {
  const DateReading reading = read_date(text);
  switch (reading.kind) {
    case DateReading::Kind::iso:
      return reading.date;
    case DateReading::Kind::clear:
      report(problems::date_not_iso, at, say("`{}` is understood as {}", Text{text}, iso(reading.date)),
             say("write {}, which every program reads the same way", iso(reading.date)));
      return reading.date;
    case DateReading::Kind::ambiguous:
      report(problems::date_ambiguous, at, say("`{}` may be {} or {}", Text{text}, iso(reading.readings[0]), iso(reading.readings[1])),
             say("write {} or {}", iso(reading.readings[0]), iso(reading.readings[1])));
      if (readings != nullptr) *readings = reading.readings;
      return {};
    case DateReading::Kind::impossible:
      report(problems::date_invalid, at,
             reading.month != 0         ? say("`{}` is not a day: {} {} has {} days", Text{text}, month_name(reading.month), reading.year, reading.month_days)
             : reading.wrong_month != 0 ? say("`{}` is not a day: there is no month {}", Text{text}, reading.wrong_month)
                                        : say("`{}` is not a day between {} and {}", Text{text}, kFirstYear, kLastYear),
             say("correct `{}`", field.name));
      return {};
    case DateReading::Kind::not_a_date:
      break;
  }
  report(problems::date_invalid, at, say("`{}` takes a day; `{}` is none", field.name, Text{text}),
         say("write it as YYYY-MM-DD, for example {}", field.example));
  return {};
}

Party Binder::bind_party(const Node& at, std::string_view text, const Field& field) {
  text = trim(text);
  for (std::size_t i = 0; i < Words<Party>::list.size(); ++i) {
    if (text.size() != Words<Party>::list[i].size() || !equal_ignoring_case(text, Words<Party>::list[i])) continue;
    if (field.parties != 0 && (field.parties >> i & 1U) == 0) break;
    return static_cast<Party>(i + 1);
  }
  if (const Party party = people_.find(text); party != Party::unset) return party;
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < Words<Party>::list.size(); ++i)
    if (field.parties == 0 || (field.parties >> i & 1U) != 0) known.push_back(Words<Party>::list[i]);
  for (const Person* person : {&people_.mentor, &people_.mentee}) {
    known.push_back(person->name.raw());
    known.push_back(person->name.raw().substr(0, person->name.raw().find(' ')));
  }
  const std::string_view meant = nearest(text, known);
  Field shown = field;
  shown.words = Words<Party>::list;
  if (people_.share(text)) {
    report(problems::unknown_party, at, say("`{}` may be either of the two", Text{text}), say("write mentor or mentee, or the whole name"));
    return Party::unset;
  }
  const auto named = [](const Person& person) { return person.name.empty() ? say("somebody without a name") : say("{}", person.name); };
  report(problems::unknown_party, at, say("`{}` is neither {} nor {}", Text{text}, named(people_.mentor), named(people_.mentee)),
         meant.empty() ? say("`{}` takes {}, or a name of one of the two", field.name, allowed_words(shown)) : say("did you mean `{}`?", Text{meant}));
  return Party::unset;
}

std::uint8_t Binder::bind_word(const Node& at, std::string_view text, const Field& field) {
  text = trim(text);
  for (std::size_t i = 0; i < field.words.size(); ++i)
    if (equal_ignoring_case(text, field.words[i])) return static_cast<std::uint8_t>(i + 1);
  if (field.words.size() <= 2 && field.words[0] == "yes") {
    if (equal_ignoring_case(text, "true")) return 1;
    if (equal_ignoring_case(text, "false") && field.words[1] == "no") return 2;
  }
  if (equal_ignoring_case(text, "canceled")) return bind_word(at, "cancelled", field);
  const std::string_view meant = nearest(text, {field.words.begin(), field.words.end()});
  report(problems::not_allowed, at, say("`{}` does not know `{}`", field.name, Text{text}),
         meant.empty() ? say("write one of: {}", allowed_words(field)) : say("did you mean `{}`? it takes: {}", meant, allowed_words(field)));
  return 0;
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

void Binder::bind_cadence(std::uint32_t value, const Field& field, std::vector<CadenceStep>& steps) {
  const Node& at = node(value);
  if (at.kind == Node::Kind::scalar) {
    const int days = read_cadence(at.text);
    if (days <= 0) return wrong_type(at, field);
    CadenceStep& step = steps.emplace_back();
    step.place = place(at);
    step.every.days = days;
    return;
  }
  if (at.kind != Node::Kind::list) return wrong_type(at, field);
  for (std::uint32_t item = value + 1; item < at.next; item = node(item).next) {
    if (node(item).kind != Node::Kind::map) {
      wrong_type(node(item), field);
      continue;
    }
    CadenceStep step;
    bind(item, kinds::cadence_step, step);
    if (step.every.days > 0) steps.push_back(step);
  }
}

void Binder::bind_person(std::uint32_t value, const Field& field, Person& person) {
  const Node& at = node(value);
  if (at.kind == Node::Kind::map) {
    for (std::uint32_t key = value + 1; key < at.next; key = node(node(key).next).next) {
      const Node& part = node(node(key).next);
      if (part.kind != Node::Kind::scalar) return wrong_type(part, field);
      if (node(key).text == "name")
        person.name = Text{trim(part.text)};
      else if (node(key).text == "email")
        person.email = Text{trim(part.text)};
      else
        report(problems::unknown_key, node(key), say("`{}` is not a key of a person", Text{node(key).text}), say("a person has `name` and `email`"));
    }
    return;
  }
  if (at.kind != Node::Kind::scalar) return wrong_type(at, field);
  person = read_person(at.text);
  if (person.name.empty()) wrong_type(at, field);
}

void Binder::bind_party_number(const Node& at, const Field& field, Party party, std::string_view number, void* member) {
  const int value = read_count(number);
  const bool is_rating = field.shape == Shape::party_ratings;
  if (value < 1 || value > (is_rating ? 5 : 1000)) {
    report(problems::out_of_range, at, say("`{}` is no number {}", Text{number}, is_rating ? "from 1 to 5" : "from 1"),
           say("write it like `{}: {}`", field.name, field.example));
    return;
  }
  const auto set = [&](auto& both, auto& one) {
    one.value = static_cast<std::remove_reference_t<decltype(one.value)>>(value);
    if (party == Party::both) both.mentor = both.mentee = one;
  };
  if (is_rating) {
    auto& ratings = as<PerParty<Rating>>(member);
    set(ratings, party == Party::mentee ? ratings.mentee : ratings.mentor);
  } else {
    auto& ranks = as<PerParty<Rank>>(member);
    set(ranks, party == Party::mentee ? ranks.mentee : ranks.mentor);
  }
}

void Binder::bind_per_party(std::uint32_t value, const Field& field, void* member) {
  const Node& at = node(value);
  static constexpr Field kParty{"", Shape::party, "", "", Words<Party>::list, 0b00111};
  Field party_field = kParty;
  party_field.name = field.name;
  if (at.kind == Node::Kind::map) {
    for (std::uint32_t key = value + 1; key < at.next; key = node(node(key).next).next) {
      const Node& part = node(node(key).next);
      const Party party = bind_party(node(key), node(key).text, party_field);
      if (party == Party::unset) continue;
      if (part.kind != Node::Kind::scalar) {
        wrong_type(part, field);
        continue;
      }
      if (field.shape != Shape::party_texts) {
        bind_party_number(part, field, party, part.text, member);
        continue;
      }
      auto& texts = as<PerParty<Text>>(member);
      if (party != Party::mentee) texts.mentor = Text{trim(part.text)};
      if (party != Party::mentor) texts.mentee = Text{trim(part.text)};
    }
    return;
  }
  if (at.kind != Node::Kind::scalar || field.shape == Shape::party_texts) return wrong_type(at, field);
  std::string_view rest = at.text;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view part = trim(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    const std::size_t gap = part.find_last_of(" :");
    if (gap == std::string_view::npos) return wrong_type(at, field);
    std::string_view name = trim(part.substr(0, gap));
    if (name.ends_with(':')) name.remove_suffix(1);
    if (const Party party = bind_party(at, name, party_field); party != Party::unset) bind_party_number(at, field, party, part.substr(gap + 1), member);
  }
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
