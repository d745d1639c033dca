// What is generated from the tables and kept in the repository: man pages and completion scripts.
//
// To add one: its row in generate.cpp; run the tests with MENTOR_UPDATE=1.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Product {
  /// "man" or "completions", which is also its folder.
  std::string_view family;
  /// Its file's name.
  std::string_view name;
  std::string (*text)();

  std::string path() const { return std::string(family) + "/" + std::string(name); }
};
const std::vector<Product>& all_products();
/// The families, then the files.
std::vector<std::string_view> product_names();

/// mentor(1), mentor-journal(5), mentor-rules(7) and mentor-questions(7) in mdoc.
std::string command_man_page();
std::string journal_man_page();
std::string rules_man_page();
std::string questions_man_page();

}  // namespace mentor
