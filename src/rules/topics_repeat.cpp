// Finds pairs whose meetings bring no new topic any more.
#include <algorithm>

#include "rules/recent.hpp"
#include "rules/topics.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"meetings", 4, "meetings with topics", "in a row in which no topic is new to the one before", Origin::judgement},
};
constexpr const Limit& kMeetings = kLimits[0];
/// A longer list tells of something else than topics, and comparing two of them would take long.
constexpr std::size_t kMostTopics = 32;

bool has_topics(const Meeting& meeting) { return !meeting.topics.empty(); }

bool brings_nothing_new(const Meeting& before, const Meeting& meeting) {
  if (before.topics.size() > kMostTopics || meeting.topics.size() > kMostTopics) return false;
  return std::ranges::all_of(meeting.topics,
                             [&](Text topic) { return std::ranges::any_of(before.topics, [topic](Text known) { return is_same_topic(topic, known); }); });
}

Message in_words(const std::vector<Text>& topics) {
  Message out;
  for (const Text topic : topics) out = out.empty() ? say("{}", topic) : say("{}, {}", out, topic);
  return out;
}

void check(const Case& c, Findings& findings) {
  const auto last = last_noted(c, c.count(kMeetings), has_topics);
  const Meeting* before = nullptr;
  int count = 0;
  for (const Meeting* const meeting : last) {
    if (!has_topics(*meeting)) continue;
    if (before != nullptr && !brings_nothing_new(*before, *meeting)) return;
    before = meeting;
    ++count;
  }
  if (count < 2) return;
  Finding finding;
  finding.message = say("the last {} that note topics brought none that the one before did not have", counted(count, "meeting"));
  finding.place = before->place;
  for (const Meeting* const meeting : last)
    if (has_topics(*meeting)) finding.evidence.push_back({meeting->place, meeting->date, in_words(meeting->topics)});
  finding.limit = &kMeetings;
  finding.limit_value = c.limit(kMeetings);
  finding.repair = say("bring one topic to the next meeting that neither expects, and note it under `topics:`");
  finding.subject = iso(last.front()->date);
  findings.push_back(std::move(finding));
}

}  // namespace

extern constinit const Rule topics_repeat;
constinit const Rule topics_repeat = {
    .id = "topics-repeat",
    .title = "The meetings are about the same things again and again",
    .source = "S11",
    .needs = Needs::topics,
    .severity = Severity::info,
    .limits = kLimits,
    .why =
        "A routine carries a pair for a while, and then it becomes the reason not to come. One unexpected topic is often enough to hear each other anew. "
        "Compared are the topics as they are written, one meeting with the one before.",
    .repair = "A topic that the meeting before did not have.",
    .ask = "What have we never talked about that would be worth an hour?",
    .example = {R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-02, topics: [work, planning]}
  - {date: 2026-02-16, topics: [work]}
  - {date: 2026-03-02, topics: [Work]}
  - {date: 2026-03-16, topics: [work]}
)",
                R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings:
  - {date: 2026-02-02, topics: [work, planning]}
  - {date: 2026-02-16, topics: [work]}
  - {date: 2026-03-02, topics: [work, dreams]}
  - {date: 2026-03-16, topics: [work]}
)"},
    .check = check,
};

}  // namespace mentor
