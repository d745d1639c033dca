// What follows from the entries of a relationship once all of them are read: order, defaults, what is carried over, what refers to
// something that is not there.
#pragma once
#include <span>

#include "journal/programme.hpp"
#include "journal/problem.hpp"

namespace mentor {

/// Puts a bound relationship in order. `sources` are its files, by Place::file.
void settle(Relationship& relationship, const Defaults& defaults, std::span<const Source> sources, Problems& problems);

/// The day an entry tells of: the meeting's, or for one called off with notice the day on which that was known (see signs, "the clock").
Date day_told(const Meeting& meeting);
/// The day from which an entry was known to the journal.
Date day_logged(const Meeting& meeting);

}  // namespace mentor
