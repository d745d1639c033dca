#include "rules/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "rules/method.hpp"

namespace mentor {
namespace {

constexpr std::size_t kGaps = 8;
constexpr int kFarthestDays = 3 * 366;
/// Time to find a day for those who are late; our judgement.
constexpr int kSoonDays = 7;

/// The first free day by which all but a `share` of the pairs that go on, silent as long as this one, have met again.
Date met_again_by(const History& history, const Assessment& now, const Clock& clock, double share) {
  const auto silent_on = [&](Date day) {
    const double days = clock.available(now.silence.since, day);
    return chance_of_silence(now.rhythms, days / now.rhythms.cadence, days, 1.0);
  };
  const double so_far = silent_on(now.asof);
  Date day = now.asof + 1;
  while (days_between(now.asof, day) < kFarthestDays && silent_on(day) > share * so_far) day = day + 1;
  return free_day(history, day, now.asof);
}

}  // namespace

UsualGap usual_gap(const History& history, const Assessment& now) {
  Clock clock;
  clock.set(history, now.asof);
  std::vector<int> gaps;
  for (std::size_t i = now.held.size(); i-- > 1 && gaps.size() < kGaps;)
    if (const int gap = clock.available(now.held[i - 1]->date, now.held[i]->date); gap > 0) gaps.push_back(gap);
  if (gaps.empty()) return {};
  std::ranges::sort(gaps);
  const auto at = [&gaps](double share) { return gaps[static_cast<std::size_t>(std::lround(share * static_cast<double>(gaps.size() - 1)))]; };
  return {static_cast<int>(gaps.size()), at(.5), at(.25), at(.75)};
}

const Booking* agreed_meeting(const History& history, Date asof) {
  const Date known = std::max(asof, history.started);
  const auto is_ahead = [&](const Booking& booking) {
    return booking.planned >= asof && booking.booked <= known && (!booking.settled || booking.settled > asof);
  };
  const auto at = std::ranges::find_if(history.bookings, is_ahead);
  return at == history.bookings.end() ? nullptr : &*at;
}

Forecast forecast(const History& history, const Assessment& now) {
  Forecast out;
  if (const Booking* const booking = agreed_meeting(history, now.asof)) {
    out.agreed = booking->planned;
    out.place = booking->place;
    return out;
  }
  if (!now.silence.ever_held) return out;
  Clock clock;
  clock.set(history, now.asof);
  out.early = met_again_by(history, now, clock, .9);
  out.likely = met_again_by(history, now, clock, .5);
  out.late = met_again_by(history, now, clock, .1);
  return out;
}

Proposal proposal(const History& history, const Assessment& now) {
  const Date soon = std::max(now.asof + kSoonDays, history.started);
  if (now.held.empty()) return {free_day(history, soon, now.asof), false};
  const Date in_rhythm = now.held.back()->date + static_cast<int>(now.rhythms.cadence);
  const Date likely = forecast(history, now).likely;
  const Date day = likely ? std::min(likely, in_rhythm) : in_rhythm;
  return day > now.asof ? Proposal{free_day(history, day, now.asof), true} : Proposal{free_day(history, soon, now.asof), false};
}

Date free_day(const History& history, Date day, Date asof) {
  const auto holds = [&](const Break& time_off) { return time_off.from <= day && day <= time_off.to; };
  const auto blocks = [&](const Break& pause) { return pause.known <= asof && holds(pause); };
  for (int i = 0; i < kFarthestDays && (std::ranges::any_of(history.holidays, holds) || std::ranges::any_of(history.pauses, blocks)); ++i) day = day + 1;
  return day;
}

}  // namespace mentor
