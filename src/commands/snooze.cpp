// A finding that need not be told again until a day.
#include "base/failure.hpp"
#include "commands/asked_day.hpp"
#include "commands/command.hpp"
#include "rules/settings.hpp"

namespace mentor {
namespace {

constexpr std::string_view kFormats[] = {"full", "json"};

constexpr Flag kFlags[] = {
    {"until", 0, "DAY", "The day from which it is told again. A weekday is the next of that name.", Choices::none},
    {"rule", 0, "RULE", "Which finding; else all of the relationship.", Choices::rules},
    {"reason", 0, "TEXT", "Why it can wait.", Choices::none},
    dry_run_flag,
};

void check_rule(std::string_view id) {
  if (id.empty() || find_rule(id) != nullptr) return;
  throw Failure{say("there is no rule `{}`", Text{id}), rule_meant(Text{id})};
}

Wishes wish(const Pair& pair) {
  const Request& request = pair.request;
  if (!request.has("until")) throw Failure{say("until when?"), say("--until DAY names the day from which it is told again: --until +4w")};
  const Date until = asked_day(request, "until", Weekdays::next);
  if (until <= request.today) throw Failure{say("{} is not ahead", day_in_words(until)), say("--until takes a day to come")};
  check_rule(request.text("rule"));
  NewRecord snooze{&kinds::snooze};
  snooze.put("date", iso(request.today));
  snooze.put("until", iso(until));
  snooze.put("rule", std::string(request.text("rule")));
  snooze.put("reason", std::string(request.text("reason")));
  const Message what = request.has("rule") ? say("`{}` is", Text{request.text("rule")}) : say("its findings are");
  return {{add_record(std::move(snooze))},
          say("{} quiet until {}", what, day_in_words(until)),
          say("The state of the relationship is found as before: only the reminder waits.")};
}

}  // namespace

extern constinit const Command snooze_command;
constinit const Command snooze_command = {
    .name = "snooze",
    .summary = "Postpone a finding",
    .details =
        "Enters that a finding, or all of a relationship, need not be told again until a day, with the reason. The state is found as before, and the finding "
        "comes back on that day if it still holds.",
    .examples = "mentor snooze ada --until +4w --rule cancellations --reason \"exam time\"",
    .names = Names::one_pair,
    .needs = CommandNeeds::journal,
    .flags = kFlags,
    .formats = kFormats,
    .visit = nullptr,
    .wish = wish,
};

}  // namespace mentor
