// The whole model as JSON, by walking the vocabulary: what `mentor export --format json` prints of one relationship.
#pragma once
#include <span>
#include <string>

#include "journal/journal.hpp"
#include "journal/source.hpp"

namespace mentor {

/// `sources` are the relationship's files, by Place::file. Private text is left out.
std::string model_json(const Relationship& relationship, std::span<const Source> sources);

}  // namespace mentor
