#include "journal/shape.hpp"

namespace mentor {

std::string_view shape_in_words(Shape shape) {
  switch (shape) {
    case Shape::text:
    case Shape::private_text:
    case Shape::owned_text:
      return "text";
    case Shape::texts:
      return "a list of texts";
    case Shape::date:
      return "a day written as YYYY-MM-DD";
    case Shape::dates:
      return "a list of days written as YYYY-MM-DD";
    case Shape::next:
      return "a day with or without a time, or none";
    case Shape::party:
      return "one of the two people";
    case Shape::parties:
      return "a list of mentor and mentee";
    case Shape::word:
      return "one of its words";
    case Shape::words:
      return "a list of its words";
    case Shape::rating:
      return "a number from 1 to 5";
    case Shape::count:
      return "a whole number";
    case Shape::minutes:
      return "minutes, actual/planned";
    case Shape::duration:
      return "a length of time with its unit";
    case Shape::rhythm:
      return "a rhythm such as 2 weeks or monthly";
    case Shape::cadence:
      return "a rhythm such as 2 weeks, or a dated list of them";
    case Shape::person:
      return "a name, with or without <address>";
    case Shape::party_texts:
      return "a text for mentor, mentee or both";
    case Shape::party_ratings:
      return "a number from 1 to 5 for mentor, mentee or both";
    case Shape::party_ranks:
      return "a place in the order for mentor, mentee or both";
    case Shape::tick:
      return "the day it was done, or yes";
    case Shape::record:
      return "keys of its own";
    case Shape::records:
      return "a list of entries with keys of their own";
    case Shape::items:
      return "keys and values";
    case Shape::signs:
      return "rule names, each with off, a severity, or limits";
  }
  return "";
}

}  // namespace mentor
