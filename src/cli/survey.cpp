#include "cli/survey.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <thread>
#include <unordered_map>

#include "commands/describe.hpp"

namespace mentor {
namespace {

/// What is left of one unit.
struct Outcome {
  std::unique_ptr<Section> section;
  Problems problems;
  std::vector<std::size_t> adopted;
  Reading::Kind kind = Reading::Kind::broken;
  State state{};
  std::array<std::uint32_t, 3> by_severity{};
};

/// One thread's part: its buffers are used again from unit to unit.
class Worker {
 public:
  Worker(const Folder& folder, const Units& units, const Programme& programme, const Settings& settings, const Request& request, YamlReader yaml)
      : folder_(folder), units_(units), programme_(programme), settings_(settings), request_(request), yaml_(yaml) {}

  void visit(std::size_t index, Outcome& outcome) {
    read_unit(folder_, units_, index, programme_, yaml_, reading_, request_.read ? &understood_ : nullptr);
    outcome.kind = reading_.kind;
    report_future(reading_, request_.today);
    if (reading_.kind == Reading::Kind::relationship) judge(outcome);
    outcome.problems = std::move(reading_.problems);
    outcome.adopted = std::move(reading_.adopted);
  }

 private:
  void judge(Outcome& outcome) {
    build_history(reading_.relationship, programme_, history_);
    const Assessment assessment = Replay{history_}.run(request_.today);
    const Case subject{reading_.relationship, history_, assessment, request_.today, settings_};
    const Checked checked = check(subject);
    outcome.state = assessment.state;
    for (const Finding& finding : checked.findings) ++outcome.by_severity[static_cast<std::size_t>(*finding.severity)];
    const Pair pair{reading_.relationship, {reading_.sources.data(), reading_.files}, subject, checked, programme_, request_, understood_};
    if (std::optional<Section> section = request_.command->visit(pair)) outcome.section = std::make_unique<Section>(std::move(*section));
  }

  const Folder& folder_;
  const Units& units_;
  const Programme& programme_;
  const Settings& settings_;
  const Request& request_;
  YamlReader yaml_;
  Reading reading_;
  Understood understood_;
  History history_;
};

class Survey {
 public:
  Survey(const Units& units, const std::vector<std::size_t>& chosen, const Request& request, const Settings& settings)
      : units_(units), chosen_(chosen), outcomes_(chosen.size()), brief_{request, settings, request.today, {}, {}, {}, {}, 0} {}

  template <class MakeWorker>
  void visit_all(unsigned threads, MakeWorker make_worker) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::atomic<bool> has_failed = false;
    const auto work = [&] {
      try {
        Worker worker = make_worker();
        for (std::size_t i = next++; i < chosen_.size() && !has_failed; i = next++) worker.visit(chosen_[i], outcomes_[i]);
      } catch (...) {
        if (!has_failed.exchange(true)) failure = std::current_exception();
      }
    };
    // starting a thread costs more than reading a few files
    constexpr std::size_t kUnitsPerThread = 8;
    const std::size_t count = std::min<std::size_t>(threads, chosen_.size() / kUnitsPerThread);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < count; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
  }

  Brief merge() {
    mark_adopted();
    drop_collisions();
    for (std::size_t i = 0; i < outcomes_.size(); ++i) take(i);
    return std::move(brief_);
  }

 private:
  /// An orphan that somebody adopted is none.
  void mark_adopted() {
    std::vector<std::size_t> adopted;
    for (const Outcome& outcome : outcomes_) adopted.insert(adopted.end(), outcome.adopted.begin(), outcome.adopted.end());
    std::ranges::sort(adopted);
    for (std::size_t i = 0; i < outcomes_.size(); ++i)
      if (outcomes_[i].kind == Reading::Kind::orphan && !std::ranges::binary_search(adopted, chosen_[i]))
        outcomes_[i].problems.push_back(orphan_problem(units_[chosen_[i]]));
  }

  /// Of two relationships with one id only the first is used.
  void drop_collisions() {
    std::unordered_map<std::size_t, std::size_t> first_of;
    first_of.reserve(chosen_.size());
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (outcomes_[i].kind != Reading::Kind::relationship) continue;
      const Unit& unit = units_[chosen_[i]];
      const std::string id = unit.id();
      const auto [at, is_new] = first_of.try_emplace(std::hash<std::string>{}(id), i);
      if (is_new || units_[chosen_[at->second]].id() != id) continue;
      outcomes_[i] = {};
      outcomes_[i].problems.push_back(problem_with(problems::id_collides, unit.path(0),
                                                   say("a relationship called `{}` stands in {} already", Text{id}, Text{units_[chosen_[at->second]].path(0)}),
                                                   say("rename one of the two")));
    }
  }

  void take(std::size_t i) {
    Outcome& outcome = outcomes_[i];
    if (outcome.kind == Reading::Kind::relationship) {
      ++brief_.relationships;
      ++brief_.by_state[static_cast<std::size_t>(outcome.state)];
      for (std::size_t severity = 0; severity < 3; ++severity) brief_.by_severity[severity] += outcome.by_severity[severity];
    }
    if (outcome.section) brief_.sections.push_back(std::move(*outcome.section));
    outcome.section.reset();
    for (const Problem& problem : outcome.problems) {
      brief_.problems.push_back(item(problem));
      ++brief_.by_severity[static_cast<std::size_t>(problem.kind->severity)];
    }
    outcome.problems = {};
  }

  const Units& units_;
  const std::vector<std::size_t>& chosen_;
  std::vector<Outcome> outcomes_;
  Brief brief_;
};

}  // namespace

Brief survey(const Folder& folder, const Units& units, const std::vector<std::size_t>& chosen, const Programme& programme, const Settings& settings,
             const Request& request, const SurveyOptions& options) {
  Survey all{units, chosen, request, settings};
  all.visit_all(options.threads, [&] { return Worker{folder, units, programme, settings, request, options.yaml}; });
  return all.merge();
}

}  // namespace mentor
