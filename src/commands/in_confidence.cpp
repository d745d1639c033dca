#include "commands/in_confidence.hpp"

#include "commands/describe.hpp"

namespace mentor {
namespace {

bool may_read(std::string_view confidant, const Finding& finding) {
  return confidant == "facilitator" || (finding.author != Party::unset && word(finding.author) == confidant);
}

}  // namespace

Section confidential_section(const Pair& pair, std::string_view confidant) {
  Section section;
  section.id = id_of(pair.relationship);
  section.heading = say("{}: noted in confidence, for the {} alone ({})", pair.relationship.id, confidant, people(pair.relationship));
  section.lists_findings = true;
  for (const Finding& finding : pair.checked.in_confidence)
    if (may_read(confidant, finding)) section.items.push_back(item(pair, finding));
  section.intro = section.items.empty()
                      ? say("Nothing that is noted in confidence needs a word.")
                      : say("No other command prints what follows, and it counts for nothing in any verdict. Whoever can open the files can read it there.");
  return section;
}

}  // namespace mentor
