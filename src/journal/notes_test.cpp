// Single dates, words and actions of notes, as sentences; whole folders stand in tests/notes.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>

#include "journal/bind.hpp"
#include "journal/notes_action.hpp"
#include "journal/notes_scan.hpp"
#include "journal/notes_series.hpp"
#include "journal/notes_words.hpp"

namespace mentor::notes {
namespace {

std::string day(std::string_view text, Order order = Order::unknown, Where where = Where::line) {
  const DateToken token = find_date(text, 0, where, true);
  if (!token) return "none";
  if (token.is_open() && order == Order::unknown) return "open";
  if (token.year == 0) {
    const YearMonthDay at = month_and_day(token, order);
    return std::to_string(at.day) + "/" + std::to_string(at.month);
  }
  const Date read = day_of(token, order);
  return read ? iso(read) : "no such day";
}

const People kPeople = {{Text{"Grace Hopper"}, {}}, {Text{"Ada Lovelace"}, {}}, {}};

/// `owner: text due DAY done DAY`, or `nothing`.
std::string action(std::string_view words) {
  Tree tree;
  NoteAction read;
  ActionContext context{&kPeople, make_date(2026, 1, 14), Order::day_first, Party::unset};
  if (!read_action({words, {0, static_cast<std::uint32_t>(words.size())}, 1}, context, tree, read))
    return context.owner == Party::unset ? "nothing" : "list of " + std::string(word(context.owner));
  std::string out = std::string(read.owner.text) + ": " + std::string(read.text.text);
  if (!read.due.text.empty()) out += " due " + std::string(read.due.text);
  if (!read.done.text.empty()) out += " done " + std::string(read.done.text);
  return out + (read.state.empty() ? "" : " " + std::string(read.state));
}

Plan plan_of(std::string text, std::string path = "log.md") {
  const Source source{std::move(path), std::move(text)};
  Tree scratch;
  Problems problems;
  Series series({});
  series.add(scan_notes(source, 0, scratch));
  return std::move(series.settle(problems)[0]);
}

}  // namespace

TEST_CASE("a date is found in every form that people write") {
  for (const std::string_view text : {"2026-01-14",
                                      "2026/1/14",
                                      "2026.01.14",
                                      "14/01/2026",
                                      "14.1.26",
                                      "14-01-2026",
                                      "14. 1. 2026",
                                      "14 January 2026",
                                      "14th of January, 2026",
                                      "Jan 14th, 2026",
                                      "January 14 2026",
                                      "14-Jan-2026",
                                      "2026-Jan-14",
                                      "the 14th January 2026 at noon",
                                      "[[2026-01-14]]",
                                      "(14/01/2026)",
                                      "14 janvier 2026",
                                      "14. Januar 2026",
                                      "14 de enero de 2026",
                                      "14 gennaio 2026",
                                      "14 de janeiro de 2026",
                                      "14 januari 2026",
                                      "2026-01-14T10:00",
                                      "14 Jan '26"})
    CHECK_MESSAGE(day(text) == "2026-01-14", text);
  CHECK(day("14 août 2026") == "2026-08-14");
  CHECK(day("3. März 2026") == "2026-03-03");
}

TEST_CASE("a number that is no date is none") {
  for (const std::string_view text :
       {"1.2.3.4", "10:30", "2026", "14", "13/13/2026", "1/2/3", "room 4-12", "3 out of 5", "5 days ago", "v1.2.3", "100/01/2026", "12345678"})
    CHECK_MESSAGE(day(text) == "none", text);
  CHECK(day("30 February 2026") == "no such day");
}

TEST_CASE("which number is the month is open until something proves it") {
  CHECK(day("03/04/2026") == "open");
  CHECK(day("03/04/2026", Order::day_first) == "2026-04-03");
  CHECK(day("03/04/2026", Order::month_first) == "2026-03-04");
  CHECK(day("04/04/2026") == "2026-04-04");
  CHECK(day("13/04/2026", Order::month_first) == "2026-04-13");
}

TEST_CASE("a year may be missing") {
  CHECK(day("14 January") == "14/1");
  CHECK(day("[9/14] talk") == "14/9");
  CHECK(day("Sept 14th") == "14/9");
  CHECK(day("14.01.") == "14/1");
  CHECK(day("mar. 14 janvier") == "14/1");
}

TEST_CASE("eight digits are a date in a file's name alone") {
  CHECK(day("Meeting_14012026", Order::unknown, Where::file_name) == "2026-01-14");
  CHECK(day("20260114 notes", Order::unknown, Where::file_name) == "2026-01-14");
  CHECK(day("2026_01_14_talk", Order::unknown, Where::file_name) == "2026-01-14");
  CHECK(day("14012026") == "none");
}

TEST_CASE("captions of actions are told from sentences") {
  for (const std::string_view text : {"Action items", "**Next steps:**", "TODO", "To-do before next meeting", "3. Action points", "Plan for next week",
                                      "Homework", "À faire", "Nächste Schritte", "This week:", "🎯 Actions", "Follow-up (Ada)"})
    CHECK_MESSAGE(gathers_actions(text), text);
  for (const std::string_view text : {"Actions done", "Review of last action items", "Plan for features", "This week we met twice",
                                      "Task allocation was discussed at length", "Next", "Discussion", "Completed tasks", "Planning"})
    CHECK_MESSAGE(!gathers_actions(text), text);
}

TEST_CASE("an action says whose it is, until when, and whether it is done") {
  CHECK(action("Ada: read the guide") == "mentee: read the guide");
  CHECK(action("**Grace**: call Edith") == "mentor: call Edith");
  CHECK(action("GH to ask the library") == "mentor: ask the library");
  CHECK(action("@grace find a reader") == "mentor: find a reader");
  CHECK(action("book a room (Grace)") == "mentor: book a room");
  CHECK(action("read (due 21 Jan)") == ": read due 2026-01-21");
  CHECK(action("read by 2/3") == ": read due 2026-03-02");
  CHECK(action("read by Friday") == ": read due 2026-01-16");
  CHECK(action("[ ] read 📅 2026-01-21") == ": read due 2026-01-21");
  CHECK(action("[x] read ✅ 2026-01-20") == ": read done 2026-01-20");
  CHECK(action("[ ] read [due:: 2026-01-21]") == ": read due 2026-01-21");
  CHECK(action("x 2026-01-20 2026-01-14 read") == ": read done 2026-01-20");
  CHECK(action("~~read~~") == ": read done yes");
  CHECK(action("[-] read") == ": read cancelled");
  CHECK(action("Read: the guide") == ": Read: the guide");
  CHECK(action("read `due:2026-01-21`") == ": read `due:2026-01-21`");
}

TEST_CASE("a placeholder is no action, and a name alone heads a list") {
  for (const std::string_view text : {"N/A", "None", "TBD", "...", "", "<what>", "Action 1", "[ ]", "-"}) CHECK_MESSAGE(action(text) == "nothing", text);
  CHECK(action("Ada:") == "list of mentee");
  CHECK(action("**Grace**") == "list of mentor");
}

TEST_CASE("a label near the top makes one meeting of a file, several dated headings make many") {
  CHECK(plan_of("# Talk\n\nDate: 14 January 2026\n\n## 7 January 2026 in short\n").meetings.size() == 1);
  CHECK(plan_of("## 7 January 2026\n\na\n\n## 14 January 2026\n").meetings.size() == 2);
  CHECK(plan_of("# Ideas\n\n- one\n").kind == Plan::Kind::none);
  CHECK(plan_of("## 2026-01-07\n\na\n\n## 2026-01-14\n").is_strict);
  CHECK(plan_of("words\n", "14-01-2026.md").meetings.size() == 1);
}

TEST_CASE("the time that notes take grows with their length, and not with its square") {
  const auto seconds = [](std::string_view part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += part;
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
      const std::clock_t begin = std::clock();
      plan_of(text);
      best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
  };
  constexpr std::size_t kBytes = 1 << 15;
  for (const std::string_view part : {"## 14 January 2026\n", "## 03/04/2026\n", "## Jan 14\nx\n", "14/01/2026\n\n", "**14 Jan 2026**\n", "Date: 14/01/2026\n",
                                      "| 14/01/2026 | a |\n", "| [[a|b | c\n", "1/", "jan ", "a\n---\n", "~~", "[["}) {
    CAPTURE(part);
    // three doublings, so that a page more or less does not count
    const double once = seconds(part, kBytes), eightfold = seconds(part, 8 * kBytes);
    // 15.6 would be two and a half times at every doubling; four times at each is 64
    constexpr double kEightfold = 40;
    // on a busy machine; what is quadratic takes far longer at this size
    constexpr double kTooShortToTell = 0.25;
    CHECK((eightfold < kEightfold * once || eightfold < kTooShortToTell));
  }
}

}  // namespace mentor::notes
