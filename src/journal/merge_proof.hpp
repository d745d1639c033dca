// What must be true of a merged journal, whoever merged it: read again, it has each entry as often as its versions say it should, and
// nothing in it is understood less well than before.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "journal/outline.hpp"

namespace mentor {

class MergeProof {
 public:
  MergeProof(Spelling spelling, const std::string& base, const std::string& mine, const std::string& theirs);

  /// Whether all versions can be read.
  bool is_journal() const { return is_journal_; }
  bool holds(const std::string& merged) const;

 private:
  /// How often what stands in a file: entries by list and key, problems by kind.
  using Census = std::map<std::string, long>;
  Census count(const std::string& text) const;

  Spelling spelling_;
  bool is_journal_ = true;
  Census base_, mine_, theirs_;
};

}  // namespace mentor
