// The questions that a pair can put to itself: sets of our own, compiled in, and those of the programme.
//
// To add a set: write practice/questions/its-name.yaml and add its name to the list in CMakeLists.txt, where the order is that of the
// documentation. `mentor explain`, the completions, mentor-questions(7) and the choice of `mentor feedback` follow.
#pragma once
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "journal/programme.hpp"
#include "journal/problem.hpp"
#include "journal/source.hpp"
#include "journal/tree.hpp"

namespace mentor {

/// Every set there is. In each, every question says for whom it is, how it is answered and where it comes from.
class QuestionSets {
 public:
  /// Those that are compiled in.
  QuestionSets() = default;
  /// And those of the YAML files in the folder that `questions:` of the programme names, which must lie in the journal. A file that cannot
  /// be used is a problem, and the others are read all the same.
  QuestionSets(const Folder& journal, const Programme& programme, Problems& problems);
  QuestionSets(const QuestionSets&) = delete;
  QuestionSets& operator=(const QuestionSets&) = delete;

  /// In the order of the documentation; one of the programme stands in the place of the set whose name it has, or behind all others.
  std::vector<const QuestionSet*> all() const;
  /// Whether there is one of this name; cheaper than to find it.
  bool has(std::string_view name) const;
  /// Null when there is none of this name.
  const QuestionSet* find(std::string_view name) const;
  std::vector<std::string_view> names() const;
  /// Whether the programme brought it.
  bool is_own(const QuestionSet* set) const;

  /// What the sets view.
  struct File {
    Source source;
    Tree tree;
    QuestionSet set;
  };

 private:
  std::deque<File> own_;
};

/// Whether a question is put to this side.
bool is_for(const Question& question, Party party);
/// The only side that the set asks anything; else both.
Party only_party(const QuestionSet& set);
/// The questions of a set that are put to this side, in their order; to both sides: all.
std::vector<const Question*> questions_for(const QuestionSet& set, Party party);

/// Adds the answers to sets that are not there. `sources` are those of the relationship.
void report_unknown_sets(const Relationship& relationship, const QuestionSets& sets, std::span<const Source> sources, Problems& problems);

/// Where a question or a set comes from: titles of documents for rows such as "Q1, T1", else the words themselves.
Message source_in_words(Text source);

}  // namespace mentor
