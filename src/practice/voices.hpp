// Two voices on one question set: who has answered when, and, once both have, where they agree and where they do not. Nothing of one side
// is given out before the other side has answered too.
#pragma once
#include <string_view>
#include <vector>

#include "practice/questions.hpp"

namespace mentor {

/// What one side has given to one round.
struct Voice {
  enum class Seal : std::uint8_t { none, closed, kept, changed };

  /// Answers that can be read; null when there are none yet.
  const Answers* answers = nullptr;
  /// The record that holds the seal; null when it was not sealed.
  const Answers* sealed = nullptr;
  /// Whether the answers are those that were sealed.
  Seal seal = Seal::none;

  bool has_answered() const { return answers != nullptr || sealed != nullptr; }
  Date date() const { return answers != nullptr ? answers->date : sealed != nullptr ? sealed->date : Date{}; }
};

/// Both sides' answers to one set, at about the same time.
struct Round {
  PerParty<Voice> voices;
  /// Both seals are the same: one was copied.
  bool has_copied_seal = false;

  Date date() const;
  bool is_complete() const { return voices.mentor.answers != nullptr && voices.mentee.answers != nullptr; }
};

/// Whether everybody whom the set asks anything has answered.
bool has_all_voices(const Round& round, const QuestionSet& set);

/// Answers further apart belong to different rounds.
inline constexpr int kRoundDays = 30;

/// All rounds of a set, oldest first, as known on `today`. Answers without a day belong to none.
std::vector<Round> rounds(const Relationship& relationship, Text set, Date today);

/// One side's answer to one question.
struct Reply {
  /// 1 to 5, or 0 when it is none.
  int rating = 0;
  /// As it was written.
  Text text;

  bool is_there() const { return rating != 0 || !text.empty(); }
};

/// One question with what both said to it.
struct Compared {
  const Question* question = nullptr;
  PerParty<Reply> now, wanted;
  /// The ratings of the round before; 0 where there was none.
  PerParty<int> before;

  bool is_rated_by_both() const { return now.mentor.rating != 0 && now.mentee.rating != 0; }
  /// Points between the two ratings.
  int apart() const;
  /// Points that this side wants more than there are; 0 when it did not say.
  int wish(Party party) const;
  /// How much it calls for a talk: how far apart the two are, and how much each wants to change.
  int weight() const { return apart() + wish(Party::mentor) + wish(Party::mentee); }
};

/// The questions of the set in their order, with the answers of a complete round, and the ratings of the round before where there is one.
std::vector<Compared> compare(const QuestionSet& set, const Round& round, const Round* before);

/// What to talk about first: at most `most` of what was rated, the heaviest first. Two points are where views differ; less is noise.
std::vector<const Compared*> talk_first(const std::vector<Compared>& all, std::size_t most);

/// Answers that belong to no question of the set, each with the question it was perhaps meant for.
struct Stray {
  Text key;
  Place place;
  std::string_view meant;
};
std::vector<Stray> strays(const QuestionSet& set, const Round& round);

/// The answer that was given under this key; empty when there is none.
Text answer_to(const Answers& answers, std::string_view key);

}  // namespace mentor
