// A relationship told at its end, or on the way, in both voices: what was meant, what became of it, what each learned, why it ended and
// what comes next.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands/command.hpp"
#include "commands/describe.hpp"
#include "practice/closing.hpp"
#include "practice/journey.hpp"
#include "rules/ending.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "markdown", "html", "json"};
constexpr std::string_view kAudiences[] = {"both", "mentor", "mentee", "programme"};
constexpr Flag kFlags[] = {
    {"for", 0, "WHO", "Who will read it: both (the default), mentor, mentee, or programme, which gets numbers and no word of the journal.", Choices::none,
     false, kAudiences},
    template_flag,
};

Line line(Message text, std::vector<Fact> facts = {}) {
  Line out;
  out.text = std::move(text);
  out.facts = std::move(facts);
  return out;
}

/// Sees one pair through the eyes of one audience.
class Summary {
 public:
  explicit Summary(const Pair& pair) : pair_(pair), r_(pair.relationship), today_(pair.subject.today), numbers_(journey_numbers(pair.subject)) {
    const std::string_view audience = pair.request.text("for");
    is_for_programme_ = audience == "programme";
    first_ = audience == "mentor" ? Party::mentor : Party::mentee;
    second_ = first_ == Party::mentor ? Party::mentee : Party::mentor;
    Replay{pair.subject.history}.run(today_, &changes_);
  }

  Section write() {
    Section section;
    section.id = is_for_programme_ ? std::string("P1") : id_of(r_);
    section.heading =
        is_for_programme_ ? say("One relationship in numbers") : say("{}: {}", people(r_), is_over() ? "what it was, and what remains" : "an interim summary");
    section.facts = facts();
    if (is_for_programme_) {
      section.blocks = {numbers()};
      return section;
    }
    section.blocks = {ending(), goals(), achievements(), learned(), outcomes(), plan(), journey(), turns(), numbers(), thanks(), future()};
    return section;
  }

 private:
  bool is_over() const { return pair_.assessment().state == State::closed; }
  bool has_begun() const { return bool{numbers_.to}; }

  std::vector<Fact> facts() const {
    std::vector<Fact> out = {{"state", "", name(pair_.assessment().state)},
                             {"is_interim", "", !is_over()},
                             {"from", "from", numbers_.from},
                             {"to",
                              !has_begun() ? ""
                              : is_over()  ? "to"
                                           : "seen until",
                              numbers_.to},
                             {"lasted_days", lasted_days() > 0 ? "lasted" : "", static_cast<long>(lasted_days()), say("{}", lasted())}};
    if (is_for_programme_) return out;
    out.push_back({"mentor", "mentor", Message{say("{}", r_.mentor.name)}});
    out.push_back({"mentee", "mentee", Message{say("{}", r_.mentee.name)}});
    out.push_back({"purpose", "purpose", Message{say("{}", r_.purpose)}});
    return out;
  }

  int lasted_days() const { return has_begun() && numbers_.from ? std::max(0, days_between(numbers_.from, numbers_.to)) : 0; }

  std::string lasted() const {
    const int all = lasted_days();
    const int months = static_cast<int>(std::lround(all / 30.44));
    if (months < 2) return days(all);
    return months < 24 ? counted(months, "month") : fmt::format("{} and {}", counted(months / 12, "year"), counted(months % 12, "month"));
  }

  /// Why it ended, so that nobody is left guessing or looking for a fault.
  Block ending() const {
    Block block{"ending", is_over() ? "Why it ended" : "Where it stands", {}, Layout::prose};
    const Closing& c = r_.closing;
    if (c.reopened && c.reopened <= today_ && !is_over()) {
      block.lines.push_back(line(c.reason.empty() ? say("It was closed on {}, and taken up again on {}.", iso(c.closed), iso(c.reopened))
                                                  : say("It was closed on {} ({}), and taken up again on {}.", iso(c.closed), c.reason, iso(c.reopened))));
      return block;
    }
    if (!has_begun()) {
      block.lines.push_back(line(say("It begins on {}. There is nothing to look back on yet.", iso(numbers_.from))));
      return block;
    }
    if (!is_over() && !c.recorded()) {
      block.lines.push_back(line(say("{} This is what there is to look back on so far.", standing())));
      return block;
    }
    if (!c.reason.empty()) block.lines.push_back(line(say("In their own words: {}.", c.reason)));
    if (c.basis == Basis::goals || (c.basis == Basis::unset && Ending{r_, today_}.is_complete()))
      block.lines.push_back(line(say("What the two set out to do is done, and that is the best reason there is.")));
    else if (c.basis == Basis::agreed_end)
      block.lines.push_back(line(say("The time that both had agreed on is over.")));
    else if (c.basis == Basis::circumstances || c.about_you == YesNo::no)
      block.lines.push_back(
          line(say("The reason lies in circumstances. It has nothing to do with what either of the two is worth, and neither could have prevented it by being "
                   "different.")));
    else if (c.basis == Basis::needs)
      block.lines.push_back(line(say("What is needed has changed, as it does when people move on. What was good before stays good.")));
    else if (c.basis == Basis::fit)
      block.lines.push_back(
          line(say("Two people can both be good at what they do and still not be the best match for each other. Saying so is fair to both.")));
    if (c.reason.empty() && is_over() && block.lines.empty())
      block.lines.push_back(
          line(say("No reason is noted. Most such endings have to do with time, work and moves, and few with the other person. If you are left wondering, it "
                   "is fair to ask; "
                   "if you know the reason, it is kind to say it.")));
    if (c.agreed_by.contains(Party::mentor) && c.agreed_by.contains(Party::mentee)) block.lines.push_back(line(say("Both agreed to it.")));
    return block;
  }

  /// Where a relationship under way stands, in words that both may read.
  Message standing() const {
    const State state = pair_.assessment().state;
    const auto held = pair_.subject.held();
    const Date last = held.empty() ? Date{} : held.back()->date;
    if (state == State::stalled || state == State::dormant)
      return last ? say("The two have not met for a while; the last meeting was on {}.", iso(last)) : say("The two have not met yet.");
    if (state == State::paused) return say("It rests: a pause is noted.");
    if (state == State::drifting) return say("It is under way, and has lost some of its pace.");
    return last ? say("It is under way; the last meeting was on {}.", iso(last)) : say("It has just begun.");
  }

  Message view(const Goal& goal, Party party) const {
    const GoalReview* last = nullptr;
    for (const GoalReview& review : goal.reviews)
      if ((review.by == party || review.by == Party::both) && review.date <= today_ && (last == nullptr || last->date <= review.date)) last = &review;
    if (last == nullptr) return {};
    return last->note.empty() ? say("{}", word(last->verdict)) : say("{}: {}", word(last->verdict), last->note);
  }

  std::string stands(const GoalFacts& facts) const {
    const Goal& goal = *facts.goal;
    std::string out;
    if (facts.is_open(today_))
      out = goal.stage == Stage::unset ? "open" : fmt::format("open, {}", word(goal.stage));
    else
      // without a day of its own it was taken to be settled from the start
      out = facts.closed && (goal.closed || facts.closed > facts.created)
                ? fmt::format("{} on {}", goal.status == GoalStatus::unset ? "closed" : word(goal.status), iso(facts.closed))
                : std::string(word(goal.status));
    if (goal.set) out += fmt::format("; set {}", iso(goal.set));
    if (goal.due) out += fmt::format(", for {}", iso(goal.due));
    const auto talked = std::ranges::count_if(facts.progress, [this](Date day) { return day <= today_; });
    return talked > 0 ? out + fmt::format("; progress noted {}", talked == 1 ? std::string("once") : counted(talked, "time")) : out;
  }

  Block goals() const {
    Block block{"goals", "The goals, in both views", {}, Layout::table};
    for (const GoalFacts& facts : pair_.subject.history.goals) {
      if (facts.created > today_) continue;
      const Goal& goal = *facts.goal;
      block.lines.push_back(
          line(say("{}", goal.title.empty() ? goal.id : goal.title), {{"stands", "stands", Message{say("{}", stands(facts))}},
                                                                      {key(first_), key(first_), view(goal, first_), said(view(goal, first_))},
                                                                      {key(second_), key(second_), view(goal, second_), said(view(goal, second_))}}));
    }
    return block;
  }

  static std::string_view key(Party party) { return party == Party::mentor ? "mentor" : "mentee"; }
  static Message said(Message view) { return view.empty() ? say("-") : view; }

  Block achievements() const {
    Block block{"achievements", "What the two reached together", {}, Layout::bullets};
    for (const Text achievement : r_.closing.achievements) block.lines.push_back(line(say("{}", achievement)));
    for (const Stretch& stretch : r_.stretch)
      if (stretch.date <= today_ && !stretch.outcome.empty()) block.lines.push_back(line(say("dared: {}; {}", stretch.what, stretch.outcome)));
    return block;
  }

  void add_learned(Block& block, Party party) const {
    const Text name = name_of(r_, party);
    if (const Text last = r_.closing.learned.of(party); !last.empty()) block.lines.push_back(line(say("{}: {}", name, last), {{"who", "", key(party)}}));
    for (const Meeting* const meeting : pair_.subject.held()) {
      const Text what = meeting->learned.of(party);
      if (what.empty() || what == r_.closing.learned.of(party)) continue;
      Line entry = line(say("{}: {}", name, what), {{"who", "", key(party)}});
      entry.date = meeting->date;
      block.lines.push_back(std::move(entry));
    }
  }

  Block learned() const {
    Block block{"learned", "What each learned", {}, Layout::bullets};
    add_learned(block, first_);
    add_learned(block, second_);
    return block;
  }

  Block outcomes() const {
    Block block{"outcomes", "What came of it", {}, Layout::bullets};
    const Outcomes& o = r_.closing.outcomes;
    struct Row {
      std::string_view key, words;
      Text what;
    };
    for (const Row& row : {Row{"confidence", "confidence", o.confidence},
                           {"skills", "skills", o.skills},
                           {"career", "career", o.career},
                           {"network", "network", o.network},
                           {"insight", "insight from experience", o.insight},
                           {"connections", "closer connections", o.connections},
                           {"workplace", "feeling for the workplace", o.workplace}})
      if (!row.what.empty()) block.lines.push_back(line(say("{}: {}", row.words, row.what), {{"benefit", "", row.key}}));
    for (const Introduction& introduction : r_.introductions)
      if (introduction.followed_up && introduction.followed_up <= today_)
        block.lines.push_back(line(say("network: met {}", introduction.to), {{"benefit", "", std::string_view("network")}}));
    return block;
  }

  Block plan() const {
    Block block{"plan", "The plan, item by item", {}, Layout::bullets};
    for (const PlanItem& item : plan_items(r_, today_)) {
      const Action& action = *item.action;
      const bool open = is_open(action, today_);
      const bool is_set_aside = action.state == ActionState::cancelled || action.state == ActionState::unknown;
      const Text owner = action.owner == Party::both ? Text{"both"} : name_of(r_, action.owner);
      const std::string when = is_set_aside ? std::string(action.state == ActionState::cancelled ? "dropped" : "not known whether done")
                               : !open      ? (action.done.date ? "done " + iso(action.done.date) : std::string("done"))
                               : action.due ? "due " + iso(action.due)
                                            : std::string("open");
      Line entry = line(say("{} ({}, {})", action.text, owner, when), {{"owner", "", word(action.owner)}, {"agreed", "", item.agreed}});
      entry.box = is_set_aside ? Box::none : open ? Box::open : Box::ticked;
      block.lines.push_back(std::move(entry));
    }
    return block;
  }

  Block journey() const {
    Block block{"journey", "The way, as a picture", {}, Layout::journey};
    block.intro = say("# met  x called off  ! missed  > moved  = pause  * turning point");
    for (const Slot* const slot : pair_.assessment().visible) {
      const std::string_view sign = slot->is_held() ? "#" : slot->status == Status::moved ? ">" : slot->status == Status::no_show ? "!" : "x";
      Line entry = line(say("{}", word(slot->status)), {{"sign", "", sign}});
      entry.date = slot->day;
      block.lines.push_back(std::move(entry));
    }
    for (const Break& pause : pair_.subject.history.pauses) {
      if (pause.from > today_ || pause.known > today_) continue;
      Line entry = line(say("pause"), {{"sign", "", std::string_view("=")}, {"until", "", std::min(pause.to, today_)}});
      entry.date = pause.from;
      block.lines.push_back(std::move(entry));
    }
    for (const Turn& turn : turning_points(pair_.subject, changes_)) {
      Line entry = line(turn.what, {{"sign", "", std::string_view("*")}});
      entry.date = turn.date;
      block.lines.push_back(std::move(entry));
    }
    std::ranges::stable_sort(block.lines, {}, &Line::date);
    return block;
  }

  Block turns() const {
    Block block{"turning_points", "Turning points", {}, Layout::bullets};
    for (const Turn& turn : turning_points(pair_.subject, changes_)) {
      Line entry = line(turn.what);
      entry.date = turn.date;
      block.lines.push_back(std::move(entry));
    }
    return block;
  }

  static Line number(std::string_view key, std::string_view what, FactValue value, Message shown) {
    Message text = say("{}: {}", what, shown);
    return line(std::move(text), {{"number", "", key}, {"value", "", std::move(value)}});
  }

  /// "Ada 3, Grace 1"; without names for the programme.
  Message per_party(const PerParty<long>& counts) const {
    if (is_for_programme_) return say("mentor {}, mentee {}", counts.mentor, counts.mentee);
    return say("{} {}, {} {}", name_of(r_, first_), counts.of(first_), name_of(r_, second_), counts.of(second_));
  }

  void add_parties(Block& block, std::string_view key_mentor, std::string_view key_mentee, std::string_view what, const PerParty<long>& counts) const {
    if (counts.mentor == 0 && counts.mentee == 0) return;
    block.lines.push_back(line(say("{}: {}", what, per_party(counts)), {{key_mentor, "", counts.mentor}, {key_mentee, "", counts.mentee}}));
  }

  Block numbers() const {
    const JourneyNumbers& n = numbers_;
    Block block{"numbers", "In numbers", {}, Layout::bullets};
    block.lines.push_back(line(n.due() == 0 ? say("meetings: none yet") : say("meetings: {} of {} took place", n.held, n.due()),
                               {{"meetings_held", "", n.held}, {"meetings_due", "", n.due()}}));
    if (n.timed > 0)
      block.lines.push_back(line(say("together: {} in {}", counted(std::lround(static_cast<double>(n.minutes) / 60), "hour"), counted(n.timed, "meeting")),
                                 {{"minutes", "", n.minutes}, {"timed_meetings", "", n.timed}}));
    if (n.mean_gap_days > 0)
      block.lines.push_back(line(say("from meeting to meeting: {:.0f} days on average, {} at most", n.mean_gap_days, days(n.longest_gap_days)),
                                 {{"mean_gap_days", "", n.mean_gap_days}, {"longest_gap_days", "", static_cast<long>(n.longest_gap_days)}}));
    add_parties(block, "called_off_by_mentor", "called_off_by_mentee", "called off", n.called_off);
    add_parties(block, "missed_by_mentor", "missed_by_mentee", "missed", n.missed);
    if (n.outside > 0) block.lines.push_back(line(say("did not take place, by nobody's doing: {}", n.outside), {{"outside", "", n.outside}}));
    if (n.moved > 0) block.lines.push_back(line(say("moved: {}", n.moved), {{"moved", "", n.moved}}));
    if (n.goals > 0) block.lines.push_back(line(say("goals: {} met of {}", n.goals_met, n.goals), {{"goals_met", "", n.goals_met}, {"goals", "", n.goals}}));
    for (const Party party : {first_, second_})
      if (n.actions.of(party) > 0) {
        const Text who = is_for_programme_ ? Text{key(party)} : name_of(r_, party);
        block.lines.push_back(line(say("actions of {}: {} done of {}", who, n.actions_done.of(party), n.actions.of(party)),
                                   {{party == Party::mentor ? "actions_done_by_mentor" : "actions_done_by_mentee", "", n.actions_done.of(party)},
                                    {party == Party::mentor ? "actions_of_mentor" : "actions_of_mentee", "", n.actions.of(party)}}));
      }
    add_parties(block, "feedback_by_mentor", "feedback_by_mentee", "feedback given", n.feedback);
    if (n.introductions > 0) block.lines.push_back(line(say("introductions: {}", n.introductions), {{"introductions", "", n.introductions}}));
    return block;
  }

  Block thanks() const {
    Block block{"thanks", "Thanks", {}, Layout::bullets};
    for (const Thanks& each : r_.thanks) {
      if (each.date > today_) continue;
      Line entry = line(say("{}: {}", name_of(r_, each.from), each.text), {{"from", "", word(each.from)}});
      entry.date = each.date;
      block.lines.push_back(std::move(entry));
    }
    return block;
  }

  Block future() const {
    Block block{"next", "What comes next", {}, Layout::bullets};
    const Closing& c = r_.closing;
    for (const Party party : {first_, second_})
      if (const Text step = c.next_steps.of(party); !step.empty())
        block.lines.push_back(line(say("{}: {}", name_of(r_, party), step), {{"who", "", key(party)}}));
    if (c.after == After::friendship)
      block.lines.push_back(line(say("A friendship stays.")));
    else if (c.after == After::peer)
      block.lines.push_back(line(say("The two go on as colleagues on one level.")));
    else if (c.after == After::contact)
      block.lines.push_back(line(say("The two stay in touch now and then.")));
    else if (c.after == After::none)
      block.lines.push_back(line(say("The ways part here, and that is all right.")));
    if (!c.contact_terms.empty()) block.lines.push_back(line(say("Staying in touch: {}", c.contact_terms)));
    if (c.follow_up) block.lines.push_back(line(say("To hear of each other again: {}", iso(c.follow_up)), {{"follow_up", "", c.follow_up}}));
    if (!is_over() && next_meeting(pair_)) block.lines.push_back(line(say("The next meeting: {}", iso(next_meeting(pair_)))));
    return block;
  }

  const Pair& pair_;
  const Relationship& r_;
  Date today_;
  JourneyNumbers numbers_;
  std::vector<Change> changes_;
  bool is_for_programme_ = false;
  /// Whose view stands first.
  Party first_{}, second_{};
};

std::optional<Section> visit(const Pair& pair) { return Summary{pair}.write(); }

Output run(Brief& brief) {
  Report report;
  report.schema = "mentor.summary/1";
  report.group = "relationships";
  report.title = say("Summary of a mentoring relationship");
  report.today = brief.today;
  if (brief.request.text("for") != "programme") report.problems = std::move(brief.problems);
  return report;
}

}  // namespace

extern constinit const Command summary_command;
constinit const Command summary_command = {
    .name = "summary",
    .summary = "A relationship told at its end, or on the way, in both voices",
    .details =
        "Prints what there is to look back on: why it ended, in words that leave nobody guessing; the goals in both views; what the two reached together and "
        "what each learned; what came of it, by benefit; the plan item by item; the way as a picture, with its turning points and numbers; thanks; and what "
        "comes next. Of a relationship under way it is an interim summary. --for mentor or --for mentee puts that side first; --for programme prints numbers "
        "alone. Confidential concerns and private text are never part of it.",
    .examples = "mentor summary ada --format markdown\nmentor summary ada --format html > ada.html\nmentor summary ada --for programme",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = visit,
    .run = run,
};

}  // namespace mentor
