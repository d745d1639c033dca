#include "journal/align.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace mentor {
namespace {

/// Cells of the table that is filled in for the stretch where two lists differ; beyond that only equal parts that stand once are matched.
constexpr std::size_t kLargestTable = 4'000'000;
/// Of a hundred bytes of the longer text, those that must be the same at both ends to take one for the other after an edit.
constexpr std::size_t kAlikePercent = 60;
constexpr std::size_t kShortest = 4;

using Score = std::function<unsigned(std::size_t, std::size_t)>;

unsigned alike(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (shorter < kShortest || shorter * 100 < longer * kAlikePercent) return 0;
  const auto front = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const auto ends = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  const std::size_t same = std::min(shorter, front + static_cast<std::size_t>(ends.first - a.rbegin()));
  const std::size_t percent = same * 100 / longer;
  return percent < kAlikePercent ? 0 : static_cast<unsigned>(percent / 4);
}

/// How surely two parts are one: 0 not at all.
unsigned likeness(const Part& a, const Part& b) {
  if (a.core == b.core) return 100;
  if (a.kind != b.kind) return 0;
  const bool same_key = !a.key.empty() && a.key == b.key;
  if (a.kind == Part::Kind::field) return same_key ? 60 : 0;
  if (a.date != b.date) return 0;
  if (same_key) return a.kind == Part::Kind::entry ? 60 : 30;
  return alike(a.key, b.key);
}

/// The pairs of highest sum, in order, for the stretches [first, last).
void fill(std::vector<std::size_t>& match, std::size_t a_first, std::size_t a_last, std::size_t b_first, std::size_t b_last, const Score& score) {
  const std::size_t rows = a_last - a_first, columns = b_last - b_first;
  std::vector<unsigned> best((rows + 1) * (columns + 1));
  std::vector<unsigned> scores(rows * columns);
  const auto at = [columns](std::size_t r, std::size_t c) { return r * (columns + 1) + c; };
  for (std::size_t r = rows; r-- > 0;)
    for (std::size_t c = columns; c-- > 0;) {
      const unsigned here = scores[r * columns + c] = score(a_first + r, b_first + c);
      best[at(r, c)] = std::max(best[at(r + 1, c)], best[at(r, c + 1)]);
      if (here > 0) best[at(r, c)] = std::max(best[at(r, c)], here + best[at(r + 1, c + 1)]);
    }
  for (std::size_t r = 0, c = 0; r < rows && c < columns;) {
    const unsigned here = scores[r * columns + c];
    if (here > 0 && best[at(r, c)] == here + best[at(r + 1, c + 1)])
      match[a_first + r++] = b_first + c++;
    else if (best[at(r, c)] == best[at(r + 1, c)])
      ++r;
    else
      ++c;
  }
}

/// Of a large stretch: equal parts that stand once on both sides, as many as keep their order.
void fill_coarsely(std::vector<std::size_t>& match, std::span<const Part> base, std::span<const Part> side, std::size_t first, std::size_t a_last,
                   std::size_t b_last) {
  struct Seen {
    std::size_t in_base = 0, in_side = 0, at = 0;
  };
  std::unordered_map<std::string_view, Seen> seen;
  for (std::size_t i = first; i < a_last; ++i) ++seen[base[i].core].in_base;
  for (std::size_t j = first; j < b_last; ++j) {
    Seen& one = seen[side[j].core];
    ++one.in_side;
    one.at = j;
  }
  std::size_t behind = first;
  for (std::size_t i = first; i < a_last; ++i) {
    const Seen& one = seen[base[i].core];
    if (one.in_base != 1 || one.in_side != 1 || one.at < behind) continue;
    match[i] = one.at;
    behind = one.at + 1;
  }
}

}  // namespace

std::vector<std::size_t> align(std::span<const Part> base, std::span<const Part> side) {
  std::vector<std::size_t> match(base.size(), kNobody);
  const std::size_t shorter = std::min(base.size(), side.size());
  std::size_t first = 0, same_at_end = 0;
  while (first < shorter && base[first].core == side[first].core) {
    match[first] = first;
    ++first;
  }
  while (same_at_end < shorter - first && base[base.size() - 1 - same_at_end].core == side[side.size() - 1 - same_at_end].core) {
    ++same_at_end;
    match[base.size() - same_at_end] = side.size() - same_at_end;
  }
  const std::size_t a_last = base.size() - same_at_end, b_last = side.size() - same_at_end;
  if ((a_last - first) * (b_last - first) > kLargestTable)
    fill_coarsely(match, base, side, first, a_last, b_last);
  else
    fill(match, first, a_last, first, b_last, [&](std::size_t i, std::size_t j) { return likeness(base[i], side[j]); });
  return match;
}

std::vector<std::size_t> align_new(std::span<const Part* const> mine, std::span<const Part* const> theirs) {
  std::vector<std::size_t> match(mine.size(), kNobody);
  if (mine.size() * theirs.size() > kLargestTable) return match;
  fill(match, 0, mine.size(), 0, theirs.size(), [&](std::size_t i, std::size_t j) -> unsigned {
    const Part &a = *mine[i], &b = *theirs[j];
    return a.core == b.core ? 100 : a.kind == Part::Kind::field && b.kind == a.kind && a.key == b.key ? 60 : 0;
  });
  return match;
}

}  // namespace mentor
