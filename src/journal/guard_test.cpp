#include "journal/guard.hpp"

#include <doctest/doctest.h>

namespace mentor {
namespace {

struct Verdict {
  std::string id;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
  std::string repair;
};

Verdict verdict_of(std::string text) {
  Problems problems;
  const bool accepted = check_bytes({"x.md", std::move(text)}, problems);
  CHECK(accepted == problems.empty());
  if (problems.empty()) return {"ok", 0, 0, "", ""};
  CHECK(problems.size() == 1);
  const Problem& problem = problems.front();
  return {std::string(problem.kind->id), problem.line, problem.column, std::string(Text{problem.message}.raw()), std::string(Text{problem.repair}.raw())};
}

std::string id_of(std::string text) { return verdict_of(std::move(text)).id; }

bool says(const std::string& sentence, std::string_view words) { return sentence.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("text of people is let through") {
  CHECK(id_of("") == "ok");
  CHECK(id_of("mentor: Grace\n") == "ok");
  CHECK(id_of("a\ttab, Gr\xC3\xBC\xC3\x9F"
              "e, \xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E, \xF0\x9F\x98\x80\r\nnext\r\n") == "ok");
  CHECK(id_of("\xEF\xBB\xBFmentor: Grace\n") == "ok");
  CHECK(id_of("family \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7, and right to left \xE2\x80\x8F.\n") == "ok");
}

TEST_CASE("a control character is refused wherever it stands") {
  for (const char control : {'\0', '\x01', '\x08', '\x0B', '\x0C', '\x1B', '\x1F', '\x7F'}) {
    for (std::size_t at = 0; at < 150; at += 7) {
      std::string text(150, 'x');
      text[100] = '\n';
      text[at] = control;
      CAPTURE(at);
      const Verdict verdict = verdict_of(text);
      CHECK(verdict.id == "control-character");
      CHECK(verdict.line == (at > 100 ? 2 : 1));
      CHECK(verdict.column == (at > 100 ? at - 100 : at + 1));
    }
  }
}

TEST_CASE("invisible characters that could be taken for line ends or orders are refused") {
  CHECK(id_of("a\xC2\x85"
              "b") == "control-character");
  CHECK(id_of("a\xC2\x9B"
              "b") == "control-character");
  CHECK(id_of("a\xE2\x80\xA8"
              "b") == "control-character");
  CHECK(id_of("a\xE2\x80\xA9"
              "b") == "control-character");
  CHECK(id_of("a\xEF\xBB\xBF"
              "b") == "control-character");
  CHECK(id_of("\xEF\xBB\xBF\xEF\xBB\xBF"
              "b") == "control-character");
  CHECK(id_of("a\xEF\xBF\xBE"
              "b") == "control-character");
  CHECK(id_of("a\xEF\xB7\x90"
              "b") == "control-character");
  CHECK(id_of("a\xC2\xA0"
              "b") == "ok");
}

TEST_CASE("a carriage return needs a line feed behind it") {
  CHECK(id_of("a\r\nb\r\n") == "ok");
  CHECK(verdict_of("a\nb\rc\n").column == 2);
  CHECK(id_of("a\r") == "control-character");
  CHECK(id_of("a\r\r\n") == "control-character");
  CHECK(says(verdict_of("a\rb").repair, "LF"));
}

TEST_CASE("bytes that are not UTF-8 are refused with their place") {
  for (const char* const bad : {"\xFF", "\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE2\x82", "\xC3"}) {
    CAPTURE(bad);
    const Verdict verdict = verdict_of("one\n\xC3\xA4 " + std::string(bad) + "\n");
    CHECK(verdict.id == "encoding");
    CHECK(verdict.line == 2);
    CHECK(verdict.column == 3);
  }
}

TEST_CASE("an old encoding is named together with the command that converts it") {
  CHECK(says(verdict_of("J\xFCrgen\n").message, "Latin-1"));
  CHECK(says(verdict_of("J\xFCrgen\n").repair, "iconv -f WINDOWS-1252 -t UTF-8"));
  CHECK(says(verdict_of("a \x93quote\x94\n").message, "Windows-1252"));
  // One damaged character in UTF-8 is no reason to convert the file.
  CHECK_FALSE(says(verdict_of("J\xC3\xBCrgen and Bj\xF6rn\n").message, "Latin-1"));
  CHECK(says(verdict_of(std::string("\xFF\xFE"
                                    "a\0",
                                    4))
                 .repair,
             "iconv -f UTF-16 -t UTF-8"));
  CHECK(says(verdict_of(std::string("a\0b\0", 4)).repair, "iconv -f UTF-16LE -t UTF-8"));
  CHECK(says(verdict_of(std::string("\0a\0b", 4)).repair, "iconv -f UTF-16BE -t UTF-8"));
  CHECK(says(verdict_of(std::string("\xFF\xFE\0\0a\0\0\0", 8)).repair, "iconv -f UTF-32 -t UTF-8"));
}

TEST_CASE("a merge left unfinished is found, and headings made of equals signs are not taken for one") {
  const Verdict verdict = verdict_of("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n");
  CHECK(verdict.id == "conflict-marker");
  CHECK(verdict.line == 2);
  CHECK(verdict.column == 1);
  CHECK(id_of("<<<<<<< HEAD\r\n||||||| base\r\n=======\r\n>>>>>>> theirs\r\n") == "conflict-marker");
  CHECK(id_of("Title\n=======\n\ntext\n") == "ok");
  CHECK(id_of("<<<<<<< \ntext\n") == "ok");
  CHECK(id_of("<<<<<<< a\n========\n>>>>>>> b\n") == "ok");
  CHECK(id_of("  <<<<<<< a\n=======\n>>>>>>> b\n") == "ok");
}

TEST_CASE("a file above the limit is refused as a whole") {
  CHECK(id_of(std::string(kLargestFile, 'x')) == "ok");
  CHECK(id_of(std::string(kLargestFile + 1, 'x')) == "too-large");
}

TEST_CASE("a byte order mark is three bytes and stands at the beginning") {
  CHECK(mark_size("\xEF\xBB\xBFx") == 3);
  CHECK(mark_size("x\xEF\xBB\xBF") == 0);
  CHECK(mark_size("") == 0);
}

}  // namespace mentor
