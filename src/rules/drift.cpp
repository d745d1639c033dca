#include "rules/drift.hpp"

#include <algorithm>
#include <cmath>

#include "rules/evidence.hpp"
#include "rules/method.hpp"

namespace mentor {
namespace {

using namespace method;
using evidence::points;

/// The factors are the method's own, whatever was counted.
constexpr std::array<SignPrior, kLearnedSigns> kSigns = Prior{}.signs;

/// 10 log10 of the drift factor: what a good sign takes off the sum.
double good_points(SignKind kind) {
  static const std::array<double, kLearnedSigns> list = [] {
    std::array<double, kLearnedSigns> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = points(kSigns[i].factor);
    return out;
  }();
  return list[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view name(SignKind sign, bool good) {
  if (sign == SignKind::kept && !good) return "not as agreed";
  constexpr std::array<std::string_view, 10> kNames = {"held",   "agenda",         "feedback",       "actions", "goals",
                                                       "length", "mentor's pulse", "mentee's pulse", "gap",     "outside"};
  return kNames[static_cast<std::size_t>(sign)];
}

void Drift::reset() {
  sum_ = 0;
  slots_ = 0;
  rates_ = {};
  pending_.clear();
  means_ = {};
  pending_values_.clear();
  gaps_.clear();
  last_held_ = {};
  was_broken_ = false;
  slide_.clear();
}

double Drift::usual(SignKind kind) const {
  const SignPrior& prior = history_.prior.signs[static_cast<std::size_t>(kind)];
  const Rate& rate = rates_[static_cast<std::size_t>(kind)];
  return std::min(kHighestRate, (prior.good + rate.good) / (prior.good + prior.bad + rate.count));
}

double Drift::sign(SignKind kind, bool good) {
  pending_.emplace_back(kind, good);
  if (good) return good_points(kind);
  const double share = usual(kind);
  return std::min(kBadCap, points((1 - kSigns[static_cast<std::size_t>(kind)].factor * share) / (1 - share)));
}

void Drift::add(const Slot& slot, const DriftContext& context) {
  parts_.count = 0;
  if (slot.is_held())
    weigh_held(slot, context);
  else
    weigh_missed(slot);
  double total = 0;
  for (const SignPoints& part : parts_) total += part.points;
  total = std::min(kSlotCap, total);
  if (sum_ + total <= 0 || slots_ <= kFirstSlots) learn();
  if (sum_ + total <= 0) {
    sum_ = 0;
    slide_.clear();
    return;
  }
  if (sum_ == 0) slide_.clear();
  const double before = sum_;
  sum_ = std::min(sum_ + total, context.level + kMemoryCap);
  slide_.push_back({&slot, total, sum_ - before, sum_, parts_});
}

void Drift::learn() {
  for (const auto& [kind, good] : pending_) {
    Rate& rate = rates_[static_cast<std::size_t>(kind)];
    rate.good += good;
    ++rate.count;
  }
  pending_.clear();
  for (const auto& [kind, value] : pending_values_) {
    Mean& mean = mean_of(kind);
    mean.total += value;
    ++mean.count;
  }
  pending_values_.clear();
}

void Drift::measure(SignKind kind, double value, const MeasuredSign& how) {
  const Mean& own = mean_of(kind);
  const double mean = (how.usual * how.imaginary + own.total) / (how.imaginary + own.count);
  pending_values_.emplace_back(kind, value);
  const double points = std::clamp(how.slope * (mean - value - how.half_fall), how.low, how.high);
  put(kind, points <= 0, points);
}

void Drift::weigh_missed(const Slot& slot) {
  ++slots_;
  was_broken_ = true;  // the longer gap that follows is counted by this entry already
  if (slot.status == Status::cancelled && slot.by == Party::external) return put(SignKind::outside, true, 0);
  if (slot.status == Status::moved && !slot.short_notice) return put(SignKind::outside, true, 0, slot.by);
  put(SignKind::kept, false, sign(SignKind::kept, false) + (slot.status == Status::no_show ? kExtraNoShow : 0), slot.by);
}

void Drift::weigh_held(const Slot& slot, const DriftContext& context) {
  ++slots_;
  const Meeting& meeting = *slot.meeting;
  put(SignKind::kept, true, sign(SignKind::kept, true));
  if (last_held_) weigh_gap(slot, context);
  weigh_length(meeting);
  if (meeting.agenda_by != Party::unset) {
    const bool good = meeting.agenda_by != Party::none;
    put(SignKind::agenda, good, sign(SignKind::agenda, good));
  }
  weigh_pulses(meeting);
  if (meeting.feedback.recorded) {
    const bool good = !meeting.feedback.empty();
    put(SignKind::feedback, good, sign(SignKind::feedback, good));
  }
  if (last_held_) weigh_actions(slot, context);
  weigh_goals(slot, context);
  last_held_ = slot.day;
  was_broken_ = false;
}

void Drift::weigh_gap(const Slot& slot, const DriftContext& context) {
  const double agreed = history_.cadence_on(slot.day, context.asof);
  const double gap = std::max(.1, clock_.available(last_held_, slot.day) / (agreed > 0 ? agreed : context.cadence));
  const std::size_t window = std::min<std::size_t>(gaps_.size(), kWindowGaps);
  double total = 0;
  for (std::size_t i = gaps_.size() - window; i < gaps_.size(); ++i) total += gaps_[i];
  const double mean = (context.imaginary_gaps + total) / (context.imaginary_gaps + static_cast<double>(window));
  const double ratio = gap / mean;
  const double raw = 4.3429 * kSlowShape * (ratio * (1 - 1 / kSlowFactor) - std::log(kSlowFactor));
  const double value = std::max(kSlowLow, std::min(was_broken_ ? kSlowHighExplained : kSlowHigh, raw));
  put(SignKind::gap, value <= 0, value);
  gaps_.push_back(ratio < 1.5 ? gap : mean * 1.5);  // one slow gap must not become the new norm at once
}

void Drift::weigh_length(const Meeting& meeting) {
  const int planned = meeting.minutes.planned > 0 ? meeting.minutes.planned : history_.relationship->length.minutes;
  if (meeting.minutes.actual < 0 || planned <= 0) return;
  measure(SignKind::length, std::min(kLongestLength, static_cast<double>(meeting.minutes.actual) / planned), kLength);
}

void Drift::weigh_pulses(const Meeting& meeting) {
  for (const Party party : {Party::mentor, Party::mentee})
    if (const int value = meeting.pulse.of(party).value; value != 0)
      measure(party == Party::mentor ? SignKind::mentor_pulse : SignKind::mentee_pulse, value, kPulse);
}

void Drift::weigh_actions(const Slot& slot, const DriftContext& context) {
  double total = 0;
  int of_mentor = 0, of_mentee = 0;
  bool any = false;
  for (auto it = std::ranges::upper_bound(history_.actions, last_held_, {}, &ActionFacts::due); it != history_.actions.end() && it->due <= slot.day; ++it) {
    if (it->known > context.asof || it->created >= slot.day) continue;
    const bool done = it->done && it->done <= slot.day;
    total += sign(SignKind::action, done);
    any = true;
    of_mentor += !done && (it->owner == Party::mentor || it->owner == Party::both);
    of_mentee += !done && (it->owner == Party::mentee || it->owner == Party::both);
  }
  if (!any) return;
  const Party party = of_mentor > of_mentee ? Party::mentor : of_mentee > of_mentor ? Party::mentee : Party::unset;
  const double value = std::max(kActionsLow, std::min(kActionsHigh, total));
  put(SignKind::action, value <= 0, value, party);
}

void Drift::weigh_goals(const Slot& slot, const DriftContext& context) {
  if (!context.goals_are_used) return;
  const Date since = last_held_ ? last_held_ : history_.started - 1;
  bool any_open = false, moved = false;
  for (const GoalFacts& goal : history_.goals) {
    if (goal.created > slot.day || !goal.is_open(slot.day)) continue;
    any_open = true;
    const auto at = std::ranges::upper_bound(goal.progress, since);
    moved = at != goal.progress.end() && *at <= slot.day;
    if (moved) break;
  }
  if (any_open) put(SignKind::goal, moved, sign(SignKind::goal, moved));
}

}  // namespace mentor
