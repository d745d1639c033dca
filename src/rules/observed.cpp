#include "rules/observed.hpp"

#include <algorithm>

#include "rules/recent.hpp"
#include "rules/wording.hpp"

namespace mentor {

bool find_low(const Case& c, const Observed& observed, const Limit& low, const Limit& meetings, Findings& findings) {
  const std::size_t before = findings.size();
  for (const Party party : {Party::mentor, Party::mentee}) {
    const auto value = [&](const Meeting& meeting) { return (meeting.*observed.field).of(party).value; };
    const auto last = last_noted(c, c.count(meetings), [&](const Meeting& meeting) { return value(meeting) != 0; });
    if (last.empty() || !std::ranges::all_of(last, [&](const Meeting* meeting) { return value(*meeting) <= c.limit(low); })) continue;
    Finding finding;
    finding.party = party;
    std::string ratings;
    for (const Meeting* const meeting : last) {
      if (value(*meeting) == 0) continue;
      ratings += fmt::format("{}{}", ratings.empty() ? "" : ", ", value(*meeting));
      finding.evidence.push_back({meeting->place, meeting->date, say("{} of 5 for {}", value(*meeting), name_of(c.relationship, party))});
    }
    finding.place = last.back()->place;
    finding.message = say("{}'s {} is noted as {} of 5 in the last meetings", name_of(c.relationship, party), observed.name, ratings);
    finding.limit = &low;
    finding.limit_value = c.limit(low);
    finding.repair = say("{}, and note the `{}:` of the next meeting", observed.repair, observed.name);
    finding.subject = std::string(word(party));
    findings.push_back(std::move(finding));
  }
  return findings.size() > before;
}

}  // namespace mentor
