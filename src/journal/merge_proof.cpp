#include "journal/merge_proof.hpp"

#include <algorithm>

#include "journal/guard.hpp"
#include "journal/parse.hpp"

namespace mentor {
namespace {

/// Walks a tree and counts the items of its lists under the key of the list and of the item.
class Counter {
 public:
  Counter(const Tree& tree, std::map<std::string, long>& out) : nodes_(tree.nodes), out_(out) {}

  void walk(std::uint32_t at, std::string_view list) {
    const Node& node = nodes_[at];
    if (node.kind == Node::Kind::list) {
      for (std::uint32_t i = at + 1; i < node.next; i = nodes_[i].next) {
        ++out_[std::string(list) + " " + name(i)];
        walk(i, list);
      }
    } else if (node.kind == Node::Kind::map) {
      for (std::uint32_t key = at + 1; key < node.next; key = nodes_[key + 1].next) walk(key + 1, nodes_[key].text);
    }
  }

 private:
  /// Its date or id, or else the longest of what it says.
  std::string name(std::uint32_t at) const {
    const Node& node = nodes_[at];
    if (node.kind == Node::Kind::scalar) return std::string(node.text);
    std::string longest;
    if (node.kind != Node::Kind::map) return longest;
    for (std::uint32_t key = at + 1; key < node.next; key = nodes_[key + 1].next) {
      const Node& value = nodes_[key + 1];
      if (value.kind != Node::Kind::scalar) continue;
      if (nodes_[key].text == "date" || nodes_[key].text == "from" || nodes_[key].text == "id") return std::string(value.text);
      if (value.text.size() > longest.size()) longest = value.text;
    }
    return longest;
  }

  const std::vector<Node>& nodes_;
  std::map<std::string, long>& out_;
};

constexpr std::string_view kProblem = "!";

}  // namespace

MergeProof::MergeProof(Spelling spelling, const std::string& base, const std::string& mine, const std::string& theirs)
    : spelling_(spelling), base_(count(base)), mine_(count(mine)), theirs_(count(theirs)) {
  for (const Census* const census : {&base_, &mine_, &theirs_}) is_journal_ = is_journal_ && census->count("") == 0;
}

/// An entry "" says that the file cannot be read at all.
MergeProof::Census MergeProof::count(const std::string& text) const {
  Census census;
  const Source source{spelling_ == Spelling::yaml ? "a.yaml" : "a.md", text};
  Problems problems;
  Tree tree;
  if (!check_bytes(source, problems)) {
    census[""] = 1;
    return census;
  }
  const bool is_relationship = text.starts_with("mentor:") || text.find("\nmentor:") != std::string::npos;
  read_source(source, is_relationship ? MarkdownRole::relationship : MarkdownRole::note, tree, problems);
  for (const Problem& problem : problems)
    if (problem.kind->severity == Severity::error) ++census[std::string(kProblem) + std::string(problem.kind->id)];
  if (!tree.empty()) Counter{tree, census}.walk(0, {});
  if (tree.empty() && !problems.empty()) census[""] = 1;
  return census;
}

bool MergeProof::holds(const std::string& merged) const {
  const Census found = count(merged);
  const auto times = [](const Census& census, const std::string& what) {
    const auto at = census.find(what);
    return at == census.end() ? 0L : at->second;
  };
  Census all = base_;
  for (const Census* const census : {&mine_, &theirs_, &found}) all.insert(census->begin(), census->end());
  return std::ranges::all_of(all, [&](const auto& entry) {
    const std::string& what = entry.first;
    const long was = times(base_, what), mine = times(mine_, what) - was, theirs = times(theirs_, what) - was, is = times(found, what) - was;
    if (what.starts_with(kProblem)) return is <= std::max(mine, 0L) + std::max(theirs, 0L);
    // both may have added, or taken away, the same or two things
    if (mine > 0 && theirs > 0) return is >= std::max(mine, theirs) && is <= mine + theirs;
    if (mine < 0 && theirs < 0) return is <= std::min(mine, theirs) && is >= mine + theirs;
    return is == mine + theirs;
  });
}

}  // namespace mentor
