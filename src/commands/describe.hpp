// What several commands say of a relationship in the same words: its heading, its facts, its findings as items.
#pragma once
#include "commands/command.hpp"

namespace mentor {

/// What a section of it is known by.
std::string id_of(const Relationship& relationship);
/// The file and line of a place of the relationship; nobody asks for the column.
Mark mark(const Pair& pair, Place place);
/// Whether the file of a place is spelled in Markdown, else in YAML; without a place, the file that names the two.
bool is_markdown(const Pair& pair, Place place = {});
/// "Grace Hopper and Ada Lovelace".
Message people(const Relationship& relationship);
/// Why the state is what it is, in a sentence.
Message why(const Pair& pair);
/// The same of any day.
Message why(const Relationship& relationship, const Assessment& assessment);
/// The last held meeting or answered message as of today.
MarkedDate last_contact(const Pair& pair);
/// The next agreed date.
Date next_meeting(const Pair& pair);
/// The phase, since when, and what it rests on; in the words that the programme uses.
Message phase(const Pair& pair);
/// Clarity of purpose and depth of rapport, wherever they changed.
Block axes_block(const Pair& pair);
/// The findings that somebody asked not to be told of: why, where that is asked for, and until when.
Block silenced_block(const Pair& pair);
Item item(const Pair& pair, const Finding& finding);
Item item(const Problem& problem);
/// Of a rule over all relationships.
Item item(const Finding& finding, std::span<const Enrolled> enrolled, const Settings& settings);
/// The facts of the machine contract, in its order.
std::vector<Fact> contract_facts(const Pair& pair);
/// The gravest state first, then the likeliest to have stopped.
int urgency(const Pair& pair);

}  // namespace mentor
