# Writes the question sets into a source file: cmake -DFOLDER=... -DNAMES=a,b -DOUTPUT=... -P embed.cmake
string(REPLACE "," ";" names "${NAMES}")
set(rows "")
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}.yaml" text)
  string(APPEND rows "    {\"questions/${name}.yaml\", R\"~~~(${text})~~~\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed.cmake from the question sets.\n#include \"practice/question_texts.hpp\"\n\nnamespace mentor {\n
std::span<const QuestionText> question_texts() {\n  static constexpr QuestionText list[] = {\n${rows}  };\n  return list;\n}\n\n}  // namespace mentor\n")
