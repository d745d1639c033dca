// Settles the dates of all notes of a relationship together: one meeting or many in a file, which number is the month, which year is
// meant, and what contradicts what. What cannot be settled is reported with both readings and stays open.
#pragma once
#include <vector>

#include "journal/notes_plan.hpp"
#include "journal/notes_scan.hpp"
#include "journal/problem.hpp"

namespace mentor::notes {

class Series {
 public:
  /// `started` is the relationship's; false when it does not say.
  explicit Series(Date started) : started_(started) {}

  void add(FileScan scan) { files_.emplace_back().scan = std::move(scan); }
  /// One plan for each file, in the order in which they were added.
  std::vector<Plan> settle(Problems& problems);
  Order order() const { return order_; }

 private:
  /// One meeting while it is being settled.
  struct Candidate {
    std::size_t file = 0;
    /// The mark that dates it, and the others that speak of the same meeting.
    const Mark* mark = nullptr;
    std::vector<const Mark*> others;
    PlannedMeeting meeting;
    bool is_reported = false;
    Order order = Order::unknown;
    int year = 0;
    std::string_view year_from;
  };
  struct File {
    FileScan scan;
    std::vector<Candidate> candidates;
    Plan plan;
    std::size_t problems = 0;
  };
  using Run = std::vector<Candidate*>;

  void lay_out(File& file);
  void lay_out_many(File& file, const std::vector<const Mark*>& chosen);
  void lay_out_one(File& file, const Mark* first);
  void gather_runs();
  void vote();
  void vote_by_sequence();
  int falls_of(const Run& run, Order order, bool newest_first) const;
  void settle_order(Candidate& candidate);
  void settle_years(Run& run);
  int year_near(const Candidate& candidate, Date neighbour, bool is_later) const;
  void settle_day(Candidate& candidate);
  bool settle_second(Candidate& candidate);
  bool settle_others(Candidate& candidate);
  bool settle_weekday(Candidate& candidate);
  void check_run(const Run& run);
  bool is_strict(const File& file) const;
  void finish(File& file);

  Date read(const Candidate& candidate, const Mark& mark) const;
  void open(Candidate& candidate, Date first, Date second);
  void report(Candidate& candidate, const ProblemKind& kind, Message message, Message repair);
  const Source& source(const Candidate& candidate) const { return *files_[candidate.file].scan.source; }

  Date started_;
  std::vector<File> files_;
  std::vector<Run> runs_;
  Order order_ = Order::unknown;
  std::string_view order_found_;
  Problems* problems_ = nullptr;
};

}  // namespace mentor::notes
