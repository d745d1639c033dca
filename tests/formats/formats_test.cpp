// One sample report that uses every layout and nasty text, in each format; the pages beside this file are what is printed.
#include <doctest/doctest.h>

#include "report/format.hpp"
#include "transcript.hpp"

namespace mentor::transcript {
namespace {

Line line(Message text, std::vector<Fact> facts = {}, Box box = Box::none) {
  Line out;
  out.text = std::move(text);
  out.facts = std::move(facts);
  out.box = box;
  return out;
}

Line on(Date date, std::string_view sign) {
  Line out = line(say("<met>"), {{"sign", "", sign}});
  out.date = date;
  return out;
}

Section sample() {
  const Text nasty{"<b>*bold*</b> | @all #1 \x1b[31m ::error:: ##[x ` www.example.org"};
  Section section;
  section.id = "ada";
  section.heading = say("ada: {}", nasty);
  section.intro = say("A paragraph above everything, long enough to be wrapped at eighty columns, as prose in a terminal should be.");
  section.facts = {{"state", "state", std::string_view("on-track")}, {"held", "", 3L}, {"", "only people", Message{say("see {}", nasty)}}};
  Line dated = line(say("a day of the timeline"));
  dated.date = Date{20000};
  dated.figure = -1.5;
  dated.mark = {"pairs/ada.md", 7, 1};
  Line placed = line(say("ask for it"), {{"owner", "who", std::string_view("mentee")}}, Box::open);
  placed.mark = {"pairs/a`b.md", 9, 1};
  Line with_points = line(say("second"));
  with_points.points = {line(say("a point below it, and one that is long enough to go on in the next line, where it stands below itself")), placed};
  section.blocks = {
      {"timeline", "What happened", {dated}},
      {"actions", "Actions", {placed, line(say("{}", nasty), {}, Box::ticked)}, Layout::bullets, say("What is open.")},
      {"steps",
       "Steps",
       {line(say("first"), {{"why", "why", Message{say("because it is first, and because a long reason is wrapped below the text it belongs to")}}}),
        with_points},
       Layout::numbered},
      {"views",
       "Two views",
       {line(say("Lead a design review"), {{"mentor", "mentor", 2L}, {"mentee", "mentee", 1L}}),
        line(say("Give a talk at the spring meeting of the whole engineering department"),
             {{"mentee", "mentee", Message{say("wants it more than anything else this year, and says so at every meeting")}}})},
       Layout::table},
      {"letter", "In words", {line(say("One paragraph.")), line(say("- and one that looks like a list"))}, Layout::prose},
      {"journey",
       "The picture",
       {on(Date{19990}, "#"), on(Date{19991}, "#"), on(Date{20010}, "x"), on(Date{20040}, ">"), on(Date{20041}, "*")},
       Layout::journey,
       say("Signs by month.")},
      {"nothing", "Never shown to people", {}, Layout::bullets},
  };
  return section;
}

}  // namespace

TEST_CASE("every format prints every part of a report, and acts on no text in it") {
  Report report;
  report.schema = "mentor.sample/1";
  report.group = "relationships";
  report.today = Date{20000};
  report.has_sections = true;
  report.closing = say("One relationship.");
  const Look look{.width_columns = 80};
  for (const Format* const format : all_formats()) {
    CAPTURE(format->name);
    const std::string printed = format->head(report, look) + format->section(sample(), look) + format->tail(report, look);
    const fs::path page = fs::path(MENTOR_ROOT) / "tests/formats" / (std::string(format->name) + ".golden");
    if (wants_update()) write_text(page, printed);
    CHECK_MESSAGE(read_text(page) == printed, differences(read_text(page), printed, page.string()));
    CHECK(printed.find('\x1b') == std::string::npos);
  }
}

}  // namespace mentor::transcript
