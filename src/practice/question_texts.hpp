// The question sets as they stand in practice/questions/, compiled in.
#pragma once
#include <span>
#include <string_view>

namespace mentor {

struct QuestionText {
  std::string_view path, text;
};

/// In the order of the documentation, which is that of the list in CMakeLists.txt.
std::span<const QuestionText> question_texts();

}  // namespace mentor
