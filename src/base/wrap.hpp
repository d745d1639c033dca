// Lines of a given width, for prose in a terminal.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace mentor {

/// `text` broken at blanks into lines of at most `width_columns`, the second and later ones indented by `indent` blanks. A width of 0
/// breaks nothing; a word longer than a line stands alone. `text` must have been through an encoder.
std::string wrap(std::string_view text, std::size_t width_columns, std::size_t indent);
/// The same, behind what is there already.
void wrap(std::string& out, std::string_view text, std::size_t width_columns, std::size_t indent);

/// `text` and blanks up to `width_columns`; longer text is kept whole.
std::string pad(std::string_view text, std::size_t width_columns);
/// At most `width_columns` of `text`, the last one "…" when something was cut.
std::string cut(std::string_view text, std::size_t width_columns);

}  // namespace mentor
