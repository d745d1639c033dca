#include "cli/find_unit.hpp"

#include "base/failure.hpp"
#include "base/nearest.hpp"

namespace mentor {

std::size_t find_unit(const std::string& name, const std::vector<std::string>& ids, const std::vector<std::string_view>& words) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] == name) return i;
    if (ids[i].size() > name.size() && ids[i].ends_with("/" + name)) ends.push_back(i);
  }
  if (ends.size() == 1) return ends.front();
  if (ends.size() > 1) throw Failure{say("`{}` may be `{}` or `{}`", Text{name}, Text{ids[ends[0]]}, Text{ids[ends[1]]}), say("write the whole name")};
  std::vector<std::string> tails = ids;
  for (const std::string& id : ids)
    if (const std::size_t slash = id.rfind('/'); slash != std::string::npos) tails.push_back(id.substr(slash + 1));
  std::vector<std::string_view> known = words;
  known.insert(known.end(), tails.begin(), tails.end());
  const std::string_view meant = nearest(name, known);
  if (!words.empty())
    throw Failure{
        say("there is nothing called `{}` to explain", Text{name}),
        meant.empty() ? say("`mentor explain` lists the words that there are, and `mentor status` the relationships") : say("did you mean `{}`?", Text{meant})};
  throw Failure{say("there is no relationship `{}` among {}", Text{name}, ids.size()),
                meant.empty() ? say("`mentor status` lists them") : say("did you mean `{}`?", Text{meant})};
}

}  // namespace mentor
