// Splices in the Markdown behind a file's front matter: a section more, a task, a label, a box that is ticked, and the same taken out again.
// Blank lines, levels of headings and the order of sections follow what is there.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "journal/bind.hpp"
#include "journal/splice.hpp"
#include "journal/tree.hpp"
#include "journal/wish.hpp"

namespace mentor {

class MarkdownEdit {
 public:
  /// `file` is the number of `source` among the relationship's; `begin` where its front matter ends.
  MarkdownEdit(const Source& source, const Tree& tree, const Relationship& relationship, std::uint32_t file, std::size_t begin, const People& people);

  /// A section for one more record of the relationship's list, or for a single record.
  Splice add_section(const Field& field, const NewRecord& record) const;
  /// A line in the section at byte `owner`: a task, a verdict on a goal, feedback.
  Splice add_line(std::size_t owner, const Kind& kind, const Field& field, const NewRecord& record) const;
  /// One value of the section or task at `owner`; a value that says nothing takes its label out.
  Splice set(std::size_t owner, const NewValue& value) const;
  Splice remove_section(std::size_t owner) const;
  Splice remove_line(std::size_t owner) const;

 private:
  struct Heading {
    std::size_t begin = 0, end = 0;
    std::size_t level = 0;
    bool is_gathering = false;
  };
  /// A section of the relationship's own, with its day.
  struct Dated {
    std::size_t begin = 0;
    Date day;
  };
  void find_headings();
  const Heading* heading_at(std::size_t begin) const;
  std::size_t end_of_section(const Heading& heading) const;
  std::size_t end_of_own_lines(const Heading& heading) const;
  std::vector<Dated> dated(const Field& field) const;
  void add_dated(const Field& field, std::vector<Dated>& all) const;
  Splice place_section(const Field& field, const std::vector<Dated>& beside, const NewRecord& record) const;
  bool is_tight(std::size_t begin) const;
  std::uint32_t map_at(std::size_t owner) const;
  std::uint32_t find(std::uint32_t map, std::string_view key) const;
  Splice replace(std::uint32_t key, const NewValue& value) const;
  Splice add_label(const Heading& heading, std::uint32_t map, const std::string& words) const;
  Splice set_part(const Heading& heading, std::uint32_t map, const NewValue& value) const;
  Splice set_in_task(std::size_t owner, const NewValue& value) const;
  Splice take_lines(std::size_t begin, std::size_t end) const;

  const Source& source_;
  std::string_view text_;
  const Tree& tree_;
  const Relationship& relationship_;
  std::uint32_t file_;
  std::size_t begin_;
  const People& people_;
  std::vector<Heading> headings_;
};

}  // namespace mentor
