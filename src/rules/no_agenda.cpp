// Finds pairs that often meet without an agenda.
#include "rules/recent.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"count", 3, "meetings", "without an agenda among those below", Origin::judgement},
    {"window", 6, "meetings that note it", "how far back is looked", Origin::judgement},
};
constexpr const Limit &kCount = kLimits[0], &kWindow = kLimits[1];

bool is_noted(const Meeting& meeting) { return meeting.agenda_by != Party::unset; }

void check(const Case& c, Findings& findings) {
  int noted = 0, none = 0, by_mentor = 0, by_mentee = 0;
  for (auto it = c.held().rbegin(); it != c.held().rend() && noted < c.count(kWindow); ++it) {
    const Party by = (*it)->agenda_by;
    noted += by != Party::unset;
    none += by == Party::none;
    by_mentor += by == Party::mentor || by == Party::both;
    by_mentee += by == Party::mentee || by == Party::both;
  }
  if (none == 0 || none < c.count(kCount)) return;
  const Relationship& r = c.relationship;
  Finding finding;
  finding.message = say("{} of the last {} that note it had no agenda; {} brought {}, {} {}", none, counted(noted, "meeting"), r.mentor.name, by_mentor,
                        r.mentee.name, by_mentee);
  for (const Meeting* const meeting : last_noted(c, noted, is_noted)) {
    if (meeting->agenda_by != Party::none) continue;
    finding.place = meeting->place;
    finding.evidence.push_back({meeting->place, meeting->date, say("no agenda")});
  }
  finding.limit = &kCount;
  finding.limit_value = c.limit(kCount);
  finding.repair = say("write three lines the day before, and note who did as `agenda-by:`; `mentor agenda` drafts them");
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule no_agenda;
constinit const Rule no_agenda = {
    .id = "no-agenda",
    .title = "Many meetings have no agenda",
    .source = "S17, S21, C7, T23",
    .needs = Needs::agendas,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "An hour without a plan goes to whatever is loudest. Three lines are enough, and it does the mentee good to write them: it is their development that "
        "the hour is for. Only meetings that say who brought an agenda, or that there was `none`, are counted.",
    .repair = "Meetings with an agenda, however short.",
    .ask = "What would you like to have talked about when we part today?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-02, agenda-by: mentee}
  - {date: 2026-02-16, agenda-by: none}
  - {date: 2026-03-02, agenda-by: none}
  - {date: 2026-03-16, agenda-by: none}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-02, agenda-by: mentee}
  - {date: 2026-02-16, agenda-by: none}
  - {date: 2026-03-02}
  - {date: 2026-03-16, agenda-by: mentor}
)"},
    .check = check,
};

}  // namespace mentor
