#include "journal/calendar.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/failure.hpp"
#include "base/unicode.hpp"
#include "journal/values.hpp"

namespace mentor {
namespace {

/// A series goes on for so many days at most: what goes on longer is a slip or an attack.
constexpr std::size_t kMostDays = 4000;

/// `NAME;PARAMETER=VALUE:value`, unfolded.
struct Property {
  std::string name, value;
  std::vector<std::pair<std::string, std::string>> parameters;

  std::string_view parameter(std::string_view wanted) const {
    for (const auto& [key, text] : parameters)
      if (key == wanted) return text;
    return {};
  }
};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

/// Lines put together again that were folded after 75 bytes.
std::vector<std::string> unfolded(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!lines.empty() && !line.empty() && (line[0] == ' ' || line[0] == '\t'))
      lines.back() += line.substr(1);
    else
      lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Where the next of the signs stands outside of quotes.
std::size_t find_bare(std::string_view text, std::string_view signs, std::size_t from) {
  bool is_quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '"') is_quoted = !is_quoted;
    if (!is_quoted && signs.find(text[i]) != std::string_view::npos) return i;
  }
  return std::string_view::npos;
}

Property read_property(const std::string& line) {
  Property property;
  std::size_t at = find_bare(line, ";:", 0);
  property.name = upper(std::string_view(line).substr(0, at));
  while (at != std::string::npos && line[at] == ';') {
    const std::size_t end = find_bare(line, ";:", at + 1);
    const std::string_view part = std::string_view(line).substr(at + 1, end == std::string::npos ? std::string::npos : end - at - 1);
    const std::size_t equals = std::min(part.find('='), part.size());
    std::string value(part.substr(std::min(equals + 1, part.size())));
    std::erase(value, '"');
    property.parameters.emplace_back(upper(part.substr(0, equals)), std::move(value));
    at = end;
  }
  if (at != std::string::npos) property.value = line.substr(at + 1);
  return property;
}

/// `\n`, `\,`, `\;` and `\\` of a text.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      const char next = text[++i];
      out += next == 'n' || next == 'N' ? ' ' : next;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// The day of `20260330` or `20260330T100000Z`, and the minutes after midnight, or -1.
struct Moment {
  Date day;
  int minutes = -1;
};
Moment read_moment(std::string_view text) {
  if (text.size() < 8) return {};
  Moment out{parse_iso(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6, 2)))};
  if (text.size() >= 13 && text[8] == 'T') out.minutes = read_time(std::string(text.substr(9, 2)) + ":" + std::string(text.substr(11, 2)));
  return out;
}

/// The minutes of `PT1H30M` or `P1D`; -1 when it is none.
int read_length(std::string_view text) {
  if (!text.starts_with('P')) return -1;
  int minutes = 0;
  for (std::size_t at = 1; at < text.size();) {
    if (text[at] == 'T') {
      ++at;
      continue;
    }
    int count = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), count);
    if (error != std::errc{} || end == text.data() + text.size() || count < 0 || count > 100000) return -1;
    minutes += count * (*end == 'W' ? 10080 : *end == 'D' ? 1440 : *end == 'H' ? 60 : *end == 'M' ? 1 : 0);
    at = static_cast<std::size_t>(end - text.data()) + 1;
  }
  return minutes;
}

int read_number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

/// `mailto:ada@example.org`
CalendarPerson read_attendee(const Property& property) {
  std::string_view address = property.value;
  if (upper(address.substr(0, 7)) == "MAILTO:") address.remove_prefix(7);
  return {std::string(property.parameter("CN")), std::string(address), upper(property.parameter("PARTSTAT")) == "DECLINED"};
}

/// An event as it is written, with its rule.
struct WrittenEvent {
  std::string uid;
  int sequence = 0;
  Moment start, end, recurrence;
  int length = -1;
  bool is_cancelled = false;
  std::string title, rule;
  std::vector<Date> extra, left_out;
  std::vector<CalendarPerson> people;

  int minutes() const {
    if (length >= 0) return length;
    const bool has_times = start.minutes >= 0 && end.day && end.minutes >= 0;
    const int between = has_times ? days_between(start.day, end.day) * 1440 + end.minutes - start.minutes : -1;
    return between > 0 ? between : -1;
  }
};

void take_days(std::string_view list, std::vector<Date>& days) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (const Date day = read_moment(list.substr(0, comma)).day) days.push_back(day);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

void take(const Property& property, WrittenEvent& event) {
  const std::string& name = property.name;
  if (name == "UID") event.uid = property.value;
  if (name == "SEQUENCE") event.sequence = std::max(0, read_number(property.value));
  if (name == "DTSTART") event.start = read_moment(property.value);
  if (name == "DTEND") event.end = read_moment(property.value);
  if (name == "DURATION") event.length = read_length(property.value);
  if (name == "RECURRENCE-ID") event.recurrence = read_moment(property.value);
  if (name == "STATUS") event.is_cancelled = upper(property.value) == "CANCELLED";
  if (name == "SUMMARY") event.title = unescaped(property.value);
  if (name == "RRULE") event.rule = upper(property.value);
  if (name == "RDATE") take_days(property.value, event.extra);
  if (name == "EXDATE") take_days(property.value, event.left_out);
  if (name == "ORGANIZER" || name == "ATTENDEE") event.people.push_back(read_attendee(property));
}

/// Some programs say it in the title alone.
bool says_cancelled(std::string_view title) {
  const std::string folded = fold_case(title);
  return folded.starts_with("canceled:") || folded.starts_with("cancelled:");
}

std::vector<WrittenEvent> read_events(std::string_view text) {
  std::vector<WrittenEvent> events;
  std::optional<WrittenEvent> event;
  bool is_calendar = false, cancels_all = false;
  int inside = 0;
  for (const std::string& line : unfolded(text)) {
    const Property property = read_property(line);
    const std::string what = upper(property.value);
    if (property.name == "BEGIN" && what == "VCALENDAR") is_calendar = true, cancels_all = false;
    if (property.name == "METHOD") cancels_all = what == "CANCEL";
    if (property.name == "BEGIN" && event) ++inside;
    if (property.name == "BEGIN" && what == "VEVENT" && !event) event.emplace(), inside = 0;
    if (event && inside == 0) take(property, *event);
    if (property.name != "END" || !event) continue;
    if (inside > 0) {
      --inside;
    } else if (what == "VEVENT") {
      event->is_cancelled = event->is_cancelled || cancels_all || says_cancelled(event->title);
      events.push_back(std::move(*event));
      event.reset();
    }
  }
  if (!is_calendar) throw Failure{say("this is no calendar: it has no line `BEGIN:VCALENDAR`"), say("export the calendar as an .ics file")};
  return events;
}

/// The days of a rule such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE`. Knows days, weeks, months by day of the month, and years.
class Recurrence {
 public:
  explicit Recurrence(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(';'), text.size());
      const std::string_view part = text.substr(0, end);
      const std::size_t equals = std::min(part.find('='), part.size());
      take(part.substr(0, equals), part.substr(std::min(equals + 1, part.size())));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    is_understood_ = is_understood_ && step_ != 0 && interval_ > 0 && interval_ < 1000 && (weekdays_.empty() || step_ == 'w');
  }

  bool is_understood() const { return is_understood_; }

  /// From `start` on, up to `today` and the one behind it.
  std::vector<Date> days(Date start, Date today) const {
    std::vector<Date> out;
    const auto goes_on = [&](Date day) {
      const bool is_over = (until_ && day > until_) || (count_ > 0 && out.size() == static_cast<std::size_t>(count_)) || out.size() == kMostDays;
      return !is_over && (out.empty() || out.back() <= today);
    };
    if (step_ == 'w' && !weekdays_.empty()) {
      const Date monday = start - (start.day + 3) % 7;
      for (Date week = monday;; week = week + 7 * interval_)
        for (const int weekday : weekdays_) {
          if (week + weekday < start) continue;
          if (!goes_on(week + weekday)) return out;
          out.push_back(week + weekday);
        }
    }
    for (int number = 0;; ++number) {
      const Date day = nth(start, number);
      if (!day) {
        // the 31st of a month without one is passed over
        if (number > 2000) return out;
        continue;
      }
      if (!goes_on(day)) return out;
      out.push_back(day);
    }
  }

 private:
  void take(std::string_view key, std::string_view value) {
    if (key == "FREQ")
      step_ = value == "DAILY" ? 'd' : value == "WEEKLY" ? 'w' : value == "MONTHLY" ? 'm' : value == "YEARLY" ? 'y' : 0;
    else if (key == "INTERVAL")
      interval_ = read_number(value);
    else if (key == "COUNT")
      count_ = read_number(value);
    else if (key == "UNTIL")
      until_ = read_moment(value).day;
    else if (key == "BYDAY")
      take_weekdays(value);
    else if (key == "BYMONTHDAY" || key == "BYMONTH")
      is_understood_ = is_understood_ && read_number(value) > 0;
    else if (key != "WKST")
      is_understood_ = false;
  }

  void take_weekdays(std::string_view list) {
    static constexpr std::string_view kDays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      const auto at = std::ranges::find(kDays, list.substr(0, comma));
      // `2TU`, the second Tuesday, is another matter
      if (at == std::end(kDays)) is_understood_ = false;
      weekdays_.push_back(static_cast<int>(at - std::begin(kDays)));
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
    std::ranges::sort(weekdays_);
  }

  Date nth(Date start, int number) const {
    if (step_ == 'd') return start + number * interval_;
    if (step_ == 'w') return start + 7 * number * interval_;
    const YearMonthDay at = civil(start);
    const int month = at.year * 12 + at.month - 1 + number * interval_ * (step_ == 'y' ? 12 : 1);
    return make_date(month / 12, month % 12 + 1, at.day);
  }

  char step_ = 0;
  int interval_ = 1, count_ = 0;
  Date until_;
  std::vector<int> weekdays_;
  bool is_understood_ = true;
};

CalendarEvent event_of(const WrittenEvent& written, Date day) { return {day, written.minutes(), written.is_cancelled, {}, written.title, written.people}; }

/// All that is written of one event: the newest writing, and the days of a series that were written anew.
class EventSeries {
 public:
  void add(WrittenEvent written) {
    if (written.recurrence.day)
      changed_.push_back(std::move(written));
    else
      versions_.push_back(std::move(written));
  }

  void tell(Date today, Calendar& calendar) {
    const auto by_sequence = [](const WrittenEvent& a, const WrittenEvent& b) { return a.sequence < b.sequence; };
    std::ranges::stable_sort(versions_, by_sequence);
    std::ranges::stable_sort(changed_, by_sequence);
    if (!versions_.empty()) tell_newest(today, calendar);
    std::map<Date, const WrittenEvent*> newest;
    for (const WrittenEvent& one : changed_) newest[one.recurrence.day] = &one;
    for (const auto& [day, one] : newest) {
      if (!one->start.day) continue;
      CalendarEvent event = event_of(*one, one->start.day);
      if (one->start.day != day) event.moved_from = day;
      calendar.events.push_back(std::move(event));
    }
  }

 private:
  void tell_newest(Date today, Calendar& calendar) {
    const WrittenEvent& newest = versions_.back();
    if (!newest.start.day) {
      calendar.passed_over.push_back({event_of(newest, {}), say("it has no day")});
      return;
    }
    const Recurrence rule{newest.rule};
    if (!newest.rule.empty() && !rule.is_understood()) {
      calendar.passed_over.push_back({event_of(newest, {}), say("its rule is not understood: {}", Text{newest.rule})});
      return;
    }
    std::vector<Date> days = newest.rule.empty() ? std::vector<Date>{newest.start.day} : rule.days(newest.start.day, today);
    days.insert(days.end(), newest.extra.begin(), newest.extra.end());
    for (const Date day : days) {
      const bool is_changed = std::ranges::any_of(changed_, [day](const WrittenEvent& one) { return one.recurrence.day == day; });
      if (is_changed || std::ranges::find(newest.left_out, day) != newest.left_out.end()) continue;
      CalendarEvent event = event_of(newest, day);
      // a single event that an earlier writing had on another day was moved
      if (newest.rule.empty() && versions_.size() > 1 && versions_[versions_.size() - 2].start.day != day)
        event.moved_from = versions_[versions_.size() - 2].start.day;
      calendar.events.push_back(std::move(event));
    }
  }

  std::vector<WrittenEvent> versions_, changed_;
};

}  // namespace

Calendar read_calendar(std::string_view text, Date today) {
  std::map<std::string, EventSeries> series;
  std::size_t nameless = 0;
  for (WrittenEvent& written : read_events(text)) {
    const std::string key = written.uid.empty() ? "#" + std::to_string(++nameless) : "=" + written.uid;
    series[key].add(std::move(written));
  }
  Calendar calendar;
  for (auto& [key, one] : series) one.tell(today, calendar);
  std::ranges::stable_sort(calendar.events, {}, &CalendarEvent::day);
  return calendar;
}

}  // namespace mentor
