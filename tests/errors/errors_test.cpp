// The catalogue of messages: each folder here is a journal with something wrong in it, and `expected` is what `mentor check` says. What git
// cannot keep (pipes, links, rights, large files) is made on the spot.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>

#include "journal/problem.hpp"
#include "transcript.hpp"

namespace mentor::transcript {
namespace {

const fs::path kCatalogue = MENTOR_ROOT "/tests/errors";

/// Kinds without a folder, and why.
const std::map<std::string_view, std::string_view> kMadeOnTheSpot = {
    {"unreadable", "git keeps no rights"},
    {"not-a-file", "git keeps no pipes, and no empty folders"},
    {"link-not-followed", "not every system keeps links"},
    {"too-large", "1 MiB"},
    {"too-deep-folder", "20 folders"},
    {"yaml-too-large", "64 KiB"},
};

constexpr std::string_view kSeverities[] = {"info", "warning", "error"};
constexpr std::string_view kPair = "mentor: Grace Hopper\nmentee: Ada Lovelace\nstarted: 2026-03-16\n";

Ran check(const fs::path& folder, const std::string& format = "full") { return run_in(folder, {"check", "-C", ".", "--today", "2026-03-30", "--format", format}); }

std::string shown(const Ran& ran) { return ran.out + ran.err + "[" + std::to_string(ran.code) + "]\n"; }

/// No byte that a terminal would obey, whatever the journal holds.
bool is_inert(const std::string& text) {
  return std::ranges::none_of(text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; });
}

/// A journal with one sound pair, to which a test adds what is wrong.
struct Journal : FreshFolder {
  Journal() { write_text(path() / "pairs/ada.yaml", kPair); }
  std::string concise() const { return shown(check(path(), "concise")); }
};

}  // namespace

TEST_CASE("every folder of tests/errors gives the messages that stand in it") {
  for (const auto& entry : fs::directory_iterator(kCatalogue)) {
    if (!entry.is_directory()) continue;
    CAPTURE(entry.path().filename().string());
    const std::string actual = shown(check(entry.path()));
    const std::string difference = held_to(entry.path() / "expected", actual);
    CHECK_MESSAGE(difference.empty(), difference);
    CHECK(is_inert(actual));
  }
}

TEST_CASE("every kind of problem has a folder of its name that shows it") {
  for (const ProblemKind* const kind : all_problem_kinds()) {
    if (kMadeOnTheSpot.count(kind->id) != 0) continue;
    CAPTURE(kind->id);
    const std::string tag = std::string(kSeverities[static_cast<std::size_t>(kind->severity)]) + "[" + std::string(kind->id) + "]: ";
    const bool is_shown = read_text(kCatalogue / kind->id / "expected").find(": " + tag) != std::string::npos;
    CHECK(is_shown);
  }
}

TEST_CASE("a broken file hides no other") {
  const std::string said = shown(check(kCatalogue / "one-of-three", "concise"));
  for (const std::string_view file : {"pairs/ada.yaml:", "pairs/bo.yaml:", "pairs/cy.yaml:"}) CHECK(said.find(file) != std::string::npos);
}

TEST_CASE("a meeting whose status is not understood is not taken for one that was held") {
  const Journal journal;
  write_text(journal.path() / "pairs/ada.yaml", std::string(kPair) + "meetings: [{date: 2026-03-20}, {date: 2026-03-24, status: canceled}]\n");
  const std::string said = run_in(journal.path(), {"status", "--format", "json"}).out;
  const bool is_held = said.find("\"meetings_held\": 2") != std::string::npos;
  CHECK(!is_held);
}

TEST_CASE("a rhythm that mentor.yaml sets is not said to stand in the pair's file") {
  const Journal journal;
  write_text(journal.path() / "mentor.yaml", "programme: A circle\ndefaults: {cadence: 1 week}\n");
  write_text(journal.path() / "pairs/ada.yaml", std::string(kPair) + "meetings: [{date: 2026-01-05}, {date: 2026-01-12}]\n");
  const std::string said = shown(check(journal.path()));
  CHECK(said.find("meeting-overdue") != std::string::npos);
  CHECK(said.find("7 days (pairs/") == std::string::npos);
}

TEST_CASE("what has a journal's name and is no file is told and left alone") {
  const Journal journal;
  fs::create_directory(journal.path() / "pairs/folder.yaml");
  REQUIRE(::mkfifo((journal.path() / "pairs/pipe.yaml").c_str(), 0600) == 0);
  CHECK(journal.concise() ==
        "pairs/folder.yaml:1:1: warning[not-a-file]: this has a journal's name but is a folder\n"
        "pairs/pipe.yaml:1:1: warning[not-a-file]: this has a journal's name but is neither file nor folder\n[0]\n");
}

TEST_CASE("links are not followed, neither out of the journal nor in a circle") {
  const Journal journal;
  const FreshFolder elsewhere;
  write_text(elsewhere.path() / "bo.yaml", "mentor: Radia\nmentee: Bo\n");
  fs::create_symlink(elsewhere.path() / "bo.yaml", journal.path() / "pairs/bo.yaml");
  fs::create_symlink("loop.yaml", journal.path() / "pairs/loop.yaml");
  fs::create_directory_symlink(elsewhere.path(), journal.path() / "pairs/elsewhere");
  fs::create_directory_symlink(journal.path(), journal.path() / "pairs/round");
  CHECK(journal.concise() ==
        "pairs/bo.yaml:1:1: info[link-not-followed]: this is a link, and links are not followed\n"
        "pairs/loop.yaml:1:1: info[link-not-followed]: this is a link, and links are not followed\n[0]\n");
}

TEST_CASE("settings that are a link are told, not passed over") {
  const Journal journal;
  const FreshFolder elsewhere;
  write_text(elsewhere.path() / "mentor.yaml", "signs: {never-met: off}\n");
  fs::create_symlink(elsewhere.path() / "mentor.yaml", journal.path() / "mentor.yaml");
  CHECK(journal.concise() == "mentor.yaml:1:1: info[link-not-followed]: this is a link, and links are not followed\n[0]\n");
}

TEST_CASE("what must not be read by this user is told") {
  if (::geteuid() == 0) return;  // root may read everything
  const Journal journal;
  write_text(journal.path() / "pairs/bo.yaml", kPair);
  fs::permissions(journal.path() / "pairs/bo.yaml", fs::perms::none);
  fs::create_directory(journal.path() / "closed");
  fs::permissions(journal.path() / "closed", fs::perms::none);
  CHECK(journal.concise() ==
        "closed/:1:1: error[unreadable]: the folder cannot be opened: Permission denied\n"
        "pairs/bo.yaml:1:1: error[unreadable]: the file cannot be read: Permission denied\n[1]\n");
  fs::permissions(journal.path() / "closed", fs::perms::owner_all);
}

TEST_CASE("a file over 1 MiB is refused, and one of just 1 MiB is not") {
  const Journal journal;
  const auto padded = [](std::size_t size) {
    std::string text{kPair};
    while (text.size() + 80 < size) text += "# " + std::string(77, '.') + "\n";
    return text + "#" + std::string(size - text.size() - 2, '.') + "\n";
  };
  write_text(journal.path() / "pairs/bo.yaml", padded((1 << 20) + 1));
  write_text(journal.path() / "pairs/cy.yaml", padded(1 << 20));
  CHECK(journal.concise() == "pairs/bo.yaml:1:1: error[too-large]: the file is larger than 1024 KiB\n[1]\n");
}

TEST_CASE("folders are entered to a depth that no journal reaches") {
  const Journal journal;
  fs::path deep = journal.path();
  for (int i = 0; i < 20; ++i) deep /= "d";
  write_text(deep / "bo.yaml", kPair);
  const std::string said = journal.concise();
  CHECK(said.find(":1:1: warning[too-deep-folder]: folders are nested more than 16 deep here\n[0]\n") != std::string::npos);
}

TEST_CASE("a value longer than any note is refused") {
  const Journal journal;
  write_text(journal.path() / "pairs/bo.yaml", std::string(kPair) + "purpose: " + std::string(70'000, 'a') + "\n");
  const std::string said = journal.concise();
  CHECK(said.starts_with("pairs/bo.yaml:4:10: error[yaml-too-large]: "));
  const std::string full = shown(check(journal.path()));
  CHECK(full.size() < 2000);
}

TEST_CASE("words of the command line are shown, not obeyed") {
  const Journal journal;
  const std::string nasty = "a\x1b]0;x\x07\n::error::b";
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{nasty}, {"check", nasty}, {"check", "-C", nasty}, {"check", "--today", nasty}, {"check", "--select", nasty},
                                                    {"check", "--format", nasty}, {"check", "--" + nasty}, {"explain", nasty}, {"check", "--width", nasty}}) {
    const Ran ran = run_in(journal.path(), arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(is_inert(ran.err));
    CHECK(ran.err.find("\n::") == std::string::npos);
  }
}

}  // namespace mentor::transcript
