#include "made_pair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace mentor::made {

MadePair make_pair(unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  MadePair pair{make_date(2025, 1, 6) + pick(0, 200), std::vector{7, 14, 30}[static_cast<std::size_t>(pick(0, 2))], {}};
  Date day = pair.started + pick(1, 10);
  const int meetings = pick(0, 14);
  for (int i = 0; i < meetings; ++i, day = day + std::max(1, pair.cadence + pick(-3, 3) + (pick(0, 7) == 0 ? pair.cadence : 0))) {
    const int fate = pick(0, 9);
    const std::string_view status = fate < 7 ? "held" : fate == 7 ? "cancelled" : fate == 8 ? "no-show" : "moved";
    const Party by = status == "held" ? Party::unset : pick(0, 1) == 0 ? Party::mentor : Party::mentee;
    pair.entries.push_back({"meetings", day, day + pick(0, 6), status, by, pick(0, 5), pick(0, 5), pick(20, 60), {}});
    if (status == "held" && pick(0, 3) == 0) {
      pair.entries.back().due = day + pick(3, 30);
      pair.entries.back().is_carried = pick(0, 1) == 0;
      if (pick(0, 1) == 0) pair.entries.back().until = pair.entries.back().due + pick(-2, 20);
    }
    if (pick(0, 6) == 0)
      pair.entries.push_back({"contacts", day + 2, day + 2, "", pick(0, 1) == 0 ? Party::mentor : Party::mentee, 0, 0, 0, pick(0, 1) == 0 ? day + 5 : Date{}});
    if (pick(0, 9) == 0) pair.entries.push_back({"pauses", day + 1, day + 1, "", Party::unset, 0, 0, 0, day + 1 + pick(5, 40)});
  }
  if (pick(0, 1) == 0) pair.entries.push_back({"goals", pair.started + 14, pair.started + 14, "", Party::unset, 0, 0, 0, pick(0, 2) == 0 ? day : Date{}});
  return pair;
}

namespace {

std::string_view swapped(Party party, bool swap) {
  return word(!swap ? party : party == Party::mentor ? Party::mentee : party == Party::mentee ? Party::mentor : party);
}

std::string line(const MadeEntry& entry, const Spelling& how) {
  const auto day = [&how](Date date) { return iso(date + how.shift_days); };
  if (entry.section == "pauses") {
    if (!how.split_pauses) return fmt::format("  - {{from: {}, to: {}}}\n", day(entry.day), day(entry.until));
    return fmt::format("  - {{from: {0}, to: {1}}}\n  - {{from: {2}, to: {3}, announced: {0}}}\n", day(entry.day), day(entry.day + 2), day(entry.day + 3),
                       day(entry.until));
  }
  const bool is_over = entry.until && (!how.known_by || entry.until <= how.known_by);
  if (entry.section == "goals")
    return fmt::format("  - {{id: talk, title: Give a talk, set: {}{}}}\n", day(entry.day), is_over ? ", status: met, closed: " + day(entry.until) : "");
  if (entry.section == "contacts") {
    return fmt::format("  - {{date: {}, from: {}{}}}\n", day(entry.day), swapped(entry.by, how.swap_roles), is_over ? ", answered: " + day(entry.until) : "");
  }
  std::string out = fmt::format("  - {{date: {}, status: {}, logged: {}", day(entry.day), entry.status, day(entry.known));
  if (entry.by != Party::unset) out += fmt::format(", by: {}, notice: 3 h", swapped(entry.by, how.swap_roles));
  if (entry.status != "held") return out + "}\n";
  out += fmt::format(", minutes: {}/60", entry.minutes);
  const int mentor = how.swap_roles ? entry.mentee_pulse : entry.mentor_pulse, mentee = how.swap_roles ? entry.mentor_pulse : entry.mentee_pulse;
  if (mentor > 0)
    out += fmt::format(", pulse: {{mentor: {}{}}}", mentor, mentee > 0 ? fmt::format(", mentee: {}", mentee) : "");
  else if (mentee > 0)
    out += fmt::format(", pulse: {{mentee: {}}}", mentee);
  if (entry.due)
    out += fmt::format(", actions: [{{both: read {}, due: {}{}}}]", entry.is_carried ? "the guide" : iso(entry.day), day(entry.due),
                       is_over ? ", done: " + day(entry.until) : "");
  return out + "}\n";
}

}  // namespace

std::string journal(const MadePair& pair, const Spelling& how) {
  std::string out =
      fmt::format("mentor: Grace\nmentee: Ada\nstarted: {}\ncadence: {} days\nlength: 60 min\n", iso(pair.started + how.shift_days), pair.cadence);
  for (const std::string_view section : {"goals", "meetings", "contacts", "pauses"}) {
    std::string lines;
    bool any = false;
    for (const MadeEntry& entry : pair.entries) {
      if (entry.section != section) continue;
      const bool is_known = !how.known_by || entry.known <= how.known_by;
      const std::string text = is_known ? line(entry, how) : how.keep_lines ? "\n" : "";
      any = any || is_known;
      lines = how.reverse ? text + lines : lines + text;
    }
    if (any)
      out += fmt::format("{}:\n{}", section, lines);
    else if (!lines.empty() && how.keep_lines)
      out += "\n" + lines;
  }
  return out;
}

}  // namespace mentor::made
