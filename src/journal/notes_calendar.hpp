// The names of months and weekdays in English, French, German, Spanish, Italian, Portuguese and Dutch.
#pragma once
#include <string_view>

namespace mentor::notes {

/// Whether a folded word is a weekday's name or one of its abbreviations, also the short ones that mean other things too.
bool is_weekday_word(std::string_view folded);

}  // namespace mentor::notes
