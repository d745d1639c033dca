// The coverage planner: which questions the next meeting is asked, so that none returns before its set is through and every set that the
// phase calls for gets its turn. It keeps nothing: what was asked is read from the journal, meeting by meeting.
//
// A meeting counts as having asked the questions of its agenda, which depend on the meetings before it alone; where its `topics:` name
// questions (`purpose/success`, or a rung of the ladder by its name), only these count. Answers to a set count on their day. A review counts as held when it was on the
// agenda, and once the journal notes reviews, when it is noted.
#pragma once
#include <map>
#include <vector>

#include "practice/questions.hpp"
#include "rules/phase.hpp"

namespace mentor {

/// A question of a set; a set that is filled in on paper is put as a whole, and then there is no question.
struct SetQuestion {
  const QuestionSet* set = nullptr;
  const Question* question = nullptr;

  explicit operator bool() const { return set != nullptr; }
};

/// What a meeting notes under `topics:` when it talked about this: a rung's id alone, else set and id; of a whole set its name.
std::string topic_of(SetQuestion asked);

/// What one meeting is asked.
struct MeetingQuestions {
  /// A review is due: all questions of the set `review`, in place of those of the phase.
  bool is_review = false;
  std::vector<SetQuestion> questions;
  /// The next rung of the ladder; none once all were talked about.
  SetQuestion rung;
};

/// After so many held meetings without a review, the next one is a review (every two or three, says the source).
inline constexpr int kMeetingsBetweenReviews = 2;

class Coverage {
 public:
  /// Goes through the held meetings of a case; each is asked `count` questions of the sets that its phase calls for.
  Coverage(const Case& c, const QuestionSets& sets, int count);

  /// For the meeting after the last one that is held.
  const MeetingQuestions& next() const { return next_; }
  /// Held meetings since the last review, noted or planned.
  int meetings_since_review() const { return since_review_; }

 private:
  /// How far a set is: whole rounds, and what was asked in the present one.
  struct Progress {
    int rounds = 0;
    std::vector<bool> asked;
    std::size_t count = 0;
    double turns() const { return rounds + static_cast<double>(count) / static_cast<double>(asked.size()); }
  };

  MeetingQuestions plan(Phase phase) const;
  SetQuestion next_rung() const;
  void hold(const Meeting& meeting, const MeetingQuestions& planned);
  /// What was answered or reviewed up to a day.
  void take_notes(const Relationship& relationship, Date upto);
  void mark(SetQuestion question);
  bool is_on_rota(const QuestionSet& set, Phase phase) const;

  const std::vector<const QuestionSet*> sets_;
  const QuestionSet *review_set_, *ladder_;
  int count_;
  /// Every question by the name that a topic may have.
  std::vector<std::pair<std::string, SetQuestion>> by_name_;
  using Rota = std::map<const QuestionSet*, Progress>;
  static void mark(Rota& rota, SetQuestion question);
  Rota progress_;
  int since_review_ = 0;
  bool notes_reviews_ = false;
  Date answers_taken_;
  MeetingQuestions next_;
};

}  // namespace mentor
