// A sheet for one voice: the questions of a set with room for the answers, in the Markdown that the journal reads back.
#pragma once
#include <string>

#include "practice/questions.hpp"

namespace mentor {

struct Worksheet {
  const QuestionSet& set;
  Party party{};
  Text person;
  Date date;
  /// Not empty: the sheet is its author's own until it is opened, and this is mixed into its seal.
  std::string salt = {};
};

std::string text_of(const Worksheet& sheet);

}  // namespace mentor
