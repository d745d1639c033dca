#include "journal/markdown_phrase.hpp"

#include <algorithm>
#include <bit>
#include <vector>

#include "journal/markdown_labels.hpp"
#include "journal/markdown_words.hpp"

namespace mentor::markdown {
namespace {

bool is_party(const Field& field) { return field.shape == Shape::party || field.shape == Shape::parties; }

const Field* first_of(const Kind& kind, Shape shape) {
  const auto at = std::ranges::find(kind.fields, shape, &Field::shape);
  return at == kind.fields.end() ? nullptr : &*at;
}

const Field* only_text(const Kind& kind) { return std::ranges::count(kind.fields, Shape::text, &Field::shape) == 1 ? first_of(kind, Shape::text) : nullptr; }

std::size_t unit_at(std::string_view words) {
  static constexpr std::string_view kUnits[] = {"min", "mins", "minute", "minutes", "m", "h", "hr", "hour", "hours", "d", "day", "days", "week", "weeks", "w"};
  for (const std::string_view unit : kUnits) {
    if (const std::size_t bytes = name_at(words, unit)) return bytes;
  }
  return 0;
}

/// Where a field stands: in the kind, or in the record that holds the kind's heading date.
struct Target {
  const Field* field = nullptr;
  const Field* sub = nullptr;
  std::size_t bytes = 0;
};

/// Reads a phrase from left to right; each step takes one thing that it understands.
class PhraseReader {
 public:
  PhraseReader(const Kind& kind, std::string_view words, Phrase& phrase)
      : kind_(kind), index_(label_index(kind)), rest_(words), phrase_(phrase), date_(index_.date), date_sub_(index_.date_sub) {}

  void read() {
    while (skip_signs() && step()) {
    }
    phrase_.unknown = trim(rest_);
  }

 private:
  bool skip_signs();
  bool step();
  bool take(const Field* field, const Field* sub, std::size_t bytes);
  bool tell_rest();
  void tell_title();
  bool split_last_clause(std::string_view& text);
  bool date();
  bool until();
  bool named_field();
  bool party_behind_connector();
  bool allowed_word();
  bool amount();
  Target field_at(std::string_view words) const;
  bool value_of(const Target& target, std::size_t name_bytes);

  const Kind& kind_;
  const LabelIndex& index_;
  std::string_view rest_;
  Phrase& phrase_;
  const Field* date_;
  const Field* date_sub_;
};

/// Whether anything is left to read behind blanks and commas; after a colon or a dash it may be the free text.
bool PhraseReader::skip_signs() {
  for (;;) {
    while (!rest_.empty() && (is_blank(rest_[0]) || rest_[0] == ',' || rest_[0] == ';')) rest_.remove_prefix(1);
    if (rest_.empty()) return false;
    const std::size_t dash = dash_at(rest_);
    if (dash != 0 && date_at(trim_left(rest_.substr(dash))) != 0) return true;
    if (dash == 0 && rest_[0] != ':') return true;
    rest_ = trim_left(rest_.substr(std::max<std::size_t>(dash, 1)));
    if (tell_rest()) return false;
  }
}

bool PhraseReader::step() {
  if (is_digit(rest_[0])) return date() || amount();
  if (rest_.size() > 1 && rest_[0] == '/' && is_digit(rest_[1])) return amount();
  return until() || allowed_word() || named_field() || party_behind_connector();
}

bool PhraseReader::take(const Field* field, const Field* sub, std::size_t bytes) {
  if (field == nullptr || bytes == 0 || !phrase_.add(field, sub, trim(rest_.substr(0, bytes)))) return false;
  rest_.remove_prefix(bytes);
  return true;
}

/// Everything behind the sign is free text, where the kind has some. A meeting's status may follow such a sign; its notes stand below.
bool PhraseReader::tell_rest() {
  if (&kind_ == &kinds::meeting || rest_.empty()) return false;
  if (&kind_ == &kinds::goal) {
    tell_title();
    return true;
  }
  const Field* text = index_.free_text == nullptr && kind_.heading.empty() ? only_text(kind_) : index_.free_text;
  if (text == nullptr) return false;
  std::string_view words = rest_;
  while (split_last_clause(words)) {
  }
  phrase_.add(text, nullptr, words);
  rest_ = {};
  return true;
}

/// `Lead a design review (review)`: the title, and what meetings call it.
void PhraseReader::tell_title() {
  std::string_view title = trim(rest_);
  const std::size_t open = title.ends_with(')') ? title.rfind('(') : std::string_view::npos;
  if (open != std::string_view::npos) {
    const std::string_view id = trim(title.substr(open + 1, title.size() - open - 2));
    if (!id.empty() && id.find_first_of(" \t") == std::string_view::npos) {
      phrase_.add(kind_.find("id"), nullptr, id);
      title = trim(title.substr(0, open));
    }
  }
  if (!title.empty()) phrase_.add(kind_.find("title"), nullptr, title);
  rest_ = {};
}

/// `..., announced 2026-03-18` or `..., by mentee` at the end of the free text.
bool PhraseReader::split_last_clause(std::string_view& text) {
  const std::size_t comma = text.rfind(',');
  if (comma == std::string_view::npos) return false;
  const std::string_view clause = trim(text.substr(comma + 1));
  const Target target = field_at(clause);
  if (target.field == nullptr || target.sub != nullptr) return false;
  const std::string_view value = trim(clause.substr(target.bytes));
  const bool fits = target.field->shape == Shape::date    ? date_at(value) == value.size() && !value.empty()
                    : target.field->shape == Shape::party ? std::ranges::any_of(target.field->words, [&](auto word) { return same_name(value, word); })
                                                          : false;
  if (!fits || !phrase_.add(target.field, nullptr, value)) return false;
  text = trim(text.substr(0, comma));
  return true;
}

bool PhraseReader::date() {
  const std::size_t bytes = date_at(rest_);
  if (bytes == 0 || phrase_.says(date_, date_sub_) || !take(date_, date_sub_, bytes)) return false;
  // The hour of a meeting has no field: it is read and passed over.
  const std::string_view behind = trim_left(rest_);
  if (&kind_ == &kinds::meeting) rest_ = behind.substr(time_at(behind));
  return true;
}

/// `to 2026-04-20`, `until 2026-04-20`, `- 2026-04-20` behind the first date.
bool PhraseReader::until() {
  const Field* to = index_.until;
  if (to == nullptr) return false;
  std::size_t sign = dash_at(rest_);
  if (sign == 0) sign = name_at(rest_, "to");
  if (sign == 0) sign = name_at(rest_, "until");
  const std::string_view behind = trim_left(rest_.substr(sign));
  if (sign == 0 || date_at(behind) == 0) return false;
  rest_ = behind;
  if (!take(to, nullptr, date_at(rest_))) return false;
  const std::string_view after = trim_left(rest_);
  rest_ = after.substr(time_at(after));
  return true;
}

Target PhraseReader::field_at(std::string_view words) const {
  Target best;
  if (words.empty() || !is_letter(words[0])) return best;
  const auto look = [&](const LabelIndex& index, const Field* parent) {
    for (std::uint32_t candidates = index.by_letter[static_cast<std::size_t>(lower(words[0]) - 'a')]; candidates != 0; candidates &= candidates - 1) {
      const Field& field = index.kind->fields[static_cast<std::size_t>(std::countr_zero(candidates))];
      const bool fits = field.shape == Shape::date || is_party(field) || (field.shape == Shape::text && field.name == "to") ||
                        (field.shape == Shape::word && !field.words.empty() && field.words[0] == "yes");
      const std::size_t bytes = fits ? name_at(words, field.name) : 0;
      if (bytes > best.bytes) best = parent == nullptr ? Target{&field, nullptr, bytes} : Target{parent, &field, bytes};
    }
  };
  look(index_, nullptr);
  if (date_sub_ != nullptr) look(label_index(*date_->record), date_);
  return best;
}

bool PhraseReader::named_field() {
  const Target target = field_at(rest_);
  return target.field != nullptr && value_of(target, target.bytes);
}

/// Takes the words of a field whose name, or a word for it, has just been read.
bool PhraseReader::value_of(const Target& target, std::size_t name_bytes) {
  const Field& field = target.sub == nullptr ? *target.field : *target.sub;
  const std::string_view before = rest_;
  const std::string_view behind = trim_left(rest_.substr(name_bytes));
  std::size_t bytes = 0;
  switch (field.shape) {
    case Shape::date:
      bytes = date_at(behind);
      break;
    case Shape::party:
      bytes = person_at(behind);
      break;
    case Shape::parties:
      bytes = std::min(behind.find(':'), behind.size());
      break;
    case Shape::text:
      bytes = std::min(behind.find_first_of(",:"), behind.size());
      break;
    default:
      for (const std::string_view word : field.words) bytes = std::max(bytes, name_at(behind, word));
      if (bytes != 0) break;
      // `confidential` alone says yes.
      if (!phrase_.add(target.field, target.sub, field.words[0])) return false;
      rest_ = behind;
      return true;
  }
  if (bytes == 0) return false;
  rest_ = behind;
  if (take(target.field, target.sub, bytes)) return true;
  rest_ = before;
  return false;
}

/// `by mentor`, `from Ada`, and a party that stands alone.
bool PhraseReader::party_behind_connector() {
  const Field* party = index_.party;
  if (party == nullptr) return false;
  static constexpr std::string_view kConnectors[] = {"by", "from", "who", "for", "of"};
  for (const std::string_view connector : kConnectors) {
    if (const std::size_t bytes = name_at(rest_, connector)) return value_of({party, nullptr, bytes}, bytes);
  }
  for (const std::string_view word : party->words) {
    if (const std::size_t bytes = name_at(rest_, word)) return take(party, nullptr, bytes);
  }
  return false;
}

bool PhraseReader::allowed_word() {
  for (const Field& field : kind_.fields) {
    if (field.shape != Shape::word) continue;
    for (const std::string_view word : field.words) {
      if (word == "yes" || word == "no") continue;
      if (const std::size_t bytes = name_at(rest_, word)) {
        const std::string_view written = rest_.substr(0, bytes);
        if (!phrase_.add(&field, nullptr, written.find(' ') == std::string_view::npos ? written : word)) return false;
        rest_.remove_prefix(bytes);
        return true;
      }
    }
  }
  const std::size_t american = &kind_ == &kinds::meeting ? name_at(rest_, "canceled") : 0;
  if (american == 0 || !phrase_.add(kind_.find("status"), nullptr, word(Status::cancelled))) return false;
  rest_.remove_prefix(american);
  return true;
}

/// `55/60 min` is how long it took and was meant to take, `/60 min` the latter alone, `2 h before` how early it was called off.
bool PhraseReader::amount() {
  const Field* minutes = first_of(kind_, Shape::minutes);
  const Field* notice = first_of(kind_, Shape::duration);
  if (minutes == nullptr) return false;
  std::size_t number = 0;
  while (number < rest_.size() && (is_digit(rest_[number]) || rest_[number] == '/' || rest_[number] == '.')) ++number;
  const std::string_view behind = trim_left(rest_.substr(number));
  const std::size_t unit = unit_at(behind);
  // `Meeting 3` counts meetings
  if (phrase_.count == 0 && unit == 0 && number > 0 && rest_.substr(0, number).find('/') == std::string_view::npos) {
    rest_ = behind;
    return true;
  }
  const std::string_view last = trim_left(behind.substr(unit));
  std::size_t before = 0;
  static constexpr std::string_view kBefore[] = {"before", "notice", "ahead"};
  for (const std::string_view word : kBefore) before = std::max(before, name_at(last, word));
  const auto status = std::find_if(phrase_.said.begin(), phrase_.said.begin() + static_cast<std::ptrdiff_t>(phrase_.count),
                                   [&](const Said& said) { return said.field->name == "status"; });
  const bool held = status == phrase_.said.begin() + static_cast<std::ptrdiff_t>(phrase_.count) || same_name(status->words, word(Status::held));
  const bool is_minutes = before == 0 && held;
  const bool counted_in_minutes = is_minutes && (unit == 0 || lower(behind[0]) == 'm');
  const std::size_t amount_bytes = counted_in_minutes ? number : static_cast<std::size_t>(behind.data() - rest_.data()) + unit;
  if (!phrase_.add(is_minutes ? minutes : notice, nullptr, trim(rest_.substr(0, amount_bytes)))) return false;
  rest_ = before == 0 ? behind.substr(unit) : last.substr(before);
  return true;
}

/// The kind whose heading word the text begins with.
const Kind* kind_at(std::string_view words, std::size_t& bytes) {
  static const auto by_letter = [] {
    std::array<std::vector<const Kind*>, 26> lists;
    for (const Kind* kind : all_kinds()) {
      if (!kind->heading.empty()) lists[static_cast<std::size_t>(kind->heading[0] - 'a')].push_back(kind);
    }
    return lists;
  }();
  if (words.empty() || !is_letter(words[0])) return nullptr;
  for (const Kind* kind : by_letter[static_cast<std::size_t>(lower(words[0]) - 'a')]) {
    if ((bytes = name_at(words, kind->heading)) != 0) return kind;
  }
  return nullptr;
}

}  // namespace

bool Phrase::says(const Field* field, const Field* sub) const {
  return std::any_of(said.begin(), said.begin() + static_cast<std::ptrdiff_t>(count), [&](const Said& one) { return one.field == field && one.sub == sub; });
}

bool Phrase::add(const Field* field, const Field* sub, std::string_view words) {
  if (count == said.size() || says(field, sub)) return false;
  said[count++] = {field, sub, words};
  return true;
}

void read_phrase(const Kind& kind, std::string_view words, Phrase& phrase) { PhraseReader(kind, words, phrase).read(); }

Heading read_heading(std::string_view words) {
  Heading heading;
  std::size_t dates = date_at(words), bytes = 0;
  if (dates == 0) {
    heading.kind = kind_at(words, bytes);
    if (heading.kind != nullptr) read_phrase(*heading.kind, words.substr(bytes), heading.phrase);
    return heading;
  }
  // `DATE [TIME] [to DATE] KIND ...`: the kind is named behind the days that belong to it.
  std::string_view rest = trim_left(words.substr(dates));
  rest = trim_left(rest.substr(time_at(rest)));
  std::size_t sign = dash_at(rest);
  if (sign == 0) sign = std::max(name_at(rest, "to"), name_at(rest, "until"));
  const std::size_t second = sign == 0 ? 0 : date_at(trim_left(rest.substr(sign)));
  std::string_view behind = second == 0 ? rest : trim_left(trim_left(rest.substr(sign)).substr(second));
  if (dash_at(behind) != 0 || behind.starts_with(':')) behind = trim_left(behind.substr(std::max<std::size_t>(1, dash_at(behind))));
  if (!behind.empty()) heading.kind = kind_at(behind, bytes);
  if (heading.kind == nullptr)
    heading.kind = &kinds::meeting;
  else
    dates = static_cast<std::size_t>(behind.data() - words.data());
  if (heading.kind == &kinds::meeting && second != 0) {
    read_phrase(*heading.kind, words.substr(0, static_cast<std::size_t>(rest.data() - words.data())), heading.phrase);
    heading.phrase.unknown = trim(rest);
    return heading;
  }
  if (behind.empty() || bytes == 0) {
    read_phrase(*heading.kind, words, heading.phrase);
    return heading;
  }
  read_phrase(*heading.kind, words.substr(0, dates), heading.phrase);
  if (!heading.phrase.unknown.empty()) return heading;
  read_phrase(*heading.kind, behind.substr(bytes), heading.phrase);
  return heading;
}

bool is_gathering(std::string_view words) {
  for (const Kind* kind : all_kinds()) {
    if (!kind->section_of.empty() && same_name(words, kind->section_of)) return true;
  }
  return false;
}

}  // namespace mentor::markdown
