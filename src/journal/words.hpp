// The fields that take one word of a few: their enumerators, and how each is spelled.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mentor {

/// The words a field allows; enumerator 0 is "not recorded", enumerator i+1 is words[i].
template <class Enum>
struct Words;

enum class Party : std::uint8_t { unset, mentor, mentee, both, external, none };
template <>
struct Words<Party> {
  static constexpr std::array<std::string_view, 5> list = {"mentor", "mentee", "both", "external", "none"};
};

enum class MatchKind : std::uint8_t { unset, developmental, situational, informal };
template <>
struct Words<MatchKind> {
  static constexpr std::array<std::string_view, 3> list = {"developmental", "situational", "informal"};
};

enum class Phase : std::uint8_t { unset, rapport_building, direction_setting, progress_making, winding_down, moving_on };
template <>
struct Words<Phase> {
  static constexpr std::array<std::string_view, 5> list = {"rapport-building", "direction-setting", "progress-making", "winding-down", "moving-on"};
};

enum class PhaseWords : std::uint8_t { unset, clutterbuck, kram };
template <>
struct Words<PhaseWords> {
  static constexpr std::array<std::string_view, 2> list = {"clutterbuck", "kram"};
};

enum class Horizon : std::uint8_t { unset, short_term, medium_term, long_term };
template <>
struct Words<Horizon> {
  static constexpr std::array<std::string_view, 3> list = {"short", "medium", "long"};
};

enum class Stage : std::uint8_t { unset, knowing, doing, living };
template <>
struct Words<Stage> {
  static constexpr std::array<std::string_view, 3> list = {"knowing", "doing", "living"};
};

enum class GoalStatus : std::uint8_t { unset, active, met, revised, parked, dropped };
template <>
struct Words<GoalStatus> {
  static constexpr std::array<std::string_view, 5> list = {"active", "met", "revised", "parked", "dropped"};
};

enum class Verdict : std::uint8_t { unset, keep, revise, met, drop, park };
template <>
struct Words<Verdict> {
  static constexpr std::array<std::string_view, 5> list = {"keep", "revise", "met", "drop", "park"};
};

enum class Status : std::uint8_t { unset, held, cancelled, no_show, moved, planned };
template <>
struct Words<Status> {
  static constexpr std::array<std::string_view, 5> list = {"held", "cancelled", "no-show", "moved", "planned"};
};

enum class ActionState : std::uint8_t { unset, open, done, cancelled, unknown };
template <>
struct Words<ActionState> {
  static constexpr std::array<std::string_view, 4> list = {"open", "done", "cancelled", "unknown"};
};

enum class YesNo : std::uint8_t { unset, yes, no };
template <>
struct Words<YesNo> {
  static constexpr std::array<std::string_view, 2> list = {"yes", "no"};
};

enum class OnTrack : std::uint8_t { unset, yes, no, unsure };
template <>
struct Words<OnTrack> {
  static constexpr std::array<std::string_view, 3> list = {"yes", "no", "unsure"};
};

enum class Stated : std::uint8_t { unset, yes, suspected };
template <>
struct Words<Stated> {
  static constexpr std::array<std::string_view, 2> list = {"yes", "suspected"};
};

/// Why a relationship may not be working (requirements C1 to C15, and two of Straus et al. 2013).
enum class ReasonCode : std::uint8_t {
  unset,
  lack_of_feedback,
  poor_communication,
  lack_of_time,
  personality_mismatch,
  incompatible_goals,
  lack_of_commitment,
  mentee_ownership,
  competition,
  style_clash,
  power_imbalance,
  skills_mismatch,
  wants_other_mentor,
  mentor_leaves,
  needs_unexpressed,
  experience_unused,
  conflict_of_interest,
  inexperience
};
template <>
struct Words<ReasonCode> {
  static constexpr std::array<std::string_view, 17> list = {
      "lack-of-feedback", "poor-communication", "lack-of-time",      "personality-mismatch", "incompatible-goals", "lack-of-commitment",
      "mentee-ownership", "competition",        "style-clash",       "power-imbalance",      "skills-mismatch",    "wants-other-mentor",
      "mentor-leaves",    "needs-unexpressed",  "experience-unused", "conflict-of-interest", "inexperience"};
};

enum class Noticed : std::uint8_t { unset, posture, pace, tone, language, atmosphere, communication };
template <>
struct Words<Noticed> {
  static constexpr std::array<std::string_view, 6> list = {"posture", "pace", "tone", "language", "atmosphere", "communication"};
};

enum class Location : std::uint8_t { unset, conversation, relationship };
template <>
struct Words<Location> {
  static constexpr std::array<std::string_view, 2> list = {"conversation", "relationship"};
};

enum class Impact : std::uint8_t { unset, session, relationship };
template <>
struct Words<Impact> {
  static constexpr std::array<std::string_view, 2> list = {"session", "relationship"};
};

enum class Repair : std::uint8_t { unset, process, conversation, later };
template <>
struct Words<Repair> {
  static constexpr std::array<std::string_view, 3> list = {"process", "conversation", "later"};
};

enum class Promise : std::uint8_t { unset, responsive, reflective, engaged, dedicated };
template <>
struct Words<Promise> {
  static constexpr std::array<std::string_view, 4> list = {"responsive", "reflective", "engaged", "dedicated"};
};

enum class Decision : std::uint8_t { unset, recommit, end };
template <>
struct Words<Decision> {
  static constexpr std::array<std::string_view, 2> list = {"recommit", "end"};
};

/// On what a decision to end rests.
enum class Basis : std::uint8_t { unset, goals, agreed_end, needs, circumstances, fit };
template <>
struct Words<Basis> {
  static constexpr std::array<std::string_view, 5> list = {"goals", "agreed-end", "needs", "circumstances", "fit"};
};

enum class After : std::uint8_t { unset, friendship, peer, contact, none };
template <>
struct Words<After> {
  static constexpr std::array<std::string_view, 4> list = {"friendship", "peer", "contact", "none"};
};

/// How a question is answered: in words, from 1 to 5, or from 1 to 5 as it is and as it is wanted.
enum class AnswerKind : std::uint8_t { unset, text, rating, now_and_wanted };
template <>
struct Words<AnswerKind> {
  static constexpr std::array<std::string_view, 3> list = {"text", "rating", "now-and-wanted"};
};

/// The word of an enumerator; empty for "not recorded".
template <class Enum>
constexpr std::string_view word(Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index == 0 ? std::string_view{} : Words<Enum>::list[index - 1];
}

/// Several words of one enum; bit i stands for enumerator i+1.
template <class Enum>
struct WordSet {
  std::uint16_t bits = 0;
  bool contains(Enum value) const { return (bits >> (static_cast<unsigned>(value) - 1) & 1U) != 0; }
};

}  // namespace mentor
