#include "rules/talks.hpp"

#include <algorithm>

namespace mentor {

Date last_talk(const Case& c) {
  const Relationship& r = c.relationship;
  Date last;
  const auto look_at = [&](Date day) {
    if (day && day <= c.today) last = std::max(last, day);
  };
  look_at(r.agreement.date);
  for (const Review& review : r.reviews) look_at(review.date);
  for (const Recommitment& recommitment : r.recommitments) look_at(recommitment.date);
  for (const Concern& concern : r.concerns) {
    if (concern.is_confidential()) continue;
    look_at(concern.talked);
    look_at(concern.renegotiated.date);
  }
  return last;
}

}  // namespace mentor
