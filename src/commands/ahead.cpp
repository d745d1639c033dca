#include "commands/ahead.hpp"

#include <fmt/format.h>

#include "commands/describe.hpp"
#include "rules/chance.hpp"
#include "rules/course.hpp"
#include "rules/forecast.hpp"
#include "rules/outlook.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

std::string share(double chance) {
  if (chance < .0095) return "fewer than 1 in 100 pairs this regular are";
  return fmt::format("{:.0f} in 100 pairs this regular are", chance * 100);
}

/// What the two would do, as a subject for the words of effect().
Message deed(const Pair& pair, const Prospect& prospect) {
  const Assessment& a = pair.assessment();
  switch (prospect.act) {
    case Act::book:
      return say("a date agreed today, such as {},", iso(prospect.day));
    case Act::answer:
      return say("an answer to {}",
                 a.points.unanswered_count == 1 ? std::string("the open message") : fmt::format("the {} open messages", a.points.unanswered_count));
    case Act::tick:
      return say("ticking {}", a.overdue_counted == 1 ? std::string("the overdue action") : fmt::format("the {} overdue actions", a.overdue_counted));
    case Act::meet:
      return say("a meeting held today");
    case Act::meet_well:
      return prospect.meetings == 1 ? say("one good meeting") : say("{} good meetings on the rhythm, the last on {},", prospect.meetings, iso(prospect.day));
    case Act::set_goal:
      return say("a new goal");
    case Act::extend:
      return say("a later end");
  }
  return {};
}

Message effect(const Pair& pair, const Prospect& prospect) {
  const bool is_many = prospect.act == Act::meet_well && prospect.meetings > 1;
  if (prospect.leads_to == pair.assessment().state) return say("would not change the state by itself");
  if (prospect.leads_to == State::on_track) return say("{} to on-track", is_many ? "lead back" : "leads back");
  return say("{} to {}", is_many ? "lead" : "leads", name(prospect.leads_to));
}

std::string_view name(Act act) {
  constexpr std::string_view kNames[] = {"book", "answer", "tick", "meet", "meet-well", "set-goal", "extend"};
  return kNames[static_cast<std::size_t>(act)];
}

}  // namespace

Message rhythm(const Pair& pair) {
  const Assessment& a = pair.assessment();
  constexpr int kFewestGaps = 3;
  UsualGap usual = usual_gap(pair.subject.history, a);
  if (usual.gaps < kFewestGaps) usual = {};
  const std::string agreed = a.rhythms.is_agreed ? fmt::format("every {} agreed", days(a.rhythms.cadence))
                             : usual.gaps == 0   ? fmt::format("none agreed; {} assumed", days(a.rhythms.cadence))
                                                 : std::string("none agreed");
  if (usual.gaps == 0 || !a.is_judged()) return say("{}", agreed);
  const std::string range = usual.low == usual.high ? std::string{} : fmt::format(" ({} to {})", usual.low, usual.high);
  const std::string normally = fmt::format("{}; normally every {}{}, and it has been {}", agreed, days(usual.middle), range, a.silence.days);
  if (a.silence.days <= usual.high) return say("{}", normally);
  return say("{}: {} silent that long", normally, share(a.points.chance));
}

Message expected(const Pair& pair) {
  const Forecast next = forecast(pair.subject.history, pair.assessment());
  if (next.agreed) return say("{}", iso(next.agreed));
  if (!next.likely || !pair.assessment().is_judged()) return say("none agreed");
  return say("none agreed; if the pair goes on, about {} ({} to {})", iso(next.likely), iso(next.early), iso(next.late));
}

Line if_nothing_is_entered(const Pair& pair) {
  const Assessment& a = pair.assessment();
  const std::optional<Change> change = next_change(pair.subject.history, pair.subject.today, a.state);
  if (!change) return {{}, say("if nothing is entered, it stays {} for a year and more", name(a.state)), {}, {}};
  Line line{change->day, say("{} becomes {} if nothing is entered", name(a.state), name(change->state)), {}, {}};
  line.facts = {{"act", "", std::string_view("nothing")}, {"leads_to", "", name(change->state)}};
  return line;
}

Message beside_chance(const Pair& pair) {
  const DatesNotKept found = dates_not_kept(pair.assessment());
  if (found.count == 0) return {};
  return say("{} of the last {} {} not kept; at the usual rate of this pair, {:.0f} of 100 kept, chance alone brings {} at most", found.count,
             counted(found.dates, "date"), found.count == 1 ? "was" : "were", 100 * pair.assessment().usual_kept, found.by_chance);
}

Block outlook(const Pair& pair) {
  Block block{"outlook", "What would change it", {}};
  const Assessment& a = pair.assessment();
  if (a.state == State::closed) return block;
  block.lines.push_back(if_nothing_is_entered(pair));
  for (const Prospect& prospect : prospects(pair.relationship, pair.programme, a)) {
    Line line{{}, say("{} {}", deed(pair, prospect), effect(pair, prospect)), {}, {}};
    line.facts = {{"act", "", name(prospect.act)}, {"leads_to", "", name(prospect.leads_to)}};
    block.lines.push_back(std::move(line));
  }
  return block;
}

}  // namespace mentor
