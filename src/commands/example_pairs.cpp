#include "commands/example_pairs.hpp"

#include <charconv>

namespace mentor {
namespace {

/// `{-14}` stands for the day two weeks before today.
constexpr std::string_view kAda = R"(---
mentor: Grace Thimble <grace@example.org>
mentee: Ada Lantern <ada@example.org>
started: {-90}
cadence: 2 weeks
length: 60 min
purpose: Ada moves from analyst to tech lead
---

# Grace and Ada

## Agreement {-84}

Signed: mentor, mentee
Expectations of mentor: asks before advising
Expectations of mentee: brings the agenda
Confidentiality: stays between us

## Goal: Lead a design review (review)

Set: {-84}
Due: {60}
Measure: chairs one review from agenda to decision
Why: be heard earlier in decisions
- {-28} mentee: keep -- still the one that matters
- {-28} mentor: keep -- good pace

## {-84} held 60/60 min

Agenda by: mentee
Pulse: mentor 4, mentee 4
Topics: getting started
Goals: review
Learned mentee: what a review is for
Feedback from mentee: the pace is right
Next: {-70}

- [x] Ada: sit in on a review due:{-70} done:{-74}

## {-70} held 55/60 min

Agenda by: mentee
Pulse: mentor 4, mentee 4
Goals: review
Learned mentee: how questions are asked
Feedback from mentor: come with one question more
Next: {-56}

- [x] Ada: write down three questions due:{-56} done:{-58}

## {-56} held 60/60 min

Agenda by: mentee
Pulse: mentor 4, mentee 5
Goals: review
Learned mentor: how much the form hides
Next: {-42}

- [x] Grace: introduce Ada to Edith due:{-42} done:{-45}

## Review {-42}

Change in mentee: asks before deciding
Change in relationship: we disagree more easily

## {-42} held 60/60 min

Agenda by: mentee
Pulse: mentor 4, mentee 5
Goals: review
Learned mentee: to scope before starting
Feedback from mentee: the examples help
Next: {-28}

- [x] Ada: scope the parser review due:{-28} done:{-30}

## {-28} held 58/60 min

Agenda by: mentee
Pulse: mentor 5, mentee 5
Goals: review
Learned mentee: to say what a review is not about
Next: {-14}

- [x] Ada: find a date for the review due:{-14} done:{-20}

## Review {-14}

Change in mentee: takes the chair without being asked

## {-14} held 60/60 min

Agenda by: mentee
Pulse: mentor 5, mentee 5
Goals: review
Learned mentee: how to end on a decision
Feedback from mentor: say earlier when you are stuck
Next: {7}

- [ ] Ada: chair the parser review due:{7}
)";

constexpr std::string_view kBo = R"(mentor: Radia Kettle
mentee: Bo Winter
started: {-110}
cadence: 2 weeks
length: 45 min
goals:
  - {id: talk, title: Give a talk at the spring meeting, set: {-100}}
meetings:
  - {date: {-100}, minutes: 45/45, topics: [getting started], next: {-86}}
  - {date: {-86}, minutes: 40/45, goals: [talk], next: {-72}}
  - date: {-72}
    minutes: 45/45
    goals: [talk]
    actions:
      - {mentee: draft the outline, due: {-58}}
    next: {-58}
  - {date: {-58}, status: cancelled, by: mentor, notice: 2 h}
  - date: {-51}
    minutes: 25/45
    actions:
      - {mentee: draft the outline, due: {-37}}
      - {mentor: find the date of the meeting, due: {-37}}
    next: {-37}
  - {date: {-37}, status: cancelled, by: mentee, notice: 1 h}
  - {date: {-30}, status: no-show, by: mentor}
contacts:
  - {date: {-16}, from: mentee, note: asked for a new date}
)";

constexpr std::string_view kCy = R"(---
mentor: Edith Clarke
mentee: Cy Rowan
started: {-330}
until: {14}
cadence: monthly
length: 60 min
---

# Edith and Cy

## Agreement {-320}

Signed: mentor, mentee

## Goal: Run the on-call rota (oncall)

Set: {-300}
Measure: three months without a missed shift
Status: met
Closed: {-40}

## {-160} held 60/60 min

Goals: oncall

## {-130} held 60/60 min

Goals: oncall

## {-100} held 55/60 min

Goals: oncall

## {-70} held 60/60 min

Goals: oncall

## {-40} held 60/60 min

Goals: oncall
Next: {-10}

## {-10} held 60/60 min

Next: {14}

## Closing

Talked: {-40}
Decided: {-40}
Basis: goals
Agreed by: mentor, mentee
Reason: the goal is met, and the year is over
Last session: {14}
Last session told: {-40}
Achievements: the rota runs
Learned mentee: to hand over early
)";

std::string dated(std::string_view text, Date today) {
  std::string out;
  while (!text.empty()) {
    int days = 0;
    const auto [end, error] =
        text[0] == '{' ? std::from_chars(text.data() + 1, text.data() + text.size(), days) : std::from_chars_result{nullptr, std::errc::invalid_argument};
    if (error == std::errc{} && *end == '}') {
      out += iso(today + days);
      text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    } else {
      out += text[0];
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::vector<NewFile> example_pairs(Date today) {
  return {{"pairs/ada.md", dated(kAda, today)}, {"pairs/bo.yaml", dated(kBo, today)}, {"pairs/cy.md", dated(kCy, today)}};
}

}  // namespace mentor
