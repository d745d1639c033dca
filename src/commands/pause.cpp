// A break that was announced, so that the silence in it is not counted.
#include "base/failure.hpp"
#include "commands/asked_day.hpp"
#include "commands/command.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};
constexpr std::string_view kAnybody[] = {"mentor", "mentee", "both", "external"};

constexpr Flag kFlags[] = {
    {"from", 0, "DAY", "The first day; else today. A weekday is the next of that name.", Choices::none},
    {"to", 0, "DAY", "The last day.", Choices::none},
    {"by", 0, "SIDE", "Who needs it: mentor, mentee, both, or external.", Choices::none, false, kAnybody},
    {"reason", 0, "TEXT", "Why, in a few words.", Choices::none},
    dry_run_flag,
};

Wishes wish(const Pair& pair) {
  const Request& request = pair.request;
  if (!request.has("to")) throw Failure{say("until when is the pause?"), say("--to DAY names its last day: --to +4w")};
  const Date from = asked_day(request, "from", Weekdays::next, request.today), to = asked_day(request, "to", Weekdays::next);
  if (to < from) throw Failure{say("the pause would end on {}, before it begins on {}", iso(to), iso(from)), say("correct one of the two")};
  NewRecord pause{&kinds::pause};
  pause.put("from", iso(from));
  pause.put("to", iso(to));
  if (from != request.today) pause.put("announced", iso(request.today));
  pause.put("by", std::string(request.text("by")));
  pause.put("reason", std::string(request.text("reason")));
  const Message then = from < request.today ? say("It counts from today on: what was silent before it was announced stays silent.")
                                            : say("Silence until then is not counted. A date for the first meeting behind it is the best end of a pause.");
  return {{add_record(std::move(pause))}, say("a pause from {} to {}", day_in_words(from), day_in_words(to)), then};
}

}  // namespace

extern constinit const Command pause_command;
constinit const Command pause_command = {
    .name = "pause",
    .summary = "Announce a break",
    .details =
        "Enters a pause. As long as it lasts no silence is counted, and for a while behind it neither. A pause counts from the day it was announced, which is "
        "today.",
    .examples = "mentor pause ada --to +4w --reason \"parental leave\"\nmentor pause ada --from 2026-12-21 --to 2027-01-04 --by both",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .wish = wish,
};

}  // namespace mentor
