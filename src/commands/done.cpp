// An action ticked off, wherever it stands: named by a few of its words.
#include <algorithm>

#include "base/failure.hpp"
#include "base/unicode.hpp"
#include "commands/asked_day.hpp"
#include "commands/command.hpp"
#include "rules/wording.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};

constexpr Flag kFlags[] = {
    {"date", 0, "DAY", "The day it was done; else today. A weekday is the last of that name.", Choices::none},
    {"cancelled", 0, "", "It will not be done: it is crossed out, and no longer asked for.", Choices::none},
    dry_run_flag,
};

/// An open action and the way to it.
struct Open {
  const Action* action;
  std::vector<Step> path;
};

bool is_open(const Action& action, Date today) {
  return action.state != ActionState::done && action.state != ActionState::cancelled && !action.is_carried_on(today) && !action.text.empty();
}

/// Oldest first; of one that was carried on only where it stands last.
std::vector<Open> open_actions(const Relationship& r, Date today) {
  std::vector<Open> open;
  const Field* const meetings = kinds::relationship.find("meetings");
  const Field* const in_meeting = kinds::meeting.find("actions");
  for (std::size_t i = 0; i < r.meetings.size(); ++i)
    for (std::size_t j = 0; j < r.meetings[i].actions.size(); ++j)
      if (is_open(r.meetings[i].actions[j], today)) open.push_back({&r.meetings[i].actions[j], {{meetings, i}, {in_meeting, j}}});
  for (std::size_t i = 0; i < r.actions.size(); ++i)
    if (is_open(r.actions[i], today)) open.push_back({&r.actions[i], {{kinds::relationship.find("actions"), i}}});
  return open;
}

/// What a failure says of actions: at most so many, each with its first words.
Message listed(const std::vector<Open>& actions) {
  constexpr std::size_t kMost = 8;
  Message list;
  for (std::size_t i = 0; i < std::min(actions.size(), kMost); ++i)
    list = say("{}{}`{}` ({})", list, i == 0 ? "" : "; ", actions[i].action->text, word(actions[i].action->owner));
  return actions.size() > kMost ? say("{}; and {} more", list, actions.size() - kMost) : list;
}

const Open& find_action(const std::vector<Open>& open, const std::string& words) {
  std::vector<const Open*> found;
  for (const Open& one : open) {
    const std::string folded = fold_case(one.action->text.raw()), wanted = fold_case(words);
    if (folded == wanted) return one;
    if (folded.find(wanted) != std::string::npos) found.push_back(&one);
  }
  if (found.size() == 1) return *found.front();
  if (found.empty()) throw Failure{say("no open action says `{}`", Text{words}), say("open are: {}", listed(open))};
  std::vector<Open> several;
  for (const Open* const one : found) several.push_back(*one);
  throw Failure{say("{} open actions say `{}`", found.size(), Text{words}), say("say more of its words: {}", listed(several))};
}

Wishes wish(const Pair& pair) {
  const Request& request = pair.request;
  const std::vector<Open> open = open_actions(pair.relationship, request.today);
  if (open.empty())
    throw Failure{say("{} has no open action", pair.relationship.id), say("`mentor log {} --action TASK` enters one with its meeting", pair.relationship.id)};
  std::string words;
  for (std::size_t i = 1; i < request.names.size(); ++i) words.append(i == 1 ? "" : " ").append(request.names[i]);
  if (words.empty()) throw Failure{say("which action?"), say("say a few of its words; open are: {}", listed(open))};
  const Open& found = find_action(open, words);
  Wish wish{Wish::Act::set, found.path, nullptr, {&kinds::action}};
  const Date day = asked_day(request, "date", Weekdays::last, request.today);
  if (day > request.today) throw Failure{say("{} is yet to come", day_in_words(day)), say("--date takes the day on which it was done")};
  if (request.has("cancelled"))
    wish.values.put("state", std::string(word(ActionState::cancelled)));
  else
    wish.values.put("done", iso(day));
  const Message said = request.has("cancelled") ? say("crossed out: {}", found.action->text) : say("done on {}: {}", day_in_words(day), found.action->text);
  const auto left = static_cast<long>(open.size()) - 1;
  return {{std::move(wish)}, said, left == 0 ? say("No action is open any more.") : say("{} still open.", counted(left, "action"))};
}

}  // namespace

extern constinit const Command done_command;
constinit const Command done_command = {
    .name = "done",
    .summary = "Tick off an action",
    .details =
        "Ticks off the open action whose text holds the words, wherever it stands, and notes the day. Words that fit several actions, or none, are answered "
        "with a list. No other byte of the file changes.",
    .examples = "mentor done ada review guide\nmentor done ada review guide --date yesterday\nmentor done ada introduce --cancelled",
    .names = Names::pair_and_words,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .wish = wish,
};

}  // namespace mentor
