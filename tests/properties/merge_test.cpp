// Two people edit the same made-up journal, each on their own, and git merges: no entry is lost, none is there twice, and the order of the
// two makes no difference. MENTOR_MERGES sets how many pairs of edits are tried.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/unfinished_merge.hpp"
#include "journal/merge.hpp"
#include "journal/values.hpp"
#include "random_journal.hpp"

namespace mentor {
namespace {

using random_journal::Dice;

int merges() {
  const char* const wanted = std::getenv("MENTOR_MERGES");
  const int count = wanted == nullptr ? 0 : read_count(wanted);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return count > 0 ? count : 100;
#else
  return count > 0 ? count : 500;
#endif
}

/// Words that stand nowhere else, so that each can be followed through the merge.
class Words {
 public:
  std::string next() { return "t" + std::to_string(++count_) + "x"; }

 private:
  int count_ = 0;
};

struct Entry {
  std::string date, id, text;
  std::vector<std::string> topics, open, done;
  bool is_flow = false;
};

/// A journal that can be edited; what stands before the entries is made up by walking the vocabulary.
struct Draft {
  enum class Style : std::uint8_t { markdown, yaml, flow } style = Style::markdown;
  bool falls = false, is_crlf = false, has_mark = false, ends_with_line = true;
  std::string front, sections;
  /// Keys of the user's own at the top, with their values.
  std::map<std::string, std::string> own;
  std::vector<Entry> entries;

  std::string text() const;
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string in_markdown(const Entry& entry) {
  std::string out = "\n## " + entry.date + " held\n\nX-id: " + entry.id + "\nTopics: " + joined(entry.topics) + "\n\nSo " + entry.text + ".\n";
  if (!entry.open.empty() || !entry.done.empty()) out += "\n";
  for (const std::string& word : entry.done) out += "- [x] Ada: read " + word + "\n";
  for (const std::string& word : entry.open) out += "- [ ] Ada: read " + word + "\n";
  return out;
}

std::string actions(const Entry& entry) {
  std::string out;
  for (const std::string& word : entry.done) out += (out.empty() ? "" : ", ") + ("{mentee: read " + word + ", done: yes}");
  for (const std::string& word : entry.open) out += (out.empty() ? "" : ", ") + ("{mentee: read " + word + "}");
  return out;
}

std::string in_flow(const Entry& entry) {
  return "{date: " + entry.date + ", status: held, x-id: " + entry.id + ", topics: [" + joined(entry.topics) + "], notes: So " + entry.text + ", actions: [" +
         actions(entry) + "]}";
}

std::string in_yaml(const Entry& entry) {
  if (entry.is_flow) return "  - " + in_flow(entry) + "\n";
  std::string out = "  - date: " + entry.date + "\n    status: held\n    x-id: " + entry.id + "\n    topics: [" + joined(entry.topics) +
                    "]\n    notes: |\n      So " + entry.text + ".\n";
  if (!entry.open.empty() || !entry.done.empty()) out += "    actions:\n";
  for (const std::string& word : entry.done) out += "      - {mentee: read " + word + ", done: yes}\n";
  for (const std::string& word : entry.open) out += "      - mentee: read " + word + "\n";
  return out;
}

std::string Draft::text() const {
  std::string out = style == Style::markdown ? "---\n" : "";
  for (const auto& [key, value] : own) out.append(key).append(": ").append(value).append("\n");
  out += front + (style == Style::markdown ? "---\n" : style == Style::yaml ? "meetings:\n" : "meetings: [") + sections;
  for (const Entry& entry : entries)
    out += style == Style::markdown ? in_markdown(entry) : style == Style::yaml ? in_yaml(entry) : (&entry == entries.data() ? "" : ",\n  ") + in_flow(entry);
  if (style == Style::flow) out += "]\n";
  if (!ends_with_line) out.pop_back();
  std::string dressed = has_mark ? "\xEF\xBB\xBF" : "";
  for (const char c : out) dressed.append(c == '\n' && is_crlf ? "\r\n" : std::string(1, c));
  return dressed;
}

/// Whether the file can go in order from one entry to the other.
bool is_before(const Draft& draft, const std::string& a, const std::string& b) { return draft.falls ? a > b : a < b; }

void add_entry(Draft& draft, Dice& dice, Words& words) {
  Entry entry;
  const std::string newest = draft.entries.empty() ? "2026-01-14" : draft.falls ? draft.entries.front().date : draft.entries.back().date;
  entry.date = iso(read_date(newest).date + (dice.chance(80) ? 1 + static_cast<int>(dice.roll(10)) : -static_cast<int>(dice.roll(60))));
  entry.id = words.next();
  entry.text = words.next();
  for (std::size_t i = 0, count = 1 + dice.roll(3); i < count; ++i) entry.topics.push_back(words.next());
  for (std::size_t i = 0, count = dice.roll(3); i < count; ++i) entry.open.push_back(words.next());
  entry.is_flow = dice.chance(40);
  const auto place = std::ranges::find_if(draft.entries, [&](const Entry& other) { return is_before(draft, entry.date, other.date); });
  draft.entries.insert(place, entry);
}

Draft make_draft(Dice& dice, Words& words) {
  Draft draft;
  draft.style = dice.pick(std::vector{Draft::Style::markdown, Draft::Style::yaml, Draft::Style::flow});
  draft.falls = dice.chance(40);
  draft.is_crlf = dice.chance(20);
  draft.has_mark = dice.chance(10);
  draft.ends_with_line = dice.chance(80);
  draft.own = {{"x-a", words.next()}, {"x-m", words.next()}};
  random_journal::RandomRecord record = random_journal::make_relationship(dice);
  random_journal::RandomValue dropped;
  record.take("meetings", dropped);
  std::string spelled = draft.style == Draft::Style::markdown ? random_journal::spell_markdown(record, dice) : random_journal::spell_yaml(record, dice);
  if (spelled.starts_with("---\n")) spelled.erase(0, 4);
  if (draft.style != Draft::Style::markdown) {
    if (spelled.ends_with("...\n")) spelled.resize(spelled.size() - 4);
    draft.front = spelled;
  } else {
    const std::size_t end = std::min(spelled.find("\n---\n"), spelled.find("\n...\n")) + 1;
    draft.front = spelled.substr(0, end);
    draft.sections = spelled.substr(end + 4);
  }
  for (std::size_t i = 0, count = 1 + dice.roll(5); i < count; ++i) add_entry(draft, dice, words);
  return draft;
}

void edit(Draft& draft, Dice& dice, Words& words) {
  Entry& entry = draft.entries[dice.roll(draft.entries.size())];
  switch (dice.roll(9)) {
    case 0:
      draft.own[dice.chance(50) ? "x-a" : "x-m"] = words.next();
      break;
    case 1:
      draft.own["x-" + words.next()] = words.next();
      break;
    case 2:
      entry.topics.push_back(words.next());
      break;
    case 3:
      entry.topics.insert(entry.topics.begin(), words.next());
      break;
    case 4:
      entry.text = words.next() + " " + entry.text;
      break;
    case 5:
      entry.open.push_back(words.next());
      break;
    case 6:
      if (entry.open.empty()) break;
      entry.done.push_back(entry.open.front());
      entry.open.erase(entry.open.begin());
      break;
    case 7:
      if (draft.entries.size() > 1 && dice.chance(40)) draft.entries.erase(draft.entries.begin() + (&entry - draft.entries.data()));
      break;
    default:
      add_entry(draft, dice, words);
  }
}

/// How often each followed word stands in a text.
std::map<std::string, int> count_words(std::string_view text) {
  std::map<std::string, int> out;
  for (std::size_t at = text.find('t'); at != std::string_view::npos; at = text.find('t', at + 1)) {
    const std::size_t end = text.find_first_not_of("0123456789", at + 1);
    if (end == std::string_view::npos || end == at + 1 || text[end] != 'x') continue;
    ++out[std::string(text.substr(at, end + 1 - at))];
  }
  return out;
}

struct Trial {
  std::string base, mine, theirs;
  bool only_adds = false;
};

Trial make_trial(Dice& dice) {
  Words words;
  const Draft base = make_draft(dice, words);
  Trial trial;
  trial.base = base.text();
  trial.only_adds = dice.chance(40);
  for (std::string* const side : {&trial.mine, &trial.theirs}) {
    Draft draft = base;
    for (std::size_t i = 0, count = 1 + dice.roll(4); i < count; ++i) trial.only_adds ? add_entry(draft, dice, words) : edit(draft, dice, words);
    *side = draft.text();
  }
  return trial;
}

/// What is wrong with a word that stands so often in base, mine, theirs and the result; empty when all is well.
std::string_view judge(int base, int mine, int theirs, int found, bool has_conflicts) {
  const bool is_added = base == 0, is_removed = mine == 0 || theirs == 0;
  if (has_conflicts) return is_added && found == 0 ? "lost" : found > std::max(mine, theirs) + (base > 0) ? "there twice" : "";
  const int wanted = mine == base ? theirs : mine;
  if (found == wanted) return {};
  return is_removed && !is_added ? "there again" : found < wanted ? "lost" : "there twice";
}

}  // namespace

TEST_CASE("whatever two people do to a journal, no entry is lost, none is there twice, and the order of the two makes no difference") {
  int conflicts = 0;
  for (int seed = 1; seed <= merges(); ++seed) {
    Dice dice{static_cast<std::uint64_t>(seed)};
    const Trial trial = make_trial(dice);
    const Merged merged = merge_journals(trial.base, trial.mine, trial.theirs), swapped = merge_journals(trial.base, trial.theirs, trial.mine);
    conflicts += merged.conflicts > 0;
    std::string wrong;
    const std::map<std::string, int> base = count_words(trial.base), mine = count_words(trial.mine), theirs = count_words(trial.theirs),
                                     found = count_words(merged.text);
    const auto times = [](const std::map<std::string, int>& counts, const std::string& word) { return counts.contains(word) ? counts.at(word) : 0; };
    std::map<std::string, int> all = base;
    for (const auto* const counts : {&mine, &theirs, &found}) all.insert(counts->begin(), counts->end());
    for (const auto& [word, ignored] : all)
      if (const std::string_view what = judge(times(base, word), times(mine, word), times(theirs, word), times(found, word), merged.conflicts > 0);
          !what.empty())
        wrong += word + " is " + std::string(what) + "\n";
    if (merged.conflicts != swapped.conflicts || (merged.conflicts == 0 && merged.text != swapped.text)) wrong += "the order matters\n";
    if (trial.only_adds && merged.conflicts > 0) wrong += "entries that both added are a conflict\n";
    if ((find_conflict(merged.text) != std::string_view::npos) != (merged.conflicts > 0)) wrong += "markers are missing, or too many\n";
    if (wrong.empty()) continue;
    FAIL_CHECK("seed " << seed << "\n"
                       << wrong << "---- base\n"
                       << trial.base << "---- mine\n"
                       << trial.mine << "---- theirs\n"
                       << trial.theirs << "---- merged\n"
                       << merged.text);
    break;
  }
  MESSAGE(conflicts << " of " << merges() << " merges left something to people");
}

TEST_CASE("what only one side changed is taken as it is, byte for byte") {
  for (int seed = 1; seed <= merges() / 5; ++seed) {
    Dice dice{static_cast<std::uint64_t>(seed)};
    const Trial trial = make_trial(dice);
    CAPTURE(seed);
    for (const auto& merge : {merge_journals, merge_lines}) {
      CHECK(merge(trial.base, trial.mine, trial.base).text == trial.mine);
      CHECK(merge(trial.base, trial.base, trial.mine).text == trial.mine);
      CHECK(merge(trial.base, trial.mine, trial.mine).text == trial.mine);
    }
  }
}

}  // namespace mentor
