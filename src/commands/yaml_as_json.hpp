// The vocabulary's examples are YAML; a schema shows them as JSON.
#pragma once
#include <string>
#include <string_view>

namespace mentor {

/// A YAML value on one line as JSON on one line: whole numbers stay numbers. Empty when it is no value, as the `|` of a block.
std::string yaml_as_json(std::string_view yaml);

}  // namespace mentor
