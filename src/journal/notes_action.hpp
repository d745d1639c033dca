// One action as notes spell it: whose it is, what, until when, and whether it is done, in the marks of Markdown, Obsidian, Dataview,
// todo.txt and plain words.
#pragma once
#include <string>
#include <string_view>

#include "journal/markdown_task.hpp"
#include "journal/notes_dates.hpp"

namespace mentor {
struct People;
class Tree;
}  // namespace mentor

namespace mentor::notes {

/// An action, as pieces of its line; empty where nothing is said.
struct NoteAction {
  markdown::Piece line, owner, text, due, done, goal;
  /// `cancelled`, `unknown`, or empty.
  std::string_view state;
};

/// What an action's words are read against.
struct ActionContext {
  const People* people = nullptr;
  /// The day of its meeting: a day without a year is the first one from here on.
  Date meeting;
  Order order = Order::unknown;
  /// Who was named above the list.
  Party owner{};
};

/// What stands in the box before a task.
enum class Box : std::uint8_t { none, open, ticked, crossed };
/// Takes `[ ]`, `[x]`, an emoji or the `x` of todo.txt from the start.
Box take_box(std::string_view& words);
/// Whether an item is a task wherever it stands: a box, or the `x DATE` of todo.txt. A tick without a box is one only below a caption.
bool begins_with_box(std::string_view words);
/// Whether a task is spelled as the journal spells it, without the marks of other programs.
bool is_plain_task(std::string_view words);

/// Reads the words of an item; false when they say nothing or only whose the items below are (then `owner` of the context is set).
bool read_action(const markdown::Piece& words, ActionContext& context, Tree& tree, NoteAction& action);

/// Who a name means: one of the two, or a word for one; unset when neither.
Party whose(std::string_view name, const ActionContext& context);
/// The day a token means in the context; false when that is open.
Date day_meant(const DateToken& token, const ActionContext& context);

}  // namespace mentor::notes
