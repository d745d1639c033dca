#include "journal/notes_series.hpp"

#include <algorithm>
#include <map>

#include "journal/markdown_phrase.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/markdown_words.hpp"
#include "journal/notes_words.hpp"

namespace mentor::notes {
namespace {

/// A file's path up to its first digit: files that are numbered on have it in common.
std::string_view stem(std::string_view path) {
  const std::size_t name = path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1;
  return path.substr(0, std::min(path.find_first_of("0123456789", name), path.size()));
}

/// File names as people number them: `2` before `10`.
bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!markdown::is_digit(a[i]) || !markdown::is_digit(b[j])) {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i, ++j;
      continue;
    }
    const auto number = [](std::string_view text, std::size_t& at) {
      while (at < text.size() && text[at] == '0') ++at;
      const std::size_t begin = at;
      while (at < text.size() && markdown::is_digit(text[at])) ++at;
      return text.substr(begin, at - begin);
    };
    const std::string_view x = number(a, i), y = number(b, j);
    if (x.size() != y.size()) return x.size() < y.size();
    if (x != y) return x < y;
  }
  return a.size() - i < b.size() - j;
}

}  // namespace

std::string PlannedMeeting::spelled() const {
  if (day) return iso(day);
  return readings[0] && readings[1] ? iso(readings[0]) + " or " + iso(readings[1]) : "?";
}

std::vector<Plan> Series::settle(Problems& problems) {
  problems_ = &problems;
  for (File& file : files_) lay_out(file);
  gather_runs();
  vote();
  for (Run& run : runs_)
    for (Candidate* one : run) settle_order(*one);
  for (Run& run : runs_) settle_years(run);
  for (Run& run : runs_)
    for (Candidate* one : run) settle_day(*one);
  for (Run& run : runs_) {
    // files by themselves are in order only where their names are numbered on
    std::map<std::string_view, Run> numbered;
    for (Candidate* one : run) numbered[files_[one->file].plan.kind == Plan::Kind::one ? stem(source(*one).path) : std::string_view{}].push_back(one);
    for (const auto& [name, members] : numbered) check_run(members);
  }
  std::vector<Plan> plans;
  for (File& file : files_) {
    finish(file);
    file.plan.order = order_;
    plans.push_back(std::move(file.plan));
  }
  return plans;
}

// ------------------------------------------------------------------ one meeting or many

void Series::lay_out(File& file) {
  const std::vector<Mark>& marks = file.scan.marks;
  std::size_t labels = 0, lines = 0;
  const Mark* early_label = nullptr;
  const Mark* front = nullptr;
  std::map<std::pair<Mark::Kind, int>, std::vector<const Mark*>> groups;
  for (const Mark& mark : marks) {
    if (mark.kind == Mark::Kind::front && front == nullptr) front = &mark;
    if (mark.kind == Mark::Kind::front || is_name(mark)) continue;
    if (mark.kind == Mark::Kind::label) {
      ++labels;
      if (early_label == nullptr && mark.line < file.scan.first_line + 12) early_label = &mark;
    }
    groups[{mark.kind == Mark::Kind::line ? Mark::Kind::bare : mark.kind, mark.kind == Mark::Kind::heading ? mark.level : 0}].push_back(&mark);
    lines += mark.kind == Mark::Kind::line;
  }
  // a few words beside a date are a sentence, unless the file goes on like that
  constexpr std::size_t kSeveral = 3;
  if (lines != 0 && lines < kSeveral) std::erase_if(groups[{Mark::Kind::bare, 0}], [](const Mark* mark) { return mark->kind == Mark::Kind::line; });
  std::erase_if(groups, [](const auto& group) { return group.second.empty(); });
  const std::vector<const Mark*>* most = nullptr;
  for (const auto& [kind, group] : groups)
    if (most == nullptr || group.size() > most->size()) most = &group;
  const bool is_labelled_once = early_label != nullptr && labels == 1;
  if (most != nullptr && most->size() > 1 && !is_labelled_once) {
    std::vector<const Mark*> chosen = *most;
    // a date that stands alone one level further up is a slip of the level, not a title
    if (chosen[0]->kind == Mark::Kind::heading)
      for (const Mark& mark : marks)
        if (mark.kind == Mark::Kind::heading && mark.level < chosen[0]->level && is_only_a_date(mark.text)) chosen.push_back(&mark);
    std::ranges::sort(chosen, {}, &Mark::line);
    return lay_out_many(file, chosen);
  }
  const Mark* name = nullptr;
  for (const Mark& mark : marks)
    if (is_name(mark)) name = &mark;
  const Mark* first = front != nullptr ? front : early_label != nullptr ? early_label : nullptr;
  if (first == nullptr && most != nullptr) {
    // the rule's order: headings, bare lines, list items
    for (const Mark& mark : marks)
      if (mark.kind != Mark::Kind::front && mark.kind != Mark::Kind::line && !is_name(mark) &&
          (first == nullptr || mark.kind < first->kind || (mark.kind == first->kind && mark.level < first->level)))
        first = &mark;
    // far below the top of a file that its name dates, a heading speaks of something else
    const bool is_deep = first->line > file.scan.first_line + 12 && first->level > 1;
    if (name != nullptr && is_deep) first = nullptr;
  }
  if (first == nullptr) first = name;
  if (first != nullptr) lay_out_one(file, first);
}

void Series::lay_out_many(File& file, const std::vector<const Mark*>& chosen) {
  file.plan.kind = Plan::Kind::many;
  const std::size_t index = static_cast<std::size_t>(&file - files_.data());
  file.candidates.reserve(chosen.size());
  for (const Mark* mark : chosen) {
    // two dates under one heading: the first dates it
    if (!file.candidates.empty() && mark->kind != Mark::Kind::row && file.candidates.back().mark->opens == mark->opens) continue;
    Candidate& one = file.candidates.emplace_back();
    one.file = index;
    one.mark = mark;
    one.meeting.line = mark->opens;
  }
}

void Series::lay_out_one(File& file, const Mark* first) {
  file.plan.kind = Plan::Kind::one;
  Candidate& one = file.candidates.emplace_back();
  one.file = static_cast<std::size_t>(&file - files_.data());
  one.mark = first;
  for (const Mark& mark : file.scan.marks) {
    if (&mark == first) continue;
    const bool is_at_top = mark.line <= file.scan.first_line + 12 && mark.kind != Mark::Kind::item && mark.kind != Mark::Kind::row &&
                           mark.kind != Mark::Kind::line && mark.level <= 2;
    if (is_name(mark) || mark.kind == Mark::Kind::front || is_at_top) one.others.push_back(&mark);
  }
}

/// A run is what stands in order: the meetings of one file, and all files that hold one each.
void Series::gather_runs() {
  Run singles;
  for (File& file : files_) {
    if (file.plan.kind == Plan::Kind::one) singles.push_back(&file.candidates[0]);
    if (file.plan.kind != Plan::Kind::many) continue;
    Run& run = runs_.emplace_back();
    for (Candidate& one : file.candidates) run.push_back(&one);
  }
  std::ranges::stable_sort(singles, [&](const Candidate* a, const Candidate* b) { return natural_less(source(*a).path, source(*b).path); });
  if (!singles.empty()) runs_.push_back(std::move(singles));
}

// ------------------------------------------------------------------ the plan

/// Whether the strict reader would find the same meetings on the same days.
bool Series::is_strict(const File& file) const {
  if (!file.scan.templates.empty() || !file.scan.underlines.empty()) return false;
  if (file.plan.kind == Plan::Kind::none) return file.scan.has_strict_sections || !file.scan.has_words;
  for (const Candidate& one : file.candidates) {
    const Mark& mark = *one.mark;
    const std::string_view written = mark.text.substr(mark.token.begin, mark.token.end - mark.token.begin);
    if (!one.meeting.day || one.is_reported || !parse_iso(written)) return false;
    if (mark.kind == Mark::Kind::heading) {
      const markdown::Heading heading = markdown::read_heading(mark.text);
      const char before = mark.token.begin == 0 ? ' ' : mark.text[mark.token.begin - 1];
      const bool is_title = file.plan.kind == Plan::Kind::one && mark.level <= 2 && (markdown::is_blank(before) || before == '(' || before == ',');
      if (!is_title && (heading.kind != &kinds::meeting || !heading.phrase.unknown.empty())) return false;
    } else if (mark.kind == Mark::Kind::front) {
      if (file.plan.kind == Plan::Kind::many || mark.token.begin != 0 || mark.token.end != mark.text.size()) return false;
    } else if (mark.kind != Mark::Kind::file_name || mark.token.begin != 0) {
      return false;
    }
  }
  return true;
}

void Series::finish(File& file) {
  Plan& plan = file.plan;
  plan.is_strict = is_strict(file);
  using What = PlannedLine::What;
  plan.meetings.reserve(file.candidates.size());
  plan.lines.reserve(2 * file.candidates.size());
  for (Candidate& one : file.candidates) {
    const Mark& mark = *one.mark;
    const auto index = static_cast<std::uint32_t>(plan.meetings.size());
    const bool is_heading = mark.kind == Mark::Kind::heading;
    if (is_heading) one.meeting.rest = mark.text;
    if (plan.kind == Plan::Kind::many) {
      const std::uint8_t level = mark.opens_level > 6 || mark.opens_level == 0 ? std::uint8_t{0} : mark.opens_level;
      if (mark.kind == Mark::Kind::row)
        plan.lines.push_back({mark.line, What::row, index, 0});
      else
        plan.lines.push_back({mark.opens, mark.opens == mark.line ? What::opens : What::heads, index, level});
      if (mark.opens != mark.line) plan.lines.push_back({mark.line, What::dates, index, 0});
    } else if (mark.line != 0 && mark.kind != Mark::Kind::front) {
      plan.lines.push_back({mark.line, What::dates, index, 0});
    }
    for (const Mark* other : one.others)
      if (other->line != 0 && other->kind != Mark::Kind::front) plan.lines.push_back({other->line, What::dates, index, 0});
    plan.meetings.push_back(std::move(one.meeting));
  }
  for (const std::uint32_t line : file.scan.templates) plan.lines.push_back({line, What::ends, 0, 0});
  for (const std::uint32_t line : file.scan.underlines) plan.lines.push_back({line, What::underline, 0, 0});
  std::ranges::stable_sort(plan.lines, {}, &PlannedLine::line);
  if (plan.kind == Plan::Kind::none && !plan.is_strict)
    problems_->push_back(
        problem_with(problems::date_missing, file.scan.source->path, say("no date is found in these notes, so they count for no meeting"),
                     say("if they tell of a meeting, write `date: YYYY-MM-DD` in a line at the top; if not, name them in `exclude:` of mentor.yaml")));
}

}  // namespace mentor::notes
