#include "commands/explain_pair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands/ahead.hpp"
#include "commands/describe.hpp"
#include "commands/show.hpp"
#include "rules/chance.hpp"
#include "rules/forecast.hpp"
#include "rules/method.hpp"
#include "rules/method_words.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

Line sentence(Message text, Mark mark = {}) { return {{}, std::move(text), {}, std::move(mark)}; }

/// Which step of the method decided.
Message step_that_decided(const Pair& pair) {
  const std::vector<StateStep> steps = state_steps(pair.subject.history.levels);
  const auto at = std::ranges::find(steps, pair.assessment().ground, &StateStep::ground);
  if (at + 1 == steps.end()) return say("None of the {} steps that come before it holds (`mentor explain method` lists them).", steps.size() - 1);
  return say("It is step {} of the {} in `mentor explain method`, and the first that holds: {}.", at - steps.begin() + 1, steps.size(), at->holds);
}

Block the_state(const Pair& pair) {
  const Assessment& a = pair.assessment();
  Block block{"state_because", "The state", {}, Layout::bullets};
  block.lines.push_back(sentence(say("{} since {}: {}.", name(a.state), iso(a.since), why(pair))));
  block.lines.push_back(sentence(step_that_decided(pair)));
  if (a.revived) block.lines.push_back(sentence(say("It had stopped, and was found to meet again on {}.", iso(a.revived))));
  return block;
}

/// What came after the last contact and is none.
void add_no_contacts(const Pair& pair, Date last, Block& block) {
  const Date today = pair.subject.today;
  for (const Slot* const slot : pair.assessment().visible)
    if (!slot->is_held() && slot->day > last)
      block.lines.push_back({slot->day, say("{}: no meeting was held", word(slot->status)), {}, mark(pair, slot->meeting->place)});
  for (const ContactFacts& contact : pair.subject.history.contacts)
    if (contact.date > last && contact.date <= today && !(contact.answered && contact.answered <= today))
      block.lines.push_back(
          {contact.date, say("a message from {}: no answer is noted", name_of(pair.relationship, contact.from)), {}, mark(pair, contact.contact->place)});
  std::ranges::stable_sort(block.lines, {}, &Line::date);
}

Block the_last_contact(const Pair& pair) {
  Block block{"last_contact_because", "The last contact, and what came after it that is none", {}};
  const MarkedDate last = last_contact(pair);
  add_no_contacts(pair, last.date, block);
  Line first{last.date, say("the last meeting held, or message answered"), {}, last.mark};
  if (!last.date) first = {pair.assessment().silence.since, say("nothing is noted yet: the clock begins here"), {}, {}};
  block.lines.insert(block.lines.begin(), std::move(first));
  return block;
}

/// Where the rhythm in force is written, or how else it was found.
Line origin_of_rhythm(const Pair& pair) {
  const Rhythms& r = pair.assessment().rhythms;
  if (!r.is_agreed && r.cadence == method::kDefaultCadenceDays)
    return sentence(say("No rhythm is agreed: {} are assumed (judgement). A line `cadence:` says what the two mean to do.", days(r.cadence)));
  if (!r.is_agreed) return sentence(say("No rhythm is agreed: {} is the middle one of the pair's own gaps.", days(r.cadence)));
  const CadenceStep* step = nullptr;
  for (const CadenceStep& each : pair.relationship.cadence)
    if (!each.from || each.from <= pair.subject.today) step = &each;
  if (step == nullptr || step->place.line == 0) return sentence(say("The rhythm is that of `defaults:` in mentor.yaml."));
  return sentence(say("The rhythm is the one that was agreed."), mark(pair, step->place));
}

Block the_rhythm(const Pair& pair) {
  Block block{"rhythm_because", "The rhythm", {}, Layout::bullets};
  block.lines.push_back(sentence(say("{}.", rhythm(pair))));
  block.lines.push_back(origin_of_rhythm(pair));
  return block;
}

Block the_silence(const Pair& pair) {
  const Assessment& a = pair.assessment();
  const Levels& at = pair.subject.history.levels;
  Block block{"silence_because", "The silence", {}, Layout::bullets};
  // as Replay measures it: a first meeting may take a while to come about
  const double measured_by = a.silence.ever_held ? a.rhythms.cadence : std::max<double>(method::kFirstMeetingDays, a.rhythms.cadence);
  const std::string silent = silent_for(pair);
  const std::string counting = silent == days(a.silence.days) ? silent : fmt::format("{}: {} count", silent, days(a.silence.days));
  block.lines.push_back(sentence(say("From {} to {} it is {}. That is {:.1f} cadences of {}.", iso(a.silence.since), iso(pair.subject.today), counting,
                                     a.silence.cadences, days(measured_by))));
  block.lines.push_back(sentence(say("The silence sum is {:+.1f}: {}. Its level is {:+.1f}; a pair that is stalled stays so down to {:+.1f}.", a.points.total,
                                     odds(a.points.total), at.stalled, at.hold)));
  return block;
}

Block the_drift(const Pair& pair) {
  const Assessment& a = pair.assessment();
  const Levels& at = pair.subject.history.levels;
  Block block{"drift_because", "The drift", {}, Layout::bullets};
  const std::string_view open = a.overdue_counted > 0 ? "the open gap and overdue actions" : "the open gap";
  const std::string entries = a.slide.empty() ? "no entry"
                                              : fmt::format("{} since {}", a.slide.size() == 1 ? "one entry" : fmt::format("{} entries", a.slide.size()),
                                                            iso(a.slide.front().slot->day));
  block.lines.push_back(
      sentence(say("The drift sum is {:.1f}: {:.1f} from {}, and {:.1f} from {}. Its level is {:.1f}; a pair in trouble is clear below {:.1f}.", a.drift,
                   a.drift - a.drift_open, entries, a.drift_open, open, a.drift_level, method::kDriftClear * a.drift_level)));
  block.lines.push_back(sentence(
      say("Both together, the silence sum and {:g} times the drift sum, are {:+.1f}. Their level is {:+.1f}, from a silence of {} on.", method::kDriftShare,
          a.points.total + method::kDriftShare * a.drift, at.both, days(std::ceil(method::kShortestSilence * a.rhythms.cadence)))));
  if (const Message chance = beside_chance(pair); !chance.empty()) block.lines.push_back(sentence(say("{}.", chance)));
  block.lines.push_back(sentence(say("`mentor show {}` has both sums line by line, as columns that add up.", pair.relationship.id)));
  return block;
}

/// "1 date", "2 dates".
std::string_view unit_of(const LimitShown& limit) {
  const bool is_one = limit.value == 1 && limit.unit.ends_with('s');
  return limit.unit.substr(0, limit.unit.size() - (is_one ? 1 : 0));
}

Block the_findings(const Pair& pair) {
  Block block{"findings_because", "Findings, and the limits they passed", {}, Layout::bullets};
  for (const Finding& finding : pair.checked.findings) {
    Item shown = item(pair, finding);
    Line& line = block.lines.emplace_back(sentence(say("{}[{}]: {}", name(shown.severity), shown.rule, shown.message), {shown.mark.path, shown.mark.line, 0}));
    if (shown.limit) line.facts = {{"limit", "limit", say("{:g} {} ({})", shown.limit->value, unit_of(*shown.limit), Text{shown.limit->origin})}};
  }
  return block;
}

/// Rules without notes to judge by, by what they need, and where to see how that is noted.
Block the_unjudged(const Pair& pair) {
  Block block = not_judged(pair);
  block.heading = "Not judged, for want of notes";
  block.intro = say("Each may stay so. `mentor explain` with the name of the rule shows a journal that notes it.");
  return block;
}

}  // namespace

std::optional<Section> explain_pair(const Pair& pair) {
  Section section;
  section.id = id_of(pair.relationship);
  section.heading = say("{}: {}", pair.relationship.id, people(pair.relationship));
  section.blocks = {the_state(pair), the_last_contact(pair), the_rhythm(pair)};
  // a match that is still to come has no silence
  if (pair.assessment().is_judged() && pair.assessment().silence.since <= pair.subject.today) {
    section.blocks.push_back(the_silence(pair));
    section.blocks.push_back(the_drift(pair));
  }
  section.blocks.push_back(not_counted(pair));
  section.blocks.push_back(the_findings(pair));
  section.blocks.push_back(outlook(pair));
  section.blocks.push_back(the_unjudged(pair));
  return section;
}

}  // namespace mentor
