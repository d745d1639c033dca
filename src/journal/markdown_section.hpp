// One section while its lines come in. What they say is gathered before it becomes part of the tree, since a record's parts
// (`Learned mentor`, `Learned mentee`) may stand apart.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "journal/markdown_labels.hpp"
#include "journal/markdown_task.hpp"
#include "journal/notes_action.hpp"
#include "journal/tree.hpp"

namespace mentor::markdown {

/// A key with its value.
struct Entry {
  Meant meant;
  Piece key, value;
  /// For a list below the label: which of the section's list items are its.
  std::uint32_t first_item = 0, items = 0;
  /// The value goes on in further lines: each as it stands below the first.
  bool written = false;
  /// A date that was reported already: the binder takes it as it is.
  bool is_told = false;
};

/// Free lines, joined. As long as they stand together in the source they are not copied.
class FreeText {
 public:
  void add(const Line& line);
  void blank() { gap_ = !whole_.empty(); }
  bool empty() const { return whole_.empty(); }
  void clear();
  /// The lines so far.
  std::string_view so_far() const { return is_joined_ ? std::string_view(joined_) : whole_; }
  /// The text so far, without blanks at its end; lies in the source or in the tree. Its span reaches from the first line to the last.
  Piece take(Tree& tree);

 private:
  std::string_view whole_;
  Span span_;
  std::uint32_t line_ = 0;
  std::string joined_;
  bool is_joined_ = false, gap_ = false;
};

struct Section {
  /// None: the lines of this section mean nothing.
  const Kind* kind = nullptr;
  const LabelIndex* labels = nullptr;
  /// Of its heading; 0 for what begins without one.
  std::uint8_t level = 0;
  bool is_open = false;
  Piece heading;
  std::uint32_t end = 0;

  std::vector<Entry> entries;
  /// One record each: `Feedback from mentee: ...`.
  std::vector<Entry> records;
  /// The user's own `key: value` pairs.
  std::vector<Entry> own;
  std::vector<Piece> items;
  std::vector<Line> tasks;
  /// Actions as notes spell them.
  std::vector<notes::NoteAction> actions;
  std::vector<Verdict> verdicts;
  std::vector<Piece> hidden;
  FreeText free;
  /// Entries from the front matter: nodes [first, last) of the reader's copy.
  std::vector<Node> front;

  void open(const Kind* new_kind, std::uint8_t new_level, Piece new_heading);
  const Entry* find(const Meant& meant) const;
  /// Whether the front matter has the key.
  const Node* find_front(std::string_view name) const;
};

}  // namespace mentor::markdown
