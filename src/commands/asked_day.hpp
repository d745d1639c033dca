// Days as the command line gives them.
#pragma once
#include "base/date.hpp"
#include "base/text.hpp"
#include "commands/request.hpp"

namespace mentor {

/// The day that `word` means for the option; weekdays as the option needs them. A Failure when it means none.
Date read_day(std::string_view word, std::string_view flag, Date today, Weekdays weekdays);

/// The day that the option was given; `otherwise` where it was not.
Date asked_day(const Request& request, std::string_view flag, Weekdays weekdays, Date otherwise = {});

/// "Wednesday 2026-12-09": a day that was counted out is said with its name, so that a slip is seen.
Message day_in_words(Date day);

}  // namespace mentor
