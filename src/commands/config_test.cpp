// The page that `mentor config` prints is a mentor.yaml that sets what is in force.
#include <doctest/doctest.h>

#include "transcript.hpp"

namespace mentor {
namespace {

using transcript::FreshFolder;
using transcript::run_in;
using transcript::write_text;

constexpr std::string_view kSettings = R"(programme: "Harbour: mentoring #2"
coordinator: Joan Winter <joan@example.org>
defaults: {cadence: 3 weeks, length: 45 min, journal-delay: 5}
holidays:
  - {from: 2026-12-21, to: 2027-01-04, name: winter break}
signs:
  cancellations: off
  no-shows: {count: 2, severity: error}
  short-meetings: {share: 0.725}
false-alarms: {drifting: 30}
exclude: [archive/**, "old notes/*.md"]
aliases: {boc: Bo Winter}
phases: clutterbuck
)";

std::string config(std::string_view settings, const std::vector<std::string>& more = {}) {
  const FreshFolder folder;
  write_text(folder.path() / "mentor.yaml", settings);
  std::vector<std::string> words = {"config"};
  words.insert(words.end(), more.begin(), more.end());
  return run_in(folder.path(), words).shown();
}

}  // namespace

TEST_CASE("the page of mentor config sets what is in force when it is read as mentor.yaml") {
  for (const std::string_view settings : {std::string_view{"programme: A small circle\n"}, kSettings}) {
    const std::string page = config(settings);
    CHECK(page.find("mentor: ") == std::string::npos);
    CHECK(config(page) == page);
    CHECK(config(config(settings, {"--show-origin"})) == page);
  }
  CHECK(config(kSettings) != config(""));
}

TEST_CASE("every line of mentor.yaml is found again in the page") {
  const std::string page = config(kSettings);
  for (const std::string_view part :
       {"Harbour: mentoring #2", "Joan Winter <joan@example.org>", "21 days", "45 min", "journal-delay: 5", "winter break", "cancellations: {severity: off",
        "severity: error, count: 2", "share: 0.725", "drifting: 30", "old notes/*.md", "boc: Bo Winter", "clutterbuck"}) {
    INFO(part);
    CHECK(page.find(part) != std::string::npos);
  }
}

}  // namespace mentor
