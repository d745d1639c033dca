// Generates what is derived from the tables: man pages and completion scripts.
#include <algorithm>

#include "base/failure.hpp"
#include "base/nearest.hpp"
#include "commands/command.hpp"
#include "commands/completion.hpp"
#include "commands/product.hpp"

namespace mentor {
namespace {

constexpr Flag kFlags[] = {
    {"output", 0, "DIR", "The folder to write `man/` and `completions/` in; else this one.", Choices::folders},
};

Output run(Brief& brief) {
  const std::string& name = brief.request.names.front();
  Files out;
  for (const Product& product : all_products()) {
    if (product.name == name) return product.text();
    if (product.family == name) out.files.push_back({product.path(), product.text()});
  }
  if (!out.files.empty()) return out;
  const std::string_view meant = nearest(name, product_names());
  throw Failure{say("`{}` cannot be generated", Text{name}), meant.empty() ? say("`mentor generate --help` lists what can") : say("did you mean `{}`?", meant)};
}

}  // namespace

const std::vector<Product>& all_products() {
  static const std::vector<Product> list = [] {
    std::vector<Product> products = {
        {"man", "mentor.1", command_man_page},
        {"man", "mentor-journal.5", journal_man_page},
        {"man", "mentor-rules.7", rules_man_page},
        {"man", "mentor-questions.7", questions_man_page},
    };
    for (const Shell& shell : all_shells()) products.push_back({"completions", shell.file, shell.script});
    return products;
  }();
  return list;
}

std::vector<std::string_view> product_names() {
  std::vector<std::string_view> names;
  for (const Product& product : all_products())
    if (std::ranges::find(names, product.family) == names.end()) names.push_back(product.family);
  for (const Product& product : all_products()) names.push_back(product.name);
  return names;
}

extern constinit const Command generate_command;
constinit const Command generate_command = {
    .name = "generate",
    .summary = "Generate man pages and completion scripts from the program's tables",
    .details =
        "`man` and `completions` write the files of that family into the folder of that name. "
        "The name of one file prints it and writes nothing: mentor.1, mentor-journal.5, mentor-rules.7, mentor-questions.7, mentor.bash, _mentor, mentor.fish.",
    .examples = "mentor generate man\nmentor generate completions --output /tmp/mentor\nmentor generate mentor.1 | man -l -",
    .names = Names::one_product,
    .needs = CommandNeeds::nothing,
    .flags = kFlags,
    .formats = {},
    .visit = nullptr,
    .run = run,
};

}  // namespace mentor
