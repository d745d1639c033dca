#include "journal/markdown_section.hpp"

#include <algorithm>

#include "journal/markdown_words.hpp"

namespace mentor::markdown {
namespace {

bool is_same(const Meant& a, const Meant& b) { return a.field == b.field && a.sub == b.sub && same_name(a.party, b.party); }

}  // namespace

void FreeText::add(const Line& added) {
  const std::string_view line = added.text;
  const std::size_t gap = gap_ ? 2 : 1;
  gap_ = false;
  span_.end = added.span.end;
  if (whole_.empty()) {
    whole_ = line;
    span_.begin = added.span.begin;
    line_ = added.number;
  } else if (!is_joined_ && line.data() == whole_.data() + whole_.size() + gap && line.data()[-1] == '\n') {
    whole_ = {whole_.data(), whole_.size() + gap + line.size()};
  } else {
    if (!is_joined_) joined_ = whole_;
    is_joined_ = true;
    joined_.append(gap, '\n').append(line);
  }
}

void FreeText::clear() {
  whole_ = {};
  joined_.clear();
  is_joined_ = gap_ = false;
}

Piece FreeText::take(Tree& tree) { return {trim_right(is_joined_ ? tree.keep(std::move(joined_)) : whole_), span_, line_}; }

void Section::open(const Kind* new_kind, std::uint8_t new_level, Piece new_heading) {
  kind = new_kind;
  labels = new_kind == nullptr ? nullptr : &label_index(*new_kind);
  level = new_level;
  is_open = true;
  heading = new_heading;
  end = new_heading.span.end;
  entries.clear();
  records.clear();
  own.clear();
  items.clear();
  tasks.clear();
  actions.clear();
  verdicts.clear();
  hidden.clear();
  free.clear();
  front.clear();
}

const Entry* Section::find(const Meant& meant) const {
  const auto at = std::ranges::find_if(entries, [&](const Entry& entry) { return is_same(entry.meant, meant); });
  return at == entries.end() ? nullptr : &*at;
}

const Node* Section::find_front(std::string_view name) const {
  // Nodes of the copy count from 0; a key's value follows it.
  for (std::size_t at = 0; at < front.size(); at = front[at + 1].next) {
    if (front[at].text == name) return &front[at];
  }
  return nullptr;
}

}  // namespace mentor::markdown
