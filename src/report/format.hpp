// A way to print a report: what stands before the sections, each section by itself, and what stands behind them. Sections are rendered
// while the next relationship is read, and in any order.
//
// To add one: write report/its_name.cpp with `extern constinit const Format its_name_format`, add it to report/all.cpp, and give it a
// golden page in tests/formats.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace mentor {

/// How the place that will show the text looks.
struct Look {
  bool color = false;
  /// Columns; 0 when nothing is to be cut or wrapped.
  int width_columns = 0;
  /// Healthy relationships and notes are shown too.
  bool verbose = false;
};

struct Format {
  std::string_view name;
  /// One sentence.
  std::string_view summary;
  /// It prints every relationship, not only those with something to say.
  bool wants_all = false;
  /// Findings and problems are sorted by place, each a section of its own; otherwise the problems follow the sections.
  bool is_by_place = false;
  /// Stands between two sections.
  std::string_view between = {};
  std::string (*head)(const Report&, const Look&) = nullptr;
  std::string (*section)(const Section&, const Look&) = nullptr;
  std::string (*tail)(const Report&, const Look&) = nullptr;
  /// All sections in columns, a row each; null where a format has none.
  std::string (*table)(const Report&, const std::vector<Section>&, const Look&) = nullptr;
};

std::span<const Format* const> all_formats();
const Format* find_format(std::string_view name);

std::string_view name(Severity severity);

}  // namespace mentor
