#include "journal/notes_series.hpp"

#include <algorithm>
#include <map>

#include "journal/markdown_phrase.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/markdown_words.hpp"
#include "journal/notes_words.hpp"

namespace mentor::notes {
namespace {

/// A step back of up to this many days is a step back; a longer one is the next year.
constexpr int kLongestStepBack = 60;
/// A January that would follow its December within this many days was most likely meant to.
constexpr int kLongestNewYear = 120;

/// File names as people number them: `2` before `10`.
bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!markdown::is_digit(a[i]) || !markdown::is_digit(b[j])) {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i, ++j;
      continue;
    }
    const auto number = [](std::string_view text, std::size_t& at) {
      while (at < text.size() && text[at] == '0') ++at;
      const std::size_t begin = at;
      while (at < text.size() && markdown::is_digit(text[at])) ++at;
      return text.substr(begin, at - begin);
    };
    const std::string_view x = number(a, i), y = number(b, j);
    if (x.size() != y.size()) return x.size() < y.size();
    if (x != y) return x < y;
  }
  return a.size() - i < b.size() - j;
}

std::string_view name_of(Mark::Kind kind) {
  switch (kind) {
    case Mark::Kind::front:
      return "front matter";
    case Mark::Kind::label:
      return "label";
    case Mark::Kind::heading:
      return "heading";
    case Mark::Kind::bare:
      return "bare line";
    case Mark::Kind::item:
      return "list item";
    case Mark::Kind::row:
      return "table";
    case Mark::Kind::line:
      return "line";
    case Mark::Kind::file_name:
      return "file name";
    case Mark::Kind::folder_name:
      return "folder name";
  }
  return "";
}

std::string_view with_article(Mark::Kind kind) {
  return kind == Mark::Kind::file_name     ? "the file's name"
         : kind == Mark::Kind::folder_name ? "the folder's name"
         : kind == Mark::Kind::front       ? "the front matter"
                                           : "another line";
}

/// A file's path up to its first digit: files that are numbered on have it in common.
std::string_view stem(std::string_view path) {
  const std::size_t name = path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1;
  return path.substr(0, std::min(path.find_first_of("0123456789", name), path.size()));
}

bool is_name(const Mark& mark) { return mark.kind == Mark::Kind::file_name || mark.kind == Mark::Kind::folder_name; }

}  // namespace

std::string PlannedMeeting::spelled() const {
  if (day) return iso(day);
  return readings[0] && readings[1] ? iso(readings[0]) + " or " + iso(readings[1]) : "?";
}

std::vector<Plan> Series::settle(Problems& problems) {
  problems_ = &problems;
  for (File& file : files_) lay_out(file);
  gather_runs();
  vote();
  for (Run& run : runs_)
    for (Candidate* one : run) settle_order(*one);
  for (Run& run : runs_) settle_years(run);
  for (Run& run : runs_)
    for (Candidate* one : run) settle_day(*one);
  for (Run& run : runs_)
    for (std::size_t begin = 0, end = 0; begin < run.size(); begin = end) {
      const auto key = [&](std::size_t i) { return files_[run[i]->file].plan.kind == Plan::Kind::one ? stem(source(*run[i]).path) : std::string_view{}; };
      while (end < run.size() && key(end) == key(begin)) ++end;
      check_run({run.begin() + static_cast<std::ptrdiff_t>(begin), run.begin() + static_cast<std::ptrdiff_t>(end)});
    }
  std::vector<Plan> plans;
  for (File& file : files_) {
    finish(file);
    file.plan.order = order_;
    plans.push_back(std::move(file.plan));
  }
  return plans;
}

// ------------------------------------------------------------------ one meeting or many

void Series::lay_out(File& file) {
  const std::vector<Mark>& marks = file.scan.marks;
  std::size_t labels = 0, lines = 0;
  const Mark* early_label = nullptr;
  const Mark* front = nullptr;
  std::map<std::pair<Mark::Kind, int>, std::vector<const Mark*>> groups;
  for (const Mark& mark : marks) {
    if (mark.kind == Mark::Kind::front && front == nullptr) front = &mark;
    if (mark.kind == Mark::Kind::front || is_name(mark)) continue;
    if (mark.kind == Mark::Kind::label) {
      ++labels;
      if (early_label == nullptr && mark.line < file.scan.first_line + 12) early_label = &mark;
    }
    groups[{mark.kind == Mark::Kind::line ? Mark::Kind::bare : mark.kind, mark.kind == Mark::Kind::heading ? mark.level : 0}].push_back(&mark);
    lines += mark.kind == Mark::Kind::line;
  }
  // a few words beside a date are a sentence, unless the file goes on like that
  constexpr std::size_t kSeveral = 3;
  if (lines != 0 && lines < kSeveral) std::erase_if(groups[{Mark::Kind::bare, 0}], [](const Mark* mark) { return mark->kind == Mark::Kind::line; });
  std::erase_if(groups, [](const auto& group) { return group.second.empty(); });
  const std::vector<const Mark*>* most = nullptr;
  for (const auto& [kind, group] : groups)
    if (most == nullptr || group.size() > most->size()) most = &group;
  const bool is_labelled_once = early_label != nullptr && labels == 1;
  if (most != nullptr && most->size() > 1 && !is_labelled_once) {
    std::vector<const Mark*> chosen = *most;
    // a date that stands alone one level further up is a slip of the level, not a title
    if (chosen[0]->kind == Mark::Kind::heading)
      for (const Mark& mark : marks)
        if (mark.kind == Mark::Kind::heading && mark.level < chosen[0]->level && is_only_a_date(mark.text)) chosen.push_back(&mark);
    std::ranges::sort(chosen, {}, &Mark::line);
    return lay_out_many(file, chosen);
  }
  const Mark* name = nullptr;
  for (const Mark& mark : marks)
    if (is_name(mark)) name = &mark;
  const Mark* first = front != nullptr ? front : early_label != nullptr ? early_label : nullptr;
  if (first == nullptr && most != nullptr) {
    // the rule's order: headings, bare lines, list items
    for (const Mark& mark : marks)
      if (mark.kind != Mark::Kind::front && mark.kind != Mark::Kind::line && !is_name(mark) &&
          (first == nullptr || mark.kind < first->kind || (mark.kind == first->kind && mark.level < first->level)))
        first = &mark;
    // far below the top of a file that its name dates, a heading speaks of something else
    const bool is_deep = first->line > file.scan.first_line + 12 && first->level > 1;
    if (name != nullptr && is_deep) first = nullptr;
  }
  if (first == nullptr) first = name;
  if (first != nullptr) lay_out_one(file, first);
}

void Series::lay_out_many(File& file, const std::vector<const Mark*>& chosen) {
  file.plan.kind = Plan::Kind::many;
  const std::size_t index = static_cast<std::size_t>(&file - files_.data());
  file.candidates.reserve(chosen.size());
  for (const Mark* mark : chosen) {
    // two dates under one heading: the first dates it
    if (!file.candidates.empty() && mark->kind != Mark::Kind::row && file.candidates.back().mark->opens == mark->opens) continue;
    Candidate& one = file.candidates.emplace_back();
    one.file = index;
    one.mark = mark;
    one.meeting.line = mark->opens;
  }
}

void Series::lay_out_one(File& file, const Mark* first) {
  file.plan.kind = Plan::Kind::one;
  Candidate& one = file.candidates.emplace_back();
  one.file = static_cast<std::size_t>(&file - files_.data());
  one.mark = first;
  for (const Mark& mark : file.scan.marks) {
    if (&mark == first) continue;
    const bool is_at_top = mark.line <= file.scan.first_line + 12 && mark.kind != Mark::Kind::item && mark.kind != Mark::Kind::row &&
                           mark.kind != Mark::Kind::line && mark.level <= 2;
    if (is_name(mark) || mark.kind == Mark::Kind::front || is_at_top) one.others.push_back(&mark);
  }
}

/// A run is what stands in order: the meetings of one file, and all files that hold one each.
void Series::gather_runs() {
  Run singles;
  for (File& file : files_) {
    if (file.plan.kind == Plan::Kind::one) singles.push_back(&file.candidates[0]);
    if (file.plan.kind != Plan::Kind::many) continue;
    Run& run = runs_.emplace_back();
    for (Candidate& one : file.candidates) run.push_back(&one);
  }
  std::ranges::stable_sort(singles, [&](const Candidate* a, const Candidate* b) { return natural_less(source(*a).path, source(*b).path); });
  if (!singles.empty()) runs_.push_back(std::move(singles));
}

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

// ------------------------------------------------------------------ the plan

/// Whether the strict reader would find the same meetings on the same days.
bool Series::is_strict(const File& file) const {
  if (!file.scan.templates.empty() || !file.scan.underlines.empty()) return false;
  if (file.plan.kind == Plan::Kind::none) return file.scan.has_strict_sections || !file.scan.has_words;
  for (const Candidate& one : file.candidates) {
    const Mark& mark = *one.mark;
    const std::string_view written = mark.text.substr(mark.token.begin, mark.token.end - mark.token.begin);
    if (!one.meeting.day || one.is_reported || !parse_iso(written)) return false;
    if (mark.kind == Mark::Kind::heading) {
      const markdown::Heading heading = markdown::read_heading(mark.text);
      const char before = mark.token.begin == 0 ? ' ' : mark.text[mark.token.begin - 1];
      const bool is_title = file.plan.kind == Plan::Kind::one && mark.level <= 2 && (markdown::is_blank(before) || before == '(' || before == ',');
      if (!is_title && (heading.kind != &kinds::meeting || !heading.phrase.unknown.empty())) return false;
    } else if (mark.kind == Mark::Kind::front) {
      if (file.plan.kind == Plan::Kind::many || mark.token.begin != 0 || mark.token.end != mark.text.size()) return false;
    } else if (mark.kind != Mark::Kind::file_name || mark.token.begin != 0) {
      return false;
    }
  }
  return true;
}

void Series::finish(File& file) {
  Plan& plan = file.plan;
  plan.is_strict = is_strict(file);
  using What = PlannedLine::What;
  plan.meetings.reserve(file.candidates.size());
  plan.lines.reserve(2 * file.candidates.size());
  for (Candidate& one : file.candidates) {
    const Mark& mark = *one.mark;
    const auto index = static_cast<std::uint32_t>(plan.meetings.size());
    const bool is_heading = mark.kind == Mark::Kind::heading;
    if (is_heading) one.meeting.rest = mark.text;
    if (plan.kind == Plan::Kind::many) {
      const std::uint8_t level = mark.opens_level > 6 || mark.opens_level == 0 ? std::uint8_t{0} : mark.opens_level;
      if (mark.kind == Mark::Kind::row)
        plan.lines.push_back({mark.line, What::row, index, 0});
      else
        plan.lines.push_back({mark.opens, mark.opens == mark.line ? What::opens : What::heads, index, level});
      if (mark.opens != mark.line) plan.lines.push_back({mark.line, What::dates, index, 0});
    } else if (mark.line != 0 && mark.kind != Mark::Kind::front) {
      plan.lines.push_back({mark.line, What::dates, index, 0});
    }
    for (const Mark* other : one.others)
      if (other->line != 0 && other->kind != Mark::Kind::front) plan.lines.push_back({other->line, What::dates, index, 0});
    plan.meetings.push_back(std::move(one.meeting));
  }
  for (const std::uint32_t line : file.scan.templates) plan.lines.push_back({line, What::ends, 0, 0});
  for (const std::uint32_t line : file.scan.underlines) plan.lines.push_back({line, What::underline, 0, 0});
  std::ranges::stable_sort(plan.lines, {}, &PlannedLine::line);
  if (plan.kind == Plan::Kind::none && !plan.is_strict)
    problems_->push_back(
        problem_with(problems::date_missing, file.scan.source->path, say("no date is found in these notes, so they count for no meeting"),
                     say("if they tell of a meeting, write `date: YYYY-MM-DD` in a line at the top; if not, name them in `exclude:` of mentor.yaml")));
}

}  // namespace mentor::notes
