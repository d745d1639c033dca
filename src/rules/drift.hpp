// S2, drift: Page's CUSUM of what each meeting slot says about momentum. Every recorded sign is weighed against the pair's own usual rate,
// learned outside the current slide; what is never recorded counts for nothing.
#pragma once
#include <array>
#include <vector>

#include "rules/clock.hpp"
#include "rules/history.hpp"
#include "rules/method.hpp"

namespace mentor {

enum class SignKind : std::uint8_t { kept, agenda, feedback, action, goal, length, mentor_pulse, mentee_pulse, gap, outside };
/// Of the first kLearnedSigns the share of good ones is learned; of length and pulses the mean.
/// "held", "mentor's pulse", ...
std::string_view name(SignKind sign, bool good);

/// What one sign of one slot added to the sum.
struct SignPoints {
  SignKind sign{};
  bool good = false;
  double points = 0;
  Party party{};
};

/// What one slot has to say, at most once per sign.
struct SlotSigns {
  std::array<SignPoints, 10> list{};
  std::size_t count = 0;

  const SignPoints* begin() const { return list.data(); }
  const SignPoints* end() const { return list.data() + count; }
};

/// One slot of the current slide.
struct SlotPoints {
  const Slot* slot = nullptr;
  /// What its signs are worth together, what that adds to the sum (which has a cap), and the sum then.
  double points = 0, added = 0, sum = 0;
  SlotSigns parts;
};

/// What the weighing of slots depends on besides the slots; when it changes, the sum is found anew.
struct DriftContext {
  /// Cadence in days where none was agreed for a slot, imaginary gaps, and the alarm level.
  double cadence = 0, imaginary_gaps = 0, level = 0;
  Date asof;
  bool goals_are_used = false;
};

class Drift {
 public:
  Drift(const History& history, const Clock& clock) : history_(history), clock_(clock) {}

  void reset();
  /// Adds the next slot in the order of days.
  void add(const Slot& slot, const DriftContext& context);

  double sum() const { return sum_; }
  int slots() const { return slots_; }
  /// The slots since the sum was last 0.
  const std::vector<SlotPoints>& slide() const { return slide_; }
  /// The pair's own usual share of good ones, of a sign whose share is learned; 0 to kHighestRate.
  double usual(SignKind kind) const;

 private:
  void weigh_held(const Slot& slot, const DriftContext& context);
  void weigh_missed(const Slot& slot);
  void weigh_gap(const Slot& slot, const DriftContext& context);
  void weigh_length(const Meeting& meeting);
  void weigh_pulses(const Meeting& meeting);
  void weigh_actions(const Slot& slot, const DriftContext& context);
  void weigh_goals(const Slot& slot, const DriftContext& context);
  double sign(SignKind kind, bool good);
  /// A value that is weighed by how far it lies below the pair's own mean.
  void measure(SignKind kind, double value, const method::MeasuredSign& how);
  /// Makes what was seen lately part of what is usual.
  void learn();
  void put(SignKind kind, bool good, double points, Party party = Party::unset) { parts_.list[parts_.count++] = {kind, good, points, party}; }

  struct Rate {
    int good = 0, count = 0;
  };
  struct Mean {
    double total = 0;
    int count = 0;
  };
  /// Of length, and of either pulse.
  Mean& mean_of(SignKind kind) { return means_[kind == SignKind::length ? 0 : kind == SignKind::mentor_pulse ? 1 : 2]; }

  const History& history_;
  const Clock& clock_;
  double sum_ = 0;
  int slots_ = 0;
  std::array<Rate, kLearnedSigns> rates_{};
  std::array<Mean, 3> means_{};
  /// What the current slide has shown: not yet part of what is usual.
  std::vector<std::pair<SignKind, bool>> pending_;
  std::vector<std::pair<SignKind, double>> pending_values_;
  std::vector<double> gaps_;
  Date last_held_;
  bool was_broken_ = false;
  SlotSigns parts_;
  std::vector<SlotPoints> slide_;
};

}  // namespace mentor
