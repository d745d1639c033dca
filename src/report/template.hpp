// A report in a shape of the user's own: a Mustache template filled with the JSON of the same command.
#pragma once
#include <string>
#include <string_view>

#include "report/format.hpp"

namespace mentor {

/// Fills `text`, a Mustache template, with the document `json`. Objects are sections and names, arrays are lists, null and false are
/// nothing; within a list of lines `{{what}}` is its text. Every value is encoded for `format` (full, markdown, html) before it is filled
/// in, so that `{{{x}}}` prints what `{{x}}` does: a template cannot make journal text act. Throws a Failure with the place when the template cannot be
/// understood. Partials read nothing.
std::string fill_template(std::string_view text, std::string_view json, const Format& format);

}  // namespace mentor
