#include "practice/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/sha256.hpp"
#include "journal/bind.hpp"
#include "journal/parse.hpp"

namespace mentor {
namespace {

void put(std::string& out, std::string_view part) { fmt::format_to(std::back_inserter(out), "{}:{},", part.size(), part); }

}  // namespace

std::string seal(Text relationship_id, const Answers& answers) {
  std::string all;
  put(all, "mentor-seal-1");
  for (const std::string_view part : {relationship_id.raw(), word(answers.from), answers.set.raw()}) put(all, part);
  put(all, iso(answers.date));
  put(all, answers.salt.raw());
  put(all, word(answers.on_track));
  std::vector<std::pair<std::string_view, std::string_view>> items;
  for (const Entry& item : answers.items) items.emplace_back(item.key.raw(), item.value.raw());
  std::ranges::sort(items);
  for (const auto& [key, value] : items) {
    put(all, key);
    put(all, value);
  }
  return sha256(all);
}

PrivateSheet::PrivateSheet(const Source& source) : source_(source) {
  Problems ignored;
  read_source(source, MarkdownRole::answers, tree_, ignored);
  if (tree_.empty() || tree_.nodes[0].kind != Node::Kind::map) return;
  const People nobody;
  Binder{source, 0, tree_, nobody, ignored}.bind(0, kinds::relationship, read_);
}

}  // namespace mentor
