#include "journal/merge.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "journal/align.hpp"
#include "journal/merge_proof.hpp"
#include "journal/outline.hpp"

namespace mentor {
namespace {

using Parts = std::vector<const Part*>;

/// What two sides make of a value of the base; nothing when both changed it, each in its own way.
template <class Value>
std::optional<Value> settle(const std::optional<Value>& base, const Value& mine, const Value& theirs) {
  if (mine == theirs || (base && *base == theirs)) return mine;
  if (base && *base == mine) return theirs;
  return std::nullopt;
}

/// Children of one part on their way into the result.
class Row {
 public:
  Row(std::string& out, const Part* base, const Part& mine, const Part& theirs) : out_(out) {
    // of two versions the smaller one tells, so that their order makes no difference
    const Part& smaller = mine.core <= theirs.core ? mine : theirs;
    const Part& larger = &smaller == &mine ? theirs : mine;
    for (const Part* const version : {base, &smaller, &larger}) {
      if (version == nullptr || version->children.empty()) continue;
      begins_inline_ = version->begins_inline;
      first_lead_ = version->children.front().lead;
      next_lead_ = version->next_lead;
      break;
    }
  }

  /// Whether the next part begins at the beginning of a line, if it is one that can.
  bool is_at_line() const { return !begins_inline_ || !is_first_; }

  /// `lead` is none when the part stood first in its version, behind a dash or a bracket.
  void put(std::optional<std::string_view> lead, std::string_view core) {
    if (begins_inline_ && is_first_)
      out_ += first_lead_;
    else
      out_ += lead ? *lead : std::string_view(next_lead_);
    out_ += core;
    is_first_ = false;
  }

 private:
  std::string& out_;
  bool begins_inline_ = false, is_first_ = true;
  std::string_view first_lead_;
  std::string next_lead_;
};

/// One side's children beside those of the base.
struct Side {
  const Part* part;
  std::vector<std::size_t> match;
  /// For each child of the base, and the end: what was added before it.
  std::vector<Parts> added;
  /// For each child of the base: where what stands in its place was put.
  std::vector<std::size_t> place;

  Side(const Part* base, const Part& side) : part(&side) {
    const std::size_t count = base == nullptr ? 0 : base->children.size();
    if (base != nullptr) match = align(base->children, side.children);
    added.resize(count + 1);
    place.resize(count + 1, count);
    std::size_t next = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (match[i] == kNobody) continue;
      for (; next < match[i]; ++next) added[i].push_back(&side.children[next]);
      next = match[i] + 1;
    }
    for (; next < side.children.size(); ++next) added[count].push_back(&side.children[next]);
    for (std::size_t i = count; i-- > 0;) place[i] = match[i] == kNobody ? place[i + 1] : i;
  }

  const Part* child(std::size_t i) const { return match[i] == kNobody ? nullptr : &part->children[match[i]]; }
  /// What was added in the stretch in which child `i` of the base is missing.
  Parts& instead_of(std::size_t i) { return added[place[i]]; }
};

std::optional<std::string_view> lead_of(const Part& parent, const Part& child) {
  if (parent.begins_inline && &child == &parent.children.front()) return std::nullopt;
  return child.lead;
}

bool same(const Parts& a, const Parts& b) {
  return std::ranges::equal(a, b, [](const Part* x, const Part* y) { return x->core == y->core; });
}

std::string text_of(const Parts& parts) {
  std::string out;
  for (const Part* const part : parts) out.append(part->lead).append(part->core);
  return out;
}

class Merger {
 public:
  explicit Merger(bool knows_entries) : knows_entries_(knows_entries) {}

  std::size_t conflicts() const { return conflicts_; }

  /// Adds the core of the merged part. False when it is left to people and cannot hold markers; nothing was added then.
  bool merge(const Part* base, const Part& mine, const Part& theirs, std::string& out) {
    const std::optional<std::string_view> was = base == nullptr ? std::nullopt : std::optional(base->core);
    if (const auto core = settle(was, mine.core, theirs.core)) {
      out += *core;
      return true;
    }
    if (mine.children.empty() && theirs.children.empty()) return false;
    // a list in brackets and one below the key cannot be mixed
    if (mine.begins_inline != theirs.begins_inline || (base != nullptr && base->begins_inline != mine.begins_inline)) return false;
    const std::size_t size = out.size(), conflicts = conflicts_;
    if (merge_head(base, mine, theirs, out) && merge_children(base, mine, theirs, out) && merge_tail(base, mine, theirs, out)) return true;
    out.resize(size);
    conflicts_ = conflicts;
    return false;
  }

 private:
  bool merge_head(const Part* base, const Part& mine, const Part& theirs, std::string& out) {
    const std::optional<std::string_view> was = base == nullptr ? std::nullopt : std::optional(base->head);
    if (const auto head = settle(was, mine.head, theirs.head)) {
      out += *head;
      return true;
    }
    if (!mine.is_lines || !mine.head.ends_with('\n') || !theirs.head.ends_with('\n')) return false;
    leave(mine.head, theirs.head, out);
    return true;
  }

  static bool merge_tail(const Part* base, const Part& mine, const Part& theirs, std::string& out) {
    const std::optional<std::string_view> was = base == nullptr ? std::nullopt : std::optional(base->tail);
    auto tail = settle(was, mine.tail, theirs.tail);
    // blank lines are nothing to fall out over
    if (!tail && mine.tail.find_first_not_of(" \n") == std::string_view::npos && theirs.tail.find_first_not_of(" \n") == std::string_view::npos)
      tail = std::max(mine.tail, theirs.tail);
    if (tail) out += *tail;
    return tail.has_value();
  }

  bool merge_children(const Part* base, const Part& mine, const Part& theirs, std::string& out) {
    Side ours{base, mine}, other{base, theirs};
    drop_doubles(ours, other);
    Row row{out, base, mine, theirs};
    const std::size_t count = base == nullptr ? 0 : base->children.size();
    for (std::size_t i = 0; i <= count; ++i) {
      if (i < count && ours.child(i) == nullptr && other.child(i) == nullptr && !both_replaced(i, ours, other, row)) return false;
      if (!unite(mine, ours.added[i], theirs, other.added[i], is_falling(base, mine, theirs), row)) return false;
      if (i < count && !merge_child(*base, i, ours, other, row)) return false;
    }
    return true;
  }

  /// An entry that both added, each in another place, stays in the first.
  static void drop_doubles(Side& ours, Side& other) {
    for (std::size_t i = 0; i < ours.added.size(); ++i) {
      const auto drop_behind = [i](const Part& part, Side& side) {
        const auto is_it = [&part](const Part* one) { return part.kind == Part::Kind::entry && one->core == part.core; };
        // in the same place they are united
        if (std::ranges::any_of(side.added[i], is_it)) return;
        for (std::size_t j = i + 1; j < side.added.size(); ++j)
          if (const auto at = std::ranges::find_if(side.added[j], is_it); at != side.added[j].end()) {
            side.added[j].erase(at);
            return;
          }
      };
      for (const Part* const part : ours.added[i]) drop_behind(*part, other);
      for (const Part* const part : other.added[i]) drop_behind(*part, ours);
    }
  }

  /// Both took the same part away: then what each put in its place are two answers to one question.
  bool both_replaced(std::size_t i, Side& ours, Side& other, Row& row) {
    Parts &a = ours.instead_of(i), &b = other.instead_of(i);
    if (a.empty() || b.empty() || same(a, b)) return true;
    return leave_parts(a, b, row);
  }

  bool merge_child(const Part& base, std::size_t i, Side& ours, Side& other, Row& row) {
    const Part* const was = &base.children[i];
    const Part *const a = ours.child(i), *const b = other.child(i);
    if (a == nullptr && b == nullptr) return true;
    if (a != nullptr && b != nullptr) {
      std::string core;
      const auto lead = merge_lead(lead_of(base, *was), lead_of(*ours.part, *a), lead_of(*other.part, *b));
      if (merge(was, *a, *b, core)) {
        row.put(lead, core);
        return true;
      }
      Parts left{a}, right{b};
      return leave_parts(left, right, row);
    }
    const Part& kept = a != nullptr ? *a : *b;
    if (kept.core == was->core) return true;
    // one took away what the other changed
    Parts left = a != nullptr ? Parts{a} : Parts{}, right = b != nullptr ? Parts{b} : Parts{};
    if (a == nullptr) std::swap(left, ours.instead_of(i));
    if (b == nullptr) std::swap(right, other.instead_of(i));
    return leave_parts(left, right, row);
  }

  static std::optional<std::string_view> merge_lead(std::optional<std::string_view> base, std::optional<std::string_view> mine,
                                                    std::optional<std::string_view> theirs) {
    if (!mine || !theirs) return mine ? mine : theirs;
    if (const auto lead = settle(base, *mine, *theirs)) return lead;
    return std::max(*mine, *theirs);
  }

  /// What both sides added in one place: all of it, and what is equal once.
  bool unite(const Part& mine, const Parts& a, const Part& theirs, const Parts& b, bool falls, Row& row) {
    if (b.empty() || a.empty() || same(a, b)) {
      for (const Part* const part : a.empty() ? b : a) row.put(lead_of(a.empty() ? theirs : mine, *part), part->core);
      return true;
    }
    if (!knows_entries_) {
      Parts left = a, right = b;
      return leave_parts(left, right, row);
    }
    const std::vector<std::size_t> match = align_new(a, b);
    std::size_t a_from = 0, b_from = 0;
    for (std::size_t i = 0; i <= a.size(); ++i) {
      if (i < a.size() && match[i] == kNobody) continue;
      const std::size_t j = i < a.size() ? match[i] : b.size();
      interleave({&mine, {a.data() + a_from, a.data() + i}}, {&theirs, {b.data() + b_from, b.data() + j}}, falls, row);
      if (i == a.size()) return true;
      std::string core;
      if (merge(nullptr, *a[i], *b[j], core)) {
        row.put(merge_lead(std::nullopt, lead_of(mine, *a[i]), lead_of(theirs, *b[j])), core);
      } else {
        Parts left{a[i]}, right{b[j]};
        if (!leave_parts(left, right, row)) return false;
      }
      a_from = i + 1;
      b_from = j + 1;
    }
    return true;
  }

  struct Run {
    const Part* parent;
    std::span<const Part* const> parts;
  };

  /// By date where all have one and keep to the order of the file; else one side after the other.
  static void interleave(Run a, Run b, bool falls, Row& row) {
    const auto is_before = [falls](const Part* x, const Part* y) {
      if (x->date != y->date) return falls ? x->date > y->date : x->date < y->date;
      return x->core < y->core;
    };
    const auto is_in_order = [falls](const Run& run) {
      return std::ranges::none_of(run.parts, &std::string_view::empty, &Part::date) &&
             std::ranges::is_sorted(
                 run.parts, [falls](std::string_view x, std::string_view y) { return falls ? x > y : x < y; }, &Part::date);
    };
    const auto put = [&row](Run& run) {
      row.put(lead_of(*run.parent, *run.parts.front()), run.parts.front()->core);
      run.parts = run.parts.subspan(1);
    };
    if (!is_in_order(a) || !is_in_order(b)) {
      const auto words = [](const Run& run) { return text_of({run.parts.begin(), run.parts.end()}); };
      if (words(b) < words(a)) std::swap(a, b);
      while (!a.parts.empty()) put(a);
    }
    while (!a.parts.empty() || !b.parts.empty()) put(b.parts.empty() || (!a.parts.empty() && !is_before(b.parts.front(), a.parts.front())) ? a : b);
  }

  /// Whether the dates of the children fall, the newest first; asked of the base, and where that does not tell, of both sides.
  static bool is_falling(const Part* base, const Part& mine, const Part& theirs) {
    const auto direction = [](const Part& part) {
      std::string_view first, last;
      for (const Part& child : part.children) {
        if (child.date.empty()) continue;
        if (first.empty()) first = child.date;
        last = child.date;
      }
      return first < last ? 1 : first > last ? -1 : 0;
    };
    const int of_base = base == nullptr ? 0 : direction(*base);
    return of_base != 0 ? of_base < 0 : direction(mine) + direction(theirs) < 0;
  }

  /// Takes both lists. False when they do not stand on lines of their own.
  bool leave_parts(Parts& a, Parts& b, Row& row) {
    const auto are_lines = [](const Parts& parts) { return std::ranges::all_of(parts, &Part::is_lines); };
    if (!row.is_at_line() || !are_lines(a) || !are_lines(b)) return false;
    std::string left;
    leave(text_of(a), text_of(b), left);
    row.put(std::string_view{}, left);
    a.clear();
    b.clear();
    return true;
  }

  void leave(std::string_view mine, std::string_view theirs, std::string& out) {
    out.append("<<<<<<< ours\n").append(mine).append("=======\n").append(theirs).append(">>>>>>> theirs\n");
    ++conflicts_;
  }

  bool knows_entries_;
  std::size_t conflicts_ = 0;
};

/// How a file is dressed, apart from its lines.
struct Dress {
  bool has_mark = false, is_crlf = false, ends_with_line = true;
};

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// Takes the dress off: the text begins without a mark, its lines end with LF, the last one too. A text of mixed line ends keeps them.
std::string undress(std::string_view text, Dress& dress) {
  dress.has_mark = text.starts_with(kMark);
  if (dress.has_mark) text.remove_prefix(kMark.size());
  std::size_t lines = 0, crlf = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++lines;
    crlf += at > 0 && text[at - 1] == '\r';
  }
  dress.is_crlf = lines > 0 && lines == crlf;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!dress.is_crlf || text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
  dress.ends_with_line = out.empty() || out.ends_with('\n');
  if (!dress.ends_with_line) out += '\n';
  return out;
}

std::string put_on(const Dress& dress, std::string_view text, bool has_conflicts) {
  // a marker is one only at the very beginning of its line
  std::string out{dress.has_mark && !text.starts_with("<<<<<<< ") ? kMark : std::string_view{}};
  if (!dress.ends_with_line && !has_conflicts && text.ends_with('\n')) text.remove_suffix(1);
  for (const char c : text) {
    if (c == '\n' && dress.is_crlf) out += '\r';
    out += c;
  }
  return out;
}

/// Three versions without their dress, and the one that the result is to wear.
struct Versions {
  Dress of_base, of_mine, of_theirs;
  std::string base, mine, theirs;

  Versions(std::string_view b, std::string_view m, std::string_view t) : base(undress(b, of_base)), mine(undress(m, of_mine)), theirs(undress(t, of_theirs)) {}

  Dress dress() const {
    const auto pick = [this](bool Dress::*of) { return settle(std::optional(of_base.*of), of_mine.*of, of_theirs.*of).value_or(of_base.*of); };
    return {pick(&Dress::has_mark), pick(&Dress::is_crlf), pick(&Dress::ends_with_line)};
  }

  /// Nothing when it cannot be done.
  std::optional<Merged> merge(Spelling spelling) const {
    Merger merger{spelling != Spelling::plain};
    const Part was = outline(base, spelling), ours = outline(mine, spelling), other = outline(theirs, spelling);
    Merged merged;
    if (!merger.merge(&was, ours, other, merged.text)) return std::nullopt;
    merged.conflicts = merger.conflicts();
    return merged;
  }
};

}  // namespace

Merged merge_lines(std::string_view base, std::string_view mine, std::string_view theirs) {
  const Versions versions{base, mine, theirs};
  Merged merged = versions.merge(Spelling::plain).value();
  merged.text = put_on(versions.dress(), merged.text, merged.conflicts > 0);
  return merged;
}

Merged merge_journals(std::string_view base, std::string_view mine, std::string_view theirs) {
  if (const auto settled = settle(std::optional(base), mine, theirs)) return {std::string(*settled), 0};
  const Versions versions{base, mine, theirs};
  const Spelling spelling = guess_spelling(versions.base.empty() ? std::min(versions.mine, versions.theirs) : versions.base);
  const MergeProof proof{spelling, versions.base, versions.mine, versions.theirs};
  std::optional<Merged> merged = proof.is_journal() ? versions.merge(spelling) : std::nullopt;
  if (!merged || (merged->conflicts == 0 && !proof.holds(merged->text))) return merge_lines(base, mine, theirs);
  merged->text = put_on(versions.dress(), merged->text, merged->conflicts > 0);
  return *merged;
}

}  // namespace mentor
