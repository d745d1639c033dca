#include "rules/backtest.hpp"

#include <algorithm>

#include "rules/check.hpp"
#include "rules/method.hpp"

namespace mentor {
namespace {

using namespace method;

/// The first day on which so many days were available since `from`, or false when that is after `last`.
Date first_day_available(const Clock& clock, Date from, Date last, int wanted) {
  if (clock.available(from, last) < wanted) return {};
  Date low = from, high = last;
  while (days_between(low, high) > 1) {
    const Date middle = low + days_between(low, high) / 2;
    (clock.available(from, middle) < wanted ? low : high) = middle;
  }
  return high;
}

/// Whether everything there was to reach was reached when it closed.
bool ended_well(const History& history) {
  const Relationship& r = *history.relationship;
  if (r.until && r.until > history.started && history.closed >= r.until) return true;
  const bool all_settled = std::ranges::all_of(history.goals, [&history](const GoalFacts& goal) { return !goal.is_open(history.closed); });
  return !history.goals.empty() && all_settled;
}

/// Follows the looks through the gaps.
class Watch {
 public:
  Watch(const Case& subject, const std::vector<Gap>& all, Backtest& sums) : subject_(subject), all_(all), sums_(sums), flags_(sums.watched.size()) {}

  void look(const Assessment& assessment) {
    while (at_ + 1 < all_.size() && all_[at_ + 1].from <= assessment.asof) {
      settle();
      ++at_;
      std::ranges::fill(first_, Date{});
    }
    const State state = assessment.state;
    std::vector<bool> speaks(flags_.size(), false);
    speaks[kStopped] = state == State::stalled || state == State::dormant;
    speaks[kAnyAlarm] = speaks[kStopped] || state == State::drifting;
    const Case then{subject_.relationship, subject_.history, assessment, assessment.asof, subject_.settings};
    for (const Finding& finding : check(then).findings) speaks[kFirstRule + number_of(*finding.rule)] = true;
    for (std::size_t i = 0; i < speaks.size(); ++i) take(i, speaks[i], assessment.asof);
  }

  void settle() {
    const Gap& gap = all_[at_];
    if (gap.outcome != Outcome::stopped && gap.outcome != Outcome::met_again) return;
    for (std::size_t i = 0; i < first_.size(); ++i) {
      if (!first_[i]) continue;
      AlarmRecord& record = sums_.watched[i];
      if (gap.outcome == Outcome::met_again) {
        ++record.met_again;
      } else {
        ++record.stops;
        record.lead_days.push_back(days_between(first_[i], gap.until));
      }
    }
  }

 private:
  void take(std::size_t i, bool speaks, Date day) {
    const Gap& gap = all_[at_];
    const bool counts = day >= gap.from && day < gap.until;
    if (speaks && counts && !first_[i]) first_[i] = flags_[i] ? gap.from : day;
    if (speaks && !flags_[i] && counts && gap.outcome == Outcome::met_again) ++sums_.watched[i].alarms;
    flags_[i] = speaks;
  }

  static std::size_t number_of(const Rule& rule) {
    const auto rules = all_rules();
    return static_cast<std::size_t>(std::ranges::find(rules, &rule) - rules.begin());
  }

  const Case& subject_;
  const std::vector<Gap>& all_;
  Backtest& sums_;
  std::size_t at_ = 0;
  /// Whether it spoke at the look before.
  std::vector<bool> flags_;
  /// When it first spoke in the gap at hand.
  std::vector<Date> first_ = std::vector<Date>(flags_.size());
};

void add_life(const History& history, const std::vector<Gap>& all, Date today, Backtest& sums) {
  const Gap& last = all.back();
  const bool is_closed = history.is_closed(today);
  const bool has_faded = !is_closed && last.outcome == Outcome::stopped;
  sums.closed += is_closed;
  sums.faded += has_faded;
  const Date end = is_closed ? history.closed : has_faded ? last.from : today;
  sums.lives.push_back({std::max(1, days_between(history.started, end)), is_closed || has_faded});
}

}  // namespace

std::vector<Gap> gaps(const History& history, Date today, double cadence_days) {
  std::vector<Gap> all;
  Clock clock;
  clock.set(history, today);
  const bool is_closed = history.is_closed(today);
  const Date end = is_closed ? history.closed : today;
  const auto add = [&](Date from, Date to, bool is_last) {
    const double cadence = std::max(kShortestCadenceDays, history.cadence_on(from, today) > 0 ? history.cadence_on(from, today) : cadence_days);
    const auto is_long = static_cast<int>(std::min<double>(kDormantToDays, std::max<double>(kDormantFromDays, kDormantCadences * cadence)));
    const Date long_silent = first_day_available(clock, from, to, is_long);
    Gap gap{from, to, Outcome::met_again, long_silent ? long_silent : to};
    if (long_silent || (is_last && is_closed && !ended_well(history)))
      gap.outcome = Outcome::stopped;
    else if (is_last)
      gap.outcome = is_closed ? Outcome::ended_well : Outcome::undecided;
    all.push_back(gap);
  };
  Date from = history.started;
  for (const Slot& slot : history.slots) {
    if (!slot.is_held() || slot.known > today || slot.day <= from || slot.day > end) continue;
    add(from, slot.day, false);
    from = slot.day;
  }
  add(from, std::max(from, end), true);
  return all;
}

void Backtest::add(const Backtest& other) {
  relationships += other.relationships;
  for (std::size_t i = 0; i < by_outcome.size(); ++i) by_outcome[i] += other.by_outcome[i];
  days_met_again += other.days_met_again;
  watched.resize(std::max(watched.size(), other.watched.size()));
  for (std::size_t i = 0; i < other.watched.size(); ++i) {
    watched[i].stops += other.watched[i].stops;
    watched[i].met_again += other.watched[i].met_again;
    watched[i].alarms += other.watched[i].alarms;
    watched[i].lead_days.insert(watched[i].lead_days.end(), other.watched[i].lead_days.begin(), other.watched[i].lead_days.end());
  }
  lives.insert(lives.end(), other.lives.begin(), other.lives.end());
  closed += other.closed;
  faded += other.faded;
}

void add_backtest(const Case& subject, Backtest& sums) {
  const History& history = subject.history;
  sums.watched.resize(kFirstRule + all_rules().size());
  if (!history.started || history.started > subject.today) return;
  ++sums.relationships;
  const std::vector<Gap> all = gaps(history, subject.today, subject.assessment.rhythms.cadence);
  for (const Gap& gap : all) {
    ++sums.by_outcome[static_cast<std::size_t>(gap.outcome)];
    if (gap.outcome == Outcome::met_again) sums.days_met_again += days_between(gap.from, gap.to);
  }
  add_life(history, all, subject.today, sums);
  Watch watch{subject, all, sums};
  Replay{history}.watch(subject.today, [&watch](const Assessment& assessment) { watch.look(assessment); });
  watch.settle();
}

}  // namespace mentor
