#include "commands/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fnv.hpp"
#include "base/unicode.hpp"
#include "practice/axes.hpp"
#include "rules/forecast.hpp"
#include "rules/method.hpp"
#include "rules/phase.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// The line of a place, and its column there.
struct Where {
  std::string_view line;
  std::uint32_t column = 1;
};

Where find(const Source& source, Place place) {
  const std::string_view text = source.text;
  const std::size_t offset = std::min<std::size_t>(place.offset, text.size());
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  std::size_t end = std::min(text.find('\n', offset), text.size());
  if (end > begin && text[end - 1] == '\r') --end;
  return {text.substr(begin, end - begin), static_cast<std::uint32_t>(code_points(text.substr(begin, offset - begin))) + 1};
}

std::string origin(const Limit& limit, const Settings& settings) {
  const Settings::Choice* const choice = settings.origin(limit);
  if (choice == nullptr) return std::string(name(limit.origin));
  return choice->line == 0 ? "--set" : fmt::format("mentor.yaml:{}", choice->line);
}

std::string origin(const Pair& pair, const Finding& finding) {
  if (finding.limit_place.line != 0) return fmt::format("{}:{}", pair.sources[finding.limit_place.file].path, finding.limit_place.line);
  if (!finding.limit_origin.empty()) return std::string(finding.limit_origin);
  return origin(*finding.limit, pair.subject.settings);
}

/// All that does not lie in a file.
Item item(const Finding& finding, std::string origin, Text id) {
  Item out;
  out.rule = finding.rule->id;
  out.severity = *finding.severity;
  out.party = finding.party;
  out.message = finding.message;
  if (finding.limit != nullptr) out.limit = LimitShown{finding.limit->key, finding.limit_value, finding.limit->unit, std::move(origin)};
  out.repair = finding.repair;
  out.fingerprint = fingerprint(finding, id);
  return out;
}

}  // namespace

std::string id_of(const Relationship& relationship) { return std::string(relationship.id.raw()); }

Mark mark(const Pair& pair, Place place) {
  if (place.line == 0) return {};
  return {pair.sources[place.file].path, place.line, 0};
}

bool is_markdown(const Pair& pair, Place place) { return pair.sources[place.file].path.ends_with(".md"); }

Message people(const Relationship& relationship) {
  const auto name = [](const Person& person) { return person.name.empty() ? Text{"(not named)"} : person.name; };
  return say("{} and {}", name(relationship.mentor), name(relationship.mentee));
}

Item item(const Pair& pair, const Finding& finding) {
  Item out = item(finding, finding.limit == nullptr ? std::string{} : origin(pair, finding), pair.relationship.id);
  const Where where = find(pair.sources[finding.place.file], finding.place);
  out.mark = mark(pair, finding.place);
  out.mark.column = where.column;
  if (!names_private(where.line)) out.excerpt = where.line.substr(0, 4096);
  out.marked =
      static_cast<std::uint32_t>(code_points(where.line)) - std::min<std::uint32_t>(where.column - 1, static_cast<std::uint32_t>(code_points(where.line)));
  for (const Evidence& evidence : finding.evidence) out.evidence.push_back({mark(pair, evidence.place), evidence.date, evidence.what});
  std::ranges::stable_sort(out.evidence, {}, &EvidenceLine::date);
  return out;
}

Item item(const Finding& finding, std::span<const Enrolled> enrolled, const Settings& settings) {
  const auto at = [&](Place place) { return Mark{enrolled[place.file].path, place.line, 1}; };
  Item out = item(finding, finding.limit == nullptr ? std::string{} : origin(*finding.limit, settings), Text{});
  out.mark = at(finding.place);
  for (const Evidence& evidence : finding.evidence) out.evidence.push_back({at(evidence.place), evidence.date, evidence.what});
  std::ranges::stable_sort(out.evidence, {}, &EvidenceLine::date);
  return out;
}

Item item(const Problem& problem) {
  Item out;
  out.rule = problem.kind->id;
  out.severity = problem.kind->severity;
  out.message = problem.message;
  out.mark = {problem.path, problem.line, problem.column};
  out.excerpt = problem.excerpt;
  out.marked = problem.marked;
  out.repair = problem.repair;
  // kind, file and line as written
  out.fingerprint = fmt::format("{:016x}", fnv1a(problem.excerpt, fnv1a(problem.path, fnv1a(problem.kind->id))));
  return out;
}

MarkedDate last_contact(const Pair& pair) {
  MarkedDate out;
  const Date today = pair.subject.today;
  for (const Slot* const slot : pair.assessment().visible)
    if (slot->is_held() && (!out.date || slot->day >= out.date)) out = {slot->day, mark(pair, slot->meeting->place)};
  for (const ContactFacts& contact : pair.subject.history.contacts)
    if (contact.answered && contact.answered <= today && (!out.date || contact.answered > out.date))
      out = {contact.answered, mark(pair, contact.contact->place)};
  return out;
}

Date next_meeting(const Pair& pair) {
  const Booking* const booking = agreed_meeting(pair.subject.history, pair.subject.today);
  return booking == nullptr ? Date{} : booking->planned;
}

Message why(const Pair& pair) { return why(pair.relationship, pair.assessment()); }

Message why(const Relationship& relationship, const Assessment& a) {
  using enum Assessment::Ground;
  switch (a.ground) {
    case none:
      if (!a.silence.ever_held) return say("no meeting is noted yet, and the odds are still good");
      return say("silent for {:.1f} cadences; {}, and its signs do not add up to an alarm", a.silence.cadences, odds(a.points.total));
    case closing_recorded:
      return say("the closing is noted");
    case end_decided:
      return say("the end was decided on {}", iso(relationship.closing.decided));
    case goals_closed:
      return say("all goals are settled");
    case end_reached:
      return say("the agreed end of {} is reached", iso(relationship.until));
    case end_near:
      return say("the agreed end of {} is near", iso(relationship.until));
    case meetings_reached:
      return say("{} held, as many as were planned", counted(a.silence.held, "meeting"));
    case issue_settled:
      return say("a situational pair that has met {} times and is silent now", a.silence.held);
    case pause:
      return say("an announced pause");
    case silence:
      return say("silent for {:.1f} cadences; {}", a.silence.cadences, odds(a.points.total));
    case held_over:
      return say("no meeting since the stall was found; {}", odds(a.points.total));
    case drift:
      return say("its recorded signs add up to {:.1f} points; the alarm level is {:.1f}", a.drift, a.drift_level);
    case drift_held_over:
      return say("its signs still add up to {:.1f} points; it clears below {:.1f}", a.drift, method::kDriftClear * a.drift_level);
    case both_sums:
      if (a.slide.empty()) return say("silent for {:.1f} cadences; {}", a.silence.cadences, odds(a.points.total));
      return say("silent for {:.1f} cadences, and its signs add up to {:.1f} points; together they are an alarm", a.silence.cadences, a.drift);
    case slots_missed:
      return say("{} agreed slots passed without a meeting", static_cast<int>(a.silence.cadences));
    case not_met_yet:
    case few_meetings:
      return say("too few meetings are noted to say anything");
  }
  return {};
}

std::vector<Fact> contract_facts(const Pair& pair) {
  const Relationship& r = pair.relationship;
  const Assessment& a = pair.assessment();
  std::vector<std::string_view> not_judged;
  for (const Rule* const rule : pair.checked.not_judged) not_judged.push_back(rule->id);
  const auto word_or_null = [](std::string_view word) { return word.empty() ? FactValue{} : FactValue{word}; };
  const MarkedDate contact = last_contact(pair);
  return {
      {"mentor", "", Message{say("{}", r.mentor.name)}},
      {"mentee", "", Message{say("{}", r.mentee.name)}},
      {"state", "", name(a.state)},
      {"since", "", a.since},
      {"phase", "", word_or_null(word(phase_of(pair.subject).phase))},
      {"party", "", word_or_null(word(a.party))},
      {"p_stopped", "", a.is_judged() ? FactValue{a.points.p_stopped} : FactValue{}},
      {"last_contact", "", contact.date ? FactValue{contact} : FactValue{}},
      {"next_meeting", "", next_meeting(pair)},
      {"not_judged", "", not_judged},
  };
}

Message phase(const Pair& pair) {
  const PhaseFound found = phase_of(pair.subject);
  if (found.phase == Phase::unset) return say("not to be told: {}", found.reason);
  const std::string_view name = phase_word(found.phase, pair.programme.phases);
  return found.since ? say("{} since {}: {}", name, iso(found.since), found.reason) : say("{}: {}", name, found.reason);
}

Block axes_block(const Pair& pair) {
  Block block{"axes", "Clarity of purpose and depth of rapport, where they changed", {}};
  for (const AxesPoint& point : axes_over_time(pair.subject)) {
    const std::string_view disconnect = point.has_open_disconnect ? "  a disconnect is open" : "";
    block.lines.push_back({point.day, say("purpose {}  rapport {}{}", picture(point.purpose), picture(point.rapport), disconnect), {}, {}});
    block.lines.back().facts = {{"purpose", "", count_there(point.purpose)},
                                {"rapport", "", any_noted(point.rapport) ? FactValue{count_there(point.rapport)} : FactValue{}},
                                {"disconnect", "", point.has_open_disconnect}};
  }
  if (!block.lines.empty())
    block.intro =
        say("# there  . not there  - not noted. Purpose: a sentence, a goal, a horizon, a measure. Rapport: pulses of 4 or more, presence of 4 or more, "
            "three rungs of the ladder talked about, thanks or feedback.");
  return block;
}

Block silenced_block(const Pair& pair) {
  Block block{"silenced", "Silenced", {}, Layout::bullets};
  for (const Silenced& silenced : pair.checked.silenced) {
    const bool is_hidden = may_be_private(pair.sources[silenced.place.file], silenced.place.offset);
    Line& line = block.lines.emplace_back();
    line.text = say("{}: {}", silenced.finding.rule->id, silenced.finding.message);
    line.mark = mark(pair, silenced.place);
    line.facts = {{"rule", "", silenced.finding.rule->id},
                  {"reason", "why", is_hidden ? say("not shown here") : say("{}", silenced.reason)},
                  {"until", "until", silenced.until ? FactValue{silenced.until} : FactValue{}}};
  }
  return block;
}

int urgency(const Pair& pair) {
  const Assessment& a = pair.assessment();
  return static_cast<int>(a.state) * 10000 - static_cast<int>(a.is_judged() ? a.points.p_stopped * 1000 : 0);
}

}  // namespace mentor
