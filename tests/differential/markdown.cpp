// Our line reader against cmark-gfm on random Markdown: every word must be taken for the same thing by both, be it a heading of some
// level, a list item, a task and whether it is ticked, fenced code, a comment, or text. Built when libcmark-gfm is there.
//   markdown_differential [DOCUMENTS [SEED]]
// On purpose ours differs in some ways, which the documents avoid or differs_on_purpose() passes over:
// - a comment that is never closed hides nothing, one that begins within a line runs on to its end, and behind that end words count again;
// - a list item counts however far in it stands and whatever its number, a heading only where it is not far in;
// - what stands far in is still somebody's words, not code; headings by underlining are for those who read on (notes_scan.hpp).
#include <algorithm>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>

#include "journal/markdown_lines.hpp"
#include "journal/markdown_task.hpp"

namespace mentor {
namespace {

/// What each word of a document was taken for: "heading 2", "item", "task", "done", "code", "comment", "text".
using Taken = std::map<std::string, std::string>;

constexpr std::string_view kDigits = "0123456789";

/// The words of a document are w1, w2, ...; calls `use` with each in the text.
template <class Use>
void for_each_word(std::string_view text, Use use) {
  for (std::size_t at = text.find('w'); at != std::string_view::npos; at = text.find('w', at + 1)) {
    const std::size_t end = std::min(text.find_first_not_of(kDigits, at + 1), text.size());
    if (end > at + 1) use(std::string(text.substr(at, end - at)));
  }
}

// ------------------------------------------------------------------ ours

std::string kind_of(const markdown::Line& line) {
  switch (line.kind) {
    case markdown::LineKind::heading:
      return fmt::format("heading {}", line.level);
    case markdown::LineKind::code:
      return "code";
    case markdown::LineKind::item:
      if (!markdown::is_task(line.words)) return "item";
      return line.words[1] == ' ' ? "task" : line.words[1] == '-' ? "item" : "done";
    default:
      return "text";
  }
}

Taken taken_by_us(const std::string& text) {
  Taken taken;
  for_each_word(text, [&](std::string word) { taken[std::move(word)] = "comment"; });
  const Source source{"x.md", text};
  Tree tree;
  Problems problems;
  markdown::Lines lines(source, 0, 1, tree, problems);
  for (markdown::Line line; lines.next(line);) {
    const std::string kind = kind_of(line);
    for_each_word(line.text, [&](const std::string& word) { taken[word] = kind; });
  }
  return taken;
}

// ------------------------------------------------------------------ theirs

/// Words as they stand in a node's text, and whether a line break came before it in its paragraph.
class TheirReading {
 public:
  explicit TheirReading(const std::string& text) : document_(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT), cmark_node_free), lines_{} {
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      lines_.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iterator(cmark_iter_new(document_.get()), cmark_iter_free);
    for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) take(event, cmark_iter_get_node(iterator.get()));
  }

  Taken taken;

 private:
  void take(cmark_event_type event, cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)) is_first_line_ = true;
    if (event != CMARK_EVENT_ENTER) return;
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) is_first_line_ = false;
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) return take_html(node);
    if (type == CMARK_NODE_CODE_BLOCK) for_each_word(cmark_node_get_fence_info(node), [&](const std::string& word) { taken[word] = "code"; });
    const char* const literal = cmark_node_get_literal(node);
    if (literal == nullptr) return;
    const std::string kind = kind_of(node, type);
    for_each_word(literal, [&](const std::string& word) { taken[word] = kind; });
  }

  void take_html(cmark_node* node) {
    const std::string_view literal = cmark_node_get_literal(node);
    const bool is_comment = literal.find("<!--") == literal.find_first_not_of(' ');
    for_each_word(literal, [&](const std::string& word) { taken[word] = is_comment ? "comment" : "html"; });
  }

  std::string kind_of(cmark_node* node, cmark_node_type type) const {
    int length = 0, offset = 0;
    char character = 0;
    if (type == CMARK_NODE_CODE_BLOCK) return cmark_node_get_fenced(node, &length, &offset, &character) != 0 ? "code" : "indented";
    cmark_node* block = node;
    while (cmark_node_get_type(block) != CMARK_NODE_PARAGRAPH && cmark_node_get_type(block) != CMARK_NODE_HEADING) block = cmark_node_parent(block);
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING) return heading(block);
    cmark_node* const parent = cmark_node_parent(block);
    const bool opens_item = cmark_node_get_type(parent) == CMARK_NODE_ITEM && cmark_node_previous(block) == nullptr && is_first_line_ &&
                            cmark_node_get_start_line(parent) == cmark_node_get_start_line(block);
    return opens_item ? item(block) : "text";
  }

  std::string heading(cmark_node* block) const {
    const bool is_atx = at(block).starts_with('#');
    const bool is_in_item = cmark_node_get_type(cmark_node_parent(block)) == CMARK_NODE_ITEM &&
                            cmark_node_get_start_line(cmark_node_parent(block)) == cmark_node_get_start_line(block);
    return is_in_item ? "heading in an item" : is_atx ? fmt::format("heading {}", cmark_node_get_heading_level(block)) : "setext heading";
  }

  /// As the tasklist extension has it.
  std::string item(cmark_node* block) const {
    const std::string_view words = at(block);
    const bool is_task = words.size() > 3 && words[0] == '[' && words[2] == ']' && (words[3] == ' ' || words[3] == '\t');
    return !is_task ? "item" : words[1] == ' ' ? "task" : words[1] == 'x' || words[1] == 'X' ? "done" : "item";
  }

  std::string_view at(cmark_node* block) const {
    const std::string_view line = lines_.at(static_cast<std::size_t>(cmark_node_get_start_line(block) - 1));
    return line.substr(std::min(static_cast<std::size_t>(cmark_node_get_start_column(block) - 1), line.size()));
  }

  std::unique_ptr<cmark_node, void (*)(cmark_node*)> document_;
  std::vector<std::string_view> lines_;
  bool is_first_line_ = true;
};

// ------------------------------------------------------------------ documents

/// Writes what people write, in every order: headings, paragraphs, nested lists, tasks, fences and comments, well or badly closed.
class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  std::string document() {
    for (int blocks = 1 + below(7); blocks > 0; --blocks) block();
    return std::move(text_);
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
  bool chance(int percent) { return below(100) < percent; }
  std::string word() { return fmt::format("w{}", ++words_); }
  template <std::size_t N>
  std::string one_of(const std::string_view (&list)[N]) {
    return std::string(list[static_cast<std::size_t>(below(N))]);
  }

  /// A few words with all that may stand between them on one line.
  std::string words() {
    static constexpr std::string_view kPieces[] = {" ",     " ", " ",     ", ",  " # ",  " - ",  " #", ": ",  " | ",
                                                   " [ ] ", "*", " ~~~ ", " <!", " -->", " \\ ", "\t", " 1. "};
    std::string out = word();
    while (chance(45)) out += one_of(kPieces) + word();
    if (chance(12)) out += " <!-- " + word() + one_of(kPieces) + word() + " -->" + (chance(50) ? " " + word() : "");
    if (chance(10)) out += " `" + word() + " <!-- " + word() + " --> # " + word() + "` " + word();
    if (chance(5)) out += " ``` " + word() + " ``` " + word();
    return out;
  }

  void put(const std::string& line) { text_ += line + (chance(95) ? "\n" : "\r\n"); }
  void put_blank() { put(chance(80) ? "" : "  "); }

  void block() {
    static constexpr std::string_view kIndents[] = {"", "", "", "", " ", "  ", "   "};
    const std::string indent = one_of(kIndents);
    switch (below(9)) {
      case 0:
      case 1:
        put(indent + heading());
        break;
      case 2:
        paragraph(indent);
        break;
      case 3:
      case 4:
      case 5:
        list(indent, 0);
        put_blank();
        break;
      case 6:
        fence(indent);
        break;
      case 7:
        chance(80) ? comment(indent) : open_fence(indent);
        break;
      default:
        put_blank();
        put(indent + (chance(50) ? "---" : "* * *"));
        break;
    }
    if (chance(40)) put_blank();
  }

  std::string heading() {
    const std::string marks(static_cast<std::size_t>(1 + below(7)), '#');
    return marks + (chance(85) ? " " : chance(50) ? "\t" : "") + words() + (chance(20) ? " ##" : chance(10) ? "#" : "");
  }

  void paragraph(const std::string& indent) {
    put(indent + words());
    while (chance(40)) put((chance(30) ? "      " : "") + words());
    if (chance(15)) {
      put(words() + " <!-- " + word());
      while (chance(40)) put(word());
      put(word() + " --> " + word());
    }
  }

  void list(const std::string& indent, int depth) {
    static constexpr std::string_view kBullets[] = {"-", "-", "*", "+"};
    static constexpr std::string_view kBoxes[] = {"[ ] ", "[ ] ", "[x] ", "[X] ", "[] ", "[y] ", "[x]\t", "[x]"};
    const bool is_numbered = chance(25);
    const std::string bullet = one_of(kBullets), sign = chance(70) ? "." : ")";
    for (int item = 1; item == 1 || chance(55); ++item) {
      const std::string marker = is_numbered ? std::to_string(item) + sign : bullet;
      const std::string gap = chance(85) ? " " : chance(50) ? "   " : "  ";
      put(indent + marker + gap + (chance(40) ? one_of(kBoxes) : "") + words());
      const std::string below_item(indent.size() + marker.size() + gap.size(), ' ');
      if (chance(15)) put(below_item + words());
      if (chance(10)) put(words());
      if (chance(12)) fence(below_item);
      if (chance(8)) comment(below_item);
      if (depth < 3 && chance(25)) list(below_item, depth + 1);
      if (chance(10)) put_blank();
    }
  }

  void fence(const std::string& indent) {
    static constexpr std::string_view kInside[] = {"# ", "- [ ] ", "- ", "<!-- ", "", "    ", "-->", "``", "## ", "1. "};
    const std::size_t size = static_cast<std::size_t>(3 + below(3));
    const char mark = chance(60) ? '`' : '~';
    put(indent + std::string(size, mark) + (chance(30) ? " " + word() : ""));
    while (chance(65)) put(indent + one_of(kInside) + word() + (chance(20) ? " -->" : ""));
    if (chance(20)) put(indent + std::string(size - 1, mark));
    if (chance(20)) put(indent + std::string(size, mark == '`' ? '~' : '`'));
    put(indent + std::string(size + static_cast<std::size_t>(below(2)), mark) + (chance(20) ? "  " : ""));
  }

  /// A fence that is never closed ends with its item.
  void open_fence(const std::string& indent) {
    put(indent + "- " + words());
    if (chance(50)) put(indent + "  - " + words());
    put(indent + "  ```");
    while (chance(65)) put(indent + "  " + word());
    if (chance(50))
      put(indent + "- [x] " + words());
    else
      put(heading());
  }

  /// Of its own lines, as in a page's source.
  void comment(const std::string& indent) {
    static constexpr std::string_view kInside[] = {"# ", "- [ ] ", "- ", "", "", "```", "    ", "<!-- "};
    if (chance(40)) return put(indent + "<!-- " + word() + " -->");
    put(indent + "<!-- " + (chance(50) ? word() : ""));
    while (chance(65)) chance(85) ? put(indent + one_of(kInside) + word()) : put_blank();
    put(indent + (chance(50) ? word() + " " : "") + "-->");
  }

  std::mt19937_64 random_;
  std::string text_;
  int words_ = 0;
};

// ------------------------------------------------------------------ the comparison

bool differs_on_purpose(const std::string& theirs) { return theirs == "indented"; }

/// Kinds of differences in a document, each with a word that shows it.
std::map<std::string, std::string> differences(const std::string& text) {
  std::map<std::string, std::string> found;
  const Taken theirs = TheirReading{text}.taken;
  for (const auto& [word, ours] : taken_by_us(text)) {
    const auto at = theirs.find(word);
    const std::string other = at == theirs.end() ? "nothing" : at->second;
    if (ours != other && !differs_on_purpose(other)) found[ours + " to us, " + other + " to cmark-gfm"] = word;
  }
  return found;
}

/// Without the lines that a difference does not need; no other kind of difference may come up.
std::string shrunk(std::string text, const std::string& kind) {
  const auto kinds = differences(text);
  const auto is_known = [&kinds](const auto& found) { return kinds.contains(found.first); };
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size() - 1) + 1;
    std::string less = text;
    less.erase(from, end - from);
    const auto left = differences(less);
    if (left.contains(kind) && std::ranges::all_of(left, is_known))
      text = std::move(less);
    else
      from = end;
  }
  return text;
}

int compare(long documents, std::uint64_t seed) {
  std::map<std::string, std::string> shortest;
  for (long i = 0; i < documents; ++i) {
    const std::string text = Writer{seed + static_cast<std::uint64_t>(i)}.document();
    for (const auto& [kind, word] : differences(text)) {
      const std::string less = shrunk(text, kind);
      if (!shortest.contains(kind) || less.size() < shortest[kind].size()) shortest[kind] = less;
    }
  }
  for (const auto& [kind, text] : shortest) fmt::print("{}: {} in\n{}\n", kind, differences(text)[kind], text);
  fmt::print("{} documents, {} kinds of differences\n", documents, shortest.size());
  return shortest.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace mentor

int main(int count, char** arguments) {
  return mentor::compare(count > 1 ? std::atol(arguments[1]) : 20000, count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
}
