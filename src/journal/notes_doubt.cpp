// What is written of a date, held against everything else that speaks of the same meeting; what contradicts is reported and stays open.
#include <algorithm>

#include "journal/markdown_reader.hpp"
#include "journal/notes_series.hpp"

namespace mentor::notes {
namespace {

/// A January that would follow its December within this many days was most likely meant to.
constexpr int kLongestNewYear = 120;

}  // namespace

// ------------------------------------------------------------------ what is written

Date Series::read(const Candidate& one, const Mark& mark) const {
  return day_of(mark.token, one.order, one.mark->token.year != 0 ? one.mark->token.year : one.year);
}

void Series::open(Candidate& one, Date first, Date second) {
  one.meeting.day = {};
  one.meeting.readings = {first, second};
}

void Series::report(Candidate& one, const ProblemKind& kind, Message message, Message repair) {
  one.is_reported = true;
  if (++files_[one.file].problems > markdown::kMostProblems) return;
  if (one.mark->line == 0)
    problems_->push_back(problem_with(kind, source(one).path, std::move(message), std::move(repair)));
  else
    problems_->push_back(problem_at(kind, source(one), one.mark->span, std::move(message), std::move(repair)));
}

void Series::settle_day(Candidate& one) {
  const Mark& mark = *one.mark;
  PlannedMeeting& meeting = one.meeting;
  meeting.date_line = mark.line;
  meeting.span = mark.span;
  const Text written{mark.text.substr(mark.token.begin, mark.token.end - mark.token.begin)};
  const bool has_year = mark.token.year != 0 || one.year != 0;
  if (mark.token.is_open() && one.order == Order::unknown) {
    if (!has_year) {
      report(one, problems::date_no_year, say("`{}` has no year, and either number may be the month", written), say("write the date as YYYY-MM-DD"));
      return;
    }
    open(one, day_of(mark.token, Order::day_first, one.year), day_of(mark.token, Order::month_first, one.year));
    if (settle_others(one)) return;
    report(one, problems::date_ambiguous, say("`{}` may be {} or {}", written, iso(meeting.readings[0]), iso(meeting.readings[1])),
           say("write {} or {}; one date of the series that can be read in one way only settles all", iso(meeting.readings[0]), iso(meeting.readings[1])));
    return;
  }
  if (!has_year) {
    report(one, problems::date_no_year, say("`{}` has no year, and nothing near it tells one", written),
           say("add the year, or `started: YYYY-MM-DD` to the relationship"));
    return;
  }
  meeting.day = read(one, mark);
  if (!meeting.day) {
    report(one, problems::date_invalid, say("`{}` is not a day of the calendar", written), say("correct it, and write it as YYYY-MM-DD"));
    return;
  }
  if (mark.token.year == 0) {
    meeting.found.append("; year from ").append(one.year_from);
    report(one, problems::date_year_inferred, say("`{}` has no year; it is read as {}, with the year from {}", written, iso(meeting.day), one.year_from),
           say("add the year if it is another one"));
    one.is_reported = false;
  }
  if (settle_second(one) && settle_others(one)) settle_weekday(one);
}

/// Two dates in the same words. False: the date is no longer settled.
bool Series::settle_second(Candidate& one) {
  const Mark& mark = *one.mark;
  PlannedMeeting& meeting = one.meeting;
  if (!mark.second) {
    if (!mark.is_struck_out) return true;
    report(one, problems::date_doubled, say("the date {} is struck out and no other stands beside it", iso(meeting.day)),
           say("write the right date, or `cancelled` if nobody met; until then {} counts", iso(meeting.day)));
    return true;
  }
  const Date second = day_of(mark.second, one.order, civil(meeting.day).year);
  if (!second || second == meeting.day) return true;
  if (mark.is_moved && !mark.is_struck_out) {
    meeting.moved_to = second;
    return true;
  }
  if (mark.is_range) {
    meeting.found += "; first day of several";
    return true;
  }
  report(one, problems::date_doubled,
         mark.is_struck_out || mark.is_second_struck_out ? say("of two dates one is struck out: {} and {}", iso(meeting.day), iso(second))
                                                         : say("two dates for one meeting: {} and {}", iso(meeting.day), iso(second)),
         say("keep the one on which you met, as YYYY-MM-DD"));
  open(one, meeting.day, second);
  return false;
}

/// What else dates the same meeting. True: all agree, or the date is settled by them.
bool Series::settle_others(Candidate& one) {
  PlannedMeeting& meeting = one.meeting;
  for (const Mark* other : one.others) {
    const Date day = other->token.is_open() && one.order == Order::unknown ? Date{} : read(one, *other);
    if (!day) continue;
    if (!meeting.day) {
      if (day != meeting.readings[0] && day != meeting.readings[1]) continue;
      meeting.day = day;
      meeting.readings = {};
      meeting.found.append("; order by the ").append(name_of(other->kind));
      return true;
    }
    if (day == meeting.day) continue;
    const Message said =
        other->kind == Mark::Kind::file_name || other->kind == Mark::Kind::folder_name
            ? say("the text says {}, the {} says {}", iso(meeting.day), other->kind == Mark::Kind::file_name ? "file's name" : "folder's name", iso(day))
            : say("the {} says {}, the {} on line {} says {}", name_of(one.mark->kind), iso(meeting.day), name_of(other->kind), other->line, iso(day));
    report(one, problems::date_mismatch, said, say("either may be right: correct the other, or write `date: YYYY-MM-DD` at the top and rename the file"));
    open(one, meeting.day, day);
    return false;
  }
  return static_cast<bool>(meeting.day);
}

bool Series::settle_weekday(Candidate& one) {
  const Mark& mark = *one.mark;
  PlannedMeeting& meeting = one.meeting;
  if (mark.weekday < 0 || weekday_of(meeting.day) == mark.weekday) return true;
  const Date written = meeting.day;
  const int off = (mark.weekday - weekday_of(written) + 7) % 7;
  Date other = written + (off > 3 ? off - 7 : off);
  // the same day of another year fits a copied heading best
  for (const int step : {1, -1}) {
    const YearMonthDay at = civil(written);
    const Date same = make_date(at.year + step, at.month, at.day);
    if (same && weekday_of(same) == mark.weekday && off != 1 && off != 6) other = same;
  }
  if (mark.token.year == 0) {
    meeting.found += "; the weekday does not fit";
  }
  report(one, problems::date_weekday, say("{} is a {}, but {} is written beside it", iso(written), weekday(written), weekday(other)),
         say("write {} or {}", iso(written), iso(other)));
  open(one, written, other);
  return false;
}

// ------------------------------------------------------------------ what stands in order

void Series::check_run(const Run& run) {
  Run order;
  for (Candidate* one : run)
    if (one->meeting.day) order.push_back(one);
  // dates in names are not in the order of the names
  const bool is_told_by_names = std::ranges::any_of(
      order, [](const Candidate* one) { return is_name(*one->mark) || std::ranges::any_of(one->others, [](const Mark* other) { return is_name(*other); }); });
  if (order.size() < 3 || is_told_by_names) return;
  const auto falls = [](const Run& some) {
    int count = 0;
    for (std::size_t i = 1; i < some.size(); ++i) count += some[i]->meeting.day < some[i - 1]->meeting.day;
    return count;
  };
  const int down = falls(order);
  int up = 0;
  for (std::size_t i = 1; i < order.size(); ++i) up += order[i]->meeting.day > order[i - 1]->meeting.day;
  const auto next_year = [](Date day) {
    const YearMonthDay at = civil(day);
    return make_date(at.year + 1, at.month, at.day);
  };
  const auto is_old_year = [&](const Candidate& earlier, const Candidate& later) {
    const Date day = later.meeting.day, fixed = next_year(day);
    return later.mark->token.year != 0 && fixed && day < earlier.meeting.day && fixed > earlier.meeting.day &&
           days_between(earlier.meeting.day, fixed) <= kLongestNewYear && civil(day).month <= 2 && civil(earlier.meeting.day).month >= 10;
  };
  bool newest_first = down > up;
  if (down == up)
    for (std::size_t i = 1; i < order.size(); ++i) newest_first = newest_first || is_old_year(*order[i], *order[i - 1]);
  if (newest_first) std::ranges::reverse(order);
  const int wrong = falls(order);
  // files in the order of their names need not be in the order of their days
  if (wrong * 3 > static_cast<int>(order.size())) return;
  for (std::size_t i = 1; i < order.size(); ++i) {
    Candidate& one = *order[i];
    const Candidate& earlier = *order[i - 1];
    if (one.meeting.day >= earlier.meeting.day) continue;
    if (is_old_year(earlier, one)) {
      const Date written = one.meeting.day, meant = next_year(written);
      report(one, problems::date_year_doubtful,
             say("{} stands behind {}: it may be {} with last year's number", iso(written), iso(earlier.meeting.day), iso(meant)),
             say("write {} or {}", iso(written), iso(meant)));
      open(one, written, meant);
      order[i] = order[i - 1];
      continue;
    }
    const bool is_earlier_wrong =
        i + 1 < order.size() && i >= 2 && order[i + 1]->meeting.day < earlier.meeting.day && order[i - 2]->meeting.day <= one.meeting.day;
    Candidate& odd = is_earlier_wrong ? *order[i - 1] : one;
    if (odd.is_reported) continue;
    const Date before = is_earlier_wrong ? order[i - 2]->meeting.day : earlier.meeting.day;
    report(odd, problems::date_out_of_order,
           say("{} stands between other days: {} comes before it", iso(odd.meeting.day), iso(is_earlier_wrong ? before : earlier.meeting.day)),
           say("correct it if it is a slip of the pen; until then {} counts", iso(odd.meeting.day)));
  }
}
}  // namespace mentor::notes
