// What the detector sees of a relationship: its entries as plain days, each with the day from which it was known. Built once, asked for
// many days; a question "as of" a day uses only what was known then.
#pragma once
#include <span>
#include <vector>

#include "journal/programme.hpp"
#include "rules/levels.hpp"
#include "rules/prior.hpp"

namespace mentor {

/// One entry about a meeting that is over, one way or another.
struct Slot {
  /// The day it tells of, and the day from which it was known: the later of the day told and the day logged.
  Date day, known;
  Status status{};
  Party by{};
  /// Moved or called off less than a day before.
  bool short_notice = false;
  const Meeting* meeting = nullptr;

  bool is_held() const { return status == Status::held; }
  /// Somebody's doing: a no-show, a cancellation, or a move at short notice.
  bool is_incident() const { return !is_held() && (status != Status::moved || short_notice); }
};

/// A date both had agreed on: booked, stated as the next meeting, or the target of a move.
struct Booking {
  Date planned, booked;
  /// From this day on the journal says what became of it; false while it says nothing.
  Date settled;
  Place place;
};

struct ActionFacts {
  Party owner{};
  Date created, due, done, known;
  /// The day from which it was known to stand in the next meeting's list again.
  Date carried_on;
  const Action* action = nullptr;

  bool is_carried_on(Date day) const { return carried_on && carried_on <= day; }
};

struct ContactFacts {
  Party from{};
  /// A later message of the other side answers as well as a noted answer.
  Date date, answered;
  const Contact* contact = nullptr;
};

struct GoalFacts {
  Date created, closed;
  /// Ascending.
  std::vector<Date> progress;
  const Goal* goal = nullptr;

  bool is_open(Date day) const { return !closed || closed > day; }
};

/// Days [from, to] that are not available, and the day from which that was known.
struct Break {
  Date from, to, known;
  /// Of a pause; the time between a closing and a reopening has none.
  Place place{};

  bool lasts_on(Date day) const { return known <= day && from <= day && day <= to; }
};

struct History {
  const Relationship* relationship = nullptr;
  const Programme* programme = nullptr;
  /// The `started` that was written, or the first entry.
  Date started;
  std::vector<CadenceStep> cadence;
  std::vector<Slot> slots;
  /// In the order of the planned days.
  std::vector<Booking> bookings;
  /// In the order of the due days.
  std::vector<ActionFacts> actions;
  std::vector<GoalFacts> goals;
  std::vector<ContactFacts> contacts;
  std::vector<Break> holidays, pauses;
  /// Days after a pause or holiday that still belong to it.
  int grace_days = 0;
  int journal_delay_days = 0;
  /// From where on its sums are an alarm.
  Levels levels;
  /// What is taken of the pair before its own notes say more.
  Prior prior;
  /// The day of the closing, and the day from which on they met again all the same.
  Date closed, reopened;
  /// Every day on which something became known or came into force, ascending: between two of them only time passes.
  std::vector<Date> news;

  /// Both may still take it back: a reopening does.
  bool is_end_decided(Date day) const {
    const Date decided = relationship->closing.decided;
    return decided && decided <= day && !(reopened && reopened > decided && reopened <= day);
  }
  bool is_closed(Date day) const { return closed && closed <= day && !(reopened && reopened > closed && reopened <= day); }
  /// Days to find back after a pause or holiday: never more than it was long itself.
  int grace_of(const Break& time_off) const;
  /// The agreed days between meetings on `day` as known `asof`; 0 when nothing was agreed.
  double cadence_on(Date day, Date asof) const;
};

/// What of it was known on `day`: whatever became known later is gone. Holidays stay, for a calendar is known beforehand.
History as_known(History history, Date day);

void build_history(const Relationship& relationship, const Programme& programme, History& history);

}  // namespace mentor
