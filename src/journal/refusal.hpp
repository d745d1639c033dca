// An edit that is not made, and why.
#pragma once
#include "base/failure.hpp"

namespace mentor {

/// Nothing was written: the edit would not say what was wished, or would touch what it must not.
struct NotEdited : Failure {
  NotEdited(Message why, Message what_to_do) : Failure{std::move(why), std::move(what_to_do), ExitCode::failed} {}
};

}  // namespace mentor
