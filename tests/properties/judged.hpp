// One relationship in YAML, read and judged in memory: everything that the findings view lives as long as the value.
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "journal/settle.hpp"
#include "rules/check.hpp"

namespace mentor::made {

class Judged {
 public:
  /// The texts are files of one relationship, the first its main one.
  Judged(const std::vector<std::string>& texts, Date today, const Settings& settings = {}) {
    for (const std::string& text : texts) sources_.push_back({"pairs/example/" + std::to_string(sources_.size()) + ".yaml", text});
    relationship_.id = Text{"example"};
    const People nobody;
    for (std::uint32_t file = 0; file < sources_.size(); ++file) {
      Tree& tree = trees_.emplace_back();
      read_source(sources_[file], MarkdownRole::relationship, tree, problems);
      if (!tree.empty()) Binder{sources_[file], file, tree, nobody, problems}.bind(0, kinds::relationship, relationship_);
    }
    settle(relationship_, programme_.defaults, sources_, problems);
    build_history(relationship_, programme_, history_);
    assessment = Replay{history_}.run(today);
    const Checked checked = check({relationship_, history_, assessment, today, settings});
    findings = checked.findings;
    in_confidence = checked.in_confidence;
  }
  Judged(const Judged&) = delete;
  Judged& operator=(const Judged&) = delete;

  Problems problems;
  Assessment assessment;
  Findings findings, in_confidence;

 private:
  std::vector<Source> sources_;
  std::deque<Tree> trees_;
  Programme programme_;
  Relationship relationship_;
  History history_;
};

}  // namespace mentor::made
