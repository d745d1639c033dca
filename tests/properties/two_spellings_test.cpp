// One relationship in YAML and in Markdown is one model: made-up relationships are written in both spellings, read, and compared as the
// export shows them.
#include <doctest/doctest.h>

#include <array>
#include <deque>
#include <set>

#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "journal/settle.hpp"
#include "journal/values.hpp"
#include "random_journal.hpp"
#include "report/model_json.hpp"

namespace mentor {
namespace {

using random_journal::Dice;
using random_journal::RandomRecord;
using random_journal::RandomValue;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t kRelationships = 200;
#else
constexpr std::uint64_t kRelationships = 1000;
#endif

/// Without files and lines, in which the spellings differ.
std::string without_places(std::string_view json) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t place = json.find("\"file\": ", at);
    out += json.substr(at, place - at);
    if (place == std::string_view::npos) return out;
    at = json.find(", ", json.find("\"line\": ", place)) + 2;
  }
}

/// How long the private texts are, in the order of the table: all that the model knows of them.
void add_private(const Kind& kind, const void* record, std::string& out) {
  for (const Field& field : kind.fields) {
    const void* const member = field.member(const_cast<void*>(record));
    if (field.shape == Shape::private_text) out += " " + std::to_string(static_cast<const PrivateText*>(member)->size());
    if (field.shape == Shape::record) add_private(*field.record, member, out);
    if (field.shape != Shape::records) continue;
    for (std::size_t i = 0; i < field.size(member); ++i) add_private(*field.record, field.at(member, i), out);
  }
}

struct Model {
  std::string json, problems;
};

Model read(std::string path, std::string text) {
  const std::array<Source, 1> sources = {Source{std::move(path), std::move(text)}};
  Tree tree;
  Problems problems;
  Relationship relationship;
  read_source(sources[0], MarkdownRole::relationship, tree, problems);
  People people;
  people.mentor = read_person("Grace Hopper <grace@example.org>");
  people.mentee = read_person("Ada Lovelace");
  if (!tree.empty()) Binder(sources[0], 0, tree, people, problems).bind(0, kinds::relationship, relationship);
  Model model;
  for (const Problem& problem : problems) model.problems += std::string(problem.kind->id) + " in line " + std::to_string(problem.line) + ": " + problem.excerpt + "\n";
  Problems of_order;
  settle(relationship, {}, sources, of_order);
  model.json = without_places(model_json(relationship, sources));
  add_private(kinds::relationship, &relationship, model.json);
  return model;
}

void note_fields(const RandomRecord& record, std::set<const Field*>& seen) {
  for (const RandomValue& value : record.values) {
    seen.insert(value.field);
    for (const RandomRecord& part : value.records) note_fields(part, seen);
  }
}

void all_fields(const Kind& kind, std::set<const Field*>& all) {
  for (const Field& field : kind.fields) {
    all.insert(&field);
    if (field.record != nullptr) all_fields(*field.record, all);
  }
}

constexpr std::string_view kMarkdownExample = R"(---
mentor: Grace Hopper <grace@example.org>
mentee: Ada Lovelace <ada@example.org>
started: 2026-01-07
until: 2026-12-16
kind: developmental
cadence: 2 weeks
length: 60 min
purpose: Ada moves from analyst to tech lead
phase: progress-making
---

# Grace and Ada

## Agreement 2026-01-14

Signed: mentor, mentee
Expectations of mentor: opens doors, tells the truth early
Expectations of mentee: brings the agenda
Boundaries: no performance rating, no calls after 19:00
Confidentiality: stays between us; the facilitator only if both agree
Accountability: we name a skipped action aloud
Facilitator: Joan Clarke <joan@example.org>
Why mentor: I had nobody to ask
Why mentee: I want to be heard earlier in decisions

## Goal: Lead a design review (review)

Set: 2026-01-21
Due: 2026-06-30
Horizon: medium
Measure: chairs one review from agenda to decision
Why: be heard earlier in decisions
Priority: mentor 2, mentee 1
Stage: doing
- 2026-02-25 mentee: keep -- still the one that matters
- 2026-02-25 mentor: revise -- narrow it to one team

## 2026-01-14 held 55/60 min

Agenda by: mentee
Proposed by: mentee
Presence: mentor 5, mentee 4
Contribution: mentor 3, mentee 4
Pulse: mentor 4, mentee 4
Topics: work, challenges
Goals: review
Learned mentee: how a review is scoped

Free text stays free text.

- [x] Ada: read the review guide due:2026-01-21 done:2026-01-20 goal:review
- [ ] Grace: introduce Ada to Edith due:2026-01-28

Feedback from mentee: more time on design, less on status
Next: 2026-01-28 10:00

## 2026-01-28 cancelled by mentor, 2 h before

## 2026-01-30 moved to 2026-02-02 by mentor, 1 day before

## 2026-02-11 no-show mentee

## 2026-03-01 contact from mentee, answered 2026-03-03

## 2026-04-01 to 2026-04-20 pause: parental leave
)";

constexpr std::string_view kYamlExample = R"(mentor: Grace Hopper <grace@example.org>
mentee: Ada Lovelace <ada@example.org>
started: 2026-01-07
until: 2026-12-16
kind: developmental
cadence: 2 weeks
length: 60 min
purpose: Ada moves from analyst to tech lead
phase: progress-making
agreement:
  date: 2026-01-14
  signed: [mentor, mentee]
  expectations: {mentor: "opens doors, tells the truth early", mentee: brings the agenda}
  boundaries: "no performance rating, no calls after 19:00"
  confidentiality: stays between us; the facilitator only if both agree
  accountability: we name a skipped action aloud
  facilitator: Joan Clarke <joan@example.org>
  why: {mentor: I had nobody to ask, mentee: I want to be heard earlier in decisions}
goals:
  - id: review
    title: Lead a design review
    set: 2026-01-21
    due: 2026-06-30
    horizon: medium
    measure: chairs one review from agenda to decision
    why: be heard earlier in decisions
    priority: {mentor: 2, mentee: 1}
    stage: doing
    status: active
    reviews:
      - {date: 2026-02-25, by: mentee, verdict: keep, note: still the one that matters}
      - {date: 2026-02-25, by: mentor, verdict: revise, note: narrow it to one team}
meetings:
  - date: 2026-01-14
    status: held
    minutes: 55/60
    agenda-by: mentee
    proposed-by: mentee
    presence: {mentor: 5, mentee: 4}
    contribution: {mentor: 3, mentee: 4}
    pulse: {mentor: 4, mentee: 4}
    topics: [work, challenges]
    goals: [review]
    learned: {mentee: how a review is scoped}
    notes: Free text stays free text.
    actions:
      - {mentee: read the review guide, due: 2026-01-21, done: 2026-01-20, goal: review}
      - {mentor: introduce Ada to Edith, due: 2026-01-28}
    feedback:
      - {from: mentee, text: "more time on design, less on status"}
    next: 2026-01-28 10:00
  - {date: 2026-01-28, status: cancelled, by: mentor, notice: 2 h}
  - {date: 2026-01-30, status: moved, to: 2026-02-02, by: mentor, notice: 1 day}
  - {date: 2026-02-11, status: no-show, by: mentee}
contacts:
  - {date: 2026-03-01, from: mentee, answered: 2026-03-03}
pauses:
  - {from: 2026-04-01, to: 2026-04-20, reason: parental leave}
)";

/// Around the first byte in which the two differ.
std::string difference(std::string_view a, std::string_view b) {
  const std::size_t at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const std::size_t from = at < 120 ? 0 : at - 120;
  return std::string(a.substr(from, 240)) + "\n --- against ---\n" + std::string(b.substr(std::min(from, b.size()), 240));
}

}  // namespace

// May fail until a goal that says no status and no end counts as active, as the example has it.
TEST_CASE("the example of the documentation means the same in both spellings") {
  const Model from_yaml = read("pairs/ada.yaml", std::string(kYamlExample));
  const Model from_markdown = read("pairs/ada.md", std::string(kMarkdownExample));
  CHECK(from_yaml.problems == "");
  CHECK(from_markdown.problems == "");
  CHECK_MESSAGE(from_yaml.json == from_markdown.json, difference(from_yaml.json, from_markdown.json));
}

TEST_CASE("a relationship means the same in YAML and in Markdown") {
  std::set<const Field*> seen, all;
  std::size_t different = 0;
  for (std::uint64_t seed = 1; seed <= kRelationships && different < 5; ++seed) {
    Dice dice(seed);
    const RandomRecord relationship = random_journal::make_relationship(dice);
    note_fields(relationship, seen);
    const std::string yaml = random_journal::dress(random_journal::spell_yaml(relationship, dice), dice);
    const std::string markdown = random_journal::dress(random_journal::spell_markdown(relationship, dice), dice);
    const Model from_yaml = read("pairs/ada.yaml", yaml);
    const Model from_markdown = read("pairs/ada.md", markdown);
    if (from_yaml.json == from_markdown.json && from_yaml.problems.empty() && from_markdown.problems.empty()) continue;
    ++different;
    INFO("seed " << seed << "\nproblems of the YAML:\n" << from_yaml.problems << "problems of the Markdown:\n" << from_markdown.problems);
    FAIL_CHECK(difference(from_yaml.json, from_markdown.json));
  }
  all_fields(kinds::relationship, all);
  for (const Field* field : all) {
    CAPTURE(field->name);
    CHECK(seen.contains(field));
  }
}

}  // namespace mentor
