// How a verdict was reached: the points of both sums as columns that add up exactly as they are printed, and what was left out.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands/describe.hpp"
#include "commands/show.hpp"
#include "rules/evidence.hpp"
#include "rules/method.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// Rounds the figures of a column to tenths so that they add up to the last one, which is their sum: each gets what the rounded sum grows by.
void let_add_up(Block& block) {
  double sum = 0;
  long printed = 0;
  for (std::size_t i = 0; i + 1 < block.lines.size(); ++i) {
    sum += *block.lines[i].figure;
    const long rounded = std::lround(sum * 10);
    block.lines[i].figure = static_cast<double>(rounded - printed) / 10;
    printed = rounded;
  }
  if (!block.lines.empty()) block.lines.back().figure = static_cast<double>(printed) / 10;
}

Message words(SilenceFact::Kind kind) {
  using enum SilenceFact::Kind;
  switch (kind) {
    case after_pause:
      return say("a pause ended, and no meeting since");
    case unanswered:
      return say("a message without an answer");
    case open:
      return say("somebody did not come, and no meeting since");
    case passed:
      return say("the agreed date passed without an entry");
    case moved:
      return say("a date was moved: they are in touch");
    case external:
      return say("a reason from outside was given: they are in touch");
    case answered:
      return say("a message was answered");
    case booked_ahead:
      return say("a date ahead is agreed");
  }
  return {};
}

/// The facts of the meantime, and what the caps take off again.
void add_facts(const Pair& pair, Block& block) {
  const Assessment& a = pair.assessment();
  const SilencePoints& p = a.points;
  double sum = 0;
  for (const SilenceFact& fact : facts_since(pair.subject.history, a.visible, a.rhythms, a.silence, a.asof)) {
    block.lines.push_back({fact.date, words(fact.kind), fact.points, mark(pair, fact.place)});
    sum += fact.points;
  }
  const double capped = p.after_pause + p.unanswered + p.open + p.passed + p.in_touch + p.answered + p.booked_ahead;
  if (sum > capped + .05) block.lines.push_back({{}, say("of several of a kind only so much counts"), capped - sum, {}});
  const double counted_now = p.total - p.base;
  if (capped > counted_now + .05) block.lines.push_back({{}, say("so soon after a meeting this does not speak against the pair"), counted_now - capped, {}});
}

/// What of the time since the last meeting was a pause or a holiday.
void add_breaks(const Pair& pair, Block& block) {
  const Date today = pair.subject.today, since = pair.assessment().silence.since;
  for (const std::vector<Break>* list : {&pair.subject.history.holidays, &pair.subject.history.pauses})
    for (const Break& time_off : *list)
      if (time_off.to > since && time_off.from <= today && time_off.known <= today)
        block.lines.push_back({time_off.from,
                               say("silence until {}: {}, and {} to find back", iso(time_off.to),
                                   list == &pair.subject.history.pauses ? "a pause" : "a holiday", days(pair.subject.history.grace_of(time_off))),
                               {},
                               {}});
}

/// Where the figure beforehand comes from, when the programme counted its own.
std::string counted_in(const Programme& programme) {
  const Counted& own = programme.counted;
  if (!has_counted(programme) || own.ended_early.value < 0) return {};
  return fmt::format(", as counted of {} relationships (mentor.yaml:{})", own.relationships.value, own.place.line);
}

}  // namespace

std::string silent_for(const Pair& pair) {
  const Silence& silence = pair.assessment().silence;
  const int all = days_between(silence.since, pair.subject.today);
  const int for_writing = std::min(silence.delay_days, all), off = all - for_writing - silence.days;
  std::string out = days(all);
  if (off > 0) out += fmt::format(", less {} of breaks", off);
  if (for_writing > 0) out += fmt::format("{} {} for writing it down", off > 0 ? " and" : ", less", for_writing);
  return out;
}

Block silence_ledger(const Pair& pair) {
  const Assessment& a = pair.assessment();
  const SilencePoints& p = a.points;
  Block block{"silence", "Has it stopped? (10 points: ten times as likely)", {}};
  const auto add = [&](double figure, Message text) { block.lines.push_back({{}, std::move(text), figure, {}}); };
  add(evidence::points(p.prior),
      say("before any silence: {} in 1000 pairs stop after a given meeting{}", std::lround(p.prior * 1000), counted_in(pair.programme)));
  add(-evidence::points(p.chance), say("silent for {}, {:.1f} cadences: {} of pairs like this one are, while still going", silent_for(pair), a.silence.cadences,
                                       p.chance >= .0095 ? fmt::format("{:.0f} in 100", p.chance * 100) : std::string("fewer than 1 in 100")));
  if (p.never_met != 0) add(p.never_met, say("they have not met yet: more such pairs never begin than stop after a meeting"));
  add_facts(pair, block);
  const double level = pair.subject.history.levels.stalled;
  add(p.total, say("in all: {}{}", odds(p.total), p.total >= level ? fmt::format("; stalled from {:+.1f}", level) : std::string{}));
  let_add_up(block);
  return block;
}

Block drift_ledger(const Pair& pair) {
  const Assessment& a = pair.assessment();
  Block block{"drift", "Is it sliding?", {}};
  for (const SlotPoints& slot : a.slide) {
    std::string parts;
    for (const SignPoints& part : slot.parts)
      parts += fmt::format("{}{} {:+.1f}", parts.empty() ? "" : ", ", name(part.sign, part.good), std::fabs(part.points) < .05 ? 0.0 : part.points);
    block.lines.push_back({slot.slot->meeting->date,
                           say("{} ({}){}", word(slot.slot->status), parts, slot.added < slot.points - .05 ? "; the sum has reached its cap" : ""), slot.added,
                           mark(pair, slot.slot->meeting->place)});
  }
  if (a.drift_open > 0) {
    const Message gap = say("the open gap");
    block.lines.push_back({{}, a.overdue_counted == 0 ? gap : say("{}, and {} overdue", gap, counted(a.overdue_counted, "action")), a.drift_open, {}});
  }
  if (!block.lines.empty()) block.lines.push_back({{}, say("the sum now; the alarm level is {:.1f}", a.drift_level), a.drift, {}});
  let_add_up(block);
  return block;
}

Block not_counted(const Pair& pair) {
  Block block{"not_counted", "Not counted", {}};
  for (const Meeting& meeting : pair.relationship.meetings) {
    if (!meeting.date)
      block.lines.push_back({{}, say("a meeting without a settled date"), {}, mark(pair, meeting.place)});
    else if (meeting.is_unclear && meeting.date <= pair.subject.today)
      block.lines.push_back({meeting.date, say("what became of it cannot be read"), {}, mark(pair, meeting.place)});
    else if (meeting.status == Status::planned && meeting.date <= pair.subject.today)
      block.lines.push_back({meeting.date, say("planned: not known yet what became of it"), {}, mark(pair, meeting.place)});
  }
  add_breaks(pair, block);
  return block;
}

Block not_judged(const Pair& pair) {
  Block block{"not_judged_because", "Not judged", {}, Layout::bullets};
  for (const Rule* const rule : pair.checked.not_judged) {
    const auto first = std::ranges::find(pair.checked.not_judged, rule->needs, &Rule::needs);
    if (*first != rule) continue;
    std::string rules;
    for (const Rule* const each : pair.checked.not_judged)
      if (each->needs == rule->needs) rules += (rules.empty() ? "" : ", ") + std::string(each->id);
    block.lines.push_back({{}, say("{}: the journal does not note {}", rules, in_words(rule->needs)), {}, {}});
  }
  return block;
}

}  // namespace mentor
