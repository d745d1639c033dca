// A picture of a relationship over time: a row a year, a column a month, a sign for each meeting.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace mentor {

/// The sign of a line of a journey.
std::string_view sign_of(const Line& line);

/// The picture as lines of plain text of at most `width_columns` (0: as wide as it is): a head with the months, then a row for each year
/// from the first line's to the last's. A month with more signs than fit shows the first ones and a `+`.
std::vector<std::string> journey_rows(const Block& block, std::size_t width_columns);

}  // namespace mentor
