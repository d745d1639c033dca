// How a record is spelled in Markdown: a heading that says what a heading can, `Key: value` lines, free text, task items. Whatever is spelled
// is read back before it is used, so that no text turns into a key, a heading, a list or a comment.
#pragma once
#include <string>
#include <string_view>

#include "journal/bind.hpp"
#include "journal/wish.hpp"

namespace mentor::markdown {

/// A section for `record`, without a line end at its end. A NotEdited says which text Markdown would read as something else.
std::string spell_section(const NewRecord& record, std::size_t level, const People& people);
/// `Key: value` lines for a field, parted by line ends.
std::string spell_label(const NewValue& value);
/// `[ ] Ada: read the guide due:2026-01-21`, without the marker of its item.
std::string spell_task(const NewRecord& action, const People& people);
/// `2026-02-25 mentee: keep -- still the one that matters`; empty when a line cannot say it.
std::string spell_verdict(const NewRecord& review);
/// The further lines of a value stand further in.
std::string indented(std::string_view text);
/// What a line by itself would be read as: "a heading", "a key", "a task"; empty when it stays text.
std::string_view read_as(std::string_view line);

}  // namespace mentor::markdown
