// Finds mentors who have more mentees at the same time than there is room for; over all relationships of a journal.
#include <algorithm>
#include <map>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr Limit kLimits[] = {
    {"mentees", 3, "mentees", "that one mentor may have at the same time", Origin::practice},
};
constexpr const Limit& kMentees = kLimits[0];

bool is_silenced(const Enrolled& each) { return std::ranges::find(each.silenced, std::string_view{"mentor-load"}, &Rule::id) != each.silenced.end(); }

Finding at_mentor(std::span<const Enrolled> enrolled, const std::vector<std::size_t>& theirs, double limit) {
  const auto place = [&](std::size_t number) { return Place{static_cast<std::uint32_t>(number), enrolled[number].line}; };
  const auto began = [&](std::size_t number) { return enrolled[number].started; };
  const Enrolled& last = enrolled[*std::ranges::max_element(theirs, {}, began)];
  Finding finding;
  finding.party = Party::mentor;
  finding.message = say("{} mentors in {} at once", Text{last.mentor}, counted(static_cast<long>(theirs.size()), "relationship"));
  finding.place = place(static_cast<std::size_t>(&last - enrolled.data()));
  for (const std::size_t number : theirs) finding.evidence.push_back({place(number), began(number), say("{} under way", Text{enrolled[number].id})});
  finding.limit = &kMentees;
  finding.limit_value = limit;
  finding.repair = say("ask how much time there is: end one well that has met its goals (`mentor close PAIR`), or find a second mentor for one");
  finding.subject = last.mentor_key;
  return finding;
}

void check_all(std::span<const Enrolled> enrolled, const Settings& settings, Findings& findings) {
  const double limit = settings.value(kMentees);
  std::map<std::string_view, std::vector<std::size_t>> by_mentor;
  for (std::size_t i = 0; i < enrolled.size(); ++i)
    if (!enrolled[i].mentor_key.empty() && !is_silenced(enrolled[i])) by_mentor[enrolled[i].mentor_key].push_back(i);
  for (const auto& [mentor, theirs] : by_mentor)
    if (static_cast<double>(theirs.size()) > limit) findings.push_back(at_mentor(enrolled, theirs, limit));
}

}  // namespace

extern constinit const Rule mentor_load;
constinit const Rule mentor_load = {
    .id = "mentor-load",
    .title = "A mentor has more mentees than there is room for",
    .source = "C3, C12",
    .needs = Needs::nothing,
    .severity = Severity::warning,
    .limits = kLimits,
    .why =
        "Too little time is among the reasons that end relationships most often, and a mentor of many has little for each. Programmes that set a limit allow "
        "about "
        "three. It is judged when a whole journal is read, not for relationships asked for by name; those that are closed, dormant or still to begin do not "
        "count. A comment `mentor: ignore mentor-load -- REASON` in a relationship takes it out of the count.",
    .repair = "A relationship less, by a good end or a second mentor, or a higher limit for those who have the time.",
    .ask = "How much time is there for the two of us beside everything else, and is it enough for what we want to do?",
    .example = {.fires = R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-03-02}, {date: 2026-03-16}]
)",
                .quiet = R"(mentor: Grace
mentee: Ada
started: 2026-01-05
meetings: [{date: 2026-03-02}, {date: 2026-03-16}]
closing: {closed: 2026-03-20}
)",
                .copies = 4},
    .check_all = check_all,
};

}  // namespace mentor
