// The agenda of the next meeting, made from what the journal holds: what was promised, what the findings ask, goals that are due, a review,
// the next questions, and something about the person. The same journal gives the same agenda.
#pragma once
#include <string_view>
#include <vector>

#include "practice/coverage.hpp"
#include "practice/goal_review.hpp"
#include "practice/questions.hpp"
#include "rules/check.hpp"

namespace mentor {

enum class MeetingShape : std::uint8_t { regular, first, review, after_pause, restart, last };
/// "a regular meeting", ...
std::string_view in_words(MeetingShape shape);
/// For machines: "regular", "after-pause", ...
std::string_view name(MeetingShape shape);

/// One line below an item.
struct AgendaPoint {
  Message text;
  /// Whose it is; unset for both.
  Party who{};
  Place place;
  /// An action, to be ticked.
  bool is_action = false;
  /// Set and id where it is a question of a set.
  SetQuestion question;
  /// What it rests on.
  Message because = {};
};

struct AgendaItem {
  /// "arrive", "why", "actions", "asks", "goals", "review", "questions", "views", "back", "thanks", "next", "part"
  std::string_view key;
  std::string_view title;
  /// Who brings it; unset for both.
  Party who{};
  int minutes = 0;
  std::vector<AgendaPoint> points;
  /// When time is short, items with a higher number are left for next time first.
  int rank = 0;
  int least = 5, wish = 5;
};

struct Agenda {
  MeetingShape shape{};
  Date date;
  int minutes = 0;
  /// Items in the order of the meeting; their minutes add up to `minutes`.
  std::vector<AgendaItem> items;
  /// What did not find room.
  std::vector<AgendaItem> left_out;
  /// What the meeting is asked, in the order of the coverage planner.
  MeetingQuestions questions;
};

/// The relationship has ended or its last session is over: there is no further meeting to prepare.
bool has_ended(const Case& c);

/// For the meeting on `date`.
Agenda make_agenda(const Case& c, const Findings& findings, const QuestionSets& sets, Date date);

/// The first day with an agreed meeting from today on; else a proposal.
struct NextDate {
  Date day;
  bool is_agreed = true;
  /// Of a proposal: it comes from the pair's rhythm.
  bool is_by_rhythm = false;
};
NextDate next_date(const Case& c);

/// One thing to do before the meeting, for one side.
struct Preparation {
  Message text;
  Place place;
  /// Where to write: a worksheet has room for an answer.
  bool is_question = false;
};
std::vector<Preparation> preparation(const Case& c, const QuestionSets& sets, const Agenda& agenda, Party role);

}  // namespace mentor
