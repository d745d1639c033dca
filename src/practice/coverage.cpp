#include "practice/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.hpp"
#include "rules/topics.hpp"

namespace mentor {
namespace {

constexpr std::string_view kLadder = "ladder";

/// Ratings are given on paper, all at once; everything else is talked about, one question at a time.
bool is_on_paper(const QuestionSet& set) {
  return set.self_check == YesNo::yes || set.answer == AnswerKind::rating || set.answer == AnswerKind::now_and_wanted;
}

std::size_t size_of(const QuestionSet& set) { return is_on_paper(set) ? 1 : set.questions.size(); }

std::size_t index_of(SetQuestion asked) {
  return asked.question == nullptr || is_on_paper(*asked.set) ? 0 : static_cast<std::size_t>(asked.question - asked.set->questions.data());
}

}  // namespace

std::string topic_of(SetQuestion asked) {
  const std::string set = encode::terminal(asked.set->name);
  if (asked.question == nullptr) return set;
  const std::string id = encode::terminal(asked.question->id);
  return set == kLadder ? id : fmt::format("{}/{}", set, id);
}

Coverage::Coverage(const Case& c, const QuestionSets& sets, int count)
    : sets_(sets.all()), review_set_(sets.find("review")), ladder_(sets.find(kLadder)), count_(count) {
  for (const QuestionSet* const set : sets_) {
    if (set->questions.empty()) continue;
    progress_[set].asked.assign(size_of(*set), false);
    if (is_on_paper(*set)) by_name_.emplace_back(topic_of({set, nullptr}), SetQuestion{set, nullptr});
    for (const Question& question : set->questions) {
      by_name_.emplace_back(topic_of({set, &question}), SetQuestion{set, &question});
    }
  }
  PhaseWatch phases{c.history};
  for (const Meeting* const meeting : c.held()) {
    take_notes(c.relationship, meeting->date - 1);
    // the agenda is made before the meeting
    hold(*meeting, plan(c.relationship.phase != Phase::unset ? c.relationship.phase : phases.on(meeting->date - 1).phase));
  }
  take_notes(c.relationship, c.today);
  next_ = plan(phase_of(c).phase);
}

bool Coverage::is_on_rota(const QuestionSet& set, Phase phase) const {
  if (&set == review_set_ || &set == ladder_ || set.questions.empty()) return false;
  const Text name{word(phase == Phase::unset ? Phase::direction_setting : phase)};
  return std::ranges::find(set.when, name) != set.when.end();
}

MeetingQuestions Coverage::plan(Phase phase) const {
  MeetingQuestions out;
  out.rung = next_rung();
  const bool is_ending = phase == Phase::winding_down || phase == Phase::moving_on;
  out.is_review = !is_ending && review_set_ != nullptr && since_review_ >= kMeetingsBetweenReviews;
  if (out.is_review) {
    for (const Question& question : review_set_->questions) out.questions.push_back({review_set_, &question});
    return out;
  }
  Rota rota;
  for (const QuestionSet* const set : sets_)
    if (is_on_rota(*set, phase)) rota[set] = progress_.at(set);
  for (int i = 0; i < count_ && !rota.empty(); ++i) {
    // the set that is behind the others; of several the first in the order of the documentation
    const QuestionSet* next = nullptr;
    for (const QuestionSet* const set : sets_)
      if (rota.contains(set) && (next == nullptr || rota[set].turns() < rota[next].turns())) next = set;
    const Progress& so_far = rota[next];
    const auto index = static_cast<std::size_t>(std::ranges::find(so_far.asked, false) - so_far.asked.begin());
    const SetQuestion question{next, is_on_paper(*next) ? nullptr : &next->questions[index]};
    // a set of one or two questions is not put twice to the same meeting
    const auto is_same = [&](const SetQuestion& other) { return other.set == question.set && other.question == question.question; };
    if (std::ranges::any_of(out.questions, is_same)) break;
    out.questions.push_back(question);
    mark(rota, question);
  }
  return out;
}

SetQuestion Coverage::next_rung() const {
  if (ladder_ == nullptr || ladder_->questions.empty()) return {};
  const Progress& so_far = progress_.at(ladder_);
  if (so_far.rounds > 0) return {};
  const auto index = static_cast<std::size_t>(std::ranges::find(so_far.asked, false) - so_far.asked.begin());
  return {ladder_, &ladder_->questions[index]};
}

void Coverage::hold(const Meeting& meeting, const MeetingQuestions& planned) {
  std::vector<SetQuestion> named;
  for (const Text topic : meeting.topics)
    for (const auto& [name, question] : by_name_)
      if (is_same_topic(topic, Text{name})) named.push_back(question);
  const auto is_rung = [this](const SetQuestion& question) { return question.set == ladder_; };
  const bool names_rung = std::ranges::any_of(named, is_rung), names_other = !std::ranges::all_of(named, is_rung);
  if (planned.rung && !names_rung) mark(planned.rung);
  if (!names_other)
    for (const SetQuestion& question : planned.questions) mark(question);
  for (const SetQuestion& question : named) mark(question);
  since_review_ = planned.is_review && !notes_reviews_ ? 0 : since_review_ + 1;
}

void Coverage::take_notes(const Relationship& r, Date upto) {
  const auto is_new = [&](Date day) { return day && day > answers_taken_ && day <= upto; };
  for (const Answers& answers : r.answers) {
    if (!is_new(answers.date)) continue;
    for (const QuestionSet* const set : sets_)
      if (set->name == answers.set)
        for (const Question& question : set->questions)
          if (std::ranges::find(answers.items, question.id, &Entry::key) != answers.items.end()) mark({set, &question});
  }
  if (std::ranges::any_of(r.reviews, [&](const Review& review) { return is_new(review.date); })) {
    since_review_ = 0;
    notes_reviews_ = true;
  }
  answers_taken_ = std::max(answers_taken_, upto);
}

void Coverage::mark(Rota& rota, SetQuestion question) {
  const auto at = rota.find(question.set);
  if (at == rota.end()) return;
  Progress& progress = at->second;
  const std::size_t index = index_of(question);
  if (progress.asked[index]) return;
  progress.asked[index] = true;
  if (++progress.count < progress.asked.size()) return;
  ++progress.rounds;
  progress.count = 0;
  progress.asked.assign(progress.asked.size(), false);
}

void Coverage::mark(SetQuestion question) { mark(progress_, question); }

}  // namespace mentor
