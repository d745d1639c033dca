#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "commands/command.hpp"
#include "commands/completion.hpp"
#include "commands/mdoc.hpp"
#include "commands/product.hpp"

namespace mentor {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("man pages and completions in the repository are what the program generates") {
  const bool must_update = std::getenv("MENTOR_UPDATE") != nullptr;
  for (const Product& product : all_products()) {
    const fs::path path = fs::path(MENTOR_ROOT) / product.path();
    const std::string text = product.text();
    if (must_update) write(path, text);
    INFO(product.path(), " is stale: run the tests with MENTOR_UPDATE=1");
    CHECK(read(path) == text);
  }
}

TEST_CASE("nothing lies in man and completions that is not generated") {
  for (const std::string_view family : {"man", "completions"})
    for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(MENTOR_ROOT) / family)) {
      const auto& products = all_products();
      INFO(entry.path().native());
      CHECK(std::ranges::any_of(products, [&](const Product& product) { return product.family == family && entry.path().filename() == product.name; }));
    }
}

TEST_CASE("every command and flag stands in the man page and in each completion script") {
  const std::string page = command_man_page(), bash = bash_completion(), zsh = zsh_completion(), fish = fish_completion();
  for (const Command* const command : all_commands()) {
    const std::string name(command->name);
    INFO(name);
    CHECK(holds(page, "\n.Ss " + name + "\n"));
    CHECK(holds(bash, name));
    CHECK(holds(zsh, "'" + name + ":"));
    CHECK(holds(fish, "-a " + name + " -d"));
  }
  for (const Flag* const flag : every_flag()) {
    const std::string name(flag->name);
    INFO(name);
    CHECK(holds(page, "Fl \\-" + Mdoc::escape(name)));
    CHECK(holds(bash, " --" + name));
    CHECK((holds(zsh, "--" + name + "[") || holds(zsh, "--" + name + "=[") || holds(zsh, "--" + name + "}") || holds(zsh, "--" + name + "=}")));
    CHECK(holds(fish, " -l " + name + " "));
  }
}

TEST_CASE("every rule, limit, state and problem stands in mentor-rules") {
  const std::string page = rules_man_page();
  for (const Rule* const rule : all_rules()) CHECK(holds(page, "\n.Ss " + std::string(rule->id) + "\n"));
  for (const StateWords& row : state_table()) CHECK(holds(page, "\n.It Sy " + Mdoc::escape(row.name) + "\n"));
  for (const ProblemKind* const kind : all_problem_kinds()) CHECK(holds(page, "\n.It Sy " + Mdoc::escape(kind->id) + " ("));
}

TEST_CASE("a gist is the beginning of a sentence") {
  CHECK(gist("The journal's folder; else MENTOR_DIR.") == "The journal's folder");
  CHECK(gist("Read mentor.yaml. Then stop.") == "Read mentor.yaml");
  CHECK(gist("The day: YYYY-MM-DD") == "The day");
  CHECK(gist("One row") == "One row");
}

TEST_CASE("the lists that completions offer are not empty, but where the shell or the journal knows") {
  for (const Command* const command : all_commands())
    if (!takes_pairs(command->names) && command->names != Names::none && command->names != Names::new_pair && command->names != Names::three_versions)
      CHECK_FALSE(words_of(command->names).empty());
  for (const Choices choices : {Choices::formats, Choices::colors, Choices::fail_on, Choices::rules, Choices::schemas, Choices::shells})
    CHECK_FALSE(words_of(choices, nullptr).empty());
}

}  // namespace
}  // namespace mentor
