// What the values of fields look like, and which types of the model hold them.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "journal/programme.hpp"

namespace mentor {

/// What a field's value looks like; the C++ type of the member decides.
enum class Shape : std::uint8_t {
  text,           // free text on one or many lines
  private_text,   // text of which only the length is known
  texts,          // a list of texts; in Markdown parted by commas
  date,           // YYYY-MM-DD
  dates,          // a list of days
  next,           // a day with an optional time, or "none"
  party,          // one of the allowed parties, or a name of one of the two
  parties,        // a list of mentor and mentee
  word,           // one of the allowed words
  words,          // a list of allowed words
  rating,         // 1 to 5
  count,          // a whole number from 0
  minutes,        // 55/60, actual/planned; either alone
  duration,       // 60 min, 2 h, 1 day
  rhythm,         // 2 weeks, monthly
  cadence,        // a rhythm, or a dated list of rhythms
  person,         // Name <address>
  party_texts,    // {mentor: text, mentee: text}
  party_ratings,  // {mentor: 1..5, mentee: 1..5}
  party_ranks,    // {mentor: 1.., mentee: 1..}
  tick,           // a day, or yes
  owned_text,     // an action spelled `mentee: text`
  record,         // one record
  records,        // a list of records
  items,          // the user's own `key: value` pairs
  signs,          // rules and what is asked of them
};

/// "text" or "a list of days": what a shape takes, in the user's words.
std::string_view shape_in_words(Shape shape);

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_vector<List<T>> = true;
template <class T>
inline constexpr bool is_word_set = false;
template <class E>
inline constexpr bool is_word_set<WordSet<E>> = true;

/// The shape of a member of type M.
template <class M>
constexpr Shape shape_of() {
  if constexpr (std::is_same_v<M, Text>)
    return Shape::text;
  else if constexpr (std::is_same_v<M, PrivateText>)
    return Shape::private_text;
  else if constexpr (std::is_same_v<M, std::vector<Text>>)
    return Shape::texts;
  else if constexpr (std::is_same_v<M, Date>)
    return Shape::date;
  else if constexpr (std::is_same_v<M, std::vector<Date>>)
    return Shape::dates;
  else if constexpr (std::is_same_v<M, Next>)
    return Shape::next;
  else if constexpr (std::is_same_v<M, Party>)
    return Shape::party;
  else if constexpr (std::is_same_v<M, WordSet<Party>>)
    return Shape::parties;
  else if constexpr (is_word_set<M>)
    return Shape::words;
  else if constexpr (std::is_enum_v<M>)
    return Shape::word;
  else if constexpr (std::is_same_v<M, Rating>)
    return Shape::rating;
  else if constexpr (std::is_same_v<M, Count>)
    return Shape::count;
  else if constexpr (std::is_same_v<M, Minutes>)
    return Shape::minutes;
  else if constexpr (std::is_same_v<M, Duration>)
    return Shape::duration;
  else if constexpr (std::is_same_v<M, std::vector<CadenceStep>>)
    return Shape::cadence;
  else if constexpr (std::is_same_v<M, Rhythm>)
    return Shape::rhythm;
  else if constexpr (std::is_same_v<M, Person>)
    return Shape::person;
  else if constexpr (std::is_same_v<M, PerParty<Text>>)
    return Shape::party_texts;
  else if constexpr (std::is_same_v<M, PerParty<Rating>>)
    return Shape::party_ratings;
  else if constexpr (std::is_same_v<M, PerParty<Rank>>)
    return Shape::party_ranks;
  else if constexpr (std::is_same_v<M, Tick>)
    return Shape::tick;
  else if constexpr (std::is_same_v<M, std::vector<Entry>>)
    return Shape::items;
  else if constexpr (std::is_same_v<M, std::vector<Sign>>)
    return Shape::signs;
  else if constexpr (is_vector<M>)
    return Shape::records;
  else {
    static_assert(std::is_base_of_v<Record, M>);
    return Shape::record;
  }
}

/// The words that a member of type M allows; none unless it is a word or a set of them.
template <class M>
constexpr std::span<const std::string_view> words_of() {
  if constexpr (std::is_enum_v<M>)
    return Words<M>::list;
  else if constexpr (is_word_set<M>)
    return []<class E>(WordSet<E>) { return std::span<const std::string_view>(Words<E>::list); }(M{});
  else
    return {};
}

}  // namespace mentor
