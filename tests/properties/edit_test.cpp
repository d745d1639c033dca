// Laws of editing, over made-up journals in made-up spellings: every byte outside of the edit stays, what is added and taken out again
// leaves the file as it was, saying the same again writes nothing, and the model is the old one with the wish come true. A writer that
// breaks a law is caught, which is shown with one that does.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "journal/edit.hpp"
#include "journal/same_model.hpp"
#include "random_journal.hpp"
#include "transcript.hpp"

namespace mentor {
namespace {

using random_journal::Dice;

/// How many pairs of a journal and an edit; MENTOR_EDITS sets another number.
std::uint64_t pairs_wanted() {
  const char* const asked = ::getenv("MENTOR_EDITS");
#if defined(__SANITIZE_ADDRESS__)
  return asked == nullptr ? 300 : std::strtoull(asked, nullptr, 10);
#else
  return asked == nullptr ? 1500 : std::strtoull(asked, nullptr, 10);
#endif
}

/// One relationship in one file.
struct Journal {
  transcript::FreshFolder fresh;
  Folder folder{fresh.path().string()};
  Programme programme;
  std::string path;
  std::unique_ptr<Units> units;

  void spell(const std::string& name) {
    path = "pairs/" + name;
    units = std::make_unique<Units>(std::vector<Unit>{Unit{"pairs/", {name}}});
  }
  ReadFrom origin() const { return {folder, *units, 0, programme}; }
  void read(const std::string& text, Reading& reading) const {
    reading.drafts = {{path, text}};
    read_unit(folder, *units, 0, programme, YamlReader::fastest, reading);
  }
};

/// The lists in which a record by itself can be written.
std::vector<const Field*> lists() {
  std::vector<const Field*> all;
  for (const Field& field : kinds::relationship.fields)
    if (field.shape == Shape::records) all.push_back(&field);
  return all;
}

/// Entries of about half of the journals stand in the order of their days, newest first or last.
void put_in_order(NewRecord& relationship, Dice& dice) {
  const std::size_t order = dice.roll(3);
  if (order == 0) return;
  for (NewValue& value : relationship.values) {
    if (value.field->shape != Shape::records) continue;
    const std::string_view key = value.field->record->heading_date;
    const auto day = [&](const NewRecord& record) { return record.find(key) == nullptr ? std::string{} : record.find(key)->scalar; };
    std::ranges::stable_sort(value.records, [&](const NewRecord& a, const NewRecord& b) { return order == 1 ? day(a) < day(b) : day(a) > day(b); });
  }
}

/// Fields that can be set by themselves.
std::vector<const Field*> single_fields(const Kind& kind) {
  std::vector<const Field*> all;
  for (const Field& field : kind.fields) {
    const bool is_single = field.shape != Shape::records && field.shape != Shape::record && field.shape != Shape::owned_text && field.shape != Shape::items &&
                           field.shape != Shape::cadence && field.shape != Shape::private_text && !field.required;
    if (is_single && !(&kind == &kinds::action && (field.name == "text" || field.name == "owner"))) all.push_back(&field);
  }
  return all;
}

Wish random_add(const Relationship& relationship, Dice& dice) {
  static const std::vector<const Field*> all = lists();
  if (dice.chance(25) && !relationship.meetings.empty()) {
    Wish wish;
    wish.record = {{kinds::relationship.find("meetings"), dice.roll(relationship.meetings.size())}};
    wish.list = kinds::meeting.find("actions");
    wish.values = random_journal::make_record(kinds::action, dice);
    return wish;
  }
  const Field& list = dice.chance(40) ? *kinds::relationship.find("meetings") : *dice.pick(all);
  Wish wish;
  wish.list = &list;
  wish.values = random_journal::make_record(*list.record, dice);
  return wish;
}

std::optional<Wish> random_set(const Relationship& relationship, Dice& dice) {
  static const std::vector<const Field*> all = lists();
  Wish wish;
  wish.act = Wish::Act::set;
  const Kind* kind = &kinds::relationship;
  if (dice.chance(10)) {
    // a record that may not be there yet
    const Field* const single = kinds::relationship.find(dice.chance(50) ? "closing" : "agreement");
    wish.record = {{single}};
    kind = single->record;
  } else if (dice.chance(90)) {
    const Field& list = dice.chance(50) ? *kinds::relationship.find("meetings") : *dice.pick(all);
    const std::size_t size = list.size(list.member(const_cast<Relationship*>(&relationship)));
    if (size == 0) return {};
    wish.record = {{&list, dice.roll(size)}};
    kind = list.record;
    if (kind == &kinds::meeting && dice.chance(50)) {
      const Meeting& meeting = relationship.meetings[wish.record[0].index];
      if (meeting.actions.empty()) return {};
      wish.record.push_back({kinds::meeting.find("actions"), dice.roll(meeting.actions.size())});
      kind = &kinds::action;
    }
  }
  wish.values.kind = kind;
  const std::vector<const Field*> fields = single_fields(*kind);
  if (fields.empty()) return {};
  wish.values.values.push_back(random_journal::make_value(*kind, *dice.pick(fields), dice));
  return wish;
}

/// The path of the record that `now` has and `before` has not.
std::optional<std::vector<Step>> path_of_new(const Relationship& now, const Wish& added, const Wanted& wanted) {
  std::vector<Step> path = added.record;
  const Found owner = find_record(now, path);
  const void* const list = added.list->member(const_cast<Record*>(owner.record));
  for (std::size_t i = added.list->size(list); i-- > 0;) {
    if (difference(*added.list->record, added.list->at(list, i), wanted.record()) != nullptr) continue;
    path.push_back({added.list, i});
    return path;
  }
  return {};
}

/// The numbers of a list's records, in the order in which the file has them.
std::vector<std::size_t> in_file_order(const Field& list, const Relationship& relationship) {
  const void* const member = list.member(const_cast<Relationship*>(&relationship));
  std::vector<std::size_t> numbers(list.size(member));
  std::iota(numbers.begin(), numbers.end(), 0);
  std::ranges::sort(numbers, {}, [&](std::size_t i) { return static_cast<const Record*>(list.at(member, i))->place.offset; });
  return numbers;
}

/// The same wish for the record as `now` numbers it: meetings stand by the day they tell of, which a wish may change.
Wish renumbered(Wish wish, const Relationship& before, const Relationship& now) {
  if (wish.record.empty() || wish.record[0].field->shape != Shape::records) return wish;
  const std::vector<std::size_t> old_order = in_file_order(*wish.record[0].field, before), new_order = in_file_order(*wish.record[0].field, now);
  const auto rank = std::ranges::find(old_order, wish.record[0].index) - old_order.begin();
  wish.record[0].index = new_order[static_cast<std::size_t>(rank)];
  return wish;
}

/// Bytes that two texts have in common at both ends.
std::size_t common_ends(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t head = 0, tail = 0;
  while (head < most && a[head] == b[head]) ++head;
  while (tail < most - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  return head + tail;
}

/// What an edit must keep: all of the shorter text for something added or taken out.
bool keeps_other_bytes(std::string_view before, std::string_view after) { return common_ends(before, after) >= std::min(before.size(), after.size()); }

struct Tally {
  std::uint64_t pairs = 0, written = 0;
  /// Refused because of how it would be spelled, not of what it says.
  std::uint64_t unspelled = 0;
};

/// A refusal that any careful person would agree with: an unknown goal, days in the wrong order, a meeting told twice.
bool is_sensible(const NotEdited& refusal) {
  const std::string_view why = Text{refusal.message}.raw();
  return std::ranges::any_of(
      std::array<std::string_view, 7>{"no goal has", "goals are called", "lies before", "before it begins", "a second held", "has no `", "in private text"},
      [&](std::string_view words) { return why.find(words) != std::string_view::npos; });
}

/// One edit, made, held to the laws, and taken back. What is wrong, in words; empty when nothing is.
class Trial {
 public:
  Trial(const Journal& journal, const std::string& text, const Reading& before) : journal_(journal), text_(text), before_(before) {}

  std::string run(const Wish& wish, Tally& tally) const {
    ++tally.pairs;
    Edited edited;
    try {
      edited = edit(journal_.origin(), before_, wish);
    } catch (const NotEdited& refusal) {
      if (!is_sensible(refusal)) ++tally.unspelled;
      return {};
    }
    ++tally.written;
    try {
      return wish.act == Wish::Act::add ? take_back(wish, edited) : say_again(wish, edited);
    } catch (const NotEdited& refusal) {
      // a goal that was added may be named elsewhere by now
      return is_sensible(refusal) ? "" : "the way back was refused: " + std::string(Text{refusal.message}.raw());
    }
  }

 private:
  std::string take_back(const Wish& wish, const Edited& edited) const {
    // an empty list in brackets becomes one in lines, which cannot be told from a list that was not there
    const bool had_brackets = text_.find(std::string(wish.list->name) + ": []") != std::string::npos;
    if (!had_brackets && !keeps_other_bytes(edited.before, edited.after)) return "other bytes were touched";
    Reading now;
    journal_.read(edited.after, now);
    Problems ignored;
    People people;
    people.mentor = before_.relationship.mentor;
    people.mentee = before_.relationship.mentee;
    const Wanted wanted(wish, people, {}, ignored);
    const auto path = path_of_new(now.relationship, wish, wanted);
    if (!path) return "it was not found again";
    Wish away;
    away.act = Wish::Act::remove;
    away.record = *path;
    const Edited back = edit(journal_.origin(), now, away);
    return had_brackets || back.after == text_ ? "" : "taken back it is not the same:\n" + transcript::differences(text_, back.after, "file");
  }

  std::string say_again(const Wish& wish, const Edited& edited) const {
    Reading now;
    journal_.read(edited.after, now);
    const Edited again = edit(journal_.origin(), now, renumbered(wish, before_.relationship, now.relationship));
    return again.changes_nothing() ? "" : "said again it changes something:\n" + transcript::differences(edited.after, again.after, "file");
  }

  const Journal& journal_;
  const std::string& text_;
  const Reading& before_;
};

}  // namespace

TEST_CASE("every edit of a made-up journal keeps the laws") {
  Journal journal;
  std::array<Tally, 2> tallies;
  const std::uint64_t wanted_pairs = pairs_wanted();
  std::uint64_t broken = 0;
  for (std::uint64_t seed = 0, pairs = 0; pairs < wanted_pairs && broken < 5; ++seed) {
    Dice dice(seed);
    NewRecord relationship = random_journal::make_relationship(dice);
    put_in_order(relationship, dice);
    const bool is_yaml = dice.chance(50);
    journal.spell(is_yaml ? "ada.yaml" : "ada.md");
    const std::string text =
        random_journal::dress(is_yaml ? random_journal::spell_yaml(relationship, dice) : random_journal::spell_markdown(relationship, dice), dice);
    Reading before;
    journal.read(text, before);
    REQUIRE(before.kind == Reading::Kind::relationship);
    for (int i = 0; i < 10; ++i, ++pairs) {
      const std::optional<Wish> wish = dice.chance(60) ? random_add(before.relationship, dice) : random_set(before.relationship, dice);
      if (!wish) continue;
      const std::string wrong = Trial(journal, text, before).run(*wish, tallies[is_yaml ? 0 : 1]);
      if (wrong.empty()) continue;
      ++broken;
      FAIL_CHECK("seed " << seed << ", edit " << i << ": " << wrong);
    }
  }
  for (const Tally& tally : tallies) {
    MESSAGE(tally.pairs << " pairs, " << tally.written << " written, " << tally.unspelled << " refused for their spelling");
    CHECK(tally.written * 2 > tally.pairs);
    CHECK(tally.unspelled * 10 < tally.pairs);
  }
}

TEST_CASE("a writer that touches other bytes does not keep the laws") {
  Journal journal;
  journal.spell("ada.yaml");
  const std::string text = "mentor: Grace Hopper\r\nmentee: Ada Lovelace\r\nmeetings:\r\n  - date: 2026-03-02  # rain\r\n";
  Reading before;
  journal.read(text, before);
  NewRecord meeting{&kinds::meeting};
  meeting.put("date", "2026-03-16");
  const Edited edited = edit(journal.origin(), before, add_record(meeting));
  CHECK(edited.after == text + "  - date: 2026-03-16\r\n");
  CHECK(keeps_other_bytes(edited.before, edited.after));
  CHECK_FALSE(keeps_other_bytes(edited.before, transcript::replaced(edited.after, "\r\n", "\n")));
  CHECK_FALSE(keeps_other_bytes(edited.before, transcript::replaced(edited.after, "  # rain", "")));
  CHECK_FALSE(keeps_other_bytes(edited.before, "\xEF\xBB\xBF" + transcript::replaced(edited.after, "Grace Hopper", "\"Grace Hopper\"")));
}

}  // namespace mentor
