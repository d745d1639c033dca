// Reads notes as people write them: follows the plan of the file's dates, and tells what became of each meeting. The reader is the one
// of markdown_reader.hpp; a file that spells its dates as the journal does has no plan and needs little of this.
#include <algorithm>
#include <cstring>

#include "journal/bind.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/markdown_words.hpp"
#include "journal/notes_scan.hpp"
#include "journal/values.hpp"
#include "journal/vocabulary.hpp"

namespace mentor::markdown {
namespace {

/// An entry of more lines or bytes than this tells of a meeting, whatever words are in it; a longer one must say so at its start.
constexpr std::size_t kShortLines = 4, kShortBytes = 80, kLongerBytes = 240, kStart = 24;
/// Of a heading beside its date.
constexpr std::size_t kShortHeading = 96;

const Field* meeting_field(std::string_view name) { return kinds::meeting.find(name); }

bool is_short(std::string_view text) {
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n';
  return text.size() <= kLongerBytes && lines <= kShortLines;
}

/// A heading without its dates.
std::string without_dates(std::string_view words) {
  std::string out;
  for (std::size_t at = 0;;) {
    const notes::DateToken token = notes::find_date(words, at, notes::Where::line, false);
    if (!token) return out.append(words.substr(at));
    out.append(words.substr(at, token.begin - at)).append(" ");
    at = token.end;
  }
}

}  // namespace

void Reader::understand(std::uint32_t line, LineMeaning meaning, std::string_view found, std::vector<UnderstoodValue> values) {
  if (notes_->understood == nullptr) return;
  notes_->understood->lines.push_back({line, meaning, std::string(found), std::move(values)});
}

/// Gives the file's own meeting the day that was settled for it.
void Reader::begin_notes() {
  note_.context.people = notes_->people;
  if (notes_->understood != nullptr) notes_->understood->path = source_.path;
  if (plan_ == nullptr) {
    note_.context.meeting = parse_iso(day_in_name_);
    if (const Node* front = outer_.find_front("date")) note_.context.meeting = parse_iso(front[1].text);
    return;
  }
  note_.context.order = plan_->order;
  day_in_name_ = {};
  // keys of other programs stand in front matter too: only what fits is used
  std::vector<Node> kept;
  const std::vector<Node> all = std::move(outer_.front);
  for (std::size_t at = 0; at < all.size(); at = all[at + 1].next) {
    const Field* field = outer_.kind->find(all[at].text);
    const bool is_used = field != nullptr && field->name != "date" && all[at + 1].kind == Node::Kind::scalar && fits({field, nullptr, {}}, all[at + 1].text);
    if (!is_used) continue;
    const auto shift = static_cast<std::uint32_t>(kept.size() - at);
    for (std::size_t i = at; i < all[at + 1].next; ++i) kept.emplace_back(all[i]).next += shift;
  }
  outer_.front = std::move(kept);
  if (plan_->kind == notes::Plan::Kind::none) outer_.kind = nullptr;
  if (plan_->kind != notes::Plan::Kind::one) return;
  Line top;
  top.number = 1;
  top.span = {outer_.heading.span.begin, outer_.heading.span.begin};
  add_day(plan_->meetings[0], top);
}

void Reader::add_day(const notes::PlannedMeeting& meeting, const Line& line) {
  note_.meeting = &meeting;
  note_.context.meeting = meeting.day;
  note_.context.owner = Party::unset;
  const Span span = meeting.date_line == 0 ? line.span : meeting.span;
  const Piece day{tree_.keep(meeting.spelled()), span, meeting.date_line == 0 ? line.number : meeting.date_line};
  Entry entry{{meeting_field("date"), nullptr, {}}, day, day};
  entry.is_told = !meeting.day;
  outer_.entries.push_back(entry);
  if (meeting.moved_to) {
    const Piece to{tree_.keep(iso(meeting.moved_to)), span, day.line};
    outer_.entries.push_back({{meeting_field("status"), nullptr, {}}, to, {word(Status::moved), span, day.line}});
    outer_.entries.push_back({{meeting_field("to"), nullptr, {}}, to, to});
  }
  understand(meeting.line == 0 ? meeting.date_line : meeting.line, LineMeaning::meeting, meeting.found,
             {{"date", meeting.day ? iso(meeting.day) : "not settled: " + meeting.spelled()}});
}

/// What the plan says of a line; true when the line is done with.
bool Reader::follow_plan(const Line& line) {
  using What = notes::PlannedLine::What;
  bool is_done = false;
  while (note_.next_line < plan_->lines.size() && plan_->lines[note_.next_line].line <= line.number) {
    const notes::PlannedLine& planned = plan_->lines[note_.next_line++];
    if (planned.line < line.number) continue;
    is_done = true;
    switch (planned.what) {
      case What::opens:
      case What::heads:
        begin_meeting(line, planned);
        break;
      case What::row:
        begin_row(line, planned);
        break;
      case What::underline:
        break;
      case What::dates:
        end_value();
        stop_gathering();
        // the day of a file's only meeting was told with the meeting itself
        if (!note_.is_skipping && note_.meeting != nullptr && (note_.meeting->line != 0 || note_.meeting->date_line != line.number))
          understand(line.number, LineMeaning::date, "date of the meeting above");
        break;
      case What::ends:
        end_value();
        stop_gathering();
        close_sections(0);
        note_.is_skipping = true;
        break;
    }
  }
  if (is_done) after_blank_ = false;
  return is_done;
}

void Reader::begin_meeting(const Line& line, const notes::PlannedLine& planned) {
  end_value();
  stop_gathering();
  listing_ = nullptr;
  note_.is_skipping = false;
  note_.in_table = false;
  close_sections(0);
  outer_.open(&kinds::meeting, planned.level, {line.words, line.span, line.number});
  add_day(plan_->meetings[planned.meeting], line);
}

bool Reader::note_line(const Line& line) {
  if (plan_ != nullptr && follow_plan(line)) return true;
  if (note_.is_skipping || (plan_ != nullptr && plan_->kind == notes::Plan::Kind::none)) {
    if (line.kind != LineKind::blank && line.kind != LineKind::hidden)
      understand(line.number, LineMeaning::skipped, note_.is_skipping ? "template" : "no date");
    return true;
  }
  switch (line.kind) {
    case LineKind::heading:
      return note_heading(line);
    case LineKind::text:
      return growing_ == nullptr && note_text(line);
    case LineKind::item:
      return growing_ == nullptr && note_item(line);
    case LineKind::code:
      understand(line.number, LineMeaning::skipped, "code");
      return false;
    default:
      return false;
  }
}

/// A heading that no date opens: a caption, a section of the vocabulary with its day, or a part of the notes.
bool Reader::note_heading(const Line& line) {
  end_value();
  note_.in_table = false;
  note_.awaits_next = false;
  const bool is_below_caption = note_.gathers && note_.caption_level != 0 && line.level > note_.caption_level;
  if (!is_below_caption)
    stop_gathering();
  else
    note_.context.owner = notes::whose(notes::plain(line.words), note_.context);
  const bool gathers = notes::gathers_actions(line.words);
  if (gathers) {
    note_.gathers = true;
    note_.caption_level = line.level;
    note_.caption_indent = -1;
    understand(line.number, LineMeaning::caption, "heading");
  }
  if (!gathers && is_meeting_open()) note_next(line, line.words);
  if (plan_ == nullptr) return false;
  listing_ = nullptr;
  task_indent_ = -1;
  const Heading strict = read_heading(line.words);
  const bool is_dated = strict.phrase.count != 0 && strict.phrase.unknown.empty() && parse_iso(strict.phrase.said[0].words);
  if (strict.kind != nullptr && strict.kind != &kinds::meeting && is_dated) {
    open_section(strict, line);
    return true;
  }
  const bool closes = plan_->kind == notes::Plan::Kind::many && outer_.is_open && !at_home_ && outer_.level != 0 && line.level < outer_.level && !gathers;
  if (closes) {
    close_sections(0);
    outer_.open(nullptr, 0, {line.words, line.span, line.number});
    return true;
  }
  if (inner_.is_open) close_sections(line.level > outer_.level ? line.level : static_cast<std::uint8_t>(outer_.level + 1));
  here().end = line.span.end;
  const bool is_title = at_home_ && line.level == 1;
  if (!is_title && outer_.is_open) outer_.free.add(line);
  after_blank_ = false;
  if (!gathers) understand(line.number, LineMeaning::text, "heading");
  return true;
}

/// Whether a label's value can be one: what cannot stays text, and nobody is told to correct it.
bool Reader::fits(const Meant& meant, std::string_view value) const {
  if (meant.field == nullptr) return false;
  const Field& field = *meant.field;
  const auto is_party = [&](std::string_view name) {
    return std::ranges::find(Words<Party>::list, name) != Words<Party>::list.end() || (notes_->people != nullptr && notes_->people->find(name) != Party::unset);
  };
  value = trim(value);
  switch (field.shape) {
    case Shape::word:
      return std::ranges::any_of(field.words, [&](std::string_view one) { return same_name(value, one); });
    case Shape::date:
      return static_cast<bool>(parse_iso(value)) && field.name != "date";
    case Shape::minutes:
      return read_minutes(value).has_value();
    case Shape::duration:
      return read_duration(value).recorded();
    case Shape::party:
      return is_party(value);
    case Shape::next:
      return static_cast<bool>(parse_iso(value.substr(0, 10)));
    case Shape::private_text:
      return true;
    case Shape::party_ratings:
      return value.find_first_of("12345") != std::string_view::npos && value.size() < 40 && (value.starts_with("mentor ") || value.starts_with("mentee "));
    case Shape::party_texts:
      return !meant.party.empty();
    case Shape::records:
      return field.record == &kinds::feedback && !meant.party.empty() && !value.empty() && is_party(meant.party);
    case Shape::texts:
      return field.name == "topics" && !value.empty();
    default:
      return false;
  }
}

// ------------------------------------------------------------------ what became of a meeting

/// What a short entry, or its heading, says: called off, moved, or a message instead.
void Reader::settle_outcome(Section& section) {
  const Meant status{meeting_field("status"), nullptr, {}};
  const notes::PlannedMeeting* meeting = note_.meeting;
  stop_gathering();
  if (plan_ == nullptr || meeting == nullptr || section.find(status) != nullptr || section.find_front("status") != nullptr) return;
  const std::string heading = without_dates(meeting->rest);
  std::string_view words = heading;
  notes::Outcome outcome = heading.size() <= kShortHeading ? notes::find_outcome(heading) : notes::Outcome{};
  if (outcome.kind == notes::Outcome::Kind::none && section.actions.empty() && is_short(section.free.so_far())) {
    words = section.free.so_far();
    outcome = notes::find_outcome(words);
    // a break that is announced says nothing of this meeting; what stands before it may
    if (outcome.kind == notes::Outcome::Kind::pause) outcome = notes::find_outcome(words.substr(0, outcome.begin));
    if (words.size() > kShortBytes && outcome.begin > kStart) outcome = {};
  }
  using Kind = notes::Outcome::Kind;
  const Piece at = section.heading;
  const auto add = [&](std::string_view field, std::string_view value) {
    section.entries.push_back({{meeting_field(field), nullptr, {}}, at, {value, at.span, at.line}});
  };
  if (outcome.kind == Kind::contact) return make_contact(section);
  if (outcome.kind != Kind::cancelled && outcome.kind != Kind::moved) return;
  const bool is_cancelled = outcome.kind == Kind::cancelled;
  add("status", word(is_cancelled ? Status::cancelled : Status::moved));
  understand(at.line, LineMeaning::status, words.data() == heading.data() ? "heading" : "short entry",
             {{"status", std::string(word(is_cancelled ? Status::cancelled : Status::moved))}});
  const std::string_view behind = words.substr(std::min(outcome.end, words.size()));
  const notes::DateToken target = is_cancelled ? notes::DateToken{} : notes::find_date(behind, 0, notes::Where::line, true);
  if (const Date to = target ? notes::day_meant(target, note_.context) : Date{}) add("to", tree_.keep(iso(to)));
  if (const std::size_t by = behind.find("by "); by != std::string_view::npos)
    if (const Party party = notes::whose(behind.substr(by + 3, person_at(behind.substr(by + 3))), note_.context); party != Party::unset) add("by", word(party));
}

/// The section becomes a contact of its day.
void Reader::make_contact(Section& section) {
  const Entry* date = section.find({meeting_field("date"), nullptr, {}});
  if (date == nullptr || date->is_told || !section.actions.empty()) return;
  const Entry day = *date;
  understand(section.heading.line, LineMeaning::contact, "short entry");
  section.kind = &kinds::contact;
  section.labels = &label_index(kinds::contact);
  section.entries = {{{kinds::contact.find("date"), nullptr, {}}, day.key, day.value}};
  section.front.clear();
}

/// `No meeting next week` is a break that is announced, not a meeting called off.
void Reader::note_pause(const Line& line) {
  if (!note_.context.meeting || ::memmem(line.words.data(), line.words.size(), "eeting", 6) == nullptr) return;
  const notes::Outcome outcome = notes::find_outcome(line.words);
  if (outcome.kind != notes::Outcome::Kind::pause) return;
  const Date day = note_.context.meeting;
  Date from = day + 1 + (7 - notes::weekday_of(day)) % 7, to;
  if (const int weeks = notes::pause_weeks(line.words)) {
    to = from + 7 * weeks - 1;
  } else if (const notes::DateToken token = notes::find_date(line.words, outcome.end, notes::Where::line, true)) {
    const Date until = notes::day_meant(token, note_.context);
    from = day + 1;
    to = until && until > from ? until - 1 : Date{};
  }
  if (!to) return;
  const Piece at = writer_.piece(line, line.words);
  Section pause;
  pause.open(&kinds::pause, 0, at);
  const auto add = [&](std::string_view field, std::string_view value) {
    pause.entries.push_back({{kinds::pause.find(field), nullptr, {}}, at, {value, at.span, at.line}});
  };
  add("from", tree_.keep(iso(from)));
  add("to", tree_.keep(iso(to)));
  add("announced", tree_.keep(iso(day)));
  add("reason", at.text);
  writer_.write(pause);
  understand(line.number, LineMeaning::pause, "words", {{"from", iso(from)}, {"to", iso(to)}});
}

void Reader::stop_gathering() {
  note_.gathers = false;
  note_.caption_level = 0;
  note_.caption_indent = note_.owner_indent = -1;
  note_.context.owner = Party::unset;
}

}  // namespace mentor::markdown
