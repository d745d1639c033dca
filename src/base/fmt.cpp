// fmt for the static program alone, compiled once. Debian ships no archive of it, and with its headers alone every file would compile all of it
// anew, which takes twice the time of the file itself.
#include <fmt/format-inl.h>

namespace fmt {

template FMT_API detail::dragonbox::decimal_fp<float> detail::dragonbox::to_decimal(float);
template FMT_API detail::dragonbox::decimal_fp<double> detail::dragonbox::to_decimal(double);
template FMT_API detail::thousands_sep_result<char> detail::thousands_sep_impl(detail::locale_ref);
template FMT_API char detail::decimal_point_impl(detail::locale_ref);
template FMT_API void detail::buffer<char>::append(const char*, const char*);
template FMT_API void detail::vformat_to(detail::buffer<char>&, string_view, format_args, detail::locale_ref);

}  // namespace fmt
