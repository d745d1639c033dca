// What the schemas of all reports share, as report/json.cpp writes it: the head, the sections, their lines, findings and problems.
#pragma once
#include "commands/schema_shape.hpp"

namespace mentor::shape {

/// A report: a head, under `group` its sections, the problems, `more`. Each section has one of the shapes named, which are still to be defined.
Document report(const Schema& schema, std::string_view group, std::initializer_list<std::string_view> sections, const Members& more = {});
/// Its end: what a finding is, and a problem.
std::string finish_report(Document document);

/// The keys that a section begins with: its id, and that with the names of the two.
Members section();
Members named_section();

/// A line below a heading: text, and perhaps a day or a place.
Members line();
Members day_line();
Members placed_line();
/// A line of a timeline or a ledger: a day, a figure and a place, each of which may be unknown.
Members dated_line();
/// A line of a file, as it stands there, or would.
Members file_line();

std::vector<std::string_view> state_names();
std::string state();
std::string phase_or_null();

/// The last meeting or message, and where it is noted.
void define_contact(Document& document);
/// Findings that are not told of.
void define_silenced(Document& document);
/// Clarity of purpose and rapport over time.
void define_axes(Document& document);

}  // namespace mentor::shape
