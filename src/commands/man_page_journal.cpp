// mentor-journal(5), from the vocabulary.
#include <fmt/format.h>

#include "commands/mdoc.hpp"
#include "commands/product.hpp"
#include "journal/bind.hpp"
#include "commands/topics.hpp"
#include "journal/vocabulary.hpp"

namespace mentor {
namespace {

std::string allowed(const Field& field) {
  std::string out;
  const auto add = [&out](std::string_view word) { out += fmt::format("{}`{}`", out.empty() ? "" : ", ", word); };
  if (field.shape == Shape::word || field.shape == Shape::words) {
    for (const std::string_view word : field.words) add(word);
  } else if (field.shape == Shape::party) {
    for (std::size_t i = 0; i < Words<Party>::list.size(); ++i)
      if (field.parties == 0 || (field.parties >> i & 1U) != 0) add(Words<Party>::list[i]);
    out += ", or a name of one of the two";
  }
  return out;
}

/// What the field takes, in a sentence.
std::string takes(const Field& field) {
  std::string out = fmt::format("It takes {}", shape_in_words(field.shape));
  if (field.record != nullptr) out += fmt::format(", those of `{}`", field.record->name);
  if (const std::string words = allowed(field); !words.empty()) out += ": " + words;
  out += ".";
  if (field.required) out += " It must be there.";
  return out;
}

void write_kind(Mdoc& page, const Kind& kind) {
  page.subsection(kind.name);
  page.prose(kind.meaning);
  if (const std::string text = in_markdown(kind); !text.empty()) page.prose(text);
  page.begin_list();
  for (const Field& field : kind.fields) {
    page.item(field.name);
    page.prose(field.meaning);
    page.prose(takes(field));
    if (field.example != "|") page.prose(fmt::format("Example: `{}: {}`", field.name, field.example));
  }
  page.end_list();
}

bool belongs_to_programme(const Kind& kind) {
  return &kind == &kinds::programme || &kind == &kinds::defaults || &kind == &kinds::false_alarms || &kind == &kinds::counted ||
         &kind == &kinds::report_settings;
}

constexpr std::string_view kLayout = R"(mentor.yaml                      the programme's settings; may be left out
pairs/ada.md                     a relationship in one Markdown file
pairs/bo.yaml                    the same in YAML
pairs/cy/relationship.md         or in a folder: agreement and goals here,
pairs/cy/2026-02-16.md           a file for each meeting,
pairs/cy/feedback/2026-03-02-mentee.md   and for each voice's answers)";

constexpr std::string_view kMarkdown = R"(---
mentor: Grace Hopper <grace@example.org>
mentee: Ada Lovelace <ada@example.org>
started: 2026-01-07
cadence: 2 weeks
---

## 2026-01-14 held 55/60 min

Agenda by: mentee

Free text stays free text.

- [x] Ada: read the review guide due:2026-01-21 done:2026-01-20
- [ ] Grace: introduce Ada to Edith due:2026-01-28

Next: 2026-01-28 10:00

## 2026-01-28 cancelled by mentor, 2 h before)";

constexpr std::string_view kYaml = R"(mentor: Grace Hopper <grace@example.org>
mentee: Ada Lovelace <ada@example.org>
started: 2026-01-07
cadence: 2 weeks
meetings:
  - date: 2026-01-14
    minutes: 55/60
    agenda-by: mentee
    notes: Free text stays free text.
    actions:
      - {mentee: read the review guide, due: 2026-01-21, done: 2026-01-20}
      - {mentor: introduce Ada to Edith, due: 2026-01-28}
    next: 2026-01-28 10:00
  - {date: 2026-01-28, status: cancelled, by: mentor, notice: 2 h})";

}  // namespace

std::string journal_man_page() {
  Mdoc page{"MENTOR-JOURNAL 5", "mentor-journal", "the notes that mentor reads"};
  page.section("DESCRIPTION");
  page.prose("A journal is a folder of plain text.");
  page.prose("A relationship is a file that names a `mentor` and a `mentee`, or a folder with such a file called `relationship`.");
  page.prose("Its name is its path without ending and without a leading `pairs/`.");
  page.display(kLayout);
  page.prose("Every field may be left out but the two names and the day of a meeting. What is not there says nothing; it never counts as a bad sign.");
  page.prose("Keys that begin with `x-` are the user's own.");
  page.prose("Days are written as YYYY-MM-DD.");
  page.prose(
      "Files called `*.private.md`, what stands between `<!-- private -->` and `<!-- /private -->`, and the key `private` "
      "are for their author alone and are never printed.");
  page.section("COMMENTS");
  page.prose(
      "A comment silences one rule for the relationship of its file: `# mentor: ignore RULE -- REASON` in YAML and in front matter, "
      "`<!-- mentor: ignore RULE -- REASON -->` in Markdown.");
  page.prose(
      "Its findings are not told and do not count for the exit code; `mentor check -v` and `mentor show` list them with the reason. The state is found "
      "as before.");
  page.prose(
      "Without a reason an error is not silenced. A comment that has nothing to silence, or names no rule, is reported. For a finding that can wait until "
      "a day, there is `mentor snooze`.");
  page.section("RELATIONSHIP");
  for (const Kind* const kind : all_kinds())
    if (!belongs_to_programme(*kind)) write_kind(page, *kind);
  page.section("PROGRAMME");
  page.prose("What `mentor.yaml` may say:");
  for (const Kind* const kind : all_kinds())
    if (belongs_to_programme(*kind)) write_kind(page, *kind);
  page.section("EXAMPLES");
  page.prose("A relationship in Markdown:");
  page.display(kMarkdown);
  page.prose("The same in YAML:");
  page.display(kYaml);
  page.section("SEE ALSO");
  page.macro("Xr mentor 1 ,");
  page.macro("Xr mentor-rules 7");
  return std::move(page).finish();
}

}  // namespace mentor
