#include "rules/method_words.hpp"

#include <fmt/format.h>

#include "rules/evidence.hpp"
#include "rules/method.hpp"
#include "rules/wording.hpp"

namespace mentor {

using namespace method;

std::vector<StateStep> state_steps(const Levels& levels) {
  using enum Assessment::Ground;
  static_assert(kShortestSilence == 1);
  const std::string is_long = "the silence is as long as the rhythm or longer";
  return {
      {closing_recorded, State::closed, "the closing is noted"},
      {pause, State::paused, "today lies in an announced pause"},
      {end_decided, State::closing, "the end is decided"},
      {goals_closed, State::closing, "there are goals, and all are settled"},
      {end_reached, State::closing, "the agreed end is reached"},
      {end_near, State::closing, "the agreed end is less than a cadence away, and the drift sum is below its level"},
      {meetings_reached, State::closing, "a situational pair has met as often as was planned"},
      {issue_settled, State::closing, fmt::format("a situational pair has met twice or more, and the silence sum reaches {:+.1f}", levels.hold)},
      {silence, State::stalled,
       fmt::format("{}, and the silence sum reaches {:+.1f}; after {:g} cadences, at least {} and at most {} days, it is dormant", is_long, levels.stalled,
                   kDormantCadences, kDormantFromDays, kDormantToDays)},
      {held_over, State::stalled, fmt::format("it was stalled or dormant, has not met since, and the silence sum is still at {:+.1f} or more", levels.hold)},
      {not_met_yet, State::too_early, fmt::format("no meeting is held yet, and the match is younger than {}", days(kFirstMeetingDays))},
      {drift, State::drifting, fmt::format("there are {} entries or more, and the drift sum reaches its level", kFewestSlots)},
      {drift_held_over, State::drifting, fmt::format("it was in trouble, and the drift sum is still at {:.0f} % of its level or more", 100 * kDriftClear)},
      {both_sums, State::drifting, fmt::format("{}, and the silence sum with {:g} times the drift sum reaches {:+.1f}", is_long, kDriftShare, levels.both)},
      {slots_missed, State::drifting,
       fmt::format("the rhythm is agreed, {:g} cadences have passed without a meeting, and no date ahead is agreed", kMissedSlots)},
      {few_meetings, State::too_early, "fewer than two meetings are held, and no rhythm is agreed"},
      {none, State::on_track, "otherwise"},
  };
}

namespace {

MethodPart what_is_read() {
  return {"What is read",
          {"The entries of the journal and nothing else, each from the day on which it was known: a note that comes later changes no earlier verdict, and "
           "`--today` in the past gives the answer of that day. What a pair never notes counts neither for nor against it."}};
}

MethodPart the_clock() {
  return {
      "The clock",
      {fmt::format("Silence is counted in days that count. Announced pauses and holidays are taken out, and behind each of them up to {} (at most {:g} of the "
                   "rhythm, and never more than the break was long) to find back. So are the last days before today, for notes come late: {}, or "
                   "as many as cover {:.0f} % of the delays that the journal itself shows (`logged:`), {} at most.",
                   days(kGraceDays), kGraceCadences, days(kDelayDays), 100 * kDelayQuantile, days(kLongestDelayDays)),
       fmt::format("These days are divided by the rhythm of the pair, its cadence: the agreed one (`cadence:`), else the middle one of its own gaps once there "
                   "are three, else {}.",
                   days(kDefaultCadenceDays))}};
}

MethodPart the_points() {
  return {"Points",
          {fmt::format(
              "Evidence is counted in points that add up: {:.0f} points mean that something is twice as likely in a pair in trouble as in one that is well, "
              "{:.0f} points ten times. `mentor show PAIR` prints both sums as columns, each line with its place in the files.",
              evidence::points(2), evidence::points(10))}};
}

MethodPart the_silence_sum(const Prior& prior) {
  return {
      "The silence sum: has it stopped?",
      {fmt::format("It begins below zero: of pairs that go on, {:.1f} in 100 fall silent for good in a month, and the oftener a pair has met, the less it is "
                   "expected. To this comes how rare a silence of this length is in a pair that goes on, by its own last {} gaps: a regular pair is missed "
                   "sooner than an irregular one. An agreed rhythm counts as {:g} gaps of exactly that length, so that a new pair can be judged too; and "
                   "absences that nobody wrote down are allowed for ({:g} a year, of {} on average).",
                   100 * prior.silent_month, kWindowGaps, kImaginaryGaps, kAbsencesPerYear, days(kAbsenceDays)),
       fmt::format("Then what happened since the last meeting. A pause that is over: {:+g}. A message without an answer: {:+g} (all of them: {:+g} at most). A "
                   "missed meeting: {:+g} ({:+g}). An agreed date that passed without a note: {:+g} after {}, and more with each day ({:+g}). A date that was "
                   "moved: {:+g}; a reason from "
                   "outside: {:+g}; an answered message: {:+g}; a date ahead within {:g} cadences: {:+g}. A pair that has not met yet: {:+g}.",
                   kAfterPause, kUnanswered, kUnansweredCap, kNoShowOpen, kNoShowOpenCap, kPassed, days(kPassedDays), kPassedCap, kMovedSince, kExternalSince,
                   kAnswered, kBookedWithin, kBookedAhead, kNeverMet)}};
}

MethodPart the_drift_sum() {
  return {"The drift sum: is it sliding?",
          {fmt::format(
              "Each entry about a meeting adds the points of its signs: whether it took place as agreed, its length, agenda, feedback, actions done, goals "
              "moved, how it felt to each, and the gap before it. Each sign is held against what is usual in this very pair: what it never did "
              "does not speak against it. Good signs take points off, and the sum never falls below zero. One entry adds {:g} at most, and "
              "the sum stops {:g} above its level, so that a few good meetings clear it. The gap that is still open (up to {:g}) and overdue actions "
              "({:g} each, up to {:g}) are added for today alone.",
              kSlotCap, kMemoryCap, kOpenHigh, kOverdue, kOverdueCap)}};
}

MethodPart the_levels(const Programme& programme) {
  const Budgets allowed = budgets(programme);
  const Levels at = levels(programme);
  return {"The levels",
          {fmt::format(
               "They follow from the false alarms that are allowed. Of 100 pairs that go on for a year, {:g} may be called stalled and {:g} drifting without "
               "reason, at most. That puts the level of the silence sum at {:+.1f}, and that of the drift sum at {:.1f} for a pair that meets every "
               "{} and {:.1f} for one that meets every week. `false-alarms:` in mentor.yaml allows more or fewer; `mentor backtest` holds the "
               "promise against the past of the folder.",
               allowed.stalled, allowed.drifting, at.stalled, at.drifting(kDefaultCadenceDays), days(kDefaultCadenceDays), at.drifting(7)),
           fmt::format("A pair that slides and then falls silent is told before either sum reaches its level: {:g} times the drift sum is added to the silence "
                       "sum, and from {:+.1f} on the pair is drifting.",
                       kDriftShare, at.both)}};
}

MethodPart small_samples(const Prior& prior) {
  const SignPrior& kept = prior.signs[static_cast<std::size_t>(SignKind::kept)];
  const double imaginary = kept.good + kept.bad;
  return {"Few entries",
          {fmt::format(
              "What is usual begins with pairs at large, as so many imaginary entries ({:.0f} % of dates kept, as of {:g} entries), and gives way to the "
              "pair's own as they come; its first {} are taken for usual in any case. One of the two is named only when it is {:.0f} % sure that most of what "
              "went wrong lately is theirs.",
              100 * kept.good / imaginary, imaginary, kFirstSlots, 100 * kNamedAt)}};
}

MethodPart what_it_cannot_know() {
  return {
      "What it cannot know",
      {"Whether the two met and wrote nothing down; why they are silent; whether their meetings are any good. A pair that needs no notes looks like one that "
       "has stopped, which is why a finding says \"no meeting is noted\" and offers both answers: note the meeting, or note the pause. Points are odds for "
       "a relationship, never a mark for a person."}};
}

}  // namespace

std::vector<MethodPart> method_in_words(const Programme& programme) {
  const Prior prior = prior_of(programme);
  return {what_is_read(),  the_clock(),           the_points(),         the_silence_sum(prior),
          the_drift_sum(), the_levels(programme), small_samples(prior), what_it_cannot_know()};
}

}  // namespace mentor
