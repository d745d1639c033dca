// Finds pairs whose two sides see the relationship differently: in how meetings feel, or in whether it is on track.
#include <cmath>

#include "rules/evidence.hpp"
#include "rules/recent.hpp"
#include "rules/talks.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"gap", 1, "of 5", "from this mean difference of the pulses on, drawn towards 0 by one meeting's worth", Origin::judgement},
    {"meetings", 6, "meetings that both rated", "how far back is looked; two are needed", Origin::judgement},
    {"days", 60, "days", "answers of the two that lie further apart are not compared", Origin::practice},
};
constexpr const Limit &kGap = kLimits[0], &kMeetings = kLimits[1], &kDays = kLimits[2];

bool is_rated_by_both(const Meeting& meeting) { return meeting.pulse.mentor.value != 0 && meeting.pulse.mentee.value != 0; }

void compare_pulses(const Case& c, Findings& findings) {
  int of_mentor = 0, of_mentee = 0, count = 0;
  const Meeting* last = nullptr;
  for (auto it = c.held().rbegin(); it != c.held().rend() && count < c.count(kMeetings); ++it) {
    if (!is_rated_by_both(**it)) continue;
    if (last == nullptr) last = *it;
    of_mentor += (*it)->pulse.mentor.value;
    of_mentee += (*it)->pulse.mentee.value;
    ++count;
  }
  if (count < 2 || std::fabs(evidence::shrunk_mean(of_mentor - of_mentee, count)) < c.limit(kGap)) return;
  Finding finding;
  const Relationship& r = c.relationship;
  finding.message = say("{} puts the last {} that both rated at {:.1f} of 5, {} at {:.1f}", r.mentor.name, counted(count, "meeting"),
                        static_cast<double>(of_mentor) / count, r.mentee.name, static_cast<double>(of_mentee) / count);
  finding.place = last->place;
  for (const Meeting* const meeting : last_noted(c, count, is_rated_by_both))
    if (is_rated_by_both(*meeting))
      finding.evidence.push_back({meeting->place, meeting->date,
                                  say("{} of 5 for {}, {} for {}", meeting->pulse.mentor.value, r.mentor.name, meeting->pulse.mentee.value, r.mentee.name)});
  finding.limit = &kGap;
  finding.limit_value = c.limit(kGap);
  finding.repair = say("compare notes on one meeting each of you remembers; ratings that come closer clear it");
  finding.subject = "pulse";
  findings.push_back(std::move(finding));
}

const Answers* latest(const Case& c, Party party) {
  const Answers* found = nullptr;
  for (const Answers& answers : c.relationship.answers)
    if (answers.from == party && answers.on_track != OnTrack::unset && answers.date && answers.date <= c.today && (!found || answers.date >= found->date))
      found = &answers;
  return found;
}

void compare_answers(const Case& c, Findings& findings) {
  const Answers *of_mentor = latest(c, Party::mentor), *of_mentee = latest(c, Party::mentee);
  if (of_mentor == nullptr || of_mentee == nullptr || of_mentor->on_track == of_mentee->on_track) return;
  const Date first = std::min(of_mentor->date, of_mentee->date), second = std::max(of_mentor->date, of_mentee->date);
  if (days_between(first, second) > c.limit(kDays) || last_talk(c) >= second) return;
  Finding finding;
  const Relationship& r = c.relationship;
  finding.message =
      say("asked whether it is on track, {} says {} and {} says {}", r.mentor.name, word(of_mentor->on_track), r.mentee.name, word(of_mentee->on_track));
  finding.place = of_mentor->date > of_mentee->date ? of_mentor->place : of_mentee->place;
  for (const Answers* const answers : {of_mentor, of_mentee})
    finding.evidence.push_back({answers->place, answers->date, say("{}: {}", name_of(r, answers->from), word(answers->on_track))});
  finding.repair = say("talk about what each of you sees, and note the talk as a review: `reviews:` with its date");
  finding.subject = "on-track " + iso(second);
  findings.push_back(std::move(finding));
}

void check(const Case& c, Findings& findings) {
  compare_pulses(c, findings);
  compare_answers(c, findings);
}

}  // namespace

extern constinit const Rule views_differ;
constinit const Rule views_differ = {
    .id = "views-differ",
    .title = "The two see the relationship differently",
    .source = "S13, T2, Q1, M6",
    .needs = Needs::views,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Two views of the same hour are information, no error: the difference is often the best place to begin a talk. Pairs that are content tell similar "
        "stories of their meetings (Varga and Deutsch 2016). One side's answers are only read out once the other's are there.",
    .repair = "A talk about it, noted as a review; ratings that come closer.",
    .ask = "How does our work together look from where you sit, and what do I not see?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-16, pulse: {mentor: 5, mentee: 3}}
  - {date: 2026-03-02, pulse: {mentor: 5, mentee: 3}}
  - {date: 2026-03-16, pulse: {mentor: 4, mentee: 3}}
answers:
  - {date: 2026-03-17, from: mentor, set: stalled, on-track: yes}
  - {date: 2026-03-18, from: mentee, set: stalled, on-track: no}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-03-02, pulse: {mentor: 5, mentee: 4}}
  - {date: 2026-03-16, pulse: {mentor: 4, mentee: 3}}
answers:
  - {date: 2026-03-17, from: mentor, set: stalled, on-track: yes}
  - {date: 2026-03-18, from: mentee, set: stalled, on-track: no}
reviews: [{date: 2026-03-23, change-in-relationship: we said it}]
)"},
    .check = check,
};

}  // namespace mentor
