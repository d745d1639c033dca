#include "rules/silence.hpp"

#include <algorithm>
#include <cmath>

#include "rules/evidence.hpp"
#include "rules/method.hpp"

namespace mentor {
namespace {

using namespace method;
using evidence::points;

using Kind = SilenceFact::Kind;

/// The hot path does not ask for single facts.
struct NoNote {
  void operator()(const SilenceFact&) const {}
};

template <class Note>
void weigh_contacts(const History& history, const Rhythms& r, const Silence& s, Date asof, SilencePoints& out, Note note) {
  for (const ContactFacts& contact : history.contacts) {
    if (contact.date > asof || contact.date <= s.since) continue;
    if (contact.answered && contact.answered <= asof) {
      if (days_between(contact.answered, asof) > std::max(7.0, r.cadence)) continue;
      out.answered = kAnswered;
      note({Kind::answered, contact.answered, contact.contact->place, kAnswered});
    } else if (days_between(contact.date, asof) >= std::max(4.0, .2 * r.cadence)) {
      ++out.unanswered_count;
      ++(contact.from == Party::mentor ? out.unanswered_by_mentor : out.unanswered_by_mentee);
      note({Kind::unanswered, contact.date, contact.contact->place, kUnanswered});
    }
  }
  out.unanswered = std::min(kUnansweredCap, kUnanswered * out.unanswered_count);
}

template <class Note>
void weigh_pauses(const History& history, const Silence& s, Date asof, SilencePoints& out, Note note) {
  if (!s.ever_held || std::ranges::any_of(history.pauses, [asof](const Break& pause) { return pause.lasts_on(asof); })) return;
  for (const Break& pause : history.pauses) {
    const bool was_closed = pause.place.line == 0;
    if (was_closed || pause.known > asof || pause.to > asof || pause.to <= s.since) continue;
    out.after_pause = kAfterPause;
    note({Kind::after_pause, pause.to, pause.place, kAfterPause});
  }
}

/// A slot that was called off by one of the two counts for nothing here: it says as much for being in touch as against.
template <class Note>
void weigh_open_slots(std::span<const Slot* const> visible, const Silence& s, SilencePoints& out, Note note) {
  bool any_moved = false, any_external = false;
  for (auto it = visible.rbegin(); it != visible.rend() && (*it)->day > s.since; ++it) {
    const Slot& slot = **it;
    const bool is_external = slot.status == Status::cancelled && slot.by == Party::external;
    if (slot.status == Status::no_show) {
      out.open += kNoShowOpen;
      note({Kind::open, slot.meeting->date, slot.meeting->place, kNoShowOpen});
    } else if (slot.status == Status::moved) {
      any_moved = true;
      note({Kind::moved, slot.meeting->date, slot.meeting->place, kMovedSince});
    } else if (is_external) {
      any_external = true;
      note({Kind::external, slot.meeting->date, slot.meeting->place, kExternalSince});
    }
  }
  out.open = std::min(kNoShowOpenCap, out.open);
  out.in_touch = (any_moved ? kMovedSince : 0) + (any_external ? kExternalSince : 0);
}

template <class Note>
void weigh_bookings(const History& history, const Rhythms& r, const Silence& s, Date asof, SilencePoints& out, Note note) {
  for (const Booking& booking : history.bookings) {
    if (booking.booked > asof || booking.booked < s.since || (booking.settled && booking.settled <= asof)) continue;
    if (booking.planned > asof) {
      if (days_between(asof, booking.planned) > kBookedWithin * r.cadence) continue;
      out.booked_ahead = kBookedAhead;
      note({Kind::booked_ahead, booking.planned, booking.place, kBookedAhead});
    } else if (const int days = days_between(booking.planned, asof); days >= kPassedDays) {
      const double points = kPassed + kPassedPerDay * (days - kPassedDays);
      out.passed += points;
      note({Kind::passed, booking.planned, booking.place, points});
    }
  }
  out.passed = std::min(kPassedCap, out.passed);
}

}  // namespace

double chance_of_silence(const Rhythms& r, double cadences, double days, double factor) {
  const double absence = std::min(.3, kAbsencesPerYear * r.cadence / 365.0);
  double tail = 0;
  for (std::size_t i = 0; i < r.weights.size(); ++i)
    if (r.weights[i] > 1e-4) tail += r.weights[i] * r.tails[i](cadences / factor);
  return (1 - absence) * tail + absence * std::exp(-std::max(0.0, days - r.cadence) / kAbsenceDays);
}

const Booking* next_booking(const History& history, Date asof, Date since, double within_days) {
  for (const Booking& booking : history.bookings) {
    if (booking.planned <= asof || booking.booked > asof || booking.booked < since || (booking.settled && booking.settled <= asof)) continue;
    if (within_days >= 0 && days_between(asof, booking.planned) > within_days) continue;
    return &booking;
  }
  return nullptr;
}

namespace {

/// Odds beforehand, and what has happened since the last meeting.
double weigh_facts(const History& history, std::span<const Slot* const> visible, const Rhythms& r, const Silence& s, Date asof, SilencePoints& out) {
  const double hazard = 1 - std::pow(1 - history.prior.silent_month, r.cadence / kDaysPerMonth);
  out.prior = 1.0 / (1 / hazard - 1 + s.held);
  out.never_met = s.ever_held ? 0 : kNeverMet;
  weigh_pauses(history, s, asof, out, NoNote{});
  weigh_contacts(history, r, s, asof, out, NoNote{});
  weigh_open_slots(visible, s, out, NoNote{});
  weigh_bookings(history, r, s, asof, out, NoNote{});
  const double since = out.after_pause + out.unanswered + out.open + out.passed + out.in_touch + out.answered + out.booked_ahead;
  return s.cadences > .5 ? since : std::min(since, 0.0);
}

}  // namespace

std::vector<SilenceFact> facts_since(const History& history, std::span<const Slot* const> visible, const Rhythms& r, const Silence& s, Date asof) {
  std::vector<SilenceFact> facts;
  const auto note = [&facts](const SilenceFact& fact) {
    const bool one_is_enough = fact.kind == Kind::after_pause || fact.kind == Kind::answered || fact.kind == Kind::booked_ahead || fact.kind == Kind::moved ||
                               fact.kind == Kind::external;
    if (one_is_enough) std::erase_if(facts, [&fact](const SilenceFact& other) { return other.kind == fact.kind; });
    facts.push_back(fact);
  };
  SilencePoints ignored;
  weigh_pauses(history, s, asof, ignored, note);
  weigh_contacts(history, r, s, asof, ignored, note);
  weigh_open_slots(visible, s, ignored, note);
  weigh_bookings(history, r, s, asof, ignored, note);
  std::ranges::stable_sort(facts, {}, [](const SilenceFact& fact) { return std::pair{fact.kind, fact.date}; });
  return facts;
}

double most_points(const History& history, std::span<const Slot* const> visible, const Rhythms& r, const Silence& s, Date asof) {
  SilencePoints out;
  const double since = weigh_facts(history, visible, r, s, asof, out);
  // the least regular shape has the fattest tail; leaving out the others makes the chance smaller and the points larger
  const double absence = std::min(.3, kAbsencesPerYear * r.cadence / 365.0);
  return points(out.prior) + out.never_met - points((1 - absence) * r.weights[0] * r.tails[0](s.cadences)) + since;
}

SilencePoints weigh_silence(const History& history, std::span<const Slot* const> visible, const Rhythms& r, const Silence& s, Date asof) {
  SilencePoints out;
  out.chance = chance_of_silence(r, s.cadences, s.days, 1.0);
  const double since = weigh_facts(history, visible, r, s, asof, out);
  out.base = points(out.prior) + out.never_met - points(out.chance);
  out.total = out.base + since;
  out.p_stopped = 1.0 - 1.0 / (1.0 + std::pow(10.0, out.total / 10.0));
  return out;
}

double open_gap_points(const Rhythms& r, const Silence& s, double chance) {
  return std::max(0.0, std::min(kOpenHigh, points(chance_of_silence(r, s.cadences, s.days, kOpenFactor)) - points(chance)));
}

}  // namespace mentor
