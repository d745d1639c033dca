#include "journal/edit_new_note.hpp"

#include <algorithm>

#include "journal/markdown_reader.hpp"
#include "journal/markdown_spelling.hpp"
#include "journal/parse.hpp"
#include "journal/refusal.hpp"
#include "journal/splice.hpp"
#include "journal/yaml_spelling.hpp"

namespace mentor {
namespace {

/// Files by themselves whose names begin with a day: not answers, which have a folder of their own.
bool is_note_of_meeting(std::string_view name) {
  return !markdown::day_in_name(name).empty() && is_journal_name(name) && name.find(".private.") == std::string_view::npos && !is_answers_path(name);
}

std::string in_front_matter(const NewRecord& meeting, const People& people, bool text_stands_free) {
  NewRecord front = meeting;
  NewValue value;
  if (const NewValue* const status = front.find("status"); status != nullptr && status->scalar == word(Status::held)) front.take("status", value);
  std::string body;
  if (text_stands_free) {
    if (front.take("notes", value)) body += "\n" + value.scalar + "\n";
    if (front.take("actions", value)) {
      body += "\n";
      for (const NewRecord& action : value.records) body += "- " + markdown::spell_task(action, people) + "\n";
    }
  }
  return "---\n" + (front.values.empty() ? "" : yaml::block(front, 0, {}) + "\n") + "---\n" + body;
}

}  // namespace

bool keeps_notes_of_meetings(std::span<const std::string> siblings, const Relationship& relationship) {
  return relationship.notes.empty() && std::ranges::any_of(siblings, is_note_of_meeting);
}

NoteStyle style_of_notes(const Folder& folder, const std::string& unit_folder, std::span<const std::string> siblings, const NewValue& date) {
  const std::string* latest = nullptr;
  for (const std::string& name : siblings)
    if (is_note_of_meeting(name) && (latest == nullptr || markdown::day_in_name(*latest) <= markdown::day_in_name(name))) latest = &name;
  const std::string stem = unit_folder + latest->substr(0, latest->rfind('/') + 1) + date.scalar;
  NoteStyle style;
  style.path = stem + std::string(extension(*latest));
  const auto is_taken = [&](const std::string& path) {
    return std::ranges::any_of(siblings, [&](const std::string& name) { return unit_folder + name == path; });
  };
  for (int number = 2; is_taken(style.path); ++number) style.path = stem + "-" + std::to_string(number) + std::string(extension(*latest));
  Source source;
  Problems ignored;
  folder.read_file(unit_folder + *latest, source, ignored);
  style.is_markdown = is_markdown(*latest);
  if (!style.is_markdown) return style;
  const markdown::FrontMatter front = markdown::find_front_matter(source.text);
  style.has_front_matter = front.is_there;
  const std::size_t heading = source.text.find("\n#", front.is_there ? front.behind : 0);
  if (source.text.starts_with("##") || (heading != std::string::npos && source.text.substr(heading).starts_with("\n##") && !source.text.starts_with('#')))
    style.level = 2;
  return style;
}

std::vector<std::string> spellings_of_note(const NewRecord& meeting, const NoteStyle& style, const People& people) {
  if (!style.is_markdown) return {yaml::block(meeting, 0, {}) + "\n"};
  std::vector<std::string> ways;
  if (!style.has_front_matter) try {
      ways.push_back(markdown::spell_section(meeting, style.level, people) + "\n");
    } catch (const NotEdited&) {
      // the front matter can say everything
    }
  ways.push_back(in_front_matter(meeting, people, true));
  ways.push_back(in_front_matter(meeting, people, false));
  return ways;
}

}  // namespace mentor
