// Reads the lines of one Markdown file: which section each belongs to and what it says there. A section ends where a heading says so;
// then it is written into the tree.
#pragma once
#include <string>
#include <string_view>

#include "journal/markdown.hpp"
#include "journal/markdown_labels.hpp"
#include "journal/markdown_lines.hpp"
#include "journal/markdown_phrase.hpp"
#include "journal/markdown_section.hpp"
#include "journal/markdown_writer.hpp"
#include "journal/notes_plan.hpp"
#include "journal/notes_words.hpp"

namespace mentor::markdown {

/// Where the front matter lies, and where the text behind it begins.
struct FrontMatter {
  Span span;
  std::uint32_t behind = 0, line = 1;
  bool is_there = false, is_closed = false;
};

FrontMatter find_front_matter(std::string_view text);

/// The day that a file's name begins with; empty when it does not.
std::string_view day_in_name(std::string_view path);

/// Of one file; the rest comes up when these are settled. Keeps a hostile file from costing more than its length.
inline constexpr std::size_t kMostProblems = 200;

class Reader {
 public:
  Reader(const Source& source, MarkdownRole role, Tree& tree, Problems& problems, YamlReader yaml, const notes::Notes* notes = nullptr)
      : notes_(notes), plan_(notes == nullptr ? nullptr : notes->plan), source_(source), role_(role), tree_(tree), problems_(problems), yaml_(yaml), writer_(source, tree, problems, yaml),
          day_in_name_(day_in_name(source.path)),
        most_problems_(problems.size() + kMostProblems) {}

  void read();

 private:
  bool read_front_matter(const FrontMatter& front);
  void share_front_matter();
  void open_home();
  void finish_home();
  void hold_day_in_name();

  // How notes are read as people write them; notes_reader.cpp and notes_lines.cpp.
  void begin_notes();
  bool follow_plan(const Line& line);
  void begin_meeting(const Line& line, const notes::PlannedLine& planned);
  void add_day(const notes::PlannedMeeting& meeting, const Line& line);
  bool note_line(const Line& line);
  bool note_heading(const Line& line);
  bool note_text(const Line& line);
  bool note_item(const Line& line);
  bool note_caption(const Line& line, std::string_view words, std::int64_t indent);
  bool note_next(const Line& line, std::string_view words);
  bool take_next(const Line& line, std::string_view value);
  bool note_awaited(const Line& line);
  bool note_action(const Line& line, std::string_view words);
  bool note_row(const Line& line);
  void begin_row(const Line& line, const notes::PlannedLine& planned);
  void note_action_row(const Line& line);
  void note_pause(const Line& line);
  bool fits(const Meant& meant, std::string_view value) const;
  void settle_outcome(Section& section);
  void make_contact(Section& section);
  void stop_gathering();
  bool is_meeting_open() { return here().kind == &kinds::meeting; }
  void understand(std::uint32_t line, LineMeaning meaning, std::string_view found, std::vector<UnderstoodValue> values = {});

  void line(const Line& line);
  void heading(const Line& line);
  bool is_below_host(const Line& line) const;
  bool is_for_home(const Heading& heading) const;
  void open_section(const Heading& heading, const Line& line);
  void tell(Section& section, const Heading& heading, const Line& line);
  void other_heading(const Line& line);
  bool dates_home(const Line& line);
  void close_sections(std::uint8_t level);
  void close(Section& section);

  void text(const Line& line);
  void item(const Line& line);
  bool label(const Line& line);
  bool unknown_label(const Label& label, const Line& line);
  bool own_pair(const Label& label, const Line& line);
  bool keep_private(const Label& label, const Line& line);
  bool puts_question(const Line& line, Label& label) const;
  bool begins_answer(const Line& line);
  bool answer(const Line& line);
  void finish_answer();
  void add_entry(const Entry& entry);
  void expect_more(Entry& entry);
  bool continues(const Line& line);
  void end_value() {
    if (growing_ != nullptr) finish_value();
  }
  void finish_value();
  std::uint32_t line_said(const Meant& meant);
  bool takes_tasks();
  void report(const ProblemKind& kind, Span span, Message message, Message repair);

  Section& here() { return inner_.is_open ? inner_ : outer_; }

  /// None: the file is no note, and is read as the journal spells it.
  const notes::Notes* notes_;
  const notes::Plan* plan_;
  struct {
    /// Of the plan's lines.
    std::size_t next_line = 0;
    const notes::PlannedMeeting* meeting = nullptr;
    notes::ActionContext context;
    /// Behind a template's heading.
    bool is_skipping = false;
    /// Below a caption of actions: level of its heading (0 when it is none), column of its list item (negative when it is none).
    bool gathers = false;
    std::uint8_t caption_level = 0;
    std::int64_t caption_indent = -1;
    /// Column of an item that only names whose the items below it are; negative without one.
    std::int64_t owner_indent = -1;
    /// `Next meeting` stood alone: the next line may have the day.
    bool awaits_next = false;
    std::vector<notes::Column> columns;
    bool in_table = false;
    std::vector<std::string_view> cells;
  } note_;

  const Source& source_;
  MarkdownRole role_;
  Tree& tree_;
  Problems& problems_;
  YamlReader yaml_;
  SectionWriter writer_;
  std::string_view day_in_name_;
  std::size_t most_problems_;
  /// A section, and one inside a meeting behind which the meeting may go on.
  Section outer_, inner_;
  /// outer_ is what the file as a whole tells of: a note's meeting, or answers.
  bool at_home_ = false;
  /// Node behind the front matter of a relationship.
  std::uint32_t front_end_ = 1;
  /// The day that home says, when the file's name says another; and whether another meeting of the file has the day in the name.
  Piece other_day_;
  bool day_in_name_met_ = false;
  bool after_blank_ = true;
  /// The label whose value may go on in the next line.
  Entry* growing_ = nullptr;
  std::string grown_;
  /// It ends with a backslash; it has no words beside the label.
  bool goes_on_ = false, starts_below_ = false;
  /// The label below which list items are its values.
  Entry* listing_ = nullptr;
  /// The answer below a heading `## going-well: What is going well?`, while its lines come in.
  struct {
    bool is_open = false;
    std::uint8_t level = 0;
    Piece key;
    FreeText text;
  } answer_;
  /// Column of the task whose deeper lines are details; negative without one.
  std::int64_t task_indent_ = -1;
};

}  // namespace mentor::markdown
