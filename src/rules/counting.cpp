#include "rules/counting.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "rules/backtest.hpp"
#include "rules/clock.hpp"
#include "rules/method.hpp"

namespace mentor {

using namespace method;

namespace {

/// Of a pair the first so many entries count, for most pairs are well at first.
constexpr std::size_t kFirstEntries = 10, kFirstGaps = 8;
constexpr int kFewestExpected = 8, kLongestBreakDays = 56, kDaysPerWeek = 7;

void add(Share& share, bool good) {
  share.good += good;
  ++share.all;
}

void add_entries(const Case& c, Tally& tally) {
  std::size_t seen = 0;
  for (const Slot* const slot : c.assessment.visible) {
    if (seen == kFirstEntries) break;
    const bool is_outside = slot->status == Status::cancelled && slot->by == Party::external;
    if (is_outside || (slot->status == Status::moved && !slot->short_notice)) continue;
    ++seen;
    add(tally.kept, slot->is_held());
    if (!slot->is_held()) continue;
    const Meeting& meeting = *slot->meeting;
    if (meeting.agenda_by != Party::unset) add(tally.agenda, meeting.agenda_by != Party::none);
    if (meeting.feedback.recorded) add(tally.feedback, !meeting.feedback.empty());
  }
  for (const ActionFacts& action : c.history.actions)
    if (action.due && action.due <= c.today && action.known <= c.today) add(tally.actions_done, action.done && action.done <= action.due + kDelayDays);
}

void add_gaps(const Case& c, CountedPair& pair) {
  Clock clock;
  clock.set(c.history, c.today);
  const std::vector<const Slot*>& slots = c.assessment.visible;
  for (std::size_t i = 0; i + 1 < slots.size() && pair.gaps.size() < kFirstGaps; ++i) {
    const Date from = slots[i]->day, to = slots[i + 1]->meeting->date;
    if (!slots[i]->is_held() || to <= from) continue;
    const double agreed = c.history.cadence_on(to, c.today);
    pair.gaps.push_back({from, to, clock.available(from, to), agreed > 0 ? agreed : c.assessment.rhythms.cadence});
  }
}

/// Monday of the week of `day`.
Date week_of(Date day) {
  static const Date monday = make_date(1970, 1, 5);
  const int days = days_between(monday, day);
  return monday + (days - ((days % kDaysPerWeek) + kDaysPerWeek) % kDaysPerWeek);
}

bool is_known(Date from, Date to, const std::vector<Holiday>& known) {
  return std::ranges::any_of(known, [&](const Holiday& holiday) { return holiday.from <= to && (holiday.to ? holiday.to : holiday.from) >= from; });
}

/// Days of (from, to] in the quiet weeks.
int quiet_days(Date from, Date to, const std::vector<Holiday>& quiet) {
  int days = 0;
  for (const Holiday& each : quiet) days += std::max(0, days_between(std::max(from, each.from - 1), std::min(to, each.to)));
  return days;
}

/// How common each shape is, by maximum likelihood with the built-in shares as kImaginaryRelationships pairs.
std::array<double, 4> shapes_of(const Tally& tally, const std::vector<Holiday>& quiet) {
  constexpr int kRounds = 30;
  constexpr std::size_t kFewestGaps = 2;
  std::vector<std::vector<double>> all;
  for (const CountedPair& pair : tally.pairs) {
    if (pair.gaps.size() < kFewestGaps) continue;
    std::vector<double>& gaps = all.emplace_back();
    for (const CountedPair::Gap& gap : pair.gaps) gaps.push_back(std::clamp((gap.available - quiet_days(gap.from, gap.to, quiet)) / gap.cadence, .1, kGapCap));
  }
  std::array<double, 4> shares = evidence::kShapePrior;
  for (int round = 0; round < kRounds; ++round) {
    std::array<double, 4> logs{}, sums{};
    for (std::size_t i = 0; i < shares.size(); ++i) logs[i] = std::log(shares[i]);
    for (std::size_t i = 0; i < shares.size(); ++i) sums[i] = kImaginaryRelationships * evidence::kShapePrior[i];
    for (const std::vector<double>& gaps : all) {
      const std::array<double, 4> weights = evidence::shape_weights(gaps, kImaginaryGaps, logs);
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weights[i];
    }
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = sums[i] / (kImaginaryRelationships + static_cast<double>(all.size()));
  }
  return shares;
}

Count of_100(double share) { return {static_cast<std::int32_t>(std::lround(100 * share))}; }

/// The share of good ones; unset when none were noted.
Count shrunk(const Share& share, const SignPrior& usual, long pairs) {
  if (share.all == 0) return {};
  const double each = static_cast<double>(share.all) / static_cast<double>(pairs), imaginary = kImaginaryRelationships * each;
  return of_100((static_cast<double>(share.good) + imaginary * usual.good / (usual.good + usual.bad)) / (static_cast<double>(share.all) + imaginary));
}

}  // namespace

void Tally::add(const Tally& other) {
  pairs.insert(pairs.end(), other.pairs.begin(), other.pairs.end());
  ended_early += other.ended_early;
  days += other.days;
  const auto join = [](Share& into, const Share& from) {
    into.good += from.good;
    into.all += from.all;
  };
  join(kept, other.kept);
  join(agenda, other.agenda);
  join(feedback, other.feedback);
  join(actions_done, other.actions_done);
}

void add_to_tally(const Case& subject, Tally& tally) {
  const Assessment& a = subject.assessment;
  if (!subject.history.started || subject.history.started >= subject.today || a.held.empty()) return;
  CountedPair& pair = tally.pairs.emplace_back();
  for (const Meeting* const meeting : a.held) pair.held.push_back(meeting->date);
  add_gaps(subject, pair);
  add_entries(subject, tally);
  const std::vector<Gap> all = gaps(subject.history, subject.today, a.rhythms.cadence);
  const bool ended_early = !all.empty() && all.back().outcome == Outcome::stopped;
  tally.ended_early += ended_early;
  const Date until = ended_early ? std::max(pair.held.back() + static_cast<int>(a.rhythms.cadence), subject.history.started) : subject.today;
  const Date end = subject.history.is_closed(subject.today) ? std::min(until, subject.history.closed) : until;
  tally.days += std::max(0, days_between(subject.history.started, end));
}

std::vector<Holiday> quiet_weeks(const Tally& tally, Date today, const std::vector<Holiday>& known) {
  struct Week {
    double expected = 0;
    long held = 0;
  };
  std::map<Date, Week> weeks;
  for (const CountedPair& pair : tally.pairs) {
    if (pair.held.size() < 2) continue;
    const int span = days_between(pair.held.front(), pair.held.back());
    const double rate = static_cast<double>(pair.held.size() - 1) / std::max(kDaysPerWeek, span);
    const Date last = std::min(pair.held.back(), today);
    for (Date week = week_of(pair.held.front()); week <= last; week = week + kDaysPerWeek) weeks[week].expected += kDaysPerWeek * rate;
    for (const Date day : pair.held) ++weeks[week_of(day)].held;
  }
  std::vector<Holiday> quiet;
  for (const auto& [monday, week] : weeks) {
    const Date sunday = monday + (kDaysPerWeek - 1);
    if (sunday > today || week.expected < kFewestExpected || static_cast<double>(week.held) >= .5 * week.expected || is_known(monday, sunday, known)) continue;
    if (!quiet.empty() && quiet.back().to + 1 == monday) {
      quiet.back().to = sunday;
    } else {
      Holiday& next = quiet.emplace_back();
      next.from = monday;
      next.to = sunday;
    }
  }
  std::erase_if(quiet, [](const Holiday& each) { return days_between(each.from, each.to) >= kLongestBreakDays; });
  return quiet;
}

Counted count_up(Tally& tally, const Programme& programme, Date today) {
  // sums of fractions depend on their order, and the figures must not
  std::ranges::sort(tally.pairs, {}, &CountedPair::held);
  const auto pairs = static_cast<long>(tally.pairs.size());
  Counted counted;
  counted.date = today;
  counted.relationships = {static_cast<std::int32_t>(pairs)};
  counted.quiet_weeks = quiet_weeks(tally, today, programme.holidays);
  constexpr double kUsualMonth = kHazardMonth / kSilentShare, kMonthsPerYear = 12;
  const double imaginary = kImaginaryRelationships * kMonthsPerYear;
  const double a_month = (static_cast<double>(tally.ended_early) + imaginary * kUsualMonth) / (static_cast<double>(tally.days) / kDaysPerMonth + imaginary);
  counted.ended_early = {static_cast<std::int32_t>(std::lround(ended_of_100(a_month * kSilentShare)))};
  const std::array<double, 4> shapes = shapes_of(tally, counted.quiet_weeks);
  counted.loose_rhythm = of_100(shapes[0]);
  counted.fair_rhythm = of_100(shapes[1]);
  counted.steady_rhythm = of_100(shapes[2]);
  counted.strict_rhythm = of_100(shapes[3]);
  counted.kept = shrunk(tally.kept, kKept, pairs);
  counted.agenda = shrunk(tally.agenda, kAgenda, pairs);
  counted.feedback = shrunk(tally.feedback, kFeedback, pairs);
  counted.actions_done = shrunk(tally.actions_done, kAction, pairs);
  return counted;
}

}  // namespace mentor
