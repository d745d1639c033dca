// What every rule owes its reader: an example that fires and one that does not, and words that can be printed as they are.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/encode.hpp"
#include "journal/bind.hpp"
#include "journal/parse.hpp"
#include "journal/settle.hpp"
#include "rules/check.hpp"
#include "rules/settings.hpp"

namespace mentor {
namespace {

struct Judged {
  std::size_t problems = 0;
  std::vector<const Rule*> rules;
  std::vector<Severity> severities;
  /// Messages and repairs, as a terminal shows them.
  std::vector<std::string> words;

  bool has(const Rule& rule) const { return std::ranges::find(rules, &rule) != rules.end(); }
};

/// The settings that a mentor.yaml with this text asks for.
Settings settings_of(const std::string& yaml) {
  const Source source{"mentor.yaml", yaml};
  const People nobody;
  Problems problems;
  Tree tree;
  Programme programme;
  read_source(source, MarkdownRole::relationship, tree, problems);
  Binder{source, 0, tree, nobody, problems}.bind(0, kinds::programme, programme);
  const Settings settings = read_settings(programme, source, problems);
  REQUIRE(problems.empty());
  return settings;
}

/// One relationship in YAML, as it stands on 30 March 2026; `copies` of it for rules over all relationships.
Judged judge(std::string_view yaml, const Settings& settings = {}, int copies = 1) {
  const Source source{"pairs/example.yaml", std::string(yaml)};
  const Programme programme;
  Problems problems;
  Tree tree;
  Relationship relationship;
  relationship.id = Text{"example"};
  read_source(source, MarkdownRole::relationship, tree, problems);
  REQUIRE(!tree.empty());
  const People nobody;
  Binder{source, 0, tree, nobody, problems}.bind(0, kinds::relationship, relationship);
  settle(relationship, programme.defaults, {&source, 1}, problems);
  History history;
  build_history(relationship, programme, history);
  const Date today = make_date(2026, 3, 30);
  const Assessment assessment = Replay{history}.run(today);
  Judged judged;
  judged.problems = problems.size();
  const Case subject{relationship, history, assessment, today, settings};
  const Checked checked = check(subject);
  std::vector<Enrolled> all;
  for (int i = 0; i < copies; ++i)
    if (std::optional<Enrolled> enrolled = enrol(subject)) all.push_back(std::move(*enrolled));
  const Findings over_all = check_all(all, settings);
  for (const Findings* const list : {&checked.findings, &checked.in_confidence, &over_all})
    for (const Finding& finding : *list) {
      CHECK(finding.is_confidential == (list == &checked.in_confidence));
      judged.rules.push_back(finding.rule);
      judged.severities.push_back(finding.severity.value());
      judged.words.push_back(encode::terminal(finding.message));
      judged.words.push_back(encode::terminal(finding.repair));
    }
  return judged;
}

/// The example of a rule, with as many like it as the rule wants.
Judged judge_firing(const Rule& rule, const Settings& settings = {}) { return judge(rule.example.fires, settings, rule.example.copies); }

bool is_kebab(std::string_view id) {
  const bool is_of_letters = id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
  return is_of_letters && !id.empty() && id.front() != '-' && id.back() != '-' && id.find("--") == std::string_view::npos;
}

}  // namespace

TEST_CASE("every rule's first example fires, its second does not, and both are sound journals") {
  for (const Rule* const rule : all_rules()) {
    CAPTURE(rule->id);
    const Judged fires = judge_firing(*rule), quiet = judge(rule->example.quiet, {}, rule->example.copies);
    CHECK(fires.has(*rule));
    CHECK(!quiet.has(*rule));
    CHECK(fires.problems == 0);
    CHECK(quiet.problems == 0);
  }
}

TEST_CASE("a finding is as grave as its rule says, unless the rule weighs each one") {
  for (const Rule* const rule : all_rules()) {
    if (rule->id == "meeting-overdue" || rule->id == "never-met") continue;
    CAPTURE(rule->id);
    const Judged fires = judge_firing(*rule);
    for (std::size_t i = 0; i < fires.rules.size(); ++i)
      if (fires.rules[i] == rule) CHECK(fires.severities[i] == rule->severity);
  }
}

TEST_CASE("a limit that mentor.yaml sets is the limit in force") {
  for (const auto& [id, key] : {std::pair{"agreed-slots-missed", "slots"},
                                {"next-meeting-passed", "days"},
                                {"contact-unanswered", "days"},
                                {"cancellations", "count"},
                                {"no-shows", "count"},
                                {"short-notice-moves", "count"},
                                {"short-meetings", "meetings"},
                                {"actions-overdue", "days"},
                                {"actions-carried", "meetings"},
                                {"no-active-goal", "meetings"},
                                {"goal-without-progress", "meetings"},
                                {"goal-overdue", "days"},
                                {"no-feedback", "meetings"},
                                {"agreement-missing", "meetings"},
                                {"direction-unset", "meetings"},
                                {"review-due", "meetings"},
                                {"review-overdue", "meetings"},
                                {"agreement-old", "days"},
                                {"end-passed", "days"},
                                {"topics-repeat", "meetings"},
                                {"no-new-learning", "meetings"},
                                {"focus-off-goals", "meetings"},
                                {"person-left-out", "meetings"},
                                {"learning-stuck", "meetings"},
                                {"no-agenda", "count"},
                                {"feedback-one-sided", "count"},
                                {"goal-not-smart", "parts"},
                                {"priorities-differ", "share"},
                                {"pulse-low", "act-meetings"},
                                {"no-show-open", "days"},
                                {"next-meeting-missing", "days"},
                                {"next-date-vague", "days"},
                                {"rhythm-slower-than-agreed", "times"},
                                {"no-longer-recorded", "meetings"},
                                {"response-slowing", "slower"},
                                {"initiative-one-sided", "count"},
                                {"presence-low", "meetings"},
                                {"contribution-low", "apart"},
                                {"actions-one-sided", "due"},
                                {"stretch-none", "days"},
                                {"introduction-not-followed", "days"},
                                {"disconnect-open", "days"},
                                {"concern-waiting", "days"},
                                {"recommitment-one-sided", "days"},
                                {"mentor-load", "mentees"},
                                {"undecided-long", "days"}}) {
    CAPTURE(id);
    const Rule* const rule = find_rule(id);
    REQUIRE(rule != nullptr);
    CHECK(!judge_firing(*rule, settings_of(std::string("signs: {") + id + ": {" + key + ": 1000}}\n")).has(*rule));
  }
}

TEST_CASE("of an end nothing is said any more when the days for that are over") {
  int judged = 0;
  for (const Rule* const rule : all_rules())
    for (const Limit& limit : rule->limits) {
      if (limit.key != "days-after-closing" || rule->when != When::ended) continue;
      CAPTURE(rule->id);
      ++judged;
      CHECK(!judge_firing(*rule, settings_of(std::string("signs: {") + std::string(rule->id) + ": {days-after-closing: 6}}\n")).has(*rule));
      CHECK(judge_firing(*rule, settings_of(std::string("signs: {") + std::string(rule->id) + ": {days-after-closing: 7}}\n")).has(*rule));
    }
  CHECK(judged == 4);
}

TEST_CASE("an end is early as long as mentor.yaml says") {
  const Rule* const rule = find_rule("early-end");
  CHECK(judge_firing(*rule, settings_of("signs: {early-end: {days: 71}}\n")).has(*rule));
  CHECK(!judge_firing(*rule, settings_of("signs: {early-end: {days: 70}}\n")).has(*rule));
}

TEST_CASE("mentor.yaml switches rules off and gives them another severity") {
  for (const Rule* const rule : all_rules()) {
    CAPTURE(rule->id);
    CHECK(!judge_firing(*rule, settings_of("signs: {" + std::string(rule->id) + ": off}\n")).has(*rule));
    const Judged graver = judge_firing(*rule, settings_of("signs: {" + std::string(rule->id) + ": error}\n"));
    for (std::size_t i = 0; i < graver.rules.size(); ++i)
      if (graver.rules[i] == rule) CHECK(graver.severities[i] == Severity::error);
  }
}

TEST_CASE("every rule has an id of its own and a title of one line") {
  std::set<std::string_view> ids;
  for (const Rule* const rule : all_rules()) {
    CAPTURE(rule->id);
    CHECK(ids.insert(rule->id).second);
    CHECK(is_kebab(rule->id));
    CHECK(!rule->title.empty());
    CHECK(rule->title.size() <= 60);
    CHECK(rule->title.find('\n') == std::string_view::npos);
    CHECK(!rule->title.ends_with('.'));
    CHECK(find_rule(rule->id) == rule);
  }
}

TEST_CASE("every rule says why, what clears it and what to ask, and every limit what it means") {
  for (const Rule* const rule : all_rules()) {
    CAPTURE(rule->id);
    CHECK(rule->why.ends_with('.'));
    CHECK(rule->repair.ends_with('.'));
    CHECK(rule->ask.ends_with('?'));
    CHECK(!rule->source.empty());
    std::set<std::string_view> keys;
    for (const Limit& limit : rule->limits) {
      CAPTURE(limit.key);
      CHECK(keys.insert(limit.key).second);
      CHECK(is_kebab(limit.key));
      CHECK(!limit.unit.empty());
      CHECK(!limit.meaning.empty());
      CHECK(limit.value >= 0);
    }
  }
}

TEST_CASE("every sign and every reason that the sources name is the matter of some rule") {
  std::set<std::string> named;
  for (const Rule* const rule : all_rules())
    for (std::string_view rows = rule->source; !rows.empty();) {
      const std::size_t comma = std::min(rows.find(", "), rows.size());
      named.emplace(rows.substr(0, comma));
      rows.remove_prefix(std::min(comma + 2, rows.size()));
    }
  std::string missing;
  for (const auto& [letter, last] : {std::pair{'S', 29}, {'C', 15}})
    for (int number = 1; number <= last; ++number) {
      const std::string row = letter + std::to_string(number);
      if (!named.contains(row)) missing += row + " ";
    }
  CHECK(missing == "");
}

}  // namespace mentor
