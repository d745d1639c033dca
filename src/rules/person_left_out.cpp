// Finds pairs that used to talk about the person as well and for a while have talked about tasks only.
#include <algorithm>

#include "rules/recent.hpp"
#include "rules/topics.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 4, "meetings with topics", "since the person was last among them", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];

bool is_about_the_person(const Meeting& meeting) { return std::ranges::any_of(meeting.topics, is_personal); }

void check(const Case& c, Findings& findings) {
  int since = 0;
  const Meeting *last = nullptr, *newest = nullptr;
  for (auto it = c.held().rbegin(); it != c.held().rend() && last == nullptr; ++it) {
    if ((*it)->topics.empty()) continue;
    if (newest == nullptr) newest = *it;
    if (is_about_the_person(**it))
      last = *it;
    else
      ++since;
  }
  if (last == nullptr || since == 0 || since < c.count(kMeetings)) return;
  const Text topic = *std::ranges::find_if(last->topics, is_personal);
  Finding finding;
  finding.message = say("{} since the topics were last about the person (`{}`, {})", counted(since, "meeting"), topic, iso(last->date));
  finding.place = newest->place;
  finding.evidence.push_back({last->place, last->date, say("`{}`", topic)});
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("leave ten minutes for how each of you is, and note what came up under `topics:`, such as home, interests or dreams");
  finding.subject = iso(last->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule person_left_out;
constinit const Rule person_left_out = {
    .id = "person-left-out",
    .title = "The meetings have been about tasks only",
    .source = "S20, Q6, M4",
    .needs = Needs::personal_topics,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "Tasks are a good reason to meet, and a thin reason to stay in touch. Rapport grows where the person comes up now and then: family, home, education, "
        "interests, dreams, the rungs of the conversation ladder (Clutterbuck 2007). Nobody has to tell anything; journals whose topics were never about the "
        "person are not judged.",
    .repair = "A topic about the person, noted.",
    .ask = "How are you, apart from all that is on your list?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, topics: [work, interests]}
  - {date: 2026-02-02, topics: [work]}
  - {date: 2026-02-16, topics: [planning]}
  - {date: 2026-03-02, topics: [work, review]}
  - {date: 2026-03-16, topics: [planning]}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-01-19, topics: [work, interests]}
  - {date: 2026-02-02, topics: [work]}
  - {date: 2026-02-16, topics: [planning]}
  - {date: 2026-03-02, topics: [work, dreams]}
  - {date: 2026-03-16, topics: [planning]}
)"},
    .check = check,
};

}  // namespace mentor
