// What is due for a pair within some days, and for whom: dates, promises, reviews, and what the two meant to hear of each other later.
#pragma once
#include <string_view>
#include <vector>

#include "rules/check.hpp"

namespace mentor {

struct Reminder {
  /// The day it is due, or was.
  Date date;
  /// Whose it is; unset for both.
  Party who{};
  /// "meeting", "last-meeting", "passed", "action", "goal", "review", "pause-end", "snooze-end", "agreed-end", "follow-up"
  std::string_view kind;
  Message text;
  Place place;
};

/// By day; nothing confidential and nothing private is among them. In a pause only its end is told, of a closed relationship only the
/// follow-up; where all findings are snoozed, only dates to meet and the follow-up.
std::vector<Reminder> reminders(const Case& c, const Findings& findings, int within_days);

}  // namespace mentor
