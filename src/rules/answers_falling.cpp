// Finds pairs whose answers say that the purpose was clearer once, or the rapport deeper.
#include <fmt/format.h>

#include <algorithm>

#include "journal/values.hpp"
#include "rules/axes.hpp"
#include "rules/evidence.hpp"
#include "rules/rule.hpp"
#include "rules/talks.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"sure", 0.95, "probability", "so likely, at least, answers go down rather than up; four of four are enough", Origin::judgement},
    {"drop", 0.5, "of 5", "so far, at least, they fell on the mean, drawn towards 0 by one answer's worth", Origin::judgement},
    {"days", 60, "days", "answers of the two that lie further apart do not belong together, and those of one side that lie closer are not compared",
     Origin::practice},
};
constexpr const Limit &kSure = kLimits[0], &kDrop = kLimits[1], &kDays = kLimits[2];

int rating(const Answers& answers, std::string_view statement) {
  const auto at = std::ranges::find(answers.items, Text{statement}, &Entry::key);
  return at == answers.items.end() ? 0 : read_rating(at->value);
}

bool tells_of(const Answers& answers, const Axis& axis) {
  return answers.set == Text{"health"} && std::ranges::any_of(axis.statements, [&](std::string_view statement) { return rating(answers, statement) != 0; });
}

/// The last answers of one side that tell of the axis, from a day up to another; null when there are none.
const Answers* last_of(const Case& c, Party party, const Axis& axis, Date upto) {
  const Answers* found = nullptr;
  for (const Answers& answers : c.relationship.answers)
    if (answers.from == party && answers.date && answers.date <= upto && (found == nullptr || answers.date >= found->date) && tells_of(answers, axis))
      found = &answers;
  return found;
}

/// What one side said in the last round, and in the one before.
struct TwoRounds {
  const Answers *before = nullptr, *now = nullptr;
  int lower = 0, higher = 0, same = 0, points = 0;

  TwoRounds(const Case& c, Party party, const Axis& axis) {
    now = last_of(c, party, axis, c.today);
    if (now != nullptr) before = last_of(c, party, axis, now->date - c.count(kDays) - 1);
    if (before == nullptr) return;
    for (const std::string_view statement : axis.statements) {
      const int was = rating(*before, statement), is = rating(*now, statement);
      if (was == 0 || is == 0) continue;
      points += is - was;
      ++(is < was ? lower : is > was ? higher : same);
    }
  }
};

bool are_together(const Case& c, const Answers& a, const Answers& b) { return std::abs(days_between(a.date, b.date)) <= c.count(kDays); }

Evidence seen(const Case& c, const Answers& answers, const Axis& axis) {
  std::string list;
  for (const std::string_view statement : axis.statements)
    if (const int value = rating(answers, statement); value != 0) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", statement, value);
  return {answers.place, answers.date, say("{}: {}", name_of(c.relationship, answers.from), list)};
}

void check_axis(const Case& c, const Axis& axis, Findings& findings) {
  const TwoRounds mentor{c, Party::mentor, axis}, mentee{c, Party::mentee, axis};
  if (mentor.before == nullptr || mentee.before == nullptr) return;
  if (!are_together(c, *mentor.now, *mentee.now) || !are_together(c, *mentor.before, *mentee.before)) return;
  const Answers& last = *std::max(mentor.now, mentee.now, [](const Answers* a, const Answers* b) { return a->date < b->date; });
  if (last_talk(c) >= last.date) return;
  const int lower = mentor.lower + mentee.lower, higher = mentor.higher + mentee.higher, all = lower + higher + mentor.same + mentee.same;
  // where one side goes up, the two see it differently, and no axis falls
  if (mentor.points > 0 || mentee.points > 0 || evidence::probability_of_majority(lower, higher) < c.limit(kSure)) return;
  if (-evidence::shrunk_mean(mentor.points + mentee.points, all) < c.limit(kDrop)) return;
  const Date since = std::max(mentor.before->date, mentee.before->date);
  Finding finding;
  finding.message = say("{} than on {}: of {} to `health`, {} are lower and {} higher", axis.fallen, iso(since), counted(all, "answer"), lower,
                        higher == 0 ? std::string("none is") : fmt::format("{}", higher));
  finding.place = last.place;
  for (const TwoRounds* const side : {&mentor, &mentee})
    for (const Answers* const answers : {side->before, side->now}) finding.evidence.push_back(seen(c, *answers, axis));
  std::ranges::stable_sort(finding.evidence, {}, &Evidence::date);
  finding.limit = &kSure;
  finding.limit_value = c.limit(kSure);
  finding.repair = say("talk about what has changed since {}, and note the talk as a review with its date", iso(since));
  finding.subject = fmt::format("{} {}", axis.name, iso(last.date));
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  for (const Axis& axis : kAxes) check_axis(c, axis, findings);
}

}  // namespace

extern constinit const Rule answers_falling;
constinit const Rule answers_falling = {
    .id = "answers-falling",
    .title = "Answers on purpose or rapport are lower than before",
    .source = "M6, S19, S21",
    .needs = Needs::answers,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "A relationship is carried by two things: that both know what it is for, and that they can talk openly. Either can fade while the meetings go on. Two "
        "rounds of the question set `health` show it, the statements on purpose for one and those on trust and conversation for the other; all answers to one "
        "of the two count together, so that a single low one says nothing. How the meetings feel is left to the pulse and its rules, and what is missing from "
        "a goal to the rules on goals. Nothing is read out before both have answered.",
    .repair = "A talk about what has changed, noted as a review; or answers that no longer fall.",
    .ask = "What was clearer or easier between us when we last asked ourselves, and what would bring some of it back?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-09-01
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
answers:
  - {date: 2025-11-10, from: mentor, set: health, items: {point: 5, chosen-again: 4, on-subject: 5}}
  - {date: 2025-11-12, from: mentee, set: health, items: {point: 4, chosen-again: 4, on-subject: 4}}
  - {date: 2026-03-17, from: mentor, set: health, items: {point: 4, chosen-again: 4, on-subject: 3}}
  - {date: 2026-03-18, from: mentee, set: health, items: {point: 3, chosen-again: 2, on-subject: 3}}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-09-01
meetings: [{date: 2026-02-16}, {date: 2026-03-02}, {date: 2026-03-16}]
answers:
  - {date: 2025-11-10, from: mentor, set: health, items: {point: 5, chosen-again: 4, on-subject: 5}}
  - {date: 2025-11-12, from: mentee, set: health, items: {point: 4, chosen-again: 4, on-subject: 4}}
  - {date: 2026-03-17, from: mentor, set: health, items: {point: 4, chosen-again: 4, on-subject: 5}}
  - {date: 2026-03-18, from: mentee, set: health, items: {point: 4, chosen-again: 3, on-subject: 4}}
)"},
    .check = check,
};

}  // namespace mentor
