// The smallest repair: what each finding asks for is done to the journal by machine; then the finding is gone, and no other has come.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/encode.hpp"
#include "judged.hpp"
#include "made_pair.hpp"

namespace mentor {
namespace {

using made::Judged;

/// A journal that is being mended: its text, what is written in addition, and the day on which it is read.
struct Mended {
  std::string text;
  /// Entries by section.
  std::map<std::string, std::vector<std::string>> more;
  Date today;

  std::vector<std::string> texts() const {
    std::string added;
    for (const auto& [section, entries] : more) {
      if (entries.size() == 1 && entries[0].find('\n') != std::string::npos) {
        added += entries[0];
        continue;
      }
      added += section + ":\n";
      for (const std::string& entry : entries) added += "  - {" + entry + "}\n";
    }
    if (added.empty()) return {text};
    return {text, added};
  }

  void add(const std::string& section, std::string entry) { more[section].push_back(std::move(entry)); }

  void meet(Date day, const std::string& besides = {}) { add("meetings", fmt::format("date: {}, logged: {}{}", iso(day), iso(std::max(day, today)), besides)); }
  void book(Date day) { add("meetings", fmt::format("date: {}, status: planned, booked: {}", iso(day), iso(today))); }

  /// Writes `field` into the record that begins at `place`, in whichever spelling it has.
  void write(Place place, const std::string& field) {
    REQUIRE(place.file == 0);
    std::size_t at = place.offset;
    if (text[at] != '{') {
      const std::size_t indent = at - (text.rfind('\n', at) + 1);
      text.insert(at, field + "\n" + std::string(indent, ' '));
      return;
    }
    for (int depth = 0; at < text.size(); ++at) {
      depth += text[at] == '{';
      depth -= text[at] == '}';
      if (depth == 0) break;
    }
    text.insert(at, ", " + field);
  }

  /// The same at every place that the evidence names; from behind, so that the places stay right.
  void write_at_evidence(const Finding& finding, const std::string& field) {
    std::vector<Place> places;
    for (const Evidence& evidence : finding.evidence) places.push_back(evidence.place);
    std::ranges::sort(places, std::greater{}, &Place::offset);
    for (const Place place : places) write(place, field);
  }

  /// Lets `count` good meetings be held on the rhythm, the first in a rhythm from now; the last is today.
  void meet_again(int count, int days, const std::string& besides = ", minutes: 60/60, agenda-by: mentee") {
    for (int i = 0; i < count; ++i) {
      today = today + days;
      meet(today, besides);
    }
  }
};

/// What was noted in confidence is repaired like everything else.
Findings everything(const Judged& judged) {
  Findings all = judged.findings;
  all.insert(all.end(), judged.in_confidence.begin(), judged.in_confidence.end());
  return all;
}

using Apply = void (*)(const Finding&, const Assessment&, Mended&);

int rhythm(const Assessment& a) { return static_cast<int>(a.rhythms.cadence); }

void set_a_goal(const Finding&, const Assessment&, Mended& m) {
  m.add("goals", fmt::format("id: first, title: Give a talk to the team, set: {}, due: {}, measure: the talk is given", iso(m.today), iso(m.today + 60)));
}

void review(const Finding&, const Assessment&, Mended& m) { m.add("reviews", "date: " + iso(m.today) + ", change-in-mentee: asks first"); }

/// Puts words behind the first `opening` after a place.
void put_in(Mended& m, Place place, std::string_view opening, const std::string& words) {
  m.text.insert(m.text.find(opening, place.offset) + opening.size(), words);
}

void book(const Finding&, const Assessment& a, Mended& m) { m.book(m.today + rhythm(a)); }

/// Talks about what was noted: in confidence when it was.
void talk(const Finding& f, const Assessment&, Mended& m) {
  m.add("concerns", fmt::format("raised: {{date: {0}, by: mentee{1}}}, talked: {0}", iso(m.today), f.is_confidential ? ", confidential: yes" : ""));
}

void promise_again(const Finding&, const Assessment&, Mended& m) { m.add("recommitments", fmt::format("date: {}, by: [mentor, mentee]", iso(m.today))); }

/// Writes down the rhythm that the repair names, in place of the one that was agreed once.
void write_the_rhythm(const Finding& f, const Assessment&, Mended& m) {
  const std::string repair = encode::terminal(f.repair), key = "cadence: ";
  const std::size_t every = repair.find("every ") + 6, at = m.text.find(key) + key.size(), end = m.text.find('\n', at);
  const std::string agreed = m.text.substr(at, end - at);
  m.text.replace(at, end - at, fmt::format("[{{every: {}}}, {{from: {}, every: {}}}]", agreed, iso(m.today), repair.substr(every, repair.find(" from", every) - every)));
}

/// Notes again what is no longer noted.
void note_again(const Finding& f, const Assessment& a, Mended& m) {
  std::string besides;
  for (const auto& [field, value] : {std::pair<std::string, std::string>{"minutes", "60/60"},
                                     {"agenda-by", "mentee"},
                                     {"presence", "{mentor: 4, mentee: 4}"},
                                     {"contribution", "{mentor: 4, mentee: 4}"},
                                     {"pulse", "{mentor: 4, mentee: 4}"},
                                     {"topics", "[dreams]"},
                                     {"learned", "{mentor: to wait, mentee: to ask}"},
                                     {"actions", "[{mentee: read the guide}]"},
                                     {"next", iso(m.today + rhythm(a))}})
    if (f.subject.find("`" + field + "`") != std::string::npos) besides += fmt::format(", {}: {}", field, value);
  m.meet(m.today, besides);
}

/// What the repair of each rule asks for, done.
const std::map<std::string_view, Apply>& appliers() {
  static const std::map<std::string_view, Apply> table = {
      {"meeting-overdue", [](const Finding&, const Assessment&, Mended& m) { m.meet(m.today); }},
      {"never-met", book},
      {"agreed-slots-missed", book},
      {"next-meeting-passed", [](const Finding& f, const Assessment&, Mended& m) { m.meet(f.evidence.front().date); }},
      {"cancelled-not-rebooked", book},
      {"contact-unanswered", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "answered: " + iso(m.today)); }},
      {"momentum-falling", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(12, rhythm(a)); }},
      {"cancellations", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(6, rhythm(a)); }},
      {"no-shows", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(6, rhythm(a)); }},
      {"short-notice-moves", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(6, rhythm(a)); }},
      {"short-meetings", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(3, rhythm(a)); }},
      {"actions-overdue", [](const Finding& f, const Assessment&, Mended& m) { m.write_at_evidence(f, "done: " + iso(m.today)); }},
      {"actions-carried", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "done: " + iso(m.today)); }},
      {"no-active-goal", set_a_goal},
      {"direction-unset", set_a_goal},
      {"review-due", review},
      {"review-overdue", review},
      {"answers-falling", review},
      {"needs-unmet", review},
      {"circumstances-changed", review},
      {"agreement-one-sided",
       [](const Finding& f, const Assessment&, Mended& m) {
         if (f.subject == "signed") return put_in(m, f.place, "signed: [", f.party == Party::mentor ? "mentor, " : "mentee, ");
         put_in(m, f.place, "expectations: {", fmt::format("{}: tells the truth early, ", word(f.party)));
       }},
      {"agreement-old",
       [](const Finding&, const Assessment&, Mended& m) { m.text.replace(m.text.find("date: ", m.text.find("agreement:")) + 6, 10, iso(m.today)); }},
      {"topics-repeat", [](const Finding&, const Assessment&, Mended& m) { m.meet(m.today, ", topics: [work, dreams]"); }},
      {"person-left-out", [](const Finding&, const Assessment&, Mended& m) { m.meet(m.today, ", topics: [home]"); }},
      {"no-new-learning",
       [](const Finding& f, const Assessment&, Mended& m) { m.meet(m.today, fmt::format(", learned: {{{}: to ask first}}", word(f.party))); }},
      {"focus-off-goals", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(3, rhythm(a), ", goals: [review]"); }},
      {"learning-stuck", [](const Finding&, const Assessment&, Mended& m) { m.text.replace(m.text.find("stage: knowing"), 14, "stage: doing"); }},
      {"no-agenda", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(4, rhythm(a), ", agenda-by: mentee"); }},
      {"feedback-one-sided",
       [](const Finding& f, const Assessment&, Mended& m) { m.meet(m.today, fmt::format(", feedback: [{{from: {}, text: more of this}}]", word(f.party))); }},
      {"goal-without-progress", [](const Finding& f, const Assessment&, Mended& m) { m.meet(m.today, ", goals: [" + f.subject + "]"); }},
      {"goal-overdue", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "closed: " + iso(m.today)); }},
      {"no-feedback", [](const Finding&, const Assessment&, Mended& m) { m.meet(m.today, ", feedback: [{from: mentee, text: more of this}]"); }},
      {"agreement-missing",
       [](const Finding&, const Assessment&, Mended& m) {
         m.add("agreement", fmt::format("agreement:\n  date: {}\n  signed: [mentor, mentee]\n  boundaries: no calls after seven\n", iso(m.today)));
       }},
      {"pulse-low", [](const Finding& f, const Assessment&, Mended& m) { m.meet_again(1, 1, fmt::format(", pulse: {{{}: 4}}", word(f.party))); }},
      {"pulse-falling", [](const Finding&, const Assessment& a, Mended& m) { m.meet_again(6, rhythm(a), ", pulse: {mentor: 5, mentee: 5}"); }},
      {"views-differ",
       [](const Finding& f, const Assessment& a, Mended& m) {
         if (f.subject == "pulse") return m.meet_again(6, rhythm(a), ", pulse: {mentor: 4, mentee: 4}");
         m.add("reviews", "date: " + iso(m.today));
       }},
      {"goal-not-smart",
       [](const Finding& f, const Assessment&, Mended& m) {
         const std::string repair = encode::terminal(f.repair);
         for (const auto& [label, field] : {std::pair{"(`measure:`)", "measure: both say so"}, {"(`why:`)", "why: to be heard"}})
           if (repair.find(label) != std::string::npos) m.write(f.place, field);
         if (repair.find("(`due:`)") != std::string::npos) m.write(f.place, "due: " + iso(m.today + 60));
       }},
      {"priorities-differ",
       [](const Finding& f, const Assessment&, Mended& m) {
         for (const Evidence& goal : f.evidence) {
           const std::size_t of_mentor = m.text.find("{mentor: ", goal.place.offset) + 9, of_mentee = m.text.find("mentee: ", of_mentor) + 8;
           m.text[of_mentee] = m.text[of_mentor];
         }
       }},
      {"no-show-open", book},
      {"next-meeting-missing", [](const Finding& f, const Assessment& a, Mended& m) { m.write(f.place, "next: " + iso(m.today + rhythm(a))); }},
      {"next-date-vague", book},
      {"pause-overrun", book},
      {"rhythm-slower-than-agreed", write_the_rhythm},
      {"no-longer-recorded", note_again},
      {"response-slowing",
       [](const Finding& f, const Assessment&, Mended& m) {
         m.add("contacts", fmt::format("date: {0}, from: {1}, answered: {0}", iso(m.today), word(f.party == Party::mentor ? Party::mentee : Party::mentor)));
       }},
      {"initiative-one-sided",
       [](const Finding& f, const Assessment&, Mended& m) { m.add("contacts", fmt::format("date: {0}, from: {1}, answered: {0}", iso(m.today), word(f.party))); }},
      {"presence-low", [](const Finding& f, const Assessment&, Mended& m) { m.meet(m.today, fmt::format(", presence: {{{}: 4}}", word(f.party))); }},
      {"contribution-low", [](const Finding&, const Assessment&, Mended& m) { m.meet(m.today, ", contribution: {mentor: 4, mentee: 4}"); }},
      {"actions-one-sided", [](const Finding& f, const Assessment&, Mended& m) { m.write_at_evidence(f, "done: " + iso(m.today)); }},
      {"phase-stuck",
       [](const Finding&, const Assessment&, Mended& m) {
         const std::size_t id = m.text.find("id: ", m.text.find("goals:")) + 4;
         m.meet(m.today, fmt::format(", goals: [{}]", m.text.substr(id, m.text.find(',', id) - id)));
       }},
      {"stretch-none", [](const Finding&, const Assessment&, Mended& m) { m.add("stretch", "date: " + iso(m.today) + ", what: asked a question first"); }},
      {"introduction-not-followed", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "followed-up: " + iso(m.today)); }},
      {"competition-perceived", talk},
      {"power-imbalance", talk},
      {"doubt-noted", talk},
      {"reason-noted", talk},
      {"disconnect-open", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "action: {what: conversation}"); }},
      {"concern-waiting", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "talked: " + iso(m.today)); }},
      {"facilitator-missing", [](const Finding&, const Assessment&, Mended& m) { put_in(m, {}, "agreement: {", "facilitator: Joan Clarke, "); }},
      {"recommitment-one-sided",
       [](const Finding& f, const Assessment&, Mended& m) { put_in(m, f.place, "by: [", f.party == Party::mentor ? "mentor, " : "mentee, "); }},
      {"habit-returned", promise_again},
      {"undecided-long", promise_again},
      {"end-passed",
       [](const Finding&, const Assessment&, Mended& m) { m.add("closing", "closing:\n  decided: " + iso(m.today) + "\n  basis: agreed-end\n"); }},
      {"duration-one-sided", [](const Finding& f, const Assessment&, Mended& m) { put_in(m, {}, f.subject + ": [", fmt::format("{}, ", word(f.party))); }},
      {"second-chance-missing", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "second-chance-skipped: both want to stop here"); }},
      {"early-end", [](const Finding&, const Assessment&, Mended& m) { m.text.replace(m.text.find("basis: fit"), 10, "basis: circumstances"); }},
      {"last-session-unannounced", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "told: " + iso(m.today)); }},
      {"silent-end", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, fmt::format("talked: {}, reason: no time is left", iso(m.today))); }},
      {"ended-without-conversation", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "talked: " + iso(m.today)); }},
      {"ended-without-reason", [](const Finding& f, const Assessment&, Mended& m) { m.write(f.place, "reason: Grace moves abroad"); }},
      {"ended-without-second-voice",
       [](const Finding& f, const Assessment&, Mended& m) { put_in(m, f.place, "learned: {", fmt::format("{}: to ask first, ", word(f.party))); }},
      {"goals-all-met",
       [](const Finding&, const Assessment&, Mended& m) { m.add("closing", "closing:\n  decided: " + iso(m.today) + "\n  reason: the goals are met\n"); }},
  };
  return table;
}

std::map<std::string_view, int> count_by_rule(const Findings& findings) {
  std::map<std::string_view, int> count;
  for (const Finding& finding : findings) ++count[finding.rule->id];
  return count;
}

std::string told(const Judged& judged) {
  std::string out = fmt::format("{}:", name(judged.assessment.state));
  for (const Finding& finding : everything(judged)) out += fmt::format("\n  {}: {}", finding.rule->id, encode::terminal(finding.message));
  for (const Problem& problem : judged.problems) out += "\n  " + std::string(problem.kind->id) + ": " + encode::terminal(problem.message);
  return out;
}

/// The meetings of a repair are noted in a line, which may be one too many for what was usual.
constexpr std::string_view kOfThinNotes = "no-longer-recorded";

/// What is not said of a pair that has stopped, for the stall stands in front: it may come into sight when the pair begins again.
bool was_hidden(std::string_view rule, const Assessment& before) {
  const bool was_stopped = before.state == State::stalled || before.state == State::dormant;
  return was_stopped && (rule == "momentum-falling" || rule == "agreed-slots-missed");
}

/// What every pair is asked for once it has met a few times, where the journal lacks it: meetings in the repair must not bring that up.
std::string with_what_all_are_asked(const Rule& rule, const std::string& text, Date today) {
  std::string kept = text;
  if (text.find("\nagreement:") == std::string::npos) kept += "agreement: {date: 2025-01-06, signed: [mentor, mentee], boundaries: no calls after seven}\n";
  if (text.find("\ngoals:") == std::string::npos) kept += "goals: [{id: talk, title: Give a talk to the team, set: 2025-01-06}]\n";
  const Findings found = everything(Judged{{kept}, today});
  return std::ranges::find(found, &rule, &Finding::rule) == found.end() ? text : kept;
}

/// Does what the findings of `rule` ask for, one after the other, until there are none, and holds that nothing else comes up.
void mend(const Rule& rule, const std::string& text, Date today, bool is_made_up) {
  Mended mended{with_what_all_are_asked(rule, text, today), {}, today};
  constexpr int kMostFindings = 12;
  for (int i = 0; i < kMostFindings; ++i) {
    const Judged before{mended.texts(), mended.today};
    const Findings found = everything(before);
    const auto finding = std::ranges::find(found, &rule, &Finding::rule);
    if (finding == found.end()) return;
    appliers().at(rule.id)(*finding, before.assessment, mended);
    const Judged after{mended.texts(), mended.today};
    INFO(rule.id, " repaired\n--- before, ", told(before), "\n--- after, ", iso(mended.today), " ", told(after), "\n---\n", mended.texts().back());
    CHECK(after.problems.size() == before.problems.size());
    const auto had = count_by_rule(found), has = count_by_rule(everything(after));
    CHECK((has.contains(rule.id) ? has.at(rule.id) : 0) < had.at(rule.id));
    // in the time that good meetings take, a made-up journal ages in ways that are no fault of theirs
    const bool has_aged = is_made_up && mended.today > today;
    for (const auto& [id, count] : has)
      if (!has_aged && !was_hidden(id, before.assessment) && id != kOfThinNotes) CHECK_MESSAGE(count <= (had.contains(id) ? had.at(id) : 0), id);
    if (has.contains(rule.id) && has.at(rule.id) >= had.at(rule.id)) return;
  }
}

}  // namespace

TEST_CASE("every rule has a repair that is tried") {
  for (const Rule* const rule : all_rules()) {
    CAPTURE(rule->id);
    // one relationship less clears a rule over all of them: rules_test.cpp
    CHECK(appliers().contains(rule->id) == (rule->check_all == nullptr));
  }
  for (const auto& [id, apply] : appliers()) {
    CAPTURE(id);
    CHECK(find_rule(id) != nullptr);
  }
}

TEST_CASE("the repair of each rule, carried out on its example, clears it and nothing else comes up") {
  for (const Rule* const rule : all_rules())
    if (rule->check_all == nullptr) mend(*rule, std::string(rule->example.fires), make_date(2026, 3, 30), false);
}

TEST_CASE("the repair of each finding of a made-up pair clears it and nothing else comes up") {
  std::map<std::string_view, int> tried;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const made::MadePair pair = made::make_pair(seed);
    const Date today = pair.started + static_cast<int>(seed * 53 % 400);
    const std::string text = made::journal(pair, {.known_by = today});
    INFO("seed ", seed, " on ", iso(today), "\n", text);
    for (const auto& [id, count] : count_by_rule(everything(Judged{{text}, today}))) {
      ++tried[id];
      mend(*find_rule(id), text, today, true);
    }
  }
  CHECK(tried.size() >= 9);
}

}  // namespace mentor
