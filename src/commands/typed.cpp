#include "commands/typed.hpp"

#include <algorithm>
#include <optional>

#include "base/failure.hpp"
#include "commands/asked_day.hpp"
#include "journal/bind.hpp"
#include "journal/markdown_task.hpp"

namespace mentor {
namespace {

People people_of(const Relationship& relationship, const Programme& programme) { return {relationship.mentor, relationship.mentee, programme.aliases}; }

/// The party that is meant: by role, or by a name of one of the two.
Party party_called(std::string_view name, const People& people) {
  for (const Party party : {Party::mentor, Party::mentee, Party::both})
    if (name == word(party)) return party;
  return people.find(name);
}

/// The party before the colon, and the words behind it; unset when there is no name before one.
Party take_party(std::string_view& words, const People& people) {
  const std::size_t colon = words.find(": ");
  if (colon == std::string_view::npos) return Party::unset;
  const Party party = party_called(words.substr(0, colon), people);
  if (party != Party::unset) words.remove_prefix(colon + 2);
  return party;
}

/// The number of the entry that announced a meeting on that day.
std::optional<std::size_t> planned_on(const Relationship& r, Date day) {
  for (std::size_t i = 0; i < r.meetings.size(); ++i)
    if (r.meetings[i].date == day && r.meetings[i].status == Status::planned) return i;
  return {};
}

}  // namespace

NewRecord typed_action(std::string_view words, const Relationship& relationship, const Programme& programme, Date today) {
  const markdown::TaskWords task = markdown::read_task(words);
  Party owner = Party::mentee;
  if (!task.owner.empty()) {
    owner = party_called(task.owner, people_of(relationship, programme));
    if (owner == Party::unset)
      throw Failure{say("`{}` is neither of the two, in `{}`", Text{task.owner}, Text{words}),
                    say("begin the action with mentor, mentee, both, or a name: `{}: ...`", relationship.mentee.name)};
  }
  if (task.text.empty())
    throw Failure{say("the action `{}` does not say what will be done", Text{words}), say("write it like `mentee: read the guide due:+2w`")};
  NewRecord action{&kinds::action};
  action.put(word(owner), std::string(task.text));
  // the words at the end were read from the last to the first
  for (std::size_t i = task.said.count; i-- > 0;) {
    const markdown::Said& said = task.said.said[i];
    const bool is_day = said.field->shape == Shape::date || (said.field->shape == Shape::tick && said.words != "yes");
    const Weekdays weekdays = said.field->name == "due" ? Weekdays::next : Weekdays::last;
    action.put(said.field->name, is_day ? iso(read_day(said.words, "action", today, weekdays)) : std::string(said.words));
  }
  return action;
}

NewRecord typed_feedback(std::string_view words, const Relationship& relationship, const Programme& programme) {
  const Party from = take_party(words, people_of(relationship, programme));
  NewRecord feedback{&kinds::feedback};
  feedback.put("from", std::string(word(from == Party::unset ? Party::both : from)));
  feedback.put("text", std::string(words));
  return feedback;
}

std::pair<std::string, std::string> typed_per_party(std::string_view words, std::string_view flag, const Relationship& relationship,
                                                    const Programme& programme) {
  std::string_view rest = words;
  const Party party = take_party(rest, people_of(relationship, programme));
  if (party != Party::mentor && party != Party::mentee)
    throw Failure{say("--{} does not say of whom: `{}`", flag, Text{words}),
                  say("begin it with mentor, mentee or a name, and a colon: `mentee: {}`", Text{words})};
  return {std::string(word(party)), std::string(rest)};
}

NewRecord with_owners(NewRecord meeting, const Relationship& relationship, const Programme& programme) {
  const People people = people_of(relationship, programme);
  for (NewValue& value : meeting.values) {
    if (value.field->record != &kinds::action) continue;
    std::erase_if(value.records, [](const NewRecord& action) {
      return std::ranges::none_of(action.values, [](const NewValue& said) { return said.field->shape == Shape::owned_text || said.field->name == "text"; });
    });
    for (NewRecord& action : value.records) {
      NewValue owner, text;
      if (!action.take("owner", owner)) continue;
      const Party party = party_called(owner.scalar, people);
      if (party == Party::unset)
        throw Failure{say("`{}` is neither of the two", Text{owner.scalar}), say("begin the action with mentor, mentee, both or a name"), ExitCode::failed};
      if (action.take("text", text)) action.values.insert(action.values.begin(), {kinds::action.find(word(party)), text.scalar});
    }
  }
  std::erase_if(meeting.values, [](const NewValue& value) { return value.says_nothing(); });
  return meeting;
}

std::vector<Wish> meeting_wishes(NewRecord meeting, const Relationship& r) {
  const NewValue* const status = meeting.find("status");
  const std::optional<std::size_t> planned = planned_on(r, parse_iso(meeting.find("date")->scalar));
  if (!planned || (status != nullptr && status->scalar == word(Status::planned))) return {add_record(std::move(meeting))};
  const std::vector<Step> path = {{kinds::relationship.find("meetings"), *planned}};
  std::vector<Wish> wishes;
  NewValue date, records;
  meeting.take("date", date);
  for (const std::string_view list : {"actions", "feedback"})
    if (meeting.take(list, records))
      for (NewRecord& record : records.records) wishes.push_back({Wish::Act::add, path, kinds::meeting.find(list), std::move(record)});
  wishes.insert(wishes.begin(), Wish{Wish::Act::set, path, nullptr, std::move(meeting)});
  return wishes;
}

}  // namespace mentor
