#include "rules/concerns.hpp"

#include <algorithm>

#include "rules/wording.hpp"

namespace mentor {

Date last_step(const Concern& concern, Date today) {
  Date last;
  for (const Date day : {concern.raised.date, concern.talked, concern.renegotiated.date, concern.second_chance.date, concern.second_chance.answered})
    if (day && day <= today) last = std::max(last, day);
  return last;
}

bool is_waiting(const Concern& concern, Date today) {
  const Date raised = concern.raised.date;
  const bool is_talked_about = concern.talked && concern.talked <= today;
  return raised && raised <= today && !is_talked_about && last_step(concern, today) <= raised && !is_decided(concern, today);
}

bool is_decided(const Concern& concern, Date today) { return concern.decided.recorded() && (!concern.decided.date || concern.decided.date <= today); }

Finding at_concern(const Concern& concern) {
  Finding finding;
  finding.place = concern.place;
  finding.is_confidential = concern.is_confidential();
  const Party by = concern.raised.by;
  finding.author = by == Party::mentor || by == Party::mentee ? by : Party::unset;
  finding.subject = iso(concern.raised.date);
  return finding;
}

}  // namespace mentor
