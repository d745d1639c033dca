// What an agenda of a very long relationship looks like: a page for one meeting, on which the rest is counted.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "transcript.hpp"

namespace mentor::transcript {
namespace {

using Json = nlohmann::json;

constexpr int kMeetings = 500, kActions = 300, kGoals = 60;
/// More than so many lines below one heading nobody goes through.
constexpr std::size_t kMostLines = 12;

/// Weekly meetings up to 23 March 2026, each goal set on its way, most of the meetings with an action that is never ticked.
std::string long_journal(std::string_view ending) {
  const Date last = make_date(2026, 3, 23), first = last - 7 * (kMeetings - 1);
  std::string text = fmt::format("mentor: Grace Hopper\nmentee: Ada Lovelace\nstarted: {}\ncadence: weekly\n{}goals:\n", iso(first - 7), ending);
  for (int i = 0; i < kGoals; ++i)
    text += fmt::format("  - {{id: g{0}, title: Goal number {0}, set: {1}, priority: {{mentor: {0}, mentee: {2}}}}}\n", i, iso(first + 7 * (i * kMeetings / kGoals)), kGoals - i);
  text += "meetings:\n";
  for (int i = 0; i < kMeetings; ++i) {
    const bool has_action = (i + 1) * kActions / kMeetings > i * kActions / kMeetings;
    text += fmt::format("  - {{date: {}, goals: [g{}]{}}}\n", iso(first + 7 * i), i * kGoals / kMeetings,
                        has_action ? fmt::format(", actions: [{{mentee: task {}}}]", i) : std::string{});
  }
  return text;
}

Json agenda_of(std::string_view ending) {
  const FreshFolder folder;
  write_text(folder.path() / "pairs/ada.yaml", long_journal(ending));
  const Ran ran = run_in(folder.path(), {"agenda", "ada", "--today", "2026-03-28", "--format", "json"});
  CHECK(ran.code == 0);
  return Json::parse(ran.out)["relationships"][0];
}

bool says(const Json& lines, std::string_view words) {
  return std::ranges::any_of(lines, [words](const Json& line) { return line["what"].get<std::string>().find(words) != std::string::npos; });
}

void check_short(const Json& relationship) {
  for (const char* const block : {"agenda", "preparation"}) {
    CHECK(relationship[block].size() <= kMostLines);
    for (const Json& item : relationship[block]) {
      CAPTURE(item["what"].get<std::string>());
      CHECK(item.value("points", Json::array()).size() <= kMostLines);
    }
  }
  CHECK(says(relationship["preparation"][1]["points"], "and 292 more"));
}

}  // namespace

TEST_CASE("the agenda of ten years names a few of each and counts the rest") {
  const Json regular = agenda_of("");
  check_short(regular);
  CHECK(says(regular["agenda"][1]["points"], "and 292 more"));
  const Json last = agenda_of("closing: {last-session: {date: 2026-03-30, told: 2026-03-16}}\n");
  CHECK(last["meeting"] == "last");
  check_short(last);
}

}  // namespace mentor::transcript
