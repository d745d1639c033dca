#include "journal/wish.hpp"

#include <algorithm>

#include "journal/settle.hpp"
#include "journal/values.hpp"

namespace mentor {
namespace {

/// Nodes that say the same as the values.
class TreeOfValues {
 public:
  explicit TreeOfValues(Tree& tree) : tree_(tree) {}

  void record(const NewRecord& record) {
    const std::size_t map = open(Node::Kind::map);
    for (const NewValue& one : record.values) {
      if (one.says_nothing() && one.field->shape != Shape::records) continue;
      scalar(one.field->name, false);
      value(one);
    }
    close(map);
  }

 private:
  std::size_t open(Node::Kind kind) {
    tree_.nodes.push_back({kind, false, 1, {}, 0, {}});
    return tree_.nodes.size() - 1;
  }
  void close(std::size_t node) { tree_.nodes[node].next = static_cast<std::uint32_t>(tree_.nodes.size()); }
  void scalar(std::string_view text, bool quoted) {
    tree_.nodes.push_back({Node::Kind::scalar, quoted, 1, {}, static_cast<std::uint32_t>(tree_.nodes.size() + 1), text});
  }

  void value(const NewValue& said) {
    if (!said.scalar.empty()) return scalar(said.scalar, said.field->shape == Shape::text || said.field->shape == Shape::owned_text);
    if (said.field->shape == Shape::record) return record(said.records[0]);
    const std::size_t node = open(said.pairs.empty() ? Node::Kind::list : Node::Kind::map);
    for (const std::string& item : said.list) scalar(item, true);
    for (const auto& [key, text] : said.pairs) {
      scalar(key, false);
      scalar(text, true);
    }
    for (const NewRecord& one : said.records) record(one);
    close(node);
  }

  Tree& tree_;
};

/// The value at a node; it says nothing where the node says nothing.
NewValue value_of(const Tree& tree, std::uint32_t at, const Field& field) {
  NewValue value{&field};
  const Node& node = tree.nodes[at];
  if (node.kind == Node::Kind::scalar) value.scalar = trim(node.text);
  if (node.kind == Node::Kind::map && field.record != nullptr) value.records.push_back(record_of(tree, at, *field.record));
  if (node.kind == Node::Kind::map && field.record == nullptr)
    for (std::uint32_t key = at + 1; key < node.next; key = tree.nodes[key + 1].next)
      if (tree.nodes[key + 1].kind == Node::Kind::scalar && !tree.nodes[key + 1].text.empty()) value.pairs.emplace_back(tree.nodes[key].text, tree.nodes[key + 1].text);
  if (node.kind == Node::Kind::list)
    for (std::uint32_t item = at + 1; item < node.next; item = tree.nodes[item].next) {
      if (tree.nodes[item].kind == Node::Kind::map && field.record != nullptr) value.records.push_back(record_of(tree, item, *field.record));
      if (tree.nodes[item].kind == Node::Kind::scalar && !tree.nodes[item].text.empty()) value.list.emplace_back(tree.nodes[item].text);
    }
  return value;
}

/// What a key says a second time is added to what it said the first.
void add(NewRecord& record, NewValue value) {
  NewValue& all = record.value(value.field->name);
  if (!value.scalar.empty()) all.scalar = std::move(value.scalar);
  std::ranges::move(value.list, std::back_inserter(all.list));
  std::ranges::move(value.pairs, std::back_inserter(all.pairs));
  std::ranges::move(value.records, std::back_inserter(all.records));
}

}  // namespace

NewRecord record_of(const Tree& tree, std::uint32_t map, const Kind& kind) {
  NewRecord record{&kind};
  for (std::uint32_t key = map + 1; key < tree.nodes[map].next; key = tree.nodes[key + 1].next) {
    const Field* const field = kind.find(tree.nodes[key].text);
    if (field == nullptr) continue;
    NewValue value = value_of(tree, key + 1, *field);
    if (!value.says_nothing()) add(record, std::move(value));
  }
  // fields of a kind lie in one array, in the order of the vocabulary
  std::ranges::sort(record.values, {}, &NewValue::field);
  return record;
}

const NewValue* NewRecord::find(std::string_view name) const {
  const auto at = std::ranges::find_if(values, [&](const NewValue& value) { return value.field->name == name; });
  return at == values.end() ? nullptr : &*at;
}

bool NewRecord::take(std::string_view name, NewValue& value) {
  const auto at = std::ranges::find_if(values, [&](const NewValue& one) { return one.field->name == name; });
  if (at == values.end()) return false;
  value = std::move(*at);
  values.erase(at);
  return true;
}

NewValue& NewRecord::value(std::string_view name) {
  const auto at = std::ranges::find_if(values, [&](const NewValue& one) { return one.field->name == name; });
  return at != values.end() ? *at : values.emplace_back(NewValue{kind->find(name)});
}

void NewRecord::put(std::string_view name, std::string words) {
  if (!words.empty()) value(name).scalar = std::move(words);
}

Wish add_record(NewRecord values) {
  Wish wish;
  const Field* const field = kinds::relationship.find(values.kind->section_of);
  if (field->shape == Shape::records) {
    wish.list = field;
  } else {
    wish.act = Wish::Act::set;
    wish.record = {{field}};
  }
  wish.values = std::move(values);
  return wish;
}

Found find_record(const Relationship& relationship, const std::vector<Step>& path) {
  Found found{&kinds::relationship, &relationship};
  for (const Step& step : path) {
    // a member function pointer of the table takes a record to write to; it is only read here
    const void* const member = step.field->member(const_cast<Record*>(found.record));
    found = {step.field->record, static_cast<const Record*>(step.field->shape == Shape::records ? step.field->at(member, step.index) : member)};
  }
  return found;
}

Wanted::Wanted(const Wish& wish, const People& people, const Defaults& defaults, Problems& problems) : source_{"the entry", ""} {
  const Kind* kind = &kinds::relationship;
  void* record = static_cast<Record*>(&relationship_);
  const auto go = [&](const Field& field) {
    void* const member = field.member(record);
    record = field.shape == Shape::records ? field.append(member) : member;
    kind = field.record;
  };
  for (const Step& step : wish.record) go(*step.field);
  if (wish.act == Wish::Act::add) go(*wish.list);
  record_ = record;
  TreeOfValues(tree_).record(wish.values);
  Problems all;
  Binder(source_, 0, tree_, people, all).bind(0, *kind, *static_cast<Record*>(record));
  // only a record that is added must be a whole one
  const bool is_part = wish.act != Wish::Act::add;
  std::ranges::copy_if(all, std::back_inserter(problems), [&](const Problem& problem) { return !is_part || problem.kind != &problems::missing_key; });
  Problems of_whole;
  settle(relationship_, defaults, {&source_, 1}, of_whole);
}

}  // namespace mentor
