// The parts of `mentor feedback`: questions to put, sheets to fill in, both voices side by side.
#pragma once
#include "commands/command.hpp"
#include "practice/calling.hpp"

namespace mentor {

/// What is said of one relationship, and what is to be written first.
struct FeedbackPage {
  Section section;
  Message closing;
  std::vector<NamedText> files = {};
  std::string_view schema = "mentor.feedback/1";
  /// The whole document, for machines; empty: the section is printed.
  std::string json = {};
};

/// The set that --set names. A Failure when there is none of this name.
const QuestionSet& named_set(const QuestionSets& sets, const Request& request);
/// Whom it is for, as --for says; both when it does not.
Party asked_party(const Request& request);

/// Both voices on the set, or on the one that was answered last.
FeedbackPage compared_voices(const Pair& pair);

/// --write: a sheet a voice.
FeedbackPage written_sheets(const Pair& pair, const QuestionSet& set);
/// --seal: a sheet of one's own, and once it is filled in its seal. --open: the sheet for both to see, when the other side has answered too.
FeedbackPage sealed_sheet(const Pair& pair, const QuestionSet& set);
FeedbackPage opened_sheet(const Pair& pair, const QuestionSet& set);

}  // namespace mentor
