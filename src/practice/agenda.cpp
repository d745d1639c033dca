#include "practice/agenda.hpp"

#include <algorithm>

#include "practice/agenda_items.hpp"
#include "practice/minutes.hpp"
#include "rules/ending.hpp"
#include "rules/forecast.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr int kUsualMinutes = 60;
constexpr int kShortMeeting = 45;
/// An entry this near is about the meeting on that day.
constexpr int kSameMeetingDays = 3;

struct ShapeWords {
  std::string_view name, words;
};
constexpr ShapeWords kShapes[] = {
    {"regular", "a regular meeting"},
    {"first", "the first meeting"},
    {"review", "a meeting with a review"},
    {"after-pause", "the first meeting after a pause"},
    {"restart", "a meeting to find back to each other"},
    {"last", "the last meeting"},
};

int minutes_of(const Relationship& r, Date date) {
  for (const Meeting& meeting : r.meetings)
    if (meeting.status == Status::planned && meeting.date == date && meeting.minutes.planned > 0) return meeting.minutes.planned;
  return r.length.recorded() && r.length.minutes > 0 ? r.length.minutes : kUsualMinutes;
}

/// The last session as it was announced; else the last agreed meeting before the end.
bool is_last(const Case& c, Date date) {
  const Relationship& r = c.relationship;
  if (r.closing.last_session.date) return date >= r.closing.last_session.date - kSameMeetingDays;
  if (const std::optional<long> left = Ending{r, c.today}.meetings_left()) return *left <= 1;
  return r.until && r.until > c.history.started && date.day + c.assessment.rhythms.cadence > r.until.day;
}

MeetingShape shape_of(const Case& c, const MeetingQuestions& questions, Date date) {
  if (is_last(c, date)) return MeetingShape::last;
  if (c.held().empty()) return MeetingShape::first;
  if (c.assessment.state == State::stalled || c.assessment.state == State::dormant) return MeetingShape::restart;
  const auto lies_between = [&](const Break& pause) { return pause.known <= c.today && pause.to > c.held().back()->date && pause.to < date; };
  if (std::ranges::any_of(c.history.pauses, lies_between)) return MeetingShape::after_pause;
  return questions.is_review ? MeetingShape::review : MeetingShape::regular;
}

/// What belongs to a meeting of this shape, in its order.
std::vector<AgendaItem> items_of(MeetingShape shape, const AgendaItems& make) {
  switch (shape) {
    case MeetingShape::first:
      return {make.arrive(), make.agreement(), make.goals(), make.questions(), make.part()};
    case MeetingShape::restart:
      return {make.why_you_started(), make.arrive(), make.views(), make.actions(), make.asks(), make.goals(), make.decide(), make.part()};
    case MeetingShape::last:
      return {make.arrive(), make.look_back(), make.achievements(), make.learned(), make.what_next(), make.thanks(), make.part()};
    case MeetingShape::review:
      return {make.arrive(), make.actions(), make.review(), make.asks(), make.goals(), make.part()};
    case MeetingShape::after_pause:
    case MeetingShape::regular:
      break;
  }
  return {make.arrive(), make.agreement_at_first(), make.actions(), make.asks(), make.goals(), make.questions(), make.part()};
}

/// Takes items out, the least pressing and of these the last first, until what is left has room.
void fit(Agenda& agenda) {
  const auto least = [&agenda] {
    int sum = 0;
    for (const AgendaItem& item : agenda.items) sum += item.least;
    return sum;
  };
  while (agenda.items.size() > 1 && least() > agenda.minutes) {
    auto out = agenda.items.begin();
    for (auto it = agenda.items.begin(); it != agenda.items.end(); ++it)
      if (it->rank >= out->rank) out = it;
    agenda.left_out.insert(agenda.left_out.begin(), *out);
    agenda.items.erase(out);
  }
  std::vector<TimeWish> wishes;
  for (const AgendaItem& item : agenda.items) wishes.push_back({std::min(item.least, agenda.minutes), item.wish});
  const std::vector<int> minutes = allot_minutes(wishes, agenda.minutes);
  for (std::size_t i = 0; i < minutes.size(); ++i) agenda.items[i].minutes = minutes[i];
}

}  // namespace

std::string_view in_words(MeetingShape shape) { return kShapes[static_cast<std::size_t>(shape)].words; }
std::string_view name(MeetingShape shape) { return kShapes[static_cast<std::size_t>(shape)].name; }

bool has_ended(const Case& c) {
  const Date last = c.relationship.closing.last_session.date;
  return c.assessment.state == State::closed || (last && last < c.today && !c.held().empty() && c.held().back()->date >= last);
}

NextDate next_date(const Case& c) {
  if (const Booking* const booking = agreed_meeting(c.history, c.today)) return {booking->planned};
  if (const Date last = c.relationship.closing.last_session.date; last && last >= c.today) return {last};
  const Proposal proposed = proposal(c.history, c.assessment);
  return {proposed.day, false, proposed.is_by_rhythm};
}

Agenda make_agenda(const Case& c, const Findings& findings, const QuestionSets& sets, Date date) {
  Agenda agenda;
  agenda.date = date;
  agenda.minutes = minutes_of(c.relationship, date);
  agenda.questions = Coverage{c, sets, (c.relationship.length.recorded() ? c.relationship.length.minutes : kUsualMinutes) < kShortMeeting ? 1 : 2}.next();
  agenda.shape = shape_of(c, agenda.questions, date);
  agenda.items = items_of(agenda.shape, AgendaItems{c, findings, sets, agenda});
  std::erase_if(agenda.items, [](const AgendaItem& item) { return item.points.empty() && item.rank > 0; });
  fit(agenda);
  return agenda;
}

}  // namespace mentor
