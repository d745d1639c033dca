// `mentor show PAIR --read`: each line of a relationship's files, and what it was taken for.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// How the files of the pair were read; the section has no id yet.
Section read_section(const Pair& pair);
/// How the files of any relationship were read; `understood` tells of notes, by Place::file, and may be shorter than `sources`.
std::vector<ReadFile> read_files(const Relationship& relationship, std::span<const Source> sources, const Understood& understood);
/// What was found in them, counted.
std::vector<Fact> read_facts(const Relationship& relationship);
/// Notes beside each line which problems are reported of it.
void mark_problems(Section& section, std::span<const Item> problems);

}  // namespace mentor
