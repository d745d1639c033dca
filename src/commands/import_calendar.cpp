#include "commands/import_calendar.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/unicode.hpp"
#include "commands/typed.hpp"
#include "journal/bind.hpp"
#include "journal/calendar.hpp"
#include "journal/guard.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// A calendar of many years.
constexpr std::size_t kLargest = 32 << 20;

std::string read_file(const Request& request) {
  const std::string& name = request.names[1];
  const Descriptor file{::open((name.starts_with('/') ? name : request.here + "/" + name).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
  std::string text;
  const int error = file ? read_whole(file.get(), text, kLargest) : errno;
  if (error != 0) throw Failure{say("`{}` cannot be read: {}", Text{name}, error_words(error)), say("name an .ics file: `mentor import ics FILE PAIR`")};
  if (text.size() > kLargest) throw Failure{say("`{}` is larger than 32 MiB", Text{name}), say("export the mentoring calendar by itself")};
  if (first_forbidden_byte(text) != std::string::npos)
    throw Failure{say("`{}` holds a control character, or is not UTF-8", Text{name}), say("export the calendar once more as UTF-8")};
  return text;
}

/// Who of the two is named in an event.
class Named {
 public:
  Named(const Pair& pair, const CalendarEvent& event)
      : relationship_(pair.relationship), people_{relationship_.mentor, relationship_.mentee, pair.programme.aliases} {
    for (const CalendarPerson& person : event.people) {
      const Party party = party_of(person);
      if (party == Party::unset) continue;
      of(party) = true;
      if (person.has_declined) declined_ = party;
    }
    for (const Party party : {Party::mentor, Party::mentee}) in_title_ = in_title_ || (stands_in(event.title, party) && (of(party) = true));
    has_others_ = !event.people.empty();
  }

  /// Both are named; or one in the title of an event without guests, which the other keeps.
  bool is_theirs() const { return (mentor_ && mentee_) || (in_title_ && !has_others_); }
  Party declined() const { return declined_; }

 private:
  bool& of(Party party) { return party == Party::mentor ? mentor_ : mentee_; }

  Party party_of(const CalendarPerson& person) const {
    for (const Party party : {Party::mentor, Party::mentee}) {
      const Text address = (party == Party::mentor ? relationship_.mentor : relationship_.mentee).email;
      if (!address.empty() && fold_case(person.address) == fold_case(address.raw())) return party;
    }
    return person.name.empty() ? Party::unset : people_.find(person.name);
  }

  /// Whether a word of the title, or two, are a name of that side.
  bool stands_in(std::string_view title, Party party) const {
    constexpr std::string_view kEnds = " ,;:/&+()[]<>-|";
    for (std::size_t at = 0; at < title.size();) {
      const std::size_t begin = title.find_first_not_of(kEnds, at);
      if (begin == std::string_view::npos) return false;
      at = std::min(title.find_first_of(kEnds, begin), title.size());
      if (people_.find(title.substr(begin, at - begin)) == party) return true;
    }
    return false;
  }

  const Relationship& relationship_;
  People people_;
  bool mentor_ = false, mentee_ = false, in_title_ = false, has_others_ = false;
  Party declined_{};
};

/// What the journal says of a day: nothing, an announcement, or more.
enum class Known : std::uint8_t { nothing, planned, told };
Known known_of(const Relationship& r, Date day) {
  Known known = Known::nothing;
  for (const Meeting& meeting : r.meetings)
    if (meeting.date == day) known = std::max(known, meeting.status == Status::planned ? Known::planned : Known::told);
  return known;
}

class Importing {
 public:
  explicit Importing(const Pair& pair) : pair_(pair), calendar_(read_calendar(read_file(pair.request), pair.request.today)) {}

  Wishes run() {
    const Date today = pair_.request.today;
    bool has_next = false;
    for (const CalendarEvent& event : calendar_.events) {
      const Named named(pair_, event);
      if (!is_chosen(event, named)) continue;
      ++chosen_;
      if (event.moved_from) enter_moved(event);
      // of what is ahead only the next date: the others may still change
      if (event.day > today && has_next && !event.is_cancelled) continue;
      has_next = has_next || (event.day > today && !event.is_cancelled);
      enter(event, named.declined());
    }
    if (chosen_ == 0)
      throw Failure{say("none of the {} in the calendar names {} and {}", counted(static_cast<long>(calendar_.events.size()), "event"),
                        pair_.relationship.mentor.name, pair_.relationship.mentee.name),
                    say("--match WORDS chooses events by their title")};
    const Message what = said();
    return {std::move(wishes_), what, passed_over()};
  }

 private:
  bool is_chosen(const CalendarEvent& event, const Named& named) const {
    const std::string_view words = pair_.request.text("match");
    return words.empty() ? named.is_theirs() : fold_case(event.title).find(fold_case(words)) != std::string::npos;
  }

  void add(NewRecord meeting, Date day) {
    const auto is_same = [day](Date one) { return one == day; };
    if (std::ranges::any_of(entered_, is_same)) return;
    entered_.push_back(day);
    std::ranges::move(meeting_wishes(std::move(meeting), pair_.relationship), std::back_inserter(wishes_));
  }

  NewRecord record(Date day, Status status) const {
    NewRecord meeting{&kinds::meeting};
    meeting.put("date", iso(day));
    meeting.put("status", std::string(word(status)));
    return meeting;
  }

  void enter_moved(const CalendarEvent& event) {
    if (known_of(pair_.relationship, event.moved_from) == Known::told) return;
    NewRecord meeting = record(event.moved_from, Status::moved);
    meeting.put("to", iso(event.day));
    add(std::move(meeting), event.moved_from);
  }

  void enter(const CalendarEvent& event, Party declined) {
    const Known known = known_of(pair_.relationship, event.day);
    if (known == Known::told) return;
    const bool is_off = event.is_cancelled || declined != Party::unset, is_over = event.day <= pair_.request.today;
    const Status status = is_off ? Status::cancelled : is_over && !pair_.request.has("past-as-planned") ? Status::held : Status::planned;
    if (status == Status::planned && known == Known::planned) return;
    NewRecord meeting = record(event.day, status);
    if (declined != Party::unset) meeting.put("by", std::string(word(declined)));
    if (status == Status::held && event.minutes > 0) meeting.put("minutes", "/" + std::to_string(event.minutes));
    if (!is_over && is_off) meeting.put("logged", iso(pair_.request.today));
    if (status == Status::planned && !is_over) meeting.put("booked", iso(pair_.request.today));
    add(std::move(meeting), event.day);
  }

  Message said() const {
    const Message events = say("{} of the two", counted(static_cast<long>(chosen_), "event"));
    return wishes_.empty() ? say("{}, all of them in the journal already", events) : say("{}, {} new", events, entered_.size());
  }

  Message passed_over() const {
    Message list;
    for (const PassedOver& one : calendar_.passed_over)
      if (is_chosen(one.event, Named(pair_, one.event))) list = say("{}{}`{}`, for {}", list, list.empty() ? "" : "; ", Text{one.event.title}, one.why);
    return list.empty() ? list : say("Passed over: {}.", list);
  }

  const Pair& pair_;
  Calendar calendar_;
  std::size_t chosen_ = 0;
  std::vector<Wish> wishes_;
  std::vector<Date> entered_;
};

}  // namespace

Wishes wishes_from_calendar(const Pair& pair) {
  if (pair.request.has("mentor") || pair.request.has("mentee") || pair.request.has("cadence") || pair.request.has("output"))
    throw Failure{say("--mentor, --mentee, --cadence and --output belong to `mentor import notes`"), say("leave them out")};
  return Importing(pair).run();
}

}  // namespace mentor
