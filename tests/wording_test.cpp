// Holds whatever the program can say to words that blame nobody: what stands in its sources, what its question sets ask, and what it is
// seen to print in the pages of documentation.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "transcript.hpp"

namespace mentor::transcript {
namespace {

// clang-format off
/// What blames, in small letters; a * at the end stands for any further letters.
constexpr std::string_view kBlames[] = {
    // names somebody who is to answer for it
    "fault*", "blam*", "culprit*", "guilt*", "offender*", "perpetrator*", "victim*", "accus*", "sham*", "asham*",
    "responsible for", "to account", "because of you", "in the wrong", "did wrong", "was wrong", "were wrong", "you are wrong",
    "wrongdo*", "your mistake*", "your problem", "violat*", "breach*", "delinquen*", "non-compliant", "broken promise*",
    "broke a promise", "broke the promise", "breaks a promise", "dropped the ball",
    // turns what happened into a failure of somebody
    "fail*", "neglect*", "negligen*", "forgot", "forgotten", "ignored", "ignoring", "refuse to", "refuses to", "refused to",
    "refusing to", "bother to", "bothers to", "bothered to", "never bother*", "let down", "lets down", "letting down", "disappoint*",
    "wasted", "wasting", "waste of", "abandon*", "deserted", "ghosted", "walked out", "gave up on", "vanish*", "kept waiting",
    "lost interest", "loses interest", "lack of", "lacks", "does not care", "did not care", "stopped caring", "not even", "unacceptable",
    "inexcusable",
    // says what somebody is, where a day and a number would do
    "lazy", "laziness", "careless*", "thoughtless*", "sloppy", "rude", "selfish", "stubborn", "unreliab*", "irresponsib*", "unrespons*",
    "uncooperat*", "unmotivated", "uncommitted", "unprofessional", "unwilling*", "ungrateful*", "incompeten*", "indifferen*",
    "disinterest*", "uninterested", "dishonest*", "half-hearted*", "mediocre", "inadequate", "inferior", "unfit", "hopeless*", "useless*",
    "toxic", "stupid*", "bad", "badly", "poor", "poorly", "weak mentor", "weak mentee", "difficult mentor", "difficult mentee",
    "difficult person",
    // looks back at what would have been right, or commands
    "should have", "shouldn't have", "should not have", "ought to", "could have", "if only you", "you must", "you have to", "you had to",
    "you need to", "you should", "excus*", "punish*", "penal*",
    // points at the reader
    "you did not", "you didn't", "you have not", "you haven't", "you never", "you always", "you missed", "you lost", "you were late",
    "why did you", "why didn't", "why did not", "why don't you", "why have you", "how could you",
    // makes one time into every time, or lets impatience be heard
    "once again", "yet again", "as usual", "as always", "always late", "never answers", "never comes", "never replies", "never keeps",
    "never prepared", "still has not", "still hasn't", "still have not", "finally", "at last", "complain*", "worse than",
};
// clang-format on

/// What may be said all the same, and why.
const std::map<std::string, std::string> kMaySay = {
    {"nobody's fault", "comforts"},
    {"not a fault", "comforts"},
    {"no fault", "comforts"},
    {"no failure", "comforts"},
    {"not an accusation", "comforts"},
    {"neither could have prevented it", "comforts"},
    {"is seldom forgotten", "comforts"},
    {"never counts as a bad sign", "comforts"},
    {"hopes that were never said are the ones that get disappointed", "hopes are, not people"},
    {"expectations that were never said are the ones that get disappointed", "expectations are, not people"},
    {"ratings could have come", "counts orders of numbers"},
    {"answers could have come", "counts orders of numbers"},
    {"how often it was wrong", "the program was"},
    {"that you did not come to", "topics there was no time for"},
    {"what do you need now that you did not need", "asks what has changed"},
    {"what do you know by now that you did not know", "asks what has been learned"},
    {"about each other that you did not know", "asks what has been learned"},
    {"fail-on", "an option, about the exit code"},
    {"the failed migration", "a goal in an example, in the words of the two"},
    {"i was ashamed of the missed date", "an answer in a story, about oneself"},
    {"you never laugh at a question", "praise in a story"},
    {"forgot one slide", "a story about oneself"},
};

/// Something that can be said, and where it stands.
struct Said {
  std::string where, text;
};

bool is_of_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

/// Where the words stand in a text, beginning and ending as words; npos when they do not.
std::size_t find_words(const std::string& text, std::string_view words) {
  const bool is_open = words.ends_with('*');
  if (is_open) words.remove_suffix(1);
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !is_of_word(text[at - 1])) && (is_open || end == text.size() || !is_of_word(text[end]))) return at;
  }
  return std::string::npos;
}

/// What blames in a text, with the words around it, a line each; empty when nothing does. Notes which exceptions were of use.
std::string blame_in(std::string text, std::set<std::string>& used) {
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  text = unwrapped(text);
  for (const auto& [words, reason] : kMaySay) {
    if (text.find(words) == std::string::npos) continue;
    used.insert(words);
    text = replaced(text, words, "~");
  }
  std::string found;
  for (const std::string_view words : kBlames)
    if (const std::size_t at = find_words(text, words); at != std::string::npos) {
      const std::size_t begin = at < 40 ? 0 : at - 40;
      found += "`" + std::string(words) + "` in: " + text.substr(begin, 100) + "\n";
    }
  return found;
}

/// The place behind a character literal, or behind the mark that parts the digits of a number.
std::size_t behind_quote(const std::string& text, std::size_t at) {
  if (text.compare(at + 1, 1, "\\") == 0) return std::min(text.find('\'', at + 3), text.size() - 1) + 1;
  return text.compare(at + 2, 1, "'") == 0 ? at + 3 : at + 1;
}

/// The string literals of a source, without comments and #include lines; those that only blanks part are one.
std::vector<std::string> literals_of(const std::string& text) {
  std::vector<std::string> list;
  bool goes_on = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, 2, "//") == 0 || text.compare(at, 9, "#include ") == 0) {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (text.compare(at, 2, "R\"") == 0 || text[at] == '"') {
      if (!goes_on) list.emplace_back();
      goes_on = true;
    }
    if (text.compare(at, 2, "R\"") == 0) {
      const std::size_t open = text.find('(', at);
      const std::string close = ")" + text.substr(at + 2, open - at - 2) + "\"";
      const std::size_t end = std::min(text.find(close, open), text.size());
      list.back() += text.substr(open + 1, end - open - 1);
      at = end + close.size();
    } else if (text[at] == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        const bool is_escaped = text[at] == '\\';
        at += is_escaped;
        list.back() += is_escaped && (text[at] == 'n' || text[at] == 't') ? ' ' : text[at];
      }
      ++at;
    } else {
      goes_on = goes_on && (text[at] == ' ' || text[at] == '\n');
      at = text[at] == '\'' ? behind_quote(text, at) : at + 1;
    }
  }
  return list;
}

/// What the `console` blocks of a page show printed, a text a block, without the commands.
std::vector<std::string> printed_in(const std::string& page) {
  std::vector<std::string> list;
  std::string fence;
  for (const std::string& line : lines_of(page)) {
    if (fence.empty() && line.ends_with("console") && (line.starts_with("```") || line.starts_with("~~~"))) {
      fence = line.substr(0, line.size() - 7);
      list.emplace_back();
    } else if (line == fence) {
      fence.clear();
    } else if (!fence.empty() && !line.starts_with("$ ")) {
      list.back() += line + "\n";
    }
  }
  return list;
}

/// Every text below a folder that `texts_of` takes from the files with an ending.
template <class TextsOf>
void gather(std::vector<Said>& all, const std::string& folder, std::string_view ending, TextsOf texts_of) {
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MENTOR_ROOT) / folder)) {
    const std::string name = fs::relative(entry.path(), MENTOR_ROOT).generic_string();
    if (!name.ends_with(ending) || name.ends_with("_test.cpp")) continue;
    for (const std::string& text : texts_of(read_text(entry.path()))) all.push_back({name, text});
  }
}

std::vector<Said> everything_said() {
  const auto whole = [](const std::string& text) { return std::vector<std::string>{text}; };
  std::vector<Said> all;
  gather(all, "src", ".cpp", literals_of);
  gather(all, "src", ".hpp", literals_of);
  gather(all, "src/practice/questions", ".yaml", whole);
  gather(all, "examples", ".mustache", whole);
  gather(all, "examples", ".md", printed_in);
  gather(all, "tests/transcripts", ".md", printed_in);
  return all;
}

}  // namespace

TEST_CASE("nothing that the program says blames anybody") {
  std::string found;
  std::set<std::string> used;
  for (const Said& said : everything_said())
    if (const std::string blame = blame_in(said.text, used); !blame.empty()) found += said.where + ": " + blame;
  CHECK_MESSAGE(found.empty(), found);
  for (const auto& [words, reason] : kMaySay) {
    CAPTURE(words);
    CHECK(used.contains(words));  // else it needs no exception any more
  }
}

TEST_CASE("blame is found as words, in whatever case, across the ends of lines, and comfort is not taken for it") {
  std::set<std::string> used;
  const auto first = [&used](const std::string& text) {
    const std::string found = blame_in(text, used);
    return found.substr(0, found.find(" in: "));
  };
  CHECK(first("Ada failed to come") == "`fail*`");
  CHECK(first("Grace SHOULD\n       have written") == "`should have`");
  CHECK(first("a bad mentor") == "`bad`");
  CHECK(first("a badge, and a note in `--bad`") == "");
  CHECK(first("That is nobody's fault.") == "");
  CHECK(first("no note since 2 February") == "");
}

TEST_CASE("what is said is found in sources and pages") {
  CHECK(literals_of("f('\"', 1'000, \"one \"\n  \"text\\n\"); // \"no\"\n#include \"no.hpp\"\ng(\"a \\\"word\\\"\", R\"(raw \"x\")\", '\\'');") ==
        std::vector<std::string>{"one text ", "a \"word\"", "raw \"x\""});
  CHECK(printed_in("a\n```console\n$ mentor check\nsaid\n```\nnot said\n~~~~console\nsaid too\n~~~~\n") == std::vector<std::string>{"said\n", "said too\n"});
  std::set<std::string> folders;
  std::size_t questions = 0;
  for (const Said& said : everything_said()) {
    folders.insert(said.where.substr(0, said.where.rfind('/')));
    questions += said.where.ends_with(".yaml");
  }
  CHECK(questions == 16);
  for (const std::string folder :
       {"src/base", "src/journal", "src/rules", "src/practice", "src/report", "src/commands", "src/cli", "examples/circle", "tests/transcripts"}) {
    CAPTURE(folder);
    CHECK(folders.contains(folder));
  }
}

}  // namespace mentor::transcript
