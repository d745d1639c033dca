#include "journal/markdown.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

namespace mentor {
namespace {

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? '|' : c;
  return out;
}

/// `{key: value, list: [..]}`; a line end in a value is a `|`.
std::string dump(const Tree& tree, std::uint32_t at = 0) {
  const Node& node = tree.nodes[at];
  if (node.kind == Node::Kind::null) return "~";
  if (node.kind == Node::Kind::scalar) return one_line(node.text);
  const bool is_map = node.kind == Node::Kind::map;
  std::string out;
  for (std::uint32_t child = at + 1; child < node.next;) {
    if (!out.empty()) out += ", ";
    if (is_map) {
      out += one_line(tree.nodes[child].text) + ": ";
      child = tree.nodes[child].next;
    }
    out += dump(tree, child);
    child = tree.nodes[child].next;
  }
  return (is_map ? "{" : "[") + out + (is_map ? "}" : "]");
}

std::string shown(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems)
    out += " !" + std::string(problem.kind->id) + "@" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  return out;
}

std::string read(std::string text, MarkdownRole role, std::string path) {
  const Source source{std::move(path), std::move(text)};
  Tree tree;
  Problems problems;
  read_markdown(source, role, tree, problems);
  return (tree.empty() ? "nothing" : dump(tree)) + shown(problems);
}
std::string pair(std::string text) { return read(std::move(text), MarkdownRole::relationship, "pairs/ada.md"); }
std::string note(std::string text, std::string path = "pairs/cy/2026-02-16.md") { return read(std::move(text), MarkdownRole::note, std::move(path)); }
std::string voice(std::string text, std::string path = "pairs/cy/feedback/2026-03-02-mentee.md") {
  return read(std::move(text), MarkdownRole::answers, std::move(path));
}
std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
  return out;
}

}  // namespace

TEST_CASE("front matter belongs to the relationship") {
  CHECK(pair("---\nmentor: G\nmentee: A\n---\n") == "{mentor: G, mentee: A}");
  CHECK(pair("---\nmentor: G\n...\n# G and A\n") == "{mentor: G}");
  CHECK(pair("---\nmentor: G\n---") == "{mentor: G}");
  CHECK(pair("---\n---\n## 2026-01-14\n") == "{meetings: [{date: 2026-01-14}]}");
  CHECK(pair("\n---\nmentor: G\n---\n## 2026-01-14\n---\na\n") == "{mentor: G, meetings: [{date: 2026-01-14, notes: ---|a}]}");
  CHECK(pair("") == "nothing");
  CHECK(pair("\xEF\xBB\xBF---\nmentor: G\n---\n") == "{mentor: G}");
  CHECK(pair("---\r\nmentor: G\r\n---\r\n## 2026-01-14\r\n") == "{mentor: G, meetings: [{date: 2026-01-14}]}");
}

TEST_CASE("front matter without an end is a problem, and nothing is used") {
  CHECK(pair("---\nmentor: G\n") == "nothing !front-matter-unclosed@1:1");
  CHECK(pair("---") == "nothing !front-matter-unclosed@1:1");
  CHECK(pair("---\na: [\n---\n## 2026-01-14\n").starts_with("nothing !yaml"));
  CHECK(pair("---\njust words\n---\n## 2026-01-14\n") == "{meetings: [{date: 2026-01-14}]} !wrong-type@2:1");
}

TEST_CASE("a heading tells what became of a meeting") {
  CHECK(pair("## 2026-01-14\n") == "{meetings: [{date: 2026-01-14}]}");
  CHECK(pair("## 2026-01-14 held\n") == "{meetings: [{date: 2026-01-14, status: held}]}");
  CHECK(pair("## 2026-01-14 held 55/60 min\n") == "{meetings: [{date: 2026-01-14, status: held, minutes: 55/60}]}");
  CHECK(pair("## 2026-01-14 10:00 held 55 min ##\n") == "{meetings: [{date: 2026-01-14, status: held, minutes: 55}]}");
  CHECK(pair("### 2026-01-14 \u2013 held, 55 minutes\n") == "{meetings: [{date: 2026-01-14, status: held, minutes: 55}]}");
  CHECK(pair("# 2026-01-14: Held\n") == "{meetings: [{date: 2026-01-14, status: Held}]}");
  CHECK(pair("## Meeting 2026-01-14 - held\n") == "{meetings: [{date: 2026-01-14, status: held}]}");
  CHECK(pair("## 2026-01-28 cancelled by mentor, 2 h before\n") == "{meetings: [{date: 2026-01-28, status: cancelled, by: mentor, notice: 2 h}]}");
  CHECK(pair("## 2026-01-28 canceled\n") == "{meetings: [{date: 2026-01-28, status: cancelled}]}");
  CHECK(pair("## 2026-01-28 cancelled by Ada Lovelace, 30 min before\n") ==
        "{meetings: [{date: 2026-01-28, status: cancelled, by: Ada Lovelace, notice: 30 min}]}");
  CHECK(pair("## 2026-01-30 moved to 2026-02-02 by mentor, 1 day before\n") ==
        "{meetings: [{date: 2026-01-30, status: moved, to: 2026-02-02, by: mentor, notice: 1 day}]}");
  CHECK(pair("## 2026-01-30 moved by both\n") == "{meetings: [{date: 2026-01-30, status: moved, by: both}]}");
  CHECK(pair("## 2026-02-11 no-show mentee\n") == "{meetings: [{date: 2026-02-11, status: no-show, by: mentee}]}");
  CHECK(pair("## 2026-02-11 no show by mentee\n") == "{meetings: [{date: 2026-02-11, status: no-show, by: mentee}]}");
  CHECK(pair("## 2026-02-11 planned, booked 2026-01-14\n") == "{meetings: [{date: 2026-02-11, status: planned, booked: 2026-01-14}]}");
}

TEST_CASE("a date is handed on as it is written") {
  CHECK(pair("## 2026-02-30\n") == "{meetings: [{date: 2026-02-30}]}");
  CHECK(pair("## 14/01/2026 held\n") == "{meetings: [{date: 14/01/2026, status: held}]}");
  CHECK(pair("## 14.1.26\n") == "{meetings: [{date: 14.1.26}]}");
  CHECK(pair("## 14 January 2026 held\n") == "{meetings: [{date: 14 January 2026, status: held}]}");
  CHECK(pair("## 14 Januar 2026\n") == "{meetings: [{date: 14 Januar 2026}]}");
}

TEST_CASE("a dated heading opens other sections too") {
  CHECK(pair("## 2026-03-01 contact from mentee, answered 2026-03-03\n") == "{contacts: [{date: 2026-03-01, from: mentee, answered: 2026-03-03}]}");
  CHECK(pair("## 2026-03-01 contact from mentee: asked for a date\n") == "{contacts: [{date: 2026-03-01, from: mentee, note: asked for a date}]}");
  CHECK(pair("## 2026-04-01 to 2026-04-20 pause: parental leave\n") == "{pauses: [{from: 2026-04-01, to: 2026-04-20, reason: parental leave}]}");
  CHECK(pair("## 2026-04-01 pause\n") == "{pauses: [{from: 2026-04-01}]}");
  CHECK(pair("## 2026-04-01 \u2013 2026-04-20 pause by mentee, announced 2026-03-18: leave, unpaid\n") ==
        "{pauses: [{from: 2026-04-01, to: 2026-04-20, by: mentee, announced: 2026-03-18, reason: leave, unpaid}]}");
  CHECK(pair("## 2026-04-01 to 2026-04-20 pause: leave, unpaid, announced 2026-03-18\n") ==
        "{pauses: [{from: 2026-04-01, to: 2026-04-20, announced: 2026-03-18, reason: leave, unpaid}]}");
  CHECK(pair("## 2026-12-21 to 2027-01-04 holiday: winter break\n") == "{holidays: [{from: 2026-12-21, to: 2027-01-04, name: winter break}]}");
  CHECK(pair("## 2026-06-01 cadence: 4 weeks\n") == "{cadence: [{from: 2026-06-01, every: 4 weeks}]}");
  CHECK(pair("## Cadence 2026-06-01: 4 weeks\n") == "{cadence: [{from: 2026-06-01, every: 4 weeks}]}");
  CHECK(pair("## 2026-03-04 review\n") == "{reviews: [{date: 2026-03-04}]}");
}

TEST_CASE("headings of the vocabulary open their sections") {
  CHECK(pair("## Agreement 2026-01-14\n") == "{agreement: {date: 2026-01-14}}");
  CHECK(pair("## Goal: Lead a design review (review)\n") == "{goals: [{id: review, title: Lead a design review}]}");
  CHECK(pair("## Goal: Learn C (and C++)\n") == "{goals: [{title: Learn C (and C++)}]}");
  CHECK(pair("## goal 2026-01-21 - Learn C: the basics\n") == "{goals: [{set: 2026-01-21, title: Learn C: the basics}]}");
  CHECK(pair("## Review 2026-03-04\n") == "{reviews: [{date: 2026-03-04}]}");
  CHECK(pair("## Disconnect 2026-03-11\n") == "{disconnects: [{date: 2026-03-11}]}");
  CHECK(pair("## Concern 2026-05-01 by mentee, confidential\n") == "{concerns: [{raised: {date: 2026-05-01, by: mentee, confidential: yes}}]}");
  CHECK(pair("## Closing 2026-12-16\n") == "{closing: {closed: 2026-12-16}}");
  CHECK(pair("## Answers 2026-03-02 from mentee\n") == "{answers: [{date: 2026-03-02, from: mentee}]}");
  CHECK(pair("## 2026-03-01 snooze until 2026-04-01: after the release\n\nRule: cancellations\n") ==
        "{snoozes: [{date: 2026-03-01, until: 2026-04-01, reason: after the release, rule: cancellations}]}");
  CHECK(pair("## Thanks 2026-03-01 from mentee: the introduction\n") == "{thanks: [{date: 2026-03-01, from: mentee, text: the introduction}]}");
  CHECK(pair("## Event 2026-05-01 mentee\n\nnew team\n") == "{events: [{date: 2026-05-01, who: mentee, what: new team}]}");
  CHECK(pair("## Recommitment 2026-06-01 by mentor, mentee\n") == "{recommitments: [{date: 2026-06-01, by: mentor, mentee}]}");
  CHECK(pair("## Stretch 2026-03-01: spoke at the all-hands\n") == "{stretch: [{date: 2026-03-01, what: spoke at the all-hands}]}");
  CHECK(pair("## Introduction 2026-03-01 to Edith Clarke: knows the board\n") ==
        "{introductions: [{date: 2026-03-01, to: Edith Clarke, why: knows the board}]}");
  CHECK(pair("## Reason 2026-05-01 lack-of-time, suspected\n") == "{reasons: [{date: 2026-05-01, code: lack-of-time, stated: suspected}]}");
}

TEST_CASE("what a heading has beyond the grammar is shown") {
  CHECK(pair("## 2026-01-14 kick-off\n") == "{meetings: [{date: 2026-01-14}]} !unknown-heading@1:15");
  CHECK(pair("## 2026-01-14 to 2026-01-20\n") == "{meetings: [{date: 2026-01-14}]} !unknown-heading@1:15");
  CHECK(pair("## Review 2026-03-04 with Bob\n") == "{reviews: [{date: 2026-03-04}]} !unknown-heading@1:22");
  CHECK(pair("## Ideas\n\n- [ ] Ada: one day\n") == "nothing !unknown-heading@1:4");
}

TEST_CASE("a title and a heading that only gathers are passed over") {
  CHECK(pair("# Grace and Ada\n\n# Goal setting with Ada\n\n## Meetings\n\n### 2026-01-14\n\n## Goals\n") == "{meetings: [{date: 2026-01-14}]}");
}

TEST_CASE("a heading below a meeting is part of its notes, unless it opens a section") {
  CHECK(pair("## 2026-01-14\n### Topics of the day\na\n### Thanks\nb\n#### Disconnect 2026-01-14\nc\n### Actions\n- [ ] Ada: read\n") ==
        "{disconnects: [{date: 2026-01-14, description: c}], meetings: [{date: 2026-01-14, notes: ### Topics of the day|a|### Thanks|b, "
        "actions: [{owner: Ada, text: read}]}]}");
}

TEST_CASE("labels are fields of the section") {
  CHECK(pair("## 2026-01-14\nAgenda by: mentee\nPresence: mentor 5, mentee 4\n") ==
        "{meetings: [{date: 2026-01-14, agenda-by: mentee, presence: mentor 5, mentee 4}]}");
  CHECK(pair("## Closing\nLast session told: 2026-11-04\nLast session date: 2026-12-09\nAbout you: no\n") ==
        "{closing: {last-session: {told: 2026-11-04, date: 2026-12-09}, about-you: no}}");
  CHECK(pair("## Agreement\nExpectations of mentor: opens doors\nWhy mentee: be heard\nExpectations of Ada: agenda\n") ==
        "{agreement: {expectations: {mentor: opens doors, Ada: agenda}, why: {mentee: be heard}}}");
  CHECK(pair("## 2026-01-14\n**Topics:** work, challenges\n__Goals__: review\n*Booked:* 2026-01-07\n") ==
        "{meetings: [{date: 2026-01-14, topics: work, challenges, goals: review, booked: 2026-01-07}]}");
  CHECK(pair("## Concern\nRaised: 2026-05-01 by mentee\nSecond chance answered: 2026-06-05\nSecond chance striving for: a lead role\n") ==
        "{concerns: [{raised: {date: 2026-05-01, by: mentee}, second-chance: {answered: 2026-06-05, striving-for: a lead role}}]}");
  CHECK(pair("## Concern\nRaised by: mentee\nRaised date: 2026-05-01\nDecided: 2026-06-20, end: both agree\nRenegotiated: soon\n") ==
        "{concerns: [{raised: {by: mentee, date: 2026-05-01}, decided: {date: 2026-06-20, decision: end, reason: both agree}, renegotiated: soon}]}");
  CHECK(pair("## Disconnect\nAction: conversation until 2026-03-25\n") == "{disconnects: [{action: {what: conversation, until: 2026-03-25}}]}");
  CHECK(pair("Mentor: Grace\nCadence: weekly\n") == "{mentor: Grace, cadence: weekly}");
}

TEST_CASE("feedback is a record a line") {
  CHECK(pair("## 2026-01-14\nFeedback from mentee: more time\nFeedback mentor: fine\nFeedback: all well\n") ==
        "{meetings: [{date: 2026-01-14, feedback: [{from: mentee, text: more time}, {from: mentor, text: fine}, {text: all well}]}]}");
  CHECK(pair("## 2026-01-14\nFeedback: none\n") == "{meetings: [{date: 2026-01-14, feedback: []}]}");
  CHECK(pair("## 2026-01-14\nFeedback: []\n") == "{meetings: [{date: 2026-01-14, feedback: []}]}");
  CHECK(pair("## 2026-01-14\nFeedback from both:\n") == "{meetings: [{date: 2026-01-14, feedback: [{from: both}]}]}");
}

TEST_CASE("a value may go on below its label") {
  CHECK(pair("## Agreement\nBoundaries: no rating,\n  no calls\n  after 19:00\nConfidentiality: ours\\\nalone\nSigned: mentor\n") ==
        "{agreement: {boundaries: no rating,|no calls|after 19:00, confidentiality: ours|alone, signed: mentor}}");
  CHECK(pair("## 2026-01-14\nTopics:\n- work, mostly\n- challenges\n\nText.\n") ==
        "{meetings: [{date: 2026-01-14, topics: [work, mostly, challenges], notes: Text.}]}");
  CHECK(pair("## Agreement\nBoundaries:\n- no rating\n- no calls\n") == "{agreement: {boundaries: - no rating|- no calls}}");
  CHECK(pair("## Goal: x\nDue:\n") == "{goals: [{title: x, due: ~}]}");
  CHECK(pair("## 2026-01-14\nPrivate:\nthis stays\n  mine\n\nand this does not\n") ==
        "{meetings: [{date: 2026-01-14, private: this stays|mine, notes: and this does not}]}");
}

TEST_CASE("a value in brackets is YAML where a list or a map can stand") {
  CHECK(pair("## 2026-01-14\nTopics: [work, \"a, b\"]\nLearned: {mentee: to ask}\nNext: [soon]\n") ==
        "{meetings: [{date: 2026-01-14, topics: [work, a, b], learned: {mentee: to ask}, next: [soon]}]}");
  CHECK(pair("## 2026-01-14\nTopics: [link](x) and more\n") == "{meetings: [{date: 2026-01-14, topics: [link](x) and more}]}");
  CHECK(pair("## 2026-01-14\nFeedback: [{from: both}]\n") == "{meetings: [{date: 2026-01-14, feedback: [{from: both}]}]}");
}

TEST_CASE("a line with a colon that is no label is text; a slip of the pen is shown") {
  CHECK(pair("## 2026-01-14\nIn short: it went well.\nhttps://example.org\n") ==
        "{meetings: [{date: 2026-01-14, notes: In short: it went well.|https://example.org}]}");
  CHECK(pair("## 2026-01-14\nAgneda by: mentee\n") == "{meetings: [{date: 2026-01-14, notes: Agneda by: mentee}]} !unknown-key@2:1");
  CHECK(pair("## 2026-01-14\nLerned mentee: to ask\n") == "{meetings: [{date: 2026-01-14, notes: Lerned mentee: to ask}]} !unknown-key@2:1");
  CHECK(pair("## 2026-01-14\nX-mood: sunny\n") == "{meetings: [{date: 2026-01-14}]}");
}

TEST_CASE("the same label twice keeps the first") {
  CHECK(pair("## 2026-01-14\nTopics: a\nTopics: b\n") == "{meetings: [{date: 2026-01-14, topics: a}]} !duplicate-key@3:1");
  CHECK(pair("---\nmentor: G\n---\nMentor: H\n") == "{mentor: G} !duplicate-key@4:1");
  CHECK(pair("## Agreement\nWhy mentor: a\nWhy of mentor: b\n") == "{agreement: {why: {mentor: a}}} !duplicate-key@3:1");
}

TEST_CASE("task items are actions") {
  CHECK(pair("## 2026-01-14\n- [x] Ada: read the guide due:2026-01-21 done:2026-01-20 goal:review\n* [ ] Grace Hopper: call Edith\n") ==
        "{meetings: [{date: 2026-01-14, actions: [{owner: Ada, text: read the guide, due: 2026-01-21, done: 2026-01-20, goal: review}, "
        "{owner: Grace Hopper, text: call Edith}]}]}");
  CHECK(
      pair("## 2026-01-14\n+ [X] read\n1. [-] write\n2) [ ] one two three: four logged:2026-01-15\n") ==
      "{meetings: [{date: 2026-01-14, actions: [{text: read, done: yes}, {text: write, state: cancelled}, {text: one two three: four, logged: 2026-01-15}]}]}");
  CHECK(pair("## Actions\n- [ ] Ada: send the draft date:2026-01-16\n") == "{actions: [{owner: Ada, text: send the draft, date: 2026-01-16}]}");
  CHECK(pair("## Actions 2026-01-16\n- [ ] send the draft\n") == "{actions: [{text: send the draft, date: 2026-01-16}]}");
  CHECK(pair("- [ ] Ada: send\n") == "{actions: [{owner: Ada, text: send}]}");
}

TEST_CASE("what stands below a task, and a plain item, is text") {
  CHECK(pair("## 2026-01-14\n- [ ] Ada: read\n  the long one\n  - [ ] and this\n- plain\n  - [ ] Bo: write\n") ==
        "{meetings: [{date: 2026-01-14, notes:   the long one|  - [ ] and this|- plain, actions: [{owner: Ada, text: read}, {owner: Bo, text: write}]}]}");
  CHECK(pair("## 2026-01-14\nFeedback from mentee: fine\n  - [ ] Ada: read\n") ==
        "{meetings: [{date: 2026-01-14, actions: [{owner: Ada, text: read}], feedback: [{from: mentee, text: fine}]}]}");
}

TEST_CASE("verdicts on a goal are list items") {
  CHECK(pair("## Goal: x\n- 2026-02-25 mentee: keep -- still matters\n- 2026-02-25 Grace: revise \u2014 narrow it\n- 2026-03-01 both: met\n- else\n") ==
        "{goals: [{title: x, reviews: [{date: 2026-02-25, by: mentee, verdict: keep, note: still matters}, {date: 2026-02-25, by: Grace, verdict: revise, "
        "note: narrow it}, "
        "{date: 2026-03-01, by: both, verdict: met}]}]}");
}

TEST_CASE("answers are pairs of the user's own") {
  CHECK(pair("## Answers 2026-03-02 from mentee\nSet: stalled\nOn track: unsure\n- going-well: 4\nWhat else: not much\n  really\n") ==
        "{answers: [{date: 2026-03-02, from: mentee, set: stalled, on-track: unsure, items: {going-well: 4, what-else: not much|really}}]}");
  CHECK(voice("---\nset: stalled\n---\n- going-well: 4\n") == "{answers: [{set: stalled, date: 2026-03-02, from: mentee, items: {going-well: 4}}]}");
  CHECK(voice("# Answers 2026-03-02 from mentor\n- a: 1\n", "x/stalled.md") == "{answers: [{date: 2026-03-02, from: mentor, items: {a: 1}}]}");
  CHECK(voice("Date: 2026-03-05\nFrom: mentor\n") == "{answers: [{date: 2026-03-05, from: mentor}]} !date-mismatch@1:7");
}

TEST_CASE("below a heading with a question's id everything is the answer, up to the next heading") {
  const std::string front = "---\ndate: 2026-03-02\nfrom: mentee\nset: stalled\n---\n# Stalled\n\n";
  const std::string head = "{answers: [{date: 2026-03-02, from: mentee, set: stalled";
  CHECK(voice(front + "## view: How is it?\n\nSlow.\nNote: it was better.\n\n- [ ] a box\n### more\n\n## going-well: What?\n<!-- write here -->\n\n## last: And?\n4\n") ==
        head + ", items: {view: Slow.|Note: it was better.||- [ ] a box|### more, last: 4}}]}");
  CHECK(voice(front + "## on-track: Are we?\nUnsure, since March\n") == head + ", on-track: Unsure, items: {on-track: Unsure, since March}}]}");
  CHECK(voice(front + "## on-track: Are we?\nhard to say\n") == head + ", items: {on-track: hard to say}}]}");
  CHECK(voice(front + "## view: How?\nnone\n### deeper: One?\nhere\n## Trust\n> We can.\n- awkward:\n- awkward-wanted: 5\n") ==
        head + ", items: {view: none, deeper: here, awkward: ~, awkward-wanted: 5}}]}");
  CHECK(pair("## Answers 2026-03-02 from mentor\n### view: How?\nfine\n\n## 2026-03-04 held\nTopics: x\n") ==
        "{answers: [{date: 2026-03-02, from: mentor, items: {view: fine}}], meetings: [{date: 2026-03-04, status: held, topics: x}]}");
}

TEST_CASE("an answer may stand below its label, and what is private is no answer") {
  CHECK(voice("- a:\nwell enough\n- b: 2\n") == "{answers: [{date: 2026-03-02, from: mentee, items: {a: well enough, b: 2}}]}");
  CHECK(voice("## private: x\nsecret\n- private from me: secret\n").find("secret") == std::string::npos);
}

TEST_CASE("free text keeps its lines and paragraphs") {
  CHECK(pair("## 2026-01-14\n\n\na\nb\n\n\n\nc  \n> d\n\n") == "{meetings: [{date: 2026-01-14, notes: a|b||c  |> d}]}");
  CHECK(pair("## 2026-01-14\na\nTopics: x\nb\n\n---\n\nc\n") == "{meetings: [{date: 2026-01-14, topics: x, notes: a|b||c}]}");
  CHECK(pair(with_crlf("## 2026-01-14\na\nb\n\nc\n")) == "{meetings: [{date: 2026-01-14, notes: a|b||c}]}");
  CHECK(pair("## 2026-04-01 pause: leave\n\nIt was planned.\n") == "{pauses: [{from: 2026-04-01, reason: leave||It was planned.}]}");
}

TEST_CASE("text that stands together is not copied") {
  const Source source{"a.md", "## 2026-01-14\n\na\nb\n\nc\n"};
  Tree tree;
  Problems problems;
  read_markdown(source, MarkdownRole::relationship, tree, problems);
  const Node& notes = tree.nodes.back();
  CHECK(notes.text == "a\nb\n\nc");
  CHECK(notes.text.data() == source.text.data() + 15);
  CHECK(notes.line == 3);
}

TEST_CASE("code is text, whatever it holds") {
  CHECK(pair("## 2026-01-14\n```\n## 2026-01-15\n- [ ] x\n<!-- a -->\n```\nb\n") ==
        "{meetings: [{date: 2026-01-14, notes: ```|## 2026-01-15|- [ ] x|<!-- a -->|```|b}]}");
  CHECK(pair("## 2026-01-14\n~~~~ text\n~~~\n~~~~\n## 2026-01-15\n") ==
        "{meetings: [{date: 2026-01-14, notes: ~~~~ text|~~~|~~~~}], meetings: [{date: 2026-01-15}]}");
  CHECK(pair("## 2026-01-14\n```x``` is code\n## 2026-01-15\n") == "{meetings: [{date: 2026-01-14, notes: ```x``` is code}], meetings: [{date: 2026-01-15}]}");
  CHECK(pair("```\n## 2026-01-14\n") == "nothing");
}

TEST_CASE("a fence ends with the item that holds it") {
  CHECK(note("- see\n  ```\n  # x\n- [ ] Ada: read\n").find("actions: [{owner: Ada, text: read") != std::string::npos);
  CHECK(note("- see\nat the margin\n    ```\n    - [ ] Ada: no\n    ```\n- [ ] Ada: yes\n").find("text: no") == std::string::npos);
  CHECK(note("```\n    ```\n- [ ] Ada: no\n").find("text: no") == std::string::npos);
}

TEST_CASE("every node stands on the line it says") {
  for (const std::string text :
       {"---\nagenda-by: mentee\n---\nText.\n", "# Weekly\n\n## Meeting 0\n\nWe met\n", "---\n# none\n---\nText.\n", "\n\n- [ ] Ada: read\n"}) {
    CAPTURE(text);
    const Source source{"pairs/cy/2026-02-16.md", text};
    Tree tree;
    Problems problems;
    read_markdown(source, MarkdownRole::note, tree, problems);
    REQUIRE_FALSE(tree.empty());
    for (const Node& node : tree.nodes) CHECK(node.line == 1 + std::count(text.begin(), text.begin() + node.span.begin, '\n'));
  }
}

TEST_CASE("a number behind the word meeting counts meetings") {
  CHECK(note("# Meeting 3\n") == "{meetings: [{date: 2026-02-16}]}");
  CHECK(note("# 2026-02-16 held 50\n") == "{meetings: [{date: 2026-02-16, status: held, minutes: 50}]}");
}

TEST_CASE("comments say nothing") {
  CHECK(pair("## 2026-01-14 <!-- x --> held\nTopics: a <!-- and b -->\n<!--\n## 2026-01-15\n-->\nc <!-- d\ne --> f\n") ==
        "{meetings: [{date: 2026-01-14, status: held, topics: a, notes: c  f}]}");
  CHECK(pair("## 2026-01-14\na <!-- b\n## 2026-01-15\n") == "{meetings: [{date: 2026-01-14, notes: a <!-- b}], meetings: [{date: 2026-01-15}]}");
  CHECK(pair("## 2026-01-14\nsay `<!--` and `-->`\n") == "{meetings: [{date: 2026-01-14, notes: say `<!--` and `-->`}]}");
  CHECK(pair("## 2026-01-14\na\n<!-- b -->\nc\n") == "{meetings: [{date: 2026-01-14, notes: a|c}]}");
}

TEST_CASE("what stands behind a comment of several lines has its own line") {
  CHECK(pair("## 2026-01-14\n<!-- a\nb --> Agneda by: mentee\n") == "{meetings: [{date: 2026-01-14, notes:  Agneda by: mentee}]} !unknown-key@3:7");
}

TEST_CASE("private text stays with its section and out of the notes") {
  CHECK(pair("## 2026-01-14\na\n<!-- private -->\n## 2026-01-15\nsecret\n<!-- /private -->\nb\n") ==
        "{meetings: [{date: 2026-01-14, notes: a|b, private: ## 2026-01-15|secret}]}");
  CHECK(pair("## 2026-01-14\na <!--private-->s<!--/private--> b\n<!-- private -->t<!-- /private -->\n") ==
        "{meetings: [{date: 2026-01-14, notes: a  b, private: s|t}]}");
  CHECK(pair("## 2026-01-14\n<!-- private -->\nsecret\n## 2026-01-15\n") ==
        "{meetings: [{date: 2026-01-14, private: secret|## 2026-01-15}]} !private-unclosed@2:1");
}

TEST_CASE("a note is a meeting, dated by front matter, heading or file name") {
  CHECK(note("---\ndate: 2026-02-16\nstatus: held\nreviews: [{date: 2026-02-16}]\n---\nText.\n") ==
        "{reviews: [{date: 2026-02-16}], meetings: [{date: 2026-02-16, status: held, notes: Text.}]}");
  CHECK(note("# Notes with Ada\n\nTopics: work\nText.\n## Next steps\n- [ ] Ada: read\n") ==
        "{meetings: [{date: 2026-02-16, topics: work, notes: Text.|## Next steps, actions: [{owner: Ada, text: read}]}]}");
  CHECK(note("# With Ada, 2026-02-16 (room 4)\nText.\n", "cy/notes.md") == "{meetings: [{date: 2026-02-16, notes: Text.}]}");
  CHECK(note("", "cy/2026-02-16-anything.md") == "{meetings: [{date: 2026-02-16}]}");
  CHECK(note("", "cy/notes.md") == "nothing");
  CHECK(note("Words.\n", "cy/notes.md") == "{meetings: [{notes: Words.}]}");
  CHECK(
      note("# 2026-02-16 held 50 min\n## Review 2026-02-16\nHow recognised: well\n## Actions\n- [ ] Ada: read\n") ==
      "{reviews: [{date: 2026-02-16, how-recognised: well}], meetings: [{date: 2026-02-16, status: held, minutes: 50, actions: [{owner: Ada, text: read}]}]}");
}

TEST_CASE("a note may hold several meetings") {
  CHECK(note("Before.\n\n## 2026-02-16 held\na\n## 2026-03-02\nb\n") ==
        "{meetings: [{date: 2026-02-16, status: held, notes: Before.||a}], meetings: [{date: 2026-03-02, notes: b}]}");
  CHECK(note("---\ndate: 2026-02-16\n---\na\n## 2026-03-02\nb\n") == "{meetings: [{date: 2026-02-16, notes: a}], meetings: [{date: 2026-03-02, notes: b}]}");
}

TEST_CASE("two days for one note are shown, and the text counts") {
  CHECK(note("# 2026-02-17\n") == "{meetings: [{date: 2026-02-17}]} !date-mismatch@1:3");
  CHECK(note("---\ndate: 2026-02-17\n---\n") == "{meetings: [{date: 2026-02-17}]} !date-mismatch@2:7");
  CHECK(note("# 2026-02-02\n# 2026-02-16\n") == "{meetings: [{date: 2026-02-02}], meetings: [{date: 2026-02-16}]}");
}

TEST_CASE("hostile shapes are read in linear time") {
  const auto repeated = [](std::string_view part, std::size_t bytes) {
    std::string text = "## 2026-01-14\n";
    while (text.size() < bytes) text += part;
    return text;
  };
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string_view part : {"<!--",
                                      "`",
                                      "```a\n",
                                      "<!-- private -->",
                                      "<!-- private --><!-- /private -->",
                                      "<!-- x -->",
                                      "- ",
                                      "> ",
                                      "*",
                                      "# ",
                                      "## 2026-01-14 x\n",
                                      "a: b\n",
                                      "Topics: a\n",
                                      "Topics: [a]\n",
                                      "Feedback mentor: x\n  y\n",
                                      "- [ ] a: due:x\n",
                                      "1.",
                                      "[",
                                      "Topics:\n- a\n",
                                      "\\\n",
                                      "x:\\\n",
                                      "~~~\n",
                                      "2026-",
                                      ":",
                                      "\t",
                                      "<"}) {
    for (const bool own_line : {false, true}) pair(repeated(std::string(part) + (own_line ? "\n" : ""), 1 << 18));
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

}  // namespace mentor
