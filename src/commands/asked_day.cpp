#include "commands/asked_day.hpp"

#include "base/failure.hpp"

namespace mentor {

Date read_day(std::string_view word, std::string_view flag, Date today, Weekdays weekdays) {
  const Date day = parse_day_word(word, today, weekdays);
  if (day) return day;
  throw Failure{say("`{}` is not a day for --{}", Text{word}, flag),
                say("write YYYY-MM-DD, today, yesterday, tomorrow, a weekday such as monday, or +N or -N with d, w, m or y")};
}

Date asked_day(const Request& request, std::string_view flag, Weekdays weekdays, Date otherwise) {
  return request.has(flag) ? read_day(request.text(flag), flag, request.today, weekdays) : otherwise;
}

Message day_in_words(Date day) { return say("{} {}", weekday(day), iso(day)); }

}  // namespace mentor
