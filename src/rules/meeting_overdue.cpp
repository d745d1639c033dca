// Finds relationships that have been silent for longer than their rhythm explains: the sum S1 of the method.
#include "rules/rule.hpp"
#include "rules/method.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kCadence{"cadence", 0, "days", "the rhythm the pair agreed on", Origin::source};
constexpr Limit kLimits[] = {
    {"cadences", 1.5, "times the cadence", "silence that is worth a word even while the odds are good", Origin::judgement},
};
constexpr const Limit& kCadences = kLimits[0];

const Meeting* last_held(const Case& c) {
  for (auto it = c.assessment.visible.rbegin(); it != c.assessment.visible.rend(); ++it)
    if ((*it)->is_held()) return (*it)->meeting;
  return nullptr;
}

Severity severity(const Case& c) {
  const Assessment& a = c.assessment;
  if (a.state == State::stalled || a.state == State::dormant) return Severity::error;
  return a.ground == Assessment::Ground::both_sums ? Severity::warning : Severity::info;
}

void add_evidence(const Case& c, const Meeting& last, Finding& finding) {
  const Assessment& a = c.assessment;
  finding.evidence.push_back({last.place, last.date, say("the last meeting that is noted as held")});
  for (const Slot* const slot : a.visible)
    if (slot->day > a.silence.since) finding.evidence.push_back({slot->meeting->place, slot->meeting->date, say("{}", word(slot->status))});
  for (const ContactFacts& contact : c.history.contacts)
    if (contact.date > a.silence.since && contact.date <= c.today)
      finding.evidence.push_back(
          {contact.contact->place, contact.date, contact.answered && contact.answered <= c.today ? say("message, answered") : say("message, no answer noted")});
}

/// "this pair means to meet every 14 days", with where that is written.
Message rhythm(const Case& c, Finding& finding) {
  const Rhythms& r = c.assessment.rhythms;
  finding.limit = &kCadence;
  finding.limit_value = r.cadence;
  finding.limit_origin = r.is_agreed ? "mentor.yaml" : r.cadence == method::kDefaultCadenceDays ? "judgement" : "observed";
  if (!r.is_agreed)
    return r.cadence == method::kDefaultCadenceDays ? say("no rhythm was agreed; {} is assumed", days(r.cadence))
                                                    : say("this pair usually meets every {}", days(r.cadence));
  for (const CadenceStep& step : c.relationship.cadence)
    if (!step.from || step.from <= c.today) {
      finding.limit_place = step.place;
      finding.limit_value = step.every.days;
    }
  return say("this pair means to meet every {}", days(finding.limit_value));
}

void check(const Case& c, Findings& findings) {
  const Assessment& a = c.assessment;
  const Meeting* const last = last_held(c);
  if (last == nullptr || a.state == State::closing) return;
  const bool is_stopped = a.state == State::stalled || a.state == State::dormant;
  if (!is_stopped && a.ground != Assessment::Ground::both_sums && (a.silence.cadences < c.limit(kCadences) || a.has_booking)) return;
  Finding finding;
  finding.severity = severity(c);
  finding.party = a.party;
  const Message usual = rhythm(c, finding);
  const int silent = days_between(last->date, c.today);
  finding.message = finding.severity == Severity::info ? say("no meeting is noted for {}; {}", days(silent), usual)
                                                       : say("no meeting is noted for {}; {}; {}", days(silent), usual, odds(a.points.total));
  finding.place = finding.limit_place.line != 0 ? finding.limit_place : last->place;
  add_evidence(c, *last, finding);
  finding.repair =
      say("agree on a date and note it as `next:`; if you have met since {}, note that meeting; if you are taking a break, note a pause", iso(last->date));
  finding.subject = iso(last->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule meeting_overdue;
constinit const Rule meeting_overdue = {
    .id = "meeting-overdue",
    .title = "No meeting for longer than the pair's rhythm explains",
    .source = "S8, S17, S26",
    .needs = Needs::meetings,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Silence is the clearest sign that a relationship is fading. The days since the last held meeting are weighed against the agreed rhythm and the gaps "
        "this pair has had "
        "before; pauses, holidays and a few days for writing things down do not count. An agreed date ahead or an answered message speaks for the pair, an "
        "unanswered message or a "
        "cancelled meeting that was not made up for speaks against it. A gap in the journal is not a gap in the relationship: if you met, noting it settles "
        "the matter.",
    .repair = "Agree on a date and note it; or note the meeting that did take place; or note a pause.",
    .ask = "What would make it easy to meet again, and is meeting still useful to both of us?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2025-11-03
cadence: 2 weeks
meetings:
  - {date: 2025-11-10}
  - {date: 2025-11-24}
  - {date: 2025-12-08}
  - {date: 2025-12-22}
)",
                R"(mentor: Grace
mentee: Ada
started: 2025-11-03
cadence: 2 weeks
meetings:
  - {date: 2026-03-02}
  - {date: 2026-03-16}
  - {date: 2026-03-30}
)"},
    .check = check,
};

}  // namespace mentor
