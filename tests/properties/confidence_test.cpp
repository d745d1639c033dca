// What was noted in confidence, or in private, changes no byte of what everybody may see: every command, every format, both streams.
#include <doctest/doctest.h>

#include <algorithm>

#include "commands/command.hpp"
#include "transcript.hpp"

namespace mentor::transcript {
namespace {

/// Words that stand in the journal below in confidence or in private, and nowhere else.
const std::vector<std::string> kCanaries = {"canary-striving", "canary-reason", "canary-result", "canary-private", "canary-doubt", "competition", "power-imbalance"};

/// A journal in YAML and one in Markdown. Lines between `<<` and `>>` are noted in confidence or in private; without them the lines stay, empty.
constexpr std::string_view kYaml = R"(mentor: Grace Hopper
mentee: Ada Lovelace
started: 2025-11-03
cadence: 2 weeks
meetings:
  - {date: 2026-02-16, minutes: 60}
  - {date: 2026-03-02, minutes: 60, next: 2026-03-16}
concerns:
  - {raised: {date: 2026-03-02, by: mentor}, decided: {date: 2026-03-04, decision: recommit, reason: we like it here}}
<<
  - raised: {date: 2026-03-03, by: mentee, confidential: yes}
    talked: 2026-13-03
    renegotiated: {date: 2026-03-05, result: canary-result}
    second-chance: {date: 2026-03-06, striving-for: canary-striving}
    decided: {date: 2026-03-07, decision: end, reason: canary-reason}
  - {raised: {date: 2026-01-05, by: mentee, confidential: yes}}
  - {raised: {date: 2026-01-05, by: mentor, confidential: yes}, talked: 2026-01-12}
>>
reasons:
  - {date: 2026-03-02, code: lack-of-time, noted-by: mentor}
<<
  - {date: 2026-03-03, code: power-imbalance, noted-by: mentee}
  - {date: 2026-03-03, code: competition, noted-by: mentor, stated: suspected}
  - {date: 2026-03-04, code: inexperience, noted-by: mentor}
  - {date: 2026-03-05, code: poor-communication, noted-by: mentee, confidential: yes}
private: canary-doubt, whether I am any help
>>
)";
constexpr std::string_view kMarkdown = R"(---
mentor: Grace Hopper
mentee: Ada Lovelace
started: 2025-11-03
cadence: 2 weeks
---

## 2026-02-16 held

## 2026-03-02 held

<<
<!-- private -->
canary-private, canary-doubt
<!-- /private -->

## Concern 2026-03-03 by mentee, confidential

Renegotiated date: 2026-03-05
Renegotiated result: canary-result
Second-chance striving-for: canary-striving
Decided reason: canary-reason

## Reason 2026-03-03

Code: competition
Noted-by: mentee
>>
## 2026-03-09 held
)";

/// The journal with what stands between the marks, or with empty lines in its place.
std::string spelled(std::string_view text, bool with_confidence) {
  std::string out;
  bool is_inside = false;
  for (const std::string& line : lines_of(std::string(text))) {
    const bool is_mark = line == "<<" || line == ">>";
    if (is_mark) is_inside = line == "<<";
    out += (is_mark || (is_inside && !with_confidence) ? "" : line) + "\n";
  }
  return out;
}

/// What every command prints of the two pairs in each of its formats.
std::vector<std::pair<std::string, Ran>> everything(const fs::path& folder) {
  std::vector<std::pair<std::string, Ran>> all;
  for (const Command* const command : all_commands()) {
    if (command->needs != CommandNeeds::journal) continue;
    for (const std::string_view format : command->formats) {
      std::vector<std::vector<std::string>> calls = {{std::string(command->name), "--verbose", "--format", std::string(format)}};
      if (command->names == Names::one_pair) {
        calls.push_back(calls.front());
        calls[0].emplace_back("ada");
        calls[1].emplace_back("bo");
        if (command->name == "show") {
          calls.insert(calls.end(), {calls[0], calls[1]});
          calls[2].emplace_back("--read");
          calls[3].emplace_back("--read");
        }
      }
      for (const std::vector<std::string>& call : calls) {
        std::string line;
        for (const std::string& word : call) line += word + " ";
        all.emplace_back(line, run_in(folder, call));
      }
    }
  }
  return all;
}

void write_journal(const fs::path& folder, bool with_confidence) {
  write_text(folder / "pairs/ada.yaml", spelled(kYaml, with_confidence));
  write_text(folder / "pairs/bo.md", spelled(kMarkdown, with_confidence));
}


}  // namespace

TEST_CASE("no command prints what was noted in confidence or in private, in any format, on either stream") {
  const FreshFolder folder;
  write_journal(folder.path(), true);
  const auto printed = everything(folder.path());
  CHECK(printed.size() > 12);
  for (const auto& [call, ran] : printed)
    for (const std::string& canary : kCanaries) {
      CAPTURE(call);
      CAPTURE(canary);
      CHECK((ran.out + ran.err).find(canary) == std::string::npos);
    }
}

TEST_CASE("what was noted in confidence changes no byte of what everybody sees") {
  const FreshFolder with, without;
  std::string told{kYaml};
  // a problem in a file counts, whoever noted what stands there
  told.replace(told.find("2026-13-03"), 10, "2026-03-04");
  for (const bool is_with : {true, false}) {
    const fs::path folder = is_with ? with.path() : without.path();
    write_text(folder / "pairs/ada.yaml", spelled(told, is_with));
    write_text(folder / "pairs/bo.md", spelled(kMarkdown, is_with));
  }
  const auto a = everything(without.path()), b = everything(with.path());
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].second.code == b[i].second.code);
    const std::string difference = differences(a[i].second.shown(), b[i].second.shown(), a[i].first);
    CHECK_MESSAGE(difference.empty(), difference);
  }
}

TEST_CASE("who noted something in confidence reads it on request, and the other side does not") {
  const FreshFolder folder;
  write_journal(folder.path(), true);
  for (const std::string format : {"full", "json", "markdown"}) {
    CAPTURE(format);
    const auto told = [&](const std::string& who) { return run_in(folder.path(), {"show", "ada", "--in-confidence", who, "--format", format}).shown(); };
    const std::string mentor = told("mentor"), mentee = told("mentee"), facilitator = told("facilitator");
    const auto has = [](const std::string& text, const char* word) { return text.find(word) != std::string::npos; };
    CHECK(has(mentor, "competition-perceived"));
    CHECK(has(mentor, "doubt-noted"));
    CHECK(!has(mentor, "power-imbalance"));
    CHECK(has(mentee, "power-imbalance"));
    CHECK(!has(mentee, "competition"));
    CHECK(!has(mentee, "doubt"));
    for (const char* const rule : {"competition-perceived", "doubt-noted", "power-imbalance"}) CHECK(has(facilitator, rule));
    // the notes themselves stay in the file
    for (const std::string& text : {mentor, mentee, facilitator}) CHECK(!has(text, "canary"));
  }
}

}  // namespace mentor::transcript
