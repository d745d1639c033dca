#include "cli/survey.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "cli/by_place.hpp"
#include "commands/describe.hpp"

namespace mentor {
namespace {

/// What is left of one unit. There are as many as units, so what is rare stands behind a pointer.
struct Outcome {
  Spool::Piece piece;
  std::unique_ptr<Section> row;
  std::unique_ptr<Problems> problems;
  int urgency = 0;
  /// Findings and problems.
  std::array<std::uint32_t, 3> by_severity{};
  Reading::Kind kind = Reading::Kind::broken;
  State state{};
};

/// A relationship that is under way, of the unit `number`.
struct NumberedEnrolled {
  std::size_t number;
  Enrolled enrolled;
};

/// What one thread gathers besides.
struct Gathered {
  std::vector<NumberedEnrolled> enrolled;
  std::vector<std::size_t> adopted;
  ByPlace by_place;
  std::any sum;
};

/// Renders an item for a format that sorts items by place.
void place(const Scope& scope, Spool& spool, ByPlace& by_place, Item item, std::uint32_t owner, bool is_finding) {
  Section section;
  section.items.push_back(std::move(item));
  const Spool::Piece piece = spool.put(scope.request.format->section(section, scope.look));
  by_place.add(section.items.front(), owner, is_finding, piece);
}

std::uint32_t& count(std::array<std::uint32_t, 3>& by_severity, Severity severity) { return by_severity[static_cast<std::size_t>(severity)]; }

/// One thread's part: its buffers are used again from unit to unit.
class Worker {
 public:
  Worker(const Scope& scope, Spool& spool) : scope_(scope), spool_(spool) {}

  /// Visits the unit `number` of the chosen ones.
  void visit(std::size_t number, Outcome& outcome) {
    number_ = number;
    owner_ = ByPlace::unit(number);
    read_unit(scope_.folder, scope_.units, scope_.chosen[number], scope_.programme, scope_.yaml, reading_, scope_.request.has("read") ? &understood_ : nullptr);
    outcome.kind = reading_.kind;
    report_future(reading_, scope_.request.today);
    if (reading_.kind == Reading::Kind::relationship) judge(outcome);
    keep_problems(outcome);
    gathered_.adopted.insert(gathered_.adopted.end(), reading_.adopted.begin(), reading_.adopted.end());
  }

  Gathered& gathered() { return gathered_; }

 private:
  void judge(Outcome& outcome) {
    build_history(reading_.relationship, scope_.programme, history_);
    const std::optional<OwnVerdict> own = scope_.own == nullptr ? std::nullopt : std::optional{judge_by(*scope_.own)};
    const Assessment assessment = Replay{history_}.run(scope_.request.today);
    const Case subject{reading_.relationship, history_, assessment, scope_.request.today, scope_.settings};
    const Checked checked = check(subject);
    outcome.state = assessment.state;
    for (const Finding& finding : checked.findings) ++count(outcome.by_severity, *finding.severity);
    report_silence(subject, checked, {reading_.sources.data(), reading_.files}, reading_.problems);
    report_unknown_sets(reading_.relationship, scope_.questions, {reading_.sources.data(), reading_.files}, reading_.problems);
    const Pair pair{reading_.relationship,
                    {reading_.sources.data(), reading_.files},
                    subject,
                    checked,
                    scope_.programme,
                    scope_.request,
                    understood_,
                    reading_.problems,
                    scope_.questions,
                    own ? &*own : nullptr};
    const Command& command = *scope_.request.command;
    if (scope_.judges_all())
      if (std::optional<Enrolled> enrolled = enrol(subject)) gathered_.enrolled.push_back({number_, std::move(*enrolled)});
    if (command.count != nullptr) command.count(pair, gathered_.sum);
    if (command.visit == nullptr) return;
    if (std::optional<Section> section = command.visit(pair)) keep(std::move(*section), outcome);
  }

  OwnVerdict judge_by(const OwnSettings& own) {
    const Levels asked = std::exchange(history_.levels, own.levels);
    const Assessment assessment = Replay{history_}.run(scope_.request.today);
    OwnVerdict verdict{assessment.state, assessment.since, check({reading_.relationship, history_, assessment, scope_.request.today, own.settings})};
    history_.levels = asked;
    return verdict;
  }

  void keep(Section section, Outcome& outcome) {
    outcome.urgency = section.urgency;
    if (scope_.is_table()) {
      outcome.row = std::make_unique<Section>(std::move(section));
    } else if (scope_.request.format->is_by_place) {
      for (Item& item : section.items) place(scope_, spool_, gathered_.by_place, std::move(item), owner_, true);
    } else {
      outcome.piece = spool_.put(scope_.request.format->section(section, scope_.look));
    }
  }

  void keep_problems(Outcome& outcome) {
    for (const Problem& problem : reading_.problems) ++count(outcome.by_severity, problem.kind->severity);
    if (scope_.request.format->is_by_place) {
      for (const Problem& problem : reading_.problems) place(scope_, spool_, gathered_.by_place, item(problem), owner_, false);
    } else if (!reading_.problems.empty()) {
      outcome.problems = std::make_unique<Problems>(std::move(reading_.problems));
    }
    reading_.problems.clear();
  }

  const Scope& scope_;
  Spool& spool_;
  Reading reading_;
  Understood understood_;
  History history_;
  Gathered gathered_;
  std::size_t number_ = 0;
  std::uint32_t owner_ = ByPlace::kNobody;
};

class Survey {
 public:
  explicit Survey(const Scope& scope)
      : scope_(scope),
        outcomes_(scope.chosen.size()),
        out_{{scope.request, scope.settings, scope.request.today, {}, {}, {}, 0}, std::make_unique<Spool>(), {}, {}} {}

  void visit_all() {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::atomic<bool> has_failed = false;
    const auto work = [&] {
      try {
        Worker worker{scope_, *out_.spool};
        for (std::size_t i = next++; i < outcomes_.size() && !has_failed; i = next++) worker.visit(i, outcomes_[i]);
        gather(worker.gathered());
      } catch (...) {
        if (!has_failed.exchange(true)) failure = std::current_exception();
      }
    };
    // starting a thread costs more than reading a few files
    constexpr std::size_t kUnitsPerThread = 8;
    const std::size_t count = std::min<std::size_t>(scope_.threads, outcomes_.size() / kUnitsPerThread);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < count; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
  }

  Surveyed merge(const Problems& known) {
    for (const Problem& problem : known) {
      ++out_.brief.by_severity[static_cast<std::size_t>(problem.kind->severity)];
      tell(problem, ByPlace::kNobody);
    }
    drop_collisions();
    mark_adopted();
    for (std::size_t i = 0; i < outcomes_.size(); ++i) take(i);
    judge_all();
    arrange();
    return std::move(out_);
  }

 private:
  void gather(Gathered& gathered) {
    const std::lock_guard lock{mutex_};
    adopted_.insert(adopted_.end(), gathered.adopted.begin(), gathered.adopted.end());
    by_place_.add(std::move(gathered.by_place));
    std::ranges::move(gathered.enrolled, std::back_inserter(enrolled_));
    if (!gathered.sum.has_value()) return;
    if (out_.brief.sum.has_value())
      scope_.request.command->join(out_.brief.sum, gathered.sum);
    else
      out_.brief.sum = std::move(gathered.sum);
  }

  /// Of two relationships with one id only the first is used.
  void drop_collisions() {
    struct Id {
      std::size_t hash, number;
      auto operator<=>(const Id&) const = default;
    };
    std::vector<Id> ids;
    for (std::size_t i = 0; i < outcomes_.size(); ++i)
      if (outcomes_[i].kind == Reading::Kind::relationship) ids.push_back({std::hash<std::string>{}(unit(i).id()), i});
    std::ranges::sort(ids);
    std::vector<std::uint32_t> dropped;
    std::size_t first = 0;
    for (std::size_t i = 1; i < ids.size(); ++i) {
      if (ids[i].hash != ids[first].hash) first = i;
      if (i == first || unit(ids[i].number).id() != unit(ids[first].number).id()) continue;
      drop(ids[i].number, ids[first].number);
      dropped.push_back(ByPlace::unit(ids[i].number));
    }
    std::ranges::sort(dropped);
    by_place_.drop(dropped);
  }

  void drop(std::size_t number, std::size_t first) {
    outcomes_[number] = {};
    add_problem(number, problem_with(problems::id_collides, unit(number).path(0),
                                     say("a relationship called `{}` stands in {} already", Text{unit(number).id()}, Text{unit(first).path(0)}),
                                     say("rename one of the two")));
  }

  /// An orphan that somebody adopted is none.
  void mark_adopted() {
    std::ranges::sort(adopted_);
    for (std::size_t i = 0; i < outcomes_.size(); ++i)
      if (outcomes_[i].kind == Reading::Kind::orphan && !std::ranges::binary_search(adopted_, scope_.chosen[i])) add_problem(i, orphan_problem(unit(i)));
  }

  /// A problem that shows only when all units have been read.
  void add_problem(std::size_t number, Problem problem) {
    Outcome& outcome = outcomes_[number];
    if (!outcome.problems) outcome.problems = std::make_unique<Problems>();
    ++count(outcome.by_severity, problem.kind->severity);
    outcome.problems->push_back(std::move(problem));
  }

  void take(std::size_t number) {
    Outcome& outcome = outcomes_[number];
    if (outcome.kind == Reading::Kind::relationship) {
      ++out_.brief.relationships;
      ++out_.brief.by_state[static_cast<std::size_t>(outcome.state)];
    }
    for (std::size_t severity = 0; severity < 3; ++severity) out_.brief.by_severity[severity] += outcome.by_severity[severity];
    if (!outcome.problems) return;
    for (const Problem& problem : *outcome.problems) tell(problem, ByPlace::unit(number));
    outcome.problems.reset();
  }

  void judge_all() {
    std::ranges::sort(enrolled_, {}, &NumberedEnrolled::number);
    std::vector<Enrolled> all;
    for (NumberedEnrolled& each : enrolled_) {
      if (outcomes_[each.number].kind != Reading::Kind::relationship) continue;
      each.enrolled.path = unit(each.number).path(0);
      all.push_back(std::move(each.enrolled));
    }
    if (scope_.own != nullptr)
      for (const Finding& finding : check_all(all, scope_.own->settings)) out_.brief.own_across.push_back(item(finding, all, scope_.own->settings));
    for (const Finding& finding : check_all(all, scope_.settings)) {
      ++out_.brief.by_severity[static_cast<std::size_t>(*finding.severity)];
      Item found = item(finding, all, scope_.settings);
      if (scope_.request.format->is_by_place)
        place(scope_, *out_.spool, by_place_, std::move(found), ByPlace::kNobody, true);
      else
        out_.brief.across.push_back(std::move(found));
    }
  }

  void tell(const Problem& problem, std::uint32_t owner) {
    if (scope_.request.format->is_by_place)
      place(scope_, *out_.spool, by_place_, item(problem), owner, false);
    else
      out_.brief.problems.push_back(item(problem));
  }

  /// Brings the sections into the order in which they are printed.
  void arrange() {
    if (scope_.request.format->is_by_place) {
      out_.pieces = by_place_.pieces();
      return;
    }
    std::vector<Outcome*> order;
    for (Outcome& outcome : outcomes_)
      if (outcome.piece || outcome.row) order.push_back(&outcome);
    std::ranges::stable_sort(order, {}, &Outcome::urgency);
    for (Outcome* const outcome : order) {
      if (outcome->piece) out_.pieces.push_back(outcome->piece);
      if (outcome->row) out_.rows.push_back(std::move(*outcome->row));
    }
  }

  const Unit& unit(std::size_t number) const { return scope_.units[scope_.chosen[number]]; }

  const Scope& scope_;
  std::vector<Outcome> outcomes_;
  Surveyed out_;
  std::mutex mutex_;
  std::vector<std::size_t> adopted_;
  std::vector<NumberedEnrolled> enrolled_;
  ByPlace by_place_;
};

}  // namespace

Surveyed survey(const Scope& scope, const Problems& known) {
  Survey all{scope};
  all.visit_all();
  return all.merge(known);
}

}  // namespace mentor
