#include "journal/markdown.hpp"

#include <algorithm>

#include "journal/guard.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/markdown_words.hpp"
#include "journal/vocabulary.hpp"

namespace mentor {
namespace markdown {
namespace {

std::string_view file_name(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  return name.substr(0, name.find('.'));
}

bool is_fence_line(std::string_view line, std::string_view fence) { return line.starts_with(fence) && trim_right(line.substr(fence.size())).empty(); }

}  // namespace

FrontMatter find_front_matter(std::string_view text) {
  FrontMatter front;
  front.behind = mark_size(text);
  std::size_t at = front.behind;
  const auto line_at = [&](std::size_t from) { return text.substr(from, std::min(text.find('\n', from), text.size()) - from); };
  if (!is_fence_line(line_at(at), "---")) return front;
  front.is_there = true;
  at = std::min(at + line_at(at).size() + 1, text.size());
  front.span.begin = static_cast<std::uint32_t>(at);
  for (front.line = 2; at < text.size(); ++front.line) {
    const std::string_view line = line_at(at);
    if (is_fence_line(line, "---") || is_fence_line(line, "...")) {
      front.span.end = static_cast<std::uint32_t>(at);
      front.behind = static_cast<std::uint32_t>(std::min(at + line.size() + 1, text.size()));
      front.is_closed = true;
      ++front.line;
      return front;
    }
    at += line.size() + 1;
  }
  return front;
}

std::string_view day_in_name(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::string_view day = name.substr(0, 10);
  return parse_iso(day) && (name.size() == 10 || name[10] == '-' || name[10] == '_' || name[10] == ' ') ? day : std::string_view{};
}

void Reader::read() {
  tree_.clear();
  const FrontMatter front = find_front_matter(source_.text);
  if (front.is_there && !front.is_closed) {
    const std::uint32_t begin = mark_size(source_.text);
    report(problems::front_matter_unclosed, {begin, begin + 3}, say("front matter begins here and is never closed"),
        say("write `---` on a line of its own where it ends"));
    return;
  }
  if (front.is_there && !read_front_matter(front)) return;
  if (tree_.empty()) writer_.open(Node::Kind::map, front.line, {front.behind, front.behind});
  open_home();
  if (role_ != MarkdownRole::relationship) share_front_matter();
  if (notes_ != nullptr) begin_notes();
  front_end_ = static_cast<std::uint32_t>(tree_.nodes.size());
  Lines lines(source_, front.behind, front.line, tree_, problems_);
  for (Line next; lines.next(next);) line(next);
  end_value();
  close_sections(0);
  hold_day_in_name();
  writer_.close(0, static_cast<std::uint32_t>(source_.text.size()));
  if (tree_.nodes.size() == 1) tree_.clear();
}

/// Into the tree, as its root. False: nothing of the file can be used.
bool Reader::read_front_matter(const FrontMatter& front) {
  const std::size_t before = problems_.size();
  read_yaml(source_, front.span, 2, tree_, problems_, yaml_);
  if (tree_.empty()) return problems_.size() == before;
  if (tree_.nodes[0].kind == Node::Kind::map) return true;
  report(problems::wrong_type, tree_.nodes[0].span, say("front matter takes keys with values"), say("write `key: value` on each line of it"));
  tree_.clear();
  return true;
}

/// In a note or in answers the keys of the front matter are the meeting's or the answers'; a key that only a relationship has stays at the root.
void Reader::share_front_matter() {
  const std::vector<Node> all = std::move(tree_.nodes);
  tree_.nodes.clear();
  writer_.open(Node::Kind::map, all[0].line, all[0].span);
  for (std::uint32_t at = 1; at < all.size();) {
    const std::uint32_t next = all[all[at].next].next;
    const std::string_view name = all[at].text;
    const bool stays = outer_.kind->find(name) == nullptr && kinds::relationship.find(name) != nullptr;
    if (stays) {
      writer_.graft(all, at, next);
    } else {
      const auto shift = static_cast<std::uint32_t>(outer_.front.size() - at);
      for (std::uint32_t i = at; i < next; ++i) outer_.front.emplace_back(all[i]).next += shift;
    }
    at = next;
  }
}

void Reader::open_home() {
  // it begins with the file, front matter and all
  at_home_ = role_ != MarkdownRole::relationship;
  const Kind* kind = role_ == MarkdownRole::note ? &kinds::meeting : role_ == MarkdownRole::answers ? &kinds::answers : &kinds::relationship;
  outer_.open(kind, 0, {{}, {}, 1});
}

/// Gives home the day in the file's name when it has no other. Home without a day and without words is no entry at all.
void Reader::finish_home() {
  at_home_ = false;
  const Meant date{outer_.labels->date, nullptr, {}};
  const Entry* entry = outer_.find(date);
  const Node* front = outer_.find_front("date");
  const bool is_dated = entry != nullptr || front != nullptr;
  if (is_dated && !day_in_name_.empty()) {
    const Piece said = entry != nullptr ? entry->value : Piece{front[1].text, front[1].span, front[1].line};
    if (said.text == day_in_name_) day_in_name_met_ = true;
    else if (parse_iso(said.text)) other_day_ = said;
  }
  if (plan_ != nullptr && plan_->kind != notes::Plan::Kind::one) {
    // what stands above the first meeting belongs to none; its actions are the pair's
    outer_.kind = outer_.actions.empty() ? nullptr : &kinds::action;
    return;
  }
  const bool has_words = !outer_.entries.empty() || !outer_.actions.empty() || !outer_.records.empty() || !outer_.own.empty() || !outer_.tasks.empty() || !outer_.hidden.empty() ||
                         !outer_.free.empty() || !outer_.front.empty();
  if (!is_dated && day_in_name_.empty() && !has_words) outer_.kind = nullptr;
  if (outer_.kind == nullptr) return;
  const Piece file{{}, {outer_.heading.span.begin, outer_.heading.span.begin}, outer_.heading.line};
  const auto from_name = [&](std::string_view field, std::string_view words) {
    const Meant meant{outer_.kind->find(field), nullptr, {}};
    if (!words.empty() && outer_.find(meant) == nullptr && outer_.find_front(field) == nullptr) {
      outer_.entries.insert(outer_.entries.begin(), {meant, file, {words, file.span, file.line}});
    }
  };
  if (role_ == MarkdownRole::answers && !day_in_name_.empty()) from_name("from", file_name(source_.path).substr(std::min<std::size_t>(11,
      file_name(source_.path).size())));
  if (!is_dated) {
    day_in_name_met_ = true;
    from_name("date", day_in_name_);
  }
}

void Reader::hold_day_in_name() {
  if (other_day_.text.empty() || day_in_name_met_) return;
  report(problems::date_mismatch, other_day_.span, say("the text says {}, the file's name {}", Text{other_day_.text}, Text{day_in_name_}),
         say("correct the one that is wrong; until then the day in the text counts"));
}

void Reader::report(const ProblemKind& kind, Span span, Message message, Message repair) {
  if (problems_.size() < most_problems_) problems_.push_back(problem_at(kind, source_, span, std::move(message), std::move(repair)));
}

}  // namespace markdown

void read_markdown(const Source& source, MarkdownRole role, Tree& tree, Problems& problems, YamlReader reader, const notes::Notes* notes) {
  markdown::Reader(source, role, tree, problems, reader, notes).read();
}

}  // namespace mentor
