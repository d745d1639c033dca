#include "rules/recent.hpp"

#include "rules/wording.hpp"

namespace mentor {
namespace {

Message detail(const Slot& slot) {
  const Meeting& meeting = *slot.meeting;
  if (!meeting.notice.recorded()) return say("{}", word(slot.status));
  const int minutes = meeting.notice.minutes;
  return say("{}, {} before", word(slot.status),
             minutes < 120    ? counted(minutes, "minute")
             : minutes < 2880 ? counted(minutes / 60, "hour")
                              : counted(minutes / 1440, "day"));
}

void add_finding(const Case& c, const std::vector<const Slot*>& slots, const Incident& incident, Party party, int entries, const Limit& limit,
                 double limit_value, std::string_view repair, Findings& findings) {
  Finding finding;
  finding.party = party;
  const std::string count = fmt::format("{} of the last {} entries", slots.size(), entries);
  finding.message = party == Party::mentor || party == Party::mentee ? say("{} {} by {}", count, incident.verb, name_of(c.relationship, party))
                                                                     : say("{} {}", count, incident.verb);
  finding.place = slots.back()->meeting->place;
  for (const Slot* const slot : slots) finding.evidence.push_back({slot->meeting->place, slot->meeting->date, detail(*slot)});
  finding.limit = &limit;
  finding.limit_value = limit_value;
  finding.repair = say("{}", repair);
  finding.subject = fmt::format("{} {}", word(party), iso(slots.front()->day));
  findings.push_back(std::move(finding));
}

}  // namespace

void find_incidents(const Case& c, const Incident& incident, int window, const Limit& at_least, const Limit& at_least_together, std::string_view repair,
                    Findings& findings) {
  const auto& visible = c.assessment.visible;
  const std::size_t first = visible.size() > static_cast<std::size_t>(window) ? visible.size() - static_cast<std::size_t>(window) : 0;
  const int entries = static_cast<int>(visible.size() - first);
  std::vector<const Slot*> all, of_mentor, of_mentee;
  for (std::size_t i = first; i < visible.size(); ++i) {
    const Slot& slot = *visible[i];
    if (!incident.is_one(slot) || slot.by == Party::external) continue;
    all.push_back(&slot);
    if (slot.by == Party::mentor || slot.by == Party::both) of_mentor.push_back(&slot);
    if (slot.by == Party::mentee || slot.by == Party::both) of_mentee.push_back(&slot);
  }
  const auto limit = static_cast<std::size_t>(c.count(at_least));
  bool any = false;
  for (const auto& [party, slots] : {std::pair{Party::mentor, &of_mentor}, {Party::mentee, &of_mentee}}) {
    if (slots->empty() || slots->size() < limit) continue;
    add_finding(c, *slots, incident, party, entries, at_least, c.limit(at_least), repair, findings);
    any = true;
  }
  const double together = c.limit(at_least_together);
  if (!any && !all.empty() && static_cast<double>(all.size()) >= together)
    add_finding(c, all, incident, Party::unset, entries, at_least_together, together, repair, findings);
}

}  // namespace mentor
