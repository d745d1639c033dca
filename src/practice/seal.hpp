// Sealed answers: a side commits itself to its answers before it can see the other's, by a hash that tells nothing about them, and shows
// later that they are the same. The hash covers pair, side, set and day too, so that the other side's hash cannot be passed off as one's own.
#pragma once
#include <string>

#include "journal/journal.hpp"
#include "journal/problem.hpp"
#include "journal/tree.hpp"

namespace mentor {

/// SHA-256 over the relationship's id, the side, the set, the day, the salt and every answer, each with its length before it, as 64
/// hexadecimal digits. In which order the answers stand makes no difference.
std::string seal(Text relationship_id, const Answers& answers);

/// A sheet that is its author's own, `*.private.md`, read for its author. Views the source it was read from.
class PrivateSheet {
 public:
  /// Unusable when the source is no sheet of answers.
  explicit PrivateSheet(const Source& source);
  /// Null when the source is no sheet.
  const Answers* answers() const { return read_.answers.empty() ? nullptr : &read_.answers.front(); }
  const Source& source() const { return source_; }

 private:
  const Source& source_;
  Tree tree_;
  Relationship read_;
};

}  // namespace mentor
