// The one thing that is not the same in every run: what is mixed into a seal so that nobody can guess what was sealed.
#pragma once
#include <string>

namespace mentor {

/// 128 bits from the system's source of randomness, as 32 hexadecimal digits. A Failure when it has none to give.
std::string random_salt();

}  // namespace mentor
