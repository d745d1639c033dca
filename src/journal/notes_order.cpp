// Which number of a date is the month, and which year is meant where none is written: settled by the whole series.
#include <algorithm>
#include <map>

#include "journal/notes_series.hpp"
#include "journal/notes_words.hpp"

namespace mentor::notes {
namespace {

/// A step back of up to this many days is a step back; a longer one is the next year.
constexpr int kLongestStepBack = 60;
/// A January that would follow its December within this many days was most likely meant to.
constexpr int kLongestNewYear = 120;

std::string_view with_article(Mark::Kind kind) {
  return kind == Mark::Kind::file_name     ? "the file's name"
         : kind == Mark::Kind::folder_name ? "the folder's name"
         : kind == Mark::Kind::front       ? "the front matter"
                                           : "another line";
}

}  // namespace

// ------------------------------------------------------------------ which number is the month

void Series::vote() {
  int day_first = 0, month_first = 0, short_years = 0;
  std::map<int, int> firsts, lasts;
  const auto count = [&](const DateToken& token, int weekday) {
    if (token.form != DateToken::Form::numbers) return;
    if (token.has_short_year) ++short_years, ++firsts[token.first], ++lasts[token.year];
    Order proven = token.proves();
    if (proven == Order::unknown && token.is_open() && token.year != 0 && weekday >= 0) {
      const bool fits_day = weekday_of(day_of(token, Order::day_first)) == weekday, fits_month = weekday_of(day_of(token, Order::month_first)) == weekday;
      if (fits_day != fits_month) proven = fits_day ? Order::day_first : Order::month_first;
    }
    day_first += proven == Order::day_first;
    month_first += proven == Order::month_first;
  };
  for (const File& file : files_)
    for (const Candidate& one : file.candidates) {
      count(one.mark->token, one.mark->weekday);
      for (const Mark* other : one.others) count(other->token, other->weekday);
      // a second, certain date of the same meeting tells too
      const std::size_t marks = one.others.size() + 1;
      for (std::size_t i = 0; i < marks; ++i)
        for (std::size_t j = 0; j < marks && marks < 8; ++j) {
          const Mark& open = i == 0 ? *one.mark : *one.others[i - 1];
          const Mark& sure = j == 0 ? *one.mark : *one.others[j - 1];
          if (!open.token.is_open() || sure.token.is_open() || i == j) continue;
          const YearMonthDay day = month_and_day(sure.token, Order::unknown), d = month_and_day(open.token, Order::day_first),
                             m = month_and_day(open.token, Order::month_first);
          day_first += day.month == d.month && day.day == d.day;
          month_first += day.month == m.month && day.day == m.day;
        }
    }
  const bool years_lead = short_years > 2 && firsts.size() <= 3 && lasts.size() > firsts.size() + 1 && firsts.begin()->first > 12;
  if (years_lead) {
    order_ = Order::year_first;
    order_found_ = "year first by vote";
  } else if (day_first != 0 || month_first != 0) {
    constexpr int kClear = 3;
    if (day_first >= kClear * month_first)
      order_ = Order::day_first;
    else if (month_first >= kClear * day_first)
      order_ = Order::month_first;
    order_found_ = order_ == Order::day_first ? "day first by vote" : "month first by vote";
  } else {
    vote_by_sequence();
  }
}

/// How often a run goes back in time when read in an order.
int Series::falls_of(const Run& run, Order order, bool newest_first) const {
  int falls = 0;
  Date before;
  int year = 0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const DateToken& token = run[newest_first ? run.size() - 1 - i : i]->mark->token;
    if (token.year != 0) year = token.year;
    const Date day = day_of(token, order, year == 0 ? 2024 : year);
    if (!day) continue;
    // without a year a long step back is the new year
    const int back = before ? days_between(day, before) : 0;
    if (back > 0 && (token.year != 0 || back < 365 - kLongestNewYear)) ++falls;
    before = day;
  }
  return falls;
}

void Series::vote_by_sequence() {
  int day_first = 0, month_first = 0;
  for (const Run& run : runs_) {
    const bool is_told_by_names = std::ranges::all_of(run, [](const Candidate* one) { return is_name(*one->mark); });
    if (run.size() < 3 || is_told_by_names || std::ranges::none_of(run, [](const Candidate* one) { return one->mark->token.is_open(); })) continue;
    day_first += std::min(falls_of(run, Order::day_first, false), falls_of(run, Order::day_first, true));
    month_first += std::min(falls_of(run, Order::month_first, false), falls_of(run, Order::month_first, true));
  }
  if (day_first == month_first || std::min(day_first, month_first) != 0) return;
  order_ = day_first < month_first ? Order::day_first : Order::month_first;
  order_found_ = order_ == Order::day_first ? "day first, since the dates then rise" : "month first, since the dates then rise";
}

void Series::settle_order(Candidate& one) {
  const Mark& mark = *one.mark;
  one.meeting.found = name_of(mark.kind);
  one.order = order_ == Order::year_first && !mark.token.has_short_year ? Order::unknown : order_;
  if (!mark.token.is_open()) return;
  // what stands beside the date is nearer than the vote
  if (mark.weekday >= 0 && mark.token.year != 0) {
    const bool fits_day = weekday_of(day_of(mark.token, Order::day_first)) == mark.weekday,
               fits_month = weekday_of(day_of(mark.token, Order::month_first)) == mark.weekday;
    if (fits_day != fits_month) {
      one.order = fits_day ? Order::day_first : Order::month_first;
      one.meeting.found += "; order by the weekday";
      return;
    }
  }
  if (one.order != Order::unknown) one.meeting.found.append("; ").append(order_found_);
}

// ------------------------------------------------------------------ which year

/// The year in which a day and month without one lie nearest behind a neighbour (or before a later one).
int Series::year_near(const Candidate& one, Date neighbour, bool is_later) const {
  const int year = civil(neighbour).year;
  for (int step = -1; step <= 1; ++step) {
    const int candidate_year = is_later ? year - step : year + step;
    const Date day = day_of(one.mark->token, one.order, candidate_year);
    if (!day) continue;
    const int ahead = is_later ? days_between(day, neighbour) : days_between(neighbour, day);
    if (ahead >= -kLongestStepBack && ahead < 366 - kLongestStepBack) return candidate_year;
  }
  return year;
}

void Series::settle_years(Run& run) {
  const auto has_order = [](const Candidate& one) { return !one.mark->token.is_open() || one.order != Order::unknown; };
  // a name, a label or the front matter of the same meeting may have the year that the mark lacks
  for (Candidate* one : run) {
    if (one->mark->token.year != 0) continue;
    for (const Mark* other : one->others)
      if (other->token.year != 0 && one->year == 0) {
        one->year = other->token.year;
        one->year_from = with_article(other->kind);
      }
    if (one->year == 0 && one->mark->year_above != 0) {
      one->year = one->mark->year_above;
      one->year_from = "the heading above";
    }
  }
  const auto known = [](const Candidate& one) { return one.mark->token.year != 0 || one.year != 0; };
  const auto day = [](const Candidate& one) { return day_of(one.mark->token, one.order, one.year); };
  int falling = 0, rising = 0;
  Date before;
  for (const Candidate* one : run) {
    if (!has_order(*one)) continue;
    const Date at = day_of(one->mark->token, one->order, 2024 + (one->mark->token.year != 0 ? one->mark->token.year - 2024 : 0));
    if (!at) continue;
    const int ahead = before ? days_between(before, at) : 0;
    rising += ahead > 0 && ahead < 180;
    falling += ahead < 0 && ahead > -180;
    before = at;
  }
  const bool newest_first = falling > rising;
  Run order = run;
  if (newest_first) std::ranges::reverse(order);
  Date neighbour;
  for (Candidate* one : order) {
    if (!known(*one) && neighbour && has_order(*one)) {
      one->year = year_near(*one, neighbour, false);
      one->year_from = "a neighbour";
    }
    if (known(*one) && has_order(*one)) neighbour = std::max(day(*one), neighbour);
  }
  // what stands before the first year is dated from behind
  neighbour = {};
  for (auto it = order.rbegin(); it != order.rend(); ++it) {
    Candidate* one = *it;
    if (!known(*one) && neighbour && has_order(*one)) {
      one->year = year_near(*one, neighbour, true);
      one->year_from = "a neighbour";
    }
    if (known(*one) && has_order(*one) && day(*one)) neighbour = day(*one);
  }
  for (Candidate* one : order) {
    if (known(*one) || !has_order(*one)) continue;
    const FileScan& scan = files_[one->file].scan;
    if (neighbour) {
      one->year = year_near(*one, neighbour, false);
      one->year_from = "a neighbour";
    } else if (started_) {
      one->year = year_near(*one, started_ - 14, false);
      one->year_from = "the relationship's start";
    } else if (const int year = scan.front_year != 0 ? scan.front_year : scan.name_year != 0 ? scan.name_year : scan.folder_year; year != 0) {
      one->year = year;
      one->year_from = scan.front_year != 0 ? "the front matter" : scan.name_year != 0 ? "the file's name" : "the folder's name";
    }
    if (one->year != 0) neighbour = std::max(neighbour, day(*one));
  }
}
}  // namespace mentor::notes
