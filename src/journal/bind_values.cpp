// The values of single fields, each by its shape.
#include "base/nearest.hpp"
#include "journal/bind.hpp"
#include "journal/values.hpp"

namespace mentor {
namespace {

Message allowed_words(const Field& field) {
  std::string list;
  for (std::size_t i = 0; i < field.words.size(); ++i) {
    if (field.parties != 0 && (field.parties >> i & 1U) == 0) continue;
    if (!list.empty()) list += ", ";
    list += field.words[i];
  }
  return Message{std::move(list)};
}

}  // namespace

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

}  // namespace mentor
