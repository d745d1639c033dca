// The state of a relationship and how it was reached: a replay of the journal at weekly looks, each knowing only what was known then.
// States have memory (a stall holds until the pair meets; drift clears at a lower level than it starts), and nothing is kept between runs.
#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/drift.hpp"
#include "rules/silence.hpp"

namespace mentor {

/// From gravest to calmest, which is also the order of urgency in reports.
enum class State : std::uint8_t { stalled, dormant, drifting, closing, too_early, paused, on_track, closed };

/// One row of the table of states.
struct StateWords {
  State state;
  std::string_view name;
  /// One sentence.
  std::string_view meaning;
  /// What to do when a relationship is in it.
  std::string_view advice;
};
const std::vector<StateWords>& state_table();
std::string_view name(State state);

/// Everything that a verdict rests on, as of its day.
struct Assessment {
  State state{};
  /// The day of the look from which on the state has held.
  Date since;
  Date asof;
  /// The day of the look at which a stalled or dormant pair was found to meet again, if that was the last change; else false.
  Date revived;
  Rhythms rhythms;
  Silence silence;
  SilencePoints points;
  /// S2: the sum with its open part, its alarm level, and the slots it rests on.
  double drift = 0, drift_open = 0, drift_level = 0;
  int overdue_counted = 0;
  std::vector<SlotPoints> slide;
  /// The share of its dates that this pair usually keeps, learned outside the slide.
  double usual_kept = 0;
  /// Incidents of the last entries, and whom they name; unset when there is not enough to say.
  int incidents_mentor = 0, incidents_mentee = 0;
  Party party{};
  /// Slots known as of the day.
  std::vector<const Slot*> visible;
  /// The held meetings among them.
  std::vector<const Meeting*> held;
  /// An agreed date ahead, within 1.5 cadences.
  bool has_booking = false;
  /// Why the state is what it is.
  enum class Ground : std::uint8_t {
    none,
    closing_recorded,
    end_decided,
    goals_closed,
    end_reached,
    end_near,
    meetings_reached,
    issue_settled,
    pause,
    silence,
    held_over,
    not_met_yet,
    drift,
    drift_held_over,
    both_sums,
    slots_missed,
    few_meetings
  } ground = Ground::none;
  /// P(the pair has stopped) says something in this state.
  bool is_judged() const { return state != State::paused && state != State::closed; }
};

/// A change of state at one look.
struct Change {
  Date day;
  State state;
};

class Replay {
 public:
  explicit Replay(const History& history) : history_(history), drift_(history, clock_) {}

  /// The verdict on `today`, found by looks on started + 7, + 14, ... and on the day itself. With `changes`, every change of state on the way.
  Assessment run(Date today, std::vector<Change>* changes = nullptr);
  /// Shows the whole verdict of every weekly look up to `last`; of Assessment::since only that it was found by then.
  void watch(Date last, const std::function<void(const Assessment&)>& seen);

 private:
  struct Before {
    bool is_set = false;
    State state{};
    Date last_held;
  };

  struct Decision {
    State state;
    Assessment::Ground ground = Assessment::Ground::none;
  };

  void look(Date asof);
  /// Looks on started + 7, + 14, ... up to `last`.
  void look_weekly(Date last, std::vector<Change>* changes);
  /// Fills in what a look leaves open until somebody asks.
  void complete();
  void prepare();
  /// The first day behind the look before the last change on which the state already held, so that it is the same from every today.
  Date first_day_of_state() const;
  /// Whether slots became known since the look before.
  bool update_visible(Date asof);
  void show(const Slot& slot);
  void update_rhythms(Date asof, bool visible_changed);
  void update_drift(Date asof);
  bool drift_must_restart(const DriftContext& context);
  void measure_silence(Date asof);
  /// S1 of this look, found when somebody asks.
  const SilencePoints& points();
  /// Whether S1 reaches a level; while nothing new is known it only rises, so that an earlier look may answer.
  bool points_reach(double level);
  void fill_gaps();
  /// Whether S2 with its open part reaches a level; the open part is only found when it matters.
  bool drift_reaches(double level);
  /// Whether S1 with its share of S2 reaches a level.
  bool both_reach(double level);
  double open_gap();
  double overdue_points() const;
  int count_overdue() const;
  void attribute();
  Decision decide();
  Assessment::Ground closing_ground();
  bool is_dormant();
  bool is_paused() const;

  const History& history_;
  Clock clock_;
  Drift drift_;
  Assessment now_;
  Before before_;
  std::vector<const Slot*> by_known_, held_;
  std::size_t known_done_ = 0;
  std::vector<int> lags_;
  /// Days on which an action became known after it was due: the sum is found anew.
  std::vector<Date> late_actions_;
  DriftContext drift_context_;
  std::size_t drift_done_ = 0;
  std::size_t pauses_known_ = 0;
  bool drift_is_stale_ = true, points_are_known_ = false, gaps_are_known_ = false;
  std::size_t news_done_ = 0;
  /// The look before the one that found the state; false when it was the first.
  Date look_before_change_, last_look_;
  /// S1 was at least this at an earlier look, and nothing new has become known since.
  double points_floor_ = kNoFloor;
  static constexpr double kNoFloor = -1e9;
};

}  // namespace mentor
