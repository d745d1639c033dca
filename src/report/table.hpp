// Facts of many sections in columns.
#pragma once
#include <string>
#include <vector>

#include "report/format.hpp"

namespace mentor {

/// One row a section, one column a labelled fact. With a width, columns on the right are left out until the rows fit; the first four stay.
/// `legend` explains the last column.
std::string table(const std::vector<Section>& sections, const Message& legend, const Look& look);

/// What people see of a fact.
Message show(const Fact& fact);

}  // namespace mentor
