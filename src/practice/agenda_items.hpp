// The items an agenda is put together from, each from what the journal holds.
#pragma once
#include "practice/agenda.hpp"
#include "practice/closing.hpp"

namespace mentor {

class AgendaItems {
 public:
  AgendaItems(const Case& c, const Findings& findings, const QuestionSets& sets, const Agenda& agenda)
      : c_(c), r_(c.relationship), findings_(findings), sets_(sets), agenda_(agenda) {}

  AgendaItem arrive() const;
  AgendaItem why_you_started() const;
  AgendaItem agreement() const;
  /// The same as long as the two have hardly met and nothing is agreed; else without points.
  AgendaItem agreement_at_first() const;
  AgendaItem actions() const;
  AgendaItem goals() const;
  AgendaItem asks() const;
  AgendaItem review() const;
  AgendaItem questions() const;
  AgendaItem views() const;
  AgendaItem decide() const;
  AgendaItem part() const;
  /// Of the last meeting.
  AgendaItem look_back() const;
  AgendaItem achievements() const;
  AgendaItem learned() const;
  AgendaItem thanks() const;
  AgendaItem what_next() const;

 private:
  void add_open_actions(AgendaItem& item) const;
  void ask(AgendaItem& item, std::string_view set, std::string_view question) const;
  void ask_whole(AgendaItem& item, std::string_view set) const;
  /// The questions of findings that fit the item.
  template <class Fits>
  void ask_findings(AgendaItem& item, std::size_t most, Fits fits) const;

  const Case& c_;
  const Relationship& r_;
  const Findings& findings_;
  const QuestionSets& sets_;
  const Agenda& agenda_;
};

/// So many actions are named on one list; of more it says how many they are.
inline constexpr std::size_t kMostActions = 8;
/// The actions that are still to be done, the heaviest first: carried most often, then the earliest due.
std::vector<PlanItem> open_actions(const Case& c);

/// How a question reads in a list: for whom it is, where it is for one side, and whether it may be passed.
AgendaPoint point_of(SetQuestion question);

}  // namespace mentor
