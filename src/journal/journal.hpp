// What a journal says, as plain values. Every Text lies in the sources the record was read from, or in their trees.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "journal/words.hpp"

namespace mentor {

/// Where a record begins. `file` counts the sources of its relationship; line is 1-based, 0 when the record was never written.
struct Place {
  std::uint32_t file = 0, line = 0;
  /// Byte in the source; the column is found from it when somebody asks.
  std::uint32_t offset = 0;
};

struct Record {
  Place place;
  bool recorded() const { return place.line != 0; }
};

struct Person {
  Text name, email;
};

/// 1 to 5; 0 when not recorded.
struct Rating {
  std::uint8_t value = 0;
};

/// A place in an order, 1 first; 0 when not recorded.
struct Rank {
  std::uint16_t value = 0;
};

template <class T>
struct PerParty {
  T mentor{}, mentee{};
  const T& of(Party party) const { return party == Party::mentor ? mentor : mentee; }
};

/// Minutes of a meeting; -1 when not recorded.
struct Minutes {
  std::int32_t actual = -1, planned = -1;
};

/// A length of time in minutes; -1 when not recorded.
struct Duration {
  std::int32_t minutes = -1;
  bool recorded() const { return minutes >= 0; }
  /// Whole days in it.
  int days() const { return minutes / 1440; }
};

/// A count of days or meetings; -1 when not recorded.
struct Count {
  std::int32_t value = -1;
};

/// A stated next meeting. `date` is false when it was written that none is agreed yet.
struct Next {
  Date date;
  /// Minutes after midnight, -1 when no time was given.
  std::int32_t time = -1;
  bool recorded = false;
  Place place;
};

/// Ticked off, with the day where it is known.
struct Tick {
  bool done = false;
  Date date;
};

/// A list of which "written down as empty" says something.
template <class T>
struct List : std::vector<T> {
  bool recorded = false;
};

/// Days from one meeting to the next; 0 when not recorded.
struct Rhythm {
  std::int32_t days = 0;
};

/// From `from` on (false: from the start) the pair means to meet this often.
struct CadenceStep : Record {
  Date from;
  Rhythm every;
};

/// One `key: value` of the user's own.
struct Entry {
  Text key, value;
};

struct Agreement : Record {
  Date date;
  WordSet<Party> signed_by;
  PerParty<Text> expectations;
  Text boundaries, confidentiality, accountability;
  Person facilitator;
  PerParty<Text> why;
};

struct GoalReview : Record {
  Date date;
  Party by{};
  Verdict verdict{};
  Text note;
};

struct Goal : Record {
  Text id, title;
  Date set, due;
  Horizon horizon{};
  Text measure, why;
  PerParty<Rank> priority;
  Stage stage{};
  GoalStatus status{};
  Date closed;
  std::vector<Date> progress;
  std::vector<GoalReview> reviews;
  PrivateText private_text;
};

struct Action : Record {
  Text text;
  Party owner{};
  Date due;
  Tick done;
  Text goal;
  Date logged, date;
  ActionState state{};
  /// An owner was written who is neither of the two.
  bool is_owner_unclear = false;
  /// The due date is only the default: the next meeting.
  bool due_is_default = false;
  /// The day from which it was known that the same action stands in the next meeting's list again; false when it does not.
  Date carried_on;
  /// In how many earlier meetings the same action stood.
  std::uint16_t carried = 0;

  bool is_carried_on(Date day) const { return carried_on && carried_on <= day; }
};

struct Feedback : Record {
  Party from{};
  Text text;
};

struct Meeting : Record {
  Date date;
  Status status{};
  Party by{};
  Duration notice;
  Date to, booked, logged;
  Minutes minutes;
  Party agenda_by{}, proposed_by{};
  PerParty<Rating> presence, contribution, pulse;
  std::vector<Text> topics, goals;
  PerParty<Text> learned;
  Text notes;
  std::vector<Action> actions;
  List<Feedback> feedback;
  Next next;
  PrivateText private_text;
  /// A status was written that nobody can read: the entry counts for nothing.
  bool is_unclear = false;
  /// When `date` is false because it can be read in two ways: both.
  std::array<Date, 2> readings{};

  bool is_held() const { return status == Status::held; }
};

struct Contact : Record {
  Date date;
  Party from{};
  Date answered;
  Text note;
};

struct Pause : Record {
  Date from, to, announced;
  Party by{};
  Text reason;
};

/// One finding, or all of a pair, that need not be told again until a day.
struct Snooze : Record {
  Date date, until;
  /// Empty: all of them.
  Text rule;
  Text reason;
};

/// A comment that asks for silence about one rule.
struct Ignore : Record {
  Text rule, reason;
};

struct Holiday : Record {
  Date from, to;
  Text name;
};

struct RecognisedBy : Record {
  Text mentee, stakeholders;
};

struct Review : Record {
  Date date;
  Text changes_sought;
  RecognisedBy recognised_by;
  Text change_in_relationship, change_in_mentee, how_recognised;
};

struct Answers : Record {
  Date date;
  Party from{};
  Text set;
  OnTrack on_track{};
  /// Only what was answered.
  std::vector<Entry> items;
  /// The hash of answers that are still the author's own; and, once they are open, what was mixed into it.
  Text sealed, salt;
};

struct Event : Record {
  Date date;
  Party who{};
  Text what;
};

struct Reason : Record {
  Date date;
  ReasonCode code{};
  Party noted_by{};
  Stated stated{};
  YesNo confidential{};

  /// Noted in confidence unless the note says otherwise: what the other side may find hard to read, and a mentor's doubt in themself.
  bool is_confidential() const {
    if (confidential != YesNo::unset) return confidential == YesNo::yes;
    return code == ReasonCode::competition || code == ReasonCode::power_imbalance || (code == ReasonCode::inexperience && noted_by == Party::mentor);
  }
};

struct DisconnectAction : Record {
  Repair what{};
  Date until;
};

struct Disconnect : Record {
  Date date;
  WordSet<Noticed> noticed;
  Party who{};
  Location from{};
  Text conditions, description;
  PerParty<Text> role_of;
  Impact impact{};
  Text learning;
  DisconnectAction action;
};

struct Introduction : Record {
  Date date;
  Text to, why;
  Date followed_up;
};

struct Stretch : Record {
  Date date;
  Text what, outcome, learned;
};

struct Thanks : Record {
  Date date;
  Party from{};
  Text text;
};

struct Recommitment : Record {
  Date date;
  WordSet<Party> by;
  WordSet<Promise> promises;
  Text accountability;
  std::vector<Text> habits;
  std::vector<Date> next_meetings;
};

struct Raised : Record {
  Date date;
  Party by{};
  YesNo confidential{};
};

struct Renegotiated : Record {
  Date date;
  Text result;
};

struct SecondChance : Record {
  Date date;
  Text striving_for, challenges, advice_hoped_for;
  Date answered;
  Text result;
};

struct Decided : Record {
  Date date;
  Decision decision{};
  Text reason;
};

struct Concern : Record {
  Raised raised;
  Date talked;
  Renegotiated renegotiated;
  SecondChance second_chance;
  Decided decided;

  bool is_confidential() const { return raised.confidential == YesNo::yes; }
};

struct LastSession : Record {
  Date date, told;
};

struct Value : Record {
  Text gained, missing, wanted;
};

/// What came of it, by the seven benefits that mentoring is known for (requirements M13).
struct Outcomes : Record {
  Text confidence, skills, career, network, insight, connections, workplace;
};

struct Closing : Record {
  Date decided;
  Basis basis{};
  WordSet<Party> agreed_by;
  Text reason;
  YesNo about_you{};
  /// Why no second chance was looked for.
  Text second_chance_skipped;
  Date talked;
  LastSession last_session;
  std::vector<Text> achievements;
  PerParty<Text> learned;
  Text goals_compared;
  Value value;
  PerParty<Text> next_steps;
  Outcomes outcomes;
  After after{};
  Text contact_terms;
  /// The day on which the two mean to hear of each other again.
  Date follow_up;
  YesNo celebrated{};
  Date closed;
  /// The day from which on they met again all the same; then `closed` holds only until the day before.
  Date reopened;
};

struct Relationship : Record {
  /// Path below the root without extension and without a leading `pairs/`.
  Text id;
  Person mentor, mentee;
  Date started, until;
  WordSet<Party> until_agreed_by;
  MatchKind kind{};
  std::vector<CadenceStep> cadence;
  Duration length;
  Count planned_meetings;
  Text purpose;
  Phase phase{};
  Agreement agreement;
  std::vector<Goal> goals;
  /// In the order of the days they tell of; several of one day in the order of the file.
  std::vector<Meeting> meetings;
  /// Agreed outside a meeting.
  std::vector<Action> actions;
  std::vector<Contact> contacts;
  std::vector<Pause> pauses;
  std::vector<Snooze> snoozes;
  /// From comments: no field spells them.
  std::vector<Ignore> ignores;
  std::vector<Holiday> holidays;
  std::vector<Review> reviews;
  std::vector<Answers> answers;
  std::vector<Event> events;
  std::vector<Reason> reasons;
  std::vector<Disconnect> disconnects;
  std::vector<Introduction> introductions;
  std::vector<Stretch> stretch;
  std::vector<Thanks> thanks;
  std::vector<Recommitment> recommitments;
  std::vector<Concern> concerns;
  Closing closing;
  /// Globs or paths of free-form notes that belong to this relationship.
  std::vector<Text> notes;
  PrivateText private_text;
};

}  // namespace mentor
