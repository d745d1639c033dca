// A rule: one thing that can be seen in a journal and is worth a word. Everything a user reads about it stands in its record, beside the
// code that finds it; help, rule reference, completions and settings are derived from the list in all.cpp.
//
// To add one:
//   1. write rules/its_name.cpp with `extern constinit const Rule its_name = {...}` (id = file name with '-' for '_')
//   2. add its line to rules/all.cpp, where the order is that of the documentation
//   3. give it an example that fires and one that stays quiet; both are run as tests
//   4. run `MENTOR_UPDATE=1` on the tests and read the difference
#pragma once
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/problem.hpp"
#include "rules/needs.hpp"
#include "rules/state.hpp"

namespace mentor {

struct Rule;

/// Where a limit comes from: a source document, what existing programmes do, or our own judgement.
enum class Origin : std::uint8_t { source, practice, judgement };
std::string_view name(Origin origin);

struct Limit {
  std::string_view key;
  double value;
  std::string_view unit;
  std::string_view meaning;
  Origin origin;
};

/// One line of evidence.
struct Evidence {
  Place place;
  Date date;
  Message what;
};

/// Which stretch of a relationship a rule judges. In a pause nothing is due, and an end that is written down is judged as an end only.
enum class When : std::uint8_t { going, ended, always };

/// What a rule saw. check() adds the rule, its severity and the fingerprint where they are not set.
struct Finding {
  const Rule* rule = nullptr;
  /// The rule's own, unless the finding is graver or lighter.
  std::optional<Severity> severity;
  /// Whose doing it is, where a party can be named.
  Party party{};
  Message message;
  Place place;
  std::vector<Evidence> evidence;
  /// The limit that was passed; its value may come from the journal, as a cadence does.
  const Limit* limit = nullptr;
  double limit_value = 0;
  /// Where the value was written, when it was: then this is its origin.
  Place limit_place;
  /// Where else it comes from, in place of the limit's own origin.
  std::string_view limit_origin;
  /// The least that clears it.
  Message repair;
  /// What it is about within the relationship: tells two findings of one rule apart from run to run.
  std::string subject;
  /// It rests on something noted in confidence: nobody but `author` and a facilitator may read it; without an author the facilitator alone.
  bool is_confidential = false;
  Party author{};
};

/// Limits and switches in force.
class Settings {
 public:
  struct Choice {
    const Rule* rule = nullptr;
    bool is_off = false;
    bool has_severity = false;
    Severity severity{};
    std::vector<std::pair<const Limit*, double>> limits;
    /// Line of mentor.yaml; 0 when the request asked for it.
    std::uint32_t line = 0;
  };

  double value(const Limit& limit) const;
  /// The choice that set this limit, or null.
  const Choice* origin(const Limit& limit) const;
  const Choice* choice(const Rule& rule) const;
  std::vector<Choice> choices;
};

/// What a rule looks at: one relationship, as of a day.
struct Case {
  const Relationship& relationship;
  const History& history;
  const Assessment& assessment;
  Date today;
  const Settings& settings;

  double limit(const Limit& limit) const { return settings.value(limit); }
  int count(const Limit& limit) const { return static_cast<int>(std::lround(settings.value(limit))); }
  /// Held meetings known today, oldest first.
  const std::vector<const Meeting*>& held() const { return assessment.held; }
};

using Findings = std::vector<Finding>;

/// What rules over all relationships are told of each one that is under way. It outlives the files, so it holds no views of them.
struct Enrolled {
  std::string id;
  /// The name, or without one the address; and by what two mentors are told apart: the address, or without one the name.
  std::string mentor, mentor_key;
  Date started;
  /// Where it stands.
  std::string path;
  std::uint32_t line = 0;
  /// Rules that somebody asked not to be told of here.
  std::vector<const Rule*> silenced = {};
};

struct Example {
  /// Journals in YAML, judged on 2026-03-30: the first gives a finding of this rule, the second gives none.
  std::string_view fires, quiet;
  /// Of a rule over all relationships: how many like it stand in the folder.
  int copies = 1;
};

struct Rule {
  std::string_view id;
  /// One line, without a full stop.
  std::string_view title;
  /// Rows of the requirements.
  std::string_view source;
  Needs needs;
  Severity severity;
  When when = When::going;
  std::span<const Limit> limits;
  /// Why it matters, and when it does not.
  std::string_view why;
  /// The least that clears it.
  std::string_view repair;
  /// The question it puts on the next agenda.
  std::string_view ask;
  Example example;
  void (*check)(const Case&, Findings&) = nullptr;
  /// Of a rule over all relationships, which has no `check`: asked once, when the whole journal has been read. Place::file is then a
  /// number in the list, and the relationships stand in the order of their paths.
  void (*check_all)(std::span<const Enrolled>, const Settings&, Findings&) = nullptr;
};

/// Every rule, in the order of the documentation.
std::span<const Rule* const> all_rules();
const Rule* find_rule(std::string_view id);

}  // namespace mentor
