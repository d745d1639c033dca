#include "journal/people.hpp"

#include "journal/values.hpp"

namespace mentor {
namespace {

bool same_name(std::string_view full, std::string_view given) {
  if (full.size() < given.size()) return false;
  // the whole name, or its first word
  const bool ends_here = full.size() == given.size() || full[given.size()] == ' ';
  return ends_here && equal_ignoring_case(full.substr(0, given.size()), given);
}

bool are_initials(std::string_view full, std::string_view given) {
  if (given.size() != 2 || full.empty()) return false;
  const std::size_t blank = full.rfind(' ');
  return blank != std::string_view::npos && blank + 1 < full.size() && full[0] == given[0] && full[blank + 1] == given[1];
}

std::string_view unbracket(std::string_view name) {
  if (name.starts_with("[[") && name.ends_with("]]")) name = name.substr(2, name.size() - 4);
  if (name.starts_with('@')) name.remove_prefix(1);
  while (name.size() > 2 && (name[0] == '*' || name[0] == '_') && name.back() == name[0]) name = name.substr(1, name.size() - 2);
  return trim(name);
}

}  // namespace

bool People::share(std::string_view name) const {
  name = unbracket(name);
  return !name.empty() && same_name(mentor.name.raw(), name) && same_name(mentee.name.raw(), name);
}

Party People::find(std::string_view name) const {
  for (const std::string_view joint : {", ", " and ", " & ", " + ", "/"}) {
    const std::size_t at = name.find(joint);
    if (at == std::string_view::npos) continue;
    const Party one = find(name.substr(0, at)), other = find(name.substr(at + joint.size()));
    return one != Party::unset && other != Party::unset && one != other ? Party::both : Party::unset;
  }
  name = unbracket(name);
  if (name.empty()) return Party::unset;
  for (const Entry& alias : aliases)
    if (equal_ignoring_case(alias.key.raw(), name)) {
      name = alias.value.raw();
      break;
    }
  const bool is_mentor = same_name(mentor.name.raw(), name), is_mentee = same_name(mentee.name.raw(), name);
  if (is_mentor != is_mentee) return is_mentor ? Party::mentor : Party::mentee;
  if (is_mentor) return Party::unset;
  const bool mentor_initials = are_initials(mentor.name.raw(), name), mentee_initials = are_initials(mentee.name.raw(), name);
  if (mentor_initials != mentee_initials) return mentor_initials ? Party::mentor : Party::mentee;
  return Party::unset;
}

}  // namespace mentor
