#include "practice/axes.hpp"

#include <algorithm>
#include <bitset>

#include "rules/topics.hpp"

namespace mentor {
namespace {

constexpr int kWarm = 4;
constexpr std::size_t kRungs = 3;
constexpr std::string_view kLadder[] = {"family-origin", "home", "education", "work", "challenges", "interests", "dreams"};

AxisPart part(bool is_there) { return is_there ? AxisPart::there : AxisPart::missing; }

bool is_by(Date day, Date asof) { return day && day <= asof; }

/// Adds the held meetings up, one by one.
class Axes {
 public:
  explicit Axes(const Case& c) : c_(c), r_(c.relationship) {}

  AxesPoint after(const Meeting& meeting) {
    AxesPoint& now = now_;
    now.day = meeting.date;
    rate(meeting.pulse, now.rapport[0]);
    rate(meeting.presence, now.rapport[1]);
    for (const Text topic : meeting.topics)
      for (std::size_t i = 0; i < std::size(kLadder); ++i) rungs_[i] = rungs_[i] || is_same_topic(topic, Text{kLadder[i]});
    if (!meeting.topics.empty() || now.rapport[2] != AxisPart::not_noted) now.rapport[2] = part(rungs_.count() >= kRungs);
    notes_warmth_ = notes_warmth_ || meeting.feedback.recorded;
    is_warm_ = is_warm_ || !meeting.feedback.empty();
    const bool has_thanks = std::ranges::any_of(r_.thanks, [&](const Thanks& thanks) { return is_by(thanks.date, meeting.date); });
    if (notes_warmth_ || has_thanks) now.rapport[3] = part(is_warm_ || has_thanks);
    now.purpose = purpose(meeting.date);
    const auto is_open = [&](const Disconnect& d) { return is_by(d.date, meeting.date) && d.action.what == Repair::unset; };
    now.has_open_disconnect = std::ranges::any_of(r_.disconnects, is_open);
    return now;
  }

 private:
  static void rate(const PerParty<Rating>& rating, AxisPart& kept) {
    const int mentor = rating.mentor.value, mentee = rating.mentee.value;
    if (mentor == 0 && mentee == 0) return;
    kept = part((mentor == 0 || mentor >= kWarm) && (mentee == 0 || mentee >= kWarm));
  }

  std::array<AxisPart, 4> purpose(Date day) const {
    bool any = false, horizon = false, measure = false;
    for (const GoalFacts& goal : c_.history.goals) {
      if (!is_by(goal.created, day) || !goal.is_open(day)) continue;
      any = true;
      horizon = horizon || goal.goal->horizon != Horizon::unset;
      measure = measure || !goal.goal->measure.empty();
    }
    return {part(!r_.purpose.empty()), part(any), part(horizon), part(measure)};
  }

  const Case& c_;
  const Relationship& r_;
  AxesPoint now_;
  std::bitset<std::size(kLadder)> rungs_;
  bool notes_warmth_ = false, is_warm_ = false;
};

bool is_same(const AxesPoint& a, const AxesPoint& b) {
  return a.purpose == b.purpose && a.rapport == b.rapport && a.has_open_disconnect == b.has_open_disconnect;
}

}  // namespace

std::vector<AxesPoint> axes_over_time(const Case& c) {
  std::vector<AxesPoint> out;
  Axes axes{c};
  for (const Meeting* const meeting : c.held()) {
    const AxesPoint point = axes.after(*meeting);
    if (out.empty() || !is_same(out.back(), point)) out.push_back(point);
  }
  return out;
}

std::string picture(std::span<const AxisPart> parts) {
  std::string out;
  for (const AxisPart each : parts) out += each == AxisPart::there ? '#' : each == AxisPart::missing ? '.' : '-';
  return out;
}

long count_there(std::span<const AxisPart> parts) { return std::ranges::count(parts, AxisPart::there); }
bool any_noted(std::span<const AxisPart> parts) {
  return std::ranges::any_of(parts, [](AxisPart each) { return each != AxisPart::not_noted; });
}

}  // namespace mentor
