// Words that several rules share: numbers with their nouns, odds, names of a party.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "journal/journal.hpp"

namespace mentor {

/// "1 day", "3 days".
std::string counted(long count, std::string_view noun);
/// "the odds are about 6 to 1 that it has stopped": from points, which are decibels of these odds; below 0 that it is going on.
std::string odds(double points);
/// The name of the person on that side.
Text name_of(const Relationship& relationship, Party party);
/// "a", "a and b", "a, b and c".
std::string listed(std::span<const std::string_view> words);
/// "14 days", "14.5 days".
std::string days(double value);

}  // namespace mentor
