// Facts of many sections in columns.
#pragma once
#include <string>
#include <vector>

#include "report/format.hpp"

namespace mentor {

/// One row a section, one column a labelled fact. With a width, columns on the right are left out until the rows fit; the first four stay.
/// `legend` explains the last column.
std::string table(const std::vector<Section>& sections, const Message& legend, const Look& look);

/// The labels of the facts of a block's lines, in the order in which they first appear: its columns behind the text.
std::vector<std::string_view> column_labels(const Block& block);

/// The lines of a block in columns: the text, then a column a label of their facts, in the order in which labels first appear. Cells are
/// wrapped so that a row takes at most `width_columns`; 0 wraps nothing.
std::string grid(const Block& block, std::size_t width_columns);

/// What people see of a fact.
Message show(const Fact& fact);

}  // namespace mentor
