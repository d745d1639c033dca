// Both voices side by side. Of one voice alone nothing is shown: neither a number nor a word.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/failure.hpp"
#include "commands/describe.hpp"
#include "commands/feedback.hpp"
#include "journal/values.hpp"
#include "practice/voices.hpp"
#include "rules/survival.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

/// Fewer ratings say nothing about how well two views agree.
constexpr int kFewRatings = 5;
/// A majority is named when it is at least this likely; the same as where a party is named.
constexpr double kSure = .8;
constexpr std::size_t kMostFirst = 3;

constexpr Party kBoth[] = {Party::mentor, Party::mentee};

/// The set that was answered last, in the order of the documentation among those of one day; null when none was.
const QuestionSet* answered_last(const Pair& pair) {
  const QuestionSet* last = nullptr;
  Date day;
  for (const QuestionSet* const set : pair.questions.all()) {
    const std::vector<Round> all = rounds(pair.relationship, set->name, pair.subject.today);
    if (set->self_check == YesNo::yes || only_party(*set) != Party::both || all.empty() || all.back().date() <= day) continue;
    last = set;
    day = all.back().date();
  }
  return last;
}

/// "goals on 2026-02-01, health on 2026-03-02": what else --set may name.
Message other_sets(const Pair& pair, const QuestionSet& shown) {
  Message out;
  for (const QuestionSet* const set : pair.questions.all()) {
    if (set == &shown || set->self_check == YesNo::yes || only_party(*set) != Party::both) continue;
    const std::vector<Round> all = rounds(pair.relationship, set->name, pair.subject.today);
    if (all.empty()) continue;
    const Message one = say("`{}` on {}", set->name, iso(all.back().date()));
    out = out.empty() ? one : say("{}, {}", out, one);
  }
  return out;
}

/// Sets without two voices are refused.
const QuestionSet& compared_set(const Pair& pair) {
  const QuestionSet* set = pair.request.has("set") ? &named_set(pair.questions, pair.request) : answered_last(pair);
  if (set == nullptr) set = called_for(pair.questions, pair.subject, pair.checked).set;
  if (set->self_check == YesNo::yes)
    throw Failure{say("answers to `{}` stay with whoever gives them; there is nothing to compare", set->name), say("`--set health` is for both of you")};
  if (const Party one = only_party(*set); one != Party::both && pair.request.has("set"))
    throw Failure{say("the set `{}` is put to the {} alone; there are no two voices to compare", set->name, word(one)), say("talk it over when you next meet")};
  return *set;
}

Message standing(const Voice& voice) {
  if (!voice.has_answered()) return say("not yet");
  switch (voice.seal) {
    case Voice::Seal::none:
      return say("{}", iso(voice.date()));
    case Voice::Seal::closed:
      return say("sealed on {}, not opened yet", iso(voice.date()));
    case Voice::Seal::kept:
      return say("{}, as they were sealed", iso(voice.date()));
    case Voice::Seal::changed:
      return say("{}; not the answers that were sealed", iso(voice.date()));
  }
  return {};
}

std::vector<Fact> standing_facts(const Round& round) {
  return {{"mentor_answered", "", round.voices.mentor.date()},
          {"", "the mentor answered", standing(round.voices.mentor)},
          {"mentee_answered", "", round.voices.mentee.date()},
          {"", "the mentee answered", standing(round.voices.mentee)}};
}

/// What is still to do before anything can be shown.
Message what_is_missing(const Pair& pair, const QuestionSet& set, const Round& round) {
  const Text id = pair.relationship.id;
  const Voice& mentor = round.voices.mentor;
  const Voice& mentee = round.voices.mentee;
  if (round.has_copied_seal)
    return say("Both seals are the same, so one is a copy of the other, and neither can be opened. Begin a new round, each with a sheet of your own.");
  if (!mentor.has_answered() && !mentee.has_answered())
    return say("Nobody has answered yet. `mentor feedback {} --set {} --write` makes a sheet for each voice.", id, set.name);
  if (mentor.has_answered() && mentee.has_answered()) {
    const bool both = mentor.answers == nullptr && mentee.answers == nullptr;
    return say("Both have answered. {} with `mentor feedback {} --set {} --for {} --open`.", both ? "Each opens their own" : "What is sealed opens", id,
               set.name, both ? std::string_view("mentor|mentee") : word(mentor.answers == nullptr ? Party::mentor : Party::mentee));
  }
  const Party waiting = mentor.has_answered() ? Party::mentee : Party::mentor;
  return say("Nothing of one side is shown before the other has answered. `mentor feedback {} --set {} --for {} --write` makes the sheet that is missing.", id,
             set.name, word(waiting));
}

Message rating(const Compared& item, Party party) {
  const Reply& now = item.now.of(party);
  if (now.rating == 0) return say("-");
  const int before = item.before.of(party), wanted = item.wanted.of(party).rating;
  std::string out = before != 0 && before != now.rating ? fmt::format("{} (was {})", now.rating, before) : fmt::format("{}", now.rating);
  if (wanted != 0) out += wanted == now.rating ? ", fine so" : fmt::format(", wants {}", wanted);
  return say("{}", out);
}

FactValue number(int rating) { return rating == 0 ? FactValue{} : FactValue{static_cast<long>(rating)}; }

Line rated(const Compared& item) {
  Line out;
  out.text = say("{}", item.question->text);
  out.facts = {{"id", "", say("{}", item.question->id)},
               {"area", "", say("{}", item.question->area)},
               {"mentor", "", number(item.now.mentor.rating)},
               {"", "mentor", rating(item, Party::mentor)},
               {"mentor_wanted", "", number(item.wanted.mentor.rating)},
               {"mentee", "", number(item.now.mentee.rating)},
               {"", "mentee", rating(item, Party::mentee)},
               {"mentee_wanted", "", number(item.wanted.mentee.rating)},
               {"apart", "apart", static_cast<long>(item.apart())}};
  return out;
}

/// Why it is worth a talk.
Message reason(const Relationship& r, const Compared& item) {
  Message out;
  const auto add = [&out](Message part) { out = out.empty() ? std::move(part) : say("{}; {}", out, part); };
  if (item.apart() > 0)
    add(say("{} apart: {} says {}, {} says {}", counted(item.apart(), "point"), name_of(r, Party::mentor), item.now.mentor.rating, name_of(r, Party::mentee),
            item.now.mentee.rating));
  for (const Party party : kBoth)
    if (item.wish(party) > 0) add(say("{} wants {} more", name_of(r, party), counted(item.wish(party), "point")));
  return out;
}

Block first_block(const Pair& pair, const std::vector<Compared>& items) {
  Block block{"first", "To talk about first", {}, Layout::numbered, {}};
  for (const Compared* const item : talk_first(items, kMostFirst)) {
    Line line;
    line.text = say("{}", item->question->text);
    line.facts = {
        {"id", "", say("{}", item->question->id)}, {"weight", "", static_cast<long>(item->weight())}, {"why", "why", reason(pair.relationship, *item)}};
    block.lines.push_back(std::move(line));
  }
  return block;
}

/// Whether what was written says more than a number.
bool has_words(const Reply& reply) { return reply.is_there() && !is_bare_rating(reply.text); }

Block words_block(const std::vector<Compared>& items) {
  Block block{"words", "In your own words", {}, Layout::bullets, {}};
  for (const Compared& item : items) {
    const bool is_answered_by_all =
        std::ranges::all_of(kBoth, [&item](Party party) { return item.now.of(party).is_there() || !is_for(*item.question, party); });
    if (!is_answered_by_all || (!has_words(item.now.mentor) && !has_words(item.now.mentee))) continue;
    Line line;
    line.text = say("{}", item.question->text);
    line.facts = {{"id", "", say("{}", item.question->id)}};
    for (const Party party : kBoth)
      if (item.now.of(party).is_there()) line.facts.push_back({word(party), word(party), say("{}", item.now.of(party).text)});
    block.lines.push_back(std::move(line));
  }
  return block;
}

/// Questions put to both that one has left out: who, and never what the other said.
Block one_sided_block(const std::vector<Compared>& items) {
  Block block{"answered_by_one", "Answered by one of you only, and so not shown", {}, Layout::bullets, {}};
  for (const Compared& item : items) {
    const bool mentor = item.now.mentor.is_there(), mentee = item.now.mentee.is_there();
    if (mentor == mentee || item.question->for_whom != Party::both) continue;
    Line line;
    line.text = say("{}", item.question->text);
    line.facts = {{"id", "", say("{}", item.question->id)}, {"by", "by", word(mentor ? Party::mentor : Party::mentee)}};
    block.lines.push_back(std::move(line));
  }
  return block;
}

/// What was answered and could not be put beside anything, with what was perhaps meant.
Block strays_block(const Pair& pair, const QuestionSet& set, const Round* round) {
  Block block{"not_compared", "Not compared", {}, Layout::bullets, {}};
  const auto add = [&block](Message text, Mark mark) {
    Line line;
    line.text = std::move(text);
    line.mark = std::move(mark);
    block.lines.push_back(std::move(line));
  };
  if (round != nullptr)
    for (const Stray& stray : strays(set, *round)) {
      const Message perhaps = stray.meant.empty() ? say("") : say("; perhaps `{}` was meant", Text{stray.meant});
      add(say("`{}` is no question of this set{}", stray.key, perhaps), mark(pair, stray.place));
    }
  for (const Answers& answers : pair.relationship.answers) {
    const Mark where = mark(pair, answers.place);
    if (answers.set.empty())
      add(say("answers to no set; `set:` is missing"), where);
    else if (!answers.date)
      add(say("answers without a day; `date:` is missing"), where);
    else if (answers.from == Party::unset)
      add(say("answers of nobody; `from:` is missing"), where);
  }
  return block;
}

struct Counts {
  int rated = 0, near = 0, mentor_higher = 0, mentee_higher = 0;
};

Counts counts(const std::vector<Compared>& items) {
  Counts out;
  for (const Compared& item : items) {
    if (!item.is_rated_by_both()) continue;
    ++out.rated;
    out.near += item.apart() <= 1 ? 1 : 0;
    out.mentor_higher += item.now.mentor.rating > item.now.mentee.rating ? 1 : 0;
    out.mentee_higher += item.now.mentee.rating > item.now.mentor.rating ? 1 : 0;
  }
  return out;
}

Message agreement(const Counts& of) {
  if (of.rated < kFewRatings) return say("{} rated by both; too few to say how well the two views agree", of.rated);
  const evidence::Interval reach = evidence::share_interval(of.near, of.rated);
  return say("within a point on {} of {} ({:.0f}-{:.0f} %)", of.near, of.rated, reach.low * 100, reach.high * 100);
}

Message who_is_higher(const Relationship& r, const Counts& of) {
  const int apart = of.mentor_higher + of.mentee_higher;
  if (apart == 0) return say("the two agree on every number");
  for (const Party party : kBoth) {
    const int higher = party == Party::mentor ? of.mentor_higher : of.mentee_higher;
    if (evidence::probability_of_majority(higher, apart - higher) < kSure) continue;
    return higher == apart ? say("{} sees it brighter on all {} that differ", name_of(r, party), apart)
                           : say("{} sees it brighter on {} of the {} that differ", name_of(r, party), higher, apart);
  }
  return say("too few to say who sees it brighter ({} and {} of the {} that differ)", of.mentor_higher, of.mentee_higher, apart);
}

/// How one side's ratings have moved since the round before.
Message movement(const std::vector<Compared>& items, Party party) {
  int up = 0, down = 0;
  for (const Compared& item : items) {
    const int now = item.now.of(party).rating, before = item.before.of(party);
    if (now == 0 || before == 0) continue;
    up += now > before ? 1 : 0;
    down += now < before ? 1 : 0;
  }
  if (up + down == 0) return say("nothing has moved");
  const std::string_view verdict = evidence::probability_of_majority(up, down) >= kSure   ? "rising"
                                   : evidence::probability_of_majority(down, up) >= kSure ? "falling"
                                                                                          : "too few to say more";
  return say("{} up, {} down: {}", up, down, verdict);
}

Message on_track(const Round& round) {
  const OnTrack mentor = round.voices.mentor.answers->on_track, mentee = round.voices.mentee.answers->on_track;
  if (mentor == OnTrack::unset || mentee == OnTrack::unset) return {};
  if (mentor == mentee) return say("both say {}", word(mentor));
  return say("the mentor says {}, the mentee {}: two views, and a good place to begin", word(mentor), word(mentee));
}

Section complete(const Pair& pair, const QuestionSet& set, const Round& round, const Round* before) {
  const std::vector<Compared> items = compare(set, round, before);
  const Counts found = counts(items);
  Section out;
  out.facts = standing_facts(round);
  out.facts.push_back({"", "on track?", on_track(round)});
  out.facts.push_back({"rated_by_both", "", static_cast<long>(found.rated)});
  out.facts.push_back({"within_a_point", "", static_cast<long>(found.near)});
  if (found.rated > 0) {
    out.facts.push_back({"", "agreement", agreement(found)});
    if (found.rated >= kFewRatings) out.facts.push_back({"", "who is higher", who_is_higher(pair.relationship, found)});
  }
  out.facts.push_back({"before", "", before == nullptr ? FactValue{} : FactValue{before->date()}});
  if (before != nullptr && found.rated > 0)
    for (const Party party : kBoth)
      out.facts.push_back({"", party == Party::mentor ? "the mentor since" : "the mentee since", say("{}: {}", iso(before->date()), movement(items, party))});
  Block table{"items", "Side by side", {}, Layout::table, {}};
  for (const Compared& item : items)
    if (item.is_rated_by_both()) table.lines.push_back(rated(item));
  out.blocks = {first_block(pair, items), std::move(table), words_block(items), one_sided_block(items), strays_block(pair, set, &round)};
  return out;
}

Message where_to_begin(const Section& section) {
  if (!section.blocks[0].lines.empty()) return say("Begin with what the other meant, not with who is right.");
  if (!section.blocks[2].lines.empty()) return say("Words cannot be counted: begin with the answer that surprised you most.");
  if (!section.blocks[1].lines.empty()) return say("No item stands out. Begin with what goes well, and how to keep it.");
  return say("Neither has answered what the other has. Begin with why a question was left out, if you both like.");
}

}  // namespace

FeedbackPage compared_voices(const Pair& pair) {
  const QuestionSet& set = compared_set(pair);
  const std::vector<Round> all = rounds(pair.relationship, set.name, pair.subject.today);
  std::vector<const Round*> done;
  for (const Round& round : all)
    if (round.is_complete()) done.push_back(&round);
  const Round none;
  const Round& last = all.empty() ? none : all.back();
  FeedbackPage out;
  out.schema = "mentor.compare/1";
  if (done.empty()) {
    out.section.facts = standing_facts(last);
    out.section.intro = what_is_missing(pair, set, last);
    out.section.blocks.push_back(strays_block(pair, set, nullptr));
  } else {
    out.section = complete(pair, set, *done.back(), done.size() > 1 ? done[done.size() - 2] : nullptr);
    out.closing = where_to_begin(out.section);
    if (!last.is_complete()) out.section.intro = say("A new round has begun. {}", what_is_missing(pair, set, last));
  }
  out.section.facts.insert(out.section.facts.begin(), {"set", "", say("{}", set.name)});
  out.section.facts.push_back({"", "also answered", other_sets(pair, set)});
  out.section.id = id_of(pair.relationship);
  out.section.heading = say("{}: {} ({})", pair.relationship.id, set.title.empty() ? set.name : set.title, people(pair.relationship));
  return out;
}

}  // namespace mentor
