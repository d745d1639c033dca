#include "report/reading.hpp"

#include <algorithm>

#include "base/encode.hpp"
#include "base/unicode.hpp"
#include "base/wrap.hpp"

namespace mentor {
namespace {

constexpr std::size_t kUsualColumns = 100, kExcerptColumns = 40, kNarrowestMeaning = 24;

std::string number(const ReadLine& line) {
  if (line.first == 0) return "name";
  return line.first == line.last ? std::to_string(line.first) : std::to_string(line.first) + "-" + std::to_string(line.last);
}

/// "meeting 2026-01-14, status held (heading; day first by vote)"
std::string taken_for(const ReadLine& line) {
  std::string out(line.meaning);
  for (std::size_t i = 0; i < line.values.size(); ++i) {
    const auto& [name, value] = line.values[i];
    const bool is_first_date = i == 0 && name == "date";
    out += i == 0 ? (is_first_date ? " " : ": ") : ", ";
    // some words need no name
    if (!is_first_date && name != "status" && name != "state" && !line.meaning.starts_with(name)) out.append(name).append(" ");
    out += encode::terminal(value);
  }
  if (!line.found.empty()) out += " (" + line.found + ")";
  for (const std::string_view problem : line.problems) out.append(problem == line.problems.front() ? " ! " : ", ").append(problem);
  return out;
}

}  // namespace

std::string reading(const ReadFile& file, const Look& look) {
  const std::size_t width = look.width_columns > 0 ? static_cast<std::size_t>(look.width_columns) : kUsualColumns;
  std::size_t numbers = 0;
  for (const ReadLine& line : file.lines) numbers = std::max(numbers, number(line).size());
  const std::size_t frame = 2 + numbers + 2 + 2;
  const std::size_t room = width > frame + kNarrowestMeaning ? width - frame - kNarrowestMeaning : 0;
  const std::size_t excerpts = std::clamp<std::size_t>(std::min(room, width / 2 - std::min(frame, width / 2)), 8, kExcerptColumns);
  std::string out;
  std::string last;
  for (const ReadLine& line : file.lines) {
    std::string at = number(line);
    const bool is_same = at == last;
    last = at;
    at.insert(0, numbers - at.size(), ' ');
    if (is_same) at.assign(numbers, ' ');
    const std::string excerpt = is_same ? std::string{} : cut(encode::terminal(line.excerpt), excerpts);
    out.append("  ").append(at).append("  ").append(pad(excerpt, excerpts)).append("  ").append(wrap(taken_for(line), width, frame + excerpts)).append("\n");
  }
  return out;
}

}  // namespace mentor
