#include "practice/voices.hpp"

#include <algorithm>
#include <string>

#include "base/nearest.hpp"
#include "journal/values.hpp"
#include "practice/seal.hpp"

namespace mentor {
namespace {

constexpr std::string_view kWanted = "-wanted";
/// From so many points on two ratings differ; one is the noise of any rating.
constexpr int kApart = 2;

Voice& voice_of(Round& round, Party party) { return party == Party::mentor ? round.voices.mentor : round.voices.mentee; }

/// Whether the record belongs to the voice as far as it is known: the seal and what was sealed are of one day.
bool belongs(const Voice& voice, const Answers& answers) {
  if (!voice.has_answered()) return true;
  return voice.date() == answers.date && (answers.sealed.empty() ? voice.answers == nullptr : voice.sealed == nullptr);
}

void add(Voice& voice, const Answers& answers) {
  if (!answers.sealed.empty()) voice.sealed = &answers;
  if (!answers.items.empty() || answers.on_track != OnTrack::unset) voice.answers = &answers;
}

void check_seal(Voice& voice, Text id) {
  if (voice.sealed == nullptr) return;
  voice.seal = voice.answers == nullptr                                 ? Voice::Seal::closed
               : Text{seal(id, *voice.answers)} == voice.sealed->sealed ? Voice::Seal::kept
                                                                        : Voice::Seal::changed;
}

Reply reply(const Answers& answers, const Question& question, std::string_view suffix) {
  Reply out;
  out.text = answer_to(answers, std::string(question.id.raw()).append(suffix));
  if (question.answer != AnswerKind::text || is_bare_rating(out.text)) out.rating = read_rating(out.text);
  return out;
}

}  // namespace

Date Round::date() const { return std::max(voices.mentor.date(), voices.mentee.date()); }

bool has_all_voices(const Round& round, const QuestionSet& set) {
  const Party only = only_party(set);
  return only == Party::both ? round.is_complete() : round.voices.of(only).answers != nullptr;
}

std::vector<Round> rounds(const Relationship& relationship, Text set, Date today) {
  std::vector<const Answers*> given;
  for (const Answers& answers : relationship.answers) {
    const bool says = !answers.items.empty() || answers.on_track != OnTrack::unset || !answers.sealed.empty();
    const bool is_ours = answers.set == set && (answers.from == Party::mentor || answers.from == Party::mentee);
    if (says && is_ours && answers.date && answers.date <= today) given.push_back(&answers);
  }
  std::ranges::stable_sort(given, {}, [](const Answers* answers) { return answers->date; });
  std::vector<Round> all;
  for (const Answers* const answers : given) {
    const bool fits = !all.empty() && days_between(all.back().date(), answers->date) <= kRoundDays && belongs(voice_of(all.back(), answers->from), *answers);
    if (!fits) all.emplace_back();
    add(voice_of(all.back(), answers->from), *answers);
  }
  for (Round& round : all) {
    check_seal(round.voices.mentor, relationship.id);
    check_seal(round.voices.mentee, relationship.id);
    const Answers *const one = round.voices.mentor.sealed, *const other = round.voices.mentee.sealed;
    round.has_copied_seal = one != nullptr && other != nullptr && one->sealed == other->sealed;
  }
  return all;
}

int Compared::apart() const { return is_rated_by_both() ? std::abs(now.mentor.rating - now.mentee.rating) : 0; }

int Compared::wish(Party party) const {
  const int is = now.of(party).rating, should_be = wanted.of(party).rating;
  return is != 0 && should_be > is ? should_be - is : 0;
}

std::vector<Compared> compare(const QuestionSet& set, const Round& round, const Round* before) {
  std::vector<Compared> all;
  for (const Question& question : set.questions) {
    Compared& item = all.emplace_back();
    item.question = &question;
    const auto fill = [&](Party party, Reply& now, Reply& wanted, int& earlier) {
      const Answers* const answers = round.voices.of(party).answers;
      if (answers == nullptr || !is_for(question, party)) return;
      now = reply(*answers, question, "");
      if (question.answer == AnswerKind::now_and_wanted) wanted = reply(*answers, question, kWanted);
      if (before != nullptr && before->voices.of(party).answers != nullptr) earlier = reply(*before->voices.of(party).answers, question, "").rating;
    };
    fill(Party::mentor, item.now.mentor, item.wanted.mentor, item.before.mentor);
    fill(Party::mentee, item.now.mentee, item.wanted.mentee, item.before.mentee);
  }
  return all;
}

std::vector<const Compared*> talk_first(const std::vector<Compared>& all, std::size_t most) {
  std::vector<const Compared*> heavy;
  for (const Compared& item : all)
    if (item.weight() >= kApart) heavy.push_back(&item);
  std::ranges::stable_sort(heavy, std::greater{}, &Compared::weight);
  if (heavy.size() > most) heavy.resize(most);
  return heavy;
}

std::vector<Stray> strays(const QuestionSet& set, const Round& round) {
  std::vector<std::string_view> known;
  for (const Question& question : set.questions) known.push_back(question.id.raw());
  std::vector<Stray> all;
  for (const Answers* const answers : {round.voices.mentor.answers, round.voices.mentee.answers}) {
    if (answers == nullptr) continue;
    for (const Entry& item : answers->items) {
      std::string_view id = item.key.raw();
      if (id.ends_with(kWanted)) id.remove_suffix(kWanted.size());
      if (std::ranges::find(known, id) == known.end()) all.push_back({item.key, answers->place, nearest(id, known)});
    }
  }
  return all;
}

Text answer_to(const Answers& answers, std::string_view key) {
  const auto at = std::ranges::find(answers.items, Text{key}, &Entry::key);
  if (at != answers.items.end()) return at->value;
  return key == "on-track" ? Text{word(answers.on_track)} : Text{};
}

}  // namespace mentor
