#include "commands/what_if.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "commands/describe.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// What --set changes of one pair.
struct Difference {
  std::string id;
  State own{}, now{};
  Date own_since, since;
  std::vector<std::string_view> come, go;

  bool is_there() const { return own != now || own_since != since || !come.empty() || !go.empty(); }
};

using Differences = std::vector<Difference>;

/// The rules of findings in `some` that are not in `others`, each once, in order.
std::vector<std::string_view> rules_only_in(const Pair& pair, const Findings& some, const Findings& others) {
  std::set<std::string> known;
  for (const Finding& finding : others) known.insert(fingerprint(finding, pair.relationship.id));
  std::vector<std::string_view> rules;
  for (const Finding& finding : some)
    if (known.count(fingerprint(finding, pair.relationship.id)) == 0 && std::ranges::find(rules, finding.rule->id) == rules.end())
      rules.push_back(finding.rule->id);
  return rules;
}

Difference change_of(const Pair& pair) {
  const Findings& now = pair.checked.findings;
  const Findings& own = pair.own->checked.findings;
  const Assessment& a = pair.assessment();
  return {id_of(pair.relationship), pair.own->state, a.state, pair.own->since, a.since, rules_only_in(pair, now, own), rules_only_in(pair, own, now)};
}

Message in_words(const Difference& change) {
  std::vector<std::string> parts;
  if (change.own != change.now)
    parts.push_back(fmt::format("{} becomes {}", name(change.own), name(change.now)));
  else if (change.own_since != change.since)
    parts.push_back(fmt::format("{} since {} rather than {}", name(change.now), iso(change.since), iso(change.own_since)));
  if (!change.go.empty()) parts.push_back(fmt::format("no {}", fmt::join(change.go, ", ")));
  if (!change.come.empty()) parts.push_back(fmt::format("now {}", fmt::join(change.come, ", ")));
  return say("{} ({})", Text{change.id}, fmt::join(parts, "; "));
}

/// The rules of items in `some` that are not in `others`, each with `word` before it.
std::vector<std::string> items_only_in(const std::vector<Item>& some, const std::vector<Item>& others, std::string_view word) {
  std::vector<std::string> out;
  for (const Item& item : some)
    if (std::ranges::find(others, item.fingerprint, &Item::fingerprint) == others.end()) out.push_back(fmt::format("{} {}", word, item.rule));
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

/// What --set changes of the findings over all relationships: "; across relationships now mentor-load", or nothing.
std::string across_in_words(const Brief& brief) {
  std::vector<std::string> parts = items_only_in(brief.own_across, brief.across, "no");
  std::ranges::move(items_only_in(brief.across, brief.own_across, "now"), std::back_inserter(parts));
  return parts.empty() ? std::string{} : fmt::format("; across relationships {}", fmt::join(parts, ", "));
}

}  // namespace

bool sets_limits(const Request& request) {
  const auto is_it = [](const Flag& flag) { return flag.name == set_flag.name && flag.value == set_flag.value; };
  return request.has(set_flag.name) && std::ranges::any_of(request.command->flags, is_it);
}

bool is_changed(const Pair& pair) { return pair.own != nullptr && change_of(pair).is_there(); }

std::vector<Fact> what_if_facts(const Pair& pair) {
  if (pair.own == nullptr) return {};
  const Difference change = change_of(pair);
  return {{"own_state", "", name(change.own)}, {"own_since", "", change.own_since}, {"newly_found", "", change.come}, {"no_longer_found", "", change.go}};
}

void count_changes(const Pair& pair, std::any& sum) {
  if (pair.own == nullptr) return;
  Difference change = change_of(pair);
  if (!change.is_there()) return;
  if (!sum.has_value()) sum = Differences{};
  std::any_cast<Differences&>(sum).push_back(std::move(change));
}

void join_changes(std::any& sum, const std::any& other) {
  const auto& more = std::any_cast<const Differences&>(other);
  auto& all = std::any_cast<Differences&>(sum);
  all.insert(all.end(), more.begin(), more.end());
}

Message what_if(const Brief& brief) {
  constexpr std::size_t kMost = 20;
  if (!brief.request.has("set")) return {};
  const Message with = say("With {}:", Text{fmt::format("{}", fmt::join(brief.request.all("set"), ", "))});
  const std::string across = across_in_words(brief);
  if (!brief.sum.has_value()) return say("{} no {} changes{}.", with, across.empty() ? "state and no finding" : "relationship", across);
  Differences changes = std::any_cast<const Differences&>(brief.sum);
  std::ranges::sort(changes, {}, &Difference::id);
  Message list;
  for (std::size_t i = 0; i < std::min(kMost, changes.size()); ++i) list = i == 0 ? in_words(changes[i]) : say("{}; {}", list, in_words(changes[i]));
  const std::string more = changes.size() > kMost ? fmt::format("; and {} more", changes.size() - kMost) : std::string{};
  return say("{} {} of {} {}: {}{}{}.", with, static_cast<long>(changes.size()), counted(brief.relationships, "relationship"),
             changes.size() == 1 ? "changes" : "change", list, more, across);
}

}  // namespace mentor
